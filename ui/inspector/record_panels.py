"""The inspector for stages, journeys, measures, the project and any other record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cxstudio.edits import has_answers
from cxstudio.model import Id, Journey, Measure, Project, Record, Round, Stage, Touchpoint
from cxstudio.model.kinds import JourneyKind
from cxstudio.model.registry import ref_fields
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import record_words
from cxstudio.wording.fields.record_names import naming_field
from ui.context.context import Context
from ui.forms.form import Form, editable, grouped_sections
from ui.forms.idea_links import IdeaLinks
from ui.forms.record_list import RecordList
from ui.inspector.money_lists import COSTS, cost_list
from ui.inspector.project_lists import channel_list, department_list, participant_list
from ui.inspector.record_heading import heading_field
from ui.inspector.start_round import start_new_round
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.folding_section import Headed, Section


class RecordPanel(QWidget):
    """All fields of one kind of record: its name as a heading, the rest in groups."""

    kind: type[Record] = Record
    folded = True
    """Whether the groups start folded."""

    def __init__(self, context: Context, kind: type[Record] | None = None) -> None:
        super().__init__()
        self.context, self.kind = context, kind or self.kind
        self.record_id: Id | None = None
        self.box = column(self, spacing=12)
        self.box.setContentsMargins(16, 16, 16, 24)
        self.box.addLayout(self.head())
        naming = naming_field(self.kind)
        self.name = heading_field(context, self.kind, naming) if naming else None
        if self.name is not None:
            self.box.addWidget(self.name)
        self.line = label("", "muted", wrap=True)
        self.box.addWidget(self.line)
        self.links = IdeaLinks(context)
        self.box.addWidget(self.links)
        self.forms: list[Form] = []
        self.lists: list[RecordList] = []
        self.fill({naming} if naming else set())
        self.box.addStretch(1)

    def head(self) -> QBoxLayout:
        """The line above the name."""
        return row(None, label(self.context.tr(record_words(self.kind).one), "caption"), -1)

    def fill(self, shown: set[str]) -> None:
        """Add everything below the name; `shown` are fields already there."""
        parents = {r.name for r in ref_fields(self.kind) if r.owner}
        rest = [f.name for f in editable(self.kind) if f.name not in shown | parents]
        self.add_form(rest)

    def add_form(self, names: Sequence[str]) -> Form:
        """Add fields in plain view."""
        form = Form(self.context, self.kind, names)
        self.forms.append(form)
        self.box.addWidget(form)
        return form

    def add_groups(self, shown: set[str]) -> None:
        """Add the other fields in their groups."""
        for section, form in grouped_sections(self.context, self.kind, shown):
            section.fold(self.folded)
            self.forms.append(form)
            self.box.addWidget(section)

    def add_list(self, title: str, made: RecordList) -> None:
        """Add a list of records that belong to this one."""
        self.lists.append(made)
        self.box.addWidget(Headed(title, made))

    def show_record(self, record_id: Id) -> None:
        """Show this record."""
        self.record_id = record_id
        for part in (self.name, self.links, *self.forms, *self.lists):
            if part is not None:
                part.show_record(record_id)
        self.follow(None)

    def follow(self, changes: ChangeSet | None) -> None:
        """The document changed."""
        if self.name is not None and changes is not None:
            self.name.follow(changes)
        text = self.describe()
        self.line.setText(text)
        self.line.setVisible(bool(text))

    def describe(self) -> str:
        """The line under the name."""
        return ""


class StagePanel(RecordPanel):
    """A stage: its name and the customer's goal."""

    kind = Stage

    def show_record(self, record_id: Id) -> None:
        super().show_record(record_id)
        stage = self.context.document.find(record_id)
        journey = self.context.document.find(stage.journey) if isinstance(stage, Stage) else None
        later = isinstance(journey, Journey) and journey.kind is JourneyKind.TO_BE
        for form in self.forms:
            if "counterpart" in form.fields:
                form.fields["counterpart"].setVisible(later)

    def describe(self) -> str:
        n = len(self.context.document.touchpoints(self.record_id or ""))
        return self.context.texts.trn("{n} touchpoint", "{n} touchpoints", n)


_LIFE: Final = ("since", "until")
"""Days a journey has only once another one took its place or it took another one's."""


class JourneyPanel(RecordPanel):
    """A journey and the round it shows."""

    kind = Journey

    def fill(self, shown: set[str]) -> None:
        self.add_form(["kind", "personas", "owner", "shown_round", "shortlist_only", "derived_from", *_LIFE])
        fields = [f.name for f in editable(Round) if f.name != "journey"]
        self.round = Form(self.context, Round, fields)
        self.round_section = Section(self.context, self.context.tr("Round shown"), self.round)
        self.box.addWidget(self.round_section)
        self.new_round = button(self.context.tr("+ Round"), self.start_round, "add")
        set_tooltip(self.new_round, self.context.tr("People rate one by one; the map shows this round from then on."))
        self.new_round.setEnabled(not self.context.session.read_only)
        self.box.addLayout(row(None, self.new_round, -1))
        self.add_list(self.context.tr(COSTS), cost_list(self.context))

    def start_round(self) -> None:
        """A new round in which people rate one by one; the map shows it from now on."""
        if self.record_id is None:
            return
        start_new_round(self.context, self.record_id)
        self.round_section.fold(False)

    def follow(self, changes: ChangeSet | None) -> None:
        super().follow(changes)
        about = self.context.document.find(self.record_id)
        for name in _LIFE:
            self.forms[0].fields[name].setVisible(getattr(about, name, None) is not None)
        shown = self.context.bridge.shown_round(self.record_id)
        self.round_section.setVisible(shown is not None)
        if shown is not None and shown.id != self.round.fields["title"].record_id:
            self.round.show_record(shown.id)
        if shown is not None:
            fixed = self.context.session.read_only or has_answers(self.context.document, shown.id)
            self.round.fields["scale"].setEnabled(not fixed)

    def describe(self) -> str:
        document, texts = self.context.document, self.context.texts
        stages = document.stages(self.record_id or "")
        touchpoints = sum(len(document.touchpoints(s.id)) for s in stages)
        parts = [
            texts.trn("{n} stage", "{n} stages", len(stages)),
            texts.trn("{n} touchpoint", "{n} touchpoints", touchpoints),
        ]
        return " · ".join(parts)


class ProjectPanel(RecordPanel):
    """The project in a few words, when nothing is selected; its form behind a button."""

    kind = Project

    def fill(self, shown: set[str]) -> None:
        self.edit = button(self.context.tr("Edit project …"), lambda: self.edit_project(True))
        self.box.addLayout(row(None, self.edit, -1))
        self.details = QWidget()
        whole, self.box = self.box, column(self.details, spacing=12)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.add_groups(shown)
        for title, made in (
            (N_("Departments"), department_list(self.context)),
            (N_("Channels"), channel_list(self.context)),
            (N_("Participants"), participant_list(self.context)),
        ):
            self.lists.append(made)
            self.box.addWidget(Section(self.context, self.context.tr(title), made))
        self.box = whole
        self.box.addWidget(self.details)
        self.edit_project(False)

    def view_state(self) -> bool:
        """Whether the form is in view."""
        return not self.details.isHidden()

    def restore_view_state(self, state: bool) -> None:
        """Show it again."""
        self.details.setVisible(state)
        self.edit.setVisible(not state)

    def edit_project(self, on: bool) -> None:
        """Show the form, or the few words alone."""
        self.details.setVisible(on)
        self.edit.setVisible(not on)
        if on:
            self.details.setFocus()
            self.details.focusNextChild()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self.isHidden():
            self.edit_project(False)

    def describe(self) -> str:
        document, texts = self.context.document, self.context.texts
        project = document.project
        counts = (
            texts.trn("{n} touchpoint", "{n} touchpoints", len(document.all(Touchpoint))),
            texts.trn("{n} measure", "{n} measures", len(document.all(Measure))),
        )
        said = (project.client, project.question, " · ".join(counts))
        return "\n".join(part for part in said if part.strip())
