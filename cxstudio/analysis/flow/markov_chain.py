"""The absorbing Markov chain of a journey: how often those who begin come by each touchpoint.

States are taken out one by one (Grassmann, Taksar and Heyman 1985): nothing is ever subtracted, so no digits are lost,
and a long journey with a few ways back stays as sparse as it is drawn.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from dataclasses import dataclass

from cxstudio.model import Id

OUT: Id = ""
"""Where everybody ends who leaves the chain."""
MOST_VISITS = 1e6
"""More than this is no figure any more."""
_LEAST = 1e-200
_MOST_WORK = 1_000_000
"""Products after which a drawing counts as too tangled to work out."""


@dataclass(slots=True)
class _Taken:
    """A state taken out: what came into it, and how it let go."""

    state: Id
    mass: float
    away: float
    into: dict[Id, float]


def expected_visits(start: Id, rows: Mapping[Id, Mapping[Id, float]]) -> dict[Id, float] | None:
    """Expected visits of every state for one who begins at `start`; v = e + v·P.

    `rows` holds state → (next state or OUT → share); every state must have a way to OUT. None where the figures
    leave all reason (more than MOST_VISITS) or the drawing is too tangled.
    """
    chain = _Chain(start, rows)
    if not chain.take_all():
        return None
    visits: dict[Id, float] = {}
    for taken in reversed(chain.taken):
        total = taken.mass + sum(visits[state] * share for state, share in taken.into.items())
        visits[taken.state] = total / taken.away
    largest = max(visits.values(), default=0.0)
    return visits if math.isfinite(largest) and largest <= MOST_VISITS else None


class _Chain:
    """What is left of the chain while states are taken out."""

    def __init__(self, start: Id, rows: Mapping[Id, Mapping[Id, float]]) -> None:
        self.rows = {state: dict(row) for state, row in rows.items()}
        self.above: dict[Id, set[Id]] = {state: set() for state in rows}
        for state, row in self.rows.items():
            for target in row:
                if target != OUT:
                    self.above[target].add(state)
        self.mass = {start: 1.0}
        self.taken: list[_Taken] = []
        self.work = 0

    def take_all(self) -> bool:
        """Take every state out, the least entangled first; False where that cannot be done."""
        queue = [(self._cost(state), at, state) for at, state in enumerate(self.rows)]
        heapq.heapify(queue)
        while queue:
            cost, at, state = heapq.heappop(queue)
            if (now := self._cost(state)) > cost:
                heapq.heappush(queue, (now, at, state))
            elif not self._take(state):
                return False
        return True

    def _cost(self, state: Id) -> int:
        return len(self.above[state]) * len(self.rows[state])

    def _take(self, state: Id) -> bool:
        row, above = self.rows.pop(state), self.above.pop(state)
        row.pop(state, None)
        above.discard(state)
        away = sum(row.values())
        self.work += len(above) * len(row)
        if away < _LEAST or self.work > _MOST_WORK:
            return False
        into = {source: self.rows[source].pop(state) for source in above}
        mass = self.mass.pop(state, 0.0)
        for target, share in row.items():
            part = share / away
            if target != OUT:
                sources = self.above[target]
                sources.discard(state)
                sources.update(above)
            if mass:
                self.mass[target] = self.mass.get(target, 0.0) + mass * part
            for source, flowing in into.items():
                before = self.rows[source]
                before[target] = before.get(target, 0.0) + flowing * part
        self.taken.append(_Taken(state, mass, away, into))
        return True
