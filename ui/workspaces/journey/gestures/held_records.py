"""What a gesture holds may be taken away meanwhile: by undo, a command, or another window on the project."""

from __future__ import annotations

from ui.canvas.interaction.press_machine import PressMachine
from ui.context.context import Context


def watch_records(machine: PressMachine, context: Context) -> None:
    """Let a canvas end a gesture whose record is gone, and say so."""
    machine.known = lambda record: record in context.document
    machine.gone.connect(lambda: context.messages.say(context.tr("What you were moving is no longer there.")))
