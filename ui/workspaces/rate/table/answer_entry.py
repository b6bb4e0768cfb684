"""Writing answers: one step each, always for the voice in view, with a word on why not where it cannot be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.edits.rating.voices import Allowed, Answer, Rater, Refusal, rate_as
from cxstudio.model import Id
from cxstudio.wording import N_
from cxstudio.wording.figures.voice_sentences import refusal_sentence
from ui.context import rating
from ui.context.context import Context
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Choice, Notice, Tone, always
from ui.workspaces.rate.table.answer_paste import Plan
from ui.workspaces.rate.table.answer_table_model import RatingTable

PASTE: Final = N_("Paste answers")
REFUSED: Final = "rate.refused"
PASTED: Final = "rate.pasted"
_MOST_TOLD: Final = 3


class Entry(QObject):
    """Writes for the grid. `choose_voice` is asked for where a mean cannot be edited."""

    choose_voice = Signal()

    def __init__(self, context: Context, table: RatingTable, host: QWidget) -> None:
        """`host` is the page whose cells are written."""
        super().__init__(host)
        self._context, self._table, self._host = context, table, host

    @property
    def asked(self) -> Rater:
        """The round and the voice in view."""
        return self._table.asked

    def give(self, touchpoint: Id, figure: str, value: int | None) -> bool:
        """Write an answer, None for one skipped; False where it cannot be."""
        place = self._place(touchpoint)
        if place is None:
            return False
        self._context.messages.withdraw(REFUSED)
        if self.answer(touchpoint, figure) != Answer(value):
            rating.give(self._context, [place], figure, value)
        return True

    def say(self, touchpoint: Id, word: str) -> bool:
        """Write the voice's own word for the emotion, empty to take it back; False where it cannot be."""
        place = self._place(touchpoint)
        if place is not None:
            rating.say_word(self._context, place, word)
        return place is not None

    def take_back(self, touchpoint: Id, figure: str) -> bool:
        """Forget an answer: it was never given. False where there is nothing to forget or it cannot be."""
        place = self._place(touchpoint)
        return place is not None and rating.take_back(self._context, [place], figure)

    def paste(self, plan: Plan) -> None:
        """Write everything planned as one step and say what was taken and what was not."""
        fitting = [(cell, self.asked.may_answer(self._context.document, cell.touchpoint)) for cell in plan.cells]
        refused = [place for _, place in fitting if isinstance(place, Refusal)]
        if refused and len(refused) == len(fitting):
            self.refuse(refused[0])
            return
        if fitting:
            with self._context.session.transaction(PASTE) as draft:
                for cell, place in fitting:
                    if isinstance(place, Allowed):
                        rate_as(draft, place, cell.figure, cell.value)
        self._tell(plan, len(fitting) - len(refused), len(refused))

    def answer(self, touchpoint: Id, figure: str) -> Answer:
        """The answer in view."""
        return self._table.line(touchpoint).answer(figure)

    def refuse(self, refusal: Refusal) -> None:
        """Say why nothing can be written here, and offer what can be done instead."""
        tr = self._context.tr
        offers: tuple[Choice, ...] = ()
        text = refusal_sentence(refusal, self._context.texts)
        if refusal in (Refusal.MEAN, Refusal.NEEDS_PERSON):
            text = tr("Choose as whom you rate, or enter one value for the whole group.")
            offers = (
                Choice(tr("Choose a person"), self.choose_voice.emit, primary=True),
                Choice(tr("Enter group value"), self.enter_group_value),
            )
        asked = self.asked

        def holds() -> bool:
            return self.asked == asked and self._host.isVisible()

        self._context.messages.post(Notice(REFUSED, text, Tone.NEUTRAL, offers, holds=holds))

    def enter_group_value(self) -> None:
        """Show the group's own round from now on: one value instead of many answers."""
        self._context.messages.withdraw(REFUSED)
        rating.enter_group_value(self._context, self.asked.journey, self.asked.round)

    def _place(self, touchpoint: Id) -> Allowed | None:
        if self._context.session.read_only:
            self._context.messages.say(self._context.tr("This project can only be read."))
            return None
        found = self.asked.may_answer(self._context.document, touchpoint)
        if isinstance(found, Refusal):
            self.refuse(found)
            return None
        return found

    def _tell(self, plan: Plan, taken: int, refused: int) -> None:
        texts = self._context.texts
        text = texts.trn("{n} value pasted", "{n} values pasted", taken)
        left = [texts.tr("row {row}", row=texts.number(out.row)) + f": {out.why}" for out in plan.left_out]
        if refused:
            left.append(texts.trn("{n} cannot be edited here", "{n} cannot be edited here", refused))
        if left:
            more = len(left) - _MOST_TOLD
            told = "; ".join(left[:_MOST_TOLD]) + (" …" if more > 0 else "")
            text += ", " + texts.trn("{n} left out", "{n} left out", len(plan.left_out) + refused) + f": {told}"
        tone = Tone.WARNING if left else Tone.GOOD
        undo, holds = (undo_last(self._context),) if taken else (), while_done(self._context) if taken else always
        self._context.messages.post(Notice(PASTED, text + ".", tone, undo, passing=not left, holds=holds))
