"""All measures: who, until when, what they cost, what they shall reach, and how they stand."""

from __future__ import annotations

from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.marks import delta_part
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.table import Cell, Column, Look, Part, Row, Table, cell
from cxstudio.documents.setting.type import CELL, CELL_STRONG, CONTENT_WIDTH, SMALL
from cxstudio.look.roles import Role
from cxstudio.model import Department, Measure, Touchpoint
from cxstudio.model.kinds import CostState
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.measure_sentences import target_text

SECTION = "measures"
_WIDTHS = (26.0, 170.0, 98.0, 90.0, 62.0, 46.0, 48.0, 68.0, 58.0)
MOST_TOUCHPOINTS = 6


def pages(material: Material) -> list[Page]:
    """The table over as many pages as it needs, and what it all adds up to."""
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=lead(material, SECTION),
                note=material.texts.tr("Action plan"))  # fmt: skip
    if material.measures:
        flow.table(_table(material), (_row(material, m) for m in material.measures))
    _without(flow, material)
    return flow.pages()


def missing(material: Material) -> str:
    """Why there is no action plan; empty where there is one, or touchpoints that need one."""
    return "" if material.measures or material.critical else material.texts.tr("There are no measures yet.")


def _without(flow: Flow, material: Material) -> None:
    """Critical touchpoints nobody has planned anything for."""
    tr = material.texts.tr
    open_ = [t for t in material.critical if not material.measures_at(t.id)]
    if open_:
        columns = (Column(tr("Touchpoint"), CONTENT_WIDTH - 120.0), Column(tr("Delta"), 120.0, 1.0))
        rows = (Row((cell(t.name, CELL_STRONG), (delta_part(material, t.id),)), t.id) for t in open_)
        flow.table(
            Table(material.fonts, columns, Look(above=4.0, below=4.5)), rows, tr("Critical and without a measure")
        )


def _table(material: Material) -> Table:
    tr = material.texts.tr
    numeric = (1.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.0, 0.0)
    titles = (tr("No."), tr("Measure"), tr("Touchpoint"), tr("Responsible"), tr("By"), tr("Impact"), tr("Effort"),
              tr("Cost"), tr("Status"))  # fmt: skip
    columns = [Column(t, w, a) for t, w, a in zip(titles, _WIDTHS, numeric, strict=True)]
    rest = CONTENT_WIDTH - sum(_WIDTHS)
    columns.insert(8, Column(tr("Target"), rest))
    return Table(material.fonts, columns, Look(aside=5.0, zebra=True))


def _row(material: Material, measure: Measure) -> Row:
    texts = material.texts
    points = ("" if value is None else str(value) for value in (measure.impact, measure.effort))
    cells = (
        cell(str(material.numbers[measure.id]), CELL, Role.MUTED),
        _title(material, measure),
        cell(_touchpoints(material, measure)),
        _owner(material, measure),
        cell(texts.date(measure.due) if measure.due else ""),
        *(cell(text) for text in points),
        _cost(material, measure),
        tuple(Part(target_text(t, texts), CELL, most=3) for t in material.targets(measure.id)),
        _status(material, measure),
    )
    return Row(cells, measure.id)


def _title(material: Material, measure: Measure) -> Cell:
    parts = [Part(measure.title, CELL_STRONG, most=5)]
    if measure.description:
        parts.append(Part(measure.description, SMALL, Role.MUTED, 8))
    if measure.quick_win:
        parts.append(Part(material.texts.tr("Quick win"), SMALL, Role.DELIGHTING, 1))
    return tuple(parts)


def _touchpoints(material: Material, measure: Measure) -> str:
    found = [t.name for i in measure.touchpoints if isinstance(t := material.document.find(i), Touchpoint)]
    if len(found) > MOST_TOUCHPOINTS:
        rest = material.texts.trn("and {n} more", "and {n} more", len(found) - MOST_TOUCHPOINTS)
        found = [*found[:MOST_TOUCHPOINTS], rest]
    return "\n".join(found)


def _owner(material: Material, measure: Measure) -> Cell:
    department = material.document.find(measure.department)
    owner = measure.owner_role or (department.name if isinstance(department, Department) else "")
    if not owner:
        return cell(material.texts.tr("nobody named yet"), CELL, Role.FAINT)
    helping = [d.name for i in measure.contributing if isinstance(d := material.document.find(i), Department)]
    parts = [Part(owner, CELL, most=4)]
    if helping:
        parts.append(Part(material.texts.tr("with {names}", names=", ".join(helping)), SMALL, Role.MUTED, 4))
    return tuple(parts)


def _cost(material: Material, measure: Measure) -> Cell:
    texts = material.texts
    if measure.cost_once is None and measure.cost_per_year is None:
        return cell("–", CELL, Role.FAINT)
    parts = []
    if measure.cost_once is not None:
        parts.append(Part(texts.money(measure.cost_once)))
    if measure.cost_per_year is not None:
        parts.append(Part(texts.tr("{money} a year", money=texts.money(measure.cost_per_year))))
    state = texts.tr("spent") if measure.cost_state is CostState.SPENT else texts.tr("planned")
    return (*parts, Part(state, SMALL, Role.MUTED, 1))


def _status(material: Material, measure: Measure) -> Cell:
    texts = material.texts
    if measure in material.asked_for:
        return (Part(texts.tr("to be approved"), CELL_STRONG, Role.ACCENT, 3),)
    parts = [Part(texts.tr(choice_label(measure.status)), CELL, most=3)]
    if measure.progress:
        parts.append(Part(texts.share(measure.progress / 100), SMALL, Role.MUTED, 1))
    return tuple(parts)
