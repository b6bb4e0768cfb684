"""Page one: what is wrong, what we ask for, what it costs, and on what it rests."""

from __future__ import annotations

from cxstudio.documents.content import Column, Fact, FrontPage, Row, Spacing, Strengths, Style, Table, cell
from cxstudio.documents.report.basis import basis_sentence
from cxstudio.documents.report.marks import delta_figure, measures_cell
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.decision import decision
from cxstudio.wording.findings.page_one_finding import finding
from cxstudio.wording.findings.view_findings import worst_sentence

MOST_CRITICAL = 3
MOST_STARDUST = 2


def content(material: Material) -> FrontPage:
    """Finding and decision, three critical touchpoints, what to keep, who is responsible, when we look again."""
    tr, journey, settings = material.texts.tr, material.journey, material.settings
    title = tr("Decision paper")
    about = journey.title if journey else material.document.project.title
    headline = tr("This customer journey has no touchpoints yet.")
    if material.touchpoints:
        headline = finding(material.document, material.figures, material.texts)
    owner = journey.owner if journey else ""
    control = material.texts.long_date(settings.next_control) if settings.next_control else ""
    stars = tuple((t.name, delta_figure(material, t.id)) for t in material.stardust[:MOST_STARDUST])
    return FrontPage(
        title,
        " · ".join(part for part in (title, about) if part),
        headline,
        decision(material),
        _critical(material),
        Strengths(tr("What to keep"), stars),
        (
            Fact(tr("Journey owner"), sentence=owner, unknown=tr("nobody named yet")),
            Fact(tr("Next review"), sentence=control, unknown=tr("no date agreed yet")),
        ),
        Fact(tr("Basis of the figures"), sentence=basis_sentence(material, both=True)),
        views="" if material.views is None else worst_sentence(material.document, material.views, material.texts),
    )


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
    return Table(columns, rows, tr("Critical touchpoints"), Spacing.LARGE, none)
