"""Sections about what has been: workshops held, rounds compared, measures carried out and corrected. Nothing of what is now."""
