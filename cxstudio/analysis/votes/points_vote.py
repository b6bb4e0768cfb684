"""A vote by points: who gave what to which idea, and which ideas are chosen by a rule fixed beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxstudio.model import Id
from cxstudio.model.ideation.sealed_slips import Slips
from cxstudio.model.kinds import Tie

HARDLY_SECRET = 5
"""With fewer voters than this a vote is hardly secret."""


@dataclass(frozen=True, slots=True)
class Points:
    """What an idea got."""

    points: int
    givers: int
    """Slips with at least one point for it: five points may be five people's or one's."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the rule says, as places in the list that was given, from 0 and in its order."""

    chosen: tuple[int, ...]
    run_off: tuple[int, ...] = ()
    """Tied at the border, to be voted on again for the places left."""


def counted(slips: Slips) -> dict[Id, Points]:
    """Points and givers of every idea that got any."""
    found: dict[Id, Points] = {}
    for slip in slips.values():
        for idea, points in slip.items():
            if points > 0:
                before = found.get(idea, Points(0, 0))
                found[idea] = Points(before.points + points, before.givers + 1)
    return found


def chosen(points: Sequence[int], places: int, least: int = 1, tie: Tie = Tie.ALL_IN) -> Choice:
    """The ideas with most points that have at least `least` of them: as many as there are places, but for ties."""
    ranked = sorted((at for at, given in enumerate(points) if given >= least), key=lambda at: -points[at])
    if len(ranked) <= places:
        return Choice(tuple(sorted(ranked)))
    if places < 1:
        return Choice(())
    border = points[ranked[places - 1]]
    above = [at for at in ranked if points[at] > border]
    tied = [at for at in ranked if points[at] == border]
    if len(above) + len(tied) <= places or tie is Tie.ALL_IN:
        return Choice(tuple(sorted(above + tied)))
    return Choice(tuple(sorted(above)), tuple(sorted(tied)))


def moved(first: Slips, second: Slips) -> int:
    """How many gave other points in a second vote: only by codes people chose themselves, and only as a number."""
    return sum(_given(first[code]) != _given(second[code]) for code in first.keys() & second.keys())


def _given(slip: Mapping[Id, int]) -> dict[Id, int]:
    return {idea: points for idea, points in slip.items() if points}
