"""What every judgement about a journey needs from its ways: handovers, drop-outs, and what no way can avoid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.flow.responsible_departments import accountable
from cxstudio.analysis.flow.transition_shares import Way, ways_in_steps
from cxstudio.model import Document, Id
from cxstudio.model.kinds import Travels
from cxstudio.steps import Steps, finished


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
    return finished(flow_in_steps(document, journey))


def flow_in_steps(document: Document, journey: Id) -> Steps[Flow]:
    """The same in steps."""
    touchpoints = document.journey_touchpoints(journey)
    found = yield from ways_in_steps(document, touchpoints)
    yield
    steps = tuple((way.source, way.target) for way in found if way.target is not None)
    departments = {t.id: one.id for t in touchpoints if (one := accountable(document, t)) is not None}
    yield
    branches = len({source for source, _ in steps}) < len(steps)
    handovers = tuple(_handovers(found, departments))
    yield
    return Flow(
        steps=steps,
        handovers=handovers,
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
    """Touchpoints on every way from the first one to where ways end.

    Whatever cannot be avoided lies on the shortest way. Along that it is where nothing before, nor what leads around
    it, has led any farther yet.
    """
    onward: dict[Id, list[Id]] = {}
    for source, target in steps:
        onward.setdefault(source, []).append(target)
    arriving = {way.source for way in found if way.arrives}
    shortest = _shortest(start, onward, lambda touchpoint: touchpoint not in onward or touchpoint in arriving)
    places = {touchpoint: at for at, touchpoint in enumerate(shortest)}
    shared: set[Id] = set()
    beside: set[Id] = set()
    farthest = 0
    for at, touchpoint in enumerate(shortest):
        if at == farthest:
            shared.add(touchpoint)
        left = [touchpoint]
        while left:
            here = left.pop()
            if here not in onward or here in arriving:
                farthest = len(shortest)
            for target in onward.get(here, ()):
                if target in places:
                    farthest = max(farthest, places[target])
                elif target not in beside:
                    beside.add(target)
                    left.append(target)
    return frozenset(shared)


def _shortest(start: Id, onward: Mapping[Id, Sequence[Id]], is_end: Callable[[Id], bool]) -> list[Id]:
    """The touchpoints of a shortest way to any end; none where no way ends."""
    before: dict[Id, Id | None] = {start: None}
    for here in (line := [start]):
        if is_end(here):
            way: list[Id] = []
            at: Id | None = here
            while at is not None:
                way.append(at)
                at = before[at]
            return way[::-1]
        for target in onward.get(here, ()):
            if target not in before:
                before[target] = here
                line.append(target)
    return []
