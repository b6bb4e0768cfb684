"""The workspace Ideas: what the note line took down, sorted by key; the inspector shows the note chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QWidget

from cxstudio.analysis.journeys.unsorted_notes import notes_without_place, parked_notes, unsorted_notes
from cxstudio.model import Id, Idea, Note, Record
from ui.context.context import Context
from ui.notes.note_sorter import NoteSorter
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty_state import empty_state
from ui.workspaces.workspace_base import Status, Workspace

_LISTED = (unsorted_notes, notes_without_place, parked_notes)
"""What stands in the list."""
_WIDE = 860
"""Pixels no line of notes is wider than."""


class IdeasWorkspace(Workspace):
    """A list of notes; the inspector shows the one selected."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        tr = context.tr
        self.sorter = NoteSorter(context, on_map=False)
        self.list = self.sorter.list
        self.list.currentItemChanged.connect(self._selected)
        take = button(tr("Take a note"), lambda: context.commands.run("frame.note"), "primary")
        first = button(tr("Take a note"), lambda: context.commands.run("frame.note"), "primary")
        words = tr(
            "Press the full stop key anywhere, type what was said, press Enter. Notes stay here until they "
            "are assigned. The idea wall, how-might-we questions and dot voting will follow in a later "
            "version."
        )
        self._pages = QStackedWidget()
        filled = QWidget()
        filled.setProperty("ground", "ground")
        self.sorter.setMaximumWidth(_WIDE)
        inside = row(filled, self.sorter, -1)
        inside.setStretch(0, 100)
        inside.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(filled)
        self._pages.addWidget(empty_state(context.theme, "bulb", tr("No unsorted notes"), words, first))
        bar = QWidget()
        bar.setObjectName("workbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(48)
        hint = label(tr("One key sorts a note and goes on to the next."), "small")
        row(bar, hint, -1, take).setContentsMargins(16, 0, 16, 0)
        column(self, bar, self._pages, spacing=0).setStretch(1, 1)
        context.bridge.changed.connect(self._changed)

    def status(self) -> Status:
        waiting = len(unsorted_notes(self.context.document))
        return Status((self.context.texts.trn("{n} unsorted note", "{n} unsorted notes", waiting),))

    def place_for(self, record: Record) -> Id | None:
        """A note that is listed."""
        listed = (f(self.context.document) for f in _LISTED) if isinstance(record, Note) else ()
        return record.id if any(record.id == note.id for notes in listed for note in notes) else None

    def entered(self) -> None:
        self.refresh()

    def take_focus(self) -> None:
        self.list.begin()

    def refresh(self) -> None:
        """Read the notes again."""
        document = self.context.document
        self.sorter.refresh()
        self._pages.setCurrentIndex(0 if any(f(document) for f in _LISTED) or document.all(Idea) else 1)
        self.status_changed.emit()

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()
            if self.list.hasFocus():
                self._selected(self.list.currentItem())

    def _selected(self, item: QListWidgetItem | None, *_: object) -> None:
        if item is not None:
            self.context.selection.select(str(item.data(Qt.ItemDataRole.UserRole)))
