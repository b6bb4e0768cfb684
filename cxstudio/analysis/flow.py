"""The journey as a graph: where customers go on, hand over between departments, and drop out."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model import Department, Document, Id, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind, Travels


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
    """A touchpoint at which customers leave; share 0 … 1 where known."""

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


def accountable(document: Document, touchpoint: Touchpoint) -> Id | None:
    """The department that answers for a touchpoint, after merging."""
    named = touchpoint.accountable or (touchpoint.departments[0] if touchpoint.departments else None)
    seen: set[Id] = set()
    while named is not None and named not in seen:
        seen.add(named)
        found = document.find(named)
        if not isinstance(found, Department) or found.merged_into is None:
            break
        named = found.merged_into
    return named


def flow(document: Document, journey: Id) -> Flow:
    """Steps, handovers and drop-outs of a journey. Where nobody drew a way, the order of the map is the way."""
    touchpoints = document.journey_touchpoints(journey)
    here = {t.id for t in touchpoints}
    steps: list[tuple[Id, Id]] = []
    drop_outs: list[DropOut] = []
    travels: dict[tuple[Id, Id], Travels | None] = {}
    branches = False
    for at, touchpoint in enumerate(touchpoints):
        ways = document.having(Transition, "source", touchpoint.id)
        drop_outs += [DropOut(touchpoint.id, w.share, w.assumed) for w in ways if _leaves(w) and w.share != 0]
        onward = [w for w in ways if not _leaves(w) and w.target in here]
        forward = [w for w in onward if w.kind is not TransitionKind.RETURN]
        targets = list(dict.fromkeys(w.target for w in onward if w.target is not None))
        if not forward and at + 1 < len(touchpoints):
            targets.insert(0, touchpoints[at + 1].id)
        branches = branches or len(targets) > 1
        steps += [(touchpoint.id, target) for target in targets]
        travels |= {(touchpoint.id, w.target): w.travels for w in onward if w.target is not None}
    departments = {t.id: accountable(document, t) for t in touchpoints}
    return Flow(
        steps=tuple(steps),
        handovers=tuple(_handovers(steps, departments, travels)),
        drop_outs=tuple(drop_outs),
        branches=branches,
        unavoidable=_unavoidable(touchpoints, steps) if branches else frozenset(),
    )


def _leaves(way: Transition) -> bool:
    return way.kind is TransitionKind.DROP_OUT or way.target is None


def _handovers(
    steps: list[tuple[Id, Id]], departments: dict[Id, Id | None], travels: dict[tuple[Id, Id], Travels | None]
) -> list[Handover]:
    found = []
    for source, target in steps:
        ahead, behind = departments[source], departments[target]
        if ahead is not None and behind is not None and ahead != behind:
            found.append(Handover(source, target, ahead, behind, travels.get((source, target))))
    return found


def _unavoidable(touchpoints: tuple[Touchpoint, ...], steps: list[tuple[Id, Id]]) -> frozenset[Id]:
    """Touchpoints that dominate every end reached from the first one."""
    import networkx as nx

    start = touchpoints[0].id
    graph: nx.DiGraph[Id] = nx.DiGraph(steps)
    graph.add_node(start)
    reached = nx.descendants(graph, start) | {start}
    ends = [t for t in reached if graph.out_degree(t) == 0]
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
