"""Sections about what has been: workshops, rounds compared, measures done and corrected. Nothing of what is now."""
