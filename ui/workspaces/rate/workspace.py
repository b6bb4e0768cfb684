"""The workspace Rate: which round, and its figures."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QStackedWidget, QTableView, QWidget

from cxstudio.analysis.results import RoundFigures
from cxstudio.model import Id, Journey, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.wording.fields import choice_label
from ui.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty import empty_state
from ui.workspaces.base import Status, Workspace
from ui.workspaces.rate.cells import Cells
from ui.workspaces.rate.table import AGREEMENT, DELTA, MARKS, NAME, NEED, FigureTable

_WIDTHS = {DELTA: 190, AGREEMENT: 88, NEED: 74, MARKS: 170}
_NARROW = {DELTA: 136, AGREEMENT: 80, NEED: 66, MARKS: 58}
_USUAL_WIDTH, _USUAL_NARROW = 92, 80
_WIDE_FROM = 1000
"""Pixels from which marks are named and not only drawn."""


class RateWorkspace(Workspace):
    """Figures to read; click selects the touchpoint everywhere."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._round: Id | None = None
        self._quiet = False
        self.rounds = QComboBox()
        self.rounds.setAccessibleName(context.tr("Round"))
        self.rounds.setMinimumWidth(320)
        self.rounds.activated.connect(self._choose)
        self.table = FigureTable(context, self)
        self.view = self._view()
        to_map = button(context.tr("To the journey"), lambda: context.commands.run("go.journey"), "primary")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        title = context.tr("No ratings yet")
        words = context.tr(
            "Select a touchpoint on the map and set expectation, experience and emotion in the inspector. "
            "The figures then stand here."
        )
        self._pages.addWidget(empty_state(context.theme, "bars", title, words, to_map))
        bar = QWidget()
        bar.setObjectName("workbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(48)
        hint = label(context.tr("Ratings are given in the inspector, as the voice named there."), "small")
        row(bar, self.rounds, -1, hint, spacing=12).setContentsMargins(16, 0, 16, 0)
        column(self, bar, self._pages, spacing=0).setStretch(1, 1)
        context.bridge.changed.connect(self._changed)
        context.selection.journey_changed.connect(self._changed)
        context.selection.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Read rounds and figures again."""
        journey = self.context.selection.journey
        rounds = self.context.document.having(Round, "journey", journey) if journey else ()
        rounds = tuple(r for r in rounds if r.kind is not RoundKind.TARGET)
        if self._round not in {r.id for r in rounds}:
            shown = self.context.bridge.shown_round(journey)
            self._round = shown.id if shown else (rounds[-1].id if rounds else None)
        self.rounds.clear()
        for each in rounds:
            self.rounds.addItem(self._round_name(each), each.id)
        self.rounds.setCurrentIndex(max(0, self.rounds.findData(self._round)))
        figures = self.context.bridge.figures(self._round)
        delegate = self.view.itemDelegate()
        shown_round = self.context.document.find(self._round)
        if isinstance(delegate, Cells) and isinstance(shown_round, Round):
            delegate.widest = _widest(figures)
        self.table.show(journey, figures)
        self.view.clearSpans()
        for at, line in enumerate(self.table.lines):
            if line.stage is not None:
                self.view.setSpan(at, 0, 1, self.table.columnCount())
        self.rounds.setVisible(bool(rounds))
        self._pages.setCurrentIndex(0 if self.table.lines and figures is not None else 1)
        self._follow()
        self.status_changed.emit()

    def status(self) -> Status:
        texts = self.context.texts
        shown = [line for line in self.table.lines if line.touchpoint is not None]
        critical = sum(line.critical for line in shown)
        count = texts.trn("{n} touchpoint", "{n} touchpoints", len(shown))
        left = (count, texts.trn("{n} critical", "{n} critical", critical))
        figures = self.context.bridge.figures(self._round)
        return Status(left, (f"n = {texts.number(figures.n)}",) if figures else ())

    def entered(self) -> None:
        self._fit()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as the window allows; the name takes what is left."""
        wide = self.view.viewport().width() >= _WIDE_FROM
        widths, usual = (_WIDTHS, _USUAL_WIDTH) if wide else (_NARROW, _USUAL_NARROW)
        for at in range(self.table.columnCount()):
            if at != NAME:
                self.view.setColumnWidth(at, widths.get(at, usual))

    def take_focus(self) -> None:
        self.view.setFocus()

    def _view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.table)
        view.setItemDelegate(Cells(self.context, view))
        view.setAccessibleName(self.context.tr("Figures per touchpoint"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(38)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        view.selectionModel().selectionChanged.connect(self._selected)
        view.doubleClicked.connect(lambda *_: self.context.commands.run("go.journey"))
        return view

    def _round_name(self, each: Round) -> str:
        journey = self.context.document.get(Journey, each.journey)
        parts = [each.title or journey.title, self.context.tr(choice_label(each.view))]
        if each.day:
            parts.insert(1, self.context.texts.date(each.day))
        return " · ".join(parts)

    def _choose(self, at: int) -> None:
        self._round = self.rounds.itemData(at)
        self.refresh()

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def _selected(self, selected: QItemSelection, *_: object) -> None:
        if self._quiet or not selected.indexes():
            return
        line = self.table.lines[selected.indexes()[0].row()]
        if line.touchpoint is not None:
            self.context.selection.select(line.touchpoint.id)

    def _follow(self) -> None:
        at = self.table.row_of(self.context.selection.id)
        self._quiet = True
        if at >= 0:
            self.view.selectRow(at)
        else:
            self.view.clearSelection()
        self._quiet = False


def _widest(figures: RoundFigures | None) -> float:
    """The largest mean delta, at least 2, so that small ones do not look large."""
    deltas = (abs(f.delta.mean) for f in figures.touchpoints if f.delta is not None) if figures else ()
    return float(max([2.0, *deltas]))
