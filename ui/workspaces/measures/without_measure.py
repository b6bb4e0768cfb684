"""Touchpoints that need something done and have no measure yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.search.touchpoint_filter import with_measure
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.edits import add_measure
from cxstudio.model import Id, Touchpoint
from cxstudio.wording import N_
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row

MOST = 4


class WithoutMeasure(QFrame):
    """Critical touchpoints first, then other disappointing ones; one click makes the measure."""

    added = Signal(str)
    """A measure was made; its id."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.touchpoints: list[Touchpoint] = []
        self._rows: list[QWidget] = []
        self._body = column(None, spacing=0)
        self.note = label("", "small")
        heading = label(context.tr("Critical or disappointing, still without a measure"), "strong")
        title = row(None, heading, -1, self.note)
        box = column(self, spacing=4)
        box.setContentsMargins(16, 12, 16, 8)
        box.addLayout(title)
        box.addLayout(self._body)

    def refresh(self) -> None:
        """Look at the journey in view again."""
        self.touchpoints = without_measure(self.context)
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [self._row(t) for t in self.touchpoints[:MOST]]
        for made in self._rows:
            self._body.addWidget(made)
        more, texts = len(self.touchpoints) - MOST, self.context.texts
        self.note.setText(texts.trn("and {n} more", "and {n} more", more) if more > 0 else "")
        self.setVisible(bool(self.touchpoints))

    def add(self, touchpoint: Id) -> None:
        """A new measure for a touchpoint, named after it."""
        name = self.context.document.get(Touchpoint, touchpoint).name
        title = self.context.tr("Measure for {touchpoint}", touchpoint=self.context.texts.quoted(name.strip("„“”")))
        with self.context.session.transaction(N_("Add a measure")) as draft:
            added = add_measure(draft, title, touchpoints=[touchpoint])
        self.added.emit(added)

    def _row(self, touchpoint: Touchpoint) -> QWidget:
        context, made = self.context, QWidget()
        figures = context.bridge.measured_figures(context.document.journey_of(touchpoint).id)
        mine = figures.of(touchpoint.id) if figures else None
        name = button(touchpoint.name, partial(context.selection.select, touchpoint.id), "link")
        name.setProperty("kind", "plainlink")
        delta = label(context.texts.signed(mine.delta.mean) if mine and mine.delta else "", "error")
        adder = button(context.tr("+ Measure"), partial(self.add, touchpoint.id), "link")
        adder.setAccessibleName(context.tr("New measure for {touchpoint}", touchpoint=touchpoint.name))
        adder.setEnabled(not context.session.read_only)
        box = row(made, name, -1, spacing=8)
        if is_critical(figures, touchpoint):
            box.addWidget(label("▲ " + context.tr("critical"), "chip", tone="critical"))
        box.addWidget(delta)
        box.addWidget(adder)
        return made


def without_measure(context: Context) -> list[Touchpoint]:
    """Critical and disappointing touchpoints of the journey in view that no measure is for, most urgent first."""
    document, journey = context.document, context.selection.rated_journey
    figures = context.bridge.measured_figures(journey)
    if journey is None or figures is None:
        return []
    found, taken = [], with_measure(document)
    for touchpoint in document.journey_touchpoints(journey):
        mine, critical = figures.of(touchpoint.id), is_critical(figures, touchpoint)
        disappointing = mine is not None and mine.verdict is Verdict.DISAPPOINTING
        if (critical or disappointing) and touchpoint.id not in taken:
            rank = figures.rank(touchpoint.id) or len(figures.ranking) + 1
            found.append((not critical, rank, touchpoint))
    return [touchpoint for *_, touchpoint in sorted(found, key=lambda f: f[:2])]
