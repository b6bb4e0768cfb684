"""Every output once, in the order of the menu; how each is made stands in the modules beside.

The makers load what they need when they are called: the command line's help and the window's menus read the rows.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxstudio.documents.paper import A1, PAPERS
from cxstudio.errors import N_
from cxstudio.files.atomic import save_bytes
from cxstudio.outputs.drawn_outputs import (
    MapDetails,
    as_pdf,
    as_png,
    as_svg,
    board_drawn,
    chart_drawn,
    comparison_drawn,
    effort_impact_drawn,
    fitting_flow_drawn,
    flow_drawn,
    make_comparison_pdf,
    make_flow_png,
    make_map_png,
    map_drawn,
    map_on_paper,
    money_drawn,
    schedule_drawn,
)
from cxstudio.outputs.journey_outputs import (
    make_limesurvey,
    make_mermaid,
    make_opml,
    make_questionnaire,
    make_questionnaire_list,
    make_rating_sheet,
)
from cxstudio.outputs.left_out_names import names_told
from cxstudio.outputs.option_files import make_report_options
from cxstudio.outputs.output import Made, Need, Order, Output, always, has_pair, has_touchpoints
from cxstudio.outputs.plan_outputs import (
    make_money_pdf,
    make_plan_csv,
    make_plan_ics,
    make_plan_json,
    make_plan_markdown,
    make_plan_pdf,
    make_plan_xlsx,
)
from cxstudio.outputs.report_outputs import make_report, make_report_html, make_report_markdown
from cxstudio.outputs.slide_files import new_slides
from cxstudio.outputs.understand_outputs import (
    empathy_drawn,
    has_changes,
    has_empathy,
    has_personas,
    has_stakeholders,
    make_changes_html,
    make_changes_pdf,
    make_persona_sheet,
    stakeholders_drawn,
)
from cxstudio.outputs.workshop_outputs import (
    make_agenda,
    make_agenda_ics,
    make_method_cards,
    make_minutes_markdown,
    make_minutes_pdf,
    make_vote_slips,
    wall_template,
)
from cxstudio.progress import Progress, silent
from cxstudio.wording import texts as texts_in

if TYPE_CHECKING:
    from cxstudio.model import Document

_BEGUN: Final = 0.2
"""Part of the work that is done when the process stands and has read the document."""
_SAID_FIRST: Final = frozenset({"report", "report_html", "report_markdown", "slides"})
"""What is not written before whoever hands it on knows what its readers would stumble over."""
_NO_EMPATHY: Final = N_("There is no empathy map with notes yet.")
_NO_STAKEHOLDERS: Final = N_("There are no stakeholders yet.")
_NO_CHANGES: Final = N_("Nothing is written yet about what was changed.")
_NO_TOUCHPOINTS: Final = N_("There are no touchpoints yet.")
_NO_PAIR: Final = N_("There is no to-be journey to compare with yet.")


def make_output(output: str, document: Document, order: Order, *, progress: Progress = silent) -> Made:
    """The output of this id, without what the report's settings leave out; where texts still name that, it is told.

    Raises UserError where it cannot be made, KeyError for an id there is not.
    """
    from cxstudio.documents.report.anonymising import anonymised

    row, whole = BY_ID[output], document
    progress(_BEGUN, "")
    document = document if row.whole else anonymised(document)
    made = row.make(document, order, lambda share, what: progress(_BEGUN + share * (1 - _BEGUN), what))
    told = names_told(whole, row.id, row.ending, made, texts_in(order.language))
    return replace(made, notices=(*made.notices, *told)) if told else made


def write_output(output: str, document: Document, order: Order, path: Path, *, progress: Progress = silent) -> Made:
    """Make the output and write it to a file; what is returned has no bytes. Raises as `make_output`, and NotSaved."""
    made = make_output(output, document, order, progress=progress)
    save_bytes(path, made.data)
    return replace(made, data=b"")


def write_unless_warned(
    output: str, document: Document, order: Order, path: Path, *, progress: Progress = silent
) -> Made:
    """The same; a report or slides with something to say first are not written and come back with their bytes."""
    made = make_output(output, document, order, progress=progress)
    if output in _SAID_FIRST and made.notices:
        return made
    save_bytes(path, made.data)
    return replace(made, data=b"")


OUTPUTS: Final[tuple[Output, ...]] = (
    Output("report", N_("Report"), ".pdf", make_report, N_("Report as PDF …"), "report",
           N_("decision paper management handout print"), "Ctrl+P", command="report", sample="report.pdf", whole=True),
    Output("report_html", N_("Report"), ".html", make_report_html, N_("Report as HTML …"), "report",
           N_("web page browser accessible intranet"), command="report"),
    Output("report_markdown", N_("Report"), ".md", make_report_markdown, N_("Report as Markdown …"), "report",
           N_("text wiki"), command="report"),
    Output("report_options", N_("Report options"), ".json", make_report_options, N_("Report options as file …"),
           "report", N_("settings sections preset paper save command line"), whole=True),
    Output("slides", N_("Slides"), ".pptx", new_slides, N_("Slides as PowerPoint …"), "report",
           N_("presentation deck PPTX Impress management"), command="slides"),
    Output("rating_sheet", N_("Rating sheet"), ".pdf", make_rating_sheet, N_("Rating sheet as PDF …"), "checklist",
           N_("paper print questionnaire survey form"), needs=Need.JOURNEY, command="sheet"),
    Output("questionnaire", N_("Questionnaire"), ".txt", make_questionnaire, N_("Questionnaire as text …"), "checklist",
           N_("survey customers Word questions"), needs=Need.JOURNEY),
    Output("questionnaire_list", N_("Questions"), ".txt", make_questionnaire_list, N_("Questions as a plain list …"),
           "checklist", N_("survey Google Microsoft Forms questionnaire"), needs=Need.JOURNEY),
    Output("limesurvey", N_("Questionnaire LimeSurvey"), ".txt", make_limesurvey, N_("Questionnaire for LimeSurvey …"),
           "checklist", N_("survey questions online"), needs=Need.JOURNEY),
    Output("vote_slips", N_("Voting slips"), ".pdf", make_vote_slips, N_("Voting slips as PDF …"), "checklist",
           N_("vote paper print dot voting secret")),
    Output("method_cards", N_("Method cards"), ".pdf", make_method_cards, N_("Method cards as PDF …"), "book",
           N_("facilitation workshop print")),
    Output("agenda", N_("Agenda"), ".pdf", make_agenda, N_("Agenda as PDF …"), "calendar",
           N_("workshop plan schedule hand-out material print"), command="agenda"),
    Output("agenda_ics", N_("Agenda"), ".ics", make_agenda_ics, N_("Workshop as calendar entry (ICS) …"), "calendar",
           N_("agenda date invitation iCalendar Outlook"), command="agenda"),
    Output("wall_journey", N_("Wall template: journey"), ".pdf", wall_template("journey"),
           N_("Empty journey for the wall …"),
           "map", N_("template print poster paper workshop A0 A3"), offered=always),
    Output("wall_empathy", N_("Wall template: empathy map"), ".pdf", wall_template("empathy"),
           N_("Empty empathy map for the wall …"), "map", N_("template print poster paper workshop A0 A3"),
           offered=always),
    Output("wall_ideas", N_("Wall template: idea wall"), ".pdf", wall_template("ideas"), N_("Empty idea wall …"), "map",
           N_("template print poster paper workshop A0 A3"), offered=always),
    Output("minutes_pdf", N_("Minutes"), ".pdf", make_minutes_pdf, N_("Minutes as PDF …"), "report",
           N_("workshop protocol photo decisions votes print"), command="minutes"),
    Output("minutes_markdown", N_("Minutes"), ".md", make_minutes_markdown, N_("Minutes as Markdown …"), "report",
           N_("workshop protocol text wiki mail"), command="minutes"),
    Output("plan_xlsx", N_("Action plan"), ".xlsx", make_plan_xlsx, N_("Action plan as Excel …"), "table",
           N_("measures XLSX table export"), whole=True, command="plan", sample="plan.xlsx"),
    Output("plan_csv", N_("Action plan"), ".csv", make_plan_csv, N_("Action plan as CSV …"), "table", N_("measures"),
           whole=True, command="plan"),
    Output("plan_pdf", N_("Action plan"), ".pdf", make_plan_pdf, N_("Action plan as PDF …"), "table",
           N_("measures departments export print"), whole=True, command="plan"),
    Output("plan_ics", N_("Action plan"), ".ics", make_plan_ics, N_("Action plan as calendar (ICS) …"), "calendar",
           N_("measures dates reminders iCalendar Outlook"), whole=True, command="plan"),
    Output("plan_markdown", N_("Action plan"), ".md", make_plan_markdown, N_("Action plan as Markdown …"), "table",
           N_("measures text wiki"), whole=True, command="plan"),
    Output("plan_json", N_("Action plan"), ".json", make_plan_json, N_("Action plan as JSON …"), "table",
           N_("measures data schema program"), whole=True, command="plan"),
    Output("schedule_pdf", N_("Schedule"), ".pdf", as_pdf(schedule_drawn), N_("Schedule as PDF …"), "table",
           N_("measures Gantt plan dates export print")),
    Output("schedule_svg", N_("Schedule"), ".svg", as_svg(schedule_drawn), N_("Schedule as SVG …"), "table",
           N_("measures Gantt plan dates export vector")),
    Output("schedule_png", N_("Schedule"), ".png", as_png(schedule_drawn), N_("Schedule as image (PNG) …"), "table",
           N_("measures Gantt plan dates export image")),
    Output("board_pdf", N_("Board"), ".pdf", as_pdf(board_drawn), N_("Board as PDF …"), "table",
           N_("measures status kanban export print")),
    Output("board_svg", N_("Board"), ".svg", as_svg(board_drawn), N_("Board as SVG …"), "table",
           N_("measures status kanban export vector")),
    Output("board_png", N_("Board"), ".png", as_png(board_drawn), N_("Board as image (PNG) …"), "table",
           N_("measures status kanban export image")),
    Output("effort_impact_pdf", N_("Impact and effort"), ".pdf", as_pdf(effort_impact_drawn),
           N_("Impact and effort as PDF …"), "table", N_("measures matrix priorities export print")),
    Output("effort_impact_svg", N_("Impact and effort"), ".svg", as_svg(effort_impact_drawn),
           N_("Impact and effort as SVG …"), "table", N_("measures matrix priorities export vector")),
    Output("effort_impact_png", N_("Impact and effort"), ".png", as_png(effort_impact_drawn),
           N_("Impact and effort as image (PNG) …"), "table", N_("measures matrix priorities export image")),
    Output("money_pdf", N_("Cost and benefit"), ".pdf", make_money_pdf, N_("Cost and benefit as PDF …"), "report",
           N_("measures money payback budget euro export print")),
    Output("money_svg", N_("Cost and benefit"), ".svg", as_svg(money_drawn), N_("Cost and benefit as SVG …"), "report",
           N_("measures money payback budget euro export vector")),
    Output("money_png", N_("Cost and benefit"), ".png", as_png(money_drawn),
           N_("Cost and benefit as image (PNG) …"), "report",
           N_("measures money payback budget euro export image")),
    Output("map_pdf", N_("Map"), ".pdf", map_on_paper(MapDetails()), N_("Map on A4 pages (PDF) …"), "map",
           N_("journey storyboard export print"), needs=Need.JOURNEY, command="export", sample="map.pdf"),
    Output("map_a3", N_("Map A3"), ".pdf", map_on_paper(MapDetails(PAPERS["a3"])), N_("Map on A3 (PDF) …"), "map",
           N_("journey fold-out storyboard export print"), needs=Need.JOURNEY),
    Output("map_a1", N_("Poster A1"), ".pdf", map_on_paper(MapDetails(A1)), N_("Map as A1 poster (PDF) …"), "map",
           N_("journey wall hang up storyboard export print"), needs=Need.JOURNEY),
    Output("map_a0", N_("Poster A0"), ".pdf", map_on_paper(MapDetails(PAPERS["a0"])),
           N_("Map as A0 poster (PDF) …"), "map",
           N_("journey wall hang up storyboard export print"), needs=Need.JOURNEY),
    Output("map_tiles", N_("Poster in parts"), ".pdf", map_on_paper(MapDetails(A1, "tiles")),
           N_("Poster on A4 pages to glue (PDF) …"), "map", N_("journey wall tiles cut A1 export print"),
           needs=Need.JOURNEY),
    Output("map_overview", N_("Map on one page"), ".pdf", map_on_paper(MapDetails(form="overview")),
           N_("Map on one page (PDF) …"), "map", N_("journey overview handout export print"), needs=Need.JOURNEY),
    Output("map_svg", N_("Map"), ".svg", as_svg(map_drawn), N_("Map as SVG …"), "map",
           N_("journey export vector drawing"),
           needs=Need.JOURNEY, command="export", sample="map.svg"),
    Output("map_png", N_("Map"), ".png", make_map_png, N_("Map as image (PNG) …"), "map",
           N_("journey export image photo"), needs=Need.JOURNEY, command="export", sample="map.png"),
    Output("flow_pdf", N_("Flow"), ".pdf", as_pdf(fitting_flow_drawn), N_("Flow as PDF …"), "journey",
           N_("graph paths loops drop-outs process print"), needs=Need.JOURNEY, offered=has_touchpoints,
           why_not=_NO_TOUCHPOINTS, command="flow"),
    Output("flow_svg", N_("Flow"), ".svg", as_svg(flow_drawn), N_("Flow as SVG …"), "journey",
           N_("graph paths loops drop-outs process drawing"), needs=Need.JOURNEY, offered=has_touchpoints,
           why_not=_NO_TOUCHPOINTS, command="flow"),
    Output("flow_png", N_("Flow"), ".png", make_flow_png, N_("Flow as image (PNG) …"), "journey",
           N_("graph paths loops drop-outs process picture"), needs=Need.JOURNEY, offered=has_touchpoints,
           why_not=_NO_TOUCHPOINTS, command="flow"),
    Output("comparison_pdf", N_("Comparison"), ".pdf", make_comparison_pdf, N_("Comparison as PDF …"), "compare",
           N_("as-is to-be export print"), needs=Need.JOURNEY,
           offered=has_pair, why_not=_NO_PAIR),
    Output("comparison_svg", N_("Comparison"), ".svg", as_svg(comparison_drawn), N_("Comparison as SVG …"), "compare",
           N_("as-is to-be export vector"), needs=Need.JOURNEY,
           offered=has_pair, why_not=_NO_PAIR),
    Output("comparison_png", N_("Comparison"), ".png", as_png(comparison_drawn), N_("Comparison as image (PNG) …"),
           "compare", N_("as-is to-be export image"), needs=Need.JOURNEY,
           offered=has_pair, why_not=_NO_PAIR),
    Output("persona_pdf", N_("Persona"), ".pdf", make_persona_sheet, N_("Persona as PDF …"), "person",
           N_("profile one page sheet export print"), offered=has_personas, why_not=N_("There is no persona yet.")),
    Output("empathy_pdf", N_("Empathy map"), ".pdf", as_pdf(empathy_drawn), N_("Empathy map as PDF …"), "note",
           N_("persona export print"), offered=has_empathy, why_not=_NO_EMPATHY),
    Output("empathy_svg", N_("Empathy map"), ".svg", as_svg(empathy_drawn), N_("Empathy map as SVG …"), "note",
           N_("persona export vector"), offered=has_empathy, why_not=_NO_EMPATHY),
    Output("empathy_png", N_("Empathy map"), ".png", as_png(empathy_drawn), N_("Empathy map as image (PNG) …"),
           "note", N_("persona export image"), offered=has_empathy, why_not=_NO_EMPATHY),
    Output("stakeholders_pdf", N_("Stakeholder map"), ".pdf", as_pdf(stakeholders_drawn),
           N_("Stakeholder map as PDF …"), "map", N_("people relations export print"), offered=has_stakeholders,
           why_not=_NO_STAKEHOLDERS),
    Output("stakeholders_svg", N_("Stakeholder map"), ".svg", as_svg(stakeholders_drawn),
           N_("Stakeholder map as SVG …"), "map", N_("people relations export vector"), offered=has_stakeholders,
           why_not=_NO_STAKEHOLDERS),
    Output("stakeholders_png", N_("Stakeholder map"), ".png", as_png(stakeholders_drawn),
           N_("Stakeholder map as image (PNG) …"), "map", N_("people relations export image"),
           offered=has_stakeholders, why_not=_NO_STAKEHOLDERS),
    Output("changes_pdf", N_("What we changed"), ".pdf", make_changes_pdf, N_("What we changed as PDF …"), "report",
           N_("customers sheet notice export print"), offered=has_changes, why_not=_NO_CHANGES),
    Output("changes_html", N_("What we changed"), ".html", make_changes_html, N_("What we changed as HTML …"), "report",
           N_("customers web page notice export"), offered=has_changes, why_not=_NO_CHANGES),
    Output("mermaid", N_("Journey"), ".mmd", make_mermaid, N_("Journey as Mermaid …"), "map", N_("text export"),
           needs=Need.JOURNEY, command="export"),
    Output("opml", N_("Journey"), ".opml", make_opml, N_("Journey as outline (OPML) …"), "map",
           N_("text export outliner mind map"), needs=Need.JOURNEY, command="export"),
    Output("chart_svg", "", ".svg", as_svg(chart_drawn), N_("Save the chart as SVG …"), "save",
           N_("export chart vector"),
           needs=Need.CHART),
    Output("chart_png", "", ".png", as_png(chart_drawn), N_("Save the chart as PNG …"), "save",
           N_("export chart image"),
           needs=Need.CHART),
)  # fmt: skip

BY_ID: Final = {output.id: output for output in OUTPUTS}
