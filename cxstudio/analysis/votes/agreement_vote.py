"""A vote on one proposal: yes, yes with changes, no. Shares are compared in whole numbers, never as shown."""

from __future__ import annotations

from dataclasses import dataclass

QUORUM = (2, 3)
"""Two thirds of those eligible have to be present."""
USUAL_MAJORITY = (3, 4)
"""75 % agree."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave which answer. Raises ValueError for fewer than none, or for more answers than people."""

    yes: int
    changes: int
    """Yes, with changes."""
    no: int
    abstained: int
    eligible: int
    """People listed when the vote was opened."""

    def __post_init__(self) -> None:
        if min(self.yes, self.changes, self.no, self.abstained, self.eligible) < 0 or self.present > self.eligible:
            raise ValueError("more answers than people, or fewer than none")

    @property
    def cast(self) -> int:
        """Answers in the denominator; whoever abstains or is absent is in none."""
        return self.yes + self.changes + self.no

    @property
    def present(self) -> int:
        """Those who answered or abstained."""
        return self.cast + self.abstained

    @property
    def absent(self) -> int:
        """Eligible, but not there."""
        return self.eligible - self.present

    @property
    def share(self) -> float | None:
        """Part of yes among the answers, 0 … 1; None without an answer."""
        return self.yes / self.cast if self.cast else None

    @property
    def has_quorum(self) -> bool:
        """At least two thirds of those eligible were present."""
        part, whole = QUORUM
        return self.eligible > 0 and whole * self.present >= part * self.eligible


def agreed(tally: Tally, majority: tuple[int, int] = USUAL_MAJORITY) -> bool:
    """Whether the share of yes reaches a majority given as a fraction; whether there was a quorum is asked apart.

    53 of 71 read 75 %, and are not enough for ¾. Raises ValueError for a fraction that is none.
    """
    part, whole = majority
    if not 0 < part <= whole:
        raise ValueError("a majority is a part of a whole")
    return tally.cast > 0 and whole * tally.yes >= part * tally.cast
