"""The report of 400 touchpoints against reportlab drawing the same strings, and long reports per page."""

from __future__ import annotations

import io

import pypdf
from reportlab.pdfgen.canvas import Canvas

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report import report_pdf
from tests.bench.measure import Entry, plain, ratio, seconds


def run() -> dict[str, Entry]:
    """Both references run in the same process."""
    large = sample("large", "de")
    made = report_pdf(large.document, large.assets, "de")
    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages]
    results = {
        "report of 400 touchpoints": ratio(
            lambda: report_pdf(large.document, large.assets, "de"), lambda: _plain(pages), 2.5, n=3
        ),
        "report of 400 touchpoints, pages": plain(len(pages)),
    }
    per_page = {}
    for touchpoints in (400, 1600):
        project = sample("large", "de", touchpoints=touchpoints)
        count = report_pdf(project.document, project.assets, "de").pages
        per_page[touchpoints] = min(
            seconds(lambda p=project: report_pdf(p.document, p.assets, "de")) / count for _ in range(3)
        )
        results[f"report of {touchpoints} touchpoints, ms per page"] = plain(per_page[touchpoints] * 1000, 3)
    results["report of 1,600 touchpoints per page, against 400"] = {
        "value": per_page[1600] / per_page[400],
        "limit": 1.2,
        "n": 3,
    }
    return results


def _plain(pages: list[list[str]]) -> None:
    canvas = Canvas(io.BytesIO())
    for lines in pages:
        for n, line in enumerate(lines):
            canvas.drawString(40, 800 - n % 60 * 12, line)
        canvas.showPage()
    canvas.save()
