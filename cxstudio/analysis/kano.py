"""Pairs of Kano answers by the evaluation table (Berger et al. 1993)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from cxstudio.model.kinds import RequirementKind


class KanoKind(StrEnum):
    """What a pair of answers says about a requirement."""

    ATTRACTIVE = "A"
    ONE_DIMENSIONAL = "O"
    MUST_BE = "M"
    INDIFFERENT = "I"
    REVERSE = "R"
    QUESTIONABLE = "Q"


EVALUATION_TABLE: Final = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
"""Row: answer if it is there, column: answer if it is missing; 1 like it … 5 dislike it."""

REQUIREMENT_OF: Final = {
    KanoKind.ATTRACTIVE: RequirementKind.DELIGHT,
    KanoKind.ONE_DIMENSIONAL: RequirementKind.PERFORMANCE,
    KanoKind.MUST_BE: RequirementKind.BASIC,
}


def kano_kind(functional: int, dysfunctional: int) -> KanoKind:
    """The kind one pair of answers (each 1 to 5) stands for."""
    return KanoKind(EVALUATION_TABLE[functional - 1][dysfunctional - 1])


def kano_counts(pairs: Mapping[str, int]) -> dict[KanoKind, int]:
    """Answers per kind from joint counts ("1|5" → 7); pairs with a skipped half tell nothing."""
    counts = dict.fromkeys(KanoKind, 0)
    for pair, n in pairs.items():
        functional, _, dysfunctional = pair.partition("|")
        if functional.isdecimal() and dysfunctional.isdecimal():
            counts[kano_kind(int(functional), int(dysfunctional))] += n
    return counts


def leading_kind(counts: Mapping[KanoKind, int]) -> KanoKind | None:
    """The kind most people's answers give; None where none leads alone."""
    ranked = sorted(counts.items(), key=lambda c: -c[1])
    if not ranked or not ranked[0][1] or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
