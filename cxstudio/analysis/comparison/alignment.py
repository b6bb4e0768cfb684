"""Two rows with partners in both: which partners changed their places, and how the rows stand side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from cxstudio.model import Id


def moved(before: Sequence[Id], after: Sequence[Id], pairs: Mapping[Id, Id]) -> frozenset[Id]:
    """Which of `after` (paired with `before`) have to be taken up so that the others stand in their old order."""
    place = {one: at for at, one in enumerate(before)}
    row = [(place[pairs[one]], one) for one in after if one in pairs]
    staying = {row[i][1] for i in longest_increasing([at for at, _ in row])}
    return frozenset(one for _, one in row if one not in staying)


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """Places of a longest strictly increasing subsequence (patience sorting; Fredman 1975)."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        pile = bisect_left(tails, number)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[pile], ends[pile] = number, at
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def lined_up(today: Sequence[Id], later: Sequence[Id], anchors: Mapping[Id, Id]) -> list[tuple[Id | None, Id | None]]:
    """Both rows in full, side by side: anchored pairs (later → today, in the same order) share a place.

    Between two of them stand those of today alone, then those to be alone.
    """
    lined: list[tuple[Id | None, Id | None]] = []
    used = 0
    place = {one: at for at, one in enumerate(today)}
    waiting: list[Id] = []
    for one in later:
        if one not in anchors:
            waiting.append(one)
            continue
        stop = place[anchors[one]]
        lined += [(a, None) for a in today[used:stop]]
        lined += [(None, b) for b in waiting]
        lined.append((anchors[one], one))
        used, waiting = stop + 1, []
    lined += [(a, None) for a in today[used:]]
    lined += [(None, b) for b in waiting]
    return lined
