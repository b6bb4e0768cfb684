"""The typical order of a log's activities, and where it is cut into stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from cxstudio.exchange.event_logs.log_summary import Variant

_MOST_PAIRS = 2_000_000
"""Pairs looked at; rare variants beyond that add nothing the frequent ones have not told."""
_PASSES = 8
_FEW = 36
"""Touchpoints up to which three stages are enough."""
_PER_STAGE = 12


def typical_order(variants: Counter[Variant], names: Sequence[str]) -> list[int]:
    """Activities in an order that contradicts as few cases as can be found: who first comes to which of two first.

    Frequent activities are placed first, rare ones where they fit in; then each is placed anew until nothing is won.
    """
    ahead, counted = _precedence(variants, names)
    followers: dict[int, list[tuple[int, int]]] = {a: [] for a in counted}
    leaders: dict[int, list[tuple[int, int]]] = {a: [] for a in counted}
    for (a, b), n in ahead.items():
        followers[a].append((b, n))
        leaders[b].append((a, n))
    by_cases = sorted(counted, key=lambda a: (-counted[a], names[a]))
    order: list[int] = []
    for activity in by_cases:
        order.insert(_best_place(order, followers[activity], leaders[activity])[0], activity)
    for _ in range(_PASSES):
        before = list(order)
        for activity in by_cases:
            at = order.index(activity)
            order.pop(at)
            place, cost, costs = _best_place(order, followers[activity], leaders[activity])
            order.insert(place if cost < costs[at] else at, activity)
        if order == before:
            break
    return order


def _best_place(
    order: Sequence[int], followers: Iterable[tuple[int, int]], leaders: Iterable[tuple[int, int]]
) -> tuple[int, int, list[int]]:
    """Where an activity contradicts fewest cases (the earliest such place), how many, and how many at each place."""
    change = dict.fromkeys(order, 0)
    cost = 0
    for other, n in leaders:
        if other in change:
            change[other] -= n
            cost += n
    for other, n in followers:
        if other in change:
            change[other] += n
    costs = [cost]
    for other in order:
        costs.append(costs[-1] + change[other])
    best = min(costs)
    return costs.index(best), best, costs


def _precedence(variants: Counter[Variant], names: Sequence[str]) -> tuple[Counter[tuple[int, int]], Counter[int]]:
    """In how many cases one activity comes first ahead of another, and how many cases have each."""
    ahead: Counter[tuple[int, int]] = Counter()
    counted: Counter[int] = Counter()
    pairs = 0
    for variant, cases in sorted(variants.items(), key=lambda item: (-item[1], [names[a] for a in item[0]])):
        firsts = tuple(dict.fromkeys(variant))
        for activity in firsts:
            counted[activity] += cases
        if pairs < _MOST_PAIRS:
            pairs += len(firsts) * (len(firsts) - 1) // 2
            for pair in combinations(firsts, 2):
                ahead[pair] += cases
    return ahead, counted


def stage_sizes(order: Sequence[int], ways: Counter[tuple[int, int]]) -> list[int]:
    """How many touchpoints each stage gets: about equally many, cut where fewest cases go back."""
    count = len(order)
    stages = min(count, 3) if count <= _FEW else -(-count // _PER_STAGE)
    crossing = _back_across(order, ways)
    cuts = [0]
    room = count // (stages * 4)
    for turn in range(1, stages):
        middle = round(count * turn / stages)
        near = range(max(cuts[-1] + 1, middle - room), min(count - (stages - turn), middle + room) + 1)
        cuts.append(min(near, key=lambda cut: (crossing[cut], abs(cut - middle), cut)))
    return [after - before for before, after in zip(cuts, [*cuts[1:], count], strict=True)]


def _back_across(order: Sequence[int], ways: Counter[tuple[int, int]]) -> list[int]:
    """For each cut how many times a case goes back across it."""
    place = {activity: at for at, activity in enumerate(order)}
    steps = [0] * (len(order) + 1)
    for (a, b), n in ways.items():
        if a in place and b in place and place[b] < place[a]:
            steps[place[b] + 1] += n
            steps[place[a] + 1] -= n
    total, crossing = 0, []
    for step in steps:
        total += step
        crossing.append(total)
    return crossing
