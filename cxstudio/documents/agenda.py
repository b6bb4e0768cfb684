"""The agenda as a hand-out: times, what is done with which goal, who leads it, and everything that has to be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.analysis.workshops.block_needs import block_need
from cxstudio.analysis.workshops.planned_times import AgendaPlan, agenda_of, people_of, plan_agenda
from cxstudio.catalogue.methods import methods
from cxstudio.documents.paper import MARGIN, USUAL, Paper
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import BODY, HEAD, LEAD, OVERLINE, SECTION, SMALL, STRONG, TITLE
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import N_, UserError
from cxstudio.layout.display.display_list import Meaning, Rect, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import AgendaBlock, BreakoutGroup, Document, Workshop
from cxstudio.model.kinds import BlockKind
from cxstudio.progress import silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.findings.agenda_sentences import clock_text, group_text, minutes_text, need_texts, plan_text
from cxstudio.wording.texts import Texts

_PAD: Final = 7.0
_TIME: Final = 50.0
_LENGTH: Final = 54.0
_WHO: Final = 96.0
_GAP: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Said:
    """A paragraph of a cell."""

    text: str
    style: Type
    role: Role = Role.INK


def agenda_pdf(document: Document, language: str, workshops: Collection[str] = (), paper: Paper = USUAL,
               fonts: FontBook | None = None) -> PdfFile:  # fmt: skip
    """The agendas of these workshops, of all where none is named, each on pages of its own, upright.

    Raises UserError where there is none.
    """
    texts, book = texts_in(language), fonts or font_book()
    chosen = [w for w in document.all(Workshop) if not workshops or w.id in workshops]
    if not chosen:
        raise UserError(
            N_("No workshop is planned yet."), N_("Nothing was written."), N_("Plan an agenda under Ideas first.")
        )  # fmt: skip
    pages: list[Sheet] = []
    for workshop in chosen:
        pages += _Agenda(document, workshop, texts, book, paper.upright).pages()
    title = " · ".join(part for part in (texts.tr("Agenda"), chosen[0].title if len(chosen) == 1 else "") if part)
    notices = placeholder_notices(document, book, pages, texts)
    return write_pdf(pages, notices, paper.upright, title=title, texts=texts, fonts=book,
                     accent=document.project.accent, assets={}, progress=silent)  # fmt: skip


class _Agenda:
    """Sets one workshop over as many pages as it takes; only a row higher than a page is divided."""

    def __init__(self, document: Document, workshop: Workshop, texts: Texts, book: FontBook, paper: Paper) -> None:
        self.document, self.workshop, self.texts, self.book, self.paper = document, workshop, texts, book, paper
        self.title = workshop.title.strip() or texts.tr("Workshop")
        self.sheets = [Sheet(book, paper, self.title)]
        self.y = MARGIN

    def pages(self) -> list[Sheet]:
        """All its pages."""
        blocks = agenda_of(self.document, self.workshop.id)
        plan = plan_agenda(self.workshop, blocks)
        self._head(plan, blocks)
        for block, times in zip(blocks, plan.times, strict=True):
            self._block(block, clock_text(times.start, self.texts))
        if blocks:
            self._line((_Said(clock_text(plan.end, self.texts), STRONG),), (_Said(self.texts.tr("End"), STRONG),))
        self._material(blocks)
        return self.sheets

    @property
    def sheet(self) -> Sheet:
        """The page written on."""
        return self.sheets[-1]

    def _head(self, plan: AgendaPlan, blocks: Sequence[AgendaBlock]) -> None:
        texts, workshop, room = self.texts, self.workshop, self.paper.room
        project = self.document.project
        over = " · ".join(part for part in (project.client, project.title) if part.strip())
        if over:
            self.y += self.sheet.text(over, OVERLINE, MARGIN, self.y, room, Role.ACCENT) + 2.0
        self.y += self.sheet.text(self.title, TITLE, MARGIN, self.y, room, meaning=Meaning.TITLE) + 2.0
        people = people_of(workshop)
        span = texts.tr("{start} to {end}", start=clock_text(plan.start, texts), end=clock_text(plan.end, texts))
        known = (
            texts.long_date(workshop.day) if workshop.day is not None else "",
            span if blocks else "",
            workshop.place.strip(),
            texts.trn("{n} person", "{n} people", people) if people else "",
        )
        self.y += self.sheet.text(" · ".join(part for part in known if part), LEAD, MARGIN, self.y, room, Role.MUTED)
        said = plan_text(plan, texts) if blocks else texts.tr("This agenda has no block yet.")
        self.y += self.sheet.text(said, LEAD, MARGIN, self.y, room, Role.MUTED) + 12.0
        if blocks:
            self._heads()

    def _heads(self) -> None:
        tr = self.texts.tr
        heads = ((MARGIN, tr("Time")), (MARGIN + _TIME, tr("Duration")), (self._middle, tr("Block and goal")),
                 (self._last, tr("Led by")))  # fmt: skip
        for x, said in heads:
            self.sheet.text(said, HEAD, x, self.y, 200.0, Role.MUTED, 1)
        self.y += HEAD.leading + 4.0
        self.sheet.rule(MARGIN, self.y, self.paper.room)
        self.y += _PAD

    @property
    def _middle(self) -> float:
        return MARGIN + _TIME + _LENGTH

    @property
    def _last(self) -> float:
        return MARGIN + self.paper.room - _WHO

    def _block(self, block: AgendaBlock, start: str) -> None:
        texts = self.texts
        rest = block.kind is BlockKind.BREAK
        role = Role.MUTED if rest else Role.INK
        card = methods().find(block.method)
        tags = (card.name.say(texts.language) if card is not None else block.method,
                choice_text(texts, block.phase) if block.phase is not None else "")  # fmt: skip
        told = [_Said(block.title.strip() or texts.tr("Untitled"), BODY if rest else STRONG, role)]
        told += [_Said(" · ".join(tag for tag in tags if tag), SMALL, Role.MUTED)] if any(tags) else []
        told += [_Said(line, BODY) for line in block.goal.splitlines() if line.strip()]
        for group in self.document.having(BreakoutGroup, "block", block.id):
            told.append(_Said(group_text(group, texts), BODY))
            told += [_Said(line, SMALL, Role.MUTED) for line in group.task.splitlines() if line.strip()]
        need = block_need(self.document, self.workshop, block)
        told += [_Said(" ".join(need_texts(need, texts)), SMALL, Role.MUTED)] if need is not None else []
        self._line((_Said(start, BODY, role),), told, (_Said(block.who.strip(), BODY),),
                   _Said(minutes_text(block.minutes, texts), BODY, Role.MUTED))  # fmt: skip

    def _line(self, start: Sequence[_Said], told: Sequence[_Said], who: Sequence[_Said] = (),
              length: _Said | None = None) -> None:  # fmt: skip
        """One row of the table with a rule below it."""
        wide = self._last - self._middle - _GAP
        columns = (
            (MARGIN, _TIME - 6.0, start), (MARGIN + _TIME, _LENGTH - 6.0, (length,) if length is not None else ()),
            (self._middle, wide, told), (self._last, _WHO, who),
        )  # fmt: skip
        self._set([list(self._lines(x, room, said)) for x, room, said in columns])
        self.sheet.rule(MARGIN, self.y, self.paper.room)
        self.y += _PAD

    def _lines(self, x: float, wide: float, said: Sequence[_Said]) -> Iterator[tuple[TextLine, float]]:
        """Each line of a cell with the height it takes."""
        for part in said:
            if part.text.strip():
                for line in setting.block(self.book, part.text, part.style, x, 0.0, wide, part.role):
                    yield replace(line, y=part.style.rise), part.style.leading

    def _set(self, columns: list[list[tuple[TextLine, float]]]) -> None:
        """Set cells side by side; on the next page where they do not fit on this one."""
        high = max((sum(leading for _, leading in cell) for cell in columns), default=0.0)
        top = MARGIN + HEAD.leading + 4.0 + _PAD
        if self.y + high > self.paper.bottom and self.y > top:
            self._turn()
        while any(columns):
            lowest = self.y
            for cell in columns:
                y = self.y
                while cell and y + cell[0][1] <= self.paper.bottom:
                    line, leading = cell.pop(0)
                    self.sheet.group("cell", [replace(line, y=y + line.y)])
                    y += leading
                lowest = max(lowest, y)
            self.y = lowest
            if any(columns):
                self._turn()
        self.y += _PAD

    def _turn(self) -> None:
        """The next page, with the headings of the table."""
        self.sheets.append(Sheet(self.book, self.paper, note=self.title))
        self.y = MARGIN
        self._heads()

    def _material(self, blocks: Sequence[AgendaBlock]) -> None:
        """What has to be there, each item once, with the blocks that need it."""
        needed: dict[str, list[str]] = {}
        for block in blocks:
            for line in block.material.splitlines():
                if line.strip():
                    title = block.title.strip() or self.texts.tr("Untitled")
                    needed.setdefault(" ".join(line.split()), []).append(title)
        if not needed:
            return
        if self.y + SECTION.leading + 3 * BODY.leading > self.paper.bottom:
            self.sheets.append(Sheet(self.book, self.paper, note=self.title))
            self.y = MARGIN
        self.y += 8.0
        named, room = self.texts.tr("Material"), self.paper.room
        self.y += self.sheet.text(named, SECTION, MARGIN, self.y, room, meaning=Meaning.HEADING) + 4.0
        for item, titles in needed.items():
            where = ", ".join(dict.fromkeys(titles))
            cell = list(self._lines(MARGIN + 20.0, self.paper.room - 20.0,
                                    (_Said(item, BODY), _Said(where, SMALL, Role.MUTED))))  # fmt: skip
            if self.y + sum(leading for _, leading in cell) > self.paper.bottom:
                self.sheets.append(Sheet(self.book, self.paper, note=self.title))
                self.y = MARGIN
            self.sheet.group("box", [Rect(MARGIN, self.y + 2.5, 9.0, 9.0, stroke=Role.MUTED, radius=1.5)])
            for laid, leading in cell:
                if self.y + leading > self.paper.bottom:
                    self.sheets.append(Sheet(self.book, self.paper, note=self.title))
                    self.y = MARGIN
                self.sheet.group("item", [replace(laid, y=self.y + laid.y)])
                self.y += leading
            self.y += 5.0
