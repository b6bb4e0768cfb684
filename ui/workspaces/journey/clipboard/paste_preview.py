"""What a pasted list would become: columns with their meaning, the first rows, what is left out. Enter takes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.list_paste import MEANINGS, PastedList, beyond, read_pasted
from cxstudio.exchange.lists.list_columns import LABELS, STAGE
from cxstudio.exchange.lists.touchpoint_list import as_row
from cxstudio.look.roles import Role
from cxstudio.model import Touchpoint
from cxstudio.wording.error_sentences import sentence
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.theme.plain_texts import PlainCheckBox, set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.vertical_scroll_area import VerticalScrollArea

_WIDE, _ROW, _HEAD = 760, 28, 36
_LEAST, _MOST = 130, 300
"""Width of a column in pixels."""
_BELOW = 56
"""Under the workspace's bar."""
_MOST_COLUMNS, _MOST_ROWS, _MOST_TOLD = 12, 7, 4
_AROUND = 290
"""Pixels of the window's height that are not the table's."""
_TOLD_HEIGHT, _INSET = 130, 60
"""Pixels what is left out takes before it scrolls, and what a line of it does not have of the sheet's width."""


class PasteSheet(Overlay):
    """A proposal over the map; nothing is taken before somebody says so, and Esc drops it."""

    def __init__(
        self, context: Context, anchor: QWidget, pasted: PastedList, text: str, take: Callable[[PastedList], object]
    ) -> None:
        super().__init__(anchor)
        tr = context.tr
        self._context, self.text, self._take = context, text, take
        self.pasted: PastedList | None = pasted
        self.setFixedWidth(min(_WIDE, anchor.window().width() - 40))
        self.setAccessibleName(tr("Paste as touchpoints"))
        self._title = label("", "name")
        self._counts = label("", "muted", wrap=True)
        self.headed = PlainCheckBox(tr("The first row holds headings"))
        self.headed.clicked.connect(lambda on: self._read(headed=on))
        self.table = QTableWidget()
        self.combos: list[CalmCombo] = []
        self._told = label("", "small", wrap=True)
        self._told_all = False
        self.more = button("", self._tell_all, "link")
        """Names everything that is left out."""
        self._told_area = VerticalScrollArea(self._told)
        self.do = button("", self.take, "primary")
        _calm(self.table, tr("The first rows"))
        drop = button(tr("Cancel"), self.dismiss, "ghost")
        head = column(None, self._title, self._counts, spacing=2)
        box = column(self, spacing=10)
        box.addLayout(head)
        for part in (self.table, self.headed, self._told_area):
            box.addWidget(part)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(row(None, -1, drop, self.do, spacing=8))
        box.setContentsMargins(20, 16, 20, 16)
        self._make_columns(pasted)
        self._show()

    def open_over(self, host: QWidget) -> None:
        """Open in the upper middle of a widget."""
        at = host.mapToGlobal(QPoint((host.width() - self.width()) // 2, _BELOW))
        self.open_below(self.do, at=at)

    def take(self) -> None:
        """Take what is proposed."""
        pasted = self.pasted
        if pasted is not None and self.do.isEnabled():
            self.dismiss()
            self._take(pasted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _read(self, *, headed: bool | None = None) -> None:
        """Read again, with the meanings chosen."""
        columns = {combo.currentData(): at for at, combo in enumerate(self.combos) if combo.currentData()}
        wanted = self.headed.isChecked() if headed is None else headed
        try:
            self.pasted = read_pasted(self.text, self._context.texts.language, columns=columns, headed=wanted)
        except UserError as error:
            self.pasted = None
            self._told.setText(sentence(error, self._context.texts))
            self._told.setFixedHeight(max(1, self._told.heightForWidth(self.width() - _INSET)))
            self._told_area.setFixedHeight(min(self._told.height(), _TOLD_HEIGHT))
            self._told_area.show()
            self.more.hide()
            self.do.setEnabled(False)
            return
        self._show()

    def _chosen(self, combo: CalmCombo) -> None:
        """A meaning belongs to one column: another one that had it gives it up."""
        for other in self.combos:
            if other is not combo and other.currentData() and other.currentData() == combo.currentData():
                other.setCurrentIndex(0)
        self._read()

    def _make_columns(self, pasted: PastedList) -> None:
        wide = min(len(pasted.table.header), _MOST_COLUMNS)
        self.table.setColumnCount(wide)
        self.table.setRowCount(1)
        meanings = {at: meaning for meaning, at in pasted.columns.items()}
        for at in range(wide):
            combo = CalmCombo()
            combo.setAccessibleName(self._context.tr("Column {number} becomes", number=at + 1))
            combo.addItem(self._context.tr("– left out –"), "")
            for meaning in MEANINGS:
                combo.addItem(self._context.tr(LABELS[meaning]), meaning)
            combo.setCurrentIndex(max(0, combo.findData(meanings.get(at, ""))))
            combo.activated.connect(lambda _, c=combo: self._chosen(c))
            self.combos.append(combo)
            self.table.setCellWidget(0, at, combo)
        self.headed.setVisible(pasted.table.has_header and wide > 0)

    def _show(self) -> None:
        pasted, texts = self.pasted, self._context.texts
        if pasted is None:
            return
        over = beyond(pasted, self._context.document, self._context.selection.journey)
        count = pasted.touchpoints - (over.count if over is not None else 0)
        self._title.setText(texts.tr("Paste as touchpoints"))
        known = pasted.plan.preview.counts if STAGE in pasted.columns else pasted.plan.preview.counts[1:]
        counts = " · ".join(c.said(texts) for c in known)
        self._counts.setText(f"{counts}\n{self._goes(pasted)}")
        self.headed.setChecked(pasted.headed)
        self.do.setText(texts.trn("Add {n} touchpoint", "Add {n} touchpoints", count))
        self.do.setEnabled(count > 0)
        self._fill(pasted)
        left = [*([over] if over is not None else []), *pasted.plan.left_out]
        told = [entry.said(texts) for entry in (left if self._told_all else left[:_MOST_TOLD])]
        more = len(left) - len(told)
        self.more.setText(texts.trn("and {n} more place", "and {n} more places", more))
        self.more.setVisible(more > 0)
        head = texts.tr("Left out:")
        self._told.setText("\n".join([head, *told]) if told else "")
        self._told_area.setVisible(bool(told))
        for words in (self._counts, self._told):
            words.setFixedHeight(max(1, words.heightForWidth(self.width() - _INSET)))
        self._told_area.setFixedHeight(min(self._told.height(), _TOLD_HEIGHT))
        self.adjustSize()

    def _tell_all(self) -> None:
        """Name everything that is left out; a long list scrolls."""
        self._told_all = True
        self._told_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show()
        self._told_area.setFocus(Qt.FocusReason.TabFocusReason)

    def _goes(self, pasted: PastedList) -> str:
        """Where they would stand."""
        context = self._context
        if STAGE in pasted.columns:
            return context.tr("Stages with the same name are extended; new ones go at the end.")
        selected = context.selection.record
        if isinstance(selected, Touchpoint) and selected.name:
            return context.tr("They go after “{name}”.", name=selected.name[:60])
        return context.tr("They go at the end.")

    def _fill(self, pasted: PastedList) -> None:
        heading = [as_row(pasted.table.header)] if pasted.headed else []
        shown = [*heading, *pasted.rows[:_MOST_ROWS]]
        self.table.setRowCount(1 + len(shown))
        for down, cells in enumerate(shown, 1):
            for across in range(self.table.columnCount()):
                words = " ".join(cells[across][:300].split()) if across < len(cells) else ""
                item = QTableWidgetItem(words)
                set_tooltip(item, words)
                if pasted.headed and down == 1:
                    item.setFont(self._context.theme.font(13, "semibold"))
                if not self.combos[across].currentData():
                    item.setForeground(self._context.theme.colour(Role.FAINT))
                self.table.setItem(down, across, item)
        self.table.setRowHeight(0, _HEAD)
        for down in range(1, self.table.rowCount()):
            self.table.setRowHeight(down, _ROW)
        wanted = [min(_MOST, max(_LEAST, self.table.sizeHintForColumn(at))) for at in range(self.table.columnCount())]
        room = self.width() - 46
        rest = max(0, room - sum(wanted)) // max(1, len(wanted))
        for across, wide in enumerate(wanted):
            self.table.setColumnWidth(across, wide + rest)
        bar = 14 if sum(wanted) > room else 0
        room_below = max(_HEAD + _ROW, self._window.height() - _AROUND)
        self.table.setFixedHeight(min(_HEAD + _ROW * len(shown) + 4, room_below) + bar)


def _calm(table: QTableWidget, name: str) -> None:
    """A table to look at."""
    table.setObjectName("pasted")
    table.setAccessibleName(name)
    table.setProperty("kind", "proposal")
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)  # Tab goes from one list of columns to the next
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
