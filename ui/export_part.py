"""Serves the commands "export.*": documents made in a process of their own, written where people say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from cxstudio.errors import UserError
from cxstudio.files.atomic import save_bytes
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.tasks import Task, TaskFailed
from cxstudio.wording import N_
from ui import choosers, export_work
from ui.context import Context
from ui.export_work import Made
from ui.messages import Choice, Notice, Tone

if TYPE_CHECKING:
    from ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that can be handed on."""

    work: Callable[..., Made]
    title: str
    """Message id, what is being made; also the proposed name."""
    suffix: str


EXPORTS = {
    "report": Export(export_work.report, N_("Report"), ".pdf"),
    "plan_xlsx": Export(export_work.plan_as_xlsx, N_("Action plan"), ".xlsx"),
    "plan_csv": Export(export_work.plan_as_csv, N_("Action plan"), ".csv"),
    "map_pdf": Export(export_work.map_as_pdf, N_("Map"), ".pdf"),
    "map_svg": Export(export_work.map_as_svg, N_("Map"), ".svg"),
    "map_png": Export(export_work.map_as_png, N_("Map"), ".png"),
    "mermaid": Export(export_work.journey_as_mermaid, N_("Journey"), ".mmd"),
}


WRONG_ENDING = N_("“{name}” has to end in {known}.")


class ExportPart(QObject):
    """Asks for a name, makes the document, writes it, and says where it is."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        context.commands.serve("export", self)

    def report(self) -> None:
        """The report as PDF."""
        self._export("report")

    def plan_xlsx(self) -> None:
        """The action plan as a workbook."""
        self._export("plan_xlsx")

    def plan_csv(self) -> None:
        """The action plan as CSV."""
        self._export("plan_csv")

    def map_pdf(self) -> None:
        """The map as PDF."""
        self._export("map_pdf")

    def map_svg(self) -> None:
        """The map as SVG."""
        self._export("map_svg")

    def map_png(self) -> None:
        """The map as a picture."""
        self._export("map_png")

    def mermaid(self) -> None:
        """The journey as Mermaid text."""
        self._export("mermaid")

    def _export(self, name: str) -> None:
        export, context = EXPORTS[name], self._context
        what = context.tr(export.title)
        name = choosers.file_name(" – ".join(part for part in (context.session.title, what) if part), export.suffix)
        proposal = Path(str(context.settings[LAST_FOLDER]) or Path.home()) / name
        path = choosers.name_to_save(self._window, what, proposal, f"{what} (*{export.suffix})")
        if path is None:
            return
        if path.suffix.lower() != export.suffix:
            context.messages.error(UserError(WRONG_ENDING, name=path.name, known=export.suffix))
            return
        task: Task[Made] = Task(
            export.work,
            context.document,
            dict(context.session.assets),
            context.selection.journey,
            str(context.document.project.language),
        )
        title = context.tr("{document} is being made", document=what)
        context.tasks.run(title, task, lambda made: self._write(path, made), self._failed)

    def _write(self, path: Path, made: Made) -> None:
        context = self._context
        try:
            save_bytes(path, made.data)
        except UserError as error:
            context.messages.error(error)
            return
        context.settings[LAST_FOLDER] = str(path.absolute().parent)
        show = Choice(context.tr("Open it"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        text = context.tr("“{name}” is ready.", name=path.name)
        told = " ".join((text, *made.notices))
        context.messages.post(Notice("export", told, Tone.GOOD, (show,), passing=not made.notices))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.messages.error(error)
        else:
            where: Any = error.where if isinstance(error, TaskFailed) else str(error)
            self._window.tell_unexpected(None, str(where))
