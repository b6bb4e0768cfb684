"""The entries as a tree Qt's views and screen readers understand: stages, and entries with boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from cxstudio.catalogue.touchpoints import Entry
from cxstudio.catalogue.vocabulary import STAGES, channel_name
from cxstudio.wording.fields.cell_values import choice_text
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.workspaces.journey.catalogue.checklist import Checklist

ENTRY = Qt.ItemDataRole.UserRole
"""Id of the entry; None on a stage."""
DETAIL = Qt.ItemDataRole.UserRole + 1
"""Channel and contact of an entry, the count of a stage."""
NOTE = Qt.ItemDataRole.UserRole + 2
COVERED = Qt.ItemDataRole.UserRole + 3
"""Whether the journey has it."""
MIME = "application/x-cxstudio-catalogue"
Index = QModelIndex | QPersistentModelIndex


class Rows(QStandardItemModel):
    """Filled from a check-list; ticks go back to it by the view."""

    def __init__(self, context: Context, checklist: Checklist, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._checklist = context, checklist
        self._items: dict[str, QStandardItem] = {}
        self._groups: list[tuple[QStandardItem, list[Entry]]] = []

    def fill(self) -> None:
        """All rows anew."""
        self.clear()
        self._items, self._groups = {}, []
        self.setHorizontalHeaderLabels([self._context.tr("Typical touchpoints")])
        checklist = self._checklist
        for stage in STAGES:
            inside = [e for e in checklist.visible if e.stage == stage.id]
            if checklist.missing_only:
                inside = [e for e in inside if e.id not in checklist.covered]
            if not inside:
                continue
            group = QStandardItem(stage.name.say(checklist.language))
            group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for entry in inside:
                group.appendRow(self._row(entry))
            self.appendRow(group)
            self._groups.append((group, inside))
        self.mark()

    def mark(self) -> None:
        """Show again what is ticked and what the journey has."""
        tr, checklist = self._context.tr, self._checklist
        for entry_id, item in self._items.items():
            covered = entry_id in checklist.covered
            ticked = covered or entry_id in checklist.picked
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            if item.data(COVERED) == covered and item.checkState() == state:
                continue
            item.setData(covered, COVERED)
            item.setCheckState(state)
            item.setCheckable(not covered)
            item.setDragEnabled(not covered)
            said = [item.text(), item.data(DETAIL), tr("already on the map") if covered else ""]
            item.setAccessibleText(", ".join(word for word in said if word))
        for group, inside in self._groups:
            done = sum(1 for e in inside if e.id in checklist.covered)
            group.setData(self._context.tr("{done} of {all}", done=done, all=len(inside)), DETAIL)
            group.setAccessibleText(
                tr("{stage}: {done} of {all} on the map", stage=group.text(), done=done, all=len(inside))
            )

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row, None on a stage."""
        wanted = index.data(ENTRY)
        return next((e for e in self._checklist.visible if e.id == wanted), None) if wanted else None

    def index_of(self, entry_id: str) -> QModelIndex:
        """Where an entry stands; invalid where it is not shown."""
        item = self._items.get(entry_id)
        return item.index() if item is not None else QModelIndex()

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = QMimeData()
        dragged = [str(i.data(ENTRY)) for i in indexes if i.data(ENTRY)]
        if dragged and dragged[0] in self._checklist.picked:
            dragged = list(self._checklist.picked)
        found.setData(MIME, "\n".join(dragged).encode())
        return found

    def _row(self, entry: Entry) -> QStandardItem:
        language = self._checklist.language
        item = QStandardItem(entry.name.say(language))
        contact = choice_text(self._context.texts, entry.contact) if entry.contact is not None else ""
        channel = channel_name(entry.channel, language)
        own = self._context.tr("own entry") if entry.own else ""
        item.setData(entry.id, ENTRY)
        item.setData(" · ".join(word for word in (channel, contact, own) if word), DETAIL)
        item.setData(entry.note.say(language), NOTE)
        set_tooltip(item, entry.note.say(language))
        item.setAccessibleDescription(entry.note.say(language))
        item.setEditable(False)
        self._items[entry.id] = item
        return item
