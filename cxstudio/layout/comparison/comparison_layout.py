"""Lays out two journeys one below the other, columns aligned by counterpart, and the two curves beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from cxstudio.analysis.comparison.as_is_to_be import Comparison
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.comparison import comparison_cards as cards
from cxstudio.layout.comparison import comparison_curves as curves
from cxstudio.layout.comparison import comparison_stages as stages
from cxstudio.layout.comparison import counterpart_lines as links
from cxstudio.layout.comparison.comparison_labels import labels, title_height
from cxstudio.layout.comparison.comparison_style import Board, ComparisonStyle, Piece, Side
from cxstudio.layout.comparison.difference_texts import differences
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.map.deferred_groups import LateGroups
from cxstudio.layout.map.name_row import NameRow
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id
from cxstudio.steps import Steps, gathered
from cxstudio.wording.findings.comparison_findings import comparison_sentence, spoken_match
from cxstudio.wording.texts import Texts

USUAL = ComparisonStyle()
Rows = dict[str, tuple[float, float]]
"""Row → y and height."""


@dataclass(frozen=True)
class ComparisonLayout:
    """A laid-out comparison. Body and labels share the y; the rows are today, links, later, differences, curve."""

    body: DisplayList
    labels: DisplayList
    rows: Rows
    board: Board = field(repr=False, compare=False)
    head: float = 0.0
    """Height of the stages' row above the cards."""

    def touchpoint_at(self, x: float, y: float) -> Id | None:
        """The touchpoint at a place: today's in the upper row, below it the one to be, else whichever there is."""
        if not 0 <= x < self.board.width:
            return None
        slot = self.board.columns[min(int(x / self.board.wide), len(self.board.columns) - 1)].slot
        top, links_y = self.rows["today"], self.rows["links"][0]
        if top[0] <= y < links_y:
            return slot.today
        if y < self.rows["later"][0]:
            return None
        return slot.later or (slot.today if y >= self.rows["curve"][0] else None)

    @cached_property
    def name_row(self) -> NameRow | None:
        """The touchpoints' names as a slim row, for where the cards of both journeys are out of view; None from far."""
        if self.board.far or not self.board.columns:
            return None
        y, _ = self.rows["later"]
        head = self.head + self.board.type(cards.BAND)
        title = self.board.texts.tr("Touchpoints")
        return NameRow(cards.names(self.board), title, y + head + self.board.type(8), 0.0)

    def named_at(self, x: float) -> Id | None:
        """The touchpoint whose name stands at x in that row: the one to be, today's where it will be gone."""
        if not 0 <= x < self.board.width:
            return None
        slot = self.board.columns[min(int(x / self.board.wide), len(self.board.columns) - 1)].slot
        return slot.later or slot.today

    def name_span(self, touchpoint: Id) -> tuple[float, float] | None:
        """Where in that row a touchpoint's name stands: x and width."""
        number = self.board.index.get(touchpoint)
        return None if number is None else (self.board.columns[number].x, self.board.wide)

    def box(self, touchpoint: Id) -> tuple[float, float, float, float] | None:
        """Where a touchpoint's card stands: x, y, width, height; None for one of another journey."""
        number = self.board.index.get(touchpoint)
        if number is None:
            return None
        column = self.board.columns[number]
        row = "today" if column.slot.today == touchpoint else "later"
        y, tall = self.rows[row]
        unit, gap = self.board.type, cards.gap(self.board)
        top = self.head + unit(cards.FAR_BAND if self.board.far else cards.BAND)
        high = unit(cards.FAR_BAR) if self.board.far else tall - top - unit(cards.PAD)
        return (column.x + gap / 2, y + top, self.board.wide - gap, high)

    def stage_box(self, stage: Id) -> tuple[float, float, float, float] | None:
        """Where a stage's plate stands."""
        unit = self.board.type
        for section, x, wide in self.board.spans:
            for row in ("today", "later"):
                if getattr(section, row) == stage:
                    y = self.rows[row][0] + unit(stages.HEIGHT - stages.PLATE) / 2
                    return (x + 2, y, wide - 4, self.head - unit(stages.HEIGHT - stages.PLATE))
        return None

    def beside(self, touchpoint: Id | None, step: int) -> Id | None:
        """The next touchpoint of the same journey; the first one for None."""
        row = "today"
        number = self.board.index.get(touchpoint) if touchpoint is not None else None
        if number is None:
            number = -1 if step > 0 else len(self.board.columns)
        elif self.board.columns[number].slot.today != touchpoint:
            row = "later"
        while 0 <= (number := number + step) < len(self.board.columns):
            found: Id | None = getattr(self.board.columns[number].slot, row)
            if found is not None:
                return found
        return None

    def across(self, touchpoint: Id) -> Id | None:
        """The counterpart in the other journey, wherever it stands; else whatever stands in the same column."""
        match = self.board.comparison.by_touchpoint.get(touchpoint)
        number = self.board.index.get(touchpoint)
        if match is None or number is None:
            return None
        slot = self.board.columns[number].slot
        if touchpoint == match.today:
            return match.later or slot.later
        return match.today or slot.today

    def said(self, touchpoint: Id) -> str:
        """Name, fate and everything that is different at a touchpoint, in words."""
        return spoken_match(self.board.document, self.board.match(touchpoint), self.board.texts)

    @cached_property
    def whole_body(self) -> DisplayList:
        """Sentence, labels and body as one picture."""
        return self.sheet(comparison_sentence(self.board.comparison, self.board.texts))

    def sheet(self, sentence: str) -> DisplayList:
        """Labels and body below any sentence as one picture."""
        unit = self.board.type
        wide = self.labels.width + self.body.width
        style, room = unit.name, wide - unit(28)
        head = text.block(
            self.board.fonts, sentence, style, unit(14), unit(10), room, Role.INK, meaning=Meaning.HEADING
        )
        left, top = self.labels.width, unit(20) + len(head) * unit.name.leading
        high = top + self.body.height
        frames = (
            Frame("title", 0.0, 0.0, wide, top, groups=(Placed(0, 0, Group("title", wide, top, head)),)),
            Frame("labels", 0.0, top, left, self.body.height, groups=self.labels.root.groups),
            Frame("body", left, top, self.body.width, self.body.height, frames=self.body.root.frames),
        )
        return DisplayList(wide, high, Frame("whole", 0, 0, wide, high, frames=frames), self.body.title)


def comparison_in_steps(
    document: Document,
    comparison: Comparison,
    today: RoundFigures | None,
    later: RoundFigures | None,
    texts: Texts,
    style: ComparisonStyle = USUAL,
    fonts: FontBook | None = None,
) -> Steps[ComparisonLayout]:
    """Lay out a comparison with today's figures and the target's."""
    board = Board(document, comparison, today, later, texts, style, fonts or font_book())
    yield
    said = yield from gathered((differences(board, piece) for piece in board.pieces), at_a_time=4)
    plate = stages.plate_height(board)
    head = board.type(stages.HEIGHT - stages.PLATE + plate)
    rows = _rows(board, head, max((tall for _, tall in said), default=0.0))
    frames: list[Frame] = [_grounds(board, rows), _section_lines(board, rows)]
    for side in board.sides:
        frames += _journey(board, side, rows, plate)
        yield
    y, tall = rows["links"]
    frames.append(Frame("links", 0.0, y, board.width, tall, groups=links.links(board)))
    y, tall = rows["differences"]
    words = dict(zip(board.pieces, (groups for groups, _ in said), strict=True))
    frames += _row(board, "differences", y, tall, words.__getitem__)
    y, tall = rows["curve"]
    values = {}
    for side in board.sides:
        values[side.name] = yield from board.values_in_steps(side)
    frames += _row(board, "curve", y, tall, lambda piece: curves.curves(board, piece, values))
    high = y + tall
    title = getattr(document.find(comparison.later), "title", "")
    root = Frame("comparison", 0.0, 0.0, board.width, high, tuple(frames))
    return ComparisonLayout(DisplayList(board.width, high, root, title), labels(board, rows), rows, board, head)


def _rows(board: Board, head: float, words: float) -> Rows:
    unit = board.type
    rows: Rows = {}
    y = 0.0
    journey = head + cards.height(board)
    if board.style.whole:
        journey = max(journey, title_height(board))
    for name, tall in (
        ("today", journey),
        ("links", links.height(board)),
        ("later", journey),
        ("differences", words),
        ("curve", unit(board.style.curve_height)),
    ):
        rows[name] = (y, tall)
        y += tall
    return rows


def _journey(board: Board, side: Side, rows: Rows, plate: float) -> Iterator[Frame]:
    """Stage plates, badges and cards of one journey."""
    y, tall = rows[side.name]
    head = board.type(stages.HEIGHT - stages.PLATE + plate)
    yield Frame(f"stages:{side.name}", 0.0, y, board.width, head, groups=stages.plates(board, side, plate))
    yield from _row(board, f"cards:{side.name}", y + head, tall - head, partial(cards.cards, board, side))
    yield from _row(board, f"badges:{side.name}", y + head, tall - head, partial(cards.badges, board, side))


def _row(
    board: Board, name: str, y: float, tall: float, make: Callable[[Piece], tuple[Placed, ...]]
) -> Iterator[Frame]:
    """One frame per piece; what nobody looks at is not laid out."""
    blocks = [
        Frame(f"{name}/{piece.start}", piece.x, 0.0, piece.width, tall, groups=LateGroups(partial(make, piece)))
        for piece in board.pieces
    ]
    yield Frame(name, 0.0, y, board.width, tall, frames=tuple(blocks))


def _grounds(board: Board, rows: Rows) -> Frame:
    groups = []
    for name, (y, tall) in rows.items():
        role = Role.LANE_GROUND if name in ("later", "differences") else Role.SURFACE
        items: list[Primitive] = [Rect(0, 0, board.width, tall, fill=role)]
        if name == "curve":
            items += curves.grid(board, board.width)
        if y and name != "links":
            items.append(marks.line(0, 0, board.width, 0, Role.FAINT_LINE, board.type(1)))
        groups.append(Placed(0.0, y, Group(f"ground:{name}", board.width, tall, tuple(items))))
    high = sum(tall for _, tall in rows.values())
    return Frame("grounds", 0.0, 0.0, board.width, high, groups=tuple(groups))


def _section_lines(board: Board, rows: Rows) -> Frame:
    high = sum(tall for _, tall in rows.values())
    dash = (board.type(2), board.type(4))
    groups, drawn = [], 0.0
    for number, (_, x, _) in enumerate(board.spans):
        if x - drawn >= 6:
            line = marks.line(0, 0, 0, high, Role.LINE, board.type(1), dash)
            groups.append(Placed(x, 0.0, Group(f"section:{number}", 0.0, high, (line,))))
            drawn = x
    return Frame("section-lines", 0.0, 0.0, board.width, high, groups=tuple(groups))
