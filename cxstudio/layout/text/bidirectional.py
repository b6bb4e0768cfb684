"""Which way a line runs: the order in which its stretches stand when Hebrew or Arabic are in it.

A small part of the Unicode bidirectional algorithm: no explicit embeddings, which people do not type into cards.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


_RTL = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC), (0x10800, 0x10FFF))


class Stretch(NamedTuple):
    """Characters that run one way, in the order they are read."""

    text: str
    rtl: bool


def has_rtl(text: str) -> bool:
    """Whether any character runs from right to left."""
    return any(is_rtl(c) for c in text)


def is_rtl(character: str) -> bool:
    """Whether a character runs from right to left by itself."""
    code = ord(character)
    return any(first <= code <= last for first, last in _RTL)


def reads_rtl(text: str) -> bool:
    """Whether a text as a whole runs from right to left: its first letter decides."""
    for character in text:
        if is_rtl(character) and not unicodedata.category(character).startswith("N"):
            return True
        if unicodedata.bidirectional(character) == "L":
            return False
    return False


def stretches(text: str) -> list[Stretch]:
    """The stretches of a line from left to right."""
    if not has_rtl(text):
        return [Stretch(text, rtl=False)]
    levels = _levels(text, 1 if reads_rtl(text) else 0)
    parts: list[tuple[int, str]] = []
    for character, level in zip(text, levels, strict=True):
        if parts and parts[-1][0] == level:
            parts[-1] = (level, parts[-1][1] + character)
        else:
            parts.append((level, character))
    for level in range(max(levels), 0, -1):
        parts = _reversed_from(parts, level)
    return [Stretch(t, rtl=level % 2 == 1) for level, t in parts]


def mirrored(text: str) -> str:
    """Punctuation of a right-to-left stretch as it is drawn from left to right."""
    return text[::-1].translate(_MIRRORED)


def _levels(text: str, base: int) -> list[int]:
    kinds = [_kind(c) for c in text]
    _attach_marks(text, kinds)
    strong = "R" if base else "L"
    for i, kind in enumerate(kinds):
        if kind in "RL":
            strong = kind
        elif kind == "D" and strong == "L":
            kinds[i] = "L"
    base_kind = "R" if base else "L"
    count = len(kinds)
    i = 0
    while i < count:
        if kinds[i] != "N":
            i += 1
            continue
        end = i
        while end < count and kinds[end] == "N":
            end += 1
        before = _side(kinds[i - 1]) if i else base_kind
        after = _side(kinds[end]) if end < count else base_kind
        kinds[i:end] = [before if before == after else base_kind] * (end - i)
        i = end
    return [1 if k == "R" else 2 if k == "D" or base else 0 for k in kinds]


def _side(kind: str) -> str:
    return "R" if kind in "RD" else "L"


def _kind(character: str) -> str:
    if is_rtl(character):
        return "D" if unicodedata.category(character) == "Nd" else "R"
    found = unicodedata.bidirectional(character)
    return {"L": "L", "EN": "D", "AN": "D"}.get(found, "N")


def _attach_marks(text: str, kinds: list[str]) -> None:
    for i, character in enumerate(text):
        if i and unicodedata.combining(character):
            kinds[i] = kinds[i - 1]


def _reversed_from(parts: list[tuple[int, str]], level: int) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for part in parts:
        if part[0] >= level:
            run.append(part)
        else:
            found.extend(reversed(run))
            run = []
            found.append(part)
    return [*found, *reversed(run)]
