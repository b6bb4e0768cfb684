"""The commands "export.*", one for each output, and the part that answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.outputs.output import Need, Output
from cxstudio.outputs.table import BY_ID, OUTPUTS
from ui.commands.command import Command
from ui.context.context import Context
from ui.dialogs.save_export import Saving, ordered

if TYPE_CHECKING:
    from ui.main_window.main_window import MainWindow


def export_commands(group: str) -> tuple[Command, ...]:
    """A command for each output that is about more than one chart."""
    return tuple(_command(output, group) for output in OUTPUTS if output.needs is not Need.CHART)


def _command(output: Output, group: str) -> Command:
    return Command(
        f"export.{output.id}", output.text, group, output.keys, output.icon, output.synonyms,
        enabled=lambda context: output.offered(context.document), handler="export.hand_on", argument=output.id,
    )  # fmt: skip


class ExportPart(QObject):
    """What can be handed on from anywhere in the window."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self._saving = Saving(window, context, lambda report: window.tell_unexpected(None, report))
        context.commands.serve("export", self)

    def hand_on(self, output: str) -> None:
        """Make the output of this id and write it where people say."""
        row = BY_ID[output]
        self._saving.hand_on(row, self._context.tr(row.title), ordered(self._context))
