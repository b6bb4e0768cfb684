"""Of what and how a report was made: all it takes to make the same one again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report was made from."""

    language: str
    size: tuple[float, float]
    """Width and height of the sheet in points."""
    day: date
    journey: str = ""
    round: str = ""
    sections: tuple[str, ...] = ()
    preset: str = ""
    project: str = ""
    """Digest of the project as it was."""
