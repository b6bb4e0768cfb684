"""What is peculiar about a touchpoint's place in the graph of its journey."""

from __future__ import annotations

from enum import StrEnum

from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.model import Id


class FlowMark(StrEnum):
    """What a card in the flow view is marked with, the weightiest first."""

    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"
    LOOP = "loop"
    PASSAGE = "passage"
    """Every way passes here."""


def flow_marks(found: FlowFigures) -> dict[Id, tuple[FlowMark, ...]]:
    """Touchpoint → its marks. Beginning and end are passed by every way anyway and get no mark for it."""
    marked: dict[Id, list[FlowMark]] = {}
    inner = [t for t in found.unavoidable if t not in (found.start, found.end)]
    for mark, touchpoints in (
        (FlowMark.UNREACHABLE, found.unreachable),
        (FlowMark.DEAD_END, found.dead_ends),
        (FlowMark.LOOP, [t for loop in found.loops for t in loop.touchpoints]),
        (FlowMark.PASSAGE, inner),
    ):
        for touchpoint in touchpoints:
            marked.setdefault(touchpoint, []).append(mark)
    return {touchpoint: tuple(marks) for touchpoint, marks in marked.items()}
