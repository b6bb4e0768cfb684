"""A first mapping for a survey nobody has mapped yet, and the questions it leaves open. Makes no records."""
