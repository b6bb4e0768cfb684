"""Filter and find."""
