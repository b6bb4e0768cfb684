"""What the export process does: a document, its pictures, a journey and a language in, a file's bytes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.errors import UserError
from cxstudio.model import Document, Id
from cxstudio.session.tasks import Progress
from cxstudio.wording import N_

if TYPE_CHECKING:
    from cxstudio.render.chart_files import ChartOrder

Assets = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, and sentences its reader or writer has to be told."""

    data: bytes
    notices: tuple[str, ...] = ()


def report(document: Document, assets: Assets, _: Id | None, language: str, *, progress: Progress) -> Made:
    """The report as PDF."""
    from cxstudio.documents.report import report_pdf

    made = report_pdf(document, assets, language, progress=progress)
    return Made(made.pdf, made.notices)


def rating_sheet(document: Document, _: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """The rating sheet of the round shown, with the touchpoints to rate in full."""
    from cxstudio.analysis.journeys.first_pass import to_rate
    from cxstudio.documents.rating_sheet import rating_sheet_pdf
    from cxstudio.model.rounds import shown_round

    wanted = _wanted(journey)
    round_ = shown_round(document, wanted)
    kept = to_rate(document, wanted).touchpoints
    made = rating_sheet_pdf(
        document, wanted, round_.id if round_ else None, language, touchpoints=kept, progress=progress
    )
    return Made(made.pdf, made.notices)


def plan_as_xlsx(document: Document, _: Assets, __: Id | None, language: str, *, progress: Progress) -> Made:
    """The action plan as a workbook."""
    from cxstudio.documents.plan import plan_xlsx

    progress(0.2, "")
    return Made(plan_xlsx(document, language))


def plan_as_csv(document: Document, _: Assets, __: Id | None, language: str, *, progress: Progress) -> Made:
    """The action plan as CSV."""
    from cxstudio.documents.plan import plan_csv

    progress(0.2, "")
    return Made(plan_csv(document, language))


def map_as_pdf(document: Document, assets: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """The map as PDF."""
    from cxstudio.render.map_files import map_pdf

    progress(0.2, "")
    return Made(map_pdf(document, _wanted(journey), language=language, assets=assets))


def map_as_svg(document: Document, assets: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """The map as SVG."""
    from cxstudio.render.map_files import map_svg

    progress(0.2, "")
    return Made(map_svg(document, _wanted(journey), language=language, assets=assets).encode("utf-8"))


def map_as_png(document: Document, assets: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """The map as a picture."""
    from cxstudio.render.map_files import map_png

    progress(0.2, "")
    return Made(map_png(document, _wanted(journey), language=language, assets=assets))


def comparison_as_pdf(document: Document, _: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """As-is and to-be side by side as PDF."""
    from cxstudio.render.comparison_files import comparison_pdf

    progress(0.2, "")
    return Made(comparison_pdf(document, _wanted(journey), language=language))


def comparison_as_svg(document: Document, _: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """As-is and to-be side by side as SVG."""
    from cxstudio.render.comparison_files import comparison_svg

    progress(0.2, "")
    return Made(comparison_svg(document, _wanted(journey), language=language).encode("utf-8"))


def comparison_as_png(document: Document, _: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """As-is and to-be side by side as a picture."""
    from cxstudio.render.comparison_files import comparison_png

    progress(0.2, "")
    return Made(comparison_png(document, _wanted(journey), language=language))


def journey_as_mermaid(document: Document, _: Assets, journey: Id | None, language: str, *, progress: Progress) -> Made:
    """The journey as Mermaid text, and what Mermaid cannot say."""
    from cxstudio.exchange.mermaid.mermaid_export import export_mermaid
    from cxstudio.wording import texts

    progress(0.2, "")
    words = texts(language)
    exported = export_mermaid(document, _wanted(journey))
    return Made(exported.text.encode("utf-8"), tuple(lost.said(words) for lost in exported.lost))


def chart_as_svg(document: Document, order: ChartOrder, *, progress: Progress) -> Made:
    """One chart as SVG."""
    from cxstudio.render.chart_files import chart_svg

    progress(0.2, "")
    return Made(chart_svg(document, order).encode("utf-8"))


def chart_as_png(document: Document, order: ChartOrder, *, progress: Progress) -> Made:
    """One chart as a picture."""
    from cxstudio.render.chart_files import chart_png

    progress(0.2, "")
    return Made(chart_png(document, order))


def _wanted(journey: Id | None) -> Id:
    if journey is None:
        raise UserError(N_("There is no journey to hand on yet."), "", N_("Begin one on the map."))
    return journey
