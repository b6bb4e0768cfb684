"""Pages that stand in the window instead of dialogs: start, first journey, import, settings."""
