"""Pools of cost: what doing nothing costs at one touchpoint in one unit, and what several measures save of it together.

A case's handling cost and its lost margin belong to one pool only, so that nothing is counted twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxstudio.analysis.money.estimate import Estimate, product, total
from cxstudio.model import Id


@dataclass(frozen=True, slots=True)
class Pool:
    """Where the cost arises, and what is counted."""

    touchpoint: Id
    unit: str
    """"calls", "drop-outs" …: as people wrote it."""


@dataclass(frozen=True, slots=True)
class Saving:
    """What one measure saves of a pool, € a year."""

    measure: Id
    pool: Pool
    amount: Estimate
    contained: bool = False
    """Known to be part of what another measure saves in the same pool."""


def cost_of_doing_nothing(cases_a_year: Estimate, share: Estimate, unit_cost: Estimate) -> Estimate:
    """€ a year in one pool: cases a year × share of them affected (or times per case) × € each."""
    return product((cases_a_year, share, unit_cost))


def pool_benefit(savings: Iterable[Saving], pool: Estimate | None = None) -> Estimate:
    """What measures save of one pool together, € a year: from the largest alone to their sum, never more than the pool.

    A contained saving adds nothing to the sum. `pool` is what doing nothing costs there; None where nobody knows.
    """
    listed = list(savings)
    most = math.inf if pool is None else max(0.0, pool.high)
    low = min(most, max((one.amount.low for one in listed), default=0.0))
    largest = max((one.amount.high for one in listed), default=0.0)
    added = math.fsum(one.amount.high for one in listed if not one.contained)
    assumed = any(one.amount.assumed for one in listed) or bool(listed and pool is not None and pool.assumed)
    return Estimate(low, max(low, min(most, max(largest, added))), assumed)


def benefit(savings: Iterable[Saving], pools: Mapping[Pool, Estimate]) -> Estimate:
    """What measures save together, € a year: each pool counted once, then added up."""
    by_pool: dict[Pool, list[Saving]] = {}
    for one in savings:
        by_pool.setdefault(one.pool, []).append(one)
    return total(pool_benefit(found, pools.get(pool)) for pool, found in by_pool.items())


def independent_benefit(saved: Iterable[float], pool: float) -> float:
    """What measures of one pool would save if each took its share of what the others leave, € a year.

    Between the ends `pool_benefit` gives. Raises ValueError for a pool with nothing in it.
    """
    if pool <= 0:
        raise ValueError("nothing can be saved of an empty pool")
    left = math.prod(1 - min(1.0, max(0.0, one / pool)) for one in saved)
    return pool * (1 - left)
