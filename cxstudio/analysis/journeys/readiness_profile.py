"""The profile of the readiness check: each statement with its answers, their spread, and what comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.model import Document, Readiness
from cxstudio.model.readiness_scale import LEAST_SHEETS, POINTS

LOW: Final = 3.0
"""Up to this a statement is worked on first."""
_APART: Final = 2
"""Points between the quartiles from which answers lie apart."""
MOST_FIRST: Final = 3


class ReadinessRow(NamedTuple):
    """One statement."""

    item: str
    together: int | None
    """What the group agreed on."""
    n: int
    """People who answered."""
    counts: tuple[int, ...]
    """Answers from 1 to 5; empty where fewer than five answered."""
    mean: float | None
    """As it is shown, one decimal; None where fewer than five answered."""
    apart: bool
    """Whether the answers lie far apart: worth a talk before anything is done."""

    @property
    def level(self) -> float | None:
        """What it is judged by: the answers of people, else what the group agreed on."""
        return self.mean if self.mean is not None else self.together


def readiness_profile(document: Document, items: Sequence[str]) -> tuple[ReadinessRow, ...]:
    """A row for each of these statements, in their order."""
    record = next(iter(document.all(Readiness)), None)
    return tuple(_row(record, item) for item in items)


def come_first(rows: Sequence[ReadinessRow]) -> tuple[ReadinessRow, ...]:
    """The lowest statements that are low at all, at most three; all of those that are level with the last one."""
    low = sorted((r for r in rows if r.level is not None and r.level <= LOW), key=lambda r: r.level or 0.0)
    if len(low) <= MOST_FIRST:
        return tuple(low)
    border = low[MOST_FIRST - 1].level
    return tuple(r for r in low if r.level is not None and border is not None and r.level <= border)


def _row(record: Readiness | None, item: str) -> ReadinessRow:
    if record is None:
        return ReadinessRow(item, None, 0, (), None, False)
    said = record.answers.get(item, "")
    together = int(said) if said in {str(n) for n in range(1, POINTS + 1)} else None
    counts = tuple(record.counts.get(f"{item}:{value}", 0) for value in range(1, POINTS + 1))
    n = sum(counts)
    if n < LEAST_SHEETS:
        return ReadinessRow(item, together, n, (), None, False)
    mean = shown(sum(value * count for value, count in enumerate(counts, 1)) / n)
    every = [value for value, count in enumerate(counts, 1) for _ in range(count)]
    apart = every[(3 * n - 1) // 4] - every[n // 4] >= _APART
    return ReadinessRow(item, together, n, counts, mean, apart)
