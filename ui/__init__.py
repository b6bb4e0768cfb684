"""The window: the Qt front of CX Studio."""
