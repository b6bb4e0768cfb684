"""The shortlist: what the first pass left over, and the time a full rating of it takes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from cxstudio.model import Document, Id
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


def minutes_needed(touchpoints: int, questions: int = QUESTIONS) -> int:
    """Whole minutes one person needs to answer so many questions about so many touchpoints, at least 1; 0 for none."""
    return ceil(touchpoints * questions * SECONDS_PER_ANSWER / 60 - 1e-9)
