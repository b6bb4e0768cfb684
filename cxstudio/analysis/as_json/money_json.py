"""What the plan costs and brings, and what doing nothing costs, as plain data."""

from __future__ import annotations

from typing import Any

from cxstudio.analysis.money.cost_items import doing_nothing
from cxstudio.analysis.money.estimate import Estimate
from cxstudio.analysis.money.payback import Payback
from cxstudio.analysis.money.plan_money import MeasureMoney, PlanTotal, measure_money, plan_total
from cxstudio.model import Document, Measure
from cxstudio.model.kinds import MeasureStatus

Plain = dict[str, Any]


def money_json(document: Document) -> Plain:
    """Every measure that was not dropped, those up for approval and all of them together, and the items of cost."""
    live = [m for m in document.all(Measure) if m.status is not MeasureStatus.DROPPED]
    asked = [m for m in live if m.status is MeasureStatus.PROPOSED]
    nothing = doing_nothing(document, None)
    return {
        "measures": [_measure(measure_money(document, measure)) for measure in live],
        "for_approval": _total(plan_total(document, asked)),
        "all": _total(plan_total(document, live)),
        "doing_nothing": {
            "items": [
                {"id": item.id, "about": item.about, "title": item.title, "cost": _estimate(cost)}
                for item, cost in nothing.items
            ],
            "total": _estimate(nothing.total),
        },
    }


def _measure(found: MeasureMoney) -> Plain:
    return {
        "id": found.measure,
        "once": _estimate(found.once),
        "per_year": _estimate(found.per_year),
        "benefit": _estimate(found.benefit),
        "counted_in": list(found.counted_in),
        "payback": _payback(found.payback),
    }


def _total(whole: PlanTotal) -> Plain:
    return {
        "measures": list(whole.measures),
        "once": _estimate(whole.once),
        "per_year": _estimate(whole.per_year),
        "benefit": _estimate(whole.benefit),
        "payback": _payback(whole.payback),
    }


def _estimate(found: Estimate | None) -> Plain | None:
    return None if found is None else {"low": found.low, "high": found.high, "assumed": found.assumed}


def _payback(found: Payback | None) -> Plain | None:
    return None if found is None else {"best": found.best, "worst": found.worst, "assumed": found.assumed}
