"""What flows between people on a stakeholder map: arrows, and their words where they lie over nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Final, NamedTuple

from cxstudio.layout.boards.stakeholder_items import Relation, Stakeholders
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Path, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id

_LABEL: Final = 120.0
_SHARES: Final = tuple(0.5 + side * step / 100 for step in range(0, 28, 4) for side in (-1, 1))
"""How far along its line the words of a relation may stand."""
_HEAD: Final = 7.0


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


def arrows(
    shown: Stakeholders, places: dict[Id, Box], names: list[Box], unit: TypeScale, *, words_elsewhere: bool = False
) -> tuple[Arrow, ...]:
    """All relations; words that would lie over something stand elsewhere on their line or beside it.

    With `words_elsewhere` those that find no room at all are left out: a table says them.
    """
    found: list[Arrow] = []
    for relation in shown.relations:
        arrow = _arrow(relation, places, shown, unit)
        if relation.flows:
            taken = [*places.values(), *names, *(a.label for a in found if a.relation.flows)]
            arrow = arrow._replace(label=_freest(arrow, places, taken, unit))
            if words_elsewhere and any(arrow.label.shared(box) for box in taken):
                arrow = arrow._replace(relation=relation._replace(flows=""))
        found.append(arrow)
    return tuple(found)


def _freest(arrow: Arrow, places: dict[Id, Box], taken: Sequence[Box], unit: TypeScale) -> Box:
    """Where the words lie over nothing, else over as little as can be."""

    def over(box: Box) -> float:
        return sum(box.shared(other) for other in taken)

    if not over(arrow.label):
        return arrow.label
    ends = [places[arrow.relation.source], places[arrow.relation.target]]
    along = [arrow.label_at(share) for share in _SHARES]
    aside = [box._replace(y=box.y + far * box.height) for far in (0.7, -0.7, 1.1, -1.1) for box in along]
    beyond = [_beside(arrow, ends, unit, below=below) for below in (True, False)]
    tried: list[Box] = [arrow.label, *(along if arrow.label.holds(*arrow.middle) else ()), *beyond, *aside, *along]
    return min(tried, key=over)


def _beside(arrow: Arrow, ends: Sequence[Box], unit: TypeScale, *, below: bool) -> Box:
    """The words below or above both cards, where there is no room between them."""
    x, w, h = arrow.label.x, arrow.label.width, arrow.label.height
    near = [box for box in ends if box.x < x + w and x < box.x + box.width]
    if below:
        return arrow.label._replace(y=max(arrow.y1, arrow.y2, *(box.y + box.height for box in near)) + unit(1))
    return arrow.label._replace(y=min(arrow.y1, arrow.y2, *(box.y for box in near)) - h - unit(1))


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
    words = text.fitted(shown.fonts, relation.flows, unit.small.face, unit.small.size, unit(_LABEL))
    share = 0.4 if back else 0.5
    x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
    w, h = max(words.width, unit(12)) + unit(8), unit.small.leading + unit(2)
    arrow = Arrow(relation, *start, *end, Box(x - w / 2, y - h / 2, w, h))
    room = 2 * unit(_HEAD)
    hides = abs(end[0] - start[0]) < w + room and abs(end[1] - start[1]) < h + room
    if hides or arrow.label.meets(one) or arrow.label.meets(other):  # no room between the cards
        return arrow._replace(label=_beside(arrow, (one, other), unit, below=dy > 0))
    return arrow


def _cut(box: Box, x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Where a line from inside a box to elsewhere leaves it."""
    dx, dy = to_x - x, to_y - y
    shares = [1.0]
    for here, far, low, high in ((x, dx, box.x, box.x + box.width), (y, dy, box.y, box.y + box.height)):
        if abs(far) > 1e-9:
            shares.append(max((low - here) / far, (high - here) / far))
    share = max(min(shares), 0.0)
    return x + dx * share, y + dy * share


def drawn_arrow(arrow: Arrow, unit: TypeScale) -> Iterator[Primitive]:
    yield marks.line(arrow.x1, arrow.y1, arrow.x2, arrow.y2, Role.MUTED, unit(1.2), round_caps=True)
    far = max(hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1), 1e-6)
    ux, uy, head = (arrow.x2 - arrow.x1) / far, (arrow.y2 - arrow.y1) / far, unit(_HEAD)
    left = arrow.x2 - ux * head - uy * head * 0.5, arrow.y2 - uy * head + ux * head * 0.5
    right = arrow.x2 - ux * head + uy * head * 0.5, arrow.y2 - uy * head - ux * head * 0.5
    yield Path((("M", arrow.x2, arrow.y2), ("L", *left), ("L", *right), ("Z",)), fill=Role.MUTED)


def said(arrow: Arrow, fonts: FontBook, unit: TypeScale) -> Group:
    """What flows, over everything else."""
    box = arrow.label
    ground = Rect(0.5, 0.5, box.width - 1, box.height - 1, fill=Role.SURFACE, stroke=Role.FAINT_LINE, radius=unit(4))
    words = text.single(fonts, arrow.relation.flows, unit.small, box.width / 2, unit(1) + unit.small.rise, Role.INK,
                        unit(_LABEL), 0.5)  # fmt: skip
    return Group(f"words:{arrow.relation.record}", box.width, box.height, (ground, words), arrow.relation.record)
