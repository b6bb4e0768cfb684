"""Customer quotes: what customers said, in their words, with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Group, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.note_stack import PiledLane, lines_in, speck
from cxstudio.layout.lanes.touchpoint_cards import gap
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.folded_text import folded
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Note
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.fields.field_table import choice_label

_REACH = 0.42
"""How far into a neighbouring column without a quote a bubble may reach."""
_ORIGIN = 2
"""Lines on the screen for where a quote comes from."""
_QUOTE_MARKS = "„“”\"«»‚‘'"


class QuoteValue(NamedTuple):
    """Everything a bubble shows."""

    note: Id
    words: str
    origin: str
    width: float
    most: int
    """Lines it may take."""
    more: str = ""


class QuoteLane(PiledLane[Note]):
    """Speech bubbles, wider than their column where the neighbours are silent."""

    kind = LaneKind.QUOTES
    least = 48.0

    def bleed(self, scene: Scene) -> float:
        return 0.0 if scene.far else scene.style.column_width / 2

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        return None if scene.far else (_lent(scene, start - 1), _lent(scene, stop))

    def things(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[Note]:
        return scene.notes(touchpoint, self.kind)

    def room(self, scene: Scene, i: int) -> tuple[float, float]:
        return _room(scene, i)

    def specks(self, scene: Scene, touchpoint: Id, things: Sequence[Note]) -> Sequence[Group]:
        return (speck(scene, things[0].id, touchpoint, Role.MUTED),)

    def drawing(self, scene: Scene, touchpoint: Id, wide: float, limit: float) -> Callable[[Note], Group]:
        most = lines_in(scene, limit, scene.type(16) + _ORIGIN * scene.type.small.leading, scene.type.quote.leading)
        return partial(_drawn, scene, wide, most)


def _silent(scene: Scene, i: int) -> bool:
    """Whether a column exists and has no quote."""
    start, stop = scene.window
    if not start <= i < stop:
        return False
    touchpoint = scene.columns[i].touchpoint
    return touchpoint is None or not scene.notes(touchpoint, QuoteLane.kind)


def _room(scene: Scene, i: int) -> tuple[float, float]:
    """Where in its column a bubble begins, and how wide it may be."""
    wide = scene.slot
    inset = gap(scene) / 2
    lent = (_lent(scene, i - 1), _lent(scene, i + 1))
    left, right = (-inset if room is None else room for room in lent)
    return scene.aside - left, wide + left + right


def _lent(scene: Scene, i: int) -> float | None:
    """How far a bubble may reach into a column beside its own; None where it may not."""
    return _REACH * min(scene.slot, scene.columns[i].width) if _silent(scene, i) else None


def _drawn(scene: Scene, wide: float, most: int, note: Note) -> Group:
    said = note.text.strip()[:4000]
    words = said if said[:1] in _QUOTE_MARKS else scene.texts.quoted(said)
    origin = note.source or (scene.texts.tr(choice_label(note.evidence)) if note.evidence else "")
    return bubble(QuoteValue(note.id, words, origin, wide, most, scene.texts.tr("more")), scene.fonts, scene.type)


@cached(4_000)
def bubble(value: QuoteValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One quote with its origin, remembered by what it shows."""
    inset = unit(9)
    inner = value.width - 2 * inset
    top = unit(8)
    lines = folded(fonts, value.words, unit.quote, inset, top, inner, Role.INK, value.most, value.more)
    y = top + len(lines) * unit.quote.leading
    items: list[Primitive] = []
    if value.origin:
        most = min(value.most, text.UNBOUNDED if value.most >= text.UNBOUNDED else _ORIGIN)
        origin = text.block(fonts, value.origin, unit.small, inset, y + unit(1), inner, Role.MUTED, most)
        items.extend(origin)
        y += unit(1) + len(origin) * unit.small.leading
    high = y + unit(7)
    ground = Rect(0, 0, value.width, high, fill=Role.OKAY_GROUND, radius=unit(9))
    return Group(f"note:{value.note}", value.width, high, (ground, *lines, *items), value.note)
