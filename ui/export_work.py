"""What the export process does: a document, its pictures, a journey and a language in, the bytes of a file out."""

from __future__ import annotations

from cxstudio.model import Document, Id
from cxstudio.session.tasks import Progress

Assets = dict[str, bytes]


def report(document: Document, assets: Assets, _: Id | None, language: str, *, progress: Progress) -> bytes:
    """The report as PDF."""
    from cxstudio.documents.report import report_pdf

    return report_pdf(document, assets, language, progress=progress).pdf


def plan_as_xlsx(document: Document, _: Assets, __: Id | None, language: str, *, progress: Progress) -> bytes:
    """The action plan as a workbook."""
    from cxstudio.documents.plan import plan_xlsx

    progress(0.2, "")
    return plan_xlsx(document, language)


def plan_as_csv(document: Document, _: Assets, __: Id | None, language: str, *, progress: Progress) -> bytes:
    """The action plan as CSV."""
    from cxstudio.documents.plan import plan_csv

    progress(0.2, "")
    return plan_csv(document, language)


def map_as_pdf(document: Document, assets: Assets, journey: Id | None, language: str, *, progress: Progress) -> bytes:
    """The map as PDF."""
    raise NotImplementedError


def map_as_svg(document: Document, assets: Assets, journey: Id | None, language: str, *, progress: Progress) -> bytes:
    """The map as SVG."""
    raise NotImplementedError


def map_as_png(document: Document, assets: Assets, journey: Id | None, language: str, *, progress: Progress) -> bytes:
    """The map as a picture."""
    raise NotImplementedError


def journey_as_mermaid(document: Document, _: Assets, journey: Id | None, __: str, *, progress: Progress) -> bytes:
    """The journey as Mermaid text."""
    raise NotImplementedError
