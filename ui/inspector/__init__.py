"""The inspector: every field of what is selected, at the right of a workspace."""
