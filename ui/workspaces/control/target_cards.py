"""Every target with its state, its figures and, where it was missed, the way to a corrective measure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio.analysis.change.change_values import TargetOutcome, TargetState
from cxstudio.edits import add_corrective_measure
from cxstudio.layout.charts.change_chart import SIGNS
from cxstudio.model import Id, Measure, Target, Touchpoint
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.findings.change_findings import STATES, target_sentence
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.elided_label import ElidedLabel
from ui.workspaces.control.control_model import ControlModel

CORRECT: Final = N_("Plan a corrective measure")
TONES: Final = {TargetState.MET: "delighting", TargetState.MISSED: "critical", TargetState.CANNOT_BE_TOLD: ""}
_ORDER: Final = (TargetState.MISSED, TargetState.CANNOT_BE_TOLD, TargetState.MET)


def state_chip(context: Context, state: TargetState) -> QWidget:
    """A target's state as a small chip with its sign."""
    return label(f"{SIGNS[state]} {context.tr(STATES[state])}", "chip", tone=TONES[state])


def corrections(context: Context, measure: Id) -> Sequence[Measure]:
    """The measures that correct one."""
    return context.document.having(Measure, "corrects", measure)


def correct(context: Context, target: Id) -> Id:
    """Plan a corrective measure for a missed target and show it; returns its id."""
    about = context.document.get(Measure, context.document.get(Target, target).measure)
    title = context.tr("Correction: {measure}", measure=about.title)
    with context.session.transaction(CORRECT) as draft:
        made = add_corrective_measure(draft, target, title)
    show_record(context, made)
    return made


class TargetList(QWidget):
    """One part per target: missed first, then those that cannot be told, then those that were met."""

    def __init__(self, context: Context, model: ControlModel, *, only: frozenset[TargetState] | None = None) -> None:
        super().__init__()
        self.context, self.model, self._only = context, model, only
        self.parts: dict[Id, TargetPart] = {}
        self.empty = label(context.tr("No measure has a target yet."), "muted", wrap=True)
        self._box = column(self, self.empty, spacing=10)

    def show_outcomes(self, outcomes: Sequence[TargetOutcome]) -> None:
        """Show these targets."""
        for part in self.parts.values():
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        wanted = [o for o in outcomes if self._only is None or o.state in self._only]
        wanted.sort(key=lambda o: _ORDER.index(o.state))
        self.parts = {o.target: TargetPart(self.context, o, first=not n) for n, o in enumerate(wanted)}
        for part in self.parts.values():
            self._box.addWidget(part)
        self.empty.setVisible(not wanted)
        if self._only is not None:
            self.empty.setText(self.context.tr("No target was missed."))


class TargetPart(QWidget):
    """One target."""

    def __init__(self, context: Context, outcome: TargetOutcome, *, first: bool) -> None:
        super().__init__()
        document = context.document
        measure = document.get(Measure, outcome.measure)
        name = measure.title
        if outcome.touchpoint is not None and isinstance(document.find(outcome.touchpoint), Touchpoint):
            name = short_name(document, outcome.touchpoint)
        chip = state_chip(context, outcome.state)
        head = row(None, label(name, "strong", wrap=True), chip, spacing=8)
        head.setStretch(0, 1)
        head.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        sentence = label(target_sentence(document, outcome, context.texts), "muted", wrap=True)
        sentence.setAccessibleName(f"{name}: {sentence.text()}")
        box = column(self, spacing=3)
        if not first:
            box.addWidget(rule())
            box.addSpacing(4)
        box.addLayout(head)
        box.addWidget(sentence)
        known = corrections(context, measure.id) if outcome.state is TargetState.MISSED else ()
        self.correct = button(context.tr("+ Corrective measure"), partial(correct, context, outcome.target), "link",
                              name=context.tr("Corrective measure for {measure}", measure=measure.title))  # fmt: skip
        missing = outcome.state is TargetState.MISSED and not known and not context.session.read_only
        words = measure.title if measure.title != name else ""
        if missing and words:  # beside both buttons it would be cut
            box.addWidget(label(words, "small", wrap=True))
        line = self._leading(context, "" if missing else words, measure)
        if missing:
            line.insertWidget(1, self.correct)
        box.addLayout(line)
        self.correct.setVisible(missing)
        for one in known:
            box.addLayout(self._leading(context, context.tr("corrected by: {measure}", measure=one.title), one))

    @staticmethod
    def _leading(context: Context, words: str, measure: Measure) -> QHBoxLayout:
        """A measure's name on one line, and the way to it."""
        name = context.tr("Show") + f": {measure.title}"
        show = button(context.tr("Show"), partial(show_record, context, measure.id), "link", name=name)
        made = row(None, ElidedLabel(words, "small"), show, spacing=8)
        made.setStretch(0, 1)
        return made
