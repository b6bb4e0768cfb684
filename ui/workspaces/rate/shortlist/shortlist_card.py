"""The touchpoint in question, large enough for the room, and what can be said of it with three keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from cxstudio.model import Channel, Department, Note, Stage, Touchpoint
from cxstudio.model.kinds import NoteKind, ShortlistMark
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from ui.context.context import Context
from ui.widgets.basics import button, column, label, restyle, row
from ui.workspaces.rate.shortlist.shortlist_model import MARKS

_TONES: Final = {ShortlistMark.SKIP: "okay", ShortlistMark.CHECK: "stardust", ShortlistMark.BURNING: "critical"}
_MOST: Final = 3
"""Quotes and hurdles shown at once."""


class QuestionCard(QFrame):
    """Name, place, cases, complaints, what people said; below the three marks."""

    marked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.stage, self.name = label("", "caption"), label("", "title", wrap=True)
        self.place, self.numbers = label("", "muted", wrap=True), label("", "strong", wrap=True)
        self.said = label("", "small", wrap=True)
        self.buttons = {mark: self._button(at, mark) for at, mark in enumerate(MARKS, start=1)}
        box = column(self, self.stage, self.name, self.place, self.numbers, self.said, 4, spacing=6)
        box.addLayout(row(None, *self.buttons.values(), spacing=8))
        box.setContentsMargins(16, 14, 16, 16)

    def _button(self, key: int, mark: ShortlistMark) -> QPushButton:
        word = capital(self.context.tr(choice_label(mark)))
        made = button(f"{key}  {word}", lambda: self.marked.emit(mark), name=word)
        made.setCheckable(True)
        made.setMinimumHeight(44)
        made.setProperty("tone", _TONES[mark])
        made.setEnabled(not self.context.session.read_only)
        return made

    def show_touchpoint(self, touchpoint: Touchpoint | None) -> None:
        """Show what is in question; hidden where nothing is."""
        self.setVisible(touchpoint is not None)
        if touchpoint is None:
            return
        document, texts = self.context.document, self.context.texts
        stage = document.get(Stage, touchpoint.stage).name
        self.stage.setText(stage.upper())
        self.stage.setAccessibleName(stage)
        self.name.setText(touchpoint.name or texts.tr("Unnamed touchpoint"))
        found = [document.find(i) for i in (*touchpoint.channels, *touchpoint.departments)]
        self.place.setText(" · ".join(r.name for r in found if isinstance(r, Channel | Department)))
        numbers = []
        if touchpoint.cases_per_month is not None:
            count = round(touchpoint.cases_per_month)
            numbers.append(texts.trn("{n} case per month", "{n} cases per month", count))
        if touchpoint.complaints_per_month is not None:
            count = round(touchpoint.complaints_per_month)
            numbers.append(texts.trn("{n} complaint per month", "{n} complaints per month", count))
        self.numbers.setText(" · ".join(numbers))
        notes = [
            n for n in document.having(Note, "about", touchpoint.id) if n.kind in (NoteKind.QUOTE, NoteKind.HURDLE)
        ]
        quoted = [texts.quoted(n.text) if n.kind is NoteKind.QUOTE else f"− {n.text}" for n in notes[:_MOST]]
        self.said.setText("\n".join(quoted))
        for part in (self.place, self.numbers, self.said):
            part.setVisible(bool(part.text()))
        for mark, made in self.buttons.items():
            made.setChecked(touchpoint.shortlist is mark)
            restyle(made)
