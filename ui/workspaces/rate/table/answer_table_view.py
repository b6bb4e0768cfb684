"""The grid people see: one row is selected, one column is active, and digits fill the cell where they meet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Id, Touchpoint
from cxstudio.model.questions import BY_NAME
from cxstudio.wording.figures.voice_sentences import set_words_at
from ui.context.answer_keys import AnswerKeys, Typed
from ui.context.context import Context
from ui.widgets.table_rows import FittedColumns
from ui.workspaces.rate.table.answer_cells import HEADING, ROW, Cells
from ui.workspaces.rate.table.answer_columns import (
    AGREEMENT,
    COLUMN_OF,
    COLUMNS,
    COUNT,
    EMOTION,
    EXPECTATION,
    EXPERIENCE,
    FIGURE_OF,
    IMPORTANCE,
    NAME,
    NEED,
    PROMISE,
    QUICK,
    ROOMY,
    WORD,
)
from ui.workspaces.rate.table.answer_entry import Entry
from ui.workspaces.rate.table.answer_header import Heading
from ui.workspaces.rate.table.answer_table_model import Index, RatingTable

_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
_ASIDE = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_LEAST_NAME = 190
_COMMANDED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class RatingView(QTableView):
    """Keys and clicks of the grid; `Entry` writes."""

    sort_asked = Signal(int)
    opened = Signal(str)
    """A touchpoint was double-clicked outside the answers."""

    def __init__(self, context: Context, table: RatingTable, entry: Entry) -> None:
        super().__init__()
        self.context, self.table, self.entry = context, table, entry
        self.keys = AnswerKeys()
        self.across = False
        """Whether a number goes on to the next question instead of the next touchpoint."""
        self.cells = Cells(context, self)
        self.heading = Heading(context, self)
        self._columns = FittedColumns(self.heading, NAME, _LEAST_NAME, ())
        self._following = False
        self._most: tuple[RoundFigures | None, int] | None = None
        """Figures, and the largest number of people behind one of them."""
        self._low: list[int] = []
        """Rows as low as a heading."""
        self._look()
        table.modelReset.connect(self.lay_out)
        self.heading.sectionClicked.connect(self.sort_asked)
        context.selection.changed.connect(self.follow)
        context.selection.voice_changed.connect(self.follow)

    def _look(self) -> None:
        self.setModel(self.table)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.heading)
        self.setAccessibleName(self.context.tr("Rating table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(HEADING)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heading.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    # What is active

    @property
    def column(self) -> int:
        """The column digits fill."""
        column = COLUMN_OF.get(self.context.selection.figure, EXPERIENCE)
        if column == PROMISE and not self._asks_promises():
            column = EXPERIENCE
        return QUICK if self.table.quick and column in (EXPECTATION, EXPERIENCE) else column

    @property
    def figure(self) -> str:
        """The figure digits fill."""
        return FIGURE_OF[self.column]

    @property
    def touchpoint(self) -> Id | None:
        """The touchpoint of the selected row."""
        chosen = self.selectionModel().selectedRows()
        return self.table.touchpoint(chosen[0].row()) if chosen else None

    def lay_out(self) -> None:
        """The rows are new: headings over the whole width, the selected row marked again."""
        self.clearSpans()
        rows = self.verticalHeader()
        for at in self._low:
            if at < self.table.rowCount():
                rows.resizeSection(at, ROW)
        self._low = self.table.headings
        for at in self._low:
            self.setSpan(at, 0, 1, len(COLUMNS))
            rows.resizeSection(at, HEADING)
        self.show_columns()

    def show_columns(self) -> None:
        """The questions asked in this round, as wide as the window allows."""
        wide = self.viewport().width() >= ROOMY
        self.cells.inset = self.heading.inset = 10 if wide else 7
        for at, column in enumerate(COLUMNS):
            if at != NAME:
                self.setColumnWidth(at, column.wide if wide else column.narrow)
        self.setColumnWidth(COUNT, max(self.columnWidth(COUNT), self._count_width()))
        for at in (EXPECTATION, EXPERIENCE):
            self.setColumnHidden(at, self.table.quick)
        self.setColumnHidden(QUICK, not self.table.quick)
        self._show_words()
        self.follow()

    def _asks_promises(self) -> bool:
        """Where something is promised: while one voice answers, and once anybody has."""
        if not self.table.promised:
            return False
        figures = self.table.figures
        answered = figures is not None and any(f.promise is not None for f in figures.touchpoints)
        return self.table.asked.own is not None or answered

    def _count_width(self) -> int:
        """Pixels the largest number of people takes."""
        figures = self.table.figures
        if self._most is None or self._most[0] is not figures:
            self._most = figures, max((f.n for f in figures.touchpoints), default=0) if figures is not None else 0
        _, most = self._most
        metrics = QFontMetrics(self.context.theme.font(13, "regular"))
        return metrics.horizontalAdvance(self.context.texts.number(most)) + 2 * self.cells.inset + 2

    def _show_words(self) -> None:
        """The word for an emotion is in view while somebody says it, and where there is room and anybody did.

        So is the answer about a promise.
        """
        saying = self.table.asked.own is not None and bool(BY_NAME[self.figure].word)
        roomy = self.viewport().width() >= ROOMY
        self.setColumnHidden(WORD, not (saying or (roomy and self.table.has_words)))
        self.setColumnHidden(AGREEMENT, saying)
        self.setColumnHidden(PROMISE, not (self._asks_promises() and (roomy or self.column == PROMISE)))
        asked = (IMPORTANCE, EMOTION, *(() if self.table.quick else (EXPECTATION,)))
        asked = tuple(at for at in asked if at != self.cells.active)  # what is filled in stays
        self._columns.spared = (COUNT, *(() if saying else (AGREEMENT,)), NEED, *asked)
        self._columns.fit(self.viewport().width())

    def follow(self) -> None:
        """Mark the row of the touchpoint selected anywhere, and the active column."""
        self.keys.forget()
        self.cells.waiting = False
        open_ = self.table.asked.open and not self.context.session.read_only
        self.cells.active = self.column if open_ else -1
        self.heading.show_state(self.cells.active, self.table.sorting)
        self._show_words()
        row = self.table.row_of(self.context.selection.id)
        self._following = True
        if row >= 0:
            index = self.table.index(row, self.column)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._following = False
        self.viewport().update()

    # Going on

    def go_down(self, step: int) -> bool:
        """Select the next touchpoint, or the one before; False at the end."""
        listed = self.table.touchpoints
        if not listed:
            return False
        here = self.touchpoint
        place = listed.index(here) + step if here in listed else (0 if step > 0 else len(listed) - 1)
        if here in listed and not 0 <= place < len(listed) and abs(step) == 1:
            return False
        self.context.selection.select(listed[max(0, min(place, len(listed) - 1))])
        return True

    def go_aside(self, step: int, *, wrap: bool) -> bool:
        """Make the next question the active one; at the end of the row on to the next touchpoint, or stay."""
        fill = [COLUMN_OF[figure] for figure in self.table.asked_about(self.touchpoint)]
        place = (fill.index(self.column) if self.column in fill else len(fill)) + step
        if not 0 <= place < len(fill):
            if not wrap or not self.go_down(step):
                return False
            fill = [COLUMN_OF[figure] for figure in self.table.asked_about(self.touchpoint)]
            place = 0 if step > 0 else -1
        self.choose(fill[place])
        return True

    def choose(self, column: int) -> None:
        """Let digits fill this column."""
        figure = FIGURE_OF[column]
        self.context.selection.set_figure("experience" if figure == "quick" else figure)

    # Keys and clicks

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the answers of a row while somebody's are in view, and leaves the table at its ends."""
        open_ = self.cells.active >= 0 and self.touchpoint is not None
        if open_ and self.go_aside(1 if forward else -1, wrap=False):
            return True
        return bool(QAbstractItemView.focusNextPrevChild(self, forward))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        page = max(1, self.viewport().height() // ROW - 2)
        steps = {**_DOWN, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        ends = {Qt.Key.Key_Home: -len(self.table.touchpoints), Qt.Key.Key_End: len(self.table.touchpoints)}
        if event.modifiers() & _COMMANDED:
            event.ignore()
        elif key in steps or key in ends:
            back = (
                key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            )
            self.go_down(ends[key] if key in ends else -1 if back else steps[key])
        elif key in _ASIDE:
            self.go_aside(_ASIDE[key], wrap=False)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_back()
        elif key is Qt.Key.Key_Escape and self.keys.waiting:
            self._wait(False)
        elif not (text.strip() or text == " ") or not self._typed(text):
            event.ignore()

    def _typed(self, text: str) -> bool:
        """A character: an answer, part of one, or nothing."""
        touchpoint, figure = self.touchpoint, self.figure
        if touchpoint is None:
            return False
        limits = self.table.asked.limits(figure)
        meant = self.keys.typed(text, limits)
        self._wait(self.keys.waiting)
        if meant is Typed.NOTHING:
            return False
        if meant is Typed.OFF:
            low, high = (self.context.texts.number(end) for end in limits)
            self.context.messages.say(self.context.tr("This question runs from {low} to {high}.", low=low, high=high))
        elif meant is not Typed.WAIT:
            value = None if meant is Typed.SKIP else int(meant)
            with self.context.commands.held():
                if self.entry.give(touchpoint, figure, value):
                    found = self.context.document.get(Touchpoint, touchpoint)
                    self.context.messages.say(set_words_at(found, figure, value, self.context.texts))
                    self._go_on()
        return True

    def _go_on(self) -> None:
        if self.across:
            self.go_aside(1, wrap=True)
        else:
            self.go_down(1)

    def _take_back(self) -> None:
        touchpoint = self.touchpoint
        if touchpoint is not None:
            self._wait(False)
            self.entry.take_back(touchpoint, self.figure)

    def _wait(self, waiting: bool) -> None:
        """Show or forget a minus that waits for its digit."""
        if not waiting:
            self.keys.forget()
        if self.cells.waiting != (waiting and self.cells.active >= 0):
            self.cells.waiting = waiting and self.cells.active >= 0
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        touchpoint = self.table.touchpoint(index.row()) if index.isValid() else None
        if touchpoint is not None and event.button() is Qt.MouseButton.LeftButton:
            if index.column() in FIGURE_OF:
                self.choose(index.column())
            self.context.selection.select(touchpoint)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        touchpoint = self.table.touchpoint(index.row()) if index.isValid() else None
        if touchpoint is not None and index.column() not in FIGURE_OF:
            self.opened.emit(touchpoint)
        else:
            self.mousePressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        touchpoint = self.table.touchpoint(current.row()) if current.isValid() else None
        if not self._following and touchpoint is not None:
            self.context.selection.select(touchpoint)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.show_columns()
