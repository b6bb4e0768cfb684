"""The touchpoints of the journey as rows, with cases, complaints and the mark they got."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxstudio.model import Channel, Id, Stage, Touchpoint
from cxstudio.model.kinds import ShortlistMark
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.theme.plain_texts import tooltip_text
from ui.widgets.table_rows import heading

Index = QModelIndex | QPersistentModelIndex
NAME, STAGE, CASES, COMPLAINTS, MARK = range(5)
TITLES: Final = (N_("Touchpoint"), N_("Stage"), N_("Cases per month"), N_("Complaints"), N_("Shortlist"))
MARKS: Final = (ShortlistMark.SKIP, ShortlistMark.CHECK, ShortlistMark.BURNING)
"""In the order of their keys 1, 2 and 3."""
TOUCHPOINT: Final = Qt.ItemDataRole.UserRole + 1
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ShortlistTable(QAbstractTableModel):
    """Rows stay where they are while marks are set; sorting is asked for."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self._ids: list[Id] = []
        self._rows: dict[Id, int] = {}
        self._sorted: tuple[int, bool] | None = None

    @property
    def ids(self) -> list[Id]:
        """The touchpoints from top to bottom."""
        return self._ids

    def refresh(self) -> None:
        """Read the journey again."""
        journey = self.context.selection.rated_journey
        listed = self.context.document.journey_touchpoints(journey) if journey is not None else ()
        ids = self._in_order(list(listed))
        if ids == self._ids:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, MARK))
            return
        self.beginResetModel()
        self._ids, self._rows = ids, {touchpoint: at for at, touchpoint in enumerate(ids)}
        self.endResetModel()

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort by a column; the stage column gives the order of the map."""
        self._sorted = None if column == STAGE and not descending else (column, descending)
        self.refresh()

    def _in_order(self, listed: list[Touchpoint]) -> list[Id]:
        if self._sorted is None:
            return [t.id for t in listed]
        column, descending = self._sorted
        if column == NAME:
            listed.sort(key=lambda t: self.context.texts.sort_key(t.name), reverse=descending)
        elif column == STAGE:
            listed.reverse()
        else:
            known = [t for t in listed if self._number(t, column) is not None]
            known.sort(key=lambda t: self._number(t, column) or 0.0, reverse=descending)
            listed = known + [t for t in listed if self._number(t, column) is None]
        return [t.id for t in listed]

    def _number(self, touchpoint: Touchpoint, column: int) -> float | None:
        if column == MARK:
            return None if touchpoint.shortlist is None else float(MARKS.index(touchpoint.shortlist))
        return touchpoint.cases_per_month if column == CASES else touchpoint.complaints_per_month

    def touchpoint(self, row: int) -> Touchpoint | None:
        """The touchpoint of a row."""
        found = self.context.document.find(self._ids[row]) if 0 <= row < len(self._ids) else None
        return found if isinstance(found, Touchpoint) else None

    def row_of(self, touchpoint: Id | None) -> int:
        """Row of a touchpoint, −1 where it has none."""
        return self._rows.get(touchpoint or "", -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in (CASES, COMPLAINTS) else _LEFT
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return heading(self.context.tr(TITLES[section]))
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation is Qt.Orientation.Horizontal:
            return self.context.tr(TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        touchpoint = self.touchpoint(index.row())
        if touchpoint is None:
            return None
        if role == TOUCHPOINT:
            return touchpoint
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(touchpoint, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.context.tr(TITLES[index.column()])
            return f"{title}: {self._text(touchpoint, index.column())}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (NAME, STAGE):
            return tooltip_text(self._text(touchpoint, index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in (CASES, COMPLAINTS) else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            channel = self.context.document.find(touchpoint.channels[0]) if touchpoint.channels else None
            return self.context.theme.icon((channel.icon if isinstance(channel, Channel) else "") or "dot")
        return None

    def _text(self, touchpoint: Touchpoint, column: int) -> str:
        texts = self.context.texts
        if column == NAME:
            return touchpoint.name or texts.tr("Unnamed touchpoint")
        if column == STAGE:
            return self.context.document.get(Stage, touchpoint.stage).name
        if column == MARK:
            mark = touchpoint.shortlist
            return texts.tr(choice_label(mark)) if mark is not None else texts.tr("not sorted yet")
        number = self._number(touchpoint, column)
        return "–" if number is None else texts.number(number)
