"""Commands of the chart in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.wording import N_
from ui.commands.command import Command, has_project, writable

if TYPE_CHECKING:
    from ui.context.context import Context

_GROUP: Final = N_("Pictures of the figures")


def _printable(context: Context) -> bool:
    return writable(context) and has_project(context)


COMMANDS: Final = (
    Command(
        "pictures.copy", N_("Copy the picture"), _GROUP, "Ctrl+C", "copy", N_("clipboard chart"), has_project,
        scope="local", help=N_("As a drawing and as pixels; the figures where they are shown as a list"),
    ),
    Command("pictures.save_svg", N_("Save the picture as SVG …"), _GROUP, "", "save", N_("export chart vector"),
            has_project),
    Command("pictures.save_png", N_("Save the picture as PNG …"), _GROUP, "", "save", N_("export chart image"),
            has_project),
    Command(
        "pictures.to_report", N_("Put the picture in the report or take it out"), _GROUP, "", "report",
        N_("chart print PDF"), _printable,
    ),
    Command("pictures.why", N_("Explain the picture"), _GROUP, "", "info", N_("definition source chart"), has_project),
)  # fmt: skip
