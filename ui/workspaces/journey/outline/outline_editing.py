"""What is typed into a cell of the outline becomes a change of the document, one step each."""

from __future__ import annotations

from cxstudio.edits import set_fields
from cxstudio.edits.journey.flow import set_share
from cxstudio.model import Id, Record, Touchpoint, Transition
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.figures.outline_rows import EDITED, NAME
from cxstudio.wording.number_parsing import parse_number
from ui.context.context import Context
from ui.workspaces.journey.actions.rating_actions import RatingActions


class Writer:
    """Writes names, shares and ratings; says what it could not read."""

    def __init__(self, context: Context, rating: RatingActions) -> None:
        self._context, self._rating = context, rating
        self.since: dict[Id, ChangeSet | None] = {}
        """Records made to be named here → the last step before: making and naming them is one."""

    def write(self, record: Record, column: str, text: str) -> bool:
        """Take what was typed; False where nothing came of it."""
        if column == NAME and isinstance(record, Transition):
            return self._share(record, text)
        if column == NAME:
            return self._text(record, EDITED[type(record)], text)
        return self._value(record, column, text) if isinstance(record, Touchpoint) else False

    def _text(self, record: Record, field: str, text: str) -> bool:
        if getattr(record, field) == text:
            return False
        with self._context.commands.held():
            with self._context.session.transaction(N_("Edit the text")) as draft:
                set_fields(draft, type(record), record.id, **{field: text})
            if record.id in self.since:
                self._context.session.store.history.join_since(self.since[record.id])
        return True

    def _share(self, way: Transition, text: str) -> bool:
        """What part of customers goes a way, in per cent; "≈" before it says that it is assumed."""
        texts = self._context.texts
        try:
            value = parse_number(text.strip().lstrip("≈~"), texts)
        except ValueError:
            value = -1.0
        if value is not None and not 0 <= value <= 100:
            self._context.messages.say(texts.tr("A share is a number from 0 to 100."))
            return False
        assumed = text.strip().startswith(("≈", "~"))
        with self._context.session.transaction(N_("Share of customers")) as draft:
            share = None if value is None else value / 100
            set_share(draft, way.source, way.target, share, assumed=assumed)
        return True

    def clear(self, record: Touchpoint, column: str) -> None:
        """Take all channels or departments from a touchpoint."""
        values: dict[str, object] = {column: ()}
        if column == "departments":
            values["accountable"] = None
        with self._context.session.transaction(N_("Remove")) as draft:
            set_fields(draft, Touchpoint, record.id, **values)

    def _value(self, record: Touchpoint, figure: str, text: str) -> bool:
        texts, selection = self._context.texts, self._context.selection
        try:
            number = parse_number(text, texts)
        except ValueError:
            number = None
        if number is None or number != int(number):
            if text.strip():
                self._context.messages.say(texts.tr("“{text}” is not a whole number. Nothing was changed.", text=text))
            return False
        selection.set_figure(figure)
        low, high = self._rating.rater.limits(figure)
        if not low <= number <= high:
            self._rating.say_range(figure)
            return False
        self._rating.rate(record.id, figure, int(number))
        return True
