"""Document and round → rating sheet as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.documents.paper import MARGIN, USUAL, Paper
from cxstudio.documents.rating_sheet import grid
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import (
    BODY,
    LABEL,
    OVERLINE,
    SMALL,
    SMALL_STRONG,
    TITLE,
    TITLE_AGAIN,
)
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import Meaning, Rect
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Journey, Round, Stage, Touchpoint
from cxstudio.model.questions import PROMISED, asked_together, limits
from cxstudio.progress import Progress, silent
from cxstudio.wording import N_, Texts
from cxstudio.wording import texts as texts_in
from cxstudio.wording.figures.answer_promise import promise_words
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import occasion_words, view_words
from cxstudio.wording.figures.first_pass_sentences import about_minutes, rows_words
from cxstudio.wording.figures.rating_questions import Question, question

_FIELD: Final = 150.0


def rating_sheet_pdf(document: Document, journey: Id, round_id: Id | None, language: str, *,
                     touchpoints: Sequence[Id] | None = None, quick: bool = False, paper: Paper = USUAL,
                     progress: Progress = silent, fonts: FontBook | None = None) -> PdfFile:  # fmt: skip
    """The sheet for a round, or for one that is still to begin (None).

    `touchpoints` are those to rate, all of the journey when None; `quick` asks the one quick question. Pure: the
    same document gives the same bytes. Raises UserError where there is nothing to rate.
    """
    book, texts = fonts or font_book(), texts_in(language)
    round_ = document.find(round_id)
    about = round_ if isinstance(round_, Round) else None
    making = _Making(document, document.get(Journey, journey), about, texts, book, paper)
    wanted = None if touchpoints is None else frozenset(touchpoints)
    every = document.journey_touchpoints(journey)
    listed = [t for t in every if wanted is None or t.id in wanted]
    if not listed:
        raise UserError(
            N_("There is no touchpoint to rate."), N_("Nothing was written."), N_("Put the first ones on the map.")
        )
    making.shortlist = rows_words(len(listed), len(every), texts)
    promised = any(t.promise.strip() for t in listed)
    pages = making.pages(listed, asked_together(quick, promised))
    title = " · ".join(part for part in (texts.tr("Rating sheet"), document.project.title) if part)
    notices = placeholder_notices(document, book, pages, texts)
    return write_pdf(pages, notices, paper, title=title, texts=texts, fonts=book,
                     author=document.project.client, accent=document.project.accent, assets={},
                     progress=progress)  # fmt: skip


class _Making:
    """Fills the pages of one sheet."""

    def __init__(self, document: Document, journey: Journey, round_: Round | None, texts: Texts, fonts: FontBook,
                 paper: Paper) -> None:  # fmt: skip
        self._document, self._journey, self._round = document, journey, round_
        self._texts, self._fonts, self._paper = texts, fonts, paper
        self.shortlist = ""
        """That it asks about a shortlist only, where it does."""
        self._minutes = ""
        """How long it takes."""
        title = document.project.title
        self._note = " · ".join(part for part in (title, journey.title if journey.title not in title else "") if part)

    def pages(self, touchpoints: Sequence[Touchpoint], figures: Sequence[str]) -> list[Sheet]:
        """All pages: the first with instructions and the note on data, the questions repeated on each."""
        blocks = grid.blocks([self._asked(figure) for figure in figures], self._paper)
        self._minutes = about_minutes(len(touchpoints), self._texts, len(figures) - (PROMISED in figures))
        pitch = min(grid.PITCHES, key=lambda each: len(self._parts(touchpoints, blocks, each)))
        sheets: list[Sheet] = []
        number = 0
        for part in self._parts(touchpoints, blocks, pitch):
            sheets.append(self._sheet(first=not sheets))
            y, _ = self._begin(sheets[-1], blocks, pitch, first=len(sheets) == 1)
            stage = ""
            for touchpoint in part:
                number += 1
                if touchpoint.stage != stage:
                    stage = touchpoint.stage
                    y = grid.stage_row(sheets[-1], self._document.get(Stage, stage).name, y, pitch)
                y = grid.row(sheets[-1], number, touchpoint, blocks, y, self._words(touchpoint, blocks, pitch))
        return sheets

    def _parts(
        self, touchpoints: Sequence[Touchpoint], blocks: tuple[grid.Block, ...], pitch: grid.Pitch
    ) -> list[list[Touchpoint]]:
        """The touchpoints page by page."""
        first, others = (self._room(blocks, pitch, first=first) for first in (True, False))
        parts: list[list[Touchpoint]] = [[]]
        left = first
        for touchpoint in touchpoints:
            heading = not parts[-1] or touchpoint.stage != parts[-1][-1].stage
            high, above = self._words(touchpoint, blocks, pitch).height, self._stage_height(touchpoint, pitch)
            needed = high + (above if heading else 0.0)
            if needed > left and parts[-1]:
                parts.append([])
                left, needed = others, high + above
            parts[-1].append(touchpoint)
            left -= needed
        return parts

    def _words(self, touchpoint: Touchpoint, blocks: tuple[grid.Block, ...], pitch: grid.Pitch) -> grid.RowWords:
        name, promise = touchpoint.name or self._texts.tr("Unnamed touchpoint"), touchpoint.promise.strip()
        asked = any(block.question.figure == PROMISED for block in blocks)
        said = self._texts.tr("Promise: {promise}", promise=promise) if asked and promise else ""
        return grid.row_words(self._fonts, name, said, blocks, pitch)

    def _stage_height(self, touchpoint: Touchpoint, pitch: grid.Pitch) -> float:
        return grid.stage_height(self._fonts, self._document.get(Stage, touchpoint.stage).name, self._paper, pitch)

    def _room(self, blocks: tuple[grid.Block, ...], pitch: grid.Pitch, *, first: bool) -> float:
        """Height for rows on a page."""
        top, floor = self._begin(self._sheet(first=first), blocks, pitch, first=first)
        return floor - top

    def _sheet(self, *, first: bool) -> Sheet:
        return Sheet(self._fonts, self._paper, self._texts.tr("Rating sheet") if first else "", self._note)

    def _asked(self, figure: str) -> tuple[Question, int, int]:
        asked = question(figure, self._document, self._round, self._texts)
        scale = self._round.scale if self._round is not None else self._document.project.scale
        return asked, *limits(figure, scale)

    def _begin(
        self, sheet: Sheet, blocks: tuple[grid.Block, ...], pitch: grid.Pitch, *, first: bool
    ) -> tuple[float, float]:
        """The top of a page with its questions; returns where the rows begin and where they have to end."""
        y, floor = self._above_questions(sheet, pitch, first=first)
        return grid.head(sheet, blocks, y, self._texts), floor

    def _above_questions(self, sheet: Sheet, pitch: grid.Pitch, *, first: bool) -> tuple[float, float]:
        tr = self._texts.tr
        y = MARGIN
        self._number(sheet, y)
        room = self._paper.room - _FIELD - 20.0
        if not first:
            y += sheet.text(tr("Rating sheet"), TITLE_AGAIN, MARGIN, y, room, Role.MUTED, 1) + 14.0
            return y, self._paper.bottom
        if self._note:
            y += sheet.text(self._note, OVERLINE, MARGIN, y, room, Role.MUTED, 3) + 2.0
        title = tr("Rating sheet")
        beside = setting.width(self._fonts, title, TITLE.face, TITLE.size) + 14.0 if pitch.compact else 0.0
        high = sheet.text(title, TITLE, MARGIN, y, room, Role.INK, 1, meaning=Meaning.TITLE) + 2.0
        if pitch.compact:
            sheet.text(
                self._occasion(), BODY, MARGIN + beside, y + TITLE.rise - BODY.rise, room - beside, Role.MUTED, 2
            )
            y += high
        else:
            y += high
            y += sheet.text(self._occasion(), BODY, MARGIN, y, room, Role.MUTED, 2) + 4.0
        ask = tr("Please tick one circle per question. Leave a row blank if you cannot say; it does not count as zero.")
        y += sheet.text(ask, BODY, MARGIN, y, self._paper.room, Role.INK, 2)
        return y + (6.0 if pitch.compact else 12.0), self._protection(sheet)

    def _number(self, sheet: Sheet, y: float) -> None:
        """The field for the number the sheet gets when it is typed in."""
        x = MARGIN + self._paper.room - _FIELD
        words = self._texts.tr("Number of the sheet")
        sheet.text(words, LABEL, x, y + 3.0, _FIELD - 52.0, Role.MUTED, 1)
        sheet.group("number", [Rect(x + _FIELD - 46.0, y, 46.0, 18.0, stroke=Role.MUTED, stroke_width=0.8, radius=3.0)])

    def _occasion(self) -> str:
        round_ = self._round
        parts = [] if round_ is None else [occasion_words(round_, self._texts), view_words(round_.view, self._texts)]
        return " · ".join(capital(part) for part in (*parts, self.shortlist, self._minutes) if part)

    def _protection(self, sheet: Sheet) -> float:
        """What happens to the answers, at the foot of the first page; returns where it begins."""
        tr, texts = self._texts.tr, self._texts
        until = self._document.project.retain_until
        sentences = [
            tr("Voluntary and without names: please do not write your name."),
            promise_words(self._round, texts),
            tr("The sheets are destroyed once they have been typed in."),
        ]
        if until is not None:
            sentences.append(tr("The figures are kept until {date}.", date=texts.long_date(until)))
        words = " ".join(sentences)
        label = tr("Your data")
        height = Sheet(self._fonts, self._paper).text(words, SMALL, 0.0, 0.0, self._paper.room - 70.0)
        top = self._paper.bottom - height
        sheet.rule(MARGIN, top - 6.0, self._paper.room)
        sheet.text(label, SMALL_STRONG, MARGIN, top, 66.0, most=1)
        sheet.text(words, SMALL, MARGIN + 70.0, top, self._paper.room - 70.0, Role.MUTED)
        return top - 10.0
