"""Which scale emotion was given on: from −3 to 3, or one that has its neutral step in the middle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cxstudio.model.questions import SIGNED

_LENGTHS: Final = (5, 7, 3)
"""Steps of scales without negative numbers, the usual ones first."""


def signed_scales(numbers: Mapping[int, int], told: tuple[int, int] | None = None) -> tuple[tuple[int, int], ...]:
    """Lowest and highest step of the scales these numbers may lie on, the likeliest first.

    One means that there is no doubt; none that no scale with a neutral step holds them. `told` are the ends a heading
    names.
    """
    if told is not None:
        return (told,) if told == SIGNED or has_neutral(*told) else ()
    if not numbers:
        return (SIGNED,)
    low, high = min(numbers), max(numbers)
    if low < 0:
        return (SIGNED,) if SIGNED[0] <= low and high <= SIGNED[1] else ()
    first = 0 if low == 0 else 1
    shorter = [(first, first + steps - 1) for steps in _LENGTHS if high <= first + steps - 1]
    if high == first + _LENGTHS[1] - 1:
        return tuple(shorter)
    return (SIGNED, *shorter) if high <= SIGNED[1] else tuple(shorter)


def neutral(lowest: int, highest: int) -> int:
    """The step that says neither good nor bad."""
    return (lowest + highest) // 2


def has_neutral(lowest: int, highest: int) -> bool:
    """Whether a scale has a middle step, and no more steps than emotion is kept in."""
    return (highest - lowest) % 2 == 0 and 2 <= highest - lowest <= SIGNED[1] - SIGNED[0]
