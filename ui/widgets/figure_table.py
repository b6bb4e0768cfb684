"""A plain table of figures: a line per thing, whose id is told when it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from cxstudio.look.roles import Role
from ui.theme.plain_texts import tooltip_text
from ui.theme.theme import Theme
from ui.widgets.table_rows import heading

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROW = 34


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its title, what it means, and its width in pixels (0 takes what is left)."""

    title: str
    help: str = ""
    width: int = 0
    right: bool = False
    roomy: int = 0
    """Left out where the table is narrower than this, in pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it stands for, and its cells."""

    id: str
    cells: tuple[str, ...]
    tones: tuple[Role | None, ...] = ()
    """Colour of each cell's text, the usual one where it says nothing."""


class FigureTable(QTableView):
    """Shows lines; `chosen` tells the id of the one picked by mouse or keyboard."""

    chosen = Signal(str)
    asked = Signal(int)
    """The heading of a column was clicked: what does it mean?"""

    def __init__(self, theme: Theme, heads: Sequence[Head], name: str) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self.lines = _Lines(theme, self._heads, self)
        self._quiet = False
        self.setModel(self.lines)
        self.setItemDelegate(_Lined(theme, self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(28)
        header.sectionClicked.connect(self.asked)
        for at, head in enumerate(self._heads):
            stretch = QHeaderView.ResizeMode.Stretch if not head.width else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(at, stretch)
            if head.width:
                self.setColumnWidth(at, head.width)

    def show_lines(self, lines: Sequence[Line], chosen: str | None = None) -> None:
        """Show these lines, one of them chosen."""
        self._quiet = True
        self.lines.show(lines)
        self.choose(chosen)
        self._quiet = False

    def choose(self, line_id: str | None) -> None:
        """Mark a line without telling anybody; none where it is not there."""
        before, self._quiet = self._quiet, True
        at = next((at for at, line in enumerate(self.lines.shown) if line.id == line_id), -1)
        if at < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.selectRow(at)
            self.scrollTo(self.lines.index(at, 0))
        self._quiet = before

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit(self.lines.shown[current.row()].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        for at, head in enumerate(self._heads):
            if head.roomy:
                self.setColumnHidden(at, self.width() < head.roomy)


class _Lined(QStyledItemDelegate):
    """A thin line under every row, as in the other tables."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._theme.colour(Role.FAINT_LINE))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


class _Lines(QAbstractTableModel):
    def __init__(self, theme: Theme, heads: tuple[Head, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._heads = theme, heads
        self.shown: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.shown = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self._heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(head.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return head.help or head.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(head.help or head.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if head.right else _LEFT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, at = self.shown[index.row()], index.column()
        text = line.cells[at]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[at].title}: {text}" if at else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if self._heads[at].right else _LEFT)
        if role == Qt.ItemDataRole.ForegroundRole and at < len(line.tones):
            tone = line.tones[at]
            return None if tone is None else QColor(self._theme.colour(tone))
        return None
