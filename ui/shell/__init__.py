"""The frame around the workspaces: top bar, rail, bars, status line, overlays. No workspace is known but by its row."""
