"""The kinds of lanes a map can show: one module and one row each."""

from __future__ import annotations

from cxstudio.layout.lanes.base import Lane
from cxstudio.layout.lanes.departments import DepartmentLane
from cxstudio.layout.lanes.emotion import EmotionLane
from cxstudio.layout.lanes.expectation import ExpectationLane
from cxstudio.layout.lanes.hurdles import HurdleLane
from cxstudio.layout.lanes.measures import MeasureLane
from cxstudio.layout.lanes.quotes import QuoteLane
from cxstudio.layout.lanes.touchpoints import TouchpointLane
from cxstudio.model.kinds import LaneKind

_ROWS: tuple[Lane, ...] = (
    TouchpointLane(),
    ExpectationLane(),
    EmotionLane(),
    QuoteLane(),
    HurdleLane(),
    DepartmentLane(),
    MeasureLane(),
)

LANES: dict[LaneKind, Lane] = {lane.kind: lane for lane in _ROWS}
"""Kind → how it is laid out, in the order a new journey shows them."""
