"""What comes after rating: a quiet line below the table, true at every moment, with the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.analysis.search.rating_progress import Outcome, Progress, outcome_of, progress_in_steps
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Round
from cxstudio.steps import Steps, finished
from cxstudio.wording.plan.progress_sentences import outcome_words, progress_words
from ui.background.long_work import IN_STEPS
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.widgets.basics import button, row
from ui.widgets.elided_label import ElidedLabel

_HIGH = 34
_Found = tuple[Progress | None, Outcome | None]


class NextStepLine(QWidget):
    """Its place is kept while there is nothing to say, so that no row of the table moves."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setFixedHeight(_HIGH)
        self.setAccessibleName(context.tr("What comes next"))
        self.progress, self.outcome = ElidedLabel("", "muted"), ElidedLabel("", "muted")
        self.close_round, self.onward = self._link(), self._link()
        self._to = ""
        self.work: TaskRunner[_Found] = TaskRunner(self)
        """How far a round over a very long journey has come; until it is known, the line says what it said."""
        self.close_round.clicked.connect(lambda: context.commands.run("rate.close_round"))
        self.onward.clicked.connect(lambda: context.commands.run(self._to))
        self._parts = QWidget(), QWidget()
        row(self._parts[0], self.progress, self.close_round, spacing=6)
        row(self._parts[1], self.outcome, self.onward, spacing=6)
        row(self, *self._parts, -1, spacing=20).setContentsMargins(8, 0, 8, 0)

    def show_round(self, about: Round | None, figures: RoundFigures | None) -> None:
        """Say how far this round has come."""
        document = self._context.document
        found = _found(document, about, figures)
        if about is not None and len(document.journey_touchpoints(about.journey)) > IN_STEPS:
            self.work.run_steps(found, self._show)
        else:
            self.work.cancel()
            self._show(finished(found))

    def _show(self, found: _Found) -> None:
        self._show_progress(found[0])
        self._show_outcome(found[1])

    def _show_progress(self, progress: Progress | None) -> None:
        tr, texts = self._context.tr, self._context.texts
        shown = progress is not None and progress.open
        self.progress.set_text(progress_words(progress, texts) if progress is not None and shown else "")
        self._parts[0].setVisible(shown)
        self.close_round.setText("→ " + tr("Close the round"))
        ready = progress is not None and shown and progress.complete
        self.close_round.setVisible(ready and not self._context.session.read_only)

    def _show_outcome(self, outcome: Outcome | None) -> None:
        tr = self._context.tr
        self.outcome.set_text(outcome_words(outcome, self._context.texts) if outcome is not None else "")
        self._parts[1].setVisible(outcome is not None)
        open_ = outcome is not None and outcome.without_measure > 0
        self._to = "go.measures" if open_ else "go.report"
        said = tr("Measures") if open_ else tr("Report")
        self.onward.setText("→ " + said)
        self.onward.setAccessibleName(tr("Go on to {place}", place=said))

    def _link(self) -> QPushButton:
        return button("", kind="link")


def _found(document: Document, about: Round | None, figures: RoundFigures | None) -> Steps[_Found]:
    progress = yield from progress_in_steps(document, about)
    yield
    return progress, outcome_of(document, figures)
