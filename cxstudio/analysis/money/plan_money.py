"""The money of a plan: what each measure costs, brings and when it has paid for itself, and all of it together.

Benefits worked out of the same item of cost are counted once. A measure that was dropped costs and brings nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxstudio.analysis.money.cost_items import entered, item_cost, saved
from cxstudio.analysis.money.estimate import Estimate, exactly, total
from cxstudio.analysis.money.payback import Payback, payback
from cxstudio.analysis.money.pools import Pool, Saving, benefit
from cxstudio.model import CostItem, Document, Id, Measure, MeasureSaving
from cxstudio.model.kinds import MeasureStatus


@dataclass(frozen=True, slots=True)
class MeasureMoney:
    """One measure; None is what nobody put a number on."""

    measure: Id
    once: Estimate | None
    """€."""
    per_year: Estimate | None
    """€ a year."""
    benefit: Estimate | None
    """€ a year: what is worked out of items of cost, else the number somebody entered."""
    counted_in: tuple[Id, ...] = ()
    """All it saves is contained in what these measures save: it adds nothing of its own."""

    @property
    def payback(self) -> Payback | None:
        """None where a number is missing, or where another measure's benefit holds its own."""
        return None if self.counted_in else _payback(self.once, self.per_year, self.benefit)


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """Several measures together."""

    measures: tuple[Id, ...]
    once: Estimate | None
    per_year: Estimate | None
    benefit: Estimate | None
    complete: bool
    """Every one of them has a benefit in numbers: only then can be said when together they have paid."""

    @property
    def payback(self) -> Payback | None:
        """When all of them together have paid for themselves."""
        return _payback(self.once, self.per_year, self.benefit) if self.complete else None


def measure_money(document: Document, measure: Measure) -> MeasureMoney:
    """What one measure costs and brings."""
    found = _savings(document, measure)
    return MeasureMoney(
        measure.id,
        entered(measure.cost_once, measure.cost_once_to, measure.cost_evidence),
        entered(measure.cost_per_year, measure.cost_per_year_to, measure.cost_evidence),
        benefit(found, _pools(document)) if found else None,
        _counted_in(document, measure),
    )


def plan_total(document: Document, measures: Iterable[Measure]) -> PlanTotal:
    """Several measures together; those that were dropped are left out."""
    counted = [m for m in measures if m.status is not MeasureStatus.DROPPED]
    rows = [measure_money(document, m) for m in counted]
    gains = [one for m in counted for one in _savings(document, m)]
    return PlanTotal(
        tuple(m.id for m in counted),
        _sum(row.once for row in rows),
        _sum(row.per_year for row in rows),
        benefit(gains, _pools(document)) if gains else None,
        bool(rows) and all(row.benefit is not None for row in rows),
    )


def _payback(once: Estimate | None, per_year: Estimate | None, gain: Estimate | None) -> Payback | None:
    if once is None or gain is None:
        return None
    return payback(once, per_year or exactly(0.0), gain)


def _savings(document: Document, measure: Measure) -> Sequence[Saving]:
    """What it saves of each item of cost; the number somebody entered is a pool of its own."""
    found = []
    for one in document.having(MeasureSaving, "measure", measure.id):
        amount = saved(document, one)
        if amount is not None:
            item = document.get(CostItem, one.item)
            found.append(Saving(measure.id, _pool(item), amount, _holder(document, one) is not None))
    given = entered(measure.benefit_per_year, measure.benefit_per_year_to, measure.basis_evidence)
    if not found and given is not None:
        found.append(Saving(measure.id, Pool(measure.id, ""), given))
    return found


def _counted_in(document: Document, measure: Measure) -> tuple[Id, ...]:
    listed = document.having(MeasureSaving, "measure", measure.id)
    holders = [_holder(document, one) for one in listed]
    found = tuple(dict.fromkeys(holder for holder in holders if holder is not None))
    return found if listed and None not in holders else ()


def _holder(document: Document, saving: MeasureSaving) -> Id | None:
    """The measure that holds a saving, while that measure saves something of the same item itself."""
    holder = document.find(saving.counted_in)
    if not isinstance(holder, Measure) or holder.id == saving.measure or holder.status is MeasureStatus.DROPPED:
        return None
    theirs = document.having(MeasureSaving, "measure", holder.id)
    return holder.id if any(one.item == saving.item and one.less is not None for one in theirs) else None


def _pools(document: Document) -> dict[Pool, Estimate]:
    costs = ((item, item_cost(item)) for item in document.all(CostItem))
    return {_pool(item): cost for item, cost in costs if cost is not None}


def _pool(item: CostItem) -> Pool:
    return Pool(item.id, item.title)


def _sum(found: Iterable[Estimate | None]) -> Estimate | None:
    known = [one for one in found if one is not None]
    return total(known) if known else None
