"""The workspace Report: what is asked for at the left, the pages at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QScrollArea, QStackedWidget, QWidget

from cxstudio.edits.project import REPORT_ID
from cxstudio.errors import UserError
from cxstudio.model import Document, Id, ReportSettings
from cxstudio.outputs.output import Made
from cxstudio.outputs.table import preview_report
from cxstudio.session.tasks import EarlyTask
from cxstudio.store import ChangeSet
from cxstudio.wording.error_sentences import sentence
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.context.messages import Notice, Tone
from ui.dialogs.save_export import ordered
from ui.forms.form import Form
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty_state import empty_state
from ui.workspaces.report.chart_list import PicturesList
from ui.workspaces.report.own_headlines import OwnHeadlines
from ui.workspaces.report.pdf_preview import Preview
from ui.workspaces.workspace_base import Status, Workspace

_FIELDS = ("decision", "decision_by", "decision_until", "without_decision", "next_control", "about_people")
_IDLE_MS = 1200
_SETTINGS_WIDTH = 340


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
        self._busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._busy.setAccessibleName(tr("Creating the report"))
        self.form = Form(context, ReportSettings, _FIELDS)
        self.pictures = PicturesList(context)
        self.own_headlines = OwnHeadlines(context)
        self._error = label("", "muted", wrap=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.preview)
        waiting = tr("The pages will appear in a moment.")
        self._pages.addWidget(empty_state(context.theme, "report", tr("Creating the report"), waiting))
        self._pages.addWidget(self._nothing())
        right = column(None, self._busy, self._pages, spacing=0)
        box = row(self, self._settings(), spacing=0)
        box.addLayout(right, 1)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.refresh)
        self._runner.changed.connect(lambda: self._busy.setVisible(self._runner.busy))
        self._busy.hide()
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
        self.form.show_record(REPORT_ID)
        self.own_headlines.refresh()
        if self._stale:
            self.refresh()

    def take_focus(self) -> None:
        self.preview.setFocus()

    def refresh(self) -> None:
        """Make the report anew in a process of its own."""
        self._stale = False
        if not self.preview.count:
            self._pages.setCurrentIndex(1)
        document, journey = self.context.document, self.context.selection.journey
        task = EarlyTask(preview_report, document, ordered(self.context))
        self._runner.run(task, lambda made: self._have(made, document, journey), self._failed, early=self._begun)

    def _settings(self) -> QWidget:
        context, tr = self.context, self.context.tr
        inner = QWidget()
        inner.setProperty("ground", "surface")
        body = column(inner, label(tr("Decision paper"), "name"), spacing=10)
        body.setContentsMargins(20, 18, 20, 18)
        body.addWidget(label(tr("Two pages for the decision, with the evidence behind them."), "muted", wrap=True))
        body.addSpacing(6)
        body.addWidget(self.form)
        body.addWidget(self.pictures)
        body.addSpacing(8)
        export = button(tr("Report as PDF …"), lambda: context.commands.run("export.report"), "primary")
        plan = button(tr("Action plan as Excel …"), lambda: context.commands.run("export.plan_xlsx"))
        for each in (export, plan):
            body.addWidget(each)
        body.addSpacing(8)
        body.addWidget(self.own_headlines)
        body.addStretch(1)
        area = QScrollArea()
        area.setObjectName("report_settings")
        area.setWidgetResizable(True)
        area.setFixedWidth(_SETTINGS_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _nothing(self) -> QWidget:
        made = QWidget()
        again = button(self.context.tr("Try again"), self.refresh)
        box = column(made, -1, label(self.context.tr("There is no report yet"), "name"), self._error, spacing=8)
        box.addLayout(row(None, again, -1))
        box.addStretch(2)
        box.setContentsMargins(48, 24, 48, 24)
        return made

    def _begun(self, first: Made) -> None:
        """Show the first page where there is none to be seen yet."""
        if not self.preview.count:
            self.preview.show_pdf(first.data)
            self._pages.setCurrentIndex(0)

    def _have(self, made: Made, document: Document, journey: Id | None) -> None:
        self._made = made, document, journey
        self._show(made)

    def _show(self, made: Made) -> None:
        self.preview.show_pdf(made.data)
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
        if self.isVisible():
            self._idle.start()
