"""Basics first: every basic requirement, whether it is met, and what is planned there."""

from __future__ import annotations

from cxstudio.documents.content import Cell, Column, Missing, Row, Section, Spacing, Style, Table, Text, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.marks import delta_figure, measures_cell
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Touchpoint
from cxstudio.model.kinds import RequirementKind
from cxstudio.wording.findings.report_headlines import basics_headline

_UNMET, _DISAPPOINTS, _FINE = range(3)
"""The order in which they stand."""


def content(material: Material) -> Section | Missing:
    """Those not met first, then those that disappoint; nothing where no requirement is called basic, or none rated."""
    basics = [t for t in material.touchpoints if t.requirement is RequirementKind.BASIC]
    rated = [t for t in basics if (f := material.of(t.id)) is not None and f.possible]
    if not rated:
        return Missing()
    rated.sort(key=lambda t: _order(material, t))
    tr = material.texts.tr
    columns = (Column(tr("Basic requirement"), 0.3), Column(tr("Delta"), 0.1, 1.0), Column(tr("State"), 0.2),
               Column(tr("Measure")))  # fmt: skip
    rows = tuple(_row(material, t) for t in rated)
    lead = tr("Customers take basic requirements for granted. Those that are not met come first, whatever their need.")
    orders = [_order(material, t) for t in rated]
    headline = basics_headline(len(rated), sum(o < _FINE for o in orders), orders.count(_UNMET), material.texts)
    return Section(headline, (Table(columns, rows, spacing=Spacing.LIST),), lead, short_basis(material))


def _row(material: Material, touchpoint: Touchpoint) -> Row:
    delta = (delta_figure(material, touchpoint.id),)
    cells = (cell(touchpoint.name, Style.STRONG), delta, _state(material, touchpoint), _planned(material, touchpoint))
    return Row(cells, touchpoint.id)


def _order(material: Material, touchpoint: Touchpoint) -> int:
    found = material.of(touchpoint.id)
    if found is None or not found.disappoints:
        return _FINE
    return _UNMET if found.unmet_basic else _DISAPPOINTS


def _state(material: Material, touchpoint: Touchpoint) -> Cell:
    tr, order = material.texts.tr, _order(material, touchpoint)
    said = (tr("not met"), tr("disappoints, and is met"), tr("does not clearly disappoint"))[order]
    return cell(said, role=Role.DISAPPOINTING_TEXT if order == _UNMET else Role.INK)


def _planned(material: Material, touchpoint: Touchpoint) -> Cell:
    """Its measures, or why there is none; where it is met nothing needs to be planned."""
    if material.measures_at(touchpoint.id):
        return measures_cell(material, touchpoint.id)
    if touchpoint.no_measure_reason.strip():
        return (Text(touchpoint.no_measure_reason.strip(), Style.RUNNING),)
    return measures_cell(material, touchpoint.id) if _order(material, touchpoint) < _FINE else ()
