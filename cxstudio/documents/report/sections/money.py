"""What it costs and what it brings: every measure with its arithmetic, the sums, and what doing nothing costs."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.money.cost_items import DoingNothing
from cxstudio.analysis.money.plan_money import MeasureMoney, PlanTotal, measure_money, plan_total
from cxstudio.documents.content import (
    Cell,
    Column,
    Heading,
    Missing,
    Paragraph,
    Row,
    Section,
    Spacing,
    Style,
    Table,
    Text,
    cell,
)
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Measure, MeasureSaving, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import name_of, short_name
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.money_sentences import (
    NONE,
    assumption_note,
    entered_money,
    item_line,
    payback_text,
    saving_lines,
    summed_money,
)
from cxstudio.wording.findings.money_findings import counted_in_text, money_headline

MOST_NUMBERS = 8


def content(material: Material) -> Section | Missing:
    """Nothing where neither cost nor benefit was ever entered."""
    texts, measures = material.texts, material.costed
    rows = [measure_money(material.document, m) for m in measures]
    counted = [row for row in rows if row.once is not None or row.per_year is not None or row.benefit is not None]
    nothing = material.doing_nothing
    if not counted and nothing.total is None:
        return Missing()
    blocks: list[Heading | Paragraph | Table] = []
    if counted:
        blocks.append(_table(material, rows))
    if nothing.total is not None:
        blocks.append(_nothing(material, nothing))
    blocks.append(Paragraph(" ".join(_notes(material, rows, nothing)), Role.MUTED))
    headline = money_headline(material.document, measures, texts) if counted else _nothing_headline(nothing, material)
    return Section(headline, tuple(blocks), note=texts.tr("What it costs, what it brings"),
                   again=texts.tr("What it costs, what it brings"))  # fmt: skip


def _nothing_headline(nothing: DoingNothing, material: Material) -> str:
    texts = material.texts
    return texts.tr("As it is today, it costs {money} a year", money=summed_money(nothing.total, texts))


def _table(material: Material, rows: Sequence[MeasureMoney]) -> Table:
    tr, document = material.texts.tr, material.document
    columns = (
        Column(tr("Measure"), 0.335),
        Column(tr("One-off"), 0.1, 1.0),
        Column(tr("Per year"), 0.1, 1.0),
        Column(tr("Where the benefit comes from")),
        Column(tr("Benefit per year"), 0.125, 1.0),
        Column(tr("Paid back after"), 0.105, 1.0),
    )
    asked = {m.id for m in material.asked_for}
    first = [row for row in rows if row.measure in asked]
    others = [row for row in rows if row.measure not in asked]
    made = [_row(material, row) for row in first]
    if len(first) > 1:
        numbers = [str(material.numbers[row.measure]) for row in first]
        named = material.texts.listed(numbers) if len(numbers) <= MOST_NUMBERS else str(len(numbers))
        made.append(_total(material, tr("For approval: {numbers}", numbers=named), material.decided, Style.STRONG))
    made += [_row(material, row) for row in others]
    if others and len(rows) > 1:
        everything = plan_total(document, material.costed)
        made.append(_total(material, tr("All {number} measures", number=len(rows)), everything, Style.STRONG))
    return Table(columns, tuple(made), spacing=Spacing.CLOSE)


def _row(material: Material, money: MeasureMoney) -> Row:
    texts, measure = material.texts, material.document.get(Measure, money.measure)
    gain = cell(summed_money(money.benefit, texts))
    if money.counted_in:
        gain = cell(counted_in_text(material.numbers, money.counted_in, texts), role=Role.MUTED)
    elif money.benefit is None:
        gain = cell(texts.tr("not in numbers"), role=Role.MUTED)
    return Row(
        (
            _title(material, measure),
            cell(entered_money(money.once, texts)),
            cell(entered_money(money.per_year, texts)),
            _origin(material, measure, money),
            gain,
            cell(payback_text(money.payback, texts)),
        ),
        measure.id,
    )


def _title(material: Material, measure: Measure) -> Cell:
    texts = material.texts
    places = []
    for touchpoint in measure.touchpoints:
        if isinstance(material.document.find(touchpoint), Touchpoint):
            delta = material.delta(touchpoint)
            said = short_name(material.document, touchpoint)
            places.append(f"{said} {texts.signed(delta)}" if delta is not None else said)
    if measure not in material.asked_for:
        places.append(texts.tr(choice_label(measure.status)))
    under = Text(" · ".join(places), Style.SMALL, Role.MUTED, 3)
    title = Text(measure.title, Style.STRONG, number=str(material.numbers[measure.id]))
    return (title, under) if places else (title,)


def _origin(material: Material, measure: Measure, money: MeasureMoney) -> Cell:
    """Number × cost of each, and below it what that number comes from."""
    texts = material.texts
    parts: list[Text] = []
    for saving in material.document.having(MeasureSaving, "measure", measure.id):
        line, how = saving_lines(material.document, saving, texts)
        parts += [Text(line)] if line else []
        if how and not money.counted_in:
            parts.append(Text(how, Style.SMALL, Role.MUTED, 3))
    if not parts and measure.basis.strip():
        parts.append(Text(measure.basis.strip()))
    if money.counted_in:
        where = counted_in_text(material.numbers, money.counted_in, texts)
        parts.append(Text(texts.tr("already counted {where}", where=where), Style.SMALL, Role.MUTED, 2))
    return tuple(parts) or cell(NONE, role=Role.MUTED)


def _total(material: Material, name: str, whole: PlanTotal, style: Style) -> Row:
    texts = material.texts
    cells = (
        cell(name, style),
        cell(entered_money(whole.once, texts), style),
        cell(entered_money(whole.per_year, texts), style),
        cell(""),
        cell(summed_money(whole.benefit, texts), style),
        cell(payback_text(whole.payback, texts), style),
    )
    return Row(cells)


def _nothing(material: Material, nothing: DoingNothing) -> Table:
    texts, tr = material.texts, material.texts.tr
    rows = [
        Row(
            (
                cell(capital(item.title), Style.STRONG),
                cell(name_of(material.document, item.about, texts)),
                cell(tr(choice_label(item.kind))),
                cell(item_line(item, texts).rpartition(" = ")[0]),
                cell(summed_money(cost, texts)),
            ),
            item.about,
        )
        for item, cost in nothing.items
    ]
    if len(rows) > 1:
        whole = cell(summed_money(nothing.total, texts), Style.STRONG)
        rows.append(Row((cell(tr("Per year, as today"), Style.STRONG), cell(""), cell(""), cell(""), whole)))
    columns = (
        Column(tr("What is counted"), 0.16),
        Column(tr("Where"), 0.235),
        Column(tr("Kind of cost"), 0.13),
        Column(tr("Calculation")),
        Column(tr("Per year"), 0.125, 1.0),
    )
    return Table(columns, tuple(rows), tr("If nothing is done"), Spacing.LIST)


def _notes(material: Material, rows: Sequence[MeasureMoney], nothing: DoingNothing) -> list[str]:
    """What the mark means, how sums are rounded, how the months are worked out; only what occurs."""
    texts, said = material.texts, []
    found = [e for row in rows for e in (row.once, row.per_year, row.benefit) if e is not None]
    if any(e.assumed for e in (*found, *(cost for _, cost in nothing.items))):
        said.append(assumption_note(texts))
    said.append(texts.tr("Sums that were calculated are rounded to the nearest hundred."))
    if any(row.payback is not None for row in rows):
        said.append(texts.tr("Paid back after = one-off cost ÷ (benefit − running cost), in months from the start."))
    if any(m.status is MeasureStatus.DROPPED for m in material.measures):
        said.append(texts.tr("Measures that were dropped are left out."))
    return said
