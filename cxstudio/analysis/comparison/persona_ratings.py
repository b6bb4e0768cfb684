"""What several personas rated differently: their newest rounds of the same journey, touchpoint by touchpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.model.rounds import rounds

FiguresOf = Callable[[Id], RoundFigures | None]
LEAST = 1.0
"""Scale points on 1 to 7 from which two experiences differ; range/6 elsewhere."""


class RatedDifferently(NamedTuple):
    """One touchpoint: the experience of each persona, as it is shown; None where it was not rated."""

    touchpoint: Id
    experiences: tuple[float | None, ...]

    @property
    def spread(self) -> float:
        """Between the lowest and the highest."""
        known = [e for e in self.experiences if e is not None]
        return max(known) - min(known) if known else 0.0


class JourneyRated(NamedTuple):
    """A journey at least two of the personas rated on one scale."""

    journey: Id
    rounds: tuple[Id | None, ...]
    differently: tuple[RatedDifferently, ...]
    compared: int
    """Touchpoints at least two of them rated."""


def personas_rated(document: Document, personas: Sequence[Id], figures_of: FiguresOf) -> tuple[JourneyRated, ...]:
    """Journeys two or more of these personas rated; the largest differences first."""
    found = []
    for journey in document.all(Journey):
        newest = [_newest(document, journey.id, persona) for persona in personas]
        base = next((r for r in newest if r is not None), None)
        kept = [r if r is not None and base is not None and (r.scale, r.view) == (base.scale, base.view) else None
                for r in newest]  # fmt: skip
        if base is None or sum(r is not None for r in kept) < 2:
            continue
        figures = [None if r is None else figures_of(r.id) for r in kept]
        rows = [
            RatedDifferently(t.id, tuple(_experience(f, t.id) for f in figures))
            for t in document.journey_touchpoints(journey.id)
        ]
        both = [row for row in rows if sum(e is not None for e in row.experiences) > 1]
        least = LEAST * (base.scale - 1) / 6
        apart = sorted((row for row in both if row.spread >= least - 1e-9), key=lambda row: -row.spread)
        found.append(JourneyRated(journey.id, tuple(None if r is None else r.id for r in kept), tuple(apart),
                                  len(both)))  # fmt: skip
    return tuple(found)


def _newest(document: Document, journey: Id, persona: Id) -> Round | None:
    mine = [r for r in rounds(document, journey) if r.persona == persona and r.kind is not RoundKind.TARGET]
    return mine[-1] if mine else None


def _experience(figures: RoundFigures | None, touchpoint: Id) -> float | None:
    found = figures.of(touchpoint) if figures is not None else None
    return None if found is None or found.experience is None else found.experience.shown
