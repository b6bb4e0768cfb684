"""Commands of the chart in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.outputs.output import Need, Output
from cxstudio.outputs.table import OUTPUTS
from cxstudio.wording import N_
from ui.commands.command import Command, has_project, writable

if TYPE_CHECKING:
    from ui.context.context import Context

_GROUP: Final = N_("Pictures of the figures")


def _printable(context: Context) -> bool:
    return writable(context) and has_project(context)


def _saving(output: Output) -> Command:
    return Command(
        f"pictures.save_{output.ending[1:]}", output.text, _GROUP, output.keys, output.icon, output.synonyms,
        enabled=lambda context: output.offered(context.document), handler="pictures.save", argument=output.id,
    )  # fmt: skip


SAVING: Final = tuple(_saving(output) for output in OUTPUTS if output.needs is Need.CHART)
COMMANDS: Final = (
    Command(
        "pictures.copy", N_("Copy the picture"), _GROUP, "Ctrl+C", "copy", N_("clipboard chart"), has_project,
        scope="local", help=N_("As a drawing and as pixels; the figures where they are shown as a list"),
    ),
    *SAVING,
    Command(
        "pictures.to_report", N_("Put the picture in the report or take it out"), _GROUP, "", "report",
        N_("chart print PDF"), _printable,
    ),
    Command("pictures.why", N_("Explain the picture"), _GROUP, "", "info", N_("definition source chart"), has_project),
)  # fmt: skip
