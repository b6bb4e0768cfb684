"""The inspector for a measure: its fields, what it shall reach, how it stood."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout

from cxstudio.analysis.change.target_start import value_today
from cxstudio.analysis.measures.measure_standing import standings
from cxstudio.analysis.search.unanswered import ahead_of_basics
from cxstudio.edits import add_target, change_target, check_in
from cxstudio.model import CheckIn, Id, Measure, Record, Target, Touchpoint
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.findings.measure_history_lines import history_lines
from cxstudio.wording.findings.money_lines import money_line
from cxstudio.wording.plan.measure_sentences import check_in_text, target_text
from cxstudio.wording.plan.measure_standing_sentences import basics_first, standing_words
from ui.context.context import Context
from ui.forms.bound_field import Write
from ui.forms.form import editable
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind
from ui.inspector.decision_list import decision_list
from ui.inspector.measured_values_sheet import MeasuredValues
from ui.inspector.money_lists import SAVINGS, saving_list
from ui.inspector.record_panels import RecordPanel
from ui.widgets.basics import button, label, row
from ui.widgets.folding_section import Headed, Section


class MeasurePanel(RecordPanel):
    """A measure with its targets and how it stood."""

    kind = Measure
    folded = False

    def head(self) -> QBoxLayout:
        self.back = button(self.context.tr("← Touchpoint"), self.go_back, "link")
        return row(None, label(self.context.tr("Measure"), "caption"), -1, self.back)

    def fill(self, shown: set[str]) -> None:
        self.quiet = label("", "small", wrap=True)
        self.quiet.hide()
        self.box.addWidget(self.quiet)
        self.add_form(["description", "touchpoints"])
        self.targets = target_list(self.context)
        self.lists.append(self.targets)
        self.box.addWidget(Headed(self.context.tr("Targets"), self.targets, action=self.context.tr("Follow-up"),
                                  act=lambda: self.context.commands.run("control.show_goals")))  # fmt: skip
        self.values = MeasuredValues(self.context)
        self.measured = Headed(self.context.tr("Measured values"), self.values)
        self.box.addWidget(self.measured)
        self.add_list(self.context.tr(SAVINGS), saving_list(self.context))
        self.money = label("", "small", wrap=True)
        self.box.addWidget(self.money)
        self.add_groups(shown | {"description", "touchpoints"})
        self.add_list(self.context.tr("Check-ins"), check_in_list(self.context))
        self.add_list(self.context.tr("Decisions"), decision_list(self.context, of_measure=True))
        self.history = label("", "small", wrap=True)
        self.changes = Section(self.context, self.context.tr("Changes"), self.history)
        self.box.addWidget(self.changes)

    def go_back(self) -> None:
        """Show the touchpoint the measure is for."""
        measure = self.context.document.find(self.record_id)
        if isinstance(measure, Measure) and measure.touchpoints:
            self.context.selection.select(measure.touchpoints[0])

    def show_record(self, record_id: Id) -> None:
        super().show_record(record_id)
        self.values.show_record(record_id)

    def follow(self, changes: ChangeSet | None) -> None:
        super().follow(changes)
        measure = self.context.document.find(self.record_id)
        self.back.setVisible(isinstance(measure, Measure) and bool(measure.touchpoints))
        said = money_line(self.context.document, measure, self.context.texts) if isinstance(measure, Measure) else ""
        self.money.setText(said)
        self.money.setVisible(bool(said))
        lines = history_lines(self.context.document, self.record_id or "", self.context.texts)
        self.history.setText("\n".join(lines))
        self.changes.setVisible(bool(lines))
        basics = self._basics()
        self.quiet.setText(basics_first(basics, self.context.texts) if basics else "")
        self.quiet.setVisible(bool(basics))

    def describe(self) -> str:
        document, measure = self.context.document, self.context.document.find(self.record_id)
        if not isinstance(measure, Measure):
            return ""
        standing = standings(document, date.today())[measure.id]
        return " ".join(standing_words(document, measure, standing, self.context.texts).sentences)

    def _basics(self) -> tuple[Touchpoint, ...]:
        """The unmet basics it would go ahead of."""
        figures = self.context.bridge.measured_figures(self.context.selection.rated_journey)
        return ahead_of_basics(self.context.document, figures).get(self.record_id or "", ())


def target_list(context: Context) -> RecordList:
    """What a measure shall reach."""
    texts = context.texts
    details = tuple(f.name for f in editable(Target) if f.name != "measure")

    def title(record: Record) -> str:
        text = target_text(record, texts, with_date=True) if isinstance(record, Target) else ""
        return text or context.tr("Target")

    def today(target: Target) -> float | None:
        point = context.document.find(target.touchpoint)
        journey = context.document.journey_of(point).id if isinstance(point, Touchpoint) else None
        return value_today(context.document, target, context.bridge.measured_figures(journey))

    def write(name: str) -> Write:
        return lambda draft, target, value: change_target(draft, target, today, **{name: value})

    def add(draft: Draft, measure: Id, _: str) -> None:
        touchpoints = draft.get(Measure, measure).touchpoints
        point = context.document.find(touchpoints[0]) if touchpoints else None
        journey = context.document.journey_of(point).id if isinstance(point, Touchpoint) else None
        round_ = context.bridge.measured_round(journey)
        added = add_target(draft, measure, view=round_.view if round_ is not None else None)
        change_target(draft, added, today, touchpoint=touchpoints[0] if touchpoints else None)

    listed = ListKind(Target, "", details, title=title, writes={name: write(name) for name in ("figure", "touchpoint")})
    adder = Adder(N_("+ Target"), N_("Add a target"), add, asks=False)
    return RecordList(context, listed, lambda m: context.document.having(Target, "measure", m), [adder])


def check_in_list(context: Context) -> RecordList:
    """How a measure stood on one day and another."""

    def summary(record: Record) -> str:
        if not isinstance(record, CheckIn):
            return ""
        return check_in_text(record.model_copy(update={"text": ""}), context.texts)

    def add(draft: Draft, measure: Id, text: str) -> None:
        check_in(draft, measure, text=text, day=date.today())

    listed = ListKind(CheckIn, "text", ("day", "progress"), summary=summary)
    adder = Adder(N_("+ Check-in"), N_("Add a check-in"), add)
    return RecordList(context, listed, lambda m: context.document.having(CheckIn, "measure", m), [adder])
