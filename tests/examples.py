"""How many examples of a property are tried: a few in every run, all of them in the torture.

Each run draws other ones, so that many runs see as much as one long one.
"""

from __future__ import annotations

import os

ALL = os.environ.get("CX_EXAMPLES") == "all"
_PART, _LEAST = 4, 10


def examples(number: int) -> int:
    """So many of `number` examples are tried now."""
    return number if ALL else max(min(number, _LEAST), number // _PART)
