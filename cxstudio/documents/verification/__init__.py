"""Verification: whether a report still says what its project says, and whether anybody changed it by hand.

Nothing here changes a report or writes one; what a report prints is gathered by `documents.report` alone.
"""
