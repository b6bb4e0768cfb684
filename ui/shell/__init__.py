"""The frame around the workspaces: top bar, rail, bars, status line, overlays."""
