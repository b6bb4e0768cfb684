"""Handovers from each department (row) to each (column) as a table that keyboard and screen readers reach."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cxstudio.analysis.flow.flow_values import FlowState
from cxstudio.analysis.flow.handover_counts import HandoverCell, handover_cells
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.findings.flow_lines import cell_sentence, cell_words
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip

_WIDE, _HIGH = 104, 44
_SIDE, _TOTAL, _BESIDE, _HEAD = 150, 72, 8, 48


class HandoverMatrix(QTableWidget):
    """Counts with what travels along below them; a cell leads to its touchpoints."""

    wanted = Signal(tuple)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("matrix")
        self.setAccessibleName(context.tr("Handovers between departments"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        across = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap.value
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(across))
        down = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap.value
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag(down))
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.verticalHeader().setFixedWidth(_SIDE)
        self.cellActivated.connect(self._take)
        self.cellClicked.connect(self._take)

    def show_state(self, state: FlowState) -> None:
        """Show this graph's handovers."""
        names = state.flow.handover_matrix.names
        cells = handover_cells(state.flow.handovers)
        texts = self._context.texts
        titles = [name_of(state.document, name, texts) for name in names]
        total = texts.tr("in total")
        self.clear()
        self.setRowCount(len(names) + 1 if names else 0)
        self.setColumnCount(len(names) + 1 if names else 0)
        self.setHorizontalHeaderLabels([texts.tr("to {name}", name=title) for title in titles] + [total])
        self.setVerticalHeaderLabels([texts.tr("from {name}", name=title) for title in titles] + [total])
        for row, source in enumerate(names):
            for column, target in enumerate(names):
                cell = cells.get((source, target))
                self.setItem(row, column, self._item(state, (source, target), cell, row == column))
            mine = [cell for (a, _), cell in cells.items() if a == source]
            self.setItem(row, len(names), self._sum(mine))
            self.setItem(len(names), row, self._sum([cell for (_, b), cell in cells.items() if b == source]))
        if names:
            self.setItem(len(names), len(names), self._sum(list(cells.values())))
        for at in range(self.rowCount()):
            lines = max((item.text().count("\n") for c in range(len(names)) if (item := self.item(at, c))), default=0)
            self.setRowHeight(at, (_HIGH + 16 * lines) if at < len(names) else 32)
        self._fit()

    def _item(self, state: FlowState, ends: tuple[Id, Id], cell: HandoverCell | None, same: bool) -> QTableWidgetItem:
        theme, texts = self._context.theme, self._context.texts
        made = QTableWidgetItem("")
        made.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if same:
            made.setBackground(theme.colour(Role.LANE_GROUND))
        if cell is None:
            return made
        said = cell_words(cell, texts) if any(h.travels is not None for h in cell.handovers) else ""
        lossy = any(h.lossy for h in cell.handovers)
        sign = "▼ " if lossy else ""
        made.setText(f"{sign}{texts.number(cell.count)}" + (f"\n{said}" if said else ""))
        made.setForeground(theme.colour(Role.DISAPPOINTING_TEXT if lossy else Role.INK))
        if lossy:
            made.setBackground(theme.colour(Role.DISAPPOINTING_GROUND))
        sentence = cell_sentence(state.document, ends, cell, texts)
        set_tooltip(made, sentence)
        made.setData(Qt.ItemDataRole.AccessibleTextRole, sentence)
        made.setData(Qt.ItemDataRole.UserRole, list(cell.touchpoints))
        return made

    def _sum(self, cells: list[HandoverCell]) -> QTableWidgetItem:
        n = sum(cell.count for cell in cells)
        made = QTableWidgetItem(self._context.texts.number(n) if n else "")
        made.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setForeground(self._context.theme.colour(Role.MUTED))
        made.setData(Qt.ItemDataRole.UserRole, [t for cell in cells for t in cell.touchpoints])
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _share(self) -> None:
        """Columns as wide as there is room, never narrower than the longest word at their head."""
        count = self.columnCount()
        if not count:
            return
        metrics = self.horizontalHeader().fontMetrics()
        words = [self._words(at) for at in range(count)]
        longest = [max(metrics.horizontalAdvance(word) for word in said) + 2 * _BESIDE for said in words]
        self.setColumnWidth(count - 1, longest[-1] if self._tight(longest) else max(_TOTAL, longest[-1]))
        room = (self.width() - _SIDE - self.columnWidth(count - 1) - 2) // max(1, count - 1)
        for at in range(count - 1):
            self.setColumnWidth(at, max(longest[at], min(_WIDE, room)))
        tallest = max(self._lines_high(at) for at in range(count))
        self.horizontalHeader().setFixedHeight(max(_HEAD, tallest + 12))

    def _lines_high(self, column: int) -> int:
        """Pixels the words at the head of a column take, one below the other."""
        item = self.horizontalHeaderItem(column)
        box = QRect(0, 0, self.columnWidth(column) - _BESIDE, 400)
        metrics = self.horizontalHeader().fontMetrics()
        return metrics.boundingRect(
            box, Qt.TextFlag.TextWordWrap.value, item.text() if item is not None else ""
        ).height()

    def _tight(self, longest: list[int]) -> bool:
        return self.width() < _SIDE + _WIDE * (len(longest) - 1) + _TOTAL

    def _words(self, column: int) -> list[str]:
        item = self.horizontalHeaderItem(column)
        return (item.text() if item is not None else "").split() or [""]

    def _fit(self) -> None:
        self._share()
        high = self.horizontalHeader().height() + sum(self.rowHeight(at) for at in range(self.rowCount())) + 2
        wide = _SIDE + sum(self.columnWidth(at) for at in range(self.columnCount())) + 2
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() else 0
        self.setFixedHeight(high + bar)
        self.setMaximumWidth(wide)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    def _take(self, row: int, column: int) -> None:
        item = self.item(row, column)
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if found:
            self.wanted.emit(tuple(found))
