"""Short records that belong to another one: notes, steps, targets. Edit in place, add a line, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cxstudio.model import PROJECT_ID, Id, Record
from cxstudio.store import ChangeSet, Draft
from ui.context.context import Context
from ui.forms.add_line import AddLine
from ui.forms.record_row import ListKind, RecordRow
from ui.widgets.basics import button, column, row


@dataclass(frozen=True, slots=True)
class Adder:
    """A way to add a record to the list."""

    text: str
    """Message id: "+ Hurdle"."""
    step: str
    """Message id of the step's name."""
    add: Callable[[Draft, Id, str], Any]
    asks: bool = True
    """Whether it wants some words first."""


class RecordList(QWidget):
    """The records `find` gives for the record shown, and lines to add more. Folded away it makes no rows."""

    def __init__(
        self,
        context: Context,
        listed: ListKind,
        find: Callable[[Id], Sequence[Record]],
        adders: Sequence[Adder],
    ) -> None:
        super().__init__()
        self.context, self.listed, self._find = context, listed, find
        self.owner: Id | None = None
        self.rows: dict[Id, RecordRow] = {}
        self._behind = False
        """Whether something changed while it was folded away."""
        self._body = column(None, spacing=4)
        box = column(self, spacing=4)
        box.addLayout(self._body)
        self.adders: list[QWidget] = []
        bar = row(None, spacing=4)
        for adder in adders:
            self.adders.append(self._adder(adder))
            bar.addWidget(self.adders[-1])
        bar.addStretch(1)
        box.addLayout(bar)
        context.bridge.changed.connect(self._follow)

    def show_record(self, owner: Id | None) -> None:
        """List what belongs to this record."""
        self.owner = owner
        self.refresh()

    def refresh(self) -> None:
        """Make the rows fit the document, keeping those that stay; where it is folded away, once it is unfolded."""
        self._behind = self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and self.isHidden()
        if self._behind:
            return
        known = self.owner == PROJECT_ID or self.owner in self.context.document
        wanted = [r.id for r in self._find(self.owner)] if known and self.owner else []
        for gone in [i for i in self.rows if i not in wanted]:
            self._drop(self.rows.pop(gone))
        for place, record_id in enumerate(wanted):
            made = self.rows.get(record_id) or RecordRow(self.context, self.listed, record_id)
            self.rows[record_id] = made
            if self._body.indexOf(made) != place:
                self._body.insertWidget(place, made)
            made.refresh()
            made.call(place + 1)

    def showEvent(self, event: QShowEvent) -> None:
        if self._behind:
            self.refresh()
        super().showEvent(event)

    def _drop(self, gone: RecordRow) -> None:
        self._body.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _adder(self, adder: Adder) -> QWidget:
        text = self.context.tr(adder.text)
        made: QWidget
        if adder.asks:
            line = AddLine(text)
            line.added.connect(lambda texts: self._add(adder, *texts))
            made = line
        else:
            made = button(text, lambda: self._add(adder, ""), "add", name=text.lstrip("+ "))
        made.setEnabled(not self.context.session.read_only)
        return made

    def _add(self, adder: Adder, *texts: str) -> None:
        if self.owner is None:
            return
        known = set(self.rows)
        with self.context.session.transaction(adder.step) as draft:
            for words in texts:
                adder.add(draft, self.owner, words)
        if not adder.asks:
            for record_id in set(self.rows) - known:
                self.rows[record_id].begin()

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(self.listed.kind):
            self.refresh()
