"""Lanes of notes without a drawing of their own: slips with their words, of several kinds each with which it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from cxstudio.layout.display.display_list import Group
from cxstudio.layout.lanes.lane_kind import TALLEST, Block, LaneSpec
from cxstudio.layout.lanes.note_stack import PAD, PiledLane, lines_in
from cxstudio.layout.lanes.text_notes import SlipValue, far_speck, frame_of, fullest, slip
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.look.roles import Role
from cxstudio.model import Id, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital

_ICONS: Final = {NoteKind.THOUGHT: "thought", NoteKind.NEED: "need"}
_GROUNDS: Final = {NoteKind.NEED: Role.ACCENT_GROUND}


class NoteLane(PiledLane[SlipValue]):
    """A slip per note."""

    least = 48.0
    fixed = True

    def __init__(self, kind: LaneKind) -> None:
        self.kind = kind
        self._several = len(LANE_CONTENTS[kind].notes) > 1

    def things(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[SlipValue]:
        return [self._slip(scene, note) for note in scene.notes(touchpoint, self.kind, spec.setting)]

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        given = super().height(scene, spec)
        if given is not None:
            return given
        add_up = partial(fullest, scene, pad=PAD, least=self.least, most=TALLEST)
        return scene.total(spec.key, partial(self.things, scene, spec), add_up)

    def limit(self, scene: Scene, spec: LaneSpec) -> float:
        return super().limit(scene, spec) if scene.whole else super().height(scene, spec) or scene.type(TALLEST)

    def specks(self, scene: Scene, touchpoint: Id, things: Sequence[SlipValue]) -> Sequence[Group]:
        return (far_speck(scene, things[0], touchpoint),)

    def drawing(self, scene: Scene, touchpoint: Id, wide: float, limit: float) -> Callable[[SlipValue], Group]:
        most = lines_in(scene, limit, frame_of(scene) + scene.type.small.leading, scene.type.body.leading)
        return lambda value: slip(value, wide, most, scene.fonts, scene.type)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        return Block(super().block(scene, spec, start, stop).groups, self.height(scene, spec))

    def _slip(self, scene: Scene, note: Note) -> SlipValue:
        foot = capital(scene.texts.tr(choice_label(note.kind))) if self._several else ""
        words, ground = note.text.strip()[:4000], _GROUNDS.get(note.kind, Role.OKAY_GROUND)
        more = scene.texts.tr("more")
        return SlipValue(f"note:{note.id}", note.id, words, more, foot, _ICONS.get(note.kind, ""), ground)
