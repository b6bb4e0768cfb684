"""Krippendorff's alpha: whether the voices tell touchpoints apart in the same way. For the method note only."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.analysis.statistics.figure_values import RoundFigures

Counts = tuple[tuple[int, int], ...]


def reliability(figures: RoundFigures) -> float | None:
    """Alpha of the experience ratings over the touchpoints of a round."""
    return alpha([f.experience.counts for f in figures.touchpoints if f.experience is not None])


def alpha(units: Iterable[Counts]) -> float | None:
    """Krippendorff's alpha for interval data from value counts per unit; missing answers are simply absent.

    1 is full agreement, 0 what chance gives. Units with one answer pair with nothing and are left out. None where
    fewer than two units remain or every value is the same. Krippendorff 2004, chapter 11.
    """
    pairable = [counts for counts in units if sum(n for _, n in counts) > 1]
    if len(pairable) < 2:
        return None
    total: dict[int, int] = {}
    observed = 0.0
    for counts in pairable:
        n = sum(times for _, times in counts)
        observed += _squares(counts) / (n - 1)
        for value, times in counts:
            total[value] = total.get(value, 0) + times
    everything = tuple(total.items())
    n = sum(total.values())
    expected = _squares(everything) / (n - 1)
    return 1 - observed / expected if expected else None


def _squares(counts: Counts) -> float:
    """Sum of squared differences over all ordered pairs."""
    n = sum(times for _, times in counts)
    total = sum(value * times for value, times in counts)
    squares = sum(value * value * times for value, times in counts)
    return float(2 * (n * squares - total * total))
