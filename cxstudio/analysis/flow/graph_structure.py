"""The shape of a journey's graph: what cannot be reached, where it ends too early, and where it goes round."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from cxstudio.analysis.flow.flow_values import Loop, WayBack
from cxstudio.analysis.flow.transition_shares import LEAST_SHARE, Way
from cxstudio.model import Id
from cxstudio.model.kinds import TransitionKind

MOST_WAYS_BACK: Final = 20
"""Ways back listed per loop."""
LONGEST_WAY_BACK: Final = 30
"""Touchpoints up to which the way round is listed."""


class Structure:
    """Steps between touchpoints that somebody takes, with what follows from them."""

    def __init__(self, order: Sequence[Id], ways: Sequence[Way]) -> None:
        self.order = order
        self.places = {touchpoint: at for at, touchpoint in enumerate(order)}
        self.ways_from: dict[Id, list[Way]] = {touchpoint: [] for touchpoint in order}
        self.out: set[Id] = set()
        """Touchpoints at which somebody leaves the journey."""
        arrived: set[Id] = set()
        for way in ways:
            if way.share < LEAST_SHARE:
                continue
            if way.target is None:
                self.out.add(way.source)
                if way.arrives:
                    arrived.add(way.source)
            else:
                self.ways_from[way.source].append(way)
        self.dead_ends = tuple(t for t in order[:-1] if not self.ways_from[t] and t not in arrived)
        self.reached = _spread(order[:1], self._next())
        self.unreachable = tuple(t for t in order if t not in self.reached)
        self.caught = frozenset(order) - _spread([*self.out, *self.dead_ends], self._previous())
        """Touchpoints inside or before a loop nobody gets out of."""

    def _next(self) -> dict[Id, list[Id]]:
        return {t: [way.target for way in ways if way.target is not None] for t, ways in self.ways_from.items()}

    def _previous(self) -> dict[Id, list[Id]]:
        found: dict[Id, list[Id]] = {touchpoint: [] for touchpoint in self.order}
        for source, targets in self._next().items():
            for target in targets:
                found[target].append(source)
        return found

    def behind_guesses(self) -> set[Id]:
        """Touchpoints to which a way with a guessed share leads, directly or further on."""
        following = self._next()
        guessed = [
            way.target
            for source, ways in self.ways_from.items()
            if source in self.reached
            for way in ways
            if way.assumed and way.target is not None
        ]
        return _spread(guessed, following)

    @cached_property
    def components(self) -> tuple[tuple[Id, ...], ...]:
        """Touchpoints that all lead to one another, in the order of the map; only those that go round."""
        import networkx as nx

        graph: nx.DiGraph[Id] = nx.DiGraph(
            (source, target) for source, targets in self._next().items() for target in targets
        )
        found = [
            tuple(sorted(part, key=self.places.__getitem__))
            for part in nx.strongly_connected_components(graph)
            if len(part) > 1 or graph.has_edge(*[next(iter(part))] * 2)
        ]
        return tuple(sorted(found, key=lambda part: self.places[part[0]]))

    @cached_property
    def forward(self) -> dict[Id, list[Id]]:
        """Steps without those that lead back: returns, and steps inside a loop towards the beginning of the map.

        They go round nowhere. In the order in which everything that leads to a touchpoint stands before it; only
        what the first touchpoint leads to.
        """
        loop = {t: at for at, part in enumerate(self.components) for t in part}
        steps: dict[Id, list[Id]] = {}
        for source, ways in self.ways_from.items():
            steps[source] = []
            for way in ways:
                assert way.target is not None
                inside = source in loop and loop[source] == loop.get(way.target)
                ahead = way.kind is not TransitionKind.RETURN and self.places[way.target] > self.places[source]
                if ahead or not inside:
                    steps[source].append(way.target)
        return {touchpoint: steps[touchpoint] for touchpoint in _line_up(self.order[:1], steps)}

    def loops(self) -> tuple[Loop, ...]:
        """Every loop with the shortest way round for each of its ways back."""
        return tuple(self._loop(part) for part in self.components)

    def _loop(self, part: tuple[Id, ...]) -> Loop:
        inside = set(part)
        backs = [
            way
            for touchpoint in part
            for way in self.ways_from[touchpoint]
            if way.target in inside and self.places[way.target] <= self.places[touchpoint]
        ]
        following = {
            t: [way.target for way in self.ways_from[t] if way.target is not None and way.target in inside]
            for t in part
        }
        listed = tuple(_way_back(way, following) for way in backs[:MOST_WAYS_BACK])
        return Loop(part, listed, len(backs) - len(listed), has_exit=inside.isdisjoint(self.caught))


def _way_back(way: Way, following: Mapping[Id, Sequence[Id]]) -> WayBack:
    assert way.target is not None
    around = _shortest(way.target, way.source, following)
    return WayBack(around, way.source, way.target, way.share, way.assumed)


def _shortest(start: Id, end: Id, following: Mapping[Id, Sequence[Id]]) -> tuple[Id, ...]:
    """The fewest touchpoints from one to the other; empty where they are more than LONGEST_WAY_BACK."""
    came: dict[Id, Id | None] = {start: None}
    edge = [start]
    for _ in range(LONGEST_WAY_BACK):
        if end in came:
            break
        further = []
        for touchpoint in edge:
            for target in following[touchpoint]:
                if target not in came:
                    came[target] = touchpoint
                    further.append(target)
        edge = further
    if end not in came:
        return ()
    line: list[Id] = [end]
    while (before := came[line[-1]]) is not None:
        line.append(before)
    return tuple(reversed(line)) if len(line) <= LONGEST_WAY_BACK else ()


def _line_up(start: Sequence[Id], following: Mapping[Id, Sequence[Id]]) -> list[Id]:
    """What the start leads to, each behind everything that leads to it."""
    reached = _spread(start, following)
    waiting: dict[Id, int] = dict.fromkeys(reached, 0)
    for source in reached:
        for target in following[source]:
            waiting[target] += 1
    line = list(start)
    for touchpoint in line:
        for target in following[touchpoint]:
            waiting[target] -= 1
            if not waiting[target]:
                line.append(target)
    return line


def _spread(starts: Iterable[Id], following: Mapping[Id, Sequence[Id]]) -> set[Id]:
    """Everything that can be reached from the starts, they included."""
    found = set(starts)
    queue = deque(found)
    while queue:
        for target in following[queue.popleft()]:
            if target not in found:
                found.add(target)
                queue.append(target)
    return found
