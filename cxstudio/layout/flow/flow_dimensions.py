"""Measures of a flow at each zoom, in points of the screen."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.layout.flow.flow_style import FlowStyle
from cxstudio.layout.map_scene.map_style import Density


class Measures(NamedTuple):
    """Sizes of everything in one layout."""

    card_width: float
    card_height: float
    gap: float
    """Between two layers, besides the room for shares."""
    card_gap: float
    """Between two cards of a layer."""
    passage_gap: float
    port: float
    """Distance of two ways at the side of a card."""
    most_labels: int
    """Shares written at one side of a card."""
    badge: float
    """How far marks stand out above a card."""
    stub: float
    """Room below a card from which somebody leaves."""
    margin: float
    arrow: float
    thinnest: float
    thickest: float


def measures_of(style: FlowStyle) -> Measures:
    """What fits at this zoom."""
    wide = style.column_width
    if style.density is Density.NEAR:
        return Measures(wide + 10, 92.0, 40.0, 28.0, 10.0, 16.0, 12, 9.0, 40.0, 28.0, 7.0, 1.25, 5.0)
    if style.density is Density.MIDDLE:
        gap = 16.0 + wide / 5
        return Measures(wide + 8, 80.0, gap, 22.0, 8.0, 16.0, 12, 9.0, 38.0, 20.0, 6.0, 1.25, 4.0)
    gap = max(3.0, wide * 0.5)
    return Measures(max(4.0, wide * 0.8), 18.0, gap, 8.0, 2.0, 2.5, 0, 0.0, 9.0, 10.0, 0.0, 0.75, 2.5)
