"""How a wall template is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SIZES: Final = ("a3", "a0")
"""How large a finished template is, in landscape."""
TILES: Final = ("", "a4", "a3")
"""Sheets it is glued together from; "" for one sheet."""


@dataclass(frozen=True, slots=True)
class WallDetails:
    """The finished size, and the sheets it is printed on."""

    size: str = "a3"
    """One of SIZES."""
    tiles: str = ""
    """One of TILES, smaller than the finished size."""
