"""Deltas and measures as the report writes them: the sign is in the mark, never in the colour alone."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.documents.content import Cell, Style, Text, cell
from cxstudio.documents.report.material import Material
from cxstudio.layout.map_scene.lane_scene import TEXT_ROLES
from cxstudio.look.roles import Role
from cxstudio.model import Id, Measure
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.figure_sentences import figure_sign

ROLES = {**TEXT_ROLES, Verdict.UNKNOWN: Role.FAINT}


def delta_figure(material: Material, touchpoint: Id) -> Text:
    """The delta with its sign, mark and colour: "▼ −3.6"; "–" where it cannot be told."""
    figures, delta = material.of(touchpoint), material.delta(touchpoint)
    if figures is None or delta is None:
        return Text("–", Style.FIGURE, ROLES[figures.verdict] if figures else Role.FAINT)
    words = (figure_sign(figures), material.texts.signed(delta))
    return Text("\N{NO-BREAK SPACE}".join(filter(None, words)), Style.FIGURE, ROLES[figures.verdict])


def measures_cell(material: Material, touchpoint: Id) -> Cell:
    """The measures at a touchpoint, numbered, each on its own lines; those not asked for say how they stand."""
    measures = material.measures_at(touchpoint)
    if not measures:
        return cell(material.texts.tr("no measure yet"), role=Role.FAINT)
    return tuple(Text(measure_line(material, m), number=str(material.numbers[m.id]), about=m.id) for m in measures)


def measure_line(material: Material, measure: Measure) -> str:
    """A measure's title; how it stands where no decision is asked for it: "Bill explained (idea)"."""
    if measure in material.asked_for:
        return measure.title
    return f"{measure.title} ({material.texts.tr(choice_label(measure.status))})"
