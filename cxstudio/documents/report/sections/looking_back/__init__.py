"""Sections about what has been: workshops held, rounds compared, measures carried out and corrected."""
