"""Several segments as one figure, each with its share of those meant; the raw figure always stands beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Weighted:
    """A weighted mean in the unit of its segments, and its standard error."""

    mean: float
    error: float


def weighted_total(means: Sequence[float], variances: Sequence[float], shares: Sequence[float]) -> Weighted:
    """Σ wₛmₛ and √(Σ wₛ²Vₛ), with V the variance of each segment's mean (`interval.moments`).

    Raises ValueError where shares (0 … 1) do not add up to 1, or segments are missing.
    """
    if not means or not len(means) == len(variances) == len(shares):
        raise ValueError("every segment needs a mean, a variance and a share")
    if min(shares) < 0 or abs(sum(shares) - 1) > _CLOSE:
        raise ValueError("shares add up to 1")
    mean = sum(w * m for w, m in zip(shares, means, strict=True))
    return Weighted(mean, math.sqrt(sum(w * w * v for w, v in zip(shares, variances, strict=True))))
