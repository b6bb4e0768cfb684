"""The workspace Ideas: what the note line took down, to be given a place in the inspector."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from cxstudio.model import Note
from cxstudio.model.kinds import NoteKind
from ui.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty import empty_state
from ui.workspaces.base import Status, Workspace

_WITHOUT_PLACE = (NoteKind.UNSORTED, NoteKind.PARKING_LOT)


class IdeasWorkspace(Workspace):
    """A list of notes; the inspector shows the one selected."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        tr = context.tr
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Notes without a place"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.currentItemChanged.connect(self._selected)
        take = button(tr("Take a note"), lambda: context.commands.run("frame.note"), "primary")
        first = button(tr("Take a note"), lambda: context.commands.run("frame.note"), "primary")
        words = tr(
            "Press the full stop key anywhere, type what was said, press Enter. Notes wait here until they get a "
            "place. Idea wall, how-might-we questions and dot voting will stand here in a later version."
        )
        self._pages = QStackedWidget()
        filled = QWidget()
        inside = column(filled, label(tr("Notes without a place"), "caption"), self.list, spacing=8)
        inside.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(filled)
        self._pages.addWidget(empty_state(context.theme, "bulb", tr("No notes are waiting"), words, first))
        bar = QWidget()
        bar.setObjectName("workbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(48)
        hint = label(tr("Give a note its kind and place in the inspector."), "small")
        row(bar, hint, -1, take).setContentsMargins(16, 0, 16, 0)
        column(self, bar, self._pages, spacing=0).setStretch(1, 1)
        context.bridge.changed.connect(self._changed)

    def status(self) -> Status:
        return Status(
            (self.context.texts.trn("{n} note without a place", "{n} notes without a place", len(self._notes())),)
        )

    def entered(self) -> None:
        self.refresh()

    def take_focus(self) -> None:
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the notes again."""
        chosen = self.context.selection.id
        self.list.blockSignals(True)
        self.list.clear()
        for note in self._notes():
            item = QListWidgetItem(self.context.theme.icon("note"), note.text)
            item.setData(Qt.ItemDataRole.UserRole, note.id)
            self.list.addItem(item)
            if note.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._pages.setCurrentIndex(0 if self.list.count() else 1)
        self.status_changed.emit()

    def _notes(self) -> list[Note]:
        return [n for n in self.context.document.all(Note) if n.kind in _WITHOUT_PLACE]

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def _selected(self, item: QListWidgetItem | None, *_: object) -> None:
        if item is not None:
            self.context.selection.select(str(item.data(Qt.ItemDataRole.UserRole)))
