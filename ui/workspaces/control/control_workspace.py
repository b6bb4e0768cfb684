"""The workspace Control: two rounds side by side, measured values over time, and what follows."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.edits import make_reality, next_round
from cxstudio.edits.project import REPORT_ID
from cxstudio.errors import UserError
from cxstudio.model import (
    Decision,
    Id,
    Journey,
    Measure,
    MeasuredValue,
    Participant,
    Project,
    Record,
    ReportSettings,
    Round,
    Stage,
    SurveyCounts,
    Target,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.figures.round_names import next_name
from ui.context.context import Context
from ui.widgets.basics import button, column
from ui.widgets.empty_state import empty_state
from ui.widgets.lazy_pages import Pages, modules_of
from ui.workspaces.control.adjust_page import AdjustPage
from ui.workspaces.control.control_bar import ControlBar
from ui.workspaces.control.control_model import ControlModel
from ui.workspaces.control.control_tabs import GOALS, TABS
from ui.workspaces.control.goals_page import GoalsPage
from ui.workspaces.workspace_base import Status, Workspace

_READ: Final = (
    Decision, Journey, Measure, MeasuredValue, Participant, Project, ReportSettings, Round, Stage, SurveyCounts, Target,
    Touchpoint, TouchpointRatings,
)  # fmt: skip


class ControlWorkspace(Workspace):
    """A bar with two rounds, and three pages; without a second round only what needs none."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._stale = True
        self.model = ControlModel(context)
        self.bar = ControlBar(context, self.model)
        self.bar.tab_chosen.connect(self.show_tab)
        self.pages = Pages(TABS, {GOALS: GoalsPage(context, self.model)}, context, self.model)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._empty())
        column(self, self.bar, self._stack, spacing=0)
        self.model.changed.connect(self.refresh)
        context.bridge.changed.connect(self._changed)
        context.bridge.figured.connect(lambda *_: self._follow())
        context.selection.journey_changed.connect(self._follow)
        self.pages.show_page(GOALS)
        context.ahead.want(modules_of(TABS))

    def show_tab(self, tab: str) -> None:
        """Bring a tab into view."""
        self.pages.show_page(tab)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self._stale = False
        nothing = self.model.pair is None and self.pages.id == GOALS
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.bar.show_state(self.pages.id)
        if not nothing:
            page: Any = self.pages.page
            page.refresh()
        self.status_changed.emit()

    # What commands do

    def next_round(self) -> None:
        """Begin a round asked like the later one, today and without answers, and go where it is rated.

        While there are no two, it is asked like the one whose figures are in view: measures and targets came of it.
        """
        pair, shown = self.model.pair, self.context.bridge.measured_round(self.model.journey)
        asked = pair[1] if pair is not None else (shown.id if shown is not None else None)
        if asked is None:
            self.context.commands.run("rate.new_round")
            return
        about = self.context.document.get(Round, asked)
        title = next_name(self.context.document, about.journey, self.context.texts)
        with self.context.session.transaction(N_("Start a round")) as draft:
            next_round(draft, asked, title=title, day=date.today())
        self.context.commands.run("go.rate")

    def add_decision(self) -> None:
        """A new decision, its fields open."""
        self.show_tab("adjust")
        page = self.pages.page
        if isinstance(page, AdjustPage):
            page.decisions.adders[0].click()  # type: ignore[attr-defined]

    def make_reality(self) -> None:
        """The to-be journey becomes the as-is journey from today on; undo takes that back."""
        journey = self.model.to_be
        if journey is None:
            self.context.messages.say(self.context.tr("There is no to-be journey that came from this one."))
            return
        try:
            with self.context.session.transaction(N_("The to-be is reality")) as draft:
                make_reality(draft, journey, date.today())
        except UserError as problem:
            self.context.messages.say(sentence(problem, self.context.texts))
            return
        self.context.selection.set_journey(journey)
        title = self.context.document.get(Journey, journey).title
        said = self.context.tr("“{journey}” is the as-is journey from today on. Undo takes that back.", journey=title)
        self.context.messages.say(said)

    # The frame

    def entered(self) -> None:
        self.refresh()

    def view_state(self) -> tuple[str, tuple[Id | None, Id | None]]:
        return self.pages.id, self.model.view_state()

    def restore_view_state(self, state: tuple[str, tuple[Id | None, Id | None]]) -> None:
        tab, chosen = state
        self.model.restore_view_state(chosen)
        self.show_tab(tab)

    def place_for(self, record: Record) -> Id | None:
        return record.id if isinstance(record, Touchpoint) else None

    def status(self) -> Status:
        texts, found = self.context.texts, self.model.figures
        left = []
        if found is not None:  # rounds of different views are no second round of each other
            left.append(texts.trn("{n} round", "{n} rounds", len(self.model.rounds)))
        if found is not None and (missed := found.count(TargetState.MISSED)):
            left.append("!" + texts.trn("{n} target missed", "{n} targets missed", missed))
        settings = self.context.document.find(REPORT_ID)
        right: tuple[str, ...] = ()
        if isinstance(settings, ReportSettings) and settings.next_control is not None:
            right = (texts.tr("Next review: {date}", date=texts.long_date(settings.next_control)),)
        return Status(tuple(left), right)

    def take_focus(self) -> None:
        page = self.pages.page
        if not page.isVisibleTo(self):
            self.begin.setFocus()
            return
        (getattr(page, "take_focus", None) or page.setFocus)()

    def _empty(self) -> QWidget:
        tr, run = self.context.tr, self.context.commands.run
        self.begin = button(tr("Begin the next round"), lambda: run("control.next_round"), "primary")
        self.begin.setEnabled(not self.context.session.read_only)
        look = button(tr("Look at the sample"), lambda: run("project.control_sample"))
        words = tr("A later round rates the same touchpoints again. Then you see here what changed, which targets were "
                   "met, and what is to be corrected.")  # fmt: skip
        return empty_state(self.context.theme, "history", tr("No second round yet"), words, self.begin, look)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_READ):
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
