"""What it costs and what it brings: every measure with its arithmetic, the sums, and what doing nothing costs."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.money.plan_money import measure_money
from cxstudio.documents.content import Cell, Column, Missing, Paragraph, Row, Section, Spacing, Style, Table, Text, cell
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.findings.money_findings import money_headline
from cxstudio.wording.findings.money_lines import CostLine, MoneyLine, cost_lines, money_lines, money_notes
from cxstudio.wording.plan.measure_lines import DeltaOf
from cxstudio.wording.plan.money_sentences import summed_money


def content(material: Material) -> Section | Missing:
    """Nothing where neither cost nor benefit was ever entered."""
    short = material.most is not None and len(material.measures) > material.most
    return money_section(material, material.measures, told=material.asked_for if short else ())


def money_section(
    material: Material, measures: Sequence[Measure], delta_of: DeltaOf | None = None, told: Sequence[Measure] = ()
) -> Section | Missing:
    """The same of chosen measures; those that were dropped are left out. Deltas are the report’s by default.

    The table has the lines of `told`, of all where it is empty.
    """
    texts, document, nothing = material.texts, material.document, material.doing_nothing
    live = [m for m in measures if m.status is not MeasureStatus.DROPPED]
    rows = [measure_money(document, m) for m in live]
    counted = any(row.once is not None or row.per_year is not None or row.benefit is not None for row in rows)
    if not counted and nothing.total is None:
        return Missing()
    blocks: list[Paragraph | Table] = []
    headline = texts.tr("As it is today, it costs {money} a year", money=summed_money(nothing.total, texts))
    if counted:
        headline = money_headline(document, live, texts)
        lines = money_lines(document, told or measures, texts, delta_of or (lambda t: material.delta(t.id)))
        blocks.append(_table(material, lines))
    if nothing.total is not None:
        blocks.append(_nothing(material, cost_lines(document, nothing, texts)))
    blocks.append(Paragraph(" ".join(money_notes(document, measures, nothing, texts)), Role.MUTED))
    note = texts.tr("What it costs, what it brings")
    return Section(headline, tuple(blocks), note=note, again=note)


def _table(material: Material, lines: tuple[MoneyLine, ...]) -> Table:
    tr = material.texts.tr
    columns = (
        Column(tr("Measure"), 0.335),
        Column(tr("One-off"), 0.1, 1.0),
        Column(tr("Per year"), 0.1, 1.0, under=1),
        Column(tr("Where the benefit comes from")),
        Column(tr("Benefit per year"), 0.125, 1.0),
        Column(tr("Paid back after"), 0.105, 1.0, under=4),
    )
    return Table(columns, tuple(_row(line) for line in lines), spacing=Spacing.CLOSE)


def _row(line: MoneyLine) -> Row:
    style = Style.STRONG if line.is_sum else Style.PLAIN
    first, *rest = line.origin or ("",)
    origin: Cell = cell(first) + tuple(Text(part, Style.SMALL, Role.MUTED) for part in rest)
    title = Text(line.title, Style.STRONG, number=line.number)
    cells = (
        (title, Text(line.under, Style.SMALL, Role.MUTED)) if line.under else (title,),
        cell(line.once, style),
        cell(line.per_year, style),
        origin,
        cell(line.benefit, style, Role.INK if line.counted else Role.MUTED),
        cell(line.payback, style),
    )
    return Row(cells, line.measure or None)


def _nothing(material: Material, lines: tuple[CostLine, ...]) -> Table:
    tr = material.texts.tr
    columns = (
        Column(tr("What is counted"), 0.16),
        Column(tr("Where"), 0.235),
        Column(tr("Kind of cost"), 0.13, under=0),
        Column(tr("Calculation")),
        Column(tr("Per year"), 0.125, 1.0),
    )
    rows = tuple(
        Row((cell(line.title, Style.STRONG), cell(line.where), cell(line.kind), cell(line.how),
             cell(line.money, Style.PLAIN if line.about else Style.STRONG)), line.about or None)
        for line in lines
    )  # fmt: skip
    return Table(columns, rows, tr("If nothing is done"), Spacing.LIST)
