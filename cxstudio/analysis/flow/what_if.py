"""What would follow for the flow if some shares were different and all else stayed the same. Always an assumption."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from cxstudio.analysis.flow.arrival_rates import arrival, visits
from cxstudio.analysis.flow.flow_values import Arrival, Guessed
from cxstudio.analysis.flow.graph_structure import Structure
from cxstudio.analysis.flow.transition_shares import Way, ways
from cxstudio.model import Document, Id

MOST_CHANGES: Final = 6
"""Shares changed at once: each doubles the corners that are worked out."""
_CLOSE = 1e-9
_Key = tuple[Id, Id | None, bool]


@dataclass(frozen=True, slots=True)
class ChangedWay:
    """A way whose share is imagined to lie between two values, 0 … 1. Raises ValueError for what is no share."""

    source: Id
    target: Id | None
    """None: it leaves the journey."""
    low: float
    high: float
    drops_out: bool = False
    """Which of the ways that leave is meant: giving up, or having arrived."""

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            raise ValueError("a share lies between 0 and 1")

    @property
    def key(self) -> _Key:
        """Which way it is."""
        return self.source, self.target, self.drops_out


@dataclass(frozen=True, slots=True)
class Span:
    """A figure today, and between what it would lie."""

    today: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would follow."""

    arrive: Span
    """Part of those who begin that arrives, 0 … 1."""
    drop_out: Span
    visits: Mapping[Id, Span]
    """Expected visits of every touchpoint per beginner: behind a lower drop-out they rise, and cost rises with them."""


def what_if(document: Document, journey: Id, changes: Iterable[ChangedWay]) -> WhatIf | None:
    """What would follow if these shares lay in their ranges; other ways from there scale in proportion.

    Arrival and visits are a ratio of linear functions of each share, so their extremes lie at corners of the ranges.
    None where arrival cannot be told today, where a way is not there, or where nobody would be left to go on.
    Raises ValueError for more than MOST_CHANGES.
    """
    touchpoints = document.journey_touchpoints(journey)
    found = ways(document, touchpoints)
    listed = list(changes)
    if len(listed) > MOST_CHANGES:
        raise ValueError(f"at most {MOST_CHANGES} shares change at once")
    if not any(way.drawn for way in found):
        return None
    order = tuple(t.id for t in touchpoints)
    today = _outcome(order, found)
    corners = []
    for shares in product(*((change.low, change.high) for change in listed)):
        imagined = _changed(found, {c.key: s for c, s in zip(listed, shares, strict=True)})
        outcome = None if imagined is None else _outcome(order, imagined)
        if outcome is None:
            return None
        corners.append(outcome)
    if today is None:
        return None
    known = [t for t in today[1] if all(t in times for _, times in corners)]
    return WhatIf(
        arrive=_span(today[0].arrive, [one.arrive for one, _ in corners]),
        drop_out=_span(today[0].drop_out, [one.drop_out for one, _ in corners]),
        visits={t: _span(today[1][t].value, [times[t].value for _, times in corners]) for t in known},
    )


def _span(today: float, corners: Sequence[float]) -> Span:
    return Span(today, min(corners), max(corners))


def _outcome(order: Sequence[Id], found: Sequence[Way]) -> tuple[Arrival, dict[Id, Guessed]] | None:
    structure = Structure(order, found)
    times = visits(structure)
    told = arrival(structure, found, times)
    return None if told is None else (told, times)


def _changed(found: Sequence[Way], shares: Mapping[_Key, float]) -> list[Way] | None:
    """The ways with these shares instead; None where that cannot be."""
    left: dict[Id, float] = {}
    others: dict[Id, float] = {}
    for way in found:
        if _key(way) in shares:
            left[way.source] = left.get(way.source, 1.0) - shares[_key(way)]
        else:
            others[way.source] = others.get(way.source, 0.0) + way.share
    if shares.keys() - {_key(way) for way in found}:
        return None
    if any(rest < -_CLOSE or (rest > _CLOSE and not others.get(source)) for source, rest in left.items()):
        return None
    return [
        replace(way, share=_share(way, shares, left, others), assumed=True) if way.source in left else way
        for way in found
    ]


def _share(way: Way, shares: Mapping[_Key, float], left: Mapping[Id, float], others: Mapping[Id, float]) -> float:
    given = shares.get(_key(way))
    if given is not None:
        return given
    whole = others[way.source]
    return way.share * max(0.0, left[way.source]) / whole if whole else 0.0


def _key(way: Way) -> _Key:
    return way.source, way.target, way.drops_out
