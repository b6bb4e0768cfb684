"""Page one: what is wrong, what we ask for, what it costs, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.documents.content import Column, Fact, FrontPage, Row, Spacing, Strengths, Style, Table, cell
from cxstudio.documents.report.basis import basis_sentence
from cxstudio.documents.report.marks import delta_figure, measures_cell
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.decision import decision
from cxstudio.model.kinds import Anonymised
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.findings.flow_findings import flow_findings
from cxstudio.wording.findings.page_one_finding import finding
from cxstudio.wording.findings.view_findings import worst_sentence

MOST_CRITICAL = 3
MOST_STARDUST = 2


def content(material: Material) -> FrontPage:
    """Finding and decision, three critical touchpoints, what to keep, who is responsible, when we look again."""
    tr, journey, settings = material.texts.tr, material.journey, material.settings
    title = tr(choice_label(settings.preset))
    about = journey.title if journey else material.document.project.title
    headline = tr("This customer journey has no touchpoints yet.")
    if material.touchpoints:
        headline = _of_the_paths(material) or finding(material.document, material.figures, material.texts)
    control = material.texts.long_date(settings.next_control) if settings.next_control else ""
    stars = tuple((t.name, delta_figure(material, t.id)) for t in material.stardust[:MOST_STARDUST])
    return FrontPage(
        title,
        " · ".join(part for part in (title, about) if part),
        headline,
        decision(material),
        _critical(material),
        Strengths(tr("What to keep"), stars),
        tuple(_facts(material, control)),
        Fact(tr("Basis of the figures"), sentence=basis_sentence(material, both=True)),
        question=material.document.project.question.strip(),
        views="" if material.views is None else worst_sentence(material.document, material.views, material.texts),
    )


def _of_the_paths(material: Material) -> str:
    """What the paths tell where nobody rated anything, as after an event log; empty where there are none either."""
    if material.figures is not None or material.journey is None:
        return ""
    flow = flow_figures(material.document, material.journey.id)
    found = flow_findings(material.document, flow, material.texts) if flow.drawn else []
    return found[0].text if found else ""


def _facts(material: Material, control: str) -> Iterator[Fact]:
    """Who is responsible for the whole journey, unless that is left out, and when we look again."""
    tr, journey = material.texts.tr, material.journey
    if not material.leaves_out(Anonymised.OWNERS):
        yield Fact(tr("Journey owner"), sentence=journey.owner if journey else "", unknown=tr("nobody named yet"))
    yield Fact(tr("Next review"), sentence=control, unknown=tr("no date agreed yet"))


def _critical(material: Material) -> Table:
    """Three critical touchpoints with figure and measure; why there are none."""
    tr = material.texts.tr
    columns = (Column(tr("Touchpoint"), 0.342), Column(tr("Delta"), 0.128, 1.0), Column(tr("Measure")))
    rows = tuple(
        Row(
            (cell(t.name, Style.STRONG), (delta_figure(material, t.id),), measures_cell(material, t.id)),
            t.id,
        )
        for t in material.critical[:MOST_CRITICAL]
    )
    none = tr("No touchpoint is marked as critical.")
    if not material.touchpoints:
        none = tr("The journey has no touchpoints yet.")
    elif material.figures is None:
        none = tr("Critical touchpoints are proposed once the journey has been rated.")
    return Table(columns, rows, tr("Critical touchpoints"), Spacing.LARGE, none, onward=True)
