"""The workspace Understand: personas and where their expectation comes from."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from cxstudio.edits import add_persona, add_typical_persona, duplicate_record, move_record, remove_records
from cxstudio.model import (
    ExpectationSource,
    Id,
    Journey,
    Note,
    Persona,
    Picture,
    Promise,
    Stage,
    Stakeholder,
    StakeholderRelation,
    Touchpoint,
)
from cxstudio.model.empathy_fields import EMPATHY_FIELDS, empathy_notes
from cxstudio.model.kinds import Evidence
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.widgets.basics import button, row
from ui.widgets.empty_state import empty_state
from ui.widgets.folding_section import STRIP, FoldingSide
from ui.widgets.lazy_pages import Pages, modules_of
from ui.widgets.menus import open_below
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.empathy.empathy_page import EmpathyPage
from ui.workspaces.understand.persona_editor import PersonaEditor
from ui.workspaces.understand.persona_list import NARROW, WIDTH, PersonaList, template_menu
from ui.workspaces.understand.stakeholders.stakeholder_page import StakeholderPage
from ui.workspaces.understand.understand_model import UnderstandModel
from ui.workspaces.understand.understand_pages import EMPATHY, OF_PERSONAS, PERSONA, PROMISES, STAKEHOLDERS, VIEWS
from ui.workspaces.workspace_base import Status, Workspace

_ROOMY, _BESIDE = 1000, 680
"""Pixels from which the list is as wide as it likes to be, and from which on it is always there."""


class UnderstandWorkspace(Workspace):
    """Personas at the left, the one in view at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = UnderstandModel(context, self)
        self.list = PersonaList(context)
        self.list.chosen.connect(self.show_persona)
        self.list.template_chosen.connect(self.add_from_template)
        self.list.page_chosen.connect(self.show_view)
        self.editor = PersonaEditor(context)
        area = VerticalScrollArea(self.editor)
        self._area = area
        self.views = Pages(VIEWS, {PERSONA: area}, context, self.model)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.views)
        new = button(context.tr("New persona"), lambda: context.commands.run("understand.add"), "primary")
        self._new = new
        new.setEnabled(not context.session.read_only)
        words = context.tr(
            "A persona is a typical customer with a name. The journey is described from their point of view."
        )
        begin = button(context.tr("From a template") + "  ▾", name=context.tr("Persona from a template"))
        begin.clicked.connect(lambda: open_below(template_menu(self, context, self.add_from_template), begin))
        begin.setEnabled(not context.session.read_only)
        title = context.tr("Who is this about?")
        self._pages.addWidget(empty_state(context.theme, "person", title, words, new, begin))
        self.beside = FoldingSide(context, self.list, context.tr("Personas and tools"))
        for left in (self.list.chosen, self.list.page_chosen, self.list.template_chosen):
            left.connect(lambda _: self.beside.strip.setChecked(False))
        row(self, self.beside, self._pages, spacing=0).setStretch(1, 1)
        context.ahead.want(modules_of(VIEWS))
        self.list.show_page(PERSONA)
        context.bridge.changed.connect(self._follow)
        context.selection.changed.connect(self._show_selected)
        self.refresh()
        self._show_selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.setFixedWidth(WIDTH if self.width() >= _ROOMY else NARROW)
        self.beside.fit(roomy=self.width() >= _BESIDE)
        self.editor.fit(self.width() - (STRIP if self.list.isHidden() else self.list.width()))

    @property
    def persona(self) -> Id | None:
        """The persona in view."""
        return self.model.persona

    @property
    def empathy(self) -> EmpathyPage:
        """The page of the empathy map, brought into view."""
        if self.views.id != EMPATHY:
            self.show_view(EMPATHY)
        page = self.views.page
        assert isinstance(page, EmpathyPage)
        return page

    @property
    def stakeholders(self) -> StakeholderPage:
        """The page of the stakeholder map, brought into view."""
        if self.views.id != STAKEHOLDERS:
            self.show_view(STAKEHOLDERS)
        page = self.views.page
        assert isinstance(page, StakeholderPage)
        return page

    def show_view(self, view: str) -> None:
        """Bring a page into view."""
        self.views.show_page(view)
        self.list.show_page(view)
        self.refresh()
        if self.isVisible():
            self.take_focus()

    def view_state(self) -> tuple[Id | None, str]:
        return self.model.wanted, self.views.id

    def restore_view_state(self, state: tuple[Id | None, str]) -> None:
        if state[0] is not None:
            self.show_persona(state[0])
        self.show_view(state[1])

    def show_persona(self, persona: Id) -> None:
        """Bring a persona into view; while one is selected, that is the one."""
        selected = self.context.selection.of(Persona)
        if selected is not None and selected.id != persona:
            self.context.selection.select(persona)  # which comes back here
            return
        self.model.show_persona(persona)
        self.refresh()
        self._area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the personas as they stand."""
        persona = self.persona
        self.list.refresh(persona)
        if not self.model.previewing:
            self.model.refresh()
        self._pages.setCurrentIndex(0 if persona is not None or self.views.id not in OF_PERSONAS else 1)
        if persona is not None and persona != self.editor.persona:
            self.editor.show_record(persona)
        self.status_changed.emit()

    def add(self) -> None:
        """A new persona, ready to be named."""
        with self.context.session.transaction(N_("Add a persona")) as draft:
            added = add_persona(draft, self.context.tr("New persona"))
        self.show_persona(added)
        self.show_view(PERSONA)
        self.editor.edit_name()

    def add_from_template(self, template: str) -> None:
        """A typical persona to begin with, in the language of the project."""
        from cxstudio.catalogue.persona_templates import persona_templates, usual_traits, values_of

        language, found = str(self.context.document.project.language), persona_templates().find(template)
        with self.context.session.transaction(N_("Add a persona from a template")) as draft:
            added = add_typical_persona(draft, values_of(found, language), usual_traits(language), found.traits)
        self.show_persona(added)
        self.show_view(PERSONA)
        self.editor.edit_name()

    def duplicate(self) -> None:
        """A copy of the persona in view, right behind it."""
        if self.persona is None:
            return
        name = self.context.tr("{name} (copy)", name=self.context.document.get(Persona, self.persona).name)
        with self.context.session.transaction(N_("Duplicate the persona")) as draft:
            added = duplicate_record(draft, Persona, self.persona, name=name)
        self.show_persona(added)

    def delete(self) -> None:
        """Remove the persona in view; undo brings it back."""
        if self.persona is None:
            return
        name = self.context.document.get(Persona, self.persona).name
        with self.context.session.transaction(N_("Remove the persona")) as draft:
            remove_records(draft, [self.persona])
        self.context.messages.say(self.context.tr("{name} deleted. Undo brings it back.", name=name))

    def up(self) -> None:
        """Move the persona in view one place up."""
        self._move(-1)

    def down(self) -> None:
        """Move the persona in view one place down."""
        self._move(1)

    def status(self) -> Status:
        document, texts = self.context.document, self.context.texts
        personas, journeys = len(document.all(Persona)), len(document.all(Journey))
        left = (
            texts.trn("{n} persona", "{n} personas", personas),
            texts.trn("{n} journey", "{n} journeys", journeys),
        )
        if self.views.id == EMPATHY and self.persona is not None:
            return self._empathy_status(self.persona)
        assumed = sum(1 for s in document.all(ExpectationSource) if s.evidence is Evidence.ASSUMPTION)
        right = (texts.trn("{n} source is an assumption", "{n} sources are assumptions", assumed),) if assumed else ()
        return Status((" · ".join(left),), right)

    def _empathy_status(self, persona: Id) -> Status:
        texts, notes = self.context.texts, empathy_notes(self.context.document, persona)
        assumed = sum(1 for note in notes if note.evidence is Evidence.ASSUMPTION)
        right = (texts.trn("{n} note is an assumption", "{n} notes are assumptions", assumed),) if assumed else ()
        return Status((texts.trn("{n} note", "{n} notes", len(notes)),), right)

    def take_focus(self) -> None:
        page = self.views.page
        if self._pages.currentIndex():
            self._new.setFocus()
        elif hasattr(page, "take_focus"):
            page.take_focus()
        elif self.persona is not None:
            self.list.rows[self.persona].setFocus()

    def _move(self, step: int) -> None:
        ids = [p.id for p in self.context.document.all(Persona)]
        if self.persona is None:
            return
        place = ids.index(self.persona) + step
        if not 0 <= place < len(ids):
            return
        rest = [i for i in ids if i != self.persona]
        with self.context.session.transaction(N_("Move the persona")) as draft:
            move_record(draft, Persona, self.persona, rest[place - 1] if place else None)

    def _show_selected(self) -> None:
        """A persona found or followed elsewhere comes into view."""
        record = self.context.selection.record
        if isinstance(record, Persona):
            self.show_persona(record.id)
        elif isinstance(record, Note) and record.kind in EMPATHY_FIELDS and record.about in self.context.document:
            if record.about != self.persona:
                self.model.show_persona(record.about)
                self.refresh()
            if self._elsewhere(EMPATHY):
                QTimer.singleShot(0, self, lambda: self.show_view(EMPATHY))
        elif isinstance(record, Stakeholder | StakeholderRelation) and self._elsewhere(STAKEHOLDERS):
            QTimer.singleShot(0, self, lambda: self.show_view(STAKEHOLDERS))
        elif isinstance(record, Promise) and self._elsewhere(PROMISES):
            QTimer.singleShot(0, self, lambda: self.show_view(PROMISES))

    def _elsewhere(self, view: str) -> bool:
        """Whether another page is in view."""
        return self.isVisible() and self.views.id != view

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Persona, Journey, ExpectationSource) or self.persona is None:
            self.refresh()
        elif changes.touches(Note, Picture, Stage, Stakeholder, StakeholderRelation, Touchpoint):
            self.model.refresh()
            self.status_changed.emit()
