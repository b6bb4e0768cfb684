"""Answers invented so that their means come out as told."""

from __future__ import annotations

from collections import Counter
from statistics import NormalDist

_DEVIATION = 1.15
_SHUFFLE = (17, 29)
"""Steps without a common divisor with the number of answers take every answer once, in a mixed order."""


def pair_counts(expectation: float, experience: float, answers: int, points: int) -> dict[str, int]:
    """Joint counts "expectation|experience" of so many answers whose means are those given, to one decimal."""
    expected = _spread(expectation, answers, points, _SHUFFLE[0])
    experienced = _spread(experience, answers, points, _SHUFFLE[1])
    counted = Counter(zip(expected, experienced, strict=True))
    return {f"{a}|{b}": n for (a, b), n in sorted(counted.items())}


def _spread(mean: float, answers: int, points: int, step: int) -> list[int]:
    """Bell-shaped whole answers from 1 to `points`; their sum is the one nearest to the mean."""
    normal = NormalDist(mean, _DEVIATION)
    places = [(i * step % answers + 0.5) / answers for i in range(answers)]
    values = [min(points, max(1, round(normal.inv_cdf(p)))) for p in places]
    missing = round(mean * answers) - sum(values)
    turn = 1 if missing > 0 else -1
    at = 0
    while missing:
        if 1 <= values[at % answers] + turn <= points:
            values[at % answers] += turn
            missing -= turn
        at += step
    return values
