"""What customers think and need."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.layout.lanes.base import LaneSpec
from cxstudio.layout.lanes.slips import SlipLane, SlipValue, words_of
from cxstudio.layout.scene import Scene
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.model.kinds import LaneKind, NoteKind
from cxstudio.wording.texts import N_

_NAMES = {NoteKind.THOUGHT: N_("Thought"), NoteKind.NEED: N_("Need")}
_ICONS = {NoteKind.THOUGHT: "thought", NoteKind.NEED: "need"}
_GROUNDS = {NoteKind.THOUGHT: Role.OKAY_GROUND, NoteKind.NEED: Role.ACCENT_GROUND}


class ThoughtLane(SlipLane):
    """Slips that say which of the two they are."""

    kind = LaneKind.THOUGHTS_NEEDS

    def slips(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[SlipValue]:
        return [
            SlipValue(
                f"note:{n.id}", n.id, words_of(n), scene.texts.tr(_NAMES[n.kind]), _ICONS[n.kind], _GROUNDS[n.kind]
            )
            for n in scene.notes(touchpoint, *_NAMES)
        ]
