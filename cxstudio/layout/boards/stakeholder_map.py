"""Lays out a stakeholder map: the customer in the middle, three rings, arrows for what flows between people."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan2, degrees, hypot
from typing import Final

from cxstudio.caches import cached
from cxstudio.layout.boards.stakeholder_arrows import Arrow, arrows, drawn_arrow, said
from cxstudio.layout.boards.stakeholder_items import RINGS, Node, Stakeholders
from cxstudio.layout.boards.stakeholder_placing import ACROSS, CARD, DOWN, Ring, angles, ring_of, size_of
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Path, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.icons import circle
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id

_MIDDLE: Final = 36.0
_REACH: Final = 7.0
"""How near a relation a press has to be."""


@dataclass(frozen=True, slots=True)
class StakeholderStyle:
    """How large the map is at least, in points."""

    width: float = 0.0
    height: float = 0.0
    type: TypeScale = SCREEN
    words_elsewhere: bool = False
    """Whether words that find no room are left out: a table says them."""


@dataclass(frozen=True)
class StakeholderMap:
    """A laid-out map."""

    body: DisplayList
    map: Stakeholders = field(repr=False, compare=False)
    boxes: tuple[tuple[Id, Box], ...] = field(repr=False)
    arrows: tuple[Arrow, ...] = field(repr=False)
    middle: tuple[float, float]
    scale: tuple[float, float]
    """What a point of the rings is here, to the side and down."""

    @property
    def order(self) -> tuple[Id, ...]:
        """People ring by ring from the inside, then relations."""
        people = sorted(self.boxes, key=lambda each: self.map.node(each[0]).ring)  # type: ignore[union-attr]
        return (*(record for record, _ in people), *(a.relation.record for a in self.arrows))

    def box(self, record: Id | None) -> Box | None:
        """Where somebody stands, or what a relation says."""
        found = next((box for known, box in self.boxes if known == record), None)
        return found or next((a.label for a in self.arrows if a.relation.record == record), None)

    def person_at(self, x: float, y: float) -> Id | None:
        """Who stands at a place."""
        return next((record for record, box in reversed(self.boxes) if box.holds(x, y)), None)

    def record_at(self, x: float, y: float) -> Id | None:
        """Who stands at a place, else the relation whose line or words are there."""
        person = self.person_at(x, y)
        if person is not None:
            return person
        said = next((a for a in self.arrows if a.relation.flows and a.label.holds(x, y)), None)
        if said is None and self.arrows:
            near = min(self.arrows, key=lambda a: a.near(x, y))
            said = near if near.near(x, y) <= _REACH else None
        return said.relation.record if said is not None else None

    def ring_at(self, x: float, y: float) -> tuple[int, float]:
        """The ring nearest to a place, 1 to 3, and the angle there in degrees."""
        right, below = (x - self.middle[0]) / self.scale[0], (y - self.middle[1]) / self.scale[1]

        def off(ring: int) -> float:
            return abs(hypot(right / ACROSS[ring - 1], below / DOWN[ring - 1]) - 1.0) * ACROSS[ring - 1]

        ring = min((1, 2, 3), key=off)
        return ring, degrees(atan2(below / DOWN[ring - 1], right / ACROSS[ring - 1])) % 360

    @property
    def loose(self) -> dict[Id, float]:
        """The angle at which everybody stands who was not put there by hand."""
        free = (n.record for n in self.map.nodes if n.ring and n.angle is None)
        return {record: self.angle(record) for record in free}

    def angle(self, record: Id) -> float:
        """Where somebody stands in a ring, in degrees."""
        x, y, wide, high = dict(self.boxes)[record]
        return self.ring_at(x + wide / 2, y + high / 2)[1]

    def free_near(self, record: Id, ring: int, angle: float) -> float:
        """The angle nearest to this one at which somebody would stand over nobody else; itself where there is none."""
        mine = self.box(record)
        if mine is None:
            return angle
        others = [box for other, box in self.boxes if other != record]
        for step in (0, *(side * turn for turn in range(1, 181) for side in (1, -1))):
            right, below = Ring(ACROSS[ring - 1] * self.scale[0], DOWN[ring - 1] * self.scale[1]).place(angle + step)
            box = mine._replace(x=self.middle[0] + right - mine.width / 2, y=self.middle[1] + below - mine.height / 2)
            if not any(box.meets(other) for other in others):
                return (angle + step) % 360
        return angle

    def beside(self, record: Id | None, across: int, down: int) -> Id | None:
        """Whom an arrow key leads to: the nearest one that way."""
        here = self.box(record)
        if here is None:
            return next(iter(self.order), None)
        far = []
        for other, box in self.boxes:
            right, below = box.x + box.width / 2 - here.x - here.width / 2, box.y - here.y
            along, aside = right * across + below * down, abs(right * down) + abs(below * across)
            if along > 4 and other != record:
                far.append((along + 2 * aside, other))
        return min(far)[1] if far else None


def lay_out_stakeholders(shown: Stakeholders, style: StakeholderStyle) -> StakeholderMap:
    """The map as a picture, at least as large as the style says."""
    unit = style.type
    size = size_of(shown.nodes, style.width / unit(1.0), style.height / unit(1.0))
    across, down, card = size
    wide, high = max(unit(size.room[0]), style.width), max(unit(size.room[1]), style.height)
    cx, cy = wide / 2, high / 2
    turned = angles(shown, size)
    boxes = []
    for node in shown.nodes:
        if not node.ring:
            r = unit(_MIDDLE)
            boxes.append((node.record, Box(cx - r, cy - r, 2 * r, 2 * r)))
            continue
        x, y = ring_of(node.ring, across, down).place(turned[node.record])
        w, h = unit(card), unit(CARD[1])
        boxes.append((node.record, Box(cx + unit(x) - w / 2, cy + unit(y) - h / 2, w, h)))
    places = dict(boxes)
    rings, names = _rings(shown, cx, cy, (across, down), unit)
    taken = [Box(r.x, r.y, r.width, r.height) for r in names if isinstance(r, Rect)]
    drawn = arrows(shown, places, taken, unit, words_elsewhere=style.words_elsewhere)
    frames = (
        Frame("rings", 0, 0, wide, high, groups=(Placed(0, 0, Group("rings", wide, high, rings)),)),
        Frame("relations", 0, 0, wide, high, groups=tuple(
            Placed(0, 0, Group(f"relation:{a.relation.record}", wide, high, (*drawn_arrow(a, unit),),
                               a.relation.record))
            for a in drawn)),
        Frame("names", 0, 0, wide, high, groups=(Placed(0, 0, Group("names", wide, high, names)),)),
        Frame("people", 0, 0, wide, high, groups=tuple(
            Placed(box.x, box.y, _card(node, shown.fonts, unit, card))
            for node in shown.nodes if (box := places[node.record]))),
        Frame("words", 0, 0, wide, high, groups=tuple(
            Placed(a.label.x, a.label.y, said(a, shown.fonts, unit)) for a in drawn if a.relation.flows)),
    )  # fmt: skip
    body = DisplayList(wide, high, Frame("stakeholders", 0, 0, wide, high, frames))
    return StakeholderMap(body, shown, tuple(boxes), drawn, (cx, cy), (unit(across), unit(down)))


def _rings(
    shown: Stakeholders, cx: float, cy: float, scale: tuple[float, float], unit: TypeScale
) -> tuple[tuple[Primitive, ...], tuple[Primitive, ...]]:  # fmt: skip
    """Grounds from the outside, and their names on their borders."""
    items: list[Primitive] = []
    names: list[Primitive] = []
    tops = []
    for ring in (3, 2, 1):
        a = min(unit((ACROSS[ring - 1] + (ACROSS[1] - ACROSS[0]) / 2) * scale[0]), cx - 1)
        b = min(unit((DOWN[ring - 1] + (DOWN[1] - DOWN[0]) / 2) * scale[1]), cy - unit(9))
        items.append(_ellipse(cx, cy, a, b, Role.SURFACE if ring % 2 else Role.LANE_GROUND))
        tops.append((ring, cy - b))
    for ring, top in tops:
        name = text.single(shown.fonts, shown.texts.tr(RINGS[ring - 1]), unit.small, cx,
                           top - unit.small.leading / 2 + unit.small.rise, Role.MUTED, align=0.5,
                           meaning=Meaning.HEADING)  # fmt: skip
        names.append(Rect(name.x - unit(6), top - unit(9), name.width + unit(12), unit(18), fill=Role.SURFACE,
                          stroke=Role.LINE, radius=unit(9)))  # fmt: skip
        names.append(name)
    return tuple(items), tuple(names)


def _ellipse(cx: float, cy: float, a: float, b: float, fill: Role) -> Path:
    segments = []
    for part in circle(0.0, 0.0, 1.0):
        kind, *numbers = part
        moved = [cx + n * a if at % 2 == 0 else cy + n * b for at, n in enumerate(numbers)]
        segments.append((kind, *moved))
    return Path(tuple(segments), fill=fill, stroke=Role.LINE)  # type: ignore[arg-type]


@cached(2_000)
def _card(node: Node, fonts: FontBook, unit: TypeScale, across: float) -> Group:
    """One stakeholder, or the persona in the middle, remembered by what it shows."""
    if not node.ring:
        r = unit(_MIDDLE)
        name = text.block(fonts, node.name, unit.small_strong, unit(4), r + unit(2), 2 * r - unit(8), Role.ON_ACCENT,
                          2, 0.5, meaning=Meaning.TITLE)  # fmt: skip
        first = text.single(fonts, node.initials, unit.title, r, r - unit(6), Role.ON_ACCENT, align=0.5)
        return Group(f"card:{node.record}", 2 * r, 2 * r, (marks.circle(r, r, r, fill=node.face), first, *name),
                     node.record)  # fmt: skip
    wide, high = unit(across), unit(CARD[1])
    inset, room = unit(10), wide - unit(14)
    style, most = unit.strong, 2
    if across < CARD[0] and len(text.block(fonts, node.name, style, inset, 0.0, room, Role.INK, 3)) > 2:
        style, most = unit.small_strong, 3  # where there is less room the name goes first
    lines = text.block(fonts, node.name, style, inset, 0.0, room, Role.INK, most, meaning=Meaning.CELL)
    with_kind = len(lines) < 3
    top = (high - len(lines) * style.leading - (unit.small.leading if with_kind else 0.0)) / 2
    lines = text.block(fonts, node.name, style, inset, top, room, Role.INK, most, meaning=Meaning.CELL)
    kind = text.single(fonts, node.line, unit.small, inset,
                       top + len(lines) * style.leading + unit.small.rise, Role.MUTED, room)  # fmt: skip
    return Group(f"card:{node.record}", wide, high, (
        Rect(0.5, 0.5, wide - 1, high - 1, fill=Role.SURFACE, stroke=Role.LINE, radius=unit(8)),
        Rect(0.5, unit(8), unit(4), high - unit(16), fill=node.face, radius=unit(2)),
        *lines, *((kind,) if with_kind else ()),
    ), node.record)  # fmt: skip
