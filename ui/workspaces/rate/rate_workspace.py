"""The workspace Rate: a grid to read and to fill, and what its figures say beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from cxstudio.analysis.journeys.first_pass import shortlist, to_rate
from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits import set_fields
from cxstudio.exchange.clipboard.spreadsheet_cells import lines_of
from cxstudio.model import (
    Department,
    Id,
    Journey,
    Measure,
    Note,
    Participant,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
)
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.widgets.as_is_line import AsIsLine
from ui.widgets.basics import column, row
from ui.widgets.folding_section import FoldingSide
from ui.widgets.lazy_pages import Pages, modules_of
from ui.workspaces.rate.beside_table.answer_explanations import Why
from ui.workspaces.rate.beside_table.table_side import NARROW, WIDE, SidePanel, ask_reason
from ui.workspaces.rate.rate_tabs import TABS
from ui.workspaces.rate.rounds.round_actions import RoundActions
from ui.workspaces.rate.rounds.round_bar import RateBar
from ui.workspaces.rate.table.answer_columns import COLUMNS
from ui.workspaces.rate.table.answer_entry import Entry
from ui.workspaces.rate.table.answer_paste import plan_paste
from ui.workspaces.rate.table.answer_table_model import RatingTable
from ui.workspaces.rate.table.answer_table_view import RatingView
from ui.workspaces.rate.table.empty_table import no_round, no_touchpoints, nothing_left
from ui.workspaces.rate.table.group_decision import Marking
from ui.workspaces.rate.table.next_step_line import NextStepLine
from ui.workspaces.rate.table.paper_entry import Pile
from ui.workspaces.rate.table.paste_target import paste_target
from ui.workspaces.rate.table.question_line import QuestionLine
from ui.workspaces.rate.table.round_in_view import asked, is_quick
from ui.workspaces.rate.table.row_order import Sorting
from ui.workspaces.rate.table.table_status import grid_status
from ui.workspaces.workspace_base import Status, Workspace

_STRUCTURE = (Stage, Journey, Round, Department, Participant, SurveyCounts)
"""Kinds of record after whose change rows are arranged anew; ratings only fill the rows there are."""
_SAYING = (Note, Measure)
"""The same while a text is looked for."""
_ROOMY = 1240
_SIDE_BY_SIDE = 1300
"""Pixels from which rows and charts have room beside each other."""
_NO_GRID, _NO_ROUND, _GRID = range(3)


class RateWorkspace(Workspace):
    """Fills answers by the keyboard; a click anywhere selects the touchpoint everywhere."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._instead: Id | None = None
        """The round chosen where the project can only be read."""
        self._quick: dict[Id, bool] = {}
        self._stale = True
        self.table = RatingTable(context, self)
        self._pages = QStackedWidget()
        self.entry = Entry(context, self.table, self._pages)
        self.view = RatingView(context, self.table, self.entry)
        self.bar, self.side = RateBar(context, TABS), SidePanel(context)
        self.onward = NextStepLine(context)
        self.beside = FoldingSide(context, self.side, context.tr("Chart and need for action"))
        self.question = QuestionLine(context, self.table, self.entry)
        self.why = Why(context, self.table, self.view, self)
        self.why.beside = self.question.why
        self.marking = Marking(context, self.table, partial(ask_reason, self.beside), self)
        self.rounds = RoundActions(context, self.bar, self)
        self.pile = Pile(context, self.table, self.view, self.bar.set_filter)
        self.pile.listen_on(self)
        self._side_behind = False
        """Whether what stands beside the table is to be read again."""
        self._rows = QStackedWidget()
        """The rows, or why there are none."""
        for part in (self.view, nothing_left(context, self.show_all)):
            self._rows.addWidget(part)
        for page in (no_touchpoints(context), no_round(context), self._grid()):
            self._pages.addWidget(page)
        self.tabs = Pages(TABS, {"table": self._pages}, context)
        self.as_is = AsIsLine(context)
        column(self, self.bar, self.as_is, self.tabs, spacing=0).setStretch(2, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self.refresh()
        context.ahead.want(modules_of(TABS))

    def _grid(self) -> QWidget:
        grid, left = QWidget(), QWidget()
        column(left, self.question, self._rows, self.onward, spacing=0).setStretch(1, 1)
        row(grid, left, self.beside, spacing=0).setStretch(0, 1)
        return grid

    def _connect(self) -> None:
        context = self.context
        self.bar.round_chosen.connect(self.show_round)
        self.bar.tab_chosen.connect(self.show_tab)
        self.bar.filtered.connect(self.filter_by)
        self.question.quick_wanted.connect(self.ask_quick)
        self.question.across_wanted.connect(self._go_across)
        self.view.sort_asked.connect(self.sort_by)
        self.view.opened.connect(partial(show_record, context))
        self.entry.choose_voice.connect(self.bar.open_voices)
        self.side.reason_done.connect(self.view.setFocus)
        context.bridge.changed.connect(self._changed)
        context.bridge.figured.connect(self._figured)
        context.bridge.settled.connect(self._settled)
        context.selection.journey_changed.connect(self._look_again)
        context.selection.voice_changed.connect(self._voice_changed)

    def view_state(self) -> dict[str, Any]:
        return {
            "tab": self.tabs.id, "instead": self._instead, "quick": dict(self._quick), "filter": self.table.filter,
            "sorting": self.table.sorting, "across": self.view.across, "pile": (self.pile.before, self.pile.last),
            "order": self.table.order,
        }  # fmt: skip

    def restore_view_state(self, state: dict[str, Any]) -> None:
        self._instead, self._quick, self._stale = state["instead"], state["quick"], True
        self.table.sorting, self.view.across = state["sorting"], state["across"]
        self.bar.set_filter(state["filter"])
        self.pile.go_on(*state["pile"])
        self.table.keep_order(state["order"])
        self.tabs.show_page(state["tab"])
        self.bar.show_tab(state["tab"])

    # What is in view

    def refresh(self) -> None:
        """Read round, voice and figures again and put the rows in order."""
        self._stale = False
        now = asked(self.context, self._instead)
        figures = self.context.bridge.figures(now.round.id if now.round else None)
        quick = self._is_quick(now.round)
        self.view.cells.widest = _widest(figures)
        self.bar.filter = self.table.filter = self.table.filter.within(self.context.document)
        self.table.show(now, figures, quick)
        self.view.show_columns()
        has_touchpoints = now.journey is not None and any(
            self.context.document.touchpoints(s.id) for s in self.context.document.stages(now.journey)
        )
        self._pages.setCurrentIndex(_NO_GRID if not has_touchpoints else _NO_ROUND if now.round is None else _GRID)
        self._show_rows()
        self.as_is.refresh()
        self._refresh_around()
        self._fill_side()

    def _show_rows(self) -> None:
        """The rows, or why there are none; keys reach the table only while it is in view."""
        rows = bool(self.table.touchpoints) or not self.table.filter
        self._rows.setCurrentIndex(0 if rows else 1)
        self.view.setEnabled(rows and self._pages.currentIndex() == _GRID)

    def _refresh_around(self) -> None:
        now, figures = self.table.asked, self.table.figures
        rows = self._pages.currentIndex() == _GRID and self.tabs.id == "table"
        self.bar.show_state(now, figures.n if figures is not None else 0, rows)
        self.onward.show_round(now.round, figures)
        self.question.show_question(now, figures, self.view.figure, self.table.quick, self.view.across)
        self.status_changed.emit()

    def _fill_side(self) -> None:
        self._side_behind = False
        self.side.show_figures(self.table.figures)
        self._show_in_tab()

    def _changed(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            self._stale = True
        elif changes.touches(*_STRUCTURE, *(_SAYING if self.table.filter.text else ())) or any(
            c.kind is Touchpoint and _arranges(c.field) for c in changes
        ):
            self.refresh()
        else:
            self._refill()

    def _figured(self, _: frozenset[Id]) -> None:
        if self.isVisible():
            self._refill()
        else:
            self._stale = True

    def _settled(self) -> None:
        if self._side_behind:
            self._fill_side()

    def _refill(self) -> None:
        """Values changed, rows did not; what stands beside the grid follows when nothing comes for a moment."""
        now = self.table.asked
        figures = self.context.bridge.figures(now.round.id if now.round else None)
        self.view.cells.widest = _widest(figures)
        self.table.refill(figures)
        self._refresh_around()
        self._side_behind = True

    def _voice_changed(self) -> None:
        """Another voice, or only another active column."""
        if asked(self.context, self._instead) == self.table.asked:
            self._refresh_around()
            return
        self._look_again()
        if self.isVisible():
            self.take_focus()

    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _is_quick(self, shown: Round | None) -> bool:
        wanted = self._quick.get(shown.id) if shown is not None else None
        return is_quick(self.context.document, shown) if wanted is None else wanted

    def entered(self) -> None:
        if self._stale:
            self.refresh()
        self._fit()

    def take_focus(self) -> None:
        take = getattr(self.tabs.page, "take_focus", None)
        if take is not None:
            take()
        elif self.view.isEnabled():
            if self.view.touchpoint is None and self.table.touchpoints and self.table.asked.open:
                self.context.selection.select(self.table.touchpoints[0])
            self.view.setFocus()
        else:
            page = self._rows if self._pages.currentIndex() == _GRID else self._pages
            shown = page.currentWidget()
            first = shown.findChild(QPushButton) if shown is not None else None
            if first is not None:
                first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed between being chosen and being seen is not missed."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.side.setFixedWidth(WIDE if self.width() >= _ROOMY else NARROW)
        self.beside.fit(roomy=self.width() >= _SIDE_BY_SIDE)

    def status(self) -> Status:
        said = getattr(self.tabs.page, "status", None)
        return (said() if said is not None else None) or grid_status(self.context, self.table, self.view.figure)

    # Commands

    def show_tab(self, tab: str) -> None:
        """Bring a tab into view."""
        if not self.isVisible():
            self.context.commands.run("go.rate")
        self.tabs.show_page(tab)
        self.bar.show_tab(tab)
        self._show_in_tab()
        self._refresh_around()
        self.take_focus()

    def _show_in_tab(self) -> None:
        """Let the tab in view know the round."""
        show = getattr(self.tabs.page, "show_round", None)
        if show is not None:
            show(self.table.asked.round.id if self.table.asked.round is not None else None)

    def show_round(self, round_id: Id) -> None:
        """Show the figures of another round, here and on the map."""
        journey = self.table.asked.journey
        if self.context.session.read_only or journey is None:
            self._instead = round_id
            self.refresh()
            return
        with self.context.session.transaction(N_("Show another round")) as draft:
            set_fields(draft, Journey, journey, shown_round=round_id)

    def filter_by(self, wanted: Filter) -> None:
        """Show only some touchpoints."""
        self.table.filter = wanted
        self.table.arrange()
        self._show_rows()
        self.view.follow()
        self._refresh_around()

    def show_all(self) -> None:
        """Leave nothing out any more."""
        self.bar.set_filter(Filter())
        self.take_focus()

    def sort_by(self, column_: int) -> None:
        """Sort by a column; a second time the other way round, a third time as on the map."""
        before, first = self.table.sorting, COLUMNS[column_].high_first
        if before is None or before.column != column_:
            self._sort(Sorting(column_, first))
        else:
            self._sort(Sorting(column_, not first) if before.descending == first else None)

    def sort(self) -> None:
        """Sort by the active column."""
        self.sort_by(self.view.column)

    def next_sheet(self) -> None:
        """Type in the next sheet of a pile: a new voice, its first cell."""
        if self.tabs.id != TABS[0].id or not self.isVisible():
            self.show_tab(TABS[0].id)
        self.unsort()
        self.pile.next()

    def rate_shortlist(self) -> None:
        """Show in the grid what the shortlist left to be rated, and nothing else."""
        document, journey = self.context.document, self.context.selection.rated_journey
        if journey is None or not shortlist(document, journey).kept:
            self.context.messages.say(
                self.context.tr("The shortlist is still empty. Mark what needs checking or is urgent.")
            )
            self.show_tab("shortlist")
            return
        if not self.context.session.read_only and not to_rate(document, journey).shortened:
            with self.context.session.transaction(N_("Rate the shortlist only")) as draft:
                set_fields(draft, Journey, journey, shortlist_only=True)
        self.show_tab(TABS[0].id)
        self.bar.set_filter(Filter(marks=frozenset({Mark.SHORTLISTED})))

    def rate_all(self) -> None:
        """Rate every touchpoint again, though a shortlist was chosen before all had been looked at."""
        journey = self.context.selection.rated_journey
        if journey is not None and self.context.document.get(Journey, journey).shortlist_only:
            with self.context.session.transaction(N_("Rate all touchpoints")) as draft:
                set_fields(draft, Journey, journey, shortlist_only=False)
        self.show_all()

    def unsort(self) -> None:
        """Put the touchpoints under their stages, as on the map."""
        self._sort(None)

    def _sort(self, sorting: Sorting | None) -> None:
        self.table.sorting = sorting
        self.table.arrange()
        self.view.follow()

    def ask_quick(self, quick: bool) -> None:
        """Ask the one quick question, or the two on expectation and experience."""
        if self.table.asked.round is not None:
            self._quick[self.table.asked.round.id] = quick
        self.refresh()
        self.view.setFocus()

    def _go_across(self, across: bool) -> None:
        self.view.across = across
        self.view.setFocus()

    def enter_group_value(self) -> None:
        """Rate as the group: one value instead of many answers."""
        if self._stale:
            self.refresh()
        self.entry.enter_group_value()

    def paste(self) -> None:
        """Write the cells of the clipboard from the selected cell on."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # None of an empty one on some systems
        text = lines_of(data.text(), data.html())
        if not text.strip():
            self.context.messages.say(self.context.tr("There is nothing to paste: copy cells of digits first."))
            return
        self.entry.paste(plan_paste(text, paste_target(self.context, self.table, self.view), self.context.texts))


def _arranges(field: str | None) -> bool:
    """Whether a touchpoint's field decides where its row stands; None is the whole record."""
    return field in (None, "", "stage", "order", "name", "description", "departments", "accountable")


def _widest(figures: RoundFigures | None) -> float:
    """The largest mean delta, at least 2, so that small ones do not look large."""
    deltas = (abs(f.delta.mean) for f in figures.touchpoints if f.delta is not None) if figures else ()
    return float(max([2.0, *deltas]))
