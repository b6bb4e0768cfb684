"""The list of notes: arrows choose one, it can be dragged; what comes in meanwhile appears below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from cxstudio.model import Id, Idea, Note
from cxstudio.session.settings import LETTER_KEYS
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import idea_words
from ui.context.context import Context
from ui.notes.note_targets import BUCKETS, MIME, Bucket
from ui.theme.plain_texts import set_tooltip

ID = Qt.ItemDataRole.UserRole
_PAD = 8
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class NoteList(QListWidget):
    """Notes or ideas in rows as high as their text needs."""

    sort_wanted = Signal(object)
    """The Bucket the chosen notes go to."""
    sideways = Signal(object)
    """Left or right was pressed: another touchpoint is meant."""
    remove_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("kind", "notes")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(not context.session.read_only)

    @property
    def chosen(self) -> list[Id]:
        """The notes chosen, else the one the cursor is on."""
        items = sorted(self.selectedItems(), key=self.row) or [i for i in [self.currentItem()] if i is not None]
        return [str(item.data(ID)) for item in items]

    @property
    def ids(self) -> list[Id]:
        """All that is listed."""
        return [str(self.item(n).data(ID)) for n in range(self.count())]

    def show_records(self, records: Sequence[Note | Idea], *, with_kind: bool) -> None:
        """List these; the cursor stays on its note, or where that is gone on the one that took its place."""
        kept, place, first = set(self.chosen), max(0, self.currentRow()), self.currentItem() is None
        current = str(self.currentItem().data(ID)) if self.currentItem() is not None else ""
        offset = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        for record in records:
            item = QListWidgetItem(self._text(record, with_kind), self)
            item.setData(ID, record.id)
            text = self._whole(record)
            set_tooltip(item, text[:2000] if len(text) > 240 else "")
            item.setSelected(record.id in kept)
        ids = self.ids
        row = ids.index(current) if current in ids else min(place, len(ids) - 1)
        if ids and (self.hasFocus() or not first):
            still = QItemSelectionModel.SelectionFlag.NoUpdate if kept & set(ids) else _CHOOSE
            self.setCurrentRow(row, still)
        self.blockSignals(False)
        self._measure()
        self.verticalScrollBar().setValue(offset)
        if self.currentItem() is not None and current not in ids:
            self.scrollToItem(self.currentItem())

    def choose(self, ids: Sequence[Id], row: int) -> None:
        """Choose these notes, the cursor on a row."""
        self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.NoUpdate)
        for n, known in enumerate(self.ids):
            self.item(n).setSelected(known in ids)

    def begin(self) -> None:
        """Take the keyboard, with a note chosen where there is one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.count() and not self.selectedItems():
            self.setCurrentRow(max(0, self.currentRow()), _CHOOSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bucket = self._bucket(event.text()) if plain else None
        if bucket is not None:
            self.sort_wanted.emit(bucket)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit(key)
        elif plain and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # no search by typing: letters sort
        else:
            super().keyPressEvent(event)
            return
        if bucket is not None or plain:
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        made = QMimeData()
        rows = sorted(items, key=self.row)
        made.setData(MIME, "\n".join(str(item.data(ID)) for item in rows).encode())
        made.setText("\n".join(item.text() for item in rows))
        return made

    def _bucket(self, typed: str) -> Bucket | None:
        """What a typed character sorts into: its letter, or its number from the left."""
        if typed.isdigit() and 1 <= int(typed) <= len(BUCKETS):
            return BUCKETS[int(typed) - 1]
        if not self._context.settings[LETTER_KEYS] or not typed:
            return None
        language = self._context.texts.language
        return next((b for b in BUCKETS if b.letter(language) == typed.upper()), None)

    def _text(self, record: Note | Idea, with_kind: bool) -> str:
        text = " ".join(self._whole(record)[:2000].split())
        text = text if len(text) <= 240 else text[:239] + "…"
        if isinstance(record, Note) and record.theme.strip():
            text += f"  ·  {record.theme.strip()}"
        if with_kind and isinstance(record, Note):
            kind = self._context.tr(choice_label(record.kind))
            return f"{kind[:1].upper()}{kind[1:]}: {text}"
        return text

    def _whole(self, record: Note | Idea) -> str:
        return idea_words(record, self._context.texts) if isinstance(record, Idea) else record.text

    def _measure(self) -> None:
        """Rows are as high as their wrapped text."""
        metrics, room = self.fontMetrics(), max(80, self.viewport().width() - 30)
        for n in range(self.count()):
            item = self.item(n)
            box = metrics.boundingRect(0, 0, room, 4000, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(room, max(30, box.height() + 2 * _PAD)))
