"""Questions asked about several things: “Question [thing]”, “Question - thing”, or a sentence with the thing inside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

_ROW: Final = re.compile(r"(.{3,}?)\s*[\[]([^\[\]]{1,200})\]\s*$")
_DASHED: Final = re.compile(r"(.{8,}?)\s+[-–—|]\s+([^|]{1,160})$|(.{8,}?[?…:])\s*[-–—:|]?\s+([^?|]{1,160})$")
_CODED: Final = re.compile(r"[fq]\d{1,3}[a-z]\.\s+(.{1,200})\s+–\s+([^–]*\?[^–]*)", re.I)
"""How our own questionnaires head a column: “F3a. Hotline – How good was it really?”."""
_FEWEST_SHARED_WORDS: Final = 3
_FEWEST: Final = 2


class AskedAbout(NamedTuple):
    """A heading taken apart."""

    question: str
    thing: str


def asked_about(headings: Sequence[str], names_question: Callable[[str], bool]) -> dict[int, AskedAbout]:
    """Column → question and thing, where at least two columns share the question, or a heading has both for certain.

    `names_question` tells words that name a question (“expectation”) from things.
    """
    found = _by_split(headings, _DASHED, names_question)
    return found | _by_split(headings, _ROW, names_question) | _certain(headings)


def _certain(headings: Sequence[str]) -> dict[int, AskedAbout]:
    """Headings of our own questionnaires, and whole questions with their thing in square brackets."""
    found = {}
    for at, heading in enumerate(headings):
        text = " ".join(heading.split())
        if (coded := _CODED.fullmatch(text)) is not None:
            found[at] = AskedAbout(coded[2].strip(), coded[1].strip())
        elif (rowed := _ROW.fullmatch(text)) is not None and "?" in rowed[1]:
            found[at] = AskedAbout(rowed[1].strip(), rowed[2].strip())
    return found


def without_shared_words(headings: Sequence[str]) -> list[str]:
    """What sets sentences apart that begin and end with the same words; as they are where they share too little.

    “How good was the hotline really?”, “How good was the bill really?” → “hotline”, “bill”.
    """
    parted = [heading.split() for heading in headings]
    if len(parted) < _FEWEST or not any(heading.rstrip().endswith("?") for heading in headings):
        return list(headings)
    shortest = min(map(len, parted))
    before = _shared(parted, shortest)
    after = _shared([words[::-1] for words in parted], shortest - before)
    if before + after < _FEWEST_SHARED_WORDS or before + after >= shortest:
        return list(headings)
    things = [" ".join(words[before : len(words) - after]).strip(" .,;:?!–-") for words in parted]
    return things if all(things) and len(set(things)) == len(things) else list(headings)


def _shared(parted: Sequence[Sequence[str]], most: int) -> int:
    """How many first words all have."""
    for at in range(most):
        if len({words[at].casefold() for words in parted}) > 1:
            return at
    return most


def _by_split(
    headings: Sequence[str], pattern: re.Pattern[str], names_question: Callable[[str], bool]
) -> dict[int, AskedAbout]:
    groups: defaultdict[str, list[tuple[int, AskedAbout]]] = defaultdict(list)
    for at, heading in enumerate(headings):
        match = pattern.fullmatch(" ".join(heading.split()))
        if match is not None:
            question, thing = (part for part in match.groups() if part is not None)
            if names_question(thing):
                continue
            groups[question.casefold()].append((at, AskedAbout(question.strip(), thing.strip())))
    return {at: parts for group in groups.values() if len(group) >= _FEWEST for at, parts in group}
