"""The workspace Rate."""
