"""Hurdles (−) and opportunities (+) under their touchpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Group, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.note_stack import PiledLane, lines_in, speck
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.folded_text import folded
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lane_kinds import LaneKind

_SIGNS = {NoteKind.HURDLE: "−", NoteKind.OPPORTUNITY: "+"}
_GROUNDS = {NoteKind.HURDLE: Role.DISAPPOINTING_GROUND, NoteKind.OPPORTUNITY: Role.DELIGHTING_GROUND}
_INKS = {NoteKind.HURDLE: Role.DISAPPOINTING_TEXT, NoteKind.OPPORTUNITY: Role.DELIGHTING}
_MARKS = {NoteKind.HURDLE: Role.DISAPPOINTING, NoteKind.OPPORTUNITY: Role.DELIGHTING}


class NoteValue(NamedTuple):
    """Everything a slip shows."""

    note: Id
    kind: NoteKind
    words: str
    width: float
    most: int
    """Lines it may take."""
    more: str = ""


class HurdleLane(PiledLane[Note]):
    """Small coloured notes with their sign."""

    kind = LaneKind.HURDLES_OPPORTUNITIES
    least = 48.0
    least_far = 30.0

    def things(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[Note]:
        return scene.notes(touchpoint, self.kind)

    def specks(self, scene: Scene, touchpoint: Id, things: Sequence[Note]) -> Sequence[Group]:
        first = {note.kind: note.id for note in reversed(things)}
        places = ((NoteKind.OPPORTUNITY, 5.0), (NoteKind.HURDLE, 17.0))
        return [speck(scene, first[kind], touchpoint, _MARKS[kind], y) for kind, y in places if kind in first]

    def drawing(self, scene: Scene, touchpoint: Id, wide: float, limit: float) -> Callable[[Note], Group]:
        most = lines_in(scene, limit, scene.type(12), scene.type.body.leading)
        return partial(_drawn, scene, wide, most)


def _drawn(scene: Scene, wide: float, most: int, note: Note) -> Group:
    words, more = note.text.strip()[:4000], scene.texts.tr("more")
    return slip(NoteValue(note.id, note.kind, words, wide, most, more), scene.fonts, scene.type)


@cached(4_000)
def slip(value: NoteValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One note, remembered by what it shows."""
    narrow = value.width < unit(84)
    inset, top = unit(6 if narrow else 8), unit(6)
    style = unit.small if narrow else unit.body
    sign_width = unit(10 if narrow else 13)
    ink = _INKS[value.kind]
    sign = text.single(fonts, _SIGNS[value.kind], unit.strong, inset, top + style.rise, ink)
    lines = folded(
        fonts,
        value.words,
        style,
        inset + sign_width,
        top,
        value.width - 2 * inset - sign_width + unit(2),
        ink,
        value.most,
        value.more,
    )
    high = 2 * top + max(len(lines), 1) * style.leading
    ground = Rect(0, 0, value.width, high, fill=_GROUNDS[value.kind], radius=unit(8))
    items: tuple[Primitive, ...] = (ground, sign, *lines)
    return Group(f"note:{value.note}", value.width, high, items, value.note)
