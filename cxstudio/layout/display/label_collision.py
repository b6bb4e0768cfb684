"""Boxes that must not meet: where names find room in a chart."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.layout.display.box import Box
from cxstudio.model import Id


def fit_together(spots: Sequence[tuple[Id, Sequence[Box]]], most_tries: int = 3000) -> dict[Id, Box]:
    """One box for as many as can have one without meeting another; who comes first chooses first."""
    best: dict[Id, Box] = {}
    tries = 0

    def place(at: int, so_far: dict[Id, Box]) -> bool:
        """Go on from the `at`-th; True when everybody has a box or there were enough tries."""
        nonlocal best, tries
        tries += 1
        if len(so_far) > len(best):
            best = dict(so_far)
        if at == len(spots) or tries > most_tries:
            return len(best) == len(spots) or tries > most_tries
        if len(so_far) + len(spots) - at <= len(best):
            return False
        touchpoint, boxes = spots[at]
        for box in boxes:
            if not any(box.meets(other) for other in so_far.values()) and place(at + 1, {**so_far, touchpoint: box}):
                return True
        return place(at + 1, so_far)

    place(0, {})
    return best
