"""Nothing critical is forgotten: touchpoints that need something done and have neither a measure nor a reason."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.search.unanswered import Unanswered, coverage, unanswered
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits import add_measure, set_fields
from cxstudio.model import Id, Measure, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording import N_
from cxstudio.wording.findings.report_headlines import approval_touches_none
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.card_button import CardButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.vertical_scroll_area import VerticalScrollArea

MOST = 4
_STEP, _LEAST = 40, 3
"""Rows one press adds, and rows in view at least once they scroll."""
LABEL = N_("Reason for no measure")


class WithoutMeasure(QFrame):
    """Critical touchpoints first, then other disappointing ones; each gets a measure, or the group's reason."""

    added = Signal(str)
    """A measure was made; its id."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.found = Unanswered()
        self.most = MOST
        self.stacked = False
        """In a narrow column: what can be done stands below the name."""
        self.asked: Id | None = None
        """The touchpoint whose reason is being typed."""
        self._rows: list[QWidget] = []
        self._gap = ""
        self._said: tuple[object, ...] | None = None
        """What the rows say; they are made anew only for something else."""
        self.asked_for = 0
        """Rows wanted beyond those there is room for; they scroll."""
        self._journey: Id | None = None
        self._looked_at: tuple[Any, ...] | None = None
        """From what it was last worked out: journey, figures, touchpoints, what is planned for which."""
        self._inner = QWidget()
        self._body = column(self._inner, spacing=2)
        self.area = VerticalScrollArea(self._inner)
        self.gap = label("", "error", wrap=True)
        """That what is up for approval touches no critical touchpoint, where that is so."""
        self.heading = label("", "strong", wrap=True)
        self.note = label("", "small", wrap=True)
        self.more = button("", self._show_more, "link")
        """Shows the next rows."""
        self._head, self._foot = row(None, self.heading, spacing=10), row(None, spacing=10)
        self._head.setStretchFactor(self.heading, 1)
        box = column(self, self.gap, spacing=4)
        box.setContentsMargins(14, 10, 14, 10)
        box.addLayout(self._head)
        box.addWidget(self.area)
        box.addLayout(self._foot)
        self._place_rest()

    @property
    def touchpoints(self) -> list[Touchpoint]:
        """Everything still without a measure, the most urgent first."""
        return [*self.found.critical, *self.found.disappointing]

    @property
    def says_something(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.touchpoints or self._gap)

    def set_room(self, most: int, *, stacked: bool) -> None:
        """How many rows there is room for, and whether the room is narrow."""
        if (most, stacked) != (self.most, self.stacked):
            self.most, self.stacked = most, stacked
            self._place_rest()
            self.refresh()

    def _place_rest(self) -> None:
        """The rest is counted below in a narrow column, else beside the heading, where it costs no height."""
        line = self._foot if self.stacked else self._head
        for part in (self.note, self.more):
            line.addWidget(part)
        line.setStretchFactor(self.note, 1)

    def refresh(self) -> None:
        """Look at the journey in view again."""
        context, texts = self.context, self.context.texts
        journey = context.selection.rated_journey
        figures = context.bridge.measured_figures(journey)
        if journey != self._journey:
            self._journey, self.asked_for = journey, 0
        self._look(journey, figures)
        if self.asked is not None and self.asked not in {t.id for t in self.touchpoints}:
            self.asked = None
        said_now = self._said_now()
        if said_now == self._said:
            return
        self._said = said_now
        self.gap.setText(self._gap)
        self.gap.setVisible(bool(self._gap))
        typed, held = self._taken_down()
        shown = self._shown
        self._rows = [self._row(t) for t in shown]
        for made in self._rows:
            self._body.addWidget(made)
        n = len(self.found.critical)
        said = texts.trn("{n} critical without a measure", "{n} critical without a measure", n) if n else ""
        self.heading.setText(said or context.tr("From the journey, no measure yet"))
        self.heading.setVisible(bool(self.touchpoints))
        more = len(self.touchpoints) - len(shown)
        rest = texts.trn("and {n} more", "and {n} more", more)
        self.more.setText(rest if shown else texts.trn("{n} touchpoint", "{n} touchpoints", more))
        self.more.setVisible(more > 0)
        kept = len(self.found.with_reason)
        self.note.setText(texts.trn("{n} without one for a reason", "{n} without one for a reason", kept))
        self.note.setVisible(bool(kept))
        self._fit()
        self.setVisible(self.says_something)
        for line in self._lines():
            line.setText(typed)
            if held:
                line.setFocus()

    def _look(self, journey: Id | None, figures: RoundFigures | None) -> None:
        """What is without a measure; another title, day or owner of one changes nothing of it."""
        document = self.context.document
        row = document.journey_touchpoints(journey) if journey is not None else ()
        planned = [(m.touchpoints, m.status) for m in document.all(Measure)]
        before, self._looked_at = self._looked_at, (journey, figures, row, planned)
        if before is not None and figures is before[1] and row is before[2] and (journey, planned) == before[::3]:
            return
        self.found = unanswered(document, journey, figures)
        self._gap = self._approval_gap(journey, figures)

    @property
    def _shown(self) -> list[Touchpoint]:
        return self.touchpoints[: self.most + self.asked_for]

    def _show_more(self) -> None:
        """Show the next rows; the keyboard goes on at the first of them."""
        first = len(self._rows)
        self.asked_for += _STEP
        self.refresh()
        name = self._rows[first].findChild(CardButton) if first < len(self._rows) else None
        if name is not None:
            name.setFocus(Qt.FocusReason.TabFocusReason)
            self._body.activate()
            self._inner.resize(self._inner.width(), self._inner.sizeHint().height())
            self.area.ensureWidgetVisible(name)

    def _fit(self) -> None:
        """As high as the rows there is room for, and half a row more where it scrolls."""
        most = max(self.most, _LEAST) if self.asked_for else self.most
        heights = [made.sizeHint().height() for made in self._rows]
        high = sum(heights[:most]) + self._body.spacing() * max(0, min(most, len(heights)) - 1)
        self.area.setFixedHeight(high + (heights[most] // 2 if len(heights) > most else 0))
        self.area.setVisible(bool(self._rows))

    def add(self, touchpoint: Id) -> None:
        """A new measure for a touchpoint, named after it."""
        name = self.context.document.get(Touchpoint, touchpoint).name
        title = self.context.tr("Measure for {touchpoint}", touchpoint=self.context.texts.quoted(name))
        with self.context.session.transaction(N_("Add a measure")) as draft:
            added = add_measure(draft, title, touchpoints=[touchpoint])
        self.added.emit(added)

    def ask(self, touchpoint: Id) -> None:
        """Let the group write why it plans nothing here."""
        self.asked = touchpoint
        self.refresh()
        for line in self._lines():
            line.setFocus()

    def keep(self, touchpoint: Id, reason: str) -> None:
        """Write the group's reason down; an empty one changes nothing."""
        self.asked = None
        if reason.strip() and touchpoint in self.context.document:
            with self.context.session.transaction(LABEL) as draft:
                set_fields(draft, Touchpoint, touchpoint, no_measure_reason=reason.strip())
        else:
            self.refresh()

    def _said_now(self) -> tuple[object, ...]:
        """Everything the rows say."""
        rows = tuple((t.id, t.name, self._delta(t)) for t in self._shown)
        counts = len(self.found.critical), len(self.found.disappointing), len(self.found.with_reason)
        return rows, counts, self._gap, self.most, self.stacked, self.asked, self.context.session.read_only

    def _approval_gap(self, journey: Id | None, figures: RoundFigures | None) -> str:
        document = self.context.document
        asked = [m for m in document.all(Measure) if m.status is MeasureStatus.PROPOSED]
        if not asked or journey is None or (figures is not None and figures.target):
            return ""
        critical = [t for t in document.journey_touchpoints(journey) if is_critical(figures, t)]
        return approval_touches_none(coverage(critical, asked), self.context.texts)

    def _delta(self, touchpoint: Touchpoint) -> str:
        figures = self.context.bridge.measured_figures(self.context.document.journey_of(touchpoint).id)
        mine = figures.of(touchpoint.id) if figures else None
        return self.context.texts.signed(mine.delta.mean) if mine and mine.delta else ""

    def _lines(self) -> list[Line]:
        return [line for made in self._rows for line in made.findChildren(Line)]

    def _taken_down(self) -> tuple[str, bool]:
        """Take the rows away; what is being typed goes on in the new ones."""
        typed, held = "", False
        for line in self._lines():
            typed, held = line.text(), line.hasFocus()
            line.blockSignals(True)
        for old in self._rows:
            old.hide()
            old.deleteLater()
        return typed if self.asked is not None else "", held

    def _row(self, touchpoint: Touchpoint) -> QWidget:
        context, made = self.context, QWidget()
        delta = label(self._delta(touchpoint), "error")
        chip = label("! " + context.tr("critical"), "chip", tone="critical")
        acts = self._reason_line(touchpoint) if self.asked == touchpoint.id else self._acts(touchpoint)
        if self.stacked:
            head = row(None, self._name(touchpoint), delta, spacing=8)
            head.setStretch(0, 1)
            box = column(made, spacing=0)
            box.addLayout(head)
            box.addLayout(row(None, chip, *acts, -1, spacing=8))
            box.setContentsMargins(0, 4, 0, 2)
        else:
            row(made, self._name(touchpoint), chip, delta, *acts, spacing=8).setStretch(0, 1)
        chip.setVisible(touchpoint.id in {t.id for t in self.found.critical})
        return made

    def _name(self, touchpoint: Touchpoint) -> QWidget:
        """Leads to the touchpoint."""
        made = CardButton("plainlink")
        made.setAccessibleName(touchpoint.name)
        row(made, ElidedLabel(touchpoint.name)).setContentsMargins(2, 2, 2, 2)
        made.clicked.connect(lambda *_: self.context.selection.select(touchpoint.id))
        return made

    def _acts(self, touchpoint: Touchpoint) -> list[QWidget]:
        context = self.context
        adder = button(context.tr("+ Measure"), partial(self.add, touchpoint.id), "link")
        adder.setAccessibleName(context.tr("New measure for {touchpoint}", touchpoint=touchpoint.name))
        why = button(context.tr("Reason …"), partial(self.ask, touchpoint.id), "link")
        why.setAccessibleName(context.tr("Reason for no measure for {touchpoint}", touchpoint=touchpoint.name))
        set_tooltip(why, context.tr("Why nothing is planned here; the report prints it"))
        for act in (adder, why):
            act.setEnabled(not context.session.read_only)
        return [adder, why]

    def _reason_line(self, touchpoint: Touchpoint) -> list[QWidget]:
        line = Line()
        line.setAccessibleName(self.context.tr("Reason for no measure for {touchpoint}", touchpoint=touchpoint.name))
        line.setPlaceholderText(self.context.tr("Why is nothing planned here?"))
        line.setMinimumWidth(170)
        line.escaped.connect(lambda: self.keep(touchpoint.id, ""))
        line.editingFinished.connect(lambda: self._typed(touchpoint.id, line))
        return [line]

    def _typed(self, touchpoint: Id, line: Line) -> None:
        if self.asked == touchpoint:
            self.keep(touchpoint, line.text())
