"""Kano: pairs of answers (what if it is there, what if it is missing) → kinds of requirement. Berger et al. 1993."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cxstudio.analysis.answers import pair


class KanoKind(StrEnum):
    ATTRACTIVE = "attractive"
    ONE_DIMENSIONAL = "one_dimensional"
    MUST_BE = "must_be"
    INDIFFERENT = "indifferent"
    REVERSE = "reverse"
    QUESTIONABLE = "questionable"


_LETTERS = dict(zip("AOMIRQ", KanoKind, strict=True))
_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
"""Row: answer if it is there; column: if it is missing; 1 like, 2 must be, 3 neutral, 4 can live with, 5 dislike."""
_PRECEDENCE = "MOAIRQ"
"""On a tie the kind that matters more wins."""


@dataclass(frozen=True, slots=True)
class KanoFigures:
    """What one touchpoint (or feature) is to those who answered."""

    counts: dict[KanoKind, int]
    n: int
    skipped: int
    kind: KanoKind
    """The most frequent kind."""
    better: float | None
    """(A + O) / (A + O + M + I): how much it can please, 0 … 1; None where nobody is in these kinds."""
    worse: float | None
    """−(O + M) / (A + O + M + I): how much its lack annoys, −1 … 0."""


def kano_kind(there: int, missing: int) -> KanoKind:
    """The kind a pair of answers stands for; both from 1 (like) to 5 (dislike)."""
    return _LETTERS[_TABLE[there - 1][missing - 1]]


def kano_figures(pairs: Mapping[str, int]) -> KanoFigures | None:
    """What joint counts "there|missing" → answers say; None without a single whole pair."""
    counts = dict.fromkeys(KanoKind, 0)
    skipped = 0
    for key, times in pairs.items():
        there, missing = pair(key)
        if times <= 0:
            continue
        if there is None or missing is None or not (1 <= there <= 5 and 1 <= missing <= 5):
            skipped += times
        else:
            counts[kano_kind(there, missing)] += times
    n = sum(counts.values())
    if not n:
        return None
    ordered = [_LETTERS[letter] for letter in _PRECEDENCE]
    a, o, m = (counts[kind] for kind in (KanoKind.ATTRACTIVE, KanoKind.ONE_DIMENSIONAL, KanoKind.MUST_BE))
    base = a + o + m + counts[KanoKind.INDIFFERENT]
    return KanoFigures(
        counts=counts,
        n=n,
        skipped=skipped,
        kind=max(ordered, key=lambda kind: counts[kind]),
        better=(a + o) / base if base else None,
        worse=-(o + m) / base if base else None,
    )
