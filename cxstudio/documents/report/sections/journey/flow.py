"""Ways through the journey: who reaches the end, where people leave and come back, handovers and waiting."""

from __future__ import annotations

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.documents.content import (
    Block,
    Column,
    Heading,
    Missing,
    Paragraph,
    Row,
    Section,
    Spacing,
    Style,
    Table,
    cell,
)
from cxstudio.documents.report.material import Material
from cxstudio.model import Touchpoint
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording.durations import span_of
from cxstudio.wording.findings.flow_findings import flow_findings
from cxstudio.wording.findings.flow_lines import arrival_lines, handover_lines


def content(material: Material) -> Section | Missing:
    """Nothing where no ways are known; a short report has it only where nobody compared expectation and experience."""
    journey, texts = material.journey, material.texts
    if journey is None or (material.compared and material.settings.preset is not ReportPreset.DOCUMENTATION):
        return Missing()
    flow = flow_figures(material.document, journey.id, material.figures)
    if not flow.drawn:
        return Missing()
    found = [one.text for one in flow_findings(material.document, flow, texts)]
    title, rest = arrival_lines(material.document, flow, texts)
    headline = found[0] if found else title
    blocks: list[Block] = [Paragraph(text) for text in found[1:]]
    blocks += [*_leaving(material, flow), *_handed_over(material, flow), *_waiting(material)]
    return Section(headline, tuple(blocks), " · ".join(part for part in (title, rest) if part))


def _leaving(material: Material, flow: FlowFigures) -> list[Table]:
    """Touchpoints at which part of those who begin leaves."""
    texts, parts = material.texts, () if flow.arrival is None else flow.arrival.drop_outs[: material.most]
    if not parts:
        return []
    columns = (Column(texts.tr("Touchpoint")), Column(texts.tr("of all who begin"), 0.2, 1.0))
    rows = tuple(Row((cell(material.document.get(Touchpoint, t).name, Style.STRONG), cell(texts.share(share))), t)
                 for t, share in parts)  # fmt: skip
    return [Table(columns, rows, texts.tr("Where people drop out"), Spacing.LIST)]


def _handed_over(material: Material, flow: FlowFigures) -> list[Heading | Paragraph]:
    lines = handover_lines(material.document, flow, material.texts)[: material.most]
    if not lines:
        return []
    heading = Heading(material.texts.tr("Handovers between departments, number of paths"))
    return [heading, *(Paragraph(line.text) for line in lines)]


def _waiting(material: Material) -> list[Table]:
    """Touchpoints with a waiting time or a duration, the longest wait first."""
    texts = material.texts
    timed = [t for t in material.touchpoints if t.waiting_minutes is not None or t.duration_minutes is not None]
    if not timed:
        return []
    timed.sort(key=lambda t: -(t.waiting_minutes or 0.0))
    columns = (Column(texts.tr("Touchpoint")), Column(texts.tr("Cases per month"), 0.18, 1.0),
               Column(texts.tr("Waiting time"), 0.18, 1.0), Column(texts.tr("Duration"), 0.18, 1.0))  # fmt: skip

    def minutes(value: float | None) -> str:
        return "–" if value is None else span_of(value, texts)

    def cases(value: float | None) -> str:
        """A rare case is no case that never comes."""
        return "–" if value is None else "< 1" if 0.0 < value < 0.5 else texts.number(value)

    rows = tuple(
        Row((cell(t.name, Style.STRONG),
             cell(cases(t.cases_per_month)),
             cell(minutes(t.waiting_minutes)), cell(minutes(t.duration_minutes))), t.id)
        for t in timed[: material.most]
    )  # fmt: skip
    return [Table(columns, rows, texts.tr("Times"), Spacing.LIST)]
