"""Lays out a stakeholder map: the customer in the middle, three rings, arrows for what flows between people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import atan2, degrees, hypot
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.stakeholder_items import RINGS, Node, Relation, Stakeholders
from cxstudio.layout.boards.stakeholder_placing import ACROSS, CARD, DOWN, angles, ring_of, scale_of
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Path, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.icons import circle
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id

_EDGE: Final = 10.0
_MIDDLE: Final = 36.0
_LABEL: Final = 120.0
_SHARES: Final = tuple(0.5 + side * step / 100 for step in range(0, 28, 4) for side in (-1, 1))
"""How far along its line the words of a relation may stand."""
_HEAD: Final = 7.0
_REACH: Final = 7.0
"""How near a relation a press has to be."""


@dataclass(frozen=True, slots=True)
class StakeholderStyle:
    """How large the map is at least, in points."""

    width: float = 0.0
    height: float = 0.0
    type: TypeScale = SCREEN


class Arrow(NamedTuple):
    """A relation from (x1, y1) to (x2, y2), with its words around (x, y)."""

    relation: Relation
    x1: float
    y1: float
    x2: float
    y2: float
    label: Box

    @property
    def middle(self) -> tuple[float, float]:
        """Halfway along its line."""
        return (self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2

    def label_at(self, share: float) -> Box:
        """Its words so far along the line."""
        x, y = self.x1 + (self.x2 - self.x1) * share, self.y1 + (self.y2 - self.y1) * share
        return self.label._replace(x=x - self.label.width / 2, y=y - self.label.height / 2)

    def near(self, x: float, y: float) -> float:
        """How far a place is from its line."""
        dx, dy = self.x2 - self.x1, self.y2 - self.y1
        along = ((x - self.x1) * dx + (y - self.y1) * dy) / max(dx * dx + dy * dy, 1e-9)
        share = min(max(along, 0.0), 1.0)
        return hypot(x - self.x1 - share * dx, y - self.y1 - share * dy)


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
    wide, high = unit(2 * ACROSS[2] + CARD[0] + 2 * _EDGE), unit(2 * DOWN[2] + CARD[1] + 2 * _EDGE)
    across, down = scale_of(shown.nodes, style.width / wide, style.height / high)
    wide, high = max(wide * across, style.width), max(high * down, style.height)
    cx, cy = wide / 2, high / 2
    turned = angles(shown, across, down)
    boxes = []
    for node in shown.nodes:
        if not node.ring:
            r = unit(_MIDDLE)
            boxes.append((node.record, Box(cx - r, cy - r, 2 * r, 2 * r)))
            continue
        x, y = ring_of(node.ring, across, down).place(turned[node.record])
        w, h = unit(CARD[0]), unit(CARD[1])
        boxes.append((node.record, Box(cx + unit(x) - w / 2, cy + unit(y) - h / 2, w, h)))
    places = dict(boxes)
    rings, names = _rings(shown, cx, cy, (across, down), unit)
    arrows = _arrows(shown, places, [Box(r.x, r.y, r.width, r.height) for r in names if isinstance(r, Rect)], unit)
    frames = (
        Frame("rings", 0, 0, wide, high, groups=(Placed(0, 0, Group("rings", wide, high, rings)),)),
        Frame("relations", 0, 0, wide, high, groups=tuple(
            Placed(0, 0, Group(f"relation:{a.relation.record}", wide, high, (*_drawn(a, unit),), a.relation.record))
            for a in arrows)),
        Frame("names", 0, 0, wide, high, groups=(Placed(0, 0, Group("names", wide, high, names)),)),
        Frame("people", 0, 0, wide, high, groups=tuple(
            Placed(box.x, box.y, _card(node, shown.fonts, unit))
            for node in shown.nodes if (box := places[node.record]))),
        Frame("words", 0, 0, wide, high, groups=tuple(
            Placed(a.label.x, a.label.y, _said(a, shown.fonts, unit)) for a in arrows if a.relation.flows)),
    )  # fmt: skip
    body = DisplayList(wide, high, Frame("stakeholders", 0, 0, wide, high, frames))
    return StakeholderMap(body, shown, tuple(boxes), arrows, (cx, cy), (unit(across), unit(down)))


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


def _arrows(shown: Stakeholders, places: dict[Id, Box], names: list[Box], unit: TypeScale) -> tuple[Arrow, ...]:
    """All relations; words that would lie over something move along their line, if there is room elsewhere."""
    found: list[Arrow] = []
    for relation in shown.relations:
        arrow = _arrow(relation, places, shown, unit)
        taken = [*places.values(), *names, *(a.label for a in found if a.relation.flows)]
        at = arrow.label
        beside = not at.holds(*arrow.middle)
        if relation.flows and not beside and any(at.meets(box) for box in taken):
            moved = (arrow.label_at(share) for share in _SHARES)
            free = next((box for box in moved if not any(box.meets(other) for other in taken)), None)
            arrow = arrow if free is None else arrow._replace(label=free)
        found.append(arrow)
    return tuple(found)


def _arrow(relation: Relation, places: dict[Id, Box], shown: Stakeholders, unit: TypeScale) -> Arrow:
    """From the edge of one card to that of the other; of two that lead both ways each is a little aside."""
    one, other = places[relation.source], places[relation.target]
    x1, y1 = one.x + one.width / 2, one.y + one.height / 2
    x2, y2 = other.x + other.width / 2, other.y + other.height / 2
    far = max(hypot(x2 - x1, y2 - y1), 1.0)
    back = any(r.source == relation.target and r.target == relation.source for r in shown.relations)
    aside = unit(12) if back else 0.0
    dx, dy = -(y2 - y1) / far * aside, (x2 - x1) / far * aside
    x1, y1, x2, y2 = x1 + dx, y1 + dy, x2 + dx, y2 + dy
    start, end = _cut(one, x1, y1, x2, y2), _cut(other, x2, y2, x1, y1)
    said = text.fitted(shown.fonts, relation.flows, unit.small.face, unit.small.size, unit(_LABEL))
    share = 0.4 if back else 0.5
    x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
    w, h = max(said.width, unit(12)) + unit(8), unit.small.leading + unit(2)
    label = Box(x - w / 2, y - h / 2, w, h)
    room = 2 * unit(_HEAD)
    hides = abs(end[0] - start[0]) < w + room and abs(end[1] - start[1]) < h + room
    if hides or label.meets(one) or label.meets(other):  # no room between the cards
        beside = [box for box in (one, other) if box.x < x + w / 2 and x - w / 2 < box.x + box.width]
        below = max(start[1], end[1], *(box.y + box.height for box in beside)) + h / 2 + unit(1)
        y = below if dy > 0 else min(start[1], end[1], *(box.y for box in beside)) - h / 2 - unit(1)
        label = label._replace(y=y - h / 2)
    return Arrow(relation, *start, *end, label)


def _cut(box: Box, x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Where a line from inside a box to elsewhere leaves it."""
    dx, dy = to_x - x, to_y - y
    shares = [1.0]
    for here, far, low, high in ((x, dx, box.x, box.x + box.width), (y, dy, box.y, box.y + box.height)):
        if abs(far) > 1e-9:
            shares.append(max((low - here) / far, (high - here) / far))
    share = max(min(shares), 0.0)
    return x + dx * share, y + dy * share


def _drawn(arrow: Arrow, unit: TypeScale) -> Iterator[Primitive]:
    yield marks.line(arrow.x1, arrow.y1, arrow.x2, arrow.y2, Role.MUTED, unit(1.2), round_caps=True)
    far = max(hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1), 1e-6)
    ux, uy, head = (arrow.x2 - arrow.x1) / far, (arrow.y2 - arrow.y1) / far, unit(_HEAD)
    left = arrow.x2 - ux * head - uy * head * 0.5, arrow.y2 - uy * head + ux * head * 0.5
    right = arrow.x2 - ux * head + uy * head * 0.5, arrow.y2 - uy * head - ux * head * 0.5
    yield Path((("M", arrow.x2, arrow.y2), ("L", *left), ("L", *right), ("Z",)), fill=Role.MUTED)


def _said(arrow: Arrow, fonts: FontBook, unit: TypeScale) -> Group:
    """What flows, over everything else."""
    box = arrow.label
    ground = Rect(0.5, 0.5, box.width - 1, box.height - 1, fill=Role.SURFACE, stroke=Role.FAINT_LINE, radius=unit(4))
    words = text.single(fonts, arrow.relation.flows, unit.small, box.width / 2, unit(1) + unit.small.rise, Role.INK,
                        unit(_LABEL), 0.5)  # fmt: skip
    return Group(f"words:{arrow.relation.record}", box.width, box.height, (ground, words), arrow.relation.record)


@cached(2_000)
def _card(node: Node, fonts: FontBook, unit: TypeScale) -> Group:
    """One stakeholder, or the persona in the middle, remembered by what it shows."""
    if not node.ring:
        r = unit(_MIDDLE)
        name = text.block(fonts, node.name, unit.small_strong, unit(4), r + unit(2), 2 * r - unit(8), Role.ON_ACCENT,
                          2, 0.5, meaning=Meaning.TITLE)  # fmt: skip
        first = text.single(fonts, node.initials, unit.title, r, r - unit(6), Role.ON_ACCENT, align=0.5)
        return Group(f"card:{node.record}", 2 * r, 2 * r, (marks.circle(r, r, r, fill=node.face), first, *name),
                     node.record)  # fmt: skip
    wide, high = unit(CARD[0]), unit(CARD[1])
    inset, room = unit(10), wide - unit(14)
    lines = text.block(fonts, node.name, unit.strong, inset, 0.0, room, Role.INK, 2, meaning=Meaning.CELL)
    top = (high - len(lines) * unit.strong.leading - unit.small.leading) / 2
    lines = text.block(fonts, node.name, unit.strong, inset, top, room, Role.INK, 2, meaning=Meaning.CELL)
    kind = text.single(fonts, node.line, unit.small, inset,
                       top + len(lines) * unit.strong.leading + unit.small.rise, Role.MUTED, room)  # fmt: skip
    return Group(f"card:{node.record}", wide, high, (
        Rect(0.5, 0.5, wide - 1, high - 1, fill=Role.SURFACE, stroke=Role.LINE, radius=unit(8)),
        Rect(0.5, unit(8), unit(4), high - unit(16), fill=node.face, radius=unit(2)),
        *lines, kind,
    ), node.record)  # fmt: skip
