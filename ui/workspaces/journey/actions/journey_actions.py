"""What the commands about whole journeys do: show, derive, aim, add, remove. Each change is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.comparison.as_is_to_be import to_be_of
from cxstudio.analysis.comparison.overlaid_rounds import rounds_to_compare, target_beginning
from cxstudio.catalogue.stages import proposed_stages
from cxstudio.edits import begin_journey, derive_journey, remove_records, set_fields, target_round
from cxstudio.edits.journey.journey_edits import free_title
from cxstudio.model import Document, Id, Journey, Persona
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording import N_
from ui.workspaces.journey.journey_views import COMPARE, MAP
from ui.workspaces.journey.map_model.map_model import journey_of

if TYPE_CHECKING:
    from ui.context.context import Context


class JourneyActions(QObject):
    """Brings journeys into view and changes which there are."""

    view_wanted = Signal(str)
    """The view that shows what was asked for."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.inviting = False
        """The to-be journey was asked for and there is none: its invitation stands in the view of comparison."""
        self.view = MAP

    @property
    def _document(self) -> Document:
        return self._context.document

    @property
    def journey(self) -> Journey | None:
        """The journey in view."""
        return journey_of(self._document, self._context.selection.journey)

    @property
    def today(self) -> Journey | None:
        """The as-is journey in view, or the one the to-be journey in view came from."""
        journey = self.journey
        if journey is None or journey.kind is JourneyKind.AS_IS:
            return journey
        origin = journey_of(self._document, journey.derived_from)
        return origin or next((j for j in self._document.all(Journey) if j.kind is JourneyKind.AS_IS), None)

    @property
    def where(self) -> str | None:
        """What the bar shows as chosen: a kind of journey, or the comparison."""
        if self.view == COMPARE:
            return JourneyKind.TO_BE if self.inviting else COMPARE
        journey = self.journey
        return journey.kind if journey is not None else None

    def shown(self, view: str) -> None:
        """Another view of the journey is in view."""
        self.view = view
        if view != COMPARE:
            self.inviting = False

    def go(self, where: object) -> None:
        """Show what was chosen in the bar."""
        if where == COMPARE:
            self.inviting = False
            self.view_wanted.emit(COMPARE)
        elif where == JourneyKind.TO_BE:
            self.show_to_be()
        else:
            self.show_as_is()

    def show_as_is(self) -> None:
        """The journey as it is today."""
        today = self.today
        if today is not None:
            self._context.selection.set_journey(today.id)
        self._out_of_comparison()

    def show_to_be(self) -> None:
        """The journey as it shall be; an invitation where there is none yet."""
        journey = self.journey
        if journey is not None and journey.kind is JourneyKind.TO_BE:
            self._out_of_comparison()
            return
        found = to_be_of(self._document, journey.id) if journey is not None else ()
        alone = [j for j in self._document.all(Journey) if j.kind is JourneyKind.TO_BE and j.derived_from is None]
        wanted = found[0] if found else next(iter(alone), None)
        if wanted is None:
            self.inviting = True
            self.view_wanted.emit(COMPARE)
        else:
            self._context.selection.set_journey(wanted.id)
            self._out_of_comparison()

    def _out_of_comparison(self) -> None:
        self.inviting = False
        self.view_wanted.emit(MAP if self.view == COMPARE else self.view)

    def derive(self) -> None:
        """A copy of the as-is journey that shall become what one wants."""
        today = self.today or self.journey
        if today is None:
            return
        context = self._context
        title = free_title(self._document, today.title, JourneyKind.TO_BE)
        inviting = self.inviting
        with context.session.transaction(N_("Create a to-be journey")) as draft:
            made = derive_journey(draft, today.id, title)
        context.selection.set_journey(made)
        if self.view == COMPARE and not inviting:
            self.view_wanted.emit(COMPARE)
        else:
            self._out_of_comparison()
        context.messages.say(context.tr("This is the to-be journey now. Change what you want to be different."))

    def set_targets(self) -> None:
        """Values one wants to reach, shown from now on; at first they are the measures' targets and today's values."""
        journey, context = self.journey, self._context
        if journey is None:
            return
        if self.view == COMPARE:
            journey = next(iter(to_be_of(self._document, journey.id)), journey)
        today = self._today_of(journey)
        shown, _ = rounds_to_compare(self._document, today, journey.id)
        figures = context.bridge.figures(shown.id if shown is not None else None)
        begin = target_beginning(self._document, journey.id, figures)
        like = {} if shown is None else {"scale": shown.scale, "persona": shown.persona, "view": shown.view}
        with context.session.transaction(N_("Set target values")) as draft:
            target_round(draft, journey.id, begin, **like)
        context.messages.say(context.tr("Target values are shown: drag them, type them or use the inspector."))

    def _today_of(self, journey: Journey) -> Id:
        origin = journey_of(self._document, journey.derived_from)
        return origin.id if origin is not None else journey.id

    def new(self) -> None:
        """One more as-is journey with the usual stages, for a persona that has none yet."""
        context = self._context
        taken = {p for j in self._document.all(Journey) for p in j.personas}
        personas = [p.id for p in self._document.all(Persona) if p.id not in taken][:1]
        stages = proposed_stages(self._document.project.language.value)
        with context.session.transaction(N_("Another as-is journey")) as draft:
            made = begin_journey(draft, context.tr("New journey"), stages, personas=tuple(personas))
        context.selection.select(made)
        self._out_of_comparison()

    def describe(self) -> None:
        """Name, owner and personas in the inspector."""
        journey = self.journey
        if journey is not None:
            self.view_wanted.emit(self.view)
            self._context.selection.select(journey.id)

    def remove(self) -> None:
        """The journey in view with all it holds; undo brings it back."""
        journey, context = self.journey, self._context
        if journey is None:
            return
        with context.session.transaction(N_("Remove the journey")) as draft:
            remove_records(draft, [journey.id])
        context.messages.say(
            context.tr("The journey {name} is removed. Undo brings it back.", name=context.texts.quoted(journey.title))
        )

    def show_round(self, round_id: Id) -> None:
        """Show the figures of another round of the journey in view."""
        journey = self.journey
        if journey is not None:
            with self._context.session.transaction(N_("Show another round")) as draft:
                set_fields(draft, Journey, journey.id, shown_round=round_id)

    def show(self, journey: Id) -> None:
        """Bring one journey into view."""
        self._context.selection.set_journey(journey)
        self._out_of_comparison()
