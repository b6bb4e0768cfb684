"""What every judgement about a journey needs from its ways: handovers, drop-outs, and what no way can avoid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.flow.responsible_departments import accountable
from cxstudio.analysis.flow.transition_shares import Way, ways
from cxstudio.model import Document, Id
from cxstudio.model.kinds import Travels


@dataclass(frozen=True, slots=True)
class Handover:
    """A step at which another department takes over."""

    source: Id
    target: Id
    from_department: Id
    to_department: Id
    travels: Travels | None

    @property
    def lossy(self) -> bool:
        """Whether it is known that not everything travels along."""
        return self.travels in (Travels.PART, Travels.NOTHING)


@dataclass(frozen=True, slots=True)
class DropOut:
    """A touchpoint at which customers leave; share 0 … 1 of those who are there, where known."""

    touchpoint: Id
    share: float | None
    assumed: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """What the ways of a journey tell."""

    steps: tuple[tuple[Id, Id], ...]
    handovers: tuple[Handover, ...]
    drop_outs: tuple[DropOut, ...]
    branches: bool
    """Some touchpoint has more than one way on."""
    unavoidable: frozenset[Id]
    """Touchpoints every way through the journey passes; empty where ways do not branch."""
    ways: tuple[Way, ...] = ()
    """All ways with their shares, in the order of the map."""


def flow(document: Document, journey: Id) -> Flow:
    """Steps, handovers and drop-outs of a journey. Where nobody drew a way, the order of the map is the way."""
    touchpoints = document.journey_touchpoints(journey)
    found = ways(document, touchpoints)
    steps = tuple((way.source, way.target) for way in found if way.target is not None)
    departments = {t.id: one.id for t in touchpoints if (one := accountable(document, t)) is not None}
    branches = len({source for source, _ in steps}) < len(steps)
    return Flow(
        steps=steps,
        handovers=tuple(_handovers(found, departments)),
        drop_outs=tuple(_drop_out(way) for way in found if way.drops_out),
        branches=branches,
        unavoidable=_unavoidable(touchpoints[0].id, found, steps) if branches else frozenset(),
        ways=found,
    )


def _drop_out(way: Way) -> DropOut:
    return DropOut(way.source, way.told, way.assumed or way.told is None)


def _handovers(found: Iterable[Way], departments: Mapping[Id, Id]) -> Iterable[Handover]:
    for way in found:
        if way.target is None:
            continue
        ahead, behind = departments.get(way.source), departments.get(way.target)
        if ahead is not None and behind is not None and ahead != behind:
            yield Handover(way.source, way.target, ahead, behind, way.travels)


def _unavoidable(start: Id, found: Sequence[Way], steps: Sequence[tuple[Id, Id]]) -> frozenset[Id]:
    """Touchpoints that dominate every end reached from the first one."""
    import networkx as nx

    graph: nx.DiGraph[Id] = nx.DiGraph(steps)
    graph.add_node(start)
    reached = nx.descendants(graph, start) | {start}
    arriving = {way.source for way in found if way.arrives}
    ends = [t for t in reached if graph.out_degree(t) == 0 or t in arriving]
    above = {t: d for t, d in nx.immediate_dominators(graph, start).items() if d is not None and t != d}
    return frozenset(_shared_line(ends, above))


def _shared_line(ends: list[Id], above: dict[Id, Id]) -> list[Id]:
    """The part of the lines upward from every end that all of them share."""
    if not ends:
        return []
    shared = [ends[0]]
    while shared[-1] in above:
        shared.append(above[shared[-1]])
    places = {node: at for at, node in enumerate(shared)}
    first, seen = 0, set(shared)
    for end in ends[1:]:
        node = end
        while node not in seen:
            seen.add(node)
            node = above[node]
        first = max(first, places.get(node, 0))
    return shared[first:]
