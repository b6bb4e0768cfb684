"""The catalogue beside the map: a check-list that asks what was forgotten and adds what is picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.model import Id
from cxstudio.wording.error_sentences import sentence
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label
from ui.widgets.elided_label import ShortenedText
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.journey.catalogue.catalogue_dragging import DraggedEntries
from ui.workspaces.journey.catalogue.catalogue_filters import Filters
from ui.workspaces.journey.catalogue.catalogue_footer import Footer
from ui.workspaces.journey.catalogue.catalogue_view import EntryList
from ui.workspaces.journey.catalogue.checklist import Checklist
from ui.workspaces.journey.map_model.map_model import MapModel

_LEAST_HEIGHT = 110
"""Pixels of the list; where there is less, the panel scrolls."""


class CataloguePanel(QWidget):
    """Search and filters above, the list, and what happens to what is picked below."""

    def __init__(self, context: Context, model: MapModel) -> None:
        super().__init__()
        self._context = context
        self.checklist = Checklist(context, self)
        self.filters = Filters(context, self.checklist)
        self.list = EntryList(context, self.checklist)
        self.footer = Footer(context, self.checklist)
        self.problems = ShortenedText(context.texts, "error")
        nothing = label(context.tr("Nothing found. Other words, or all industries?"), "muted", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        nothing.setContentsMargins(16, 24, 16, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        self.own = button(
            context.tr("Your own entries …"), lambda: context.commands.run("catalogue.own_entries"), "add"
        )
        set_tooltip(self.own, context.commands.tooltip(context.commands.rows["catalogue.own_entries"]))
        foot = QWidget()
        column(foot, self.problems, self.footer, self.own, spacing=4).setContentsMargins(12, 4, 12, 8)
        above = QWidget()
        column(above, self.filters).setContentsMargins(12, 2, 12, 0)
        inner = QWidget()
        self._stack.setMinimumHeight(_LEAST_HEIGHT)
        column(self, VerticalScrollArea(inner), spacing=0)
        box = column(inner, above, self._stack, foot, spacing=2)
        box.setStretch(1, 1)
        box.setContentsMargins(0, 0, 1, 0)  # the line that ends the side panel
        self._wire()
        model.guests.append(DraggedEntries(context, model, self.checklist, self._landed))

    def entered(self) -> None:
        """The panel comes into view."""
        if not self.checklist.read():
            self.checklist.refresh()

    def view_state(self) -> tuple[Any, ...]:
        """What narrows the list, what is picked and where it goes, the stages folded, and the entry of the cursor."""
        shown, current = self.checklist, self.list.current
        narrowed = shown.text, shown.stage, shown.channel, shown.missing_only, shown.where, frozenset(shown.picked)
        return narrowed, frozenset(self.list.folded), current.id if current is not None else ""

    def restore_view_state(self, state: tuple[Any, ...]) -> None:
        """Show, pick and fold the same."""
        shown, (narrowed, folded, current) = self.checklist, state
        shown.text, shown.stage, shown.channel, shown.missing_only, shown.where, picked = narrowed
        shown.picked = {e.id: e for e in shown.entries if e.id in picked}
        self.list.folded = set(folded)
        shown.filter()
        self.filters.put_back()
        self.list.setCurrentIndex(self.list.rows.index_of(current))

    def take_focus(self) -> None:
        """The keyboard begins in the search line."""
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.search.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.checklist.read()

    def add(self) -> None:
        """Add what is picked, or the entry the cursor is on, and select it on the map."""
        current = self.list.current
        if self._context.session.read_only or (not self.checklist.picked and current is None):
            return
        chosen = None if self.checklist.picked else [current] if current is not None else []
        self._landed(self.checklist.add(self.checklist.places(chosen)))

    def _landed(self, made: Sequence[Id]) -> None:
        """Show what was made."""
        self._context.selection.select(*made)
        said = self._context.texts.trn("{n} touchpoint added", "{n} touchpoints added", len(made))
        self._context.messages.say(said)

    def _wire(self) -> None:
        checklist = self.checklist
        checklist.changed.connect(self._changed)
        checklist.ticked.connect(self._picked)
        checklist.aimed.connect(self.footer.tell)
        checklist.refreshed.connect(self.filters.tell)
        self.filters.down.connect(self.list.begin)
        self.list.wanted.connect(self.add)
        self.list.shown.connect(self._show)
        self.footer.add.connect(self.add)
        self.footer.hide()

    def _picked(self) -> None:
        self.footer.tell()
        self.own.setVisible(not self.checklist.picked)

    def _changed(self) -> None:
        self.filters.fill()
        self.filters.tell()
        self._picked()
        self._stack.setCurrentIndex(0 if self.list.rows.rowCount() else 1)
        said = [sentence(problem, self._context.texts) for problem in self.checklist.problems]
        more = self._context.texts.trn("{n} more line", "{n} more lines", len(said) - 1) if len(said) > 1 else ""
        self.problems.tell(" · ".join(part for part in (said[0] if said else "", more) if part), "\n".join(said))
        self.problems.setVisible(bool(said))

    def _show(self, entry: str) -> None:
        touchpoint: Id | None = self.checklist.covered.get(entry)
        if touchpoint is not None:
            self._context.selection.select(touchpoint)
