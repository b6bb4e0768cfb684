"""Values as they are shown: what reads alike is judged alike."""

from __future__ import annotations

import math

_ALMOST = 1e-9
"""Floats that fall so little short of a half are one."""


def shown(value: float, decimals: int = 1) -> float:
    """The value with so many decimals, a half away from zero, never −0: what every judgement looks at.

    For a mean of fewer than 10⁷ answers it is sign · ⌊(20·|sum| + n)/(2n)⌋/10 in whole numbers.
    """
    step: int = 10**decimals
    size = math.floor(abs(value) * step + 0.5 + _ALMOST) / step
    return -size if value < 0 and size else size
