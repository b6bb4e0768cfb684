"""Commands of the workspace Understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Note, Persona, Stakeholder, StakeholderRelation
from cxstudio.model.empathy_fields import EMPATHY_FIELDS
from cxstudio.model.kinds import NoteKind
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.session_state import SessionState
from ui.widgets.lazy_pages import commands_of
from ui.workspaces.understand.understand_pages import VIEWS

if TYPE_CHECKING:
    from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

UNDERSTAND: Final[Receiver[UnderstandWorkspace]] = Receiver("go.understand")
GROUP: Final = N_("Personas")


def with_persona(state: SessionState) -> bool:
    """Writable, and there is a persona."""
    return writable(state) and bool(state.document.all(Persona))


def on_empathy_note(state: SessionState) -> bool:
    """Writable, and a note of an empathy map is selected."""
    note = state.selection.of(Note)
    return writable(state) and note is not None and note.kind in EMPATHY_FIELDS


def on_stakeholder(state: SessionState) -> bool:
    """Writable, and a stakeholder or a relation is selected."""
    selection = state.selection
    chosen = selection.of(Stakeholder) is not None or selection.of(StakeholderRelation) is not None
    return writable(state) and chosen


def with_stakeholders(state: SessionState) -> bool:
    """Writable, and there is a stakeholder."""
    return writable(state) and bool(state.document.all(Stakeholder))


COMMANDS: tuple[Command, ...] = (
    Command("understand.add", N_("New persona"), GROUP, "", "person", N_("customer profile target group"), writable,
            run=UNDERSTAND.does(lambda w: w.add())),
    Command("understand.duplicate", N_("Duplicate the persona"), GROUP, "", "copy", N_("copy"), with_persona,
            run=UNDERSTAND.does(lambda w: w.duplicate())),
    Command("understand.up", N_("Move the persona up"), GROUP, "", "arrow_up", "", with_persona,
            run=UNDERSTAND.does(lambda w: w.up())),
    Command("understand.down", N_("Move the persona down"), GROUP, "", "arrow_down", "", with_persona,
            run=UNDERSTAND.does(lambda w: w.down())),
    Command("understand.delete", N_("Remove the persona"), GROUP, "", "trash", N_("delete"), with_persona,
            run=UNDERSTAND.does(lambda w: w.delete())),
    *commands_of(VIEWS, GROUP, "understand.show_", UNDERSTAND, lambda w, view: w.show_view(view)),
    Command("understand.empathy_add", N_("Add notes to the empathy map"), GROUP, "", "plus", N_("type paste"),
            with_persona, run=UNDERSTAND.does(lambda w: w.empathy.begin(w.empathy.field))),
    Command("understand.pin_hurdle", N_("Make a hurdle of a touchpoint"), GROUP, "", "minus",
            N_("pain empathy map note"), on_empathy_note, help=N_("The note of the empathy map stays linked with it"),
            run=UNDERSTAND.does(lambda w: w.empathy.begin_pin(NoteKind.HURDLE))),
    Command("understand.pin_opportunity", N_("Make an opportunity of a touchpoint"), GROUP, "", "plus",
            N_("gain empathy map note"), on_empathy_note, help=N_("The note of the empathy map stays linked with it"),
            run=UNDERSTAND.does(lambda w: w.empathy.begin_pin(NoteKind.OPPORTUNITY))),
    Command("understand.pin_quote", N_("Make a quote of a touchpoint"), GROUP, "", "note",
            N_("voice empathy map note"), on_empathy_note, help=N_("The note of the empathy map stays linked with it"),
            run=UNDERSTAND.does(lambda w: w.empathy.begin_pin(NoteKind.QUOTE))),
    Command("understand.empathy_delete", N_("Remove notes of the empathy map"), GROUP, "", "trash", N_("delete"),
            on_empathy_note, run=UNDERSTAND.does(lambda w: w.empathy.delete())),
    Command("understand.stakeholder_add", N_("Add stakeholders"), GROUP, "", "plus", N_("people involved type paste"),
            writable, run=UNDERSTAND.does(lambda w: w.stakeholders.begin())),
    Command("understand.relate", N_("Relate the two selected stakeholders"), GROUP, "", "journey",
            N_("relation arrow what flows"), on_stakeholder,
            run=UNDERSTAND.does(lambda w: w.stakeholders.relate_chosen())),
    Command("understand.stakeholder_layout", N_("Lay out the stakeholders automatically"), GROUP, "", "table",
            N_("arrange tidy rings"), with_stakeholders,
            run=UNDERSTAND.does(lambda w: w.stakeholders.lay_out_again())),
    Command("understand.stakeholder_delete", N_("Remove from the stakeholder map"), GROUP, "", "trash", N_("delete"),
            on_stakeholder, run=UNDERSTAND.does(lambda w: w.stakeholders.delete())),
)  # fmt: skip
