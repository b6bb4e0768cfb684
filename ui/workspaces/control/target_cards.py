"""Every target with its state, its figures and, where it was missed, the way to a corrective measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.change.change_values import TargetOutcome, TargetState
from cxstudio.edits import add_corrective_measure
from cxstudio.layout.charts.change_chart import SIGNS
from cxstudio.model import Id, Measure, Target, Touchpoint
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.findings.change_findings import SHORT_STATES, target_sentence
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.card_button import CardButton
from ui.widgets.elided_label import ElidedLabel
from ui.workspaces.control.control_model import ControlModel

CORRECT: Final = N_("Plan a corrective measure")
TONES: Final = {TargetState.MET: "delighting", TargetState.MISSED: "critical", TargetState.CANNOT_BE_TOLD: ""}
MOST: Final = 8
"""Targets shown at once; missed ones are shown in any case."""
_ORDER: Final = (TargetState.MISSED, TargetState.CANNOT_BE_TOLD, TargetState.MET)


def state_chip(context: Context, state: TargetState) -> QWidget:
    """A target's state as a small chip with its sign."""
    return label(f"{SIGNS[state]} {context.tr(SHORT_STATES[state])}", "chip", tone=TONES[state])


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
        self.all_shown = False
        self.empty = label(context.tr("No measure has a target yet."), "muted", wrap=True)
        self._box = column(self, self.empty, spacing=10)
        self.more = button("", self._show_all, "link")
        self._box.addWidget(self.more)
        self._outcomes: Sequence[TargetOutcome] = ()

    def show_outcomes(self, outcomes: Sequence[TargetOutcome]) -> None:
        """Show these targets."""
        self._outcomes = outcomes
        for part in self.parts.values():
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        wanted = [o for o in outcomes if self._only is None or o.state in self._only]
        wanted.sort(key=lambda o: _ORDER.index(o.state))
        times = Counter(o.measure for o in wanted)
        self.parts = {
            o.target: TargetPart(self.context, o, first=not n, alone=times[o.measure] == 1)
            for n, o in enumerate(wanted)
        }
        missed = sum(o.state is TargetState.MISSED for o in wanted)
        most = len(wanted) if self.all_shown or len(wanted) <= MOST + 1 else max(MOST, missed)
        for at, part in enumerate(self.parts.values()):
            self._box.insertWidget(1 + at, part)
            part.setVisible(at < most)
        left = len(wanted) - most
        self.more.setText(self.context.texts.trn("{n} more target", "{n} more targets", left))
        self.more.setVisible(left > 0)
        self.empty.setVisible(not wanted)
        if self._only is not None:
            self.empty.setText(self.context.tr("No target was missed."))

    def _show_all(self) -> None:
        self.all_shown = True
        self.show_outcomes(self._outcomes)


class TargetPart(QWidget):
    """One target."""

    def __init__(self, context: Context, outcome: TargetOutcome, *, first: bool, alone: bool) -> None:
        """`alone`: its measure has no other target here."""
        super().__init__()
        document = context.document
        measure = document.get(Measure, outcome.measure)
        name = measure.title
        if outcome.touchpoint is not None and isinstance(document.find(outcome.touchpoint), Touchpoint):
            name = short_name(document, outcome.touchpoint)
        chip = state_chip(context, outcome.state)
        said = target_sentence(document, outcome, context.texts, state=False)
        self.opener = leading(context, name, measure, "strong")
        if not alone:
            self.opener.setAccessibleName(f"{self.opener.accessibleName()} – {name}, {said}")
        head = row(None, self.opener, chip, spacing=8)
        head.setStretch(0, 1)
        sentence = label(said, "muted", wrap=True)
        sentence.setAccessibleName(f"{name}: {target_sentence(document, outcome, context.texts)}")
        box = column(self, spacing=1)
        if not first:
            box.addWidget(rule())
            box.addSpacing(4)
        box.addLayout(head)
        box.addWidget(sentence)
        known = corrections(context, measure.id) if outcome.state is TargetState.MISSED else ()
        self.correct = button(context.tr("+ Corrective measure"), partial(correct, context, outcome.target), "link",
                              name=context.tr("Corrective measure for {measure}", measure=measure.title))  # fmt: skip
        missing = outcome.state is TargetState.MISSED and not known and not context.session.read_only
        words = ElidedLabel(measure.title if measure.title != name else "", "small")
        last = row(None, words, self.correct, spacing=8)
        last.setStretch(0, 1)
        box.addLayout(last)
        words.setVisible(missing or bool(words.text()))
        self.correct.setVisible(missing)
        for one in known:
            box.addWidget(leading(context, context.tr("corrected by: {measure}", measure=one.title), one, "small"))


def leading(context: Context, words: str, measure: Measure, kind: str) -> CardButton:
    """Words on one line that lead to a measure."""
    made = CardButton("plainlink")
    made.setAccessibleName(context.tr("Show") + f": {measure.title}")
    row(made, ElidedLabel(words, kind)).setContentsMargins(0, 2, 2, 2)
    made.clicked.connect(partial(show_record, context, measure.id))
    return made
