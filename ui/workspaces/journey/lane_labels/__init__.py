"""Lane labels."""
