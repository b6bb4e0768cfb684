"""The most likely way through a journey, and the happiest and the worst by emotion."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from itertools import count, pairwise

from cxstudio.analysis.flow.flow_values import Route
from cxstudio.analysis.flow.graph_structure import Structure
from cxstudio.analysis.flow.transition_shares import Way
from cxstudio.model import Id

_MOST_ROUNDS = 60
_STEADY = 1e-12


def likely(structure: Structure, ends: Mapping[Id, Way], emotions: Mapping[Id, float]) -> Route | None:
    """The way with the largest share; None where no way leads to the end. `ends` holds the ways that arrive."""
    if not structure.order:
        return None
    start = structure.order[0]
    came: dict[Id, Way | None] = {}
    turn = count(1)
    queue: list[tuple[float, int, Id, Way | None, bool]] = [(0.0, 0, start, None, False)]
    while queue:
        length, _, touchpoint, way, ended = heapq.heappop(queue)
        if ended:
            return _route(structure, _back(touchpoint, came), ends, emotions)
        if touchpoint in came:
            continue
        came[touchpoint] = way
        if touchpoint in ends:
            heapq.heappush(queue, (length - math.log(ends[touchpoint].share), next(turn), touchpoint, None, True))
        for on in structure.ways_from[touchpoint]:
            if on.target is not None and on.target not in came:
                heapq.heappush(queue, (length - math.log(on.share), next(turn), on.target, on, False))
    return None


def _back(touchpoint: Id, came: Mapping[Id, Way | None]) -> list[Id]:
    line = [touchpoint]
    while (way := came[line[-1]]) is not None:
        line.append(way.source)
    return line[::-1]


_State = tuple[Id, bool]
"""A touchpoint, and whether anything was felt up to it."""


def by_emotion(
    structure: Structure, ends: Mapping[Id, Way], emotions: Mapping[Id, float], *, worst: bool = False
) -> Route | None:
    """The way with the highest (or lowest) mean emotion of the touchpoints felt on it.

    Ways that lead back count as detours and are left out, so every touchpoint is passed once at most. The best ratio
    is found as Dinkelbach 1967: the best sum of emotion − mean, until the mean no longer rises.
    """
    gains = {t: -value if worst else value for t, value in emotions.items()}
    if not structure.order or not gains:
        return None
    mean, best = min(gains.values()) - 1, None
    for _ in range(_MOST_ROUNDS):
        line = _best_line(structure, ends, gains, mean)
        if line is None:
            return None
        felt = [gains[t] for t in line if t in gains]
        reached = sum(felt) / len(felt)
        if best is not None and reached <= mean + _STEADY:
            break
        mean, best = reached, line
    return None if best is None else _route(structure, best, ends, emotions)


def _best_line(
    structure: Structure,
    ends: Mapping[Id, Way],
    gains: Mapping[Id, float],
    mean: float,
) -> list[Id] | None:
    """The way to an end with the best sum of gain − mean over what was felt, with at least one touchpoint felt."""
    start = structure.order[0]
    first = (start, start in gains)
    totals: dict[_State, float] = {first: gains.get(start, mean) - mean}
    before: dict[_State, _State | None] = {first: None}
    finish: _State | None = None
    for touchpoint, targets in structure.forward.items():
        for felt in (False, True):
            state = (touchpoint, felt)
            total = totals.get(state)
            if total is None:
                continue
            if felt and touchpoint in ends and (finish is None or total > totals[finish]):
                finish = state
            for target in targets:
                gain = gains.get(target)
                to = (target, felt or gain is not None)
                further = total if gain is None else total + gain - mean
                if to not in totals or further > totals[to]:
                    totals[to], before[to] = further, state
    line: list[Id] = []
    while finish is not None:
        line.append(finish[0])
        finish = before[finish]
    return line[::-1] or None


def _route(structure: Structure, line: Sequence[Id], ends: Mapping[Id, Way], emotions: Mapping[Id, float]) -> Route:
    share, assumed = ends[line[-1]].share, ends[line[-1]].assumed
    for source, target in pairwise(line):
        way = next(way for way in structure.ways_from[source] if way.target == target)
        share *= way.share
        assumed = assumed or way.assumed
    felt = [emotions[t] for t in line if t in emotions]
    return Route(tuple(line), share, assumed, sum(felt) / len(felt) if felt else None, len(felt))
