"""Everything that can be done with a round or with the people who rate: begin, change, close, repeat, remove."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxstudio.edits import next_round, remove_records, set_round_state
from cxstudio.model import Round
from cxstudio.model.kinds import RoundState
from cxstudio.wording import N_
from cxstudio.wording.figures.round_names import next_name, numbered_name
from ui.context.context import Context
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone
from ui.workspaces.rate.rounds.new_round_sheet import NewPerson, NewRound, Sheet
from ui.workspaces.rate.rounds.people_sheet import PeopleSheet
from ui.workspaces.rate.rounds.round_bar import RateBar
from ui.workspaces.rate.rounds.running_round_sheet import RoundSheet

REMOVED = "rate.round_removed"


class RoundActions(QObject):
    """Carries out the commands of rounds and people for the round in view."""

    def __init__(self, context: Context, bar: RateBar, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._bar = context, bar

    @property
    def _shown(self) -> Round | None:
        """The round commands mean: the one in view, also while the grid is out of view and not up to date."""
        return self._context.bridge.measured_round(self._context.selection.rated_journey)

    @property
    def _below(self) -> QWidget:
        return self._bar.new_round if self._bar.new_round.isVisible() else self._bar.rounds

    def begin(self) -> Sheet | None:
        """Begin a round: kind, view, persona, day, scale and smallest group are asked first."""
        journey = self._context.selection.rated_journey
        return self._open(NewRound(self._context, self._below, journey)) if journey is not None else None

    def edit(self) -> RoundSheet | None:
        """Change what is said about the round in view, and how its questions are asked."""
        shown = self._shown
        if shown is None:
            return None
        sheet = RoundSheet(self._context, self._bar.rounds, shown.id)
        sheet.open_below(sheet.first)
        return sheet

    def close(self) -> None:
        """Close the round in view: nothing in it changes by a slip."""
        self._set_state(RoundState.CLOSED, N_("Close the round"))

    def reopen(self) -> None:
        """Open the round in view again."""
        self._set_state(RoundState.OPEN, N_("Reopen the round"))

    def repeat(self) -> None:
        """Begin a round asked like the one in view, today and without answers."""
        shown = self._shown
        if shown is not None:
            title = next_name(self._context.document, shown.journey, self._context.texts)
            with self._context.session.transaction(N_("Start a round")) as draft:
                next_round(draft, shown.id, title=title, day=date.today())

    def remove(self) -> None:
        """Remove the round in view with all its answers; undo brings everything back."""
        shown = self._shown
        if shown is None:
            return
        texts = self._context.texts
        name = numbered_name(self._context.document, shown, texts)
        with self._context.session.transaction(N_("Remove the round")) as draft:
            remove_records(draft, [shown.id])
        text = texts.tr("“{round}” is removed with all its answers.", round=name)
        undo, holds = undo_last(self._context), while_done(self._context)
        self._context.messages.post(Notice(REMOVED, text, Tone.NEUTRAL, (undo,), passing=True, holds=holds))

    def add_person(self) -> Sheet:
        """Add a voice, with a name or without, and rate as it."""
        return self._open(NewPerson(self._context, self._bar.voices))

    def people(self) -> PeopleSheet:
        """Names, roles and groups of everybody who rates."""
        sheet = PeopleSheet(self._context, self._bar.voices if self._bar.voices.isVisible() else self._bar.rounds)
        sheet.open_below()
        return sheet

    def _set_state(self, state: RoundState, step: str) -> None:
        shown = self._shown
        if shown is not None and shown.state is not state:
            with self._context.session.transaction(step) as draft:
                set_round_state(draft, shown.id, state)
            tr = self._context.tr
            closed = state is RoundState.CLOSED
            self._context.messages.say(tr("The round is closed.") if closed else tr("The round is open again."))

    def _open(self, sheet: Sheet) -> Sheet:
        sheet.open_below(next(iter(sheet.editors.values())).focusProxy())
        return sheet
