"""How often the interval of a survey holds the mean of those it stands for: by enumeration, and simulated."""

from __future__ import annotations

import random
from collections import Counter
from itertools import product
from math import comb

import pytest

from cxstudio.analysis.statistics.interval import mean_interval

SAMPLES = 3000
SIZES = (5, 8, 12, 20, 46, 120)
DISASTERS = (0.02, 0.05, 0.1, 0.18, 0.3, 0.5)
"""Share of people at the bad end; everybody else is spread around a middle value."""
REST = {"spread": {-2: 0.1, -1: 0.25, 0: 0.4, 1: 0.2, 2: 0.05}, "content": {0: 0.5, 1: 0.5}}


def population(disaster: float, rest: dict[int, float]) -> dict[int, float]:
    return {-6: disaster, **{value: share * (1 - disaster) for value, share in rest.items()}}


def test_of_two_values_only_it_holds_the_truth_nearly_always() -> None:
    """Everybody had a disaster or nothing at all: every sample can be counted, and none is worse than 87 %."""
    for disaster, n in product(DISASTERS, SIZES):
        held = 0.0
        for k in range(n + 1):
            counts = tuple((value, times) for value, times in ((-6, k), (0, n - k)) if times)
            low, high = mean_interval(counts, -6, 6)
            held += comb(n, k) * disaster**k * (1 - disaster) ** (n - k) * (low <= -6 * disaster <= high)
        assert held >= 0.87, (disaster, n, held)


@pytest.mark.torture
@pytest.mark.parametrize(("disaster", "kind"), list(product(DISASTERS, REST)))
def test_the_interval_holds_the_truth_in_nine_of_ten_samples(disaster: float, kind: str) -> None:
    shares = population(disaster, REST[kind])
    truth = sum(value * share for value, share in shares.items())
    for n in SIZES:
        chance = random.Random(f"{disaster} {kind} {n}")
        held = 0
        for _ in range(SAMPLES):
            drawn = Counter(chance.choices(list(shares), weights=list(shares.values()), k=n))
            low, high = mean_interval(tuple(sorted(drawn.items())), -6, 6)
            held += low <= truth <= high
        assert held / SAMPLES >= 0.89, (n, held / SAMPLES)


def test_no_sample_of_eight_without_a_disaster_says_surely_okay() -> None:
    """Where 18 % of people had one, every fifth such sample has none: the mean of all is then −1.08."""
    for counts in (((0, 8),), ((0, 6), (1, 2)), ((-1, 2), (0, 6))):
        low, _ = mean_interval(counts, -6, 6)
        assert low <= -1
