"""Lays out an empathy map: four fields around the persona, pains and gains below, notes in rows that make room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.empathy_items import HINTS, Empathy, MapField, MapNote
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Picture, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id
from cxstudio.model.kinds import NoteKind

_BELOW: Final = (NoteKind.PAIN, NoteKind.GAIN)
GROUNDS: Final = {NoteKind.PAIN: Role.DISAPPOINTING_GROUND, NoteKind.GAIN: Role.DELIGHTING_GROUND}
"""Grounds of notes; yellow where no row says."""
_EDGES: Final = {NoteKind.PAIN: Role.DISAPPOINTING, NoteKind.GAIN: Role.DELIGHTING}
_PAD: Final = 16.0
_GAP: Final = 8.0
_HEAD: Final = 30.0
"""From the top of a field to its first row."""
_ROUND: Final = 58.0
"""Radius of the circle with the persona."""
_WIDEST: Final = 232.0
_BLOCK: Final = 24
"""Notes that are drawn, or passed over, as one."""


@dataclass(frozen=True, slots=True)
class EmpathyStyle:
    """How large the map is at least, in points."""

    width: float
    height: float = 0.0
    type: TypeScale = SCREEN
    empty: bool = True
    """Whether a field without notes says what belongs there."""


class Slip(NamedTuple):
    """Where a note stands."""

    note: MapNote
    kind: NoteKind
    box: Box


@dataclass(frozen=True)
class EmpathyMap:
    """A laid-out map."""

    body: DisplayList
    map: Empathy = field(repr=False, compare=False)
    slips: tuple[Slip, ...] = field(repr=False)
    fields: tuple[tuple[NoteKind, Box], ...] = field(repr=False)

    @property
    def order(self) -> tuple[Id, ...]:
        """Notes field by field, each in its order."""
        return tuple(slip.note.note for slip in self.slips)

    def box(self, note: Id | None) -> Box | None:
        """Where a note stands."""
        return next((s.box for s in self.slips if s.note.note == note), None)

    def record_at(self, x: float, y: float) -> Id | None:
        """The note at a place."""
        return next((s.note.note for s in self.slips if s.box.holds(x, y)), None)

    def field_at(self, x: float, y: float) -> NoteKind:
        """The field at a place, the nearest one beside the map."""

        def off(box: Box) -> float:
            right, down = max(box.x - x, 0.0, x - box.x - box.width), max(box.y - y, 0.0, y - box.y - box.height)
            return right * right + down * down

        return min(self.fields, key=lambda each: off(each[1]))[0]

    def place_at(self, x: float, y: float, without: Sequence[Id] = ()) -> tuple[NoteKind, Id | None]:
        """The field at a place, and the note behind which something dropped there stands; None for the first place."""
        kind = self.field_at(x, y)
        ahead = None
        bottoms: dict[float, float] = {}
        for slip in self.slips:
            if slip.kind is kind:
                bottoms[slip.box.y] = max(bottoms.get(slip.box.y, 0.0), slip.box.y + slip.box.height)
        for slip in self.slips:
            if slip.kind is not kind or slip.note.note in without:
                continue
            box, end = slip.box, bottoms[slip.box.y] + _GAP / 2
            if y > end or (y >= box.y - _GAP / 2 and x > box.x + box.width / 2):
                ahead = slip.note.note
        return kind, ahead

    def beside(self, note: Id | None, across: int, down: int) -> Id | None:
        """The note an arrow leads to: the nearest one that way."""
        here = self.box(note)
        if here is None:
            return next(iter(self.order), None)
        far = []
        for slip in self.slips:
            right = slip.box.x + slip.box.width / 2 - here.x - here.width / 2
            below = slip.box.y + slip.box.height / 2 - here.y - here.height / 2
            along, aside = right * across + below * down, abs(right * down) + abs(below * across)
            if along > 4 and slip.note.note != note:
                far.append((along + 2 * aside, slip.note.note))
        return min(far)[1] if far else None


def lay_out_empathy(empathy: Empathy, style: EmpathyStyle) -> EmpathyMap:
    """The map as a picture, at least as large as the style says."""
    unit = style.type
    half, gap, r = style.width / 2, unit(_GAP), unit(_ROUND)
    inner, low = half - 2 * unit(_PAD), unit(14)
    found = {f.kind: f for f in empathy.fields}
    four = [f for f in empathy.fields if f.kind not in _BELOW]
    side = (style.width - unit(12)) / 2
    flows = {f.kind: _flow(f, inner, unit, empathy.fonts, r + gap if n > 1 else 0.0, n % 2 == 1)
             for n, f in enumerate(four)}  # fmt: skip
    flows |= {kind: _flow(found[kind], side - 2 * unit(_PAD), unit, empathy.fonts) for kind in _BELOW}
    upper = max(flows[f.kind].height for f in four[:2]) + r + gap
    under = max(*(flows[f.kind].height for f in four[2:]), r + unit(_HEAD))
    feet = max(flows[kind].height for kind in _BELOW)
    rest = max(style.height - upper - under - feet - low, 0.0)
    upper, under = upper + rest / 2, under + rest / 2
    places = {four[n].kind: Box(half * (n % 2), upper * (n // 2), half, (upper, under)[n // 2])
              for n in range(4)}  # fmt: skip
    top = upper + under + low
    for n, kind in enumerate(_BELOW):
        places[kind] = Box(n * (side + unit(12)), top, side, feet)
    high = max(top + feet, style.height)
    slips = tuple(_placed(flows[f.kind], f, places[f.kind], unit) for f in empathy.fields)
    placed = tuple(slip for part in slips for slip in part)
    frames = (
        _grounds(empathy, style, places, upper, high),
        *(frame for f, part in zip(empathy.fields, slips, strict=True)
          for frame in _blocks(f.kind, part, empathy.fonts, unit)),
        Frame("middle", half - r, upper - r, 2 * r, 2 * r, groups=(Placed(0, 0, _middle(empathy, unit)),)),
    )  # fmt: skip
    body = DisplayList(style.width, high, Frame("empathy", 0, 0, style.width, high, frames), empathy.name)
    return EmpathyMap(body, empathy, placed, tuple((f.kind, places[f.kind]) for f in empathy.fields))


class _Flow(NamedTuple):
    """Where the notes of a field stand inside it."""

    boxes: tuple[Box, ...]
    height: float
    """Of the whole field, its heading included."""
    left: float
    """Where its heading begins."""


@cached(200)
def _flow(shown: MapField, room: float, unit: TypeScale, fonts: FontBook, away: float = 0.0,
          right: bool = False) -> _Flow:  # fmt: skip
    """Notes in rows, in the room inside a field; rows in the first `away` points keep clear of the circle."""
    pad, gap, head = unit(_PAD), unit(_GAP), unit(_HEAD)
    clear = max(away - pad, 0.0)
    left = clear if right else 0.0
    x, y, tall, boxes = 0.0, head, 0.0, []
    for note in shown.notes:
        wide, high = _size(note, min(room, unit(_WIDEST)), fonts, unit)
        start, end = _row(y, room, clear, right, away)
        if x == 0.0:
            x = start
        if x > start and x + wide > end:
            y, tall = y + tall + gap, 0.0
            start, end = _row(y, room, clear, right, away)
            x = start
        if x + wide > end:
            x, y = 0.0, max(y, away)
        boxes.append(Box(pad + x, y, wide, high))
        x, tall = x + wide + gap, max(tall, high)
    return _Flow(tuple(boxes), y + max(tall, unit(34)) + pad, pad + left)


def _row(y: float, room: float, clear: float, right: bool, away: float) -> tuple[float, float]:
    """Where a row begins and ends."""
    if y >= away:
        return 0.0, room
    return (clear, room) if right else (0.0, room - clear)


@cached(8_000)
def _size(note: MapNote, most: float, fonts: FontBook, unit: TypeScale) -> tuple[float, float]:
    """Width and height of a slip."""
    inset = unit(9)
    lines = text.wrap(fonts, note.text, unit.body.face, unit.body.size, most - 2 * inset)
    feet = text.wrap(fonts, note.foot, unit.small.face, unit.small.size, most - 2 * inset) if note.foot else ()
    wide = max([*(line.width for line in (*lines, *feet)), unit(28)]) + 2 * inset + 0.5
    return min(wide, most), len(lines) * unit.body.leading + len(feet) * unit.small.leading + 2 * unit(6)


def _placed(flow: _Flow, shown: MapField, place: Box, unit: TypeScale) -> tuple[Slip, ...]:
    return tuple(
        Slip(note, shown.kind, Box(place.x + box.x, place.y + box.y, box.width, box.height))
        for note, box in zip(shown.notes, flow.boxes, strict=True)
    )


@cached(200)
def _blocks(kind: NoteKind, slips: tuple[Slip, ...], fonts: FontBook, unit: TypeScale) -> tuple[Frame, ...]:
    """Slips in blocks of rows, so that what is out of sight is passed over; the very same ones where nothing moved."""
    frames = []
    for start in range(0, len(slips), _BLOCK):
        part = slips[start : start + _BLOCK]
        top = min(s.box.y for s in part)
        bottom = max(s.box.y + s.box.height for s in part)
        left, right = min(s.box.x for s in part), max(s.box.x + s.box.width for s in part)
        frames.append(Frame(f"{kind}:{start}", left, top, right - left, bottom - top, groups=tuple(
            Placed(s.box.x - left, s.box.y - top, _slip(s.note, kind, s.box.width, s.box.height, fonts, unit))
            for s in part
        )))  # fmt: skip
    return tuple(frames)


@cached(8_000)
def _slip(note: MapNote, kind: NoteKind, wide: float, high: float, fonts: FontBook, unit: TypeScale) -> Group:
    """One note, remembered by what it shows."""
    inset, room = unit(9), wide - 2 * unit(9) + 0.5
    ground = Rect(0, 0, wide, high, fill=GROUNDS.get(kind, Role.NOTE_YELLOW), radius=unit(4))
    lines = text.block(fonts, note.text, unit.body, inset, unit(6), room, Role.INK, meaning=Meaning.CELL)
    feet = text.block(fonts, note.foot, unit.small, inset, unit(6) + len(lines) * unit.body.leading, room,
                      Role.MUTED) if note.foot else ()  # fmt: skip
    return Group(f"note:{note.note}", wide, high, (ground, *lines, *feet), note.note)


def _grounds(empathy: Empathy, style: EmpathyStyle, places: dict[NoteKind, Box], upper: float, high: float) -> Frame:
    """The sheet with its lines and headings."""
    unit = style.type
    four = [box for kind, box in places.items() if kind not in _BELOW]
    wide, tall = style.width, sum(box.height for box in four[::2])
    items: list[Primitive] = [
        Rect(0.5, 0.5, wide - 1, tall - 1, fill=Role.SURFACE, stroke=Role.LINE, radius=unit(10)),
        marks.line(wide / 2, 0.5, wide / 2, tall - 0.5, Role.LINE),
        marks.line(0.5, upper, wide - 0.5, upper, Role.LINE),
    ]
    for kind in _BELOW:
        box, edge = places[kind], _EDGES[kind]
        items.append(Rect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, fill=Role.SURFACE,
                          stroke=Role.LINE, radius=unit(10)))  # fmt: skip
        items.append(Rect(box.x, box.y + unit(8), unit(3), box.height - unit(16), fill=edge, radius=unit(1.5)))
    for n, shown in enumerate(empathy.fields):
        box = places[shown.kind]
        left = box.x + unit(_PAD) + (unit(_ROUND) - unit(_GAP) if n == 3 else 0.0)
        top = box.y + unit(10)
        items.append(text.single(empathy.fonts, shown.title, unit.title, left, top + unit.title.rise, Role.INK,
                                 box.width - 2 * unit(_PAD), meaning=Meaning.HEADING))  # fmt: skip
        if style.empty and not shown.notes:
            hint = text.block(empathy.fonts, empathy.texts.tr(HINTS[shown.kind]), unit.small, left,
                              top + unit(22), box.x + box.width - unit(_PAD) - left - (unit(_ROUND) if n == 2 else 0.0),
                              Role.FAINT)  # fmt: skip
            items += hint
    return Frame("grounds", 0, 0, wide, high, groups=(Placed(0, 0, Group("fields", wide, high, tuple(items))),))


def _middle(empathy: Empathy, unit: TypeScale) -> Group:
    """The circle with the persona's face, name and situation."""
    r = unit(_ROUND)
    items: list[Primitive] = [marks.circle(r, r, r - 0.5, fill=Role.SURFACE, stroke=Role.LINE, stroke_width=1.0)]
    face, at = unit(18), unit(34)
    if empathy.picture:
        items.append(Picture(r - face, at - face, 2 * face, 2 * face, empathy.picture, empathy.name))
    else:
        items.append(marks.circle(r, at, face, fill=empathy.face))
        style = unit.title
        items.append(text.single(empathy.fonts, empathy.initials, style, r,
                                 at + style.rise - style.leading / 2, Role.ON_ACCENT, align=0.5))  # fmt: skip
    name = text.block(empathy.fonts, empathy.name, unit.strong, unit(10), at + face + unit(3), 2 * r - unit(20),
                      Role.INK, 1, 0.5, meaning=Meaning.TITLE)  # fmt: skip
    items += name
    y = at + face + unit(3) + len(name) * unit.strong.leading
    items += text.block(empathy.fonts, empathy.situation, unit.small, unit(16), y, 2 * r - unit(32), Role.MUTED, 2,
                        0.5) if empathy.situation else ()  # fmt: skip
    return Group("persona", 2 * r, 2 * r, tuple(items), empathy.persona)
