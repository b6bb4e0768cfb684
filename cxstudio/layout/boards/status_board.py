"""Lays out the plan by status: a column for each, a card for each measure, in the plan's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import Plan, PlanItem
from cxstudio.layout.boards.schedule_bars import GROUNDS, number_disc
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital

HEADER: Final = 40.0
"""Height of the titles, in units."""
LEAST_COLUMN: Final = 140.0
"""Points of the narrowest column a card can be read in."""
_GAP: Final = 8.0
_BLOCK: Final = 12


@dataclass(frozen=True, slots=True)
class BoardStyle:
    """How a board is laid out."""

    column: float = 196.0
    """Distance from one column to the next, in points."""
    least: float = 0.0
    """Points it is high at least."""
    type: TypeScale = SCREEN


class Card(NamedTuple):
    """Where a measure's card stands in the body."""

    item: PlanItem
    x: float
    y: float
    width: float
    height: float
    drawn: Group


class CardValue(NamedTuple):
    """Everything a card shows."""

    measure: Id
    number: int
    title: str
    line: str
    due: str
    late: bool
    words: str
    progress: int
    status: MeasureStatus
    width: float


@dataclass(frozen=True)
class StatusBoard:
    """A laid-out board. Body and header share the x."""

    body: DisplayList
    header: DisplayList
    columns: tuple[tuple[MeasureStatus, tuple[Card, ...]], ...] = field(repr=False)
    style: BoardStyle
    plan: Plan = field(repr=False, compare=False)

    @property
    def cards(self) -> Iterator[Card]:
        """Every card, column by column."""
        return (card for _, cards in self.columns for card in cards)

    @property
    def order(self) -> tuple[Id, ...]:
        """Measures column by column, each from top to bottom."""
        return tuple(card.item.measure for card in self.cards)

    def card_of(self, measure: Id | None) -> Card | None:
        """The card of a measure."""
        return next((card for card in self.cards if card.item.measure == measure), None)

    def card_at(self, x: float, y: float) -> Card | None:
        """The card at a place."""
        for card in self.columns[self._column(x)][1]:
            if card.x <= x <= card.x + card.width and card.y <= y <= card.y + card.height:
                return card
        return None

    def status_at(self, x: float) -> MeasureStatus:
        """The status of the column at a place; the outermost one beyond the ends."""
        return self.columns[self._column(x)][0]

    def before_at(self, x: float, y: float, without: Id) -> Id | None:
        """Behind which measure of the column something dropped at a place would stand; None for the first place."""
        cards = [c for c in self.columns[self._column(x)][1] if c.item.measure != without]
        above = [c for c in cards if c.y + c.height / 2 < y]
        return above[-1].item.measure if above else None

    def beside(self, measure: Id | None, across: int, down: int) -> Id | None:
        """The card an arrow leads to: up or down in the column, or the nearest one in the next filled column."""
        card = self.card_of(measure)
        if card is None:
            return next(iter(self.order), None)
        place = [s for s, _ in self.columns].index(card.item.status)
        mine = self.columns[place][1]
        if down:
            at = mine.index(card) + down
            return mine[at].item.measure if 0 <= at < len(mine) else None
        while 0 <= (place := place + across) < len(self.columns):
            if cards := self.columns[place][1]:
                return min(cards, key=lambda c: abs(c.y - card.y)).item.measure
        return None

    def whole(self, title: str = "") -> DisplayList:
        """Header and body as one picture."""
        top, wide = self.header.height, self.body.width
        high = top + self.body.height
        frames = (
            Frame("header", 0.0, 0.0, wide, top, groups=tuple(self.header.flat())),
            Frame("body", 0.0, top, wide, self.body.height, frames=self.body.root.frames),
        )
        return DisplayList(wide, high, Frame("whole", 0, 0, wide, high, frames=frames), title)

    def _column(self, x: float) -> int:
        return min(max(int(x // self.style.column), 0), len(self.columns) - 1)


def lay_out_board(plan: Plan, style: BoardStyle) -> StatusBoard:
    """The board of a plan; a measure stands in it once, however it is grouped elsewhere."""
    unit = style.type
    columns = tuple((s, tuple(_cards(plan, s, n, style))) for n, s in enumerate(MeasureStatus))
    bottom = max((c[-1].y + c[-1].height for _, c in columns if c), default=0.0)
    wide, high = style.column * len(columns), max(bottom + unit(_GAP), style.least)
    frames = tuple(_column(plan, n, cards, high, style) for n, (_, cards) in enumerate(columns))
    body = DisplayList(wide, high, Frame("board", 0, 0, wide, high, frames))
    return StatusBoard(body, _header(plan, columns, wide, style), columns, style, plan)


def _cards(plan: Plan, status: MeasureStatus, column: int, style: BoardStyle) -> Iterator[Card]:
    unit = style.type
    gap = unit(_GAP)
    x, y, wide = column * style.column + gap / 2, gap, style.column - gap
    for item in sorted((i for i in plan.items if i.status is status), key=lambda i: i.number):
        drawn = _drawn(plan, item, wide, unit)
        yield Card(item, x, y, wide, drawn.height, drawn)
        y += drawn.height + gap


def _drawn(plan: Plan, item: PlanItem, wide: float, unit: TypeScale) -> Group:
    value = CardValue(
        item.measure, item.number, item.title, item.line, item.due_words, item.late,
        item.words if item.late else "", item.progress, item.status, wide,
    )  # fmt: skip
    return card(value, plan.fonts, unit)


@cached(2_000)
def card(value: CardValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One measure, remembered by what it shows."""
    inset, radius = unit(10), unit(9)
    left, room = inset + unit(24), value.width - 2 * inset - unit(24)
    y = unit(9)
    items: list[Primitive] = [*number_disc(value.number, inset + unit(8), y + unit(8), unit(9), fonts, unit)]
    title = text.block(fonts, value.title, unit.strong, left, y, room, Role.INK)
    items += title
    y += len(title) * unit.strong.leading + unit(3)
    if value.line:
        below = text.block(fonts, value.line, unit.small, inset, y, value.width - 2 * inset, Role.MUTED)
        items += below
        y += len(below) * unit.small.leading + unit(3)
    if value.progress and value.status is not MeasureStatus.DROPPED:
        ink = Role.DISAPPOINTING if value.late else GROUNDS[value.status][1]
        full = value.width - 2 * inset
        items.append(Rect(inset, y + unit(2), full, unit(4), fill=Role.OKAY_GROUND, radius=unit(2)))
        done = max(full * value.progress / 100, unit(4))
        items.append(Rect(inset, y + unit(2), done, unit(4), fill=ink, radius=unit(2)))
        y += unit(9)
    foot = " · ".join(part for part in (value.due, value.words) if part)
    if foot:
        role = Role.DISAPPOINTING_TEXT if value.late else Role.MUTED
        style = unit.small_strong if value.late else unit.small
        said = text.block(fonts, foot, style, inset, y, value.width - 2 * inset, role)
        items += said
        y += len(said) * style.leading
    high = y + unit(9)
    edge = Role.DISAPPOINTING if value.late else Role.LINE
    frame = Rect(0.5, 0.5, value.width - 1, high - 1, fill=Role.SURFACE, stroke=edge, stroke_width=unit(1),
                 radius=radius)  # fmt: skip
    return Group(f"card:{value.measure}", value.width, high, (frame, *items), value.measure)


def _column(plan: Plan, number: int, cards: Sequence[Card], high: float, style: BoardStyle) -> Frame:
    """A column on its ground, its cards in blocks that can be passed over."""
    unit, x = style.type, number * style.column
    ground = Rect(unit(2), 0, style.column - unit(4), high, fill=Role.LANE_GROUND)
    base = Frame(f"ground:{number}", 0, 0, style.column, high,
                 groups=(Placed(0, 0, Group(f"column:{number}", style.column, high, (ground,))),))  # fmt: skip
    blocks = []
    for start in range(0, len(cards), _BLOCK):
        part = cards[start : start + _BLOCK]
        top, bottom = part[0].y, part[-1].y + part[-1].height
        groups = tuple(Placed(c.x - x, c.y - top, c.drawn) for c in part)
        blocks.append(Frame(f"cards:{start}", 0.0, top, style.column, bottom - top, groups=groups))
    inside = Frame("cards", 0, 0, style.column, high, tuple(blocks))
    return Frame(f"status:{number}", x, 0.0, style.column, high, (base, inside))


def _header(
    plan: Plan, columns: Sequence[tuple[MeasureStatus, Sequence[Card]]], wide: float, style: BoardStyle
) -> DisplayList:
    unit, groups = style.type, []
    high = unit(HEADER)
    for n, (status, cards) in enumerate(columns):
        ink, y = GROUNDS[status][1], unit(14) + unit.title.rise
        room = style.column - unit(20)
        count = text.single(plan.fonts, str(len(cards)), unit.small, style.column - unit(12), y,
                            Role.MUTED, align=1.0)  # fmt: skip
        name = text.single(plan.fonts, capital(plan.texts.tr(choice_label(status))), unit.title, unit(12),
                           y, Role.INK, room - unit(24), meaning=Meaning.HEADING)  # fmt: skip
        items: list[Primitive] = [
            Rect(unit(2), 0, style.column - unit(4), high, fill=Role.LANE_GROUND),
            Rect(unit(2), unit(6), style.column - unit(4), unit(3), fill=ink, radius=unit(1.5)),
            name,
            count,
        ]
        groups.append(Placed(n * style.column, 0.0, Group(f"head:{n}", style.column, high, tuple(items))))
    line = Group("line", wide, high, (marks.line(0, high - 0.5, wide, high - 0.5, Role.LINE),))
    return DisplayList(wide, high, Frame("header", 0, 0, wide, high, groups=(*groups, Placed(0, 0, line))))
