"""Kano: pairs of answers (what if it is there, what if it is missing) → kinds of requirement. Berger et al. 1993."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cxstudio.analysis.statistics.answer_counts import pair
from cxstudio.model import Document, Id, Round, SurveyCounts
from cxstudio.model.kinds import RequirementKind
from cxstudio.model.questions import KANO


class KanoKind(StrEnum):
    ATTRACTIVE = "attractive"
    ONE_DIMENSIONAL = "one_dimensional"
    MUST_BE = "must_be"
    INDIFFERENT = "indifferent"
    REVERSE = "reverse"
    QUESTIONABLE = "questionable"


LETTERS: Final = dict(zip("AOMIRQ", KanoKind, strict=True))
"""Letter of the evaluation table → kind."""
_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
"""Row: answer if it is there; column: if it is missing; 1 like, 2 must be, 3 neutral, 4 can live with, 5 dislike."""
_PRECEDENCE = "MOAIRQ"
"""On a tie the kind that matters more wins."""


REQUIREMENT_OF: Final = {
    KanoKind.MUST_BE: RequirementKind.BASIC,
    KanoKind.ONE_DIMENSIONAL: RequirementKind.PERFORMANCE,
    KanoKind.ATTRACTIVE: RequirementKind.DELIGHT,
}
"""Kinds that say what sort of requirement a touchpoint is; the others say nothing about it."""


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
    return LETTERS[_TABLE[there - 1][missing - 1]]


def kano_figures(pairs: Mapping[str, int]) -> KanoFigures | None:
    """What joint counts "there|missing" → answers say; None without a single whole pair."""
    counts = dict.fromkeys(KanoKind, 0)
    skipped, (low, high) = 0, KANO
    for key, times in pairs.items():
        there, missing = pair(key)
        if times <= 0:
            continue
        if there is None or missing is None or not (low <= there <= high and low <= missing <= high):
            skipped += times
        else:
            counts[kano_kind(there, missing)] += times
    n = sum(counts.values())
    if not n:
        return None
    ordered = [LETTERS[letter] for letter in _PRECEDENCE]
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


def kano_pairs(document: Document, round_id: Id) -> dict[Id, dict[str, int]]:
    """Joint counts "there|missing" of every touchpoint asked in a round, over all segments together."""
    found: dict[Id, dict[str, int]] = {}
    for record in document.having(SurveyCounts, "round", round_id):
        if record.kano:
            total = found.setdefault(record.touchpoint, {})
            for key, times in record.kano.items():
                total[key] = total.get(key, 0) + times
    return found


def round_kano(document: Document, round_id: Id) -> dict[Id, KanoFigures]:
    """What every touchpoint is to those asked in a round, in the order of the map."""
    pairs = kano_pairs(document, round_id)
    journey = document.get(Round, round_id).journey
    listed = [t.id for t in document.journey_touchpoints(journey) if t.id in pairs]
    figures = {touchpoint: kano_figures(pairs[touchpoint]) for touchpoint in listed}
    return {touchpoint: one for touchpoint, one in figures.items() if one is not None}
