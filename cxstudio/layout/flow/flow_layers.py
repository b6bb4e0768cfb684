"""Layers of a flow from left to right: which card stands in which, in what order, and at what height.

After Sugiyama, Tagawa and Toda 1981, with two differences no library offers together: stages stay side by side in their
order, and heights are solved exactly per layer (least squares with distances kept), so that cards never overlap.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from cxstudio.layout.flow.flow_graph import Graph, Link
from cxstudio.model.kinds import TransitionKind
from cxstudio.steps import Steps

LONGEST: Final = 16
"""Ways over more layers than this go above or below everything instead of between the cards."""
_PASSAGE: Final = 4.0
_MANY: Final = 2500
"""From so many places on fewer rounds have to do."""


@dataclass(slots=True, eq=False)
class Spot:
    """A place in a layer: a card, or the passage of a way between cards."""

    layer: int
    key: str = ""
    """Of the card; empty for a passage."""
    up: float = 0.0
    """What it needs above its middle, and below."""
    down: float = 0.0
    y: float = 0.0
    """Of its middle."""
    above: bool = False
    """A passage that rather runs above the cards than below."""
    before: list[tuple[Spot, float]] = field(default_factory=list)
    """Neighbours in the layer to the left, with the weight of the way."""
    behind: list[tuple[Spot, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A link with the passages it takes, from its left end to its right end; without any it may fly over all."""

    link: Link
    left: str
    right: str
    passages: tuple[Spot, ...]
    flying: bool

    @property
    def backwards(self) -> bool:
        """Whether it leads from right to left."""
        return self.link.source == self.right and self.left != self.right


@dataclass(frozen=True, slots=True)
class Layers:
    """Every layer from top to bottom."""

    rows: list[list[Spot]]
    cards: dict[str, Spot]
    courses: tuple[Course, ...]
    first: tuple[int, ...]
    """Layer at which each stage begins, and one number more: how many layers there are."""


def layers_of(graph: Graph) -> Layers:
    """Give every card its layer, and every way its passages."""
    depth, first = _depths(graph)
    rows: list[list[Spot]] = [[] for _ in range(first[-1])]
    cards: dict[str, Spot] = {}
    for node in graph.nodes:
        spot = cards[node.key] = Spot(depth[node.key], node.key)
        rows[spot.layer].append(spot)
    place = {node.key: node.place for node in graph.nodes}
    courses = []
    for link in graph.links:
        if link.target is None:
            continue
        left, right = sorted((link.source, link.target), key=place.__getitem__)
        courses.append(_course(link, cards[left], cards[right], rows))
    return Layers(rows, cards, tuple(courses), first)


def _depths(graph: Graph) -> tuple[dict[str, int], tuple[int, ...]]:
    """Layer per card: behind everything in its stage that is joined with it and stands before it on the map."""
    node = {n.key: n for n in graph.nodes}
    ahead: dict[str, list[str]] = {key: [] for key in node}
    for link in graph.links:
        if link.target is None or node[link.source].stage != node[link.target].stage or link.source == link.target:
            continue
        left, right = sorted((link.source, link.target), key=lambda key: node[key].place)
        ahead[right].append(left)
    depth: dict[str, int] = {}
    deepest = [1] * len(graph.stages)
    for key, known in node.items():
        depth[key] = max((depth[other] + 1 for other in ahead[key]), default=0)
        deepest[known.stage] = max(deepest[known.stage], depth[key] + 1)
    first = [0]
    for many in deepest:
        first.append(first[-1] + many)
    return {key: first[node[key].stage] + deep for key, deep in depth.items()}, tuple(first)


def _course(link: Link, left: Spot, right: Spot, rows: list[list[Spot]]) -> Course:
    if left is right:
        return Course(link, left.key, right.key, (), False)
    span = right.layer - left.layer
    if span > LONGEST:
        return Course(link, left.key, right.key, (), True)
    above = link.kind is TransitionKind.RETURN or left.key != link.source
    between = range(left.layer + 1, right.layer)
    passages = tuple(Spot(layer, up=_PASSAGE, down=_PASSAGE, above=above) for layer in between)
    for passage in passages:
        rows[passage.layer].append(passage)
    line = (left, *passages, right)
    main = 6.0 if link.kind is TransitionKind.NORMAL else 1.0
    for one, other in pairwise(line):
        weight = (8.0 if not one.key and not other.key else 1.0) * (main if passages == () else 1.0)
        weight *= 0.3 + (link.share if link.share is not None else 1.0)
        one.behind.append((other, weight))
        other.before.append((one, weight))
    return Course(link, left.key, right.key, passages, False)


def arrange_in_steps(rows: list[list[Spot]]) -> Steps[None]:
    """Put every layer in an order with few crossings."""
    for row in rows:
        row.sort(key=lambda spot: 1 if spot.key else 0 if spot.above else 2)
    rounds = 3 if sum(map(len, rows)) > _MANY else 12
    best, kept = _crossings(rows), [list(row) for row in rows]
    for turn in range(rounds):
        yield
        _sweep(rows, forwards=turn % 2 == 0)
        yield
        found = _crossings(rows)
        if found < best:
            best, kept = found, [list(row) for row in rows]
        if not best:
            break
    for row, good in zip(rows, kept, strict=True):
        row[:] = good


def _sweep(rows: Sequence[list[Spot]], *, forwards: bool) -> None:
    place = {id(spot): float(at) for row in rows for at, spot in enumerate(row)}
    for row in rows if forwards else reversed(rows):
        wanted: dict[int, float] = {}
        for spot in row:
            beside = spot.before if forwards else spot.behind
            total = sum(weight for _, weight in beside)
            wanted[id(spot)] = (
                sum(place[id(other)] * weight for other, weight in beside) / total if total else place[id(spot)]
            )
        row.sort(key=lambda spot: wanted[id(spot)])
        for at, spot in enumerate(row):
            place[id(spot)] = float(at)


def _crossings(rows: Sequence[Sequence[Spot]]) -> int:
    """How many pairs of ways cross between neighbouring layers."""
    count = 0
    for row, following in pairwise(rows):
        at = {id(spot): number for number, spot in enumerate(following)}
        seen: list[int] = []
        for spot in row:
            ends = sorted(at[id(other)] for other, _ in spot.behind)
            count += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def settle_in_steps(rows: Sequence[Sequence[Spot]], card_gap: float, passage_gap: float) -> Steps[None]:
    """Give every place its height: as straight as possible, with everything that far apart."""
    apart = [_distances(row, card_gap, passage_gap) for row in rows]
    for row, gaps in zip(rows, apart, strict=True):
        down = _running(gaps)
        middle = (down[-1] if down else 0.0) / 2
        for spot, offset in zip(row, down, strict=True):
            spot.y = offset - middle
    rounds = 4 if sum(map(len, rows)) > _MANY else 14
    for turn in range(rounds):
        order: Iterable[int] = range(len(rows))
        for at in order if turn % 2 == 0 else reversed(range(len(rows))):
            _place(rows[at], apart[at])
        yield


def _distances(row: Sequence[Spot], card_gap: float, passage_gap: float) -> list[float]:
    """Least distance of each middle from the one above it; the first has none."""
    found = [0.0] if row else []
    for one, other in pairwise(row):
        gap = card_gap if one.key and other.key else passage_gap
        found.append(one.down + other.up + gap)
    return found


def _running(gaps: Iterable[float]) -> list[float]:
    total, found = 0.0, []
    for gap in gaps:
        total += gap
        found.append(total)
    return found


def _place(row: Sequence[Spot], gaps: Sequence[float]) -> None:
    """Heights nearest to the neighbours' with the distances kept: pooling of adjacent violators."""
    offsets = _running(gaps)
    pools: list[tuple[float, float, int]] = []
    """Mean of the wanted heights less the offsets, weight, and how many places share it."""
    for spot, offset in zip(row, offsets, strict=True):
        beside = [*spot.before, *spot.behind]
        weight = sum(w for _, w in beside)
        wanted = sum(other.y * w for other, w in beside) / weight if weight else spot.y
        pool = (wanted - offset, max(weight, 0.05), 1)
        while pools and pools[-1][0] >= pool[0]:
            mean, heavy, many = pools.pop()
            together = heavy + pool[1]
            pool = ((mean * heavy + pool[0] * pool[1]) / together, together, many + pool[2])
        pools.append(pool)
    at = 0
    for mean, _, many in pools:
        for spot, offset in zip(row[at : at + many], offsets[at : at + many], strict=True):
            spot.y = mean + offset
        at += many
