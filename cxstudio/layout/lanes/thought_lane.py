"""What customers think and need."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.text_notes import SlipLane, SlipValue, words_of
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.model.kinds import LaneKind, NoteKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital

_KINDS = (NoteKind.THOUGHT, NoteKind.NEED)
_ICONS = {NoteKind.THOUGHT: "thought", NoteKind.NEED: "need"}
_GROUNDS = {NoteKind.THOUGHT: Role.OKAY_GROUND, NoteKind.NEED: Role.ACCENT_GROUND}


class ThoughtLane(SlipLane):
    """Slips that say which of the two they are."""

    kind = LaneKind.THOUGHTS_NEEDS

    def slips(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[SlipValue]:
        return [
            SlipValue(
                f"note:{n.id}",
                n.id,
                words_of(n),
                capital(scene.texts.tr(choice_label(n.kind))),
                _ICONS[n.kind],
                _GROUNDS[n.kind],
            )
            for n in scene.notes(touchpoint, *_KINDS)
        ]
