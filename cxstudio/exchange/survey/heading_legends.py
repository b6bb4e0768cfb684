"""What a heading, or the labels beside numbers, say about the scale: its ends, and which of them is the better one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cxstudio.exchange.survey.word_scales import step_of

_PAIR: Final = re.compile(
    r"(?<![\w.])([+\-−]?\d{1,3})\s*(?:[=:≙]\s*|\(\s*)([^\W\d][^,;/()|=…]{1,40}?)\s*(?=[,;/()|…\]]|"
    r"\s[-–]\s|bis\b|to\b|$)",
)
_RANGE: Final = re.compile(r"(?<![\w.,])([+\-−]?\d{1,2})\s*(?:-|–|—|\.\.\.?|…|bis|to)\s*([+\-−]?\d{1,3})(?![\w.,])")
_SCHOOL: Final = re.compile(
    r"\b(?:schul)?note[n]?\b|\bschool marks?\b|\bgrades?\b|\bmarks?\b|benotung|\bbenoten",
)
_TURNED: Final = re.compile(
    r"[(\[]\s*(?:-|–|−|r|rev\.?|reversed?|reverse[ -]coded|umgepolt|invertiert|negativ)\s*[)\]]|umgepolt|"
    r"reverse[ -]coded|\binvers\b",
)
_LOW, _HIGH = 0.35, 0.65


@dataclass(frozen=True, slots=True)
class Legend:
    """What is said about a scale; None where nothing is."""

    lowest: int | None = None
    highest: int | None = None
    best_is_lowest: bool | None = None
    school_marks: bool = False
    turned: bool = False
    """Whether the column is marked as worded the other way round."""


def legend_of(heading: str, labels: Iterable[tuple[int, str]] = ()) -> Legend:
    """The legend in a heading, and in what stands beside the numbers of its cells."""
    text = heading.casefold()
    pairs = [(_int(match[1]), match[2]) for match in _PAIR.finditer(text)]
    said = pairs if len(pairs) > 1 else []
    ends = [value for value, _ in said]
    if not ends and (match := _RANGE.search(text)) is not None:
        ends = [_int(match[1]), _int(match[2])]
    fits = len(ends) > 1 and min(ends) < max(ends) and -10 <= min(ends) <= 1 and 2 <= max(ends) <= 100
    return Legend(
        min(ends) if fits else None,
        max(ends) if fits else None,
        _direction([*said, *labels]),
        _SCHOOL.search(text) is not None,
        _TURNED.search(text) is not None,
    )


def is_legend(text: str) -> bool:
    """Whether words in brackets say how answers are given, and nothing about what is asked."""
    folded = text.casefold()
    return bool(_TURNED.fullmatch(f"({folded})")) or (
        (len(_PAIR.findall(folded)) > 1 or _RANGE.search(folded) is not None) and any(c.isdigit() for c in folded)
    )


def _direction(pairs: Iterable[tuple[int, str]]) -> bool | None:
    """Whether the lowest number is the best answer, told from what the numbers are called; None where nobody says."""
    known = sorted({(value, step) for value, label in pairs if (step := step_of(label)) is not None})
    if len(known) < 2 or known[0][0] == known[-1][0]:
        return None
    low, high = known[0][1], known[-1][1]
    if low <= _LOW and high >= _HIGH:
        return False
    return True if low >= _HIGH and high <= _LOW else None


def _int(text: str) -> int:
    return int(text.replace("−", "-"))
