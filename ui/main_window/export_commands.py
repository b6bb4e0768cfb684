"""The commands "export.*", one for each output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from cxstudio.outputs.output import Need, Output, is_begun
from cxstudio.outputs.report_outputs import ReportDetails
from cxstudio.outputs.slide_files import SlideDetails, update_slides
from cxstudio.outputs.table import BY_ID, OUTPUTS
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.tasks import ProcessTask
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_groups import EXPORT
from ui.context.context import Context
from ui.dialogs import file_choosers as choosers
from ui.dialogs.save_export import REPORT, hand_on, ordered, run_export
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
        hand_on(self._window, context, row, context.tr(row.title), ordered(context, output))

    def report_with_counts(self) -> None:
        """The report, with what it takes to compute most figures again without the project."""
        context, row = self._context, BY_ID[REPORT]
        order = replace(ordered(context, REPORT), details=ReportDetails(counts=True))
        hand_on(self._window, context, row, context.tr(row.title), order)

    def slides_on_template(self) -> None:
        """Slides on a template people choose."""
        context, row = self._context, BY_ID["slides"]
        path = self._chosen(context.tr("Choose a template"), "*.pptx *.potx")
        if path is not None:
            order = replace(ordered(context), details=SlideDetails(path))
            hand_on(self._window, context, row, context.tr(row.title), order)

    def update_slides(self) -> None:
        """Today's figures into the charts and tables of slides people choose."""
        context = self._context
        path = self._chosen(context.tr("Choose slides"), "*.pptx")
        if path is not None:
            task = ProcessTask(update_slides, context.document, ordered(context), path)
            run_export(context, task, path, context.tr("Slides"))

    def _chosen(self, title: str, endings: str) -> Path | None:
        folder = str(self._context.settings[LAST_FOLDER]) or str(Path.home())
        kind = self._context.tr("Slides")
        return choosers.name_to_open(self._window, title, folder, f"{kind} ({endings})")


def _command(output: Output) -> Command:
    return Command(
        f"export.{output.id}", output.text, EXPORT, output.keys, output.icon, output.synonyms,
        enabled=lambda state: output.offered(state.document, state.selection.journey),
        why_not=output.why_not,
        run=EXPORT_PART.does(lambda part: part.hand_on(output.id)),
    )  # fmt: skip


_WITH_COUNTS: Final = Command(
    "export.report_with_counts", N_("Report with counts as PDF …"), EXPORT, "", "report",
    N_("verify compute again figures hash attachment"), enabled=lambda state: is_begun(state.document),
    help=N_("Adds how many people gave each answer, never fewer than the smallest group that is shown"),
    run=EXPORT_PART.does(lambda part: part.report_with_counts()),
)  # fmt: skip
_SLIDES: Final = (
    Command("export.slides_on_template", N_("Slides on a template …"), EXPORT, "", "report",
            N_("presentation PowerPoint PPTX POTX client corporate design"),
            enabled=lambda state: is_begun(state.document),
            run=EXPORT_PART.does(lambda part: part.slides_on_template())),
    Command("export.update_slides", N_("Update charts in slides …"), EXPORT, "", "report",
            N_("presentation PowerPoint PPTX refresh tables again"),
            enabled=lambda state: is_begun(state.document),
            help=N_("Replaces only the charts and tables made here; slides, texts and order stay"),
            run=EXPORT_PART.does(lambda part: part.update_slides())),
)  # fmt: skip


def _commands() -> Iterator[Command]:
    """A command for each output about more than one chart; what else is done with report and slides follows theirs."""
    for output in OUTPUTS:
        if output.needs is not Need.CHART:
            yield _command(output)
        if output.id == REPORT:
            yield _WITH_COUNTS
        if output.id == "slides":
            yield from _SLIDES


COMMANDS: Final = tuple(_commands())
