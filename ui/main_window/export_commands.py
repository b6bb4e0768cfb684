"""The commands "export.*", one for each output."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from cxstudio.outputs.output import Need, Output
from cxstudio.outputs.table import BY_ID, OUTPUTS
from ui.context.command import Command, Receiver
from ui.context.command_groups import EXPORT
from ui.context.context import Context
from ui.dialogs.save_export import hand_on, ordered
from ui.main_window.window import Window

EXPORT_PART: Final[Receiver[ExportPart]] = Receiver()


class ExportPart(QObject):
    """What can be handed on from anywhere in the window."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        context.commands.serve(EXPORT_PART, self)

    def hand_on(self, output: str) -> None:
        """Make the output of this id and write it where people say."""
        row, context = BY_ID[output], self._context
        hand_on(self._window, context, row, context.tr(row.title), ordered(context))


def _command(output: Output) -> Command:
    return Command(
        f"export.{output.id}", output.text, EXPORT, output.keys, output.icon, output.synonyms,
        enabled=lambda state: output.offered(state.document),
        run=EXPORT_PART.does(lambda part: part.hand_on(output.id)),
    )  # fmt: skip


COMMANDS: Final = tuple(_command(output) for output in OUTPUTS if output.needs is not Need.CHART)
"""A command for each output that is about more than one chart."""
