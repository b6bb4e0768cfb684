"""Sums and changed shares as they are shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

FROM = 1000
"""Sums from so many € on are shown to the nearest hundred."""
STEP = 100
_ALMOST = 1e-9


@dataclass(frozen=True, slots=True)
class ShownSum:
    """A sum as it is shown."""

    value: float
    about: bool
    """Rounding changed it: "about" is said."""


def shown_sum(value: float) -> ShownSum:
    """A sum of € to the nearest hundred (a half away from zero) from 1,000 € on; smaller ones to the euro."""
    step = STEP if abs(value) >= FROM else 1
    size = math.floor(abs(value) / step + 0.5 + _ALMOST) * step
    rounded = float(-size if value < 0 and size else size)
    return ShownSum(rounded, step == STEP and abs(rounded - value) > _ALMOST * max(1.0, abs(value)))


@dataclass(frozen=True, slots=True)
class ChangedShare:
    """How a share moved, both ways to say it."""

    points: float
    """Percentage points: 38 → 20 % are −18."""
    per_cent: float | None
    """Per cent of what it was: −47.4 there; None from nothing."""


def changed_share(before: float, after: float) -> ChangedShare:
    """From and to in per cent, 0 … 100."""
    points = after - before
    return ChangedShare(points, 100 * points / before if before else None)
