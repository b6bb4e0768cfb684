"""Lanes of notes without a drawing of their own: slips with their words, of several kinds each with which it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.text_notes import SlipLane, SlipValue, words_of
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.look.roles import Role
from cxstudio.model import Id, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital

_ICONS: Final = {NoteKind.THOUGHT: "thought", NoteKind.NEED: "need"}
_GROUNDS: Final = {NoteKind.NEED: Role.ACCENT_GROUND}


class NoteLane(SlipLane):
    """A slip per note."""

    def __init__(self, kind: LaneKind) -> None:
        self.kind = kind
        self._several = len(LANE_CONTENTS[kind].notes) > 1

    def slips(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[SlipValue]:
        return [self._slip(scene, note) for note in scene.notes(touchpoint, self.kind, spec.setting)]

    def _slip(self, scene: Scene, note: Note) -> SlipValue:
        foot = capital(scene.texts.tr(choice_label(note.kind))) if self._several else ""
        ground = _GROUNDS.get(note.kind, Role.OKAY_GROUND)
        return SlipValue(f"note:{note.id}", note.id, words_of(note), foot, _ICONS.get(note.kind, ""), ground)
