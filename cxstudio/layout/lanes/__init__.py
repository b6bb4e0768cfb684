"""The kinds of lanes a map can show: one module and one row each."""

from __future__ import annotations

from cxstudio.layout.lanes.backstage import BackstageLane
from cxstudio.layout.lanes.base import Lane
from cxstudio.layout.lanes.channels import ChannelLane
from cxstudio.layout.lanes.departments import DepartmentLane
from cxstudio.layout.lanes.emotion import EmotionLane
from cxstudio.layout.lanes.expectation import ExpectationLane
from cxstudio.layout.lanes.hurdles import HurdleLane
from cxstudio.layout.lanes.importance import ImportanceLane
from cxstudio.layout.lanes.measures import MeasureLane
from cxstudio.layout.lanes.own import OwnLane
from cxstudio.layout.lanes.pictures import PictureLane
from cxstudio.layout.lanes.quotes import QuoteLane
from cxstudio.layout.lanes.staff import StaffLane
from cxstudio.layout.lanes.thoughts import ThoughtLane
from cxstudio.layout.lanes.touchpoints import TouchpointLane
from cxstudio.layout.lanes.volume import VolumeLane
from cxstudio.model.kinds import LaneKind

_ROWS: tuple[Lane, ...] = (
    TouchpointLane(),
    ExpectationLane(),
    EmotionLane(),
    ImportanceLane(),
    ChannelLane(),
    QuoteLane(),
    ThoughtLane(),
    HurdleLane(),
    VolumeLane(),
    StaffLane(),
    PictureLane(),
    DepartmentLane(),
    BackstageLane(),
    MeasureLane(),
    OwnLane(),
)

LANES: dict[LaneKind, Lane] = {lane.kind: lane for lane in _ROWS}
"""Kind → how it is laid out. Which of them a journey shows is said by `model.lanes`."""
