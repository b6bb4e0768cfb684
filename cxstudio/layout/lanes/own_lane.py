"""A lane of one's own: texts under a title somebody chose."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.text_notes import SlipLane, SlipValue, words_of
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.model import Id
from cxstudio.model.kinds import LaneKind


class OwnLane(SlipLane):
    """Slips with nothing but their words; there may be several such lanes, each with its setting."""

    kind = LaneKind.OWN

    def slips(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[SlipValue]:
        return [SlipValue(f"note:{n.id}", n.id, words_of(n)) for n in scene.own_notes(touchpoint, spec.setting)]
