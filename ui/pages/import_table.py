"""The table as it is read: coloured heads with the roles of columns, the first rows, and those left out."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cxstudio.exchange.event_logs.log_mapping import LogRole
from cxstudio.exchange.import_reading import Reading, ShownRow
from cxstudio.exchange.lists.list_columns import STAGE, TOUCHPOINT
from cxstudio.exchange.survey.survey_mapping import TOUCHPOINT_ROLES, ColumnUse
from cxstudio.exchange.survey.survey_mapping import Role as Use
from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.pages.import_columns import NOTHING, ROLE, AnyUse, Columns, role_id
from ui.theme.icons import draw
from ui.theme.plain_texts import tooltip_text
from ui.theme.text_wrapping import elided
from ui.widgets.menus import entry, open_at

Index = QModelIndex | QPersistentModelIndex
Uses = dict[int, AnyUse]
"""Column, from 0 → what it is read as."""
_BAND, _LINE = 26, 28
"""Pixels of a line of the heads, and of a row."""
_WIDTH: Final = (88, 190)
"""Pixels of a column, at least and at most."""
_NUMBERS: Final = 46
_GROUNDS: Final = {
    Use.EXPECTATION: Role.ACCENT_GROUND,
    Use.EXPERIENCE: Role.DELIGHTING_GROUND,
    Use.QUICK: Role.DELIGHTING_GROUND,
    Use.EMOTION: Role.OKAY_GROUND,
    Use.COMMENT: Role.STARDUST_GROUND,
    LogRole.ACTIVITY: Role.DELIGHTING_GROUND,
    LogRole.CASE: Role.ACCENT_GROUND,
    TOUCHPOINT: Role.DELIGHTING_GROUND,
    STAGE: Role.ACCENT_GROUND,
}
"""Colours of the most usual roles; any other is on the ground of lanes."""


class Rows(QAbstractTableModel):
    """The rows that are shown; where others lie between them a line says how many."""

    def __init__(self, context: Context, reading: Reading, uses: Uses, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._reading, self._uses = context, reading, uses
        self.lines: list[ShownRow | int] = []
        """A row, or the number of rows that are not shown."""
        for shown in reading.rows:
            self.lines += [shown.before, shown] if shown.before else [shown]
        if reading.further:
            self.lines.append(reading.further)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._reading.header)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self._reading.header[section])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._reading.header[section]
        line = self.lines[section]
        return str(line.number) if isinstance(line, ShownRow) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, at = self.lines[index.row()], index.column()
        if not isinstance(line, ShownRow):
            rest = self._context.texts.trn("{n} row not shown here", "{n} rows not shown here", line)
            return rest if role == Qt.ItemDataRole.DisplayRole and at == 0 else None
        cell = line.cells[at] if at < len(line.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            why = "" if line.left_out is None else line.left_out.said(self._context.texts)
            return tooltip_text("\n".join(filter(None, (cell, why))))
        if role == Qt.ItemDataRole.AccessibleTextRole and line.left_out is not None:
            return f"{cell}, {line.left_out.said(self._context.texts)}"
        return None

    def silent(self, index: Index) -> bool:
        """Whether a cell is read as “no answer”."""
        line, use = self.lines[index.row()], self._uses.get(index.column())
        codes = use.missing if isinstance(use, ColumnUse) else ()
        return isinstance(line, ShownRow) and bool(codes) and line.cells[index.column()].strip() in codes


class Heads(QHeaderView):
    """Three lines above a column: its touchpoint, its role in colour, its heading. A press opens the roles."""

    def __init__(self, context: Context, model: Columns, uses: Uses, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context, self._columns, self._uses = context, model, uses
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(_WIDTH[0] // 2)
        self.setAccessibleName(context.tr("What the columns are read as"))
        self.sectionClicked.connect(self._open)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 3 * _BAND)

    def menu(self, at: int) -> QMenu:
        """The roles a column may have; what it is read as is ticked."""
        menu, use = QMenu(self), self._uses.get(at)
        index = self._columns.index(at, ROLE)
        entry(menu, self._context.tr("leave out"), partial(self._columns.setData, index, ""), chosen=use is None)
        menu.addSeparator()
        for role, name in self._columns.roles().items():
            chosen = use is not None and role_id(use) == role
            entry(menu, self._context.tr(name), partial(self._columns.setData, index, role), chosen=chosen)
        return menu

    def _open(self, at: int) -> None:
        left = self.sectionViewportPosition(at)
        open_at(self.menu(at), self.viewport().mapToGlobal(QPoint(left, 2 * _BAND)))

    def _touchpoint(self, at: int) -> str:
        use = self._uses.get(at)
        if not isinstance(use, ColumnUse) or use.role not in TOUCHPOINT_ROLES:
            return ""
        return self._columns.touchpoint_of(at)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        theme, use = self._context.theme, self._uses.get(at)
        name, before = self._touchpoint(at), self._touchpoint(at - 1) if at else ""
        painter.save()
        painter.fillRect(rect.adjusted(0, _BAND, 0, 0), theme.colour(Role.SURFACE))
        if name != before or not name:
            wide = self._span(at, name)
            painter.fillRect(QRect(rect.x(), rect.y(), wide, _BAND), theme.colour(Role.SURFACE))
            self._write(painter, QRect(rect.x(), rect.y(), wide, _BAND), name, "semibold", Role.INK)
        band = QRect(rect.x(), rect.y() + _BAND, rect.width(), _BAND)
        if use is not None:
            painter.fillRect(band.adjusted(0, 1, -1, -1), theme.colour(_GROUNDS.get(use.role, Role.LANE_GROUND)))
        said = self._context.tr(self._columns.label_of(use)) if use is not None else NOTHING
        self._write(painter, band.adjusted(0, 0, -16, 0), said, "semibold", Role.INK if use else Role.MUTED)
        arrow = QRectF(band.right() - 19, band.center().y() - 6, 13, 13)
        draw(painter, "arrow_down", arrow, theme.colour(Role.MUTED))
        low = QRect(rect.x(), rect.y() + 2 * _BAND, rect.width(), _BAND)
        self._write(painter, low, self._columns.headings()[at], "regular", Role.MUTED)
        painter.setPen(theme.colour(Role.FAINT_LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if name != before or not name:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.restore()

    def _span(self, at: int, name: str) -> int:
        """Pixels of the columns that ask about the same touchpoint."""
        wide, last = self.sectionSize(at), at + 1
        while name and last < self.count() and self._touchpoint(last) == name:
            wide += self.sectionSize(last)
            last += 1
        return wide

    def _write(self, painter: QPainter, rect: QRect, text: str, face: str, colour: Role) -> None:
        painter.setFont(self._context.theme.font(12, face))
        painter.setPen(self._context.theme.colour(colour))
        room = rect.adjusted(8, 0, -6, 0)
        shown = elided(painter.fontMetrics(), text, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class _Cells(QStyledItemDelegate):
    """Rows that are left out struck through and faint, codes for “no answer” framed."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = context

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, theme = index.model(), self._own.theme
        assert isinstance(model, Rows)
        line = model.lines[index.row()]
        out = isinstance(line, ShownRow) and line.left_out is not None
        rect = option.rect
        painter.save()
        font = theme.font(12)
        font.setStrikeOut(out)
        painter.setFont(font)
        if model.silent(index):
            painter.fillRect(rect.adjusted(1, 1, -1, -1), theme.colour(Role.ACCENT_GROUND))
            painter.setPen(theme.colour(Role.ACCENT))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(theme.colour(Role.MUTED if out or not isinstance(line, ShownRow) else Role.INK))
        text = elided(painter.fontMetrics(), str(index.data() or ""), rect.width() - 14)
        painter.drawText(rect.adjusted(8, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour(Role.ACCENT))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


def import_table(context: Context, reading: Reading, columns: Columns, parent: QWidget) -> QTableView:
    """The table with its coloured heads; a change of a role goes through `columns`."""
    view = QTableView(parent)
    view.setObjectName("imported")
    uses = columns.uses()
    rows = Rows(context, reading, uses, view)
    view.setModel(rows)
    view.setAccessibleName(context.tr("The table as it is read"))
    view.setItemDelegate(_Cells(context, view))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    if is_mappable(reading):
        view.setHorizontalHeader(Heads(context, columns, uses, view))
    view.verticalHeader().setDefaultSectionSize(_LINE)
    view.verticalHeader().setFixedWidth(_NUMBERS)
    view.verticalHeader().setSectionsClickable(False)
    for at, line in enumerate(rows.lines):
        if not isinstance(line, ShownRow) and rows.columnCount() > 1:
            view.setSpan(at, 0, 1, rows.columnCount())
    for at in range(rows.columnCount()):
        view.setColumnWidth(at, _width(context, columns, view, at))
    return view


def _width(context: Context, columns: Columns, view: QTableView, at: int) -> int:
    """Pixels for what a column is read as, what it is headed and what stands in it; what is longer is cut."""
    use = columns.uses().get(at)
    metrics = QFontMetrics(context.theme.font(12, "semibold"))
    role = metrics.horizontalAdvance(context.tr(columns.label_of(use))) + 44 if use is not None else 0
    heading = QFontMetrics(context.theme.font(12)).horizontalAdvance(columns.headings()[at]) + 18
    return min(max(role, heading, view.sizeHintForColumn(at) + 10, _WIDTH[0]), _WIDTH[1])


def is_mappable(reading: Reading) -> bool:
    """Whether the columns of what was read can be given roles."""
    return reading.plan.mapping is not None and bool(reading.header)
