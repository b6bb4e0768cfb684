"""Commands of the chart in view."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtWidgets import QWidget

from cxstudio.outputs.output import Need, Output
from cxstudio.outputs.table import OUTPUTS
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import has_project, writable
from ui.context.session_state import SessionState

_GROUP: Final = N_("Charts")


class ChartInView(Protocol):
    """Whoever has the chart in view."""

    @property
    def panel(self) -> QWidget: ...

    def copy(self) -> None: ...

    def save(self, output: str) -> None: ...

    def to_report(self) -> None: ...

    def why(self) -> object: ...


PICTURES: Final[Receiver[ChartInView]] = Receiver(keys_in=lambda chart: chart.panel)


def _printable(state: SessionState) -> bool:
    return writable(state) and has_project(state)


def _saving(output: Output) -> Command:
    return Command(
        f"pictures.save_{output.ending[1:]}", output.text, _GROUP, output.keys, output.icon, output.synonyms,
        enabled=lambda state: output.offered(state.document, state.selection.journey),
        run=PICTURES.does(lambda chart: chart.save(output.id)),
    )  # fmt: skip


SAVING: Final = tuple(_saving(output) for output in OUTPUTS if output.needs is Need.CHART)
COMMANDS: Final[tuple[Command, ...]] = (
    Command("pictures.copy", N_("Copy the chart"), _GROUP, "Ctrl+C", "copy", N_("clipboard chart"), has_project,
            scope="local", help=N_("As a drawing and as pixels; the figures where they are shown as a list"),
            run=PICTURES.does(lambda chart: chart.copy())),
    *SAVING,
    Command("pictures.to_report", N_("Put the chart in the report or remove it"), _GROUP, "", "report",
            N_("chart print PDF"), _printable, run=PICTURES.does(lambda chart: chart.to_report())),
    Command("pictures.why", N_("Explain the chart"), _GROUP, "", "info", N_("definition source chart"), has_project,
            run=PICTURES.does(lambda chart: chart.why())),
)  # fmt: skip
