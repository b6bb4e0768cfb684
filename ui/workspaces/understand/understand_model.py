"""Which persona the workspace shows, and its empathy map as it is or would be while somebody drags."""

from __future__ import annotations

from cxstudio.layout.boards.empathy_items import Empathy, empathy_of
from cxstudio.layout.boards.stakeholder_items import Stakeholders, stakeholders_of
from cxstudio.model import Id, Journey, Persona
from ui.boards.preview_model import PreviewModel


class UnderstandModel(PreviewModel):
    """The persona in view is shared by all pages."""

    wanted: Id | None = None
    """The persona somebody chose; the first one is shown where it is gone."""
    journey_wanted: Id | None = None
    """The journey whose touchpoints somebody chose to see beside the map."""
    _empathy: Empathy | None = None
    _last: Empathy | None = None
    """The map as it was drawn last; most of it is the same."""
    _stakeholders: Stakeholders | None = None

    @property
    def persona(self) -> Id | None:
        """The persona in view."""
        personas = [p.id for p in self.document.all(Persona)]
        if self.wanted in personas:
            return self.wanted
        return personas[0] if personas else None

    @property
    def empathy(self) -> Empathy:
        """What its empathy map shows, kept until something changes."""
        if self._empathy is None:
            self._empathy = empathy_of(self.document, self.persona, self.context.texts, before=self._last)
            self._last = self._empathy
        return self._empathy

    @property
    def stakeholders(self) -> Stakeholders:
        """The stakeholders around it, kept until something changes."""
        if self._stakeholders is None:
            self._stakeholders = stakeholders_of(self.document, self.persona, self.context.texts)
        return self._stakeholders

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """Journeys of the persona in view, else all."""
        every = self.document.all(Journey)
        mine = tuple(j for j in every if self.persona in j.personas)
        return mine or every

    @property
    def journey(self) -> Journey | None:
        """The journey whose touchpoints stand beside the map: the one chosen, else the one in view elsewhere."""
        shown = {j.id: j for j in self.journeys}
        for wanted in (self.journey_wanted, self.context.selection.journey):
            if wanted in shown:
                return shown[wanted]
        return next(iter(shown.values()), None)

    def forget(self) -> None:
        self._empathy = self._stakeholders = None

    def show_persona(self, persona: Id | None) -> None:
        """Show another persona."""
        if persona != self.wanted:
            self.wanted = persona
            self.refresh()
