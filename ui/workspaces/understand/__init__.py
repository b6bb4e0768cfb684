"""The workspace Understand."""
