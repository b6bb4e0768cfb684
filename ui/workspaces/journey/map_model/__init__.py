"""Map model."""
