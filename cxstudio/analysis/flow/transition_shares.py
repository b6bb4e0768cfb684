"""Where customers go on from each touchpoint, and what share of them: read from the ways somebody drew.

Where nobody drew a usual way, the order of the map is the way, and behind the last touchpoint the journey ends:
who draws an alternative or a return says that some leave it, not that nobody takes it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from cxstudio.model import Document, Id, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind, Travels
from cxstudio.steps import Steps, finished

_AT_A_TIME = 500
"""So many touchpoints are looked at in one step."""
LEAST_SHARE = 1e-6
"""A share below one in a million is nobody."""
ROUNDED = 0.02
"""Shares may miss 1 together by this much without being called a guess: people enter rounded per cents."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a touchpoint. Without a target it leaves the journey: as a drop-out, or having arrived."""

    source: Id
    target: Id | None
    kind: TransitionKind
    share: float
    """Part of those at the source who go this way, 0 … 1; the ways of one touchpoint add up to 1."""
    assumed: bool
    """The share is a guess: marked as one, split evenly because nobody said more, or scaled to add up to 1."""
    drawn: bool
    """Somebody drew it; else it is the order of the map."""
    told: float | None = None
    """The share as it was entered."""
    travels: Travels | None = None

    @property
    def drops_out(self) -> bool:
        """Whether customers give up here."""
        return self.kind is TransitionKind.DROP_OUT

    @property
    def arrives(self) -> bool:
        """Whether it is the end of the journey."""
        return self.target is None and not self.drops_out


@dataclass(slots=True)
class _Drawn:
    """Ways drawn from one touchpoint to the same place, taken together."""

    kind: TransitionKind
    share: float | None
    assumed: bool
    travels: Travels | None
    drawn: bool = True

    def add(self, other: Transition) -> None:
        self.share = None if self.share is None or other.share is None else min(1.0, self.share + other.share)
        self.assumed = self.assumed or other.assumed
        self.travels = other.travels


_Place = tuple[Id | None, bool]
"""A target, and whether it is a drop-out."""


def ways(document: Document, touchpoints: Sequence[Touchpoint]) -> tuple[Way, ...]:
    """Every way of a journey whose touchpoints these are, in the order of the map."""
    return finished(ways_in_steps(document, touchpoints))


def ways_in_steps(document: Document, touchpoints: Sequence[Touchpoint]) -> Steps[tuple[Way, ...]]:
    """The same in steps."""
    here = {t.id for t in touchpoints}
    found: list[Way] = []
    for at, touchpoint in enumerate(touchpoints):
        if not at % _AT_A_TIME:
            yield
        following = touchpoints[at + 1].id if at + 1 < len(touchpoints) else None
        drawn = document.having(Transition, "source", touchpoint.id)
        if drawn:
            found += _from(touchpoint.id, drawn, following, here)
        else:
            found.append(Way(touchpoint.id, following, TransitionKind.NORMAL, 1.0, False, False))
    return tuple(found)


def told_total(document: Document, touchpoint: Id) -> float:
    """What the shares entered at a touchpoint add up to, 1 being everybody."""
    return sum(way.share or 0.0 for way in document.having(Transition, "source", touchpoint))


def _from(source: Id, drawn: Sequence[Transition], following: Id | None, here: Container[Id]) -> list[Way]:
    places: dict[_Place, _Drawn] = {}
    forward = False
    for way in drawn:
        leaves = way.kind is TransitionKind.DROP_OUT
        if not leaves and way.target is not None and way.target not in here:
            continue
        forward = forward or (way.kind is TransitionKind.NORMAL and not leaves)
        if way.share is not None and way.share < LEAST_SHARE:
            continue
        place = (None, True) if leaves else (way.target, False)
        if place in places:
            places[place].add(way)
        else:
            kind = TransitionKind.DROP_OUT if leaves else way.kind
            places[place] = _Drawn(kind, way.share, way.assumed, way.travels)
    if not places and following is None:
        forward = False
    if not forward and (following, False) not in places:
        implied = _Drawn(TransitionKind.NORMAL, None, False, None, drawn=False)
        places = {(following, False): implied, **places}
    return [
        Way(source, target, one.kind, share, guess, one.drawn, one.share, one.travels)
        for ((target, _), one), (share, guess) in zip(places.items(), _shares(list(places.values())), strict=True)
        if one.drawn or share >= LEAST_SHARE
    ]


def _shares(drawn: Sequence[_Drawn]) -> list[tuple[float, bool]]:
    """Shares that add up to 1, and which of them are a guess.

    Who was not given a share gets an equal part of what the others leave. A single way takes everybody.
    """
    told = [one for one in drawn if one.share is not None]
    total = sum(one.share or 0.0 for one in told)
    unsaid = len(drawn) - len(told)
    rest = max(0.0, 1 - total) if unsaid else 0.0
    scale = 1.0 if unsaid and total <= 1 else max(total, LEAST_SHARE)
    scaled = abs(scale - 1) > ROUNDED
    split = (unsaid > 1 and rest > LEAST_SHARE) or scaled or any(one.assumed for one in told)
    return [
        (rest / unsaid, split) if one.share is None else (one.share / scale, scaled or one.assumed) for one in drawn
    ]
