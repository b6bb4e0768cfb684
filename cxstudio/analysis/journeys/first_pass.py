"""The shortlist: what the first pass left over, and the time a full rating of it takes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from cxstudio.model import Document, Id, Journey
from cxstudio.model.kinds import ShortlistMark

SECONDS_PER_ANSWER: Final = 6.0
"""One person reading a touchpoint and answering one question about it: 4 questions × 214 touchpoints = 86 minutes."""
QUESTIONS: Final = 4
"""A full rating: expectation, experience, emotion, importance."""
FEWEST: Final = 12
MOST: Final = 25
"""So many touchpoints are rated in full: fewer hide a critical one, more tire the room."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Touchpoints of a journey by what the first pass said of them, each in the order of the map."""

    burning: tuple[Id, ...]
    check: tuple[Id, ...]
    skipped: tuple[Id, ...]
    unmarked: tuple[Id, ...]

    @property
    def kept(self) -> tuple[Id, ...]:
        """What goes on to the full rating: the burning ones first."""
        return self.burning + self.check

    @property
    def total(self) -> int:
        """All touchpoints of the journey."""
        return len(self.kept) + len(self.skipped) + len(self.unmarked)

    @property
    def marked(self) -> int:
        """How many have been looked at."""
        return self.total - len(self.unmarked)


def shortlist(document: Document, journey: Id) -> Shortlist:
    """What the first pass over a journey said."""
    found: dict[ShortlistMark | None, list[Id]] = {}
    for touchpoint in document.journey_touchpoints(journey):
        found.setdefault(touchpoint.shortlist, []).append(touchpoint.id)
    marks = (ShortlistMark.BURNING, ShortlistMark.CHECK, ShortlistMark.SKIP, None)
    return Shortlist(*(tuple(found.get(mark, ())) for mark in marks))


@dataclass(frozen=True, slots=True)
class ToRate:
    """What is rated in full, in the order of the map: on paper, in a pile of sheets, in the table."""

    touchpoints: tuple[Id, ...]
    total: int
    """All touchpoints of the journey."""

    @property
    def shortened(self) -> bool:
        """Whether it is a shortlist."""
        return len(self.touchpoints) < self.total


def to_rate(document: Document, journey: Id, *, chosen: bool = False) -> ToRate:
    """The shortlist, once every touchpoint was looked at or somebody chose it before that; else all touchpoints."""
    made = shortlist(document, journey)
    listed = tuple(touchpoint.id for touchpoint in document.journey_touchpoints(journey))
    if not made.kept or (made.unmarked and not chosen and not document.get(Journey, journey).shortlist_only):
        return ToRate(listed, len(listed))
    kept = frozenset(made.kept)
    return ToRate(tuple(t for t in listed if t in kept), len(listed))


def minutes_needed(touchpoints: int, questions: int = QUESTIONS) -> int:
    """Whole minutes one person needs to answer so many questions about so many touchpoints, at least 1; 0 for none."""
    return ceil(touchpoints * questions * SECONDS_PER_ANSWER / 60 - 1e-9)
