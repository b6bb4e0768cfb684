"""Quantiles of Student's t distribution, through the beta distribution."""

from __future__ import annotations

from functools import lru_cache

from cxstudio.analysis.statistics.beta_distribution import below


@lru_cache(maxsize=4096)
def t_quantile(probability: float, freedom: float) -> float:
    """The value below which a share `probability` (0 < p < 1) of a t distribution lies; `freedom` ≥ 1 degrees."""
    if not 0 < probability < 1 or freedom < 1:
        raise ValueError("probability must lie inside 0 … 1 and freedom be at least 1")
    if probability == 0.5:
        return 0.0
    if probability < 0.5:
        return -t_quantile(1 - probability, freedom)
    high = 1.0
    while t_below(high, freedom) < probability:
        high *= 2
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if t_below(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return high


def t_below(value: float, freedom: float) -> float:
    """The share of a t distribution below `value`."""
    square = value * value
    total = freedom + square
    tail = below(freedom / total, freedom / 2, 0.5, square / total) / 2
    return 1 - tail if value > 0 else tail
