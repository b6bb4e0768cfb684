"""The inspector for a touchpoint: its head, rating, verdict, and then every field."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.promise_kept import promise_of
from cxstudio.edits import move_touchpoints
from cxstudio.model import Id, Record, Touchpoint
from cxstudio.steps import Steps, finished
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording.fields.field_table import field_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.promise_sentences import result_words
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.form import grouped_in_steps
from ui.forms.idea_links import IdeaLinks
from ui.inspector.critical_decision import CriticalField
from ui.inspector.handover import HandoverPanel, WaysPanel
from ui.inspector.inspector_words import summary_line
from ui.inspector.measure_cards import MeasureCards
from ui.inspector.money_lists import COSTS, cost_list
from ui.inspector.own_lanes import OwnLanes
from ui.inspector.record_heading import heading_field
from ui.inspector.record_pictures import PictureList
from ui.inspector.touchpoint_notes import mark_list, quote_list, step_list
from ui.inspector.touchpoint_rating import RatingPanel
from ui.inspector.verdict_box import VerdictBox
from ui.widgets.basics import column, label, row
from ui.widgets.folding_section import Headed, Section

SHOWN_ABOVE = (
    "name",
    "description",
    "experience_kinds",
    "requirement",
    "critical",
    "critical_reason",
    "stage",
    "promise",
)


def _move(draft: Draft, touchpoint: Id, stage: Id) -> None:
    family = draft.document.touchpoints(stage)
    move_touchpoints(draft, [touchpoint], stage, family[-1].id if family else None)


class TouchpointPanel(QWidget):
    """Everything about one touchpoint."""

    kind: type[Record] = Touchpoint

    def __init__(self, context: Context, *, at_once: bool = True) -> None:
        """Without `at_once` it is empty until somebody goes through the steps of `build`."""
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        if at_once:
            finished(self.build())

    def build(self) -> Steps[None]:
        """Make its parts, a few of them in each step."""
        context, tr = self.context, self.context.tr
        self.chip = label("! " + tr("critical"), "chip", tone="critical")
        self.star = label("✦ " + tr("Stardust"), "chip", tone="stardust")
        self.name = heading_field(context, Touchpoint, "name")
        self.summary = label("", "muted", wrap=True)
        self.description = BoundField(context, Touchpoint, "description", labelled=False)
        yield
        self.rating = RatingPanel(context)
        yield
        self.verdict = VerdictBox(context)
        self.kinds = BoundField(context, Touchpoint, "experience_kinds", labelled=False)
        self.requirement = BoundField(context, Touchpoint, "requirement", labelled=False)
        yield
        self.promise = BoundField(context, Touchpoint, "promise", labelled=False)
        self.promise_found = label("", "small", wrap=True)
        self.critical = CriticalField(context)
        self.measures, self.ideas = MeasureCards(context), IdeaLinks(context)
        yield
        self.handover = HandoverPanel(context)
        self.quotes, self.marks, self.steps = quote_list(context), mark_list(context), step_list(context)
        yield
        self.pictures, self.ways, self.own = PictureList(context), WaysPanel(context), OwnLanes(context)
        self.costs = cost_list(context)
        yield
        self.groups = yield from grouped_in_steps(context, Touchpoint, SHOWN_ABOVE)
        self.stage = BoundField(context, Touchpoint, "stage", write=_move)
        self._fields = (self.name, self.description, self.kinds, self.requirement, self.promise, self.stage,
                        self.critical)  # fmt: skip
        self._arrange()
        yield

    def show_record(self, record_id: Id) -> None:
        """Show this touchpoint."""
        self.touchpoint = record_id
        for field in self._fields:
            field.show_record(record_id)
        for part in (self.rating, self.ideas, self.measures, self.handover, self.quotes, self.marks, self.steps,
                     self.pictures, self.ways, self.own, self.costs):  # fmt: skip
            part.show_record(record_id)
        for _, form in self.groups:
            form.show_record(record_id)
        self._show_figures()

    def follow(self, changes: ChangeSet) -> None:
        """The document changed."""
        if self.touchpoint not in self.context.document:
            return
        for field in self._fields:
            field.follow(changes)
        self.rating.refresh()
        self.handover.show_record(self.touchpoint)
        self._show_figures()

    def _show_figures(self) -> None:
        touchpoint = self.context.document.find(self.touchpoint)
        if not isinstance(touchpoint, Touchpoint):
            return
        self.summary.setText(summary_line(self.context.document, touchpoint, self.context.texts))
        figures = self.context.bridge.shown_figures(self.context.document.journey_of(touchpoint).id)
        criticality = figures.criticality.get(touchpoint.id) if figures else None
        self.chip.setVisible(is_critical(figures, touchpoint))
        self.star.setVisible(touchpoint.stardust)
        self.verdict.show_figures(figures, touchpoint.id)
        found = promise_of(self.context.document, touchpoint, figures)
        self.promise_found.setText(capital(result_words(found, self.context.texts)))
        self.promise_found.setVisible(bool(touchpoint.promise.strip()))
        self.critical.show_proposal(criticality)
        self.decision.setVisible(figures is None or not figures.target)

    def _arrange(self) -> None:
        tr = self.context.tr
        head = row(None, label(tr("Touchpoint"), "caption"), -1, self.star, self.chip, spacing=4)
        measures = Headed(tr("Measures"), self.measures, action=tr("+ New"), act=self.measures.adder.open)
        measures.setEnabled(not self.context.session.read_only)
        box = column(self, spacing=16)
        box.setContentsMargins(16, 16, 16, 24)
        top = column(None, spacing=4)
        top.addLayout(head)
        for part in (self.name, self.summary):
            top.addWidget(part)
        box.addLayout(top)
        box.addWidget(self.description)
        (contact, _), *others = self.groups
        contact.fold(False)
        box.addWidget(contact)
        box.addWidget(self.rating)
        box.addWidget(self.verdict)
        box.addWidget(Headed(tr(field_of(Touchpoint, "experience_kinds").label), self.kinds))
        box.addWidget(Headed(tr(field_of(Touchpoint, "requirement").label), self.requirement))
        box.addWidget(Headed(tr(field_of(Touchpoint, "promise").label), self._promised()))
        box.addWidget(measures)
        box.addWidget(self.ideas)
        box.addWidget(Headed(tr("Customer quotes"), self.quotes))
        box.addWidget(Headed(tr("Hurdles and opportunities"), self.marks))
        box.addWidget(self.own)
        self.decision = Headed(tr(field_of(Touchpoint, "critical").label), self.critical)
        box.addWidget(self.decision)
        folding = column(None, spacing=4)
        folding.addWidget(Section(self.context, tr("Handover"), self._handovers()))
        for section, _ in others:
            folding.addWidget(section)
        folding.addWidget(Section(self.context, tr(COSTS), self.costs))
        folding.addWidget(Section(self.context, tr("Steps one by one"), self.steps))
        folding.addWidget(Section(self.context, tr("Photos"), self.pictures))
        folding.addWidget(Section(self.context, tr("Place on the map"), self.stage))
        box.addLayout(folding)
        box.addStretch(1)

    def _promised(self) -> QWidget:
        both = QWidget()
        column(both, self.promise, self.promise_found, spacing=4)
        return both

    def _handovers(self) -> QWidget:
        both = QWidget()
        column(both, self.handover, self.ways, spacing=8)
        return both
