"""The seven workspaces, each useful alone."""
