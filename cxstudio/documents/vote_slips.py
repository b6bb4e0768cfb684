"""The vote under way on paper: four or two slips a page, each idea in full with its letter and circles to fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cxstudio.analysis.votes.vote_results import rule_of
from cxstudio.documents.paper import MARGIN, USUAL, Paper
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import BODY, LABEL, SMALL, TITLE_AGAIN
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import N_, UserError
from cxstudio.layout.boards.vote_board import letter
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Primitive
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.model import Document, Idea, VoteRound
from cxstudio.model.kinds import VoteKind
from cxstudio.progress import silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.findings.idea_sentences import rule_words, tie_words
from cxstudio.wording.texts import Texts

_GAP: Final = 40.0
"""Between two slips, for the scissors."""
_ROW: Final = 24.0
_CLOSE_ROW: Final = 19.0
"""Where that makes room for four slips instead of two."""
_ABOVE: Final = 3.5
"""Above and below an idea of several lines."""
_CODE: Final = 36.0
"""For the code at the end of a slip."""
_LETTER: Final = 26.0
_RADIUS: Final = 5.5
_STEP: Final = 58.0
"""From one answer to the next, below their names."""
_MOST_CIRCLES: Final = 5
_MOST_PAGES: Final = 500
_DASH: Final = (3.0, 4.0)


def vote_slips_pdf(document: Document, language: str, paper: Paper = USUAL, fonts: FontBook | None = None) -> PdfFile:
    """Slips of the vote begun last, as many pages as people need: one at least, and a bounded number.

    Raises UserError where there is no vote.
    """
    texts, book = texts_in(language), fonts or font_book()
    running = [vote for vote in document.all(VoteRound) if not vote.revealed]
    if not running:
        raise UserError(
            N_("No vote is under way."), N_("Nothing was written."), N_("Begin a vote first; its rule is printed.")
        )  # fmt: skip
    vote = running[-1]
    each, sheets = _Slip(document, vote, texts, paper, book).sheets()
    needed = max(-(-vote.eligible // each), 1)
    printed = min(needed, max(_MOST_PAGES // len(sheets), 1))
    title = " · ".join(part for part in (texts.tr("Voting slips"), vote.title) if part)
    notices = placeholder_notices(document, book, sheets, texts)
    if needed > printed:
        many = texts.number(each * printed)
        notices += (texts.tr("The file holds {n} slips. For more, print it once again.", n=many),)
    return write_pdf(sheets * printed, notices, paper, title=title, texts=texts, fonts=book,
                     author=document.project.client, accent=document.project.accent, assets={},
                     progress=silent)  # fmt: skip


class _Row(NamedTuple):
    """An idea on a slip."""

    letter: str
    words: str
    height: float


class _Slip:
    """One slip: in half a column, in a column, or over as many columns as its ideas take."""

    def __init__(self, document: Document, vote: VoteRound, texts: Texts, paper: Paper, fonts: FontBook) -> None:
        self._vote, self._texts, self._paper, self._fonts = vote, texts, paper, fonts
        self._wide = (paper.room - _GAP) / 2
        points = vote.kind is VoteKind.POINTS
        self._heads = () if points else (texts.tr("yes"), texts.tr("with changes"), texts.tr("no"))
        self._step = 2 * _RADIUS + 6.0 if points else _STEP
        self._circles = min(vote.points_each, _MOST_CIRCLES) if points else len(self._heads)
        self._room = self._wide - self._circles * self._step - 8.0 - _LETTER
        rule = rule_of(document, vote)
        self._rule = " ".join(part for part in (rule_words(vote, rule, texts), tie_words(rule, vote, texts)) if part)
        found = ((place, document.find(idea)) for place, idea in enumerate(vote.ideas))
        self._told = [(letter(place), idea_words(idea, texts)) for place, idea in found if isinstance(idea, Idea)]
        self._rows = self._spaced(_ROW)

    def sheets(self) -> tuple[int, list[Sheet]]:
        """How many slips a sheet holds, and the sheets of one slip where it takes more."""
        whole = self._paper.bottom - MARGIN
        half, head = (whole - _GAP) / 2, self._head(self._sheet(), 0.0, 0.0)
        needed = head + sum(row.height for row in self._rows) + _CODE
        closer = self._spaced(_CLOSE_ROW)
        for tops, room in (((MARGIN, MARGIN + half + _GAP), half), ((MARGIN,), whole)):
            if head + sum(row.height for row in closer) + _CODE <= room:
                self._rows = closer if needed > room else self._rows
                return 2 * len(tops), [self._cut(tops, room)]
        columns = self._columns(head, whole)
        return 1, [self._page(columns[start : start + 2], start == 0) for start in range(0, len(columns), 2)]

    def _sheet(self) -> Sheet:
        return Sheet(self._fonts, self._paper)

    def _spaced(self, least: float) -> list[_Row]:
        """The ideas, each at least so high."""
        wrapped = ((mark, words, len(setting.wrap(self._fonts, words, BODY.face, BODY.size, self._room)))
                   for mark, words in self._told)  # fmt: skip
        return [_Row(mark, words, max(least, n * BODY.leading + 2 * _ABOVE)) for mark, words, n in wrapped]

    def _cut(self, tops: Sequence[float], high: float) -> Sheet:
        """A sheet of whole slips, two beside each other below each of these, with lines to cut along."""
        sheet, paper = self._sheet(), self._paper
        for y in tops:
            for left in (MARGIN, MARGIN + self._wide + _GAP):
                self._ideas(sheet, self._rows, left, self._head(sheet, left, y))
                self._code(sheet, left, y + high)
        middle = paper.width / 2
        lines = [marks.line(middle, MARGIN / 2, middle, paper.bottom, Role.FAINT_LINE, dash=_DASH)]
        for across in (top - _GAP / 2 for top in tops[1:]):
            lines.append(marks.line(MARGIN / 2, across, paper.width - MARGIN / 2, across, Role.FAINT_LINE, dash=_DASH))
        sheet.group("cut", lines)
        return sheet

    def _columns(self, head: float, whole: float) -> list[list[_Row]]:
        """The ideas, column by column; the first has the head, the last room for the code."""
        columns: list[list[_Row]] = [[]]
        left = whole - head - _CODE
        for row in self._rows:
            if columns[-1] and row.height > left:
                columns.append([])
                left = whole - _CODE - self._heading
            columns[-1].append(row)
            left -= row.height
        return columns

    def _page(self, columns: Sequence[Sequence[_Row]], first: bool) -> Sheet:
        """Two columns of one slip."""
        sheet = self._sheet()
        for number, rows in enumerate(columns):
            x = MARGIN + number * (self._wide + _GAP)
            top = self._head(sheet, x, MARGIN) if first and not number else self._answers(sheet, x, MARGIN)
            self._ideas(sheet, rows, x, top)
        if first:
            self._code(sheet, MARGIN, self._paper.bottom)
        return sheet

    def _head(self, sheet: Sheet, x: float, y: float) -> float:
        """Question, rule, and how to answer; returns where the ideas begin."""
        tr, vote, wide = self._texts.tr, self._vote, self._wide
        y += sheet.text(vote.title or tr("Vote"), TITLE_AGAIN, x, y, wide, Role.INK, 2, meaning=Meaning.TITLE)
        y += sheet.text(self._rule, SMALL, x, y, wide, Role.MUTED, 3) + 4.0
        asked = tr("Tick one circle for each idea: yes, yes with changes, no. To abstain, leave it empty.")
        if not self._heads:
            asked = tr("Points you can give: {n}. Fill in one circle for each of them.", n=vote.points_each)
        y += sheet.text(asked, BODY, x, y, wide, Role.INK, 2) + 6.0
        return self._answers(sheet, x, y)

    @property
    def _heading(self) -> float:
        lines = (len(setting.wrap(self._fonts, head, LABEL.face, LABEL.size, self._step)) for head in self._heads)
        return min(max(lines, default=0), 2) * LABEL.leading + 3.0 if self._heads else 0.0

    def _answers(self, sheet: Sheet, x: float, y: float) -> float:
        """What the circles stand for, above them."""
        right = x + self._wide - self._circles * self._step
        for n, head in enumerate(self._heads):
            sheet.text(head, LABEL, right + n * self._step, y, self._step, Role.MUTED, 2, 0.5)
        return y + self._heading

    def _ideas(self, sheet: Sheet, rows: Sequence[_Row], x: float, y: float) -> None:
        right = x + self._wide - self._circles * self._step
        for row in rows:
            middle = y + row.height / 2
            lines = len(setting.wrap(self._fonts, row.words, BODY.face, BODY.size, self._room))
            top = middle - lines * BODY.leading / 2
            sheet.text(row.letter, BODY, x, top, _LETTER, Role.INK, 1)
            sheet.text(row.words, BODY, x + _LETTER, top, self._room, Role.INK)
            drawn: list[Primitive] = [
                marks.circle(right + (n + 0.5) * self._step, middle, _RADIUS, stroke=Role.MUTED, stroke_width=0.8)
                for n in range(self._circles)
            ]
            sheet.group("circles", drawn)
            y += row.height

    def _code(self, sheet: Sheet, x: float, bottom: float) -> None:
        words = self._texts.tr("Code of your own (optional)") + ": ____________________"
        sheet.text(words, SMALL, x, bottom - SMALL.leading, self._wide, Role.MUTED, 1)
