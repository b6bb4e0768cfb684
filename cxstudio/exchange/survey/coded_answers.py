"""Answers given as the codes of a survey tool: AO01, AO02 … What they stand for is asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from cxstudio.exchange.survey.word_scales import WordScale
from cxstudio.model.questions import LONGEST_SCALE

CODES: Final = "codes"
_CODE: Final = re.compile(r"([A-Za-z]{1,4}[-_]?)0*(\d{1,2})")
_FEWEST: Final = 2
_USUAL: Final = (5, 7, 10)


def codes_in(words: Iterable[str]) -> str:
    """What the codes of a column begin with; empty where its answers are no codes."""
    found = [_CODE.fullmatch(word) for word in words]
    begins = {match[1] for match in found if match is not None}
    steps = [int(match[2]) for match in found if match is not None]
    if None in found or len(begins) != 1 or not steps or max(steps) > LONGEST_SCALE or min(steps) < 1:
        return ""
    return next(iter(begins))


def code_scales(words: Collection[str]) -> tuple[WordScale, ...]:
    """What codes may stand for: the first the worst, or the first the best, on scales as long as they need."""
    matches = {word: match for word in words if (match := _CODE.fullmatch(word)) is not None}
    steps = {word: int(match[2]) for word, match in matches.items()}
    if len(steps) < len(words) or len(steps) < _FEWEST:
        return ()
    highest = max(*steps.values(), 3)
    found: list[WordScale] = []
    for points in dict.fromkeys((highest, *(usual for usual in _USUAL if usual > highest))):
        for turned in (False, True):
            meant = {word: points + 1 - step if turned else step for word, step in steps.items()}
            found.append(WordScale(points, meant, CODES, len(set(steps.values())) == points, True, True))
    return tuple(found)
