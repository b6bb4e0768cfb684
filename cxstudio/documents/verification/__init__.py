"""Verification: whether a report still says what its project says, and whether anybody changed it by hand."""
