"""The workspace Rate: a grid to read and to fill, and what its figures say beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from cxstudio.analysis.results import RoundFigures
from cxstudio.edits import mark_critical, mark_stardust, set_fields
from cxstudio.model import (
    Department,
    Id,
    Journey,
    Participant,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
)
from cxstudio.model.kinds import CriticalMark
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields import figure_label
from cxstudio.wording.figures import short_basis
from ui.context import Context
from ui.widgets.basics import button, column, row
from ui.widgets.empty import empty_state
from ui.widgets.pages import Pages
from ui.workspaces.base import Status, Workspace
from ui.workspaces.journey.voice import voice_name
from ui.workspaces.rate.arranging import Filter, Sorting
from ui.workspaces.rate.asked import asked, is_quick
from ui.workspaces.rate.bar import RateBar
from ui.workspaces.rate.columns import COLUMNS, FIGURE_OF, columns_to_fill
from ui.workspaces.rate.entry import Entry
from ui.workspaces.rate.pasting import Target, plan_paste
from ui.workspaces.rate.question import QuestionLine
from ui.workspaces.rate.sheets import NewPerson, NewRound, Sheet
from ui.workspaces.rate.side import NARROW, WIDE, SidePanel
from ui.workspaces.rate.table import RatingTable
from ui.workspaces.rate.tabs import TABS
from ui.workspaces.rate.view import RatingView

_STRUCTURE = (Stage, Journey, Round, Department, Participant, SurveyCounts)
"""Kinds of record after whose change rows are arranged anew; ratings only fill the rows there are."""
_ROOMY = 1240
_SIDE_MS = 120
_KEYS = {"expectation": "E", "experience": "X", "emotion": "M", "importance": "W", "quick": "X"}
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
        self.entry = Entry(context, self.table, self)
        self.view = RatingView(context, self.table, self.entry)
        self.bar, self.question, self.side = RateBar(context), QuestionLine(context), SidePanel(context)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SIDE_MS)
        self._later.timeout.connect(self._fill_side)
        self._pages = QStackedWidget()
        for page in (self._no_touchpoints(), self._no_round(), self._grid()):
            self._pages.addWidget(page)
        self.tabs = Pages(TABS, {"table": self._pages}, context)
        column(self, self.bar, self.tabs, spacing=0).setStretch(1, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self.refresh()

    def _grid(self) -> QWidget:
        grid, left = QWidget(), QWidget()
        column(left, self.question, self.view, spacing=0).setStretch(1, 1)
        row(grid, left, self.side, spacing=0).setStretch(0, 1)
        return grid

    def _no_touchpoints(self) -> QWidget:
        tr = self.context.tr
        to_map = button(tr("To the journey"), lambda: self.context.commands.run("go.journey"), "primary")
        words = tr("The rating grid lists the touchpoints of the journey. Put the first ones on the map.")
        return empty_state(self.context.theme, "journey", tr("No touchpoints yet"), words, to_map)

    def _no_round(self) -> QWidget:
        tr, run = self.context.tr, self.context.commands.run
        words = tr(
            "Rate one by one in a round, or let the group agree on one value per question. "
            "Expectation, experience, emotion and importance then stand here side by side."
        )
        buttons: tuple[QPushButton, ...] = (
            button(tr("New round"), lambda: run("rate.new_round"), "primary"),
            button(tr("Rate as the group"), lambda: run("rate.enter_group_value")),
        )
        for each in buttons:
            each.setEnabled(not self.context.session.read_only)
        return empty_state(self.context.theme, "bars", tr("No ratings yet"), words, *buttons)

    def _connect(self) -> None:
        context = self.context
        context.commands.serve("rate", self)
        context.commands.attach(self.view, "rate")
        self.bar.round_chosen.connect(self.show_round)
        self.bar.tab_chosen.connect(self.show_tab)
        self.bar.filtered.connect(self.filter_by)
        self.question.quick_wanted.connect(self.ask_quick)
        self.question.across_wanted.connect(self._go_across)
        self.view.sort_asked.connect(self.sort_by)
        self.view.opened.connect(lambda: context.commands.run("go.journey"))
        self.entry.choose_voice.connect(self.bar.open_voices)
        context.bridge.changed.connect(self._changed)
        context.selection.journey_changed.connect(self._look_again)
        context.selection.voice_changed.connect(self._voice_changed)

    # What is in view

    def refresh(self) -> None:
        """Read round, voice and figures again and put the rows in order."""
        self._stale = False
        now = asked(self.context, self._instead)
        figures = self.context.bridge.figures(now.round.id if now.round else None)
        quick = self._is_quick(now.round)
        self.view.cells.widest = _widest(figures)
        self.table.show(now, figures, quick)
        self.view.show_columns()
        has_touchpoints = now.journey is not None and any(
            self.context.document.touchpoints(s.id) for s in self.context.document.stages(now.journey)
        )
        self._pages.setCurrentIndex(_NO_GRID if not has_touchpoints else _NO_ROUND if now.round is None else _GRID)
        self._refresh_around()
        self._fill_side()

    def _refresh_around(self) -> None:
        now, figures = self.table.asked, self.table.figures
        rows = self._pages.currentIndex() == _GRID and self.tabs.id == "table"
        self.bar.show_state(now, figures.n if figures is not None else 0, rows)
        self.question.show_question(now, figures, self.view.figure, self.table.quick, self.view.across)
        self.status_changed.emit()

    def _fill_side(self) -> None:
        self._later.stop()
        self.side.show_figures(self.table.figures)
        self._show_in_tab()

    def _changed(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            self._stale = True
        elif changes.touches(*_STRUCTURE) or any(c.kind is Touchpoint and _arranges(c.field) for c in changes):
            self.refresh()
        else:
            self._refill()

    def _refill(self) -> None:
        """Values changed, rows did not; what stands beside the grid follows when nothing comes for a moment."""
        now = self.table.asked
        figures = self.context.bridge.figures(now.round.id if now.round else None)
        self.view.cells.widest = _widest(figures)
        self.table.refill(figures)
        self._refresh_around()
        self._later.start()

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
        elif self._pages.currentIndex() == _GRID:
            if self.view.touchpoint is None and self.table.touchpoints and self.table.asked.open:
                self.context.selection.select(self.table.touchpoints[0])
            self.view.setFocus()
        else:
            super().take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.side.setFixedWidth(WIDE if self.width() >= _ROOMY else NARROW)

    def status(self) -> Status:
        said = getattr(self.tabs.page, "status", None)
        return (said() if said is not None else None) or self._grid_status()

    def _grid_status(self) -> Status:
        texts, now = self.context.texts, self.table.asked
        left = [texts.trn("{n} touchpoint", "{n} touchpoints", len(self.table.touchpoints))]
        right: tuple[str, ...] = ()
        figures = self.table.figures
        if figures is not None and now.round is not None:
            left.append(short_basis(now.round, figures.n, texts))
        if now.open and not self.context.session.read_only and now.round is not None and now.own is not None:
            name = texts.tr(figure_label(self.view.figure))
            left.append(texts.tr("Digits fill: {figure} ({key})", figure=name, key=_KEYS[self.view.figure]))
            left.append(texts.tr("S skips · K critical · * stardust"))
            right = (texts.tr("You rate as: {voice}", voice=voice_name(self.context.document, now.own, texts)),)
        return Status(tuple(left), right)

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
        self.view.follow()
        self.status_changed.emit()

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

    def choose_figure(self, figure: str) -> None:
        """Digits fill this figure from now on."""
        self.context.selection.set_figure(figure)

    def critical(self) -> None:
        """Mark the selected touchpoint as critical, or as not critical where it counts as such."""
        touchpoint = self.context.selection.of(Touchpoint)
        if touchpoint is not None:
            now = self.table.line(touchpoint.id).critical
            with self.context.session.transaction(N_("Mark as critical or not")) as draft:
                mark_critical(draft, [touchpoint.id], CriticalMark.NO if now else CriticalMark.YES)

    def stardust(self) -> None:
        """Mark the selected touchpoint as stardust, or take the mark away."""
        touchpoint = self.context.selection.of(Touchpoint)
        if touchpoint is not None:
            with self.context.session.transaction(N_("Mark as stardust or not")) as draft:
                mark_stardust(draft, [touchpoint.id], not touchpoint.stardust)

    def new_round(self) -> Sheet | None:
        """Begin a round: kind, view, persona, day, scale and smallest group are asked first."""
        journey = self.context.selection.journey
        return self._open(NewRound(self.context, self.bar.new_round, journey)) if journey is not None else None

    def new_person(self) -> Sheet:
        """Add a voice, with a name or without, and rate as it."""
        return self._open(NewPerson(self.context, self.bar.voices))

    def _open(self, sheet: Sheet) -> Sheet:
        sheet.open_below(next(iter(sheet.editors.values())).focusProxy())
        return sheet

    def enter_group_value(self) -> None:
        """Rate as the group: one value instead of many answers."""
        self.entry.enter_group_value()

    def paste(self) -> None:
        """Write the cells of the clipboard from the selected cell on."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.context.messages.say(self.context.tr("There is nothing to paste: copy cells of digits first."))
            return
        self.entry.paste(plan_paste(text, self._target(), self.context.texts))

    def _target(self) -> Target:
        table, document, tr = self.table, self.context.document, self.context.tr
        listed, fill = table.touchpoints, columns_to_fill(table.quick)
        here = self.view.touchpoint
        names = [document.get(Touchpoint, t).name for t in listed]
        figures = [(FIGURE_OF[c], tr(COLUMNS[c].title), table.asked.limits(FIGURE_OF[c])) for c in fill]
        return Target(listed, names, listed.index(here) if here in listed else 0, figures, fill.index(self.view.column))


def _arranges(field: str | None) -> bool:
    """Whether a touchpoint's field decides where its row stands; None is the whole record."""
    return field in (None, "", "stage", "order", "name", "departments")


def _widest(figures: RoundFigures | None) -> float:
    """The largest mean delta, at least 2, so that small ones do not look large."""
    deltas = (abs(f.delta.mean) for f in figures.touchpoints if f.delta is not None) if figures else ()
    return float(max([2.0, *deltas]))
