"""Full pages instead of dialogs: start, first journey, import, settings. No workspace."""
