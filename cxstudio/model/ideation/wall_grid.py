"""How large a note on the idea wall is, and where notes stand when they are put in rows."""

from __future__ import annotations

from typing import Final

NOTE_WIDTH: Final = 150.0
NOTE_HEIGHT: Final = 92.0
GAP: Final = 16.0
"""Between two notes side by side."""
BELOW: Final = 26.0
"""Between two notes one below the other."""
STEP_ACROSS: Final = NOTE_WIDTH + GAP
STEP_DOWN: Final = NOTE_HEIGHT + BELOW
HEAD: Final = 30.0
"""Room above the notes of a cluster, for its name."""
MARGIN: Final = 24.0
"""Left and above the first note."""
ACROSS: Final = 6
"""Notes in one row of the wall."""
CLUSTER_ACROSS: Final = 3
"""Notes in one row of a cluster."""
_OFF: Final = ((0.0, 0.0), (-3.0, 6.0), (4.0, 1.0), (1.0, 8.0), (-4.0, 3.0), (5.0, 7.0), (2.0, 2.0), (-2.0, 9.0))


def loose(across: float, down: float, number: int) -> tuple[float, float]:
    """The place in a row of notes, a little off, as when somebody hangs them by hand; the same number, the same place.

    Never so far that two notes side by side, or one below the other, touch.
    """
    right, below = _OFF[number % len(_OFF)]
    return across + right, down + below
