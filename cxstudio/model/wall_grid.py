"""How large a note on the idea wall is, and where notes stand when they are put in rows."""

from __future__ import annotations

from typing import Final

NOTE_WIDTH: Final = 150.0
NOTE_HEIGHT: Final = 92.0
GAP: Final = 12.0
STEP_ACROSS: Final = NOTE_WIDTH + GAP
STEP_DOWN: Final = NOTE_HEIGHT + GAP
HEAD: Final = 30.0
"""Room above the notes of a cluster, for its name."""
MARGIN: Final = 24.0
"""Left and above the first note."""
ACROSS: Final = 6
"""Notes in one row of the wall."""
CLUSTER_ACROSS: Final = 3
"""Notes in one row of a cluster."""
