"""The workspace Measures: what is done, by whom, until when; as a list, along time, by status, by effort and impact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from math import inf
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QPointF
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.measures.measure_standing import LastStandings
from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.edits import add_measure, duplicate_record, move_record, remove_records, set_status
from cxstudio.model import (
    CheckIn,
    CostItem,
    Department,
    Id,
    Journey,
    Measure,
    MeasureSaving,
    Project,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Target,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import CostState, MeasureStatus
from cxstudio.session.settings import MEASURE_COLUMNS
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.plan.measure_sentences import costs
from cxstudio.wording.plan.plan_columns import chosen_columns
from ui.boards.board_area import RecordBoardArea
from ui.context.context import Context
from ui.theme.plain_texts import submenu
from ui.widgets.as_is_line import AsIsLine
from ui.widgets.basics import button, column, row
from ui.widgets.empty_state import empty_state
from ui.widgets.lazy_pages import Pages
from ui.widgets.menus import entry, open_at
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.measure_table import TITLE, MeasureTable
from ui.workspaces.measures.measure_table_view import MeasureView
from ui.workspaces.measures.measure_views import BOARD, EFFORT_IMPACT, LIST, MONEY, SCHEDULE, VIEWS
from ui.workspaces.measures.measures_bar import MeasuresBar
from ui.workspaces.measures.measures_side import MeasuresSide
from ui.workspaces.measures.without_measure import WithoutMeasure
from ui.workspaces.workspace_base import Status, Workspace

_CONCERNS = (
    Measure, Department, Touchpoint, Stage, Journey, Project, Round, TouchpointRatings, SurveyCounts, Target, CheckIn,
    CostItem, MeasureSaving,
)  # fmt: skip
_NAMES = tuple(kind for kind in _CONCERNS if kind is not Measure)
"""What is said of a measure besides the measure itself."""
_WITH_SIDE: Final = {SCHEDULE: 1060, BOARD: 1260, EFFORT_IMPACT: 1060}
"""View → from which width on there is room for a column beside it."""
_BARELY, _LOWEST, _LOW, _LOW_MONEY = 320, 460, 620, 780
"""Below this height what has no measure takes fewer rows."""
_PLANE_ROOM, _STACKED_ROW = 470, 68
"""What bar, plane and headings take beside a board; a row below the plane."""


class MeasuresWorkspace(Workspace):
    """Four views of one plan, a bar above them, and beside or below them what the journey still asks for."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._following = self._stale = False
        self._standings = LastStandings()
        self.table = MeasureTable(context, self, self._standings)
        self.view = MeasureView(context, self.table)
        self.model = PlanModel(context, self, self._standings)
        self.without = WithoutMeasure(context)
        self.without.added.connect(self.name_next)
        self.bar = MeasuresBar(context)
        self.views = Pages(VIEWS, {LIST: self.view}, context, self.model)
        self.side = MeasuresSide(context, self.model, self.without)
        new = button(context.tr("New measure"), lambda: context.commands.run("measures.add"), "primary")
        new.setEnabled(not context.session.read_only)
        words = context.tr("Measures come from critical touchpoints. Each has an owner, a date and a target.")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.views)
        self._pages.addWidget(empty_state(context.theme, "checklist", context.tr("No measures yet"), words, new))
        self._below = QWidget()
        self._below_box = column(self._below)
        self._below_box.setContentsMargins(16, 8, 16, 14)
        self.as_is = AsIsLine(context)
        middle = row(None, self.side, self._pages, spacing=0)
        middle.setStretch(1, 1)
        box = column(self, self.bar, self.as_is, spacing=0)
        box.addLayout(middle, 1)
        box.addWidget(self._below)
        self._connect()
        self._set_columns()
        self.refresh()

    def _connect(self) -> None:
        context = self.context
        self.bar.view_chosen.connect(self.show_view)
        self.bar.filter_chosen.connect(self.filter_by)
        self.bar.grouping_chosen.connect(self.group_by)
        self.bar.columns_chosen.connect(self.choose_columns)
        self.view.delete_asked.connect(lambda: context.commands.run("measures.delete"))
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.table.modelReset.connect(self._follow_selection)
        context.bridge.changed.connect(self._changed)
        for signal in (context.bridge.figured, context.selection.journey_changed):
            signal.connect(self._everything_follows)
        context.selection.changed.connect(self._follow_selection)

    # Views

    @property
    def shown(self) -> str:
        """The view shown."""
        return self.views.id

    @property
    def board(self) -> RecordBoardArea | None:
        """The board in view; None while the list is."""
        page = self.views.page
        return page if isinstance(page, RecordBoardArea) else None

    def show_view(self, view: str) -> None:
        """Show the plan another way; what is selected stays selected."""
        made = self.views.known(view)
        page = self.views.show_page(view)
        if made is None and isinstance(page, RecordBoardArea):
            page.view.menu_wanted.connect(self._menu)
        self._arrange()
        self.bar.show_choices(view, self.table.filter, self.table.by)
        self.take_focus()
        self.status_changed.emit()

    def filter_by(self, wanted: Filter) -> None:
        """Show only the measures a filter means."""
        self.table.filter = wanted
        self.refresh()

    def group_by(self, by: Grouping) -> None:
        """Put measures together, in list and schedule."""
        self.table.by = by
        self.refresh()

    def choose_columns(self, keys: Sequence[str]) -> None:
        """Show these columns of the list from now on, in every project."""
        self.context.settings[MEASURE_COLUMNS] = list(keys)
        self._set_columns()
        self.refresh()

    def _set_columns(self) -> None:
        columns = chosen_columns(self.context.settings[MEASURE_COLUMNS])
        if columns != self.table.columns:
            self.table.set_columns(columns)
        self.bar.shown_columns = tuple(column.key for column in columns)

    def refresh(self, *, same_names: bool = False) -> None:
        """Read measures and figures again; `same_names`: nothing but measures is another one."""
        self._stale = False
        self.table.refresh(same_names=same_names)
        self.model.show(self.table.filter, self.table.by, same_names=same_names)
        self.without.refresh()
        self.as_is.refresh()
        self._pages.setCurrentIndex(0 if self.context.document.all(Measure) else 1)
        self._arrange()
        self.bar.show_choices(self.shown, self.table.filter, self.table.by)
        self._follow_selection()
        if self.isVisible():
            self.context.selection.look_again()
        self.status_changed.emit()

    def _arrange(self) -> None:
        """What has no measure stands beside a board where there is room, else below."""
        some = self._pages.currentIndex() == 0
        beside = some and self.width() >= _WITH_SIDE.get(self.shown, inf)
        small = self.shown != EFFORT_IMPACT
        self.side.setVisible(beside and (small or self.without.says_something))
        if beside and self.without.parentWidget() is not self.side.slot:
            self.side.take(self.without)
        elif not beside and self.without.parentWidget() is not self._below:
            self._below_box.addWidget(self.without)
        self.side.show_plane(small)
        self.without.set_room(self._rows_without(beside, small), stacked=beside)
        self._below.setVisible(not beside and self.without.says_something)

    def _rows_without(self, beside: bool, small: bool) -> int:
        """How many rows of what has no measure there is room for; `small`: below the small plane."""
        if not beside:
            if self.height() < _LOWEST:
                return 1 if self.height() >= _BARELY else 0
            if self.shown == MONEY:
                return 1 if self.height() < _LOW_MONEY else 4
            return 2 if self.height() < _LOW else 4
        return max(1, min(4, (self.height() - _PLANE_ROOM) // _STACKED_ROW)) if small else 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # What commands do

    def add(self) -> None:
        """A new measure, for the selected touchpoint where one is selected; its title is typed next."""
        touchpoint = self.context.selection.of(Touchpoint)
        self.filter_by(Filter())
        with self.context.session.transaction(N_("Add a measure")) as draft:
            about = [touchpoint.id] if touchpoint else []
            added = add_measure(draft, self.context.tr("New measure"), touchpoints=about)
        self.name_next(added)

    def name_next(self, measure: Id) -> None:
        """Select a new measure and let its title be typed."""
        if self.table.row_of(measure) < 0:
            self.filter_by(Filter())
        self.context.selection.select(measure)
        if self.board is not None:
            self.board.view.setFocus()
            self.board.view.rename(measure)
            return
        if self.shown == MONEY:
            self.show_view(LIST)
        index = self.table.index(self.table.row_of(measure), TITLE)
        self.view.scrollTo(index)
        self.view.setFocus()
        self.view.edit_cell(index)

    def duplicate(self) -> None:
        """A copy of the selected measure right behind it."""
        measure = self.context.selection.of(Measure)
        if measure is not None:
            title = self.context.tr("{name} (copy)", name=measure.title)
            with self.context.session.transaction(N_("Duplicate the measure")) as draft:
                added = duplicate_record(draft, Measure, measure.id, title=title)
            self.context.selection.select(added)

    def delete(self) -> None:
        """Remove the selected measures; undo brings them back."""
        measures = self.context.selection.all_of(Measure)
        with self.context.session.transaction(N_("Remove the measure")) as draft:
            remove_records(draft, [m.id for m in measures])
        texts = self.context.texts
        gone = texts.trn("{n} measure deleted.", "{n} measures deleted.", len(measures))
        self.context.messages.say(gone + " " + texts.tr("Undo brings it back."))

    def up(self) -> None:
        """Move the selected measure up in the plan."""
        self._move(-1)

    def down(self) -> None:
        """Move the selected measure down in the plan."""
        self._move(1)

    def set_status(self, status: MeasureStatus) -> None:
        """Give the selected measures a status."""
        measures = [m.id for m in self.context.selection.all_of(Measure) if m.status is not status]
        if measures:
            with self.context.session.transaction(N_("Change the status")) as draft:
                set_status(draft, measures, status)

    def _move(self, step: int) -> None:
        measure = self.context.selection.of(Measure)
        ids = [m.id for m in self.context.document.all(Measure)]
        if measure is None or not 0 <= (place := ids.index(measure.id) + step) < len(ids):
            return
        rest = [i for i in ids if i != measure.id]
        with self.context.session.transaction(N_("Move the measure")) as draft:
            move_record(draft, Measure, measure.id, rest[place - 1] if place else None)

    def _menu(self, where: QPointF) -> None:
        """What can be done with the selected measures on a board."""
        menu, commands = QMenu(self), self.context.commands
        chosen = self.context.selection.of(Measure)
        if chosen is not None and not self.context.session.read_only:
            states = submenu(menu, self.context.tr("Status"))
            for status in MeasureStatus:
                entry(states, choice_text(self.context.texts, status), partial(self.set_status, status),
                      chosen=chosen.status is status)  # fmt: skip
            menu.addActions([commands.action(f"measures.{name}") for name in ("duplicate", "up", "down", "delete")])
            menu.addSeparator()
        menu.addAction(commands.action("measures.add"))
        open_at(menu, where.toPoint())

    # The frame

    def view_state(self) -> tuple[Any, ...]:
        header = self.view.horizontalHeader()
        sorting = header.sortIndicatorSection(), header.sortIndicatorOrder()
        return self.table.filter, self.table.by, sorting, self.view.currentIndex().column(), self.shown

    def restore_view_state(self, state: tuple[Any, ...]) -> None:
        wanted, by, sorting, column_, shown = state
        self.table.by = by
        self.filter_by(wanted)
        self.view.horizontalHeader().setSortIndicator(*sorting)
        cell = self.view.currentIndex().siblingAtColumn(column_)
        self.view.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.show_view(shown)

    def place_for(self, record: Record) -> Id | None:
        """A measure that is listed, a touchpoint that still waits for one, or the first measure of another.

        Beside the money stand touchpoints and journeys themselves: what they cost is entered there.
        """
        if self.shown == MONEY and isinstance(record, Touchpoint | Journey):
            return record.id
        if isinstance(record, Measure):
            return record.id if self.table.row_of(record.id) >= 0 else None
        if not isinstance(record, Touchpoint) or record in self.without.touchpoints:
            return record.id if isinstance(record, Touchpoint) else None
        about = self.context.document.having(Measure, "touchpoints", record.id)
        return next((m.id for m in about if self.table.row_of(m.id) >= 0), None)

    def status(self) -> Status:
        measures, texts = self.context.document.all(Measure), self.context.texts
        known = self._standings.of(self.context.document, date.today()).values()
        running = sum(m.status is MeasureStatus.RUNNING for m in measures)
        late, risky = sum(s.overdue for s in known), sum(s.at_risk for s in known)
        counts = [texts.trn("{n} measure", "{n} measures", len(measures))]
        if running:
            counts.append(texts.trn("{n} running", "{n} running", running))
        left = [" · ".join(counts)]
        warned = [texts.trn("{n} overdue", "{n} overdue", late)] if late else []
        warned += [texts.trn("{n} at risk", "{n} at risk", risky)] if risky else []
        if warned:
            left.append("!" + " · ".join(warned))
        return Status(tuple(left), tuple(p for p in (self._sum(CostState.PLANNED), self._sum(CostState.SPENT)) if p))

    def take_focus(self) -> None:
        (self.board.view if self.board is not None else self.views.page).setFocus()

    def _sum(self, state: CostState) -> str:
        live = [m for m in self.context.document.all(Measure) if m.status is not MeasureStatus.DROPPED]
        once, per_year = costs(m for m in live if m.cost_state is state)
        if not once and not per_year:
            return ""
        texts = self.context.texts
        money = {"once": texts.money(once), "per_year": texts.money(per_year)}
        if state is CostState.PLANNED:
            return texts.tr("planned: {once} once, {per_year} per year", **money)
        return texts.tr("spent: {once} once, {per_year} per year", **money)

    # Following

    def _selected(self) -> None:
        if not self._following and (ids := self.view.selected_measures()):
            self.context.selection.select(*ids)

    def _follow_selection(self) -> None:
        """Mark the rows of what is selected elsewhere."""
        wanted = [m.id for m in self.context.selection.all_of(Measure)]
        if self._following or wanted == self.view.selected_measures():
            return
        self._following = True
        model = self.view.selectionModel()
        model.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for measure in wanted:
            index = self.table.index(self.table.row_of(measure), max(TITLE, self.view.currentIndex().column()))
            if index.isValid():
                model.select(index, flags.Select | flags.Rows)
                model.setCurrentIndex(index, flags.NoUpdate)
        self._following = False

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_CONCERNS):
            self._follow(same_names=not changes.touches(*_NAMES))

    def _everything_follows(self, *_: object) -> None:
        self._follow()

    def _follow(self, *, same_names: bool = False) -> None:
        """Read again, out of view when it is next seen."""
        if self.isVisible():
            self.refresh(same_names=same_names and not self._stale)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
