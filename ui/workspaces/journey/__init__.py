"""The workspace Journey."""
