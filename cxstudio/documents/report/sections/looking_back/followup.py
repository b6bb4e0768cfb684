"""What became of the measures: per measure what was promised, done, changed and corrected; then what is asked next."""

from __future__ import annotations

from datetime import date

from cxstudio.analysis.change.change_values import TargetOutcome
from cxstudio.analysis.change.control_figures import control_figures, usual_pair
from cxstudio.analysis.measures.decision_standing import holding_decision
from cxstudio.analysis.measures.measure_standing import is_overdue
from cxstudio.documents.content import Cell, Column, Heading, Missing, Paragraph, Row, Section, Style, Table, Text, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.decision import decision
from cxstudio.layout.charts.change_chart import STATE_ROLES
from cxstudio.look.roles import Role
from cxstudio.model import Id, Measure, Target
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.decision_sentences import measure_decision
from cxstudio.wording.findings.change_findings import STATES, target_sentence
from cxstudio.wording.findings.report_headlines import followup_headline
from cxstudio.wording.plan.measure_sentences import target_text


def content(material: Material) -> Section | Missing:
    """One row per measure that is more than an idea or has a date; without one there is nothing to look back on."""
    tr, today = material.texts.tr, material.day
    promised = [m for m in material.measures if m.status is not MeasureStatus.IDEA or m.due is not None]
    if not promised:
        return Missing(tr("There is no measure to follow up yet."))
    outcomes = _outcomes(material, today)
    corrected = any(material.document.having(Measure, "corrects", m.id) for m in promised)
    columns = (
        Column(tr("Promised"), 0.27),
        Column(tr("Target"), 0.17),
        Column(tr("Carried out"), 0.13),
        Column(tr("Changed")),
        *((Column(tr("Corrected"), 0.16),) if corrected else ()),
    )
    rows = tuple(_row(material, measure, outcomes, today, corrected=corrected) for measure in promised)
    done = sum(m.status is MeasureStatus.DONE for m in promised)
    late = sum(is_overdue(m, today) for m in promised)
    lead = tr("As of {date}. A difference between two rounds is a change; what caused it is not said.",
              date=material.texts.long_date(today))  # fmt: skip
    headline = followup_headline(len(promised), done, late, material.texts)
    return Section(headline, (Table(columns, rows), *_next(material)), lead, short_basis(material))


def _outcomes(material: Material, today: date) -> dict[Id, TargetOutcome]:
    """Target → what became of it; empty before a second round."""
    pair = None if material.journey is None else usual_pair(material.document, material.journey.id)
    if pair is None:
        return {}
    return {one.target: one for one in control_figures(material.document, *pair, today).outcomes}


def _row(material: Material, measure: Measure, outcomes: dict[Id, TargetOutcome], today: date, *,
         corrected: bool) -> Row:  # fmt: skip
    document, texts = material.document, material.texts
    decided = measure_decision(document, holding_decision(document, measure.id), today, texts)
    title = Text(measure.title, Style.STRONG, number=str(material.numbers[measure.id]))
    targets = material.targets(measure.id)
    aims = tuple(Text(target_text(target, texts, with_date=True)) for target in targets)
    cells = (
        (title, *cell(decided, Style.SMALL, Role.MUTED)),
        aims or cell(texts.tr("no target"), role=Role.FAINT),
        _done(material, measure, today),
        _changed(material, targets, outcomes),
        *((_corrected(material, measure),) if corrected else ()),
    )
    return Row(cells, measure.id)


def _corrected(material: Material, measure: Measure) -> Cell:
    """Measures that correct this one."""
    found = material.document.having(Measure, "corrects", measure.id)
    return tuple(Text(one.title, number=str(material.numbers.get(one.id, ""))) for one in found)


def _done(material: Material, measure: Measure, today: date) -> Cell:
    """How it stands, and when it was due where that day has passed."""
    texts = material.texts
    parts = [Text(texts.tr(choice_label(measure.status)), Style.STRONG)]
    if measure.progress and measure.status is MeasureStatus.RUNNING:
        parts.append(Text(texts.share(measure.progress / 100), Style.SMALL, Role.MUTED))
    if is_overdue(measure, today) and measure.due is not None:
        late = texts.tr("due on {date}", date=texts.date(measure.due))
        parts.append(Text(late, Style.SMALL, Role.DISAPPOINTING_TEXT))
    return tuple(parts)


def _changed(material: Material, targets: tuple[Target, ...], outcomes: dict[Id, TargetOutcome]) -> Cell:
    parts: list[Text] = []
    for target in targets:
        outcome = outcomes.get(target.id)
        if outcome is None:
            parts.append(Text(material.texts.tr("not rated again yet"), Style.PLAIN, Role.FAINT))
            continue
        parts.append(Text(material.texts.tr(STATES[outcome.state]), Style.STRONG, STATE_ROLES[outcome.state]))
        parts.append(Text(target_sentence(material.document, outcome, material.texts), Style.SMALL))
    return tuple(parts)


def _next(material: Material) -> list[Heading | Paragraph]:
    """The decision asked for now, and when we look again."""
    texts, asked = material.texts, decision(material)
    said = " ".join(part for part in (asked.whom, asked.request) if part)
    blocks: list[Heading | Paragraph] = [Heading(asked.label), Paragraph(said)]
    if material.settings.next_control is not None:
        day = texts.long_date(material.settings.next_control)
        blocks.append(Paragraph(texts.tr("Next review: {date}", date=day) + "."))
    return blocks
