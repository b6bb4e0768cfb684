"""`report`, `slides`, `sheet`, `agenda`, `plan` and `export`: what the table of outputs holds, out of a project."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.parser import BadUsage
from cxstudio.cli.projects import ending_of, journey_named, open_project, refuse_source, write
from cxstudio.documents.paper import A1, PAPERS
from cxstudio.documents.wall_templates.wall_details import WallDetails
from cxstudio.errors import N_, UserError
from cxstudio.model import Document, Workshop
from cxstudio.model.folding import folded
from cxstudio.outputs.drawn_outputs import MapDetails
from cxstudio.outputs.journey_outputs import SheetDetails
from cxstudio.outputs.output import Need, Order
from cxstudio.outputs.report_outputs import ReportDetails
from cxstudio.outputs.slide_files import SlideDetails, update_slides
from cxstudio.outputs.table import OUTPUTS, make_output
from cxstudio.render.drawing import MOST_ACROSS

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.documents.minutes.minutes_details import MinutesDetails
    from cxstudio.model import Document


def report(options: argparse.Namespace, run: Run) -> int:
    """Write the report of the kind and on the paper the options name, else as the project's settings say."""

    def details(document: Document) -> ReportDetails:
        from cxstudio.documents.chosen_paper import chosen_paper
        from cxstudio.model.kinds import ReportPreset

        paper = PAPERS[options.paper] if options.paper else chosen_paper(document)
        preset = ReportPreset(options.preset) if options.preset else None
        return ReportDetails(paper.upright if options.portrait else paper, preset, options.counts)

    return hand_on(options, run, details, settle=_settled(options))


def _settled(options: argparse.Namespace) -> Callable[[Document], Document]:
    """The project with what the file of options chooses for its report, where one is named."""

    def settle(document: Document) -> Document:
        if options.options is None:
            return document
        from cxstudio.outputs.option_files import read_report_options

        return document.evolve([read_report_options(Path(options.options), document)])

    return settle


def slides(options: argparse.Namespace, run: Run) -> int:
    """Write slides, on a template where one is named; or put today's figures into edited ones."""
    if options.update is None:
        if options.output is None:
            missing = {"what": "-o", "command": "cxstudio slides"}
            raise BadUsage(run.words.tr("{what} is missing; see {command} --help.", **missing))
        details = SlideDetails(None if options.template is None else Path(options.template))
        return hand_on(options, run, details, settle=_settled(options))
    if options.output is not None or options.template is not None:
        raise BadUsage(run.words.tr("{options} cannot be used with {other}.", options="-o, --template",
                                    other="--update"))  # fmt: skip
    loaded = open_project(options.file)
    document = _settled(options)(loaded.content.document)
    order = Order(options.lang or _language("slides", document), assets=loaded.assets)
    for said in update_slides(document, order, Path(options.update)).notices:
        run.say(said)
    return 0


def sheet(options: argparse.Namespace, run: Run) -> int:
    """Write the rating sheet, asking what the options say."""
    details = SheetDetails(options.all, options.shortlist, options.quick)
    return hand_on(options, run, details, N_("“{name}” has no journey that could be rated."))


def wall(options: argparse.Namespace, run: Run) -> int:
    """Write an empty template; no project is needed."""
    ending_of(options.output, (".pdf",), run)
    order = Order(options.lang or run.texts.language, details=WallDetails(options.size, options.tiles))
    write(options.output, make_output(f"wall_{options.template}", Document(), order).data)
    return 0


def minutes(options: argparse.Namespace, run: Run) -> int:
    """Write the minutes of a workshop, the last one where none is named."""

    def details(document: Document) -> MinutesDetails:
        from cxstudio.documents.minutes.minutes_details import MinutesDetails

        if options.workshop is None:
            return MinutesDetails(names=options.names)
        wanted = folded(options.workshop)
        found = next((w for w in document.all(Workshop) if folded(w.title) == wanted), None)
        if found is None:
            raise UserError(N_("There is no workshop “{title}”."), N_("Nothing was written."), title=options.workshop)
        return MinutesDetails(found.id, options.names)

    return hand_on(options, run, details)


def export(options: argparse.Namespace, run: Run) -> int:
    """Write the map or the journey: a PDF on the paper the options name, a picture as wide as they say."""
    _check_width(options, run)
    paper = {**PAPERS, "a1": A1}[options.paper]
    form = "overview" if options.one_page else "tiles" if options.tiles else "sheets"
    return hand_on(options, run, MapDetails(paper.upright if options.portrait else paper, form, options.width))


def flow(options: argparse.Namespace, run: Run) -> int:
    """Write the flow: a page, a drawing, or an image as wide as the options say."""
    _check_width(options, run)
    return hand_on(options, run, MapDetails(width=options.width))


def _check_width(options: argparse.Namespace, run: Run) -> None:
    if options.width is not None and not 100 <= options.width <= MOST_ACROSS:
        raise BadUsage(run.words.tr("--width is a number of pixels from 100 to {most}.", most=MOST_ACROSS))


def hand_on(
    options: argparse.Namespace,
    run: Run,
    details: object = None,
    no_journey: str = N_("“{name}” has no journey that could be exported."),
    settle: Callable[[Document], Document] = lambda document: document,
) -> int:
    """Write the output this command makes for the ending of the file asked for.

    `details` are what only this output asks for, or a function that works them out of the document; `settle` is what
    else is chosen for it before.
    """
    known = {output.ending: output for output in OUTPUTS if output.command == options.command}
    output = known[ending_of(options.output, tuple(known), run)]
    refuse_source(options.output, options.file, run)
    loaded = open_project(options.file)
    document, journey = settle(loaded.content.document), None
    if output.needs is Need.JOURNEY:
        journey = journey_named(document, options.journey, run)
        if journey is None:
            raise UserError(no_journey, name=options.file)
    language = options.lang or _language(output.id, document)
    asked = details(document) if callable(details) else details
    order = Order(language, journey.id if journey else None, loaded.assets, asked)
    made = make_output(output.id, document, order)
    write(options.output, made.data)
    for notice in made.notices:
        run.warn(notice)
    return 0


def _language(output: str, document: Document) -> str:
    """The language of an output nobody named one for."""
    if output not in ("report", "report_html", "report_markdown", "slides"):
        return document.project.language.value
    from cxstudio.documents.chosen import chosen_language

    return chosen_language(document)
