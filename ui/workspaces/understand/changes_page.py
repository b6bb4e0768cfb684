"""What we changed, for customers: a line for each thing, in the group's words, handed on as one page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.edits import add_change, changes_from_measures, remove_records
from cxstudio.model import CustomerChange, Id
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.record_row import tool
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import open_below
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.board_menu import board_menu
from ui.workspaces.understand.understand_model import UnderstandModel


class ChangeCard(QFrame):
    """One line: what was said, what was done, what is still open."""

    def __init__(self, context: Context, change: Id) -> None:
        super().__init__()
        self.context, self.change = context, change
        self.setProperty("kind", "card")
        self.fields = {name: BoundField(context, CustomerChange, name) for name in ("said", "done", "still_open")}
        drop = tool(context, "trash", context.tr("Remove the line"), self._remove)
        drop.setEnabled(not context.session.read_only)
        box = row(self, spacing=16)
        box.setContentsMargins(16, 12, 8, 12)
        for field in self.fields.values():
            box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.show_record(change)
        box.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)

    def follow(self, changes: ChangeSet) -> None:
        """The document changed."""
        for field in self.fields.values():
            field.follow(changes)

    def _remove(self) -> None:
        with self.context.session.transaction(N_("Remove a line about what we changed")) as draft:
            remove_records(draft, [self.change])


class ChangesPage(QWidget):
    """All lines, one below the other."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context = context
        self.cards: dict[Id, ChangeCard] = {}
        tr = context.tr
        self.add = button(tr("+ Line"), self._add)
        self.begin = button(tr("Begin from measures"), self._begin)
        for part in (self.add, self.begin):
            part.setEnabled(not context.session.read_only)
        self.export = button(tr("Export") + "  ▾", name=tr("Export what we changed"))
        self.export.clicked.connect(lambda: open_below(board_menu(self, context, "changes", None), self.export))
        hint = tr("Customers who took the trouble to answer want to know what came of it. Say it in plain words, "
                  "without names and without figures of a few.")  # fmt: skip
        inner = QWidget()
        self._body = column(None, spacing=12)
        box = column(inner, label(tr("What we changed"), "name"), label(hint, "small", wrap=True), spacing=12)
        box.addLayout(row(None, self.add, self.begin, -1, self.export, spacing=8))
        box.addLayout(self._body)
        box.addStretch(1)
        box.setContentsMargins(24, 16, 24, 24)
        column(self, VerticalScrollArea(inner), spacing=0)
        context.bridge.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """List the lines there are."""
        wanted = [c.id for c in self.context.document.all(CustomerChange)]
        for gone in [i for i in self.cards if i not in wanted]:
            made = self.cards.pop(gone)
            made.hide()
            made.deleteLater()
        for place, change in enumerate(wanted):
            if change not in self.cards:
                self.cards[change] = ChangeCard(self.context, change)
            if self._body.indexOf(self.cards[change]) != place:
                self._body.insertWidget(place, self.cards[change])

    def take_focus(self) -> None:
        """The keyboard goes to the first button."""
        self.add.setFocus()

    def _add(self) -> None:
        with self.context.session.transaction(N_("Add a line about what we changed")) as draft:
            made = add_change(draft)
        proxy = self.cards[made].fields["said"].editor.focusProxy()
        if proxy is not None:
            proxy.setFocus()

    def _begin(self) -> None:
        with self.context.session.transaction(N_("Begin what we changed from measures")) as draft:
            made = changes_from_measures(draft)
        if not made:
            self.context.messages.say(self.context.tr("No measure is done or running that has no line yet."))

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(CustomerChange):
            self.refresh()
            for card in self.cards.values():
                card.follow(changes)
