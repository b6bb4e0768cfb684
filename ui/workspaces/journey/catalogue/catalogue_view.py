"""The check-list under the hands: Space ticks, Enter adds, arrows and letters move, a drag takes entries to the map."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from cxstudio.catalogue.touchpoints import Entry
from ui.context.context import Context
from ui.workspaces.journey.catalogue.catalogue_cells import EntryDelegate
from ui.workspaces.journey.catalogue.catalogue_model import COVERED, ENTRY, Rows
from ui.workspaces.journey.catalogue.checklist import Checklist

Index = QModelIndex | QPersistentModelIndex


class EntryList(QTreeView):
    """Stages can be folded; what the journey has leads to its touchpoint."""

    wanted = Signal()
    """Enter: add what is picked."""
    shown = Signal(str)
    """An entry the journey has: show its touchpoint."""

    def __init__(self, context: Context, checklist: Checklist) -> None:
        super().__init__()
        self._context, self._checklist = context, checklist
        self.rows = Rows(context, checklist, self)
        self.folded: set[str] = set()
        self.setAccessibleName(context.tr("Typical touchpoints"))
        self.setModel(self.rows)
        self.setItemDelegate(EntryDelegate(context, self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.clicked.connect(self._clicked)
        self.collapsed.connect(lambda index: self.folded.add(index.data()))
        self.expanded.connect(lambda index: self.folded.discard(index.data()))
        checklist.changed.connect(self.fill)
        checklist.refreshed.connect(self._refreshed)
        checklist.ticked.connect(self.rows.mark)

    @property
    def current(self) -> Entry | None:
        """The entry the cursor is on."""
        return self.rows.entry(self.currentIndex())

    def fill(self) -> None:
        """Show the entries of the check-list; cursor and folds stay where they can."""
        before = self.currentIndex().data(ENTRY)
        folded = set(self.folded)
        self.rows.fill()
        searching = bool(self._checklist.text)
        for at in range(self.rows.rowCount()):
            index = self.rows.index(at, 0)
            self.setExpanded(index, searching or index.data() not in folded)
        self.folded = folded
        again = self.rows.index_of(str(before))
        if again.isValid():
            self.setCurrentIndex(again)

    def begin(self) -> None:
        """Put the cursor on the first entry and take the keyboard."""
        if self.current is None and self.rows.rowCount():
            group = self.rows.index(0, 0)
            self.setCurrentIndex(self.rows.index(0, 0, group) if self.isExpanded(group) else group)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._toggle(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(index)
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if self._checklist.picked or (index.data(ENTRY) and not index.data(COVERED)):
            self.wanted.emit()
        elif index.data(COVERED):
            self.shown.emit(str(index.data(ENTRY)))
        elif index.isValid():
            self._toggle(index)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(COVERED):
            self.shown.emit(str(index.data(ENTRY)))
        else:
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index)
        if entry is None:
            self.setExpanded(index, not self.isExpanded(index))
        elif not index.data(COVERED):
            self._checklist.tick(entry, entry.id not in self._checklist.picked)
            picked = entry.id in self._checklist.picked
            said = self._context.tr("ticked") if picked else self._context.tr("not ticked")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _refreshed(self) -> None:
        if self._checklist.missing_only:
            self.fill()
        else:
            self.rows.mark()
