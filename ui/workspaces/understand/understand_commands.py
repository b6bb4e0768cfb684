"""Commands of the workspace Understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Persona
from cxstudio.wording import N_
from ui.commands.command import Command, writable

if TYPE_CHECKING:
    from ui.context.context import Context

PERSONAS: Final = N_("Personas")


def with_persona(context: Context) -> bool:
    """Writable, and there is a persona."""
    return writable(context) and bool(context.document.all(Persona))


COMMANDS: tuple[Command, ...] = (
    Command("understand.add", N_("New persona"), PERSONAS, "", "person", N_("customer profile target group"), writable),
    Command("understand.duplicate", N_("Duplicate the persona"), PERSONAS, "", "copy", N_("copy"), with_persona),
    Command("understand.up", N_("Move the persona up"), PERSONAS, "", "arrow_up", "", with_persona),
    Command("understand.down", N_("Move the persona down"), PERSONAS, "", "arrow_down", "", with_persona),
    Command("understand.delete", N_("Remove the persona"), PERSONAS, "", "trash", N_("delete"), with_persona),
)
