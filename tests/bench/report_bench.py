"""The report of 400 touchpoints against reportlab drawing the same pages; its first page; long reports per page."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from functools import partial

from cxstudio.catalogue.samples import Sample, sample
from cxstudio.documents.chosen import report_settings
from cxstudio.documents.paper import USUAL
from cxstudio.documents.report import making
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting import writing
from cxstudio.look.fonts import font_book
from cxstudio.look.palette import palette
from cxstudio.model.kinds import ReportPreset
from cxstudio.progress import silent
from cxstudio.wording import texts
from tests.bench.measure import Entry, plain, processor_seconds, ratio
from tests.bench.raw_reportlab import Flat, flattened, raw_pdf

RUNS = 7
LONG, SHORT = 2_650, 600
"""Touchpoints of a report of about 200 and of about 50 pages."""


def run() -> dict[str, Entry]:
    """Everything in the same process."""
    large = _documentation(sample("large", "de"))
    pages, colours, fonts = _pages(large), palette("print", large.document.project.accent), font_book()
    results: dict[str, Entry] = {
        "report of 400 touchpoints": ratio(
            lambda: _report(large), lambda: raw_pdf(pages, USUAL.size, colours, fonts), 1.3, RUNS, processor_seconds
        ),
        "report of 400 touchpoints, pages": plain(len(pages)),
        "first page of the report of 400 touchpoints, against all": {
            "value": statistics.median(_first_of_all(large) for _ in range(RUNS)),
            "limit": 0.3,
            "n": RUNS,
        },
    }
    return results | _per_page()


def _per_page() -> dict[str, Entry]:
    projects = {n: _documentation(sample("large", "de", touchpoints=n)) for n in (SHORT, LONG)}
    pages = {touchpoints: _report(project) for touchpoints, project in projects.items()}
    taken: dict[int, list[float]] = {touchpoints: [] for touchpoints in projects}
    for _ in range(3):
        for touchpoints, project in projects.items():
            taken[touchpoints].append(processor_seconds(partial(_report, project)))
    each = {touchpoints: statistics.median(found) / pages[touchpoints] for touchpoints, found in taken.items()}
    return {
        f"report of {pages[LONG]} pages per page, against {pages[SHORT]}": {
            "value": each[LONG] / each[SHORT],
            "limit": 1.2,
            "n": 3,
        },
        "long report, ms per page": plain(each[LONG] * 1000, 3),
    }


def _documentation(project: Sample) -> Sample:
    """The project with a report of everything: shorter ones have no more pages, however long the journey is."""
    settings = report_settings(project.document).model_copy(update={"preset": ReportPreset.DOCUMENTATION})
    return replace(project, document=project.document.evolve([settings]))


def _report(project: Sample) -> int:
    return report_pdf(project.document, project.assets, "de").pages


def _first_of_all(project: Sample) -> float:
    """Which part of the time goes by until the first page is there."""
    begun: list[float] = []
    start = time.thread_time()
    report_pdf(project.document, project.assets, "de", first=lambda _: begun.append(time.thread_time()))
    return (begun[0] - start) / (time.thread_time() - start)


def _pages(project: Sample) -> list[Flat]:
    """Everything that stands on the report's pages."""
    material = Material(project.document, texts("de"))
    sections, _, _ = making._sections(material, USUAL, font_book(), silent, lambda *_: None)
    sheets = [sheet for section in sections for sheet in section.pages]
    feet = [
        writing._footer(sheet, f"{place} von {len(sheets)}", material.texts) for place, sheet in enumerate(sheets, 1)
    ]
    return flattened([(sheet.drawn(), foot.drawn()) for sheet, foot in zip(sheets, feet, strict=True)])
