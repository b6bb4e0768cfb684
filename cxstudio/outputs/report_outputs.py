"""How the report leaves the program: pages, one HTML file, Markdown, or page by page for its preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.documents.paper import Paper
from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress, silent

if TYPE_CHECKING:
    from cxstudio.model import Document
    from cxstudio.model.kinds import ReportPreset


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """What a report is made as, where somebody wants it otherwise than the project's settings say."""

    paper: Paper | None = None
    preset: ReportPreset | None = None
    """Its own sections, whichever were chosen."""
    counts: bool = False
    """With the counts of answers per touchpoint within the file, where they may be shown."""


def _settled(document: Document, order: Order) -> Document:
    """The document with the settings the order asks for."""
    from cxstudio.documents.chosen import report_settings

    preset = order.detailed(ReportDetails).preset
    if preset is None:
        return document
    return document.evolve([report_settings(document).model_copy(update={"preset": preset, "sections": ()})])


def make_report(document: Document, order: Order, progress: Progress) -> Made:
    """The report as PDF."""
    from cxstudio.documents.report.making import report_pdf

    details = order.detailed(ReportDetails)
    made = report_pdf(_settled(document, order), order.assets, order.language, paper=details.paper, progress=progress,
                      counts=details.counts)  # fmt: skip
    return Made(made.pdf, made.notices, made.headlines)


def make_report_html(document: Document, order: Order, _: Progress) -> Made:
    """One file for the browser."""
    from cxstudio.documents.text_report.html_report import report_html

    made = report_html(_settled(document, order), order.assets, order.language)
    return Made(made.data, made.notices)


def make_report_markdown(document: Document, order: Order, _: Progress) -> Made:
    """Text for a wiki."""
    from cxstudio.documents.text_report.markdown_report import report_markdown

    made = report_markdown(_settled(document, order), order.language)
    return Made(made.data, made.notices)


def preview_report(document: Document, order: Order, *, early: Callable[[Made], None],
                   progress: Progress = silent) -> Made:  # fmt: skip
    """The report as it is made; `early` gets its first page, without a number, long before the others are set."""
    from cxstudio.documents.report.making import report_pdf

    paper = order.detailed(ReportDetails).paper
    made = report_pdf(
        _settled(document, order), order.assets, order.language, paper=paper, progress=progress,
        first=lambda page: early(Made(page.pdf, (), page.headlines)),
    )  # fmt: skip
    return Made(made.pdf, made.notices, made.headlines)
