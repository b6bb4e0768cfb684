"""The page to decide from: it is one page, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from cxstudio.documents.content import Fact, FrontPage, Text
from cxstudio.documents.paper import MARGIN, Paper, is_narrow
from cxstudio.documents.setting.sheet import Mark, Piece, Sheet, balanced
from cxstudio.documents.setting.table import TableLayout
from cxstudio.documents.setting.type import (
    BODY,
    BOX_BODY,
    DECISION,
    DECISION_STRONG,
    FIGURE,
    FINDING,
    LABEL,
    LARGE_BY_STYLE,
    LARGE_CELL_STRONG,
    LEAD,
    OVERLINE,
    SMALL,
    SMALL_STRONG,
)
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Rect
from cxstudio.layout.text.text_measuring import fitted, width
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type

REQUEST = "decision"
"""Field of the report's settings the decision asked for is written in."""
_PAD = 16.0
_FACT_GAP = 14.0
_LEFT = 0.621
"""Share of the table; the rest and a gap are what stands beside it."""
_COLUMN_GAP = 40.0
_BELOW = 22.0
"""Under the box; under the table where what else stands beside it stands below."""
_DELTA_WIDTH = 48.0
_MOST = (8, 5, 3, 2, 1)
"""Texts in a cell of the table, and lines of each: as many as there is room for."""


class _FrontPage:
    """Sets the parts of the page on its sheet, or on another to see what room they take."""

    def __init__(self, content: FrontPage, paper: Paper, fonts: FontBook) -> None:
        self._content, self._paper, self._fonts = content, paper, fonts
        self._narrow = is_narrow(paper.room)
        self._most_lines = 5 if self._narrow else 3
        """Of the finding, the request and the basis."""

    def page(self) -> Sheet:
        """From top and bottom to the table and what stands beside it: they get what room is left."""
        content, wide = self._content, self._paper.room
        sheet = Sheet(self._fonts, self._paper, content.title, content.note)
        y = self._box(sheet, self._top(sheet) + 15.0) + _BELOW
        floor = self._foot(sheet) - 8.0
        if self._narrow:
            self._below_each_other(sheet, y, floor)
        else:
            left = float(round(_LEFT * wide))
            x, right = MARGIN + left + _COLUMN_GAP, wide - left - _COLUMN_GAP
            self._table(sheet, y, left, self._most(lambda on, most: self._table(on, y, left, most), floor), floor)
            self._aside(sheet, x, y, right, self._most(lambda on, most: self._aside(on, x, y, right, most), floor))
        return sheet

    def _below_each_other(self, sheet: Sheet, y: float, floor: float) -> None:
        wide = self._paper.room

        def both(on: Sheet, most: int) -> float:
            return self._aside(on, MARGIN, self._table(on, y, wide, most) + _BELOW, wide, most)

        most = self._most(both, floor)
        taken = _BELOW + self._aside(self._trial(), MARGIN, 0.0, wide, most)
        self._aside(sheet, MARGIN, self._table(sheet, y, wide, most, floor - taken) + _BELOW, wide, most)

    def _most(self, bottom: Callable[[Sheet, int], float], floor: float) -> int:
        """How many lines texts may have so that a part ends above the floor; the fewest where it never does."""
        return next((most for most in _MOST if bottom(self._trial(), most) <= floor), _MOST[-1])

    def _trial(self) -> Sheet:
        return Sheet(self._fonts, self._paper)

    def _top(self, sheet: Sheet) -> float:
        """What it is about, the finding, and whose view holds what for the worst; returns where they end."""
        content, room = self._content, self._paper.room
        y = MARGIN + sheet.text(content.about.upper(), OVERLINE, MARGIN, MARGIN, room, Role.MUTED, 2) + 4.0
        if content.question:
            y += sheet.text(content.question, LEAD, MARGIN, y, room, Role.MUTED, 2) + 3.0
        wide = balanced(self._fonts, content.headline, FINDING, room, self._most_lines)
        y += sheet.text(content.headline, FINDING, MARGIN, y, wide, Role.INK, self._most_lines,
                        meaning=Meaning.TITLE)  # fmt: skip
        if not content.views:
            return y
        return y + 3.0 + sheet.text(content.views, LEAD, MARGIN, y + 3.0, room, Role.MUTED, self._most_lines)

    def _box(self, sheet: Sheet, top: float) -> float:
        """The decision in its box; returns where it ends. Its ground is put down before the text it is measured by."""
        bottom = self._decision(self._trial(), top + 13.0) + 12.0
        ground = Rect(MARGIN, top, self._paper.room, bottom - top, Role.ACCENT_GROUND, Role.ACCENT, 0.9, 9.0)
        sheet.group("box", [ground])
        self._decision(sheet, top + 13.0)
        return bottom

    def _decision(self, sheet: Sheet, y: float) -> float:
        decision = self._content.decision
        x, wide = MARGIN + _PAD, self._paper.room - 2 * _PAD
        if not decision.facts:
            y += sheet.text(decision.label, DECISION_STRONG, x, y, wide)
            high = 2.0 + sheet.text(decision.request, BODY, x, y + 2.0, wide, Role.MUTED, 4)
            sheet.marks.append(Mark(REQUEST, decision.asked, x, y, wide, high, BODY.size))
            return y + high
        label, request = f"{decision.label}:", decision.request
        if decision.whom:
            label, request = decision.label, f" {decision.whom}: {decision.request}"
        pieces = [Piece(label, DECISION_STRONG), Piece(request, DECISION)]
        high = sheet.rich(pieces, x, y, wide, self._most_lines)
        sheet.marks.append(Mark(REQUEST, decision.asked, x, y, wide, high, DECISION.size))
        y += high + 9.0
        per_line = 2 if self._narrow else len(decision.facts)
        bottom = y
        for place, fact in enumerate(decision.facts):
            if not place % per_line:
                x, y = MARGIN + _PAD, bottom + (9.0 if place else 0.0)
            given = wide / per_line if self._narrow else fact.share * wide
            ends = self._fact(sheet, fact, x, y, given - _FACT_GAP)
            if fact.field:
                mark = Mark(fact.field, fact.written, x, y, given - _FACT_GAP, ends - y, BOX_BODY.size)
                sheet.marks.append(mark)
            bottom = max(bottom, ends)
            x += given
        return bottom

    def _fact(self, sheet: Sheet, fact: Fact, x: float, y: float, wide: float) -> float:
        y += sheet.text(fact.label, LABEL, x, y, wide, Role.MUTED, 1) + 1.0
        if fact.figure:
            y += sheet.text(fact.figure, self._fitting(fact.figure, wide), x, y, wide, Role.INK, 2)
        if fact.sentence or fact.unknown:
            role = Role.INK if fact.sentence else Role.MUTED
            y += 2.0 + sheet.text(fact.sentence or fact.unknown, BOX_BODY, x, y + 2.0, wide, role, 4)
        if fact.note:
            y += sheet.text(fact.note, SMALL, x, y, wide, Role.MUTED, 4)
        return y

    def _fitting(self, figure: str, wide: float) -> Type:
        """The largest type in which a figure stands on one line: money is never cut."""
        sizes = (FIGURE, DECISION_STRONG, LARGE_CELL_STRONG)
        return next((t for t in sizes if width(self._fonts, figure, t.face, t.size) <= wide), SMALL_STRONG)

    def _table(self, sheet: Sheet, y: float, wide: float, most: int, floor: float = inf) -> float:
        """The table as far as it stands above the floor; returns where it ends."""
        table = self._content.table
        y += sheet.text(table.title.upper(), OVERLINE, MARGIN, y, wide, Role.MUTED, 1, meaning=Meaning.HEADING) + 3.0
        if not table.rows:
            return y + sheet.text(table.empty, BODY, MARGIN, y, wide, Role.MUTED, 3)
        laid = TableLayout(self._fonts, table, wide)
        y += laid.put_head(sheet, MARGIN, y)
        for number, row in enumerate(laid.row(row, most) for row in laid.rows):
            if y + row.height <= floor:
                y += laid.put(sheet, row, number, MARGIN, y)
        return y

    def _aside(self, sheet: Sheet, x: float, y: float, wide: float, most: int) -> float:
        """What to keep, and the other facts; returns where they end."""
        strengths = self._content.strengths
        if strengths.points:
            y += sheet.text(strengths.title.upper(), OVERLINE, x, y, wide, Role.MUTED, 1, meaning=Meaning.HEADING) + 4.0
            for name, figure in strengths.points[: min(2, max(1, most - 1))]:
                y = self._strength(sheet, name, figure, x, y, wide, most)
            y += 11.0
        for fact in self._content.facts:
            y += sheet.text(fact.label.upper(), OVERLINE, x, y, wide, Role.MUTED, 1, meaning=Meaning.HEADING) + 3.0
            role = Role.INK if fact.sentence else Role.MUTED
            y += sheet.text(fact.sentence or fact.unknown, BOX_BODY, x, y, wide, role, most) + 11.0
        return y - 11.0

    def _strength(self, sheet: Sheet, name: str, figure: Text, x: float, y: float, wide: float, most: int) -> float:
        size = 10.0
        sheet.group("star", marks.sign("star", x, y + 2.6, size, Role.STARDUST))
        room = wide - size - 5.0
        short = fitted(self._fonts, name, BOX_BODY.face, BOX_BODY.size, most * (room - _DELTA_WIDTH), words=True)
        pieces = [Piece("".join(run.text for run in short.runs), BOX_BODY),
                  Piece(figure.text, LARGE_BY_STYLE[figure.style], figure.role)]  # fmt: skip
        return y + sheet.rich(pieces, x + size + 5.0, y, room, most) + 3.0

    def _foot(self, sheet: Sheet) -> float:
        """On what all figures rest, at the bottom; returns where it begins."""
        basis, wide = self._content.basis, self._paper.room
        pieces = [Piece(basis.label, SMALL_STRONG), Piece(basis.sentence, SMALL, Role.MUTED)]
        top = self._paper.bottom - self._trial().rich(pieces, MARGIN, 0.0, wide, self._most_lines)
        sheet.rule(MARGIN, top - 7.0, wide)
        sheet.rich(pieces, MARGIN, top, wide, self._most_lines)
        return top - 7.0


def front_page(content: FrontPage, paper: Paper, fonts: FontBook) -> Sheet:
    """The one page."""
    return _FrontPage(content, paper, fonts).page()
