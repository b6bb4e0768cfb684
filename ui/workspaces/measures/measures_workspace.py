"""The workspace Measures: what is done, by whom, until when."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from cxstudio.analysis.measures.measure_standing import is_overdue
from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.edits import add_measure, duplicate_record, move_record, remove_records
from cxstudio.model import (
    Department,
    Id,
    Journey,
    Measure,
    Project,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import CostState, MeasureStatus
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.figures.measure_sentences import costs
from ui.context.context import Context
from ui.forms.choice_editors import choice_text
from ui.widgets.as_is_line import AsIsLine
from ui.widgets.basics import button, column, row
from ui.widgets.empty_state import empty_state
from ui.widgets.menus import entry, open_below
from ui.workspaces.measures.measure_table import TITLE, MeasureTable
from ui.workspaces.measures.measure_table_view import MeasureView
from ui.workspaces.measures.without_measure import WithoutMeasure
from ui.workspaces.workspace_base import Status, Workspace

_CONCERNS = (Measure, Department, Touchpoint, Stage, Journey, Project, Round, TouchpointRatings, SurveyCounts)


class MeasuresWorkspace(Workspace):
    """An editable list, filters above it, and what the journey still asks for below it."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._following = self._stale = False
        self.table = MeasureTable(context, self)
        self.view = MeasureView(context, self.table)
        self.without = WithoutMeasure(context)
        self.without.added.connect(self.name_next)
        self.departments, self.states = self._filter("departments"), self._filter("states")
        new = button(context.tr("New measure"), lambda: context.commands.run("measures.add"), "primary")
        new.setEnabled(not context.session.read_only)
        words = context.tr("Measures come from critical touchpoints. Each has an owner, a date and a target.")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty_state(context.theme, "checklist", context.tr("No measures yet"), words, new))
        below = QWidget()
        column(below, self.without).setContentsMargins(16, 8, 16, 16)
        self._below = below
        self.as_is = AsIsLine(context)
        column(self, self._bar(), self.as_is, self._pages, below, spacing=0).setStretch(2, 1)
        self.view.delete_asked.connect(lambda: context.commands.run("measures.delete"))
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.table.modelReset.connect(self._follow_selection)
        context.bridge.changed.connect(self._changed)
        for signal in (context.bridge.figured, context.selection.journey_changed):
            signal.connect(self._follow)
        context.selection.changed.connect(self._follow_selection)
        self.refresh()

    def refresh(self) -> None:
        """Read measures and figures again."""
        self._stale = False
        self.table.refresh()
        self.without.refresh()
        self.as_is.refresh()
        self._below.setVisible(bool(self.without.touchpoints))
        self._pages.setCurrentIndex(0 if self.context.document.all(Measure) else 1)
        self._name_filters()
        self._follow_selection()
        if self.isVisible():
            self.context.selection.look_again()
        self.status_changed.emit()

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

    def filter_by(self, wanted: Filter) -> None:
        """Show only the measures a filter means."""
        self.table.filter = wanted
        self.refresh()

    def view_state(self) -> tuple[Any, ...]:
        header = self.view.horizontalHeader()
        sorting = header.sortIndicatorSection(), header.sortIndicatorOrder()
        return self.table.filter, sorting, self.view.currentIndex().column()

    def restore_view_state(self, state: tuple[Any, ...]) -> None:
        wanted, sorting, column_ = state
        self.filter_by(wanted)
        self.view.horizontalHeader().setSortIndicator(*sorting)
        cell = self.view.currentIndex().siblingAtColumn(column_)
        self.view.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.NoUpdate)

    def place_for(self, record: Record) -> Id | None:
        """A measure that is listed, a touchpoint that still waits for one, or the first measure of another."""
        if isinstance(record, Measure):
            return record.id if self.table.row_of(record.id) >= 0 else None
        if not isinstance(record, Touchpoint) or record in self.without.touchpoints:
            return record.id if isinstance(record, Touchpoint) else None
        about = self.context.document.having(Measure, "touchpoints", record.id)
        return next((m.id for m in about if self.table.row_of(m.id) >= 0), None)

    def status(self) -> Status:
        measures, texts = self.context.document.all(Measure), self.context.texts
        running = sum(m.status is MeasureStatus.RUNNING for m in measures)
        late = sum(is_overdue(m, date.today()) for m in measures)
        counts = [texts.trn("{n} measure", "{n} measures", len(measures))]
        if running:
            counts.append(texts.trn("{n} running", "{n} running", running))
        left = [" · ".join(counts)]
        if late:
            left.append("!" + texts.trn("{n} overdue", "{n} overdue", late))
        return Status(tuple(left), tuple(p for p in (self._sum(CostState.PLANNED), self._sum(CostState.SPENT)) if p))

    def take_focus(self) -> None:
        self.view.setFocus()

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

    def _bar(self) -> QWidget:
        context = self.context
        bar = QWidget()
        bar.setObjectName("workbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(48)
        hand_on = button(context.tr("Export") + "  ▾")
        menu = QMenu(hand_on)
        menu.addActions([context.commands.action("export.plan_xlsx"), context.commands.action("export.plan_csv")])
        hand_on.setMenu(menu)
        add = button(context.tr("+ Measure"), lambda: context.commands.run("measures.add"), "primary")
        add.setEnabled(not context.session.read_only)
        row(bar, self.departments, self.states, -1, hand_on, add, spacing=8).setContentsMargins(16, 0, 16, 0)
        return bar

    def _filter(self, wish: str) -> QPushButton:
        """A button that says what of a kind is wished for, and opens the choices."""
        made = button("", lambda: open_below(self._menu(wish), made))
        return made

    def _choices(self, wish: str) -> tuple[str, list[tuple[str, str]]]:
        """What stands for everything of a kind of wish, and its values with their names."""
        if wish == "departments":
            departments = (d for d in self.context.document.all(Department) if d.merged_into is None)
            return self.context.tr("All departments"), [(d.id, d.name) for d in departments]
        return self.context.tr("All statuses"), [(s, choice_text(self.context, s)) for s in MeasureStatus]

    def _name_filters(self) -> None:
        for wish, made in (("departments", self.departments), ("states", self.states)):
            everything, choices = self._choices(wish)
            chosen = [name for value, name in choices if value in getattr(self.table.filter, wish)]
            text = ", ".join(chosen) or everything
            made.setText(f"{text}  ▾")
            made.setAccessibleName(self.context.tr("Filter: {what}", what=text))

    def _menu(self, wish: str) -> QMenu:
        menu, wanted = QMenu(self), self.table.filter
        everything, choices = self._choices(wish)
        entry(menu, everything, partial(self.filter_by, wanted.only(wish)))
        for value, name in choices:
            entry(menu, name, partial(self.filter_by, wanted.only(wish, value)))
        return menu

    def _move(self, step: int) -> None:
        measure = self.context.selection.of(Measure)
        ids = [m.id for m in self.context.document.all(Measure)]
        if measure is None or not 0 <= (place := ids.index(measure.id) + step) < len(ids):
            return
        rest = [i for i in ids if i != measure.id]
        with self.context.session.transaction(N_("Move the measure")) as draft:
            move_record(draft, Measure, measure.id, rest[place - 1] if place else None)

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
            self._follow()

    def _follow(self) -> None:
        """Read again, out of view when it is next seen."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
