"""What doing nothing costs, item by item, and what a measure saves of an item."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.money.estimate import Estimate, exactly, product, total
from cxstudio.analysis.money.pools import cost_of_doing_nothing
from cxstudio.model import CostItem, Document, Id, MeasureSaving, Touchpoint
from cxstudio.model.kinds import CountedAs, Evidence

_HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Factors:
    """What an item is multiplied of; None where nobody entered it."""

    cases: Estimate | None
    """Cases a year."""
    share: Estimate | None
    """As the item counts: per cent of the cases, or times per case."""
    unit_cost: Estimate | None
    """€ each."""


@dataclass(frozen=True, slots=True)
class DoingNothing:
    """What the present way costs in a year."""

    items: tuple[tuple[CostItem, Estimate], ...]
    """Those that can be worked out, € a year."""
    open: tuple[CostItem, ...]
    """Those that lack cases or cost."""

    @property
    def total(self) -> Estimate | None:
        """€ a year; None where nothing is known."""
        return total(cost for _, cost in self.items) if self.items else None


def entered(value: float | None, to: float | None, evidence: Evidence | None) -> Estimate | None:
    """A number or a range as somebody entered it, whichever end came first; None without the first number."""
    if value is None:
        return None
    other = value if to is None else to
    return Estimate(min(value, other), max(value, other), evidence is Evidence.ASSUMPTION)


def factors(item: CostItem) -> Factors:
    """The factors of an item as somebody entered them."""
    return Factors(
        entered(item.cases, item.cases_to, item.cases_evidence),
        entered(item.share, item.share_to, item.share_evidence),
        entered(item.unit_cost, item.unit_cost_to, item.unit_cost_evidence),
    )


def item_cost(item: CostItem) -> Estimate | None:
    """€ a year; None without cases or cost of each. Where nothing says how often, every case counts once."""
    known = factors(item)
    if known.cases is None or known.unit_cost is None:
        return None
    return cost_of_doing_nothing(known.cases, _as_factor(item, known.share), known.unit_cost)


def less(saving: MeasureSaving) -> Estimate | None:
    """By how much the share falls, as the item counts it."""
    return entered(saving.less, saving.less_to, saving.evidence)


def fewer(document: Document, saving: MeasureSaving) -> Estimate | None:
    """How often less a year: cases × share by which it falls, never more than there is today."""
    item = document.find(saving.item)
    if not isinstance(item, CostItem):
        return None
    known, by = factors(item), less(saving)
    if known.cases is None or by is None:
        return None
    most = known.share.high if known.share is not None else _whole(item)
    held = Estimate(min(by.low, most), min(by.high, most), by.assumed)
    return product((known.cases, _as_factor(item, held)))


def saved(document: Document, saving: MeasureSaving) -> Estimate | None:
    """€ a year; None where a factor is missing."""
    often, item = fewer(document, saving), document.find(saving.item)
    if often is None or not isinstance(item, CostItem) or (each := factors(item).unit_cost) is None:
        return None
    return often * each


def doing_nothing(document: Document, journey: Id | None) -> DoingNothing:
    """What a journey and its touchpoints cost while nothing is done; for None those of all journeys."""
    listed = [item for item in document.all(CostItem) if journey in (None, _journey(document, item))]
    known = [(item, cost) for item in listed if (cost := item_cost(item)) is not None]
    costed = {item.id for item, _ in known}
    return DoingNothing(tuple(known), tuple(item for item in listed if item.id not in costed))


def _journey(document: Document, item: CostItem) -> Id:
    about = document.find(item.about)
    return document.journey_of(about).id if isinstance(about, Touchpoint) else item.about


def _whole(item: CostItem) -> float:
    return _HUNDRED if item.counted_as is CountedAs.PER_CENT else 1.0


def _as_factor(item: CostItem, share: Estimate | None) -> Estimate:
    """What the cases are multiplied by: per cent as a share of one."""
    if share is None:
        return exactly(1.0)
    return Estimate(share.low / _whole(item), share.high / _whole(item), share.assumed)
