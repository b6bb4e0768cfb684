"""Ideas that may mean the same, by the words they share; people decide whether they do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from cxstudio.model import Id, Idea

_STEM: Final = 5
"""Letters of a word that are compared: endings differ, and compounds begin alike."""
_LEAST: Final = 4
"""Letters of the shortest word that counts; shorter ones are mostly articles."""
ALIKE: Final = 0.5
"""Part of their words two ideas share at least."""
_COMMON: Final = 40
"""A word in more ideas than this tells none of them apart."""
_WORDS: Final = re.compile(r"\w+")


class Pair(NamedTuple):
    """Two ideas that look alike, the one that was there first ahead."""

    first: Id
    second: Id
    share: float
    """Of their words that both have, 0 … 1."""


def words_of(text: str) -> frozenset[str]:
    """Beginnings of the words of a text that say what it is about; all of them where it has short words only."""
    words = _WORDS.findall(text.casefold())
    return frozenset(word[:_STEM] for word in words if len(word) >= _LEAST) or frozenset(words)


def similar_ideas(ideas: Sequence[Idea]) -> tuple[Pair, ...]:
    """Pairs that share at least half of their words, the likest first."""
    words = [words_of(idea.text) for idea in ideas]
    having: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(words):
        for word in found:
            having[word].append(place)
    candidates = {pair for places in having.values() if len(places) <= _COMMON for pair in combinations(places, 2)}
    pairs = []
    for one, other in sorted(candidates):
        share = len(words[one] & words[other]) / len(words[one] | words[other])
        if share >= ALIKE:
            pairs.append(Pair(ideas[one].id, ideas[other].id, share))
    return tuple(sorted(pairs, key=lambda pair: -pair.share))
