"""The window: the Qt front of CX Studio. Nothing is computed, laid out or written to a file here."""
