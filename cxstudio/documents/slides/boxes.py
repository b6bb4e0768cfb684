"""Where shapes of a deck stand, in points."""

from __future__ import annotations

from typing import Any

from cxstudio.render.slide_shapes import EMU, Box


def within(shape: Any) -> Box | None:
    """The place of a shape, a placeholder's from what it inherits; None where nobody says."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    if any(side is None for side in sides):
        return None
    return Box(*(float(side) / EMU for side in sides))


def place(shape: Any, box: Box) -> None:
    """Put a shape there."""
    shape.left, shape.top, shape.width, shape.height = (round(side * EMU) for side in box)
