"""Measures, what they cost and how far they are, in words. No figure is worked out here."""
