"""Which scale numbers were given on, and which of them are codes for “no answer”, told from all columns together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

USUAL: Final = (5, 7, 10, 11)
"""Points of scales nobody needs to be asked about."""
CODES: Final = frozenset({66, 77, 88, 96, 97, 98, 99, *(111 * n for n in range(6, 10)), 996, 997, 998, 9999})
"""Numbers that programs write for “no answer”, whatever the scale; the same below zero."""
_LONGEST: Final = 10
_DETACHED: Final = range(6, 10)
"""Numbers that may be such a code where they lie beyond the scale with a gap."""
_FEW: Final = 30
"""Answers below which a step nobody gave says little."""
_RARE: Final = 0.5
"""Share of the columns a last step has to occur in, to be taken for one."""


@dataclass(frozen=True, slots=True)
class NumberScale:
    """The scale of a survey's numbers."""

    lowest: int
    highest: int
    missing: frozenset[int] = frozenset()
    """Numbers taken for “no answer”."""
    zero_is_missing: bool = False
    sure: bool = True
    """Whether the length needs no question."""
    zero_sure: bool = True

    @property
    def points(self) -> int:
        """How many steps it has."""
        return self.highest - self.lowest + 1


def is_code(value: int) -> bool:
    """Whether a number can be nothing but a code on scales up to ten points."""
    return abs(value) in CODES


def own_scale(numbers: Mapping[int, int]) -> tuple[int, int] | None:
    """Lowest and highest number of one column that can belong to a scale; None where there is none."""
    low, high = min(numbers, default=1), 0
    lonely = low < 0 and low <= -7 and not any(value in numbers for value in range(low + 1, 0))
    values = sorted(v for v in numbers if not is_code(v) and not (lonely and v == low))
    values = [v for v in values if v != -1 or 0 in numbers or -2 in numbers]
    if not values or values[0] < -5 or values[-1] > _LONGEST:
        return None
    high = values[-1]
    while high in _DETACHED and len(values) > 1 and _complete(values[:-1]) and high - values[-2] > 1:
        values.pop()
        high = values[-1]
    return values[0], high


def mostly_on_scale(numbers: Mapping[int, int]) -> dict[int, int]:
    """The numbers without a few no scale holds, typing errors as a rule; empty where these are not the fewer."""
    kept = {value: n for value, n in numbers.items() if -_LONGEST <= value <= _LONGEST}
    return kept if sum(kept.values()) * 2 > sum(numbers.values()) else {}


def common_scale(columns: Sequence[Mapping[int, int]]) -> NumberScale | None:
    """The scale most of these columns were answered on; None without numbers."""
    own = [(numbers, ends) for numbers in columns if (ends := own_scale(numbers)) is not None]
    if not own:
        return None
    tops = Counter(high for _, (_, high) in own)
    highest = max(tops.items(), key=lambda t: (t[1], t[0]))[0]
    inside = [numbers for numbers, (_, high) in own if high <= highest] or [numbers for numbers, _ in own]
    pooled: Counter[int] = Counter()
    for numbers in inside:
        pooled.update(numbers)
    lowest = min(low for numbers, (low, _) in own if numbers in inside)
    missing = {v for numbers, _ in own for v in numbers if _stray(v, lowest, highest)}
    answers = sum(n for v, n in pooled.items() if lowest <= v <= highest)
    if lowest < 0:
        return _signed(lowest, highest, frozenset(missing), answers)
    if lowest == 0:
        return _from_zero(inside, highest, frozenset(missing), answers)
    return _from_one(inside, highest, frozenset(missing), answers)


def stray_codes(numbers: Mapping[int, int], scale: NumberScale) -> frozenset[int]:
    """The codes for “no answer” in one column."""
    return frozenset(v for v in numbers if _stray(v, scale.lowest, scale.highest))


def fits(numbers: Mapping[int, int], scale: NumberScale) -> bool:
    """Whether a column's numbers lie on the scale, but for codes."""
    return all(scale.lowest <= v <= scale.highest or _stray(v, scale.lowest, scale.highest) or v == 0 for v in numbers)


def _stray(value: int, lowest: int, highest: int) -> bool:
    if lowest <= value <= highest:
        return False
    beyond = value in _DETACHED and value > highest + 1
    return is_code(value) or beyond or (value < 0 <= lowest and value >= -9)


def _complete(values: Sequence[int]) -> bool:
    """Whether numbers run without a gap from 0 or 1 to at least 3."""
    return values[0] in {0, 1} and values[-1] >= 3 and len(values) == values[-1] - values[0] + 1


def _signed(lowest: int, highest: int, missing: frozenset[int], answers: int) -> NumberScale:
    end = max(-lowest, highest)
    return NumberScale(-end, end, missing, sure=end in {2, 3} and answers >= _FEW)


def _from_zero(inside: Sequence[Mapping[int, int]], highest: int, missing: frozenset[int], answers: int) -> NumberScale:
    """From 0, unless nought stands for “does not concern me” beside 1 to 5 or 1 to 7."""
    with_zero = sum(1 for numbers in inside if 0 in numbers)
    widely = with_zero * 2 > len(inside)
    if highest >= 9:
        return NumberScale(0, 10, missing, sure=highest == 10 or answers >= _FEW)
    if highest in {4, 6}:
        return NumberScale(0, highest, missing, zero_sure=widely) if widely else _no_zero(inside, highest, missing)
    if highest in {5, 7} and widely and _evenly(inside):
        return NumberScale(0, highest, missing, sure=True, zero_sure=False)
    return _no_zero(inside, highest, missing)


def _no_zero(inside: Sequence[Mapping[int, int]], highest: int, missing: frozenset[int]) -> NumberScale:
    scale = _from_one(inside, highest, missing, sum(n for numbers in inside for v, n in numbers.items() if v > 0))
    return NumberScale(1, scale.highest, scale.missing, zero_is_missing=True, sure=scale.sure, zero_sure=False)


def _evenly(inside: Iterable[Mapping[int, int]]) -> bool:
    """Whether nought was given about as often as the other steps, as a step is."""
    pooled: Counter[int] = Counter()
    for numbers in inside:
        pooled.update(numbers)
    others = [n for value, n in pooled.items() if value > 0]
    return bool(others) and pooled[0] * 3 >= max(others)


def _from_one(inside: Sequence[Mapping[int, int]], highest: int, missing: frozenset[int], answers: int) -> NumberScale:
    """From 1. A last step few columns have may be a code; a length few surveys have is asked about."""
    told = [numbers for numbers in inside if sum(numbers.values()) >= 10] or list(inside)
    having = sum(1 for numbers in told if highest in numbers)
    pooled = {value for numbers in inside for value in numbers if 1 <= value < highest}
    if highest in _DETACHED and having < _RARE * len(told) and highest - 1 in {*USUAL} & pooled:
        return NumberScale(1, highest - 1, missing | {highest}, sure=False)
    if highest in USUAL:
        return NumberScale(1, highest, missing, sure=True)
    seen = highest if answers >= _FEW and highest > 2 else next(points for points in USUAL if points >= highest)
    return NumberScale(1, seen, missing, sure=False)
