"""The inspector for an idea: its links, prototypes and tests, then its fields."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from cxstudio.edits import add_prototype, add_test
from cxstudio.model import Id, Idea, Prototype, Record, Test
from cxstudio.model.kinds import TestResult
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind
from ui.inspector.record_panels import RecordPanel
from ui.inspector.record_pictures import PictureList
from ui.widgets.basics import button, label, row
from ui.widgets.folding_section import Headed

_TONES = {TestResult.CONFIRMED: "delighting", TestResult.REFUTED: "disappointing"}


class IdeaPanel(RecordPanel):
    """An idea with what came before and after it."""

    kind = Idea
    folded = False

    def head(self) -> QBoxLayout:
        self.measure = button(self.context.tr("+ Measure"), self._to_measure, "link")
        self.measure.setEnabled(not self.context.session.read_only)
        return row(None, label(self.context.tr("Idea"), "caption"), -1, self.measure)

    def show_record(self, record_id: Id) -> None:
        super().show_record(record_id)
        self.pictures.show_record(record_id)

    def follow(self, changes: ChangeSet | None) -> None:
        super().follow(changes)
        idea = self.context.document.find(self.record_id)
        if self.name is not None:
            self.name.setVisible(not (isinstance(idea, Idea) and idea.covered))
        self.photos.setVisible(not (isinstance(idea, Idea) and idea.covered))

    def describe(self) -> str:
        idea = self.context.document.find(self.record_id)
        covered = isinstance(idea, Idea) and idea.covered
        return self.context.tr("This idea is covered until the ideas are revealed.") if covered else ""

    def fill(self, shown: set[str]) -> None:
        self.add_list(self.context.tr("Prototypes"), prototype_list(self.context))
        self.add_list(self.context.tr("Tests"), trial_list(self.context))
        self.pictures = PictureList(self.context)
        self.photos = Headed(self.context.tr("Photos"), self.pictures)
        self.box.addWidget(self.photos)
        self.add_form(["touchpoints", "author", "colour", "effort", "impact"])

    def _to_measure(self) -> None:
        self.context.commands.run("ideas.measure")


def prototype_list(context: Context) -> RecordList:
    """Things to try an idea with."""

    def add(draft: Draft, idea: str, text: str) -> None:
        add_prototype(draft, idea, text)

    listed = ListKind(Prototype, "title", ("how", "material"))
    adder = Adder(N_("+ Prototype"), N_("Add a prototype"), add)
    return RecordList(context, listed, lambda i: context.document.having(Prototype, "idea", i), [adder])


def trial_list(context: Context) -> RecordList:
    """Trials of an idea, each with how it ended."""

    def add(draft: Draft, idea: str, text: str) -> None:
        add_test(draft, idea, text)

    def sign(record: Record) -> tuple[str, str]:
        return "", _TONES.get(record.result, "") if isinstance(record, Test) else ""

    def summary(record: Record) -> str:
        if not isinstance(record, Test):
            return ""
        parts = (record.with_whom, context.tr(choice_label(record.result)), record.learned)
        return " · ".join(part for part in parts if part)

    details = ("how", "with_whom", "result", "learned", "next_step")
    listed = ListKind(Test, "hypothesis", details, sign=sign, summary=summary)
    adder = Adder(N_("+ Test"), N_("Add a test"), add)
    return RecordList(context, listed, lambda i: context.document.having(Test, "idea", i), [adder])
