"""What a click, an arrow or a rubber band selects: one, one more, everything between, everything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from cxstudio.model import Document, Id, Stage, Touchpoint
from ui.context.context import Context
from ui.workspaces.journey.map_model.map_model import MapModel

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Picking(QObject):
    """Selects records of the map. Shift selects from where one began, Ctrl adds or takes out."""

    def __init__(self, context: Context, model: MapModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self._anchor: Id | None = None
        self._narrow: Id | None = None
        """Pressed while selected with others: a click selects it alone, a drag takes them all."""

    def press(self, record: Id | None, modifiers: Qt.KeyboardModifier) -> None:
        """A button went down on a record, or beside all of them."""
        selection = self._context.selection
        self._narrow = None
        if record is None:
            if not modifiers & (_CONTROL | _SHIFT):
                selection.clear()
        elif modifiers & _SHIFT:
            self._between(record, keep=bool(modifiers & _CONTROL))
        elif modifiers & _CONTROL:
            self._anchor = record
            selection.select(*toggled(selection.ids, record))
        elif record in selection.ids:
            self._narrow = record if len(selection.ids) > 1 else None
        else:
            self._anchor = record
            selection.select(record)

    def clicked(self) -> None:
        """The button was let go without a drag."""
        narrow, self._narrow = self._narrow, None
        if narrow is not None:
            self._anchor = narrow
            self._context.selection.select(narrow)

    def extend(self, record: Id) -> None:
        """Shift and an arrow: everything from where one began to this record."""
        self._between(record)

    def add(self, records: tuple[Id, ...], *, keep: bool) -> None:
        """What a rubber band went around, beside what is selected or instead of it."""
        selection = self._context.selection
        kept = tuple(i for i in selection.ids if i not in records) if keep else ()
        self._anchor = records[0] if records else self._anchor
        selection.select(*kept, *records)

    def everything(self) -> None:
        """All touchpoints of the journey; all stages where a stage is selected."""
        document, journey = self._context.document, self._model.journey
        if journey is None:
            return
        if self._context.selection.of(Stage) is not None:
            wanted = tuple(s.id for s in document.stages(journey))
        else:
            wanted = tuple(t.id for t in document.journey_touchpoints(journey))
        self._context.selection.select(*wanted)

    def _between(self, record: Id, *, keep: bool = False) -> None:
        selection = self._context.selection
        if self._anchor not in selection.ids:
            self._anchor = selection.id or record
        found = between(self._context.document, self._anchor or record, record)
        kept = tuple(i for i in selection.ids if i not in found) if keep else ()
        selection.select(*kept, *found)


def toggled(ids: tuple[Id, ...], record: Id) -> tuple[Id, ...]:
    """The selection with the record added, or without it where it was in it."""
    without = tuple(i for i in ids if i != record)
    return without if record in ids else (*without, record)


def between(document: Document, first: Id, last: Id) -> tuple[Id, ...]:
    """Everything from one touchpoint (or stage) to another, the last one at the end; else the last one alone."""
    row = _row(document, first)
    if first not in row or last not in row:
        return (last,)
    start, end = row.index(first), row.index(last)
    return tuple(row[start : end + 1]) if start <= end else tuple(row[end : start + 1][::-1])


def _row(document: Document, record_id: Id) -> list[Id]:
    record = document.find(record_id)
    if isinstance(record, Touchpoint):
        return [t.id for t in document.journey_touchpoints(document.journey_of(record).id)]
    if isinstance(record, Stage):
        return [s.id for s in document.stages(record.journey)]
    return []
