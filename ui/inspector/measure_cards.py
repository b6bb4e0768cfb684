"""Measures at a touchpoint, as small cards that lead to the measure."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.edits import add_measure
from cxstudio.model import Id, Measure
from cxstudio.store import ChangeSet
from cxstudio.wording import N_, Texts
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.forms.add_line import AddLine
from ui.widgets.basics import column, label
from ui.widgets.card_button import CardButton

ADD = N_("Add a measure")


def measure_line(measure: Measure, texts: Texts) -> str:
    """Owner, due date and status of a measure on one line."""
    parts = [measure.owner_role or measure.owner_name]
    if measure.due is not None:
        parts.append(texts.tr("by {date}", date=texts.date(measure.due)))
    parts.append(texts.tr(choice_label(measure.status)))
    return " · ".join(p for p in parts if p)


class MeasureCards(QWidget):
    """The measures of one touchpoint; a click shows the measure in the inspector."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        self.cards: list[CardButton] = []
        self._body = column(None, spacing=8)
        self.adder = AddLine(context.tr("+ Measure"), placeholder=context.tr("What should be done?"))
        self.adder.opener.hide()
        self.adder.added.connect(self._add)
        box = column(self, spacing=4)
        box.addLayout(self._body)
        box.addWidget(self.adder)
        context.bridge.changed.connect(self._follow)

    def show_record(self, touchpoint: Id | None) -> None:
        """Show the measures of this touchpoint."""
        self.touchpoint = touchpoint
        for card in self.cards:
            card.hide()
            card.deleteLater()
        listed = self.context.document.having(Measure, "touchpoints", touchpoint or "")
        self.cards = [self._card(measure) for measure in listed]
        for card in self.cards:
            self._body.addWidget(card)

    def _card(self, measure: Measure) -> CardButton:
        line = measure_line(measure, self.context.texts)
        card = CardButton()
        card.setAccessibleName(f"{measure.title}, {line}")
        name, under = label(measure.title, "strong", wrap=True), label(line, "small", wrap=True)
        box = column(card, name, under, spacing=2)
        box.setContentsMargins(12, 8, 12, 8)
        card.clicked.connect(lambda *_: self.context.selection.select(measure.id))
        return card

    def _add(self, titles: list[str]) -> None:
        if self.touchpoint is not None:
            with self.context.session.transaction(ADD) as draft:
                for title in titles:
                    add_measure(draft, title, touchpoints=[self.touchpoint])

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Measure):
            self.show_record(self.touchpoint)
