"""A long comparison in parts that each fit a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cxstudio.analysis.comparison.as_is_to_be import Comparison, Section
from cxstudio.layout.comparison.comparison_style import LABEL_WIDTH
from cxstudio.layout.map_scene.map_style import FULL_COLUMN
from cxstudio.look.type_scale import SCREEN, SMALLEST_PAPER

LEAST: Final = SMALLEST_PAPER / SCREEN.small.size
"""Points of paper to a unit at which the smallest text is just large enough."""


def columns_across(room: float) -> int:
    """Columns that stand side by side in so many points of paper, one at least."""
    return max(1, int((room / LEAST - LABEL_WIDTH) / FULL_COLUMN))


def parts_of(comparison: Comparison, most: int) -> list[Comparison]:
    """The comparison in as few parts of at most `most` columns as hold it; all count what differs in the whole."""
    parts: list[list[Section]] = [[]]
    room = most
    for section in comparison.sections:
        for piece in _pieces(section, room, most):
            if len(piece.slots) > room:
                parts.append([])
                room = most
            parts[-1].append(piece)
            room -= len(piece.slots)
    return [replace(comparison, sections=tuple(part)) for part in parts if part]


def _pieces(section: Section, room: int, most: int) -> Iterator[Section]:
    """A stage, divided where it does not fit the rest of a part: first what does, then whole parts."""
    slots = section.slots
    while slots:
        taken = min(len(slots), room or most)
        yield replace(section, slots=slots[:taken])
        slots, room = slots[taken:], room - taken if room > taken else 0
