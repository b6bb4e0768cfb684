"""Commands of the workspace Measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Measure
from cxstudio.wording import N_
from ui.commands.command import Command, writable

if TYPE_CHECKING:
    from ui.context.context import Context

MEASURES: Final = N_("Measures")


def on_measure(context: Context) -> bool:
    """Writable, and a measure is selected."""
    return writable(context) and context.selection.of(Measure) is not None


COMMANDS: tuple[Command, ...] = (
    Command("measures.add", N_("New measure"), MEASURES, "", "plus", N_("action task to do"), writable),
    Command("measures.duplicate", N_("Duplicate the measure"), MEASURES, "", "copy", N_("copy"), on_measure),
    Command("measures.up", N_("Move the measure up"), MEASURES, "", "arrow_up", N_("order"), on_measure),
    Command("measures.down", N_("Move the measure down"), MEASURES, "", "arrow_down", N_("order"), on_measure),
    Command("measures.delete", N_("Remove the measure"), MEASURES, "", "trash", N_("delete"), on_measure),
)
