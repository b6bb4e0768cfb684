"""A pile of paper sheets typed in one after the other: each is a new voice, digits go across the row."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cxstudio.edits import add_participant
from cxstudio.model import Id, Participant, Round, SurveyCounts
from cxstudio.model.kinds import RoundState
from cxstudio.wording import N_
from ui.context import Context
from ui.messages import Choice, Notice, Tone
from ui.workspaces.journey.voice import ONE_VOICE, voice_name
from ui.workspaces.rate.columns import FIGURE_OF, columns_to_fill
from ui.workspaces.rate.table import RatingTable
from ui.workspaces.rate.view import RatingView

NOTICE = "rate.pile"


class Pile(QObject):
    """Begins the next sheet, and says which number to write on it and what the last one left open."""

    def __init__(self, context: Context, table: RatingTable, view: RatingView) -> None:
        super().__init__(view)
        self._context, self._table, self._view = context, table, view
        self._last: Id | None = None
        """The voice of the sheet typed in last."""

    def next(self) -> bool:
        """A new voice and its first cell; False where this round cannot take single answers."""
        context, shown = self._context, self._table.asked.round
        if not self._takes_sheets(shown):
            context.messages.say(context.tr("Sheets are typed into an open round of single answers: begin one first."))
            return False
        blank = self._blank()
        left = 0 if blank or self._table.asked.own != self._last else self._open_answers()
        person = self._last = blank or self._new_person()
        context.selection.set_voice(person)
        self._view.across = True
        if self._table.touchpoints:
            context.selection.select(self._table.touchpoints[0])
            context.selection.set_figure(FIGURE_OF[columns_to_fill(self._table.quick)[0]])
        self._tell(person, left)
        self._view.setFocus()
        return True

    def end(self) -> None:
        """No more sheets."""
        self._context.messages.withdraw(NOTICE)

    def _takes_sheets(self, shown: Round | None) -> bool:
        if shown is None or shown.state is RoundState.CLOSED or self._context.session.read_only:
            return False
        return shown.kind not in ONE_VOICE and not self._counted(shown)

    def _counted(self, shown: Round) -> bool:
        return bool(self._context.document.having(SurveyCounts, "round", shown.id))

    def _open_answers(self) -> int:
        """How many cells of the voice in view are still empty."""
        figures = [FIGURE_OF[column] for column in columns_to_fill(self._table.quick)]
        lines = [self._table.line(touchpoint) for touchpoint in self._table.touchpoints]
        return sum(not line.answer(figure).given for line in lines for figure in figures)

    def _blank(self) -> Id | None:
        """The voice in view, where nothing has been typed for it yet."""
        own = self._table.asked.own
        if not isinstance(self._context.document.find(own), Participant):
            return None
        figures = [FIGURE_OF[column] for column in columns_to_fill(self._table.quick)]
        typed = any(
            self._table.line(touchpoint).answer(figure).given
            for touchpoint in self._table.touchpoints
            for figure in figures
        )
        return None if typed else own

    def _new_person(self) -> Id:
        with self._context.session.transaction(N_("Next sheet")) as draft:
            return add_participant(draft)

    def _tell(self, person: Id, left: int) -> None:
        context, texts = self._context, self._context.texts
        number = [p.id for p in context.document.all(Participant)].index(person) + 1
        who = voice_name(context.document, person, texts)
        now = texts.tr("{who}: write {number} on the sheet. Digits go across the row, S skips.", who=who, number=number)
        was = texts.trn("The sheet before left {n} cell empty.", "The sheet before left {n} cells empty.", left)
        choices = (
            Choice(texts.tr("Next sheet"), lambda: context.commands.run("rate.next_sheet"), primary=True),
            Choice(texts.tr("Done"), self.end),
        )
        context.messages.post(Notice(NOTICE, f"{was} {now}" if left else now, Tone.NEUTRAL, choices))
