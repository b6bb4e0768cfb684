"""The line above the grid: the question digits answer now, with the ends of its scale, and how typing goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.results import RoundFigures
from cxstudio.model import Document, Participant, SurveyCounts
from cxstudio.model.kinds import RoundState
from cxstudio.wording.figures import basis_line
from cxstudio.wording.questions import question
from ui.context import Context
from ui.widgets.basics import button, label, row
from ui.widgets.elided import ElidedLabel
from ui.widgets.segments import Segments
from ui.workspaces.rate.asked import Asked, quick_and_full


class QuestionLine(QWidget):
    """Says what is asked; where nobody's answers are in view, what the grid shows instead."""

    quick_wanted = Signal(bool)
    across_wanted = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setFixedHeight(42)
        tr = context.tr
        self.figure = label("", "accent")
        self.text = ElidedLabel("", "")
        self.ends = ElidedLabel("", "small")
        self.add_person = button(tr("+ Person"), lambda: context.commands.run("rate.new_person"), "add")
        self.quick = button(tr("Quick rating"), kind="chip", name=tr("Ask the one quick question instead"))
        self.quick.setCheckable(True)
        self.quick.setToolTip(tr("One question instead of two: measured against the expectation"))
        self.quick.clicked.connect(self.quick_wanted)
        self.way = Segments(((False, "↓"), (True, "→")), tr("After a number"))
        self.way.setToolTip(tr("After a number go on to the next touchpoint or to the next question"))
        self.way.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.way.chosen.connect(lambda across: self.across_wanted.emit(bool(across)))
        parts = (self.figure, self.text, self.ends, self.add_person, -1, self.quick, self.way)
        box = row(self, *parts, spacing=12)
        box.setContentsMargins(12, 0, 12, 0)

    def show_question(self, now: Asked, figures: RoundFigures | None, figure: str, quick: bool, across: bool) -> None:
        """Show the question of the active column; for means, whose they are."""
        document, texts = self.context.document, self.context.texts
        asked = question(figure, document, now.round, texts)
        writable = not self.context.session.read_only
        entering, own = now.open and writable, now.own is not None
        nobody = not own and figures is not None and not figures.n and not people(document)
        self.figure.setText(asked.name if own else texts.tr("Means of all answers"))
        self.text.set_text(asked.text if own else basis_line(document, figures, texts) if figures is not None else "")
        self.ends.set_text((asked.ends if now.open else texts.tr("This round is closed.")) if own else self._hint(now))
        self.ends.setVisible(bool(self.ends.text()))
        self.add_person.setVisible(nobody and writable)
        self.quick.setVisible(entering and not quick_and_full(document, now.round)[1])
        self.quick.setChecked(quick)
        self.way.setVisible(entering)
        self.way.set_value(across)

    def _hint(self, now: Asked) -> str:
        """How means become answers to write; nothing where that cannot be."""
        tr, document = self.context.tr, self.context.document
        counted = now.round is not None and document.having(SurveyCounts, "round", now.round.id)
        closed = now.round is not None and now.round.state is RoundState.CLOSED
        if counted or closed or self.context.session.read_only:
            return ""
        if not people(document):
            return tr("Nobody rates in this round yet: add the first person.")
        return tr("Choose as whom you rate, and digits fill the cells.")


def people(document: Document) -> bool:
    """Whether there is anybody to rate as."""
    return bool(document.all(Participant))
