"""Looking back: what was decided, what changed between two rounds, what became of the targets, what is corrected next.

A difference is a change, never an effect. Nothing is printed while there is no second round and no measured value.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from cxstudio.analysis.change.change_values import TargetOutcome, TargetState
from cxstudio.analysis.change.control_figures import ControlFigures, control_figures, usual_pair
from cxstudio.analysis.measures.decision_standing import holding_decision
from cxstudio.documents.content import (
    Column,
    Figure,
    Heading,
    Missing,
    Paragraph,
    Room,
    Row,
    Section,
    Style,
    Table,
    cell,
)
from cxstudio.documents.report.material import Material
from cxstudio.layout.charts.change_chart import STATE_ROLES, ChangeData, change_data, lay_out
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Measure, Round, Target
from cxstudio.wording.figures.decision_sentences import decision_line, decision_words, measure_decision
from cxstudio.wording.figures.round_names import numbered_name
from cxstudio.wording.findings.change_findings import STATES, change_findings, target_sentence
from cxstudio.wording.findings.control_findings import apart_words, journey_lines, worse_words
from cxstudio.wording.plan.measure_sentences import target_text
from cxstudio.wording.texts import Texts

_AROUND, _ROW = 60.0, 30.0
"""Room for legend and axis, and for a row with a name on two lines."""
_ORDER: Final = (TargetState.MISSED, TargetState.CANNOT_BE_TOLD, TargetState.MET)


def content(material: Material) -> Section | Missing:
    """Two rounds side by side, every target with its state, the decisions, and the next look back."""
    document, texts, journey = material.document, material.texts, material.journey
    pair = None if journey is None else usual_pair(document, journey.id)
    if pair is None:
        return Missing()
    today = material.day
    found = control_figures(document, *pair, today)
    before, after = (numbered_name(document, document.get(Round, r), texts) for r in pair)
    data = change_data(document, found, (before, after), texts)
    blocks = [Figure(partial(_drawn, data, texts), title=texts.tr("Before and after per touchpoint"))]
    said = [finding.text for finding in change_findings(document, found.changes, texts)]
    said += [worse_words(document, found, texts), apart_words(document, found.changes, texts)]
    words = [Paragraph(" ".join(part for part in said if part))]
    words += [Paragraph(line) for line in journey_lines(found.journey, texts)]
    return Section(
        _headline(found, texts),
        (*blocks, *words, Heading(texts.tr("What became of the targets")), _targets(material, found, today),
         *_decided(material, today), *_next(material)),
        note=f"{before} → {after}",
    )  # fmt: skip


def _headline(found: ControlFigures, texts: Texts) -> str:
    met, missed = found.count(TargetState.MET), found.count(TargetState.MISSED)
    if not found.outcomes:
        return texts.tr("What changed since")
    return texts.tr("{met} of {all} targets met, {missed} missed", met=met, all=len(found.outcomes), missed=missed)


def _targets(material: Material, found: ControlFigures, today: date) -> Table:
    tr = material.texts.tr
    columns = (Column(tr("Measure"), 0.27), Column(tr("Target"), 0.2), Column(tr("State"), 0.15),
               Column(tr("Result")), Column(tr("Correction"), 0.16))  # fmt: skip
    rows = [_row(material, one, today) for one in sorted(found.outcomes, key=lambda o: _ORDER.index(o.state))]
    return Table(columns, tuple(rows), empty=tr("No measure has a target yet."))


def _row(material: Material, outcome: TargetOutcome, today: date) -> Row:
    document, texts = material.document, material.texts
    measure, target = document.get(Measure, outcome.measure), document.get(Target, outcome.target)
    number = material.numbers.get(measure.id, 0)
    decided = measure_decision(document, holding_decision(document, measure.id), today, texts)
    names = cell(f"{number} {measure.title}", Style.STRONG) + cell(decided, Style.SMALL)
    corrected = ", ".join(one.title for one in document.having(Measure, "corrects", measure.id))
    if outcome.state is not TargetState.MISSED:
        corrected = ""
    state = cell(texts.tr(STATES[outcome.state]), Style.STRONG, STATE_ROLES[outcome.state])
    result = cell(target_sentence(document, outcome, texts))
    return Row((names, cell(target_text(target, texts, with_date=True)), state, result, cell(corrected)), measure.id)


def _decided(material: Material, today: date) -> list[Heading | Table]:
    document, texts = material.document, material.texts
    known = sorted(material.decisions, key=lambda d: (d.day or date.max, d.order))
    if not known:
        return []
    said = [(decision_line(d, texts), decision_words(document, d, today, texts)) for d in known]
    rows = tuple(Row((cell(line, Style.STRONG), cell(words))) for line, words in said)
    columns = (Column(texts.tr("Decision"), 0.4), Column(texts.tr("About")))
    return [Heading(texts.tr("Decisions")), Table(columns, rows)]


def _next(material: Material) -> list[Paragraph]:
    day = material.settings.next_control
    if day is None:
        return []
    return [Paragraph(material.texts.tr("Next review: {date}", date=material.texts.long_date(day)) + ".")]


def _drawn(data: ChangeData, texts: Texts, room: Room) -> list[DisplayList]:
    """As many pages as the rows take."""
    most = max(1, int((room.most - PAPER(_AROUND)) // PAPER(_ROW)))
    style = ChartStyle(room.width, min(room.height, room.most), texts, PAPER, framed=False, fonts=room.fonts)
    parts = [data.rows[at : at + most] for at in range(0, len(data.rows), most)]
    return [lay_out(replace(data, rows=rows), style).picture for rows in parts]
