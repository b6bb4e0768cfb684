"""A pile of paper sheets typed in one after the other: each is a new voice, digits go across the row.

The table then holds the rows of the sheet, in its order and with its numbers, until the pile is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.analysis.journeys.first_pass import ToRate, to_rate
from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.edits import add_participant, remove_records
from cxstudio.edits.rating.voices import is_unused, takes_people
from cxstudio.model import GROUP_VOICE, Id, Participant, Round
from cxstudio.model.kinds import RoundState
from cxstudio.model.questions import asked_together
from cxstudio.wording import N_
from cxstudio.wording.figures.first_pass_sentences import rows_words
from cxstudio.wording.figures.voice_sentences import voice_name
from ui.context.commit_typing import finish_typing
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone
from ui.forms.text_boxes import GrowingText
from ui.workspaces.rate.table.answer_table_model import RatingTable
from ui.workspaces.rate.table.answer_table_view import RatingView

NOTICE = "rate.pile"
_NEXT: Final = "rate.next_sheet"


class Pile(QObject):
    """Begins the next sheet, and says which number to write on it and what the last one left open."""

    def __init__(
        self, context: Context, table: RatingTable, view: RatingView, show_only: Callable[[Filter], object]
    ) -> None:
        super().__init__(view)
        self._context, self._table, self._view, self._show_only = context, table, view, show_only
        self.before: Filter | None = None
        """What was left out before the pile; None while no sheets are typed in."""
        context.selection.voice_changed.connect(self._voice_changed)
        context.selection.journey_changed.connect(self.end)
        context.bridge.changed.connect(self._follow)
        self.last: Id | None = None
        """The voice of the sheet typed in last."""

    def listen_on(self, page: QWidget) -> None:
        """While this page is seen, the key for the next sheet works wherever the keyboard is in the window."""
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if event.type() is QEvent.Type.Show:
                watched.window().addAction(self._context.commands.action(_NEXT))
            elif event.type() is QEvent.Type.Hide:
                watched.window().removeAction(self._context.commands.action(_NEXT))
        return False

    def next(self) -> bool:
        """A new voice and its first cell; False where this round cannot take single answers."""
        prose = QApplication.focusWidget()
        if self.before is None and isinstance(prose, GrowingText):
            prose.done.emit()  # there the key ends what is written; sheets are typed in once the first has begun
            return False
        finish_typing()
        context, shown = self._context, self._table.asked.round
        if shown is None or not self._takes_sheets(shown):
            context.messages.say(
                context.tr("Sheets are entered in an open round with single answers. Start one first.")
            )
            return False
        rows = self._lay_out(shown)
        blank = self._blank()
        before = self.last is not None and self._table.asked.own == self.last
        left = self._open_answers() if before and not blank else 0
        person = self.last = blank or self._new_person()
        context.selection.set_voice(person)
        self._view.across = True
        if self._table.touchpoints:
            context.selection.select(self._table.touchpoints[0])
            context.selection.set_figure(asked_together(self._table.quick)[0])
        self._tell(person, left, rows)
        self._view.setFocus()
        return True

    def end(self) -> None:
        """No more sheets: the table is again as it was before the first."""
        before, self.before = self.before, None
        if before is not None:
            self._context.messages.withdraw(NOTICE)
            self._table.numbers, self.last = {}, None
            self._show_only(before)

    def finish(self) -> None:
        """The pile is typed in: a sheet nobody began leaves no person behind, and everybody is in view again."""
        context, person = self._context, self.last
        self.end()
        if person is not None and is_unused(context.document, person):
            with context.session.transaction(N_("Remove the sheet nobody began")) as draft:
                remove_records(draft, [person])
        context.selection.set_voice(GROUP_VOICE)

    def go_on(self, before: Filter | None, last: Id | None) -> None:
        """Go on with a pile begun in the window as it was before."""
        shown = self._context.bridge.measured_round(self._context.selection.rated_journey)
        if before is not None and shown is not None and last is not None and last in self._context.document:
            self.before, self.last = before, last
            self._tell(last, 0, self._lay_out(shown))

    def _lay_out(self, shown: Round) -> ToRate:
        """Show the rows of the sheet with its numbers."""
        rows = to_rate(self._context.document, shown.journey)
        if self.before is None:
            self.before = self._table.filter
        self._table.numbers = {touchpoint: at for at, touchpoint in enumerate(rows.touchpoints, 1)}
        self._show_only(Filter(marks=frozenset({Mark.SHORTLISTED} if rows.shortened else ())))
        return rows

    def _voice_changed(self) -> None:
        """Somebody else is in view: this is no sheet of the pile."""
        if self._context.selection.voice != self.last:
            self.end()

    def _follow(self) -> None:
        """The sheet's voice is gone, or nobody rates here any more: undone, or the round was closed."""
        gone = self.last is not None and self.last not in self._context.document
        shown = self._context.bridge.measured_round(self._context.selection.rated_journey)
        if self.before is not None and (gone or not self._takes_sheets(shown)):
            self.end()

    def _takes_sheets(self, shown: Round | None) -> bool:
        if shown is None or shown.state is RoundState.CLOSED or self._context.session.read_only:
            return False
        return takes_people(self._context.document, shown)

    def _open_answers(self) -> int:
        """How many cells of the voice in view are still empty."""
        return len(self._answers(given=False))

    def _answers(self, given: bool) -> list[tuple[Id, str]]:
        """What the voice in view has answered, or has not: touchpoint and question."""
        table = self._table
        asked = ((touchpoint, figure) for touchpoint in table.touchpoints for figure in table.asked_about(touchpoint))
        return [(at, figure) for at, figure in asked if table.line(at).answer(figure).given == given]

    def _blank(self) -> Id | None:
        """The voice in view, where nothing has been typed for it yet."""
        own = self._table.asked.own
        if not isinstance(self._context.document.find(own), Participant):
            return None
        return None if self._answers(given=True) else own

    def _new_person(self) -> Id:
        with self._context.session.transaction(N_("Next sheet")) as draft:
            return add_participant(draft)

    def _tell(self, person: Id, left: int, rows: ToRate) -> None:
        context, texts = self._context, self._context.texts
        number = [p.id for p in context.document.all(Participant)].index(person) + 1
        who = voice_name(context.document, person, texts)
        now = texts.tr("{who}: write {number} on the sheet. Digits go across the row, S skips.", who=who, number=number)
        which = rows_words(len(rows.touchpoints), rows.total, texts) or texts.trn(
            "Row 1 of the sheet", "Rows 1 to {n} of the sheet", len(rows.touchpoints)
        )
        was = texts.trn("The previous sheet left {n} cell empty.", "The previous sheet left {n} cells empty.", left)
        choices = (
            Choice(texts.tr("Next sheet"), lambda: context.commands.run(_NEXT), primary=True),
            Choice(texts.tr("Done"), self.finish),
        )
        context.messages.post(
            Notice(
                NOTICE,
                f"{was} {now} {which}." if left else f"{now} {which}.",
                Tone.NEUTRAL,
                choices,
                holds=lambda: self.before is not None and self.last == person,
            )
        )
