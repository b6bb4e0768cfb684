"""Lists that both copies changed: what one of them added is added, what one took out is out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def joined_list(before: Sequence[T], here: Sequence[T], there: Sequence[T]) -> tuple[T, ...] | None:
    """The list both changes lead to, the same whichever copy is called here; None where they sort it differently."""
    if any(len(set(each)) != len(each) for each in (before, here, there)):
        return None
    gone = [each for each in before if each not in here or each not in there]
    stays = [each for each in before if each not in gone]
    orders = [[each for each in side if each in stays] for side in (here, there)]
    moved = [order for order in orders if order != stays]
    if len(moved) == 2 and moved[0] != moved[1]:
        return None
    result = list(moved[0] if moved else stays)
    for side in sorted((here, there), key=repr):
        for place, each in enumerate(side):
            if each not in before and each not in result:
                ahead = [known for known in side[:place] if known in result]
                result.insert(result.index(ahead[-1]) + 1 if ahead else 0, each)
    return tuple(result)
