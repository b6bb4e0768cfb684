"""Serves the commands "export.*": documents made in a process of their own, written where people say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.wording import N_
from ui.background import export_work
from ui.background.export_work import Made
from ui.context.context import Context
from ui.dialogs.save_export import Saving

if TYPE_CHECKING:
    from ui.main_window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that can be handed on."""

    work: Callable[..., Made]
    title: str
    """Message id, what is being made; also the proposed name."""
    suffix: str


EXPORTS = {
    "report": Export(export_work.report, N_("Report"), ".pdf"),
    "rating_sheet": Export(export_work.rating_sheet, N_("Rating sheet"), ".pdf"),
    "plan_xlsx": Export(export_work.plan_as_xlsx, N_("Action plan"), ".xlsx"),
    "plan_csv": Export(export_work.plan_as_csv, N_("Action plan"), ".csv"),
    "map_pdf": Export(export_work.map_as_pdf, N_("Map"), ".pdf"),
    "map_svg": Export(export_work.map_as_svg, N_("Map"), ".svg"),
    "map_png": Export(export_work.map_as_png, N_("Map"), ".png"),
    "comparison_pdf": Export(export_work.comparison_as_pdf, N_("Comparison"), ".pdf"),
    "comparison_svg": Export(export_work.comparison_as_svg, N_("Comparison"), ".svg"),
    "comparison_png": Export(export_work.comparison_as_png, N_("Comparison"), ".png"),
    "mermaid": Export(export_work.journey_as_mermaid, N_("Journey"), ".mmd"),
}


class ExportPart(QObject):
    """What can be handed on from anywhere in the window."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self._saving = Saving(window, context, lambda report: window.tell_unexpected(None, report))
        context.commands.serve("export", self)

    def report(self) -> None:
        """The report as PDF."""
        self._export("report")

    def rating_sheet(self) -> None:
        """The rating sheet as PDF."""
        self._export("rating_sheet")

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

    def comparison_pdf(self) -> None:
        """As-is and to-be as PDF."""
        self._export("comparison_pdf")

    def comparison_svg(self) -> None:
        """As-is and to-be as SVG."""
        self._export("comparison_svg")

    def comparison_png(self) -> None:
        """As-is and to-be as a picture."""
        self._export("comparison_png")

    def mermaid(self) -> None:
        """The journey as Mermaid text."""
        self._export("mermaid")

    def _export(self, name: str) -> None:
        export, context = EXPORTS[name], self._context
        self._saving.hand_on(
            context.tr(export.title),
            export.suffix,
            export.work,
            context.document,
            dict(context.session.assets),
            context.selection.journey,
            str(context.document.project.language),
        )
