"""The kinds of lanes a map can show: one module and one row each. No lane knows where another stands."""

from __future__ import annotations

from cxstudio.layout.lanes.backstage_lane import BackstageLane
from cxstudio.layout.lanes.channel_lane import ChannelLane
from cxstudio.layout.lanes.department_lane import DepartmentLane
from cxstudio.layout.lanes.emotion_lane import EmotionLane
from cxstudio.layout.lanes.expectation_lane import ExpectationLane
from cxstudio.layout.lanes.hurdle_lane import HurdleLane
from cxstudio.layout.lanes.importance_lane import ImportanceLane
from cxstudio.layout.lanes.lane_kind import Lane
from cxstudio.layout.lanes.measure_lane import MeasureLane
from cxstudio.layout.lanes.note_lane import NoteLane
from cxstudio.layout.lanes.picture_lane import PictureLane
from cxstudio.layout.lanes.promise_lane import PromiseLane
from cxstudio.layout.lanes.quote_lane import QuoteLane
from cxstudio.layout.lanes.staff_lane import StaffLane
from cxstudio.layout.lanes.touchpoint_cards import TouchpointLane
from cxstudio.layout.lanes.volume_lane import VolumeLane
from cxstudio.model.lane_kinds import LaneKind

_ROWS: tuple[Lane, ...] = (
    TouchpointLane(),
    ExpectationLane(),
    EmotionLane(),
    ImportanceLane(),
    ChannelLane(),
    QuoteLane(),
    NoteLane(LaneKind.THOUGHTS_NEEDS),
    HurdleLane(),
    VolumeLane(),
    StaffLane(),
    PromiseLane(),
    PictureLane(),
    DepartmentLane(),
    BackstageLane(),
    MeasureLane(),
    NoteLane(LaneKind.OWN),
)

LANES: dict[LaneKind, Lane] = {lane.kind: lane for lane in _ROWS}
"""Kind → how it is laid out. Which of them a journey shows is said by `model.lanes`."""
