"""What would follow if one path were taken by another share of those who come by: always said to be an assumption."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.flow.what_if import ChangedWay, Span, WhatIf
from cxstudio.analysis.money.cost_items import item_cost
from cxstudio.analysis.money.estimate import Estimate, total
from cxstudio.model import CostItem, Document
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.plan.money_sentences import ASSUMED, summed_money
from cxstudio.wording.texts import Texts

_NAMED: Final = 3
"""Touchpoints named whose visits change most."""
_SEEN: Final = 0.005


def what_if_sentences(document: Document, way: ChangedWay, found: WhatIf | None, texts: Texts) -> list[str]:
    """Who would arrive, what would be passed more or less often, and what that would cost."""
    if found is None:
        return [texts.tr("This cannot be calculated: the paths are not drawn to an end, or nobody would be left.")]
    share = _share(way.low, way.high, texts)
    arrive, today = _share(found.arrive.low, found.arrive.high, texts), texts.share(found.arrive.today)
    if way.drops_out:
        said = texts.tr("If drop-out here were {share} and all else stayed the same, {arrive} would arrive "
                        "(today {today}). Assumption.", share=share, arrive=arrive, today=today)  # fmt: skip
    else:
        said = texts.tr("If {share} took this path and all else stayed the same, {arrive} would arrive "
                        "(today {today}). Assumption.", share=share, arrive=arrive, today=today)  # fmt: skip
    return [part for part in (said, _visits(document, found, texts), _cost(document, found, texts)) if part]


def _visits(document: Document, found: WhatIf, texts: Texts) -> str:
    moved = sorted(found.visits, key=lambda t: -_moved(found.visits[t]))
    parts = [
        texts.tr("{touchpoint} {today} → {times}", touchpoint=short_name(document, t),
                 today=texts.number(found.visits[t].today, 2), times=_times(found.visits[t], texts))
        for t in moved[:_NAMED] if _moved(found.visits[t]) >= _SEEN
    ]  # fmt: skip
    return texts.tr("Visits per case: {visits}.", visits=" · ".join(parts)) if parts else ""


def _cost(document: Document, found: WhatIf, texts: Texts) -> str:
    """What doing nothing costs at touchpoints that are passed more or less often, as often as they then are."""
    changes = []
    for item in document.all(CostItem):
        visits, cost = found.visits.get(item.about), item_cost(item)
        if visits is not None and cost is not None and visits.today > 0 and _moved(visits) >= _SEEN:
            by = Estimate(visits.low / visits.today - 1, visits.high / visits.today - 1, assumed=True)
            changes.append(cost * by)
    if not changes:
        return ""
    whole = total(changes)
    if whole.low >= 0:
        return texts.tr("Cost there: {money} a year more.", money=summed_money(whole, texts))
    if whole.high <= 0:
        less = Estimate(-whole.high, -whole.low, whole.assumed)
        return texts.tr("Cost there: {money} a year less.", money=summed_money(less, texts))
    low, high = (summed_money(Estimate(end, end), texts) for end in (whole.low, whole.high))
    return texts.tr("Cost there: from {low} to {high} a year {mark}.", low=low, high=high, mark=ASSUMED)


def _moved(span: Span) -> float:
    return max(abs(span.low - span.today), abs(span.high - span.today))


def _share(low: float, high: float, texts: Texts) -> str:
    first, last = texts.number(low * 100), texts.share(high)
    return last if texts.share(low) == last else f"{first}–{last}"


def _times(span: Span, texts: Texts) -> str:
    low, high = texts.number(span.low, 2), texts.number(span.high, 2)
    return low if low == high else f"{low}–{high}"
