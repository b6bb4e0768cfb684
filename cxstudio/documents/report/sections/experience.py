"""The experience where the expectation was not asked: every touchpoint with mean, answers and where the mean lies."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import Summary
from cxstudio.analysis.statistics.interval import mean_interval
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.documents.content import Column, Missing, Row, Section, Spacing, Style, Table, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import MOST_NAMED, Material
from cxstudio.model import Round, Stage, Touchpoint
from cxstudio.wording.findings.report_headlines import experience_headline


def content(material: Material) -> Section | Missing:
    """Nothing where the deltas tell more; the lowest first, the order of the map where means are shown alike."""
    figures, round_, tr = material.figures, material.round, material.texts.tr
    if figures is None or round_ is None or any(f.delta is not None for f in figures.touchpoints):
        return Missing()
    rated = [(t, f.experience) for t in material.touchpoints if (f := figures.of(t.id)) and f.experience is not None]
    rated.sort(key=lambda pair: pair[1].shown)
    if not rated:
        return Missing()
    shown = rated if material.most is None or len(rated) <= 2 * MOST_NAMED else rated[:MOST_NAMED] + rated[-MOST_NAMED:]
    survey = is_survey(round_)
    columns = (
        Column(tr("Touchpoint")),
        Column(tr("Stage"), 0.22),
        Column(tr("Mean"), 0.1, 1.0),
        Column(tr("95% interval") if survey else tr("From – to"), 0.16, 1.0),
        Column(tr("Answers"), 0.12, 1.0),
    )
    lead = tr("The expectation was not asked, so there are no deltas and no verdicts. Scale 1–{top}.", top=round_.scale)
    if len(shown) < len(rated):
        most = material.texts.number(MOST_NAMED)
        lead = " ".join((tr("The {n} lowest and the {n} highest of {all}.", n=most,
                            all=material.texts.number(len(rated))), lead))  # fmt: skip
    rows = tuple(_row(material, round_, t, found, survey=survey) for t, found in shown)
    return Section(experience_headline(material.document, figures, material.texts),
                   (Table(columns, rows, spacing=Spacing.LIST),), lead, short_basis(material))  # fmt: skip


def _row(material: Material, round_: Round, touchpoint: Touchpoint, found: Summary, *, survey: bool) -> Row:
    texts, stage = material.texts, material.document.get(Stage, touchpoint.stage).name
    span = f"{found.lowest}–{found.highest}"
    if survey:
        low, high = mean_interval(found.counts, 1, round_.scale)
        span = f"{texts.number(low, 1)} – {texts.number(high, 1)}"
    cells = (cell(touchpoint.name, Style.STRONG), cell(stage), cell(texts.number(found.mean, 1), Style.FIGURE),
             cell(span), cell(texts.number(found.n)))  # fmt: skip
    return Row(cells, touchpoint.id)
