"""Gradients and mixtures, resolved to colours when drawing."""

from __future__ import annotations

import itertools

from cxstudio.layout.display.display_list import Gradient
from cxstudio.look.palette import Palette, mix


def at_height(gradient: Gradient, y: float, palette: Palette) -> str:
    """The gradient's colour at a height of the path's frame."""
    reach = gradient.bottom - gradient.top
    share = min(1.0, max(0.0, (y - gradient.top) / reach if reach else 0.0))
    stops = gradient.stops
    for (a, role_a), (b, role_b) in itertools.pairwise(stops):
        if share <= b:
            return mix(palette[role_a], palette[role_b], (share - a) / (b - a) if b > a else 1.0)
    return palette[stops[-1][1]]
