"""Every output once, in the order of the menu: its row, and above the rows how each is made.

The makers load what they need when they are called: the command line's help and the window's menus read the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxstudio.documents.paper import A1, PAPERS, USUAL, Paper
from cxstudio.errors import N_
from cxstudio.files.atomic import save_bytes
from cxstudio.outputs.output import Made, Make, Need, Order, Output, always
from cxstudio.outputs.slide_files import new_slides
from cxstudio.progress import Progress, silent

if TYPE_CHECKING:
    from cxstudio.analysis.measures.plan_scope import PlanScope
    from cxstudio.model import Document
    from cxstudio.model.kinds import ReportPreset
    from cxstudio.render.drawing import Drawing

_BEGUN: Final = 0.2
"""Part of the work that is done when the process stands and has read the document."""


def make_output(output: str, document: Document, order: Order, *, progress: Progress = silent) -> Made:
    """The output of this id. Raises UserError where it cannot be made, KeyError for an id there is not."""
    progress(_BEGUN, "")
    return BY_ID[output].make(document, order, lambda share, what: progress(_BEGUN + share * (1 - _BEGUN), what))


def write_output(output: str, document: Document, order: Order, path: Path, *, progress: Progress = silent) -> Made:
    """Make the output and write it to a file; what is returned has no bytes. Raises as `make_output`, and NotSaved."""
    made = make_output(output, document, order, progress=progress)
    save_bytes(path, made.data)
    return replace(made, data=b"")


def write_unless_warned(
    output: str, document: Document, order: Order, path: Path, *, progress: Progress = silent
) -> Made:
    """The same; a report with something to say first is not written and comes back with its bytes."""
    made = make_output(output, document, order, progress=progress)
    if output == "report" and made.notices:
        return made
    save_bytes(path, made.data)
    return replace(made, data=b"")


@dataclass(frozen=True, slots=True)
class SheetDetails:
    """What a rating sheet asks: its touchpoints and questions."""

    every: bool = False
    """Every touchpoint, not only those of the shortlist."""
    shortlist: bool = False
    """Only the shortlist, also while touchpoints nobody has looked at are left."""
    quick: bool = False
    """The one quick question only."""


@dataclass(frozen=True, slots=True)
class MethodDetails:
    """Which method cards are printed."""

    cards: tuple[str, ...] = ()
    """Their ids; empty: all of them."""


@dataclass(frozen=True, slots=True)
class MapDetails:
    """What the map is printed on, or how wide its picture is."""

    paper: Paper = USUAL
    form: str = "sheets"
    """"sheets", "tiles" (the paper cut into parts of A4), or "overview" (all on one page)."""
    width: int | None = None
    """Pixels across; None: two to the point, as far as programs show it."""


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


def _report(document: Document, order: Order, progress: Progress) -> Made:
    from cxstudio.documents.report import report_pdf

    details = order.detailed(ReportDetails)
    made = report_pdf(_settled(document, order), order.assets, order.language, paper=details.paper, progress=progress,
                      counts=details.counts)  # fmt: skip
    return Made(made.pdf, made.notices, made.headlines)


def _report_html(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.documents.text_report.html_report import report_html

    made = report_html(document, order.assets, order.language)
    return Made(made.data, made.notices)


def _report_markdown(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.documents.text_report.markdown_report import report_markdown

    made = report_markdown(document, order.language)
    return Made(made.data, made.notices)


def preview_report(document: Document, order: Order, *, early: Callable[[Made], None],
                   progress: Progress = silent) -> Made:  # fmt: skip
    """The report as it is made; `early` gets its first page, without a number, long before the others are set."""
    from cxstudio.documents.report import report_pdf

    paper = order.detailed(ReportDetails).paper
    made = report_pdf(
        _settled(document, order), order.assets, order.language, paper=paper, progress=progress,
        first=lambda page: early(Made(page.pdf, (), page.headlines)),
    )  # fmt: skip
    return Made(made.pdf, made.notices, made.headlines)


def _rating_sheet(document: Document, order: Order, progress: Progress) -> Made:
    from cxstudio.analysis.journeys.first_pass import to_rate
    from cxstudio.documents.rating_sheet import rating_sheet_pdf
    from cxstudio.model.rounds import shown_round

    details = order.detailed(SheetDetails)
    round_ = shown_round(document, order.about)
    listed = None if details.every else to_rate(document, order.about, chosen=details.shortlist).touchpoints
    made = rating_sheet_pdf(
        document, order.about, round_.id if round_ else None, order.language,
        touchpoints=listed, quick=details.quick, progress=progress,
    )  # fmt: skip
    return Made(made.pdf, made.notices)


def _vote_slips(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.documents.vote_slips import vote_slips_pdf

    made = vote_slips_pdf(document, order.language)
    return Made(made.pdf, made.notices)


def _method_cards(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.documents.method_cards import method_cards_pdf

    made = method_cards_pdf(order.detailed(MethodDetails).cards, order.language, document.project.accent)
    return Made(made.pdf, made.notices)


@dataclass(frozen=True, slots=True)
class AgendaDetails:
    """Which workshops are handed on."""

    workshops: tuple[str, ...] = ()
    """Their ids; empty: all of them."""


def _agenda(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.documents.agenda import agenda_pdf

    made = agenda_pdf(document, order.language, order.detailed(AgendaDetails).workshops)
    return Made(made.pdf, made.notices)


def _agenda_ics(document: Document, order: Order, _: Progress) -> Made:
    from datetime import UTC, datetime

    from cxstudio.exchange.action_plan.workshop_ics import workshops_ics

    chosen = order.detailed(AgendaDetails).workshops
    return Made(workshops_ics(document, order.language, chosen, now=datetime.now(UTC)))


def _wall(wall: str) -> Make:
    def make(document: Document, order: Order, _: Progress) -> Made:
        from cxstudio.documents.wall_templates.wall_details import WallDetails
        from cxstudio.documents.wall_templates.wall_pdf import wall_pdf

        made = wall_pdf(wall, order.language, order.detailed(WallDetails), document.project.accent)
        return Made(made.pdf, made.notices)

    return make


def _minutes_pdf(document: Document, order: Order, progress: Progress) -> Made:
    from cxstudio.documents.minutes.minutes_details import MinutesDetails
    from cxstudio.documents.minutes.minutes_pdf import minutes_pdf

    made = minutes_pdf(document, order.assets, order.language, order.detailed(MinutesDetails), progress=progress)
    return Made(made.pdf, made.notices)


def _minutes_markdown(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.documents.minutes.minutes_details import MinutesDetails
    from cxstudio.documents.minutes.minutes_pdf import minutes_markdown

    return Made(minutes_markdown(document, order.language, order.detailed(MinutesDetails)))


def _scope(order: Order) -> PlanScope:
    """Which part of the plan is asked for: the whole one, without names, where nothing else is said."""
    from cxstudio.analysis.measures.plan_scope import PlanScope

    return order.detailed(PlanScope)


def _plan_pdf(document: Document, order: Order, progress: Progress) -> Made:
    from cxstudio.documents.report.action_plan import plan_pdf

    made = plan_pdf(document, order.language, _scope(order), progress=progress)
    return Made(made.pdf, made.notices)


def _plan_xlsx(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx

    return Made(plan_xlsx(document, order.language, _scope(order)))


def _plan_csv(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.action_plan.csv_file import plan_csv

    return Made(plan_csv(document, order.language, _scope(order)))


def _plan_ics(document: Document, order: Order, _: Progress) -> Made:
    from datetime import UTC, datetime

    from cxstudio.exchange.action_plan.ics_file import plan_ics

    return Made(plan_ics(document, order.language, _scope(order), now=datetime.now(UTC)))


def _plan_markdown(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.action_plan.markdown_file import plan_markdown

    return Made(plan_markdown(document, order.language, _scope(order)))


def _plan_json(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.action_plan.json_file import plan_json

    return Made(plan_json(document, _scope(order)))


def _mermaid(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.mermaid.mermaid_export import export_mermaid
    from cxstudio.wording import texts

    exported = export_mermaid(document, order.about)
    return Made(exported.text.encode(), tuple(lost.said(texts(order.language)) for lost in exported.lost))


def _opml(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.outlines.opml_outline import write_opml

    return Made(write_opml(document, order.about).encode())


def _questionnaire(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.questionnaires.questionnaire import as_text, questionnaire

    return Made(as_text(questionnaire(document, order.about, order.language), order.language).encode("utf-8-sig"))


def _questionnaire_list(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.questionnaires.questionnaire import as_list, questionnaire

    return Made(as_list(questionnaire(document, order.about, order.language)).encode("utf-8-sig"))


def _limesurvey(document: Document, order: Order, _: Progress) -> Made:
    from cxstudio.exchange.questionnaires.questionnaire import as_limesurvey, questionnaire

    return Made(as_limesurvey(questionnaire(document, order.about, order.language), order.language).encode())


def _map(document: Document, order: Order) -> Drawing:
    from cxstudio.render.map_files import map_drawing

    return map_drawing(document, order.about, language=order.language, assets=order.assets)


def _map_pdf(usual: MapDetails) -> Make:
    """The map on the paper the details name, else on this."""

    def make(document: Document, order: Order, _: Progress) -> Made:
        from cxstudio.render.poster_files import Form, PosterOrder, poster_pdf

        details = order.details if isinstance(order.details, MapDetails) else usual
        wanted = PosterOrder(details.paper.size, Form(details.form), USUAL.size)
        made = poster_pdf(document, order.about, wanted, language=order.language, assets=order.assets)
        return Made(made.pdf, made.notices)

    return make


def _map_png(document: Document, order: Order, _: Progress) -> Made:
    details = order.details if isinstance(order.details, MapDetails) else MapDetails()
    return Made(_map(document, order).png(width=details.width))


def _comparison(document: Document, order: Order) -> Drawing:
    from cxstudio.render.comparison_files import comparison_drawing

    return comparison_drawing(document, order.about, language=order.language)


def _chart(document: Document, order: Order) -> Drawing:
    from cxstudio.render.chart_files import ChartOrder, chart_drawing

    return chart_drawing(document, order.detailed(ChartOrder))


def _board(document: Document, order: Order) -> Drawing:
    from cxstudio.render.plan_files import PlanOrder, board_drawing

    return board_drawing(document, order.language, order.detailed(PlanOrder))


def _schedule(document: Document, order: Order) -> Drawing:
    from cxstudio.render.plan_files import PlanOrder, schedule_drawing

    return schedule_drawing(document, order.language, order.detailed(PlanOrder))


def _effort_impact(document: Document, order: Order) -> Drawing:
    from cxstudio.render.plan_files import PlanOrder, effort_impact_drawing

    return effort_impact_drawing(document, order.language, order.detailed(PlanOrder))


def _money_pdf(document: Document, order: Order, progress: Progress) -> Made:
    from cxstudio.documents.report.money_pages import money_pdf

    made = money_pdf(document, order.language, progress=progress)
    return Made(made.pdf, made.notices)


def _money(document: Document, order: Order) -> Drawing:
    from cxstudio.documents.report.money_pages import money_drawing

    return money_drawing(document, order.language)


def _pdf(drawn: Callable[[Document, Order], Drawing]) -> Make:
    return lambda document, order, _: Made(drawn(document, order).pdf())


def _svg(drawn: Callable[[Document, Order], Drawing]) -> Make:
    return lambda document, order, _: Made(drawn(document, order).svg())


def _png(drawn: Callable[[Document, Order], Drawing]) -> Make:
    return lambda document, order, _: Made(drawn(document, order).png())


OUTPUTS: Final[tuple[Output, ...]] = (
    Output("report", N_("Report"), ".pdf", _report, N_("Report as PDF …"), "report",
           N_("decision paper management handout print"), "Ctrl+P", command="report", sample="report.pdf"),
    Output("report_html", N_("Report"), ".html", _report_html, N_("Report as HTML …"), "report",
           N_("web page browser accessible intranet"), command="report"),
    Output("report_markdown", N_("Report"), ".md", _report_markdown, N_("Report as Markdown …"), "report",
           N_("text wiki"), command="report"),
    Output("slides", N_("Slides"), ".pptx", new_slides, N_("Slides as PowerPoint …"), "report",
           N_("presentation deck PPTX Impress management"), command="slides"),
    Output("rating_sheet", N_("Rating sheet"), ".pdf", _rating_sheet, N_("Rating sheet as PDF …"), "checklist",
           N_("paper print questionnaire survey form"), needs=Need.JOURNEY, command="sheet"),
    Output("questionnaire", N_("Questionnaire"), ".txt", _questionnaire, N_("Questionnaire as text …"), "checklist",
           N_("survey customers Word questions"), needs=Need.JOURNEY),
    Output("questionnaire_list", N_("Questions"), ".txt", _questionnaire_list, N_("Questions as a plain list …"),
           "checklist", N_("survey Google Microsoft Forms questionnaire"), needs=Need.JOURNEY),
    Output("limesurvey", N_("Questionnaire LimeSurvey"), ".txt", _limesurvey, N_("Questionnaire for LimeSurvey …"),
           "checklist", N_("survey questions online"), needs=Need.JOURNEY),
    Output("vote_slips", N_("Voting slips"), ".pdf", _vote_slips, N_("Voting slips as PDF …"), "checklist",
           N_("vote paper print dot voting secret")),
    Output("method_cards", N_("Method cards"), ".pdf", _method_cards, N_("Method cards as PDF …"), "book",
           N_("facilitation workshop print")),
    Output("agenda", N_("Agenda"), ".pdf", _agenda, N_("Agenda as PDF …"), "calendar",
           N_("workshop plan schedule hand-out material print"), command="agenda"),
    Output("agenda_ics", N_("Agenda"), ".ics", _agenda_ics, N_("Workshop as calendar entry (ICS) …"), "calendar",
           N_("agenda date invitation iCalendar Outlook"), command="agenda"),
    Output("wall_journey", N_("Wall template: journey"), ".pdf", _wall("journey"), N_("Empty journey for the wall …"),
           "map", N_("template print poster paper workshop A0 A3"), offered=always),
    Output("wall_empathy", N_("Wall template: empathy map"), ".pdf", _wall("empathy"),
           N_("Empty empathy map for the wall …"), "map", N_("template print poster paper workshop A0 A3"),
           offered=always),
    Output("wall_ideas", N_("Wall template: idea wall"), ".pdf", _wall("ideas"), N_("Empty idea wall …"), "map",
           N_("template print poster paper workshop A0 A3"), offered=always),
    Output("minutes_pdf", N_("Minutes"), ".pdf", _minutes_pdf, N_("Minutes as PDF …"), "report",
           N_("workshop protocol photo decisions votes print"), command="minutes"),
    Output("minutes_markdown", N_("Minutes"), ".md", _minutes_markdown, N_("Minutes as Markdown …"), "report",
           N_("workshop protocol text wiki mail"), command="minutes"),
    Output("plan_xlsx", N_("Action plan"), ".xlsx", _plan_xlsx, N_("Action plan as Excel …"), "table",
           N_("measures XLSX table export"), command="plan", sample="plan.xlsx"),
    Output("plan_csv", N_("Action plan"), ".csv", _plan_csv, N_("Action plan as CSV …"), "table", N_("measures"),
           command="plan"),
    Output("plan_pdf", N_("Action plan"), ".pdf", _plan_pdf, N_("Action plan as PDF …"), "table",
           N_("measures departments export print"), command="plan"),
    Output("plan_ics", N_("Action plan"), ".ics", _plan_ics, N_("Action plan as calendar (ICS) …"), "calendar",
           N_("measures dates reminders iCalendar Outlook"), command="plan"),
    Output("plan_markdown", N_("Action plan"), ".md", _plan_markdown, N_("Action plan as Markdown …"), "table",
           N_("measures text wiki"), command="plan"),
    Output("plan_json", N_("Action plan"), ".json", _plan_json, N_("Action plan as JSON …"), "table",
           N_("measures data schema program"), command="plan"),
    Output("schedule_pdf", N_("Schedule"), ".pdf", _pdf(_schedule), N_("Schedule as PDF …"), "table",
           N_("measures Gantt plan dates export print")),
    Output("schedule_svg", N_("Schedule"), ".svg", _svg(_schedule), N_("Schedule as SVG …"), "table",
           N_("measures Gantt plan dates export vector")),
    Output("schedule_png", N_("Schedule"), ".png", _png(_schedule), N_("Schedule as image (PNG) …"), "table",
           N_("measures Gantt plan dates export image")),
    Output("board_pdf", N_("Board"), ".pdf", _pdf(_board), N_("Board as PDF …"), "table",
           N_("measures status kanban export print")),
    Output("board_svg", N_("Board"), ".svg", _svg(_board), N_("Board as SVG …"), "table",
           N_("measures status kanban export vector")),
    Output("board_png", N_("Board"), ".png", _png(_board), N_("Board as image (PNG) …"), "table",
           N_("measures status kanban export image")),
    Output("effort_impact_pdf", N_("Impact and effort"), ".pdf", _pdf(_effort_impact),
           N_("Impact and effort as PDF …"), "table", N_("measures matrix priorities export print")),
    Output("effort_impact_svg", N_("Impact and effort"), ".svg", _svg(_effort_impact),
           N_("Impact and effort as SVG …"), "table", N_("measures matrix priorities export vector")),
    Output("effort_impact_png", N_("Impact and effort"), ".png", _png(_effort_impact),
           N_("Impact and effort as image (PNG) …"), "table", N_("measures matrix priorities export image")),
    Output("money_pdf", N_("Cost and benefit"), ".pdf", _money_pdf, N_("Cost and benefit as PDF …"), "report",
           N_("measures money payback budget euro export print")),
    Output("money_svg", N_("Cost and benefit"), ".svg", _svg(_money), N_("Cost and benefit as SVG …"), "report",
           N_("measures money payback budget euro export vector")),
    Output("money_png", N_("Cost and benefit"), ".png", _png(_money), N_("Cost and benefit as image (PNG) …"), "report",
           N_("measures money payback budget euro export image")),
    Output("map_pdf", N_("Map"), ".pdf", _map_pdf(MapDetails()), N_("Map on A4 pages (PDF) …"), "map",
           N_("journey storyboard export print"), needs=Need.JOURNEY, command="export", sample="map.pdf"),
    Output("map_a3", N_("Map A3"), ".pdf", _map_pdf(MapDetails(PAPERS["a3"])), N_("Map on A3 (PDF) …"), "map",
           N_("journey fold-out storyboard export print"), needs=Need.JOURNEY),
    Output("map_a1", N_("Poster A1"), ".pdf", _map_pdf(MapDetails(A1)), N_("Map as A1 poster (PDF) …"), "map",
           N_("journey wall hang up storyboard export print"), needs=Need.JOURNEY),
    Output("map_a0", N_("Poster A0"), ".pdf", _map_pdf(MapDetails(PAPERS["a0"])), N_("Map as A0 poster (PDF) …"), "map",
           N_("journey wall hang up storyboard export print"), needs=Need.JOURNEY),
    Output("map_tiles", N_("Poster in parts"), ".pdf", _map_pdf(MapDetails(A1, "tiles")),
           N_("Poster on A4 pages to glue (PDF) …"), "map", N_("journey wall tiles cut A1 export print"),
           needs=Need.JOURNEY),
    Output("map_overview", N_("Map on one page"), ".pdf", _map_pdf(MapDetails(form="overview")),
           N_("Map on one page (PDF) …"), "map", N_("journey overview handout export print"), needs=Need.JOURNEY),
    Output("map_svg", N_("Map"), ".svg", _svg(_map), N_("Map as SVG …"), "map", N_("journey export vector drawing"),
           needs=Need.JOURNEY, command="export", sample="map.svg"),
    Output("map_png", N_("Map"), ".png", _map_png, N_("Map as image (PNG) …"), "map",
           N_("journey export image photo"), needs=Need.JOURNEY, command="export", sample="map.png"),
    Output("comparison_pdf", N_("Comparison"), ".pdf", _pdf(_comparison), N_("Comparison as PDF …"), "compare",
           N_("as-is to-be export print"), needs=Need.JOURNEY),
    Output("comparison_svg", N_("Comparison"), ".svg", _svg(_comparison), N_("Comparison as SVG …"), "compare",
           N_("as-is to-be export vector"), needs=Need.JOURNEY),
    Output("comparison_png", N_("Comparison"), ".png", _png(_comparison), N_("Comparison as image (PNG) …"),
           "compare", N_("as-is to-be export image"), needs=Need.JOURNEY),
    Output("mermaid", N_("Journey"), ".mmd", _mermaid, N_("Journey as Mermaid …"), "map", N_("text export"),
           needs=Need.JOURNEY, command="export"),
    Output("opml", N_("Journey"), ".opml", _opml, N_("Journey as outline (OPML) …"), "map",
           N_("text export outliner mind map"), needs=Need.JOURNEY, command="export"),
    Output("chart_svg", "", ".svg", _svg(_chart), N_("Save the chart as SVG …"), "save", N_("export chart vector"),
           needs=Need.CHART),
    Output("chart_png", "", ".png", _png(_chart), N_("Save the chart as PNG …"), "save", N_("export chart image"),
           needs=Need.CHART),
)  # fmt: skip

BY_ID: Final = {output.id: output for output in OUTPUTS}
