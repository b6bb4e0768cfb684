"""What widgets are handed: session, selection, messages, commands. No widget, and no row of the command table."""
