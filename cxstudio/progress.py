"""How long work says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Told the part done, 0 to 1, and a message id for what is being done; what it raises ends the work."""


def silent(_: float, __: str) -> None:
    """Progress nobody wants to hear of."""
