"""Commands of the workspace Understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Persona
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.session_state import SessionState

if TYPE_CHECKING:
    from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

UNDERSTAND: Final[Receiver[UnderstandWorkspace]] = Receiver("go.understand")
GROUP: Final = N_("Personas")


def with_persona(state: SessionState) -> bool:
    """Writable, and there is a persona."""
    return writable(state) and bool(state.document.all(Persona))


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
)  # fmt: skip
