"""What can be taken hold of in the lanes with figures: the expectation's tick, the experience's dot, the face."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.layout.map_scene.map_style import LaneRow
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LANE_CONTENTS

NEAR = 13.0
"""How far (points) from a mark a press still takes it."""


class Handle(NamedTuple):
    """A value to drag: whose, which figure, and where its mark stands (None: no value yet)."""

    touchpoint: Id
    figure: str
    y: float | None


def lane_at(layout: MapLayout, y: float) -> LaneRow | None:
    """The lane at a height."""
    return next((lane for lane in layout.lanes if lane.y <= y < lane.y + lane.height), None)


def handle_at(layout: MapLayout, figures: RoundFigures | None, x: float, y: float, active: str) -> Handle | None:
    """What a press takes hold of: the nearest mark, or the active figure where nothing was rated yet."""
    lane = lane_at(layout, y)
    if lane is None or lane.axis is None or lane.collapsed:
        return None
    column = next((c for c in layout.columns if c.touchpoint and c.x <= x < c.x + c.width), None)
    if column is None or column.touchpoint is None:
        return None
    names = LANE_CONTENTS[lane.kind].figures
    found = figures.of(column.touchpoint) if figures is not None else None
    rated = any(mark_y(lane, found, name) is not None for name in names)
    if rated and abs(x - column.x - column.width / 2) > NEAR + 8:
        return None
    marks = [(abs(mark - y), name, mark) for name in names if (mark := mark_y(lane, found, name)) is not None]
    if marks and min(marks)[0] <= NEAR:
        _, name, mark = min(marks)
        return Handle(column.touchpoint, name, mark)
    missing = [name for name in names if mark_y(lane, found, name) is None]
    if not missing:
        return None
    return Handle(column.touchpoint, active if active in missing else missing[0], None)


def mark_y(lane: LaneRow, figures: TouchpointFigures | None, figure: str) -> float | None:
    """Where the mark of a figure stands on the map."""
    summary = getattr(figures, figure) if figures is not None else None
    return None if summary is None or lane.axis is None else lane.y + lane.axis.y(summary.mean)
