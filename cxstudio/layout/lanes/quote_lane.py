"""Customer quotes: what customers said, in their words, with where it comes from."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import Block, LaneSpec, TextLane
from cxstudio.layout.lanes.note_stack import lines_in, pile
from cxstudio.layout.lanes.touchpoint_cards import gap
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Note
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.fields.field_table import choice_label

_REACH = 0.42
"""How far into a neighbouring column without a quote a bubble may reach."""
_QUOTE_MARKS = "„“”\"«»‚‘'"


class QuoteValue(NamedTuple):
    """Everything a bubble shows."""

    note: Id
    words: str
    origin: str
    width: float
    most: int
    """Lines it may take."""


class QuoteLane(TextLane):
    """Speech bubbles, wider than their column where the neighbours are silent."""

    kind = LaneKind.QUOTES
    least = 48.0

    def bleed(self, scene: Scene) -> float:
        return 0.0 if scene.far else scene.style.column_width / 2

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        return None if scene.far else (_lent(scene, start - 1), _lent(scene, stop))

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        tallest = 0.0
        limit = self.limit(scene, spec)
        most = lines_in(scene, limit, scene.type(16) + scene.type.small.leading, scene.type.quote.leading)
        for i in range(start, stop):
            touchpoint = scene.columns[i].touchpoint
            notes = scene.notes(touchpoint, self.kind) if touchpoint is not None else []
            if not notes or touchpoint is None:
                continue
            if scene.far:
                groups.append(Placed(scene.x(i, start), 0.0, speck(scene, notes[0].id, touchpoint, Role.MUTED)))
                continue
            x, wide = _room(scene, i)
            placed, height = pile(
                scene,
                spec.key,
                touchpoint,
                notes,
                partial(_drawn, scene, wide, most),
                scene.x(i, start) + x,
                wide,
                limit,
            )
            groups.extend(placed)
            tallest = max(tallest, height)
        return Block(tuple(groups), scene.type(self.least_far) if scene.far else tallest)


def speck(scene: Scene, note: Id, touchpoint: Id, role: Role, y: float = 8.0) -> Group:
    """From far a note is a small square."""
    unit = scene.type
    wide = scene.slot
    size = min(unit(8), wide - gap(scene))
    square = Rect(wide / 2 - size / 2, unit(y), size, unit(8), fill=role, radius=min(unit(2), size / 3))
    return Group(f"note:{note}", wide, unit(y + 8), (square,), touchpoint)


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
    return bubble(QuoteValue(note.id, words, origin, wide, most), scene.fonts, scene.type)


@cached(4_000)
def bubble(value: QuoteValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One quote with its origin, remembered by what it shows."""
    inset = unit(9)
    inner = value.width - 2 * inset
    top = unit(8)
    lines = text.block(fonts, value.words, unit.quote, inset, top, inner, Role.INK, value.most)
    y = top + len(lines) * unit.quote.leading
    items: list[Primitive] = []
    if value.origin:
        items.append(
            text.single(fonts, value.origin, unit.small, inset, y + unit(1) + unit.small.rise, Role.MUTED, inner)
        )
        y += unit(1) + unit.small.leading
    high = y + unit(7)
    ground = Rect(0, 0, value.width, high, fill=Role.OKAY_GROUND, radius=unit(9))
    return Group(f"note:{value.note}", value.width, high, (ground, *lines, *items), value.note)
