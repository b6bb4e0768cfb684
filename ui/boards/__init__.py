"""Boards of records in the window: what all of them have in common. What hangs on one is not known here."""
