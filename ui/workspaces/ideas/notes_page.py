"""Notes of the room that have no place yet, sorted by key; some of them become ideas."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.analysis.journeys.unsorted_notes import notes_without_place, parked_notes, unsorted_notes
from cxstudio.model import Idea
from ui.context.context import Context
from ui.notes.note_sorter import NoteSorter
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty_state import empty_state
from ui.workspaces.ideas.ideas_model import IdeasModel

LISTED = (unsorted_notes, notes_without_place, parked_notes)
"""What stands in the list."""
_WIDE = 860
"""Pixels no line of notes is wider than."""


class NotesPage(QWidget):
    """The list, or what it is for."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context = context
        tr = context.tr
        self.sorter = NoteSorter(context, on_map=False)
        first = button(tr("Take a note"), lambda: context.commands.run("frame.note"), "primary")
        words = tr(
            "Press the full stop key anywhere, type what was said, press Enter. Notes stay here until they are "
            "assigned. Those that become ideas hang on the idea wall."
        )
        self._pages = QStackedWidget()
        filled = QWidget()
        filled.setProperty("ground", "ground")
        self.sorter.setMaximumWidth(_WIDE)
        hint = label(tr("One key sorts a note and goes on to the next."), "small")
        inner = column(None, hint, self.sorter, spacing=8)
        inner.setStretch(1, 1)
        inside = row(filled, spacing=0)
        inside.addLayout(inner, 100)
        inside.addStretch(1)
        inside.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(filled)
        self._pages.addWidget(empty_state(context.theme, "bulb", tr("No unsorted notes"), words, first))
        column(self, self._pages, spacing=0)
        model.changed.connect(self._follow)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _follow(self) -> None:
        if self.isVisible():  # else it reads the notes when it is shown
            self.refresh()

    def refresh(self) -> None:
        """Read the notes again."""
        document = self.context.document
        self.sorter.refresh()
        self._pages.setCurrentIndex(0 if any(f(document) for f in LISTED) or document.all(Idea) else 1)
