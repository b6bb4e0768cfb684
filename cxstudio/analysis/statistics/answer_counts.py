"""Single ratings and counts of a survey, read into the same tables: value → number of answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from cxstudio.caches import cached
from cxstudio.model import SurveyCounts, TouchpointRatings
from cxstudio.model.questions import DELTA, FIGURES, SINGLE, counted, limits

A = TypeVar("A")

SKIP = "-"
_EXPECTATION, _EXPERIENCE = counted("pairs")
_COUNTED_ALONE = tuple(question for question in SINGLE if counted(question.counts) == (question,))


@dataclass(slots=True)
class Table:
    """Answers to one question: value → count, and how many declined or gave something off the scale."""

    counts: dict[int, int] = field(default_factory=dict)
    skipped: int = 0

    def add(self, value: int | None, times: int, low: int, high: int) -> None:
        """Count an answer; None and values off the scale are skips, never zeros."""
        if value is None or not low <= value <= high:
            self.skipped += times
        else:
            self.counts[value] = self.counts.get(value, 0) + times

    @property
    def n(self) -> int:
        """Number of answers."""
        return sum(self.counts.values())


@dataclass(slots=True)
class Answers:
    """Everything answered about one touchpoint in one round; it does not matter how it was kept."""

    tables: dict[str, Table] = field(default_factory=lambda: {figure: Table() for figure in (*FIGURES, DELTA)})
    """Per question, and of the paired differences experience − expectation; there a half declined is a skip."""

    @property
    def empty(self) -> bool:
        """Whether nobody said anything, not even that they skip it."""
        return not any(self.tables[figure].counts or self.tables[figure].skipped for figure in FIGURES)


def answers(ratings: Iterable[TouchpointRatings], counts: Iterable[SurveyCounts], scale: int) -> Answers:
    """The answers of single ratings and counts together, on a scale from 1 to `scale`."""
    into = Answers()
    for record in ratings:
        _add_ratings(into, record, scale)
    for survey in counts:
        _add_counts(into, survey, scale)
    return into


def _add_ratings(into: Answers, record: TouchpointRatings, scale: int) -> None:
    for question in SINGLE:
        table, (low, high) = into.tables[question.name], question.limits(scale)
        for answer, times in _tally(getattr(record, question.name).values()).items():
            table.add(answer, times, low, high)
    lived = record.experience
    both = [(expected, lived[voice]) for voice, expected in record.expectation.items() if voice in lived]
    for (expected, experienced), times in _tally(both).items():
        into.tables[DELTA].add(difference(expected, experienced, scale), times, *limits(DELTA, scale))


def _tally(given: Iterable[A]) -> dict[A, int]:
    """How often each answer was given."""
    found: dict[A, int] = {}
    for answer in given:
        found[answer] = found.get(answer, 0) + 1
    return found


def difference(expected: int | None, experienced: int | None, scale: int) -> int | None:
    """Experience − expectation of one person; None where a half is declined or off the scale."""
    if expected is None or experienced is None:
        return None
    low, high = _EXPERIENCE.limits(scale)
    if not (low <= expected <= high and low <= experienced <= high):
        return None
    return experienced - expected


def _add_counts(into: Answers, record: SurveyCounts, scale: int) -> None:
    _add_pairs(into, record, scale)
    for question in _COUNTED_ALONE:
        table = into.tables[question.name]
        for key, times in getattr(record, question.counts).items():
            if times > 0:
                table.add(whole(key), times, *question.limits(scale))


def _add_pairs(into: Answers, record: SurveyCounts, scale: int) -> None:
    """Joint counts, without a call for every one: a survey of thousands of touchpoints has hundreds of thousands."""
    low, high = _EXPERIENCE.limits(scale)
    expectation, experience, delta = (into.tables[name] for name in (_EXPECTATION.name, _EXPERIENCE.name, DELTA))
    expecting, living, differing = expectation.counts, experience.counts, delta.counts
    for key, times in record.pairs.items():
        if times <= 0:
            continue
        expected, experienced = pair(key)
        first = expected is not None and low <= expected <= high
        second = experienced is not None and low <= experienced <= high
        if first and expected is not None:
            expecting[expected] = expecting.get(expected, 0) + times
        else:
            expectation.skipped += times
        if second and experienced is not None:
            living[experienced] = living.get(experienced, 0) + times
        else:
            experience.skipped += times
        if first and second and expected is not None and experienced is not None:
            by = experienced - expected
            differing[by] = differing.get(by, 0) + times
        else:
            delta.skipped += times


@cached(4096)
def pair(key: str) -> tuple[int | None, int | None]:
    """The two halves of a joint count's key: "6|3" → (6, 3), a skipped or unreadable half is None."""
    first, _, second = key.partition("|")
    return whole(first), whole(second)


def whole(text: str) -> int | None:
    """A key as a whole number, None for a skip or anything else."""
    try:
        return int(text)
    except ValueError:
        return None


def voices(ratings: Iterable[TouchpointRatings]) -> list[str]:
    """Everybody who gave at least one answer, sorted."""
    found: set[str] = set()
    for record in ratings:
        for given in (getattr(record, figure) for figure in FIGURES):
            if None in given.values():
                found.update(voice for voice, answer in given.items() if answer is not None)
            else:
                found.update(given)
    return sorted(found)
