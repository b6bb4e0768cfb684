"""`report`, `sheet`, `plan` and `export`: documents and pictures out of a project."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from cxstudio.cli.projects import ending_of, journey_named, open_project, refuse_source, write
from cxstudio.errors import N_, UserError

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.files.loading import Loaded
    from cxstudio.model import Document, Journey


def report(options: argparse.Namespace, run: Run) -> int:
    """Write the report as PDF."""
    ending_of(options.output, (".pdf",), run)
    refuse_source(options.output, options.file, run)
    loaded = open_project(options.file)
    from cxstudio.documents.report import report_pdf

    document = loaded.content.document
    made = report_pdf(document, loaded.assets, _language(options, document))
    write(options.output, made.pdf)
    _notices(made.notices, run)
    return 0


def sheet(options: argparse.Namespace, run: Run) -> int:
    """Write the rating sheet as PDF."""
    ending_of(options.output, (".pdf",), run)
    refuse_source(options.output, options.file, run)
    document = open_project(options.file).content.document
    journey = journey_named(document, options.journey, run)
    if journey is None:
        raise UserError(N_("“{name}” has no journey that could be rated."), name=options.file)
    from cxstudio.analysis.journeys.first_pass import to_rate
    from cxstudio.documents.rating_sheet import rating_sheet_pdf
    from cxstudio.model.rounds import shown_round

    round_ = shown_round(document, journey.id)
    kept = None if options.all else to_rate(document, journey.id, chosen=options.shortlist).touchpoints
    made = rating_sheet_pdf(
        document, journey.id, round_.id if round_ else None, _language(options, document),
        touchpoints=kept, quick=options.quick,
    )  # fmt: skip
    write(options.output, made.pdf)
    _notices(made.notices, run)
    return 0


def plan(options: argparse.Namespace, run: Run) -> int:
    """Write the action plan as a workbook or as CSV."""
    ending = ending_of(options.output, (".xlsx", ".csv"), run)
    refuse_source(options.output, options.file, run)
    document = open_project(options.file).content.document
    from cxstudio.documents.plan import plan_csv, plan_xlsx

    made = (plan_xlsx if ending == ".xlsx" else plan_csv)(document, _language(options, document))
    write(options.output, made)
    return 0


def export(options: argparse.Namespace, run: Run) -> int:
    """Write the map as a picture, a page or a Mermaid journey."""
    ending = ending_of(options.output, (".svg", ".pdf", ".png", ".mmd"), run)
    refuse_source(options.output, options.file, run)
    loaded = open_project(options.file)
    document = loaded.content.document
    journey = journey_named(document, options.journey, run)
    if journey is None:
        raise UserError(N_("“{name}” has no journey that could be exported."), name=options.file)
    language = _language(options, document)
    if ending == ".mmd":
        write(options.output, _mermaid(document, journey, run))
        return 0
    write(options.output, _map(loaded, journey, language, ending))
    return 0


def _map(loaded: Loaded, journey: Journey, language: str, ending: str) -> bytes:
    """The map as a drawing, a page or a picture. Raises UserError where it is too long for one."""
    from cxstudio.render.map_files import map_pdf, map_png, map_svg

    document, assets = loaded.content.document, loaded.assets
    if ending == ".svg":
        return map_svg(document, journey.id, language=language, assets=assets).encode()
    make = map_pdf if ending == ".pdf" else map_png
    return make(document, journey.id, language=language, assets=assets)


def _mermaid(document: Document, journey: Journey, run: Run) -> bytes:
    """The journey as Mermaid text; what it cannot hold is said."""
    from cxstudio.exchange.mermaid.mermaid_export import export_mermaid

    written = export_mermaid(document, journey.id)
    for lost in written.lost:
        print(lost.said(run.texts), file=sys.stderr)
    return written.text.encode()


def _language(options: argparse.Namespace, document: Document) -> str:
    return options.lang or document.project.language.value


def _notices(notices: tuple[str, ...], run: Run) -> None:
    for notice in notices:
        print(notice, file=sys.stderr)
