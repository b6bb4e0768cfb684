"""The workspace Report: what is asked for at the left, the pages at the right."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QProgressBar, QScrollArea, QStackedWidget, QWidget

from cxstudio.analysis.round.figures_stamp import figures_stamp
from cxstudio.documents.chosen import chosen_language, report_settings
from cxstudio.documents.setting.writing import HeadlinePlace, WrittenKind
from cxstudio.edits import report_settings as write_settings
from cxstudio.edits.project import REPORT_ID, write_headline
from cxstudio.errors import UserError
from cxstudio.model import PROJECT_ID, Document, Id, Project, ReportSettings
from cxstudio.model.kinds import Language, ReportPreset
from cxstudio.outputs.output import Made
from cxstudio.outputs.report_outputs import preview_report
from cxstudio.session.tasks import EarlyTask
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.context.messages import Notice, Tone
from ui.dialogs.save_export import REPORT, ordered
from ui.forms.form import Form
from ui.forms.record_row import tool
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty_state import empty_state
from ui.widgets.folding_section import FoldingSide
from ui.widgets.folding_section import Section as FoldingSection
from ui.widgets.menus import open_below
from ui.workspaces.report.chart_list import PicturesList
from ui.workspaces.report.own_headlines import OwnHeadlines, reported_figures
from ui.workspaces.report.pdf_preview import Preview
from ui.workspaces.report.section_list import SectionList
from ui.workspaces.workspace_base import Status, Workspace

_ABOUT = ("journey", "round", "persona", "language")
_LOOK = ("paper", "portrait")
_CLIENT = ("confidentiality", "accent", "logo")
_FIELDS = ("decision", "decision_by", "decision_until", "without_decision", "next_control")
_LEFT_OUT = ("anonymised", "about_people", "readiness")
_PRESETS: Final = {
    ReportPreset.DECISION: N_("Two pages for the decision, with the evidence behind them; eight pages at most."),
    ReportPreset.MANAGEMENT: N_("How things stand and what follows, on six to eight pages."),
    ReportPreset.DOCUMENTATION: N_("Everything, on as many pages as it takes."),
    ReportPreset.CONTROL: N_("What was promised, done, changed and corrected, and what is asked for next."),
}
_OPTION_COMMANDS: Final = ("export.report_options", "report.apply_options")
_IDLE_MS = 1200
_SETTINGS_WIDTH = 340
_SIDE_BY_SIDE = 1000
"""Pixels from which pages can be read beside the settings."""


class ReportWorkspace(Workspace):
    """The preview is the PDF itself and follows changes after a moment."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        tr = context.tr
        self._stale = True
        self._made: tuple[Made, Document, Id | None] | None = None
        """The report in view, and the project and journey it is about."""
        self._runner: TaskRunner[Made] = TaskRunner(self)
        self.preview = Preview(context)
        self._busy = QProgressBar(minimum=0, maximum=100, textVisible=False)
        self._busy.setAccessibleName(tr("Creating the report"))
        self._cancel = button(tr("Cancel"), self._runner.stop, "ghost")
        self._working = QWidget()
        row(self._working, self._busy, self._cancel, spacing=8).setContentsMargins(24, 4, 24, 4)
        self.kind = Form(context, ReportSettings, ("preset",))
        self._purpose = label("", "muted", wrap=True)
        self.form = Form(context, ReportSettings, _FIELDS)
        self.forms = [
            self.kind,
            self.form,
            *(Form(context, ReportSettings, names) for names in (_ABOUT, _LOOK, _LEFT_OUT)),
            Form(context, Project, _CLIENT),
        ]
        self.sections = SectionList(context)
        self.pictures = PicturesList(context)
        self.own_headlines = OwnHeadlines(context)
        self._error = label("", "muted", wrap=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.preview)
        waiting = tr("The pages will appear in a moment.")
        self._pages.addWidget(empty_state(context.theme, "report", tr("Creating the report"), waiting))
        self._pages.addWidget(self._nothing())
        right = column(None, self._working, self._pages, spacing=0)
        self.beside = FoldingSide(context, self._settings(), tr("Report settings"))
        box = row(self, self.beside, spacing=0)
        self.own_headlines.refresh()
        box.addLayout(right, 1)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.refresh)
        self._runner.changed.connect(self._working_changed)
        self._runner.progressed.connect(lambda share: self._busy.setValue(round(share * 100)))
        self._working.hide()
        self.preview.written.connect(self._written)
        context.bridge.changed.connect(self._changed)
        context.selection.journey_changed.connect(lambda: self._changed(None))

    @property
    def busy(self) -> bool:
        """Whether the report is being made or its pages drawn."""
        return self._runner.busy or self.preview.drawing

    def status(self) -> Status:
        count = self.preview.count if self._made is not None else 0
        return Status((self.context.texts.trn("{n} page", "{n} pages", count),) if count else ())

    def view_state(self) -> tuple[Made, Document, Id | None] | None:
        return self._made

    def restore_view_state(self, state: tuple[Made, Document, Id | None]) -> None:
        self._made = state
        self._stale = state[1] is not self.context.document or state[2] != self.context.selection.journey
        self._show(state[0])

    def entered(self) -> None:
        for form in self.forms[:-1]:
            form.show_record(REPORT_ID)
        self.forms[-1].show_record(PROJECT_ID)
        self.sections.refresh()
        self._say_purpose()
        self.own_headlines.refresh()
        if self._stale:
            self.refresh()

    def take_focus(self) -> None:
        self.preview.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.fit(roomy=self.width() >= _SIDE_BY_SIDE)

    def refresh(self) -> None:
        """Make the report anew in a process of its own."""
        self._stale = False
        if not self.preview.count:
            self._pages.setCurrentIndex(1)
        document, journey = self.context.document, self.context.selection.journey
        task = EarlyTask(preview_report, document, ordered(self.context, REPORT))
        self._runner.run(task, lambda made: self._have(made, document, journey), self._failed, early=self._begun)

    def _settings(self) -> QWidget:
        context, tr = self.context, self.context.tr
        inner = QWidget()
        inner.setProperty("ground", "surface")
        decision, about, look, left_out, client = self.forms[1:]
        export = button(tr("Report as PDF …"), lambda: context.commands.run("export.report"), "primary")
        plan = button(tr("Action plan as Excel …"), lambda: context.commands.run("export.plan_xlsx"))
        printed = QWidget()
        column(printed, self.sections, self.pictures, spacing=12)
        paper = QWidget()
        column(paper, look, client, spacing=12)
        printing = button(tr("Print …"), lambda: context.commands.run("print.report"))
        options = tool(context, "settings", tr("Options as a file"), lambda: open_below(self._options(), options))
        onto_paper = QWidget()
        row(onto_paper, export, printing, options, -1)
        body = column(inner, self.kind, self._purpose, onto_paper, spacing=8)
        body.setContentsMargins(20, 18, 20, 18)
        for title, content, folded in (
            (tr("Decision"), decision, False),
            (tr("Sections and charts"), printed, True),
            (tr("What it is about"), about, True),
            (tr("Paper and look"), paper, True),
            (tr("What is left out"), left_out, True),
        ):
            body.addWidget(FoldingSection(context, title, content, folded=folded))
        body.addWidget(self.own_headlines)
        body.addSpacing(8)
        body.addWidget(plan)
        body.addStretch(1)
        area = QScrollArea()
        area.setObjectName("report_settings")
        area.setAccessibleName(tr("Report settings"))
        area.setWidgetResizable(True)
        area.setFixedWidth(_SETTINGS_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _options(self) -> QMenu:
        """Keep what is chosen here as a file, or choose what a file says."""
        menu = QMenu(self)
        menu.addActions([self.context.commands.action(name) for name in _OPTION_COMMANDS])
        return menu

    def _nothing(self) -> QWidget:
        made = QWidget()
        again = button(self.context.tr("Try again"), self.refresh)
        box = column(made, -1, label(self.context.tr("There is no report yet"), "name"), self._error, spacing=8)
        box.addLayout(row(None, again, -1))
        box.addStretch(2)
        box.setContentsMargins(48, 24, 48, 24)
        return made

    def _written(self, place: HeadlinePlace, text: str) -> None:
        """Keep what somebody wrote on a page."""
        if place.kind is not WrittenKind.SETTING:
            self.write_headline(place.section, text)
            return
        with self.context.session.transaction(N_("Change the decision")) as draft:
            write_settings(draft, **{place.section: text})

    def write_headline(self, section: str, text: str) -> None:
        """Print somebody's own words over a section; without any, those written from the figures."""
        document = self.context.document
        figures = reported_figures(self.context)
        stamp = "" if figures is None else figures_stamp(document, figures)
        language = Language(chosen_language(document))
        with self.context.session.transaction(N_("Change a headline")) as draft:
            write_headline(draft, section, language, text, stamp)

    def _say_purpose(self) -> None:
        self._purpose.setText(self.context.tr(_PRESETS[report_settings(self.context.document).preset]))

    def _working_changed(self) -> None:
        """Progress while the report is made; once somebody stopped it, a way to go on."""
        self._busy.setValue(0)
        self._working.setVisible(self._runner.busy)
        if self._runner.stopped and not self.preview.count:
            self._error.setText(self.context.tr("You stopped it. The project is unchanged."))
            self._pages.setCurrentIndex(2)

    def _begun(self, first: Made) -> None:
        """Show the first page where there is none to be seen yet."""
        if not self.preview.count:
            self.preview.show_report(first)
            self._pages.setCurrentIndex(0)

    def _have(self, made: Made, document: Document, journey: Id | None) -> None:
        if self._made is None and self.isVisible():
            self.context.messages.say(self.context.tr("The report is ready."))
        self._made = made, document, journey
        self._show(made)

    def _show(self, made: Made) -> None:
        self.preview.show_report(made)
        self._pages.setCurrentIndex(0)
        for at, notice in enumerate(made.notices):
            self.context.messages.post(Notice(f"report.{at}", notice, Tone.WARNING, holds=partial(self._shows, made)))
        self.status_changed.emit()

    def _shows(self, made: Made) -> bool:
        """Whether this very report is the one in view."""
        return self._made is not None and self._made[0] is made

    def _failed(self, error: Exception) -> None:
        words = self.context.tr("The report could not be created. The project is unchanged.")
        self._error.setText(sentence(error, self.context.texts) if isinstance(error, UserError) else words)
        self._pages.setCurrentIndex(2)

    def _changed(self, changes: ChangeSet | None) -> None:
        self._stale = True
        self._say_purpose()
        if self.isVisible():
            self._idle.start()
