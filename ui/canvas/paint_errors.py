"""Errors met while painting go to the window's one boundary instead of through Qt."""

from __future__ import annotations

import sys


def report(error: Exception) -> None:
    """Hand an exception over; the boundary logs it and tells people."""
    sys.excepthook(type(error), error, error.__traceback__)
