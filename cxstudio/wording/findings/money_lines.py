"""The money of a plan line by line, as page, report and command line show it: measures, their sums, items of cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.analysis.money.cost_items import DoingNothing
from cxstudio.analysis.money.plan_money import MeasureMoney, PlanTotal, measure_money, plan_total
from cxstudio.model import Document, Id, Measure, MeasureSaving
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.findings.money_findings import counted_in_text
from cxstudio.wording.plan.measure_lines import DeltaOf, touchpoint_parts
from cxstudio.wording.plan.money_sentences import (
    NONE,
    assumption_note,
    entered_money,
    item_line,
    payback_text,
    saving_lines,
    summed_money,
)
from cxstudio.wording.texts import Texts

MOST_NUMBERS: Final = 8
"""Measures named by number in the name of a sum; more are counted."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A measure, or a sum of measures where `measure` is empty."""

    measure: Id
    number: str
    title: str
    under: str
    """Its touchpoints, and its status where no decision is asked for."""
    once: str
    per_year: str
    origin: tuple[str, ...]
    """What the benefit is worked out of, and below it what that comes from."""
    benefit: str
    counted: bool
    """The benefit is a number of its own."""
    payback: str

    @property
    def is_sum(self) -> bool:
        """Not one measure."""
        return not self.measure


@dataclass(frozen=True, slots=True)
class CostLine:
    """An item of cost, or their sum where `about` is empty."""

    about: Id
    title: str
    where: str
    kind: str
    how: str
    money: str


def money_lines(
    document: Document, measures: Sequence[Measure], texts: Texts, delta_of: DeltaOf
) -> tuple[MoneyLine, ...]:
    """Those up for approval with their sum, then the others, then all of them. Dropped ones are left out."""
    live = [m for m in measures if m.status is not MeasureStatus.DROPPED]
    asked = [m for m in live if m.status is MeasureStatus.PROPOSED]
    others = [m for m in live if m.status is not MeasureStatus.PROPOSED]
    numbers = plan_numbers(document)

    def line(measure: Measure) -> MoneyLine:
        return _line(document, measure, numbers, texts, delta_of)

    made = [line(m) for m in asked]
    if len(asked) > 1:
        listed = [str(numbers[m.id]) for m in asked]
        name = texts.tr("For approval: {numbers}", numbers=texts.listed(listed))
        if len(listed) > MOST_NUMBERS:
            name = texts.tr("For approval: {number} measures", number=texts.number(len(listed)))
        made.append(_sum(name, plan_total(document, asked), texts))
    made += [line(m) for m in others]
    if others and len(live) > 1:
        name = texts.tr("All {number} measures", number=texts.number(len(live)))
        made.append(_sum(name, plan_total(document, live), texts))
    return tuple(made)


def money_line(document: Document, measure: Measure, texts: Texts) -> str:
    """What a measure brings and when it has paid, in one sentence; empty where nobody put a number on its benefit."""
    money = measure_money(document, measure)
    if money.benefit is None:
        return ""
    said = texts.tr("Benefit {money} a year", money=summed_money(money.benefit, texts))
    if money.counted_in:
        where = counted_in_text(plan_numbers(document), money.counted_in, texts)
        counted = texts.tr("already counted {where}", where=where)
        return f"{said}, {counted}."
    paid = payback_text(money.payback, texts)
    return f"{said}." if paid == NONE else texts.tr("{benefit}; paid back after: {months}.", benefit=said, months=paid)


def cost_lines(document: Document, nothing: DoingNothing, texts: Texts) -> tuple[CostLine, ...]:
    """Every item that can be worked out, and their sum where there are several."""
    made = [
        CostLine(
            item.about,
            capital(item.title),
            name_of(document, item.about, texts),
            texts.tr(choice_label(item.kind)),
            item_line(item, texts).rpartition(" = ")[0],
            summed_money(cost, texts),
        )
        for item, cost in nothing.items
    ]
    if len(made) > 1:
        made.append(CostLine("", texts.tr("Per year, as today"), "", "", "", summed_money(nothing.total, texts)))
    return tuple(made)


def money_notes(document: Document, measures: Sequence[Measure], nothing: DoingNothing, texts: Texts) -> list[str]:
    """What the mark means, how sums are rounded, how the months are worked out; only what occurs."""
    rows = [measure_money(document, m) for m in measures if m.status is not MeasureStatus.DROPPED]
    found = [e for row in rows for e in (row.once, row.per_year, row.benefit) if e is not None]
    said = [assumption_note(texts)] if any(e.assumed for e in (*found, *(c for _, c in nothing.items))) else []
    if nothing.items or any(row.benefit is not None for row in rows):
        said.append(texts.tr("Sums that were calculated are rounded to the nearest hundred."))
    if any(row.payback is not None for row in rows):
        said.append(texts.tr("Paid back after = one-off cost ÷ (benefit − running cost), in months from the start."))
    if len(rows) < len(measures):
        said.append(texts.tr("Measures that were dropped are left out."))
    return said


def _line(document: Document, measure: Measure, numbers: dict[Id, int], texts: Texts, delta_of: DeltaOf) -> MoneyLine:
    money, places = measure_money(document, measure), touchpoint_parts(document, measure, delta_of, texts)
    if measure.status is not MeasureStatus.PROPOSED:
        places.append(texts.tr(choice_label(measure.status)))
    counted = money.benefit is not None and not money.counted_in
    gain = summed_money(money.benefit, texts) if counted else texts.tr("not in numbers")
    if money.counted_in:
        gain = counted_in_text(numbers, money.counted_in, texts)
    return MoneyLine(
        measure.id,
        str(numbers[measure.id]),
        measure.title.strip() or texts.tr("Untitled measure"),
        " · ".join(places),
        entered_money(money.once, texts),
        entered_money(money.per_year, texts),
        _origin(document, measure, money, numbers, texts),
        gain,
        counted,
        payback_text(money.payback, texts),
    )


def _origin(
    document: Document, measure: Measure, money: MeasureMoney, numbers: dict[Id, int], texts: Texts
) -> tuple[str, ...]:
    """Number × cost of each, and below it what that number comes from."""
    parts: list[str] = []
    for saving in document.having(MeasureSaving, "measure", measure.id):
        line, how = saving_lines(document, saving, texts)
        parts += [part for part in (line, "" if money.counted_in else how) if part]
    if not parts and measure.basis.strip():
        parts.append(measure.basis.strip())
    if money.counted_in:
        where = counted_in_text(numbers, money.counted_in, texts)
        parts.append(texts.tr("already counted {where}", where=where))
    return tuple(parts) or (NONE,)


def _sum(name: str, whole: PlanTotal, texts: Texts) -> MoneyLine:
    return MoneyLine(
        "",
        "",
        name,
        "",
        entered_money(whole.once, texts),
        entered_money(whole.per_year, texts),
        (),
        summed_money(whole.benefit, texts),
        counted=True,
        payback=payback_text(whole.payback, texts),
    )
