"""The workspace Measures."""
