"""The drift to expect between two surveys with nothing done: extreme values come back to the middle (Kelley 1927)."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.analysis.statistics.interval import Moments
from cxstudio.model import Id

_FEWEST = 2


def expected_drifts(before: Mapping[Id, tuple[float, Moments]]) -> dict[Id, float]:
    """Touchpoint → by how much its mean would move by itself: (1 − r)(M − m).

    `before` holds each touchpoint's mean in the earlier survey and the moments of that mean; M is the mean of the
    means, r = max(0, 1 − mean variance of a mean / variance of the means). Nothing of a single touchpoint.
    """
    if len(before) < _FEWEST:
        return {}
    middle = sum(mean for mean, _ in before.values()) / len(before)
    spread = sum((mean - middle) ** 2 for mean, _ in before.values()) / (len(before) - 1)
    noise = sum(found.variance for _, found in before.values()) / len(before)
    held = max(0.0, 1 - noise / spread) if spread > 0 else 0.0
    return {touchpoint: (1 - held) * (middle - mean) for touchpoint, (mean, _) in before.items()}
