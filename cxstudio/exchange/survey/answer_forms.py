"""Ways a number is written as an answer: 4, 4.0, “4 – agree”, “agree (4)”, 4/5, “4 of 5”, 80 %, ★★★★."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_WHOLE: Final = re.compile(r"([+\-−]?\d{1,4})(?:[.,]0+)?")
_LABELLED: Final = re.compile(r"([+\-−]?\d{1,3})\s*(?:[-–—=:.()]\s*)+([^\d\W].*)", re.DOTALL)
_CLOSING: Final = re.compile(
    r"(.*[^\d\s(\[=:–-])\s*(?:[(\[]\s*([+\-−]?\d{1,3})\s*[)\]]|\s[=–-]\s*([+\-−]?\d{1,3}))", re.DOTALL
)
_OF: Final = re.compile(
    r"(\d{1,3})\s*(?:/|von|of|out of|aus)\s*(\d{1,3})(?:\s*(?:sternen?|stars?|punkten?|points?))?", re.I
)
_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*%")
_STARS: Final = re.compile(r"[★⭐🌟✭✩☆\ufe0f\s]+")
_STARS_NAMED: Final = re.compile(r"(\d{1,2})\s*(?:sterne?|stars?|★|⭐)", re.I)
_FULL, _EMPTY = "★⭐🌟✭", "✩☆"
_LONGEST: Final = 200
"""Characters beyond which a cell is a text and no answer."""
_WHOLE_OF_PERCENT: Final = 100
_STARS_USUAL: Final = 5


class WrittenNumber(NamedTuple):
    """A number as it was written as an answer."""

    value: int
    label: str = ""
    """What stood beside it: “agree” of “4 – agree”."""
    most: int | None = None
    """The highest answer, where the cell says so: 5 of “4/5”."""


def written_number(cell: str) -> WrittenNumber | None:
    """The number a cell gives as its answer; None where it gives none."""
    text = cell.strip()
    if not text or len(text) > _LONGEST:
        return None
    if match := _WHOLE.fullmatch(text):
        return WrittenNumber(_int(match[1]))
    if match := _OF.fullmatch(text):
        return WrittenNumber(int(match[1]), most=int(match[2])) if int(match[2]) > 0 else None
    if match := _PERCENT.fullmatch(text):
        return WrittenNumber(int(match[1]), most=_WHOLE_OF_PERCENT)
    if match := _STARS_NAMED.fullmatch(text):
        return WrittenNumber(int(match[1]), most=_STARS_USUAL)
    if _STARS.fullmatch(text):
        full, empty = sum(map(text.count, _FULL)), sum(map(text.count, _EMPTY))
        return WrittenNumber(full, most=full + empty if empty else _STARS_USUAL)
    if match := _LABELLED.fullmatch(text):
        return WrittenNumber(_int(match[1]), match[2].strip(" )]"))
    if match := _CLOSING.fullmatch(text):
        return WrittenNumber(_int(match[2] or match[3]), match[1].strip())
    return None


def _int(text: str) -> int:
    return int(text.replace("−", "-"))
