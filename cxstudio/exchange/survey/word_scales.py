"""Words people answer with, worst first, as surveys in German, English and Korean use them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from cxstudio.resources import resource_values

_JOINTS: Final = re.compile(r"[\s/,;|_·\-‐-―−]+")
_CLOSED: Final = ' .!?:…"„“”()[]'
_LONGEST_EMPTY: Final = 14
_FEWEST: Final = 3
"""Different levels from which words nobody put before people together are taken for a scale."""


@dataclass(frozen=True, slots=True)
class Family:
    """Everything one kind of answer is said with."""

    name: str
    levels: tuple[tuple[str, ...], ...]
    """From worst to best, several words for one level; "{of}" stands for each word of `of`, and for none."""
    scales: tuple[tuple[int, ...], ...]
    """Levels that are put before people together."""
    middle: int | None = None
    """The level that takes the middle words all families share."""
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    middle: tuple[str, ...]
    families: tuple[Family, ...]
    promise: tuple[tuple[str, ...], ...]
    kano: dict[str, tuple[tuple[str, ...], ...]]
    nothing: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class WordScale:
    """What words mean together: a scale of `points` steps, and each word's step on it, 1 the worst."""

    points: int
    steps: Mapping[str, int] = field(hash=False)
    family: str
    exact: bool
    """Whether every step was given, and these steps are put before people together."""
    ends: bool
    """Whether somebody gave the lowest and somebody the highest step."""
    known: bool
    """Whether this is a scale people are known to be asked on; else the words only have an order."""


def folded(word: str) -> str:
    """A word as scales are compared by: lower case, single blanks for dashes and slashes, no closing marks."""
    text = unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("`", "'").replace("´", "'")
    return _JOINTS.sub(" ", text).strip(_CLOSED)


def says_nothing(cell: str) -> bool:
    """Whether a cell gives no answer, in words: “k. A.”, “don't know”, a dash."""
    return folded(cell) in _NOTHING


def is_empty(cell: str) -> bool:
    """Whether a cell of any table holds nothing: it is blank, a dash, or what programs write for that."""
    text = cell.strip()
    return not text or (len(text) <= _LONGEST_EMPTY and not text[0].isdigit() and folded(text) in _EMPTY)


def completes_scale(cell: str, others: Iterable[str]) -> bool:
    """Whether words that elsewhere mean “no answer” are an answer here: beside others they complete a scale."""
    given = {word for word in others if not says_nothing(word)}
    mine = folded(cell)
    families = [index for index in _INDICES if mine in index.levels]
    return any(sum(folded(word) in index.levels for word in given) >= 2 for index in families)


def word_scales(words: Collection[str]) -> tuple[WordScale, ...]:
    """The scales all these words belong to, the likeliest first; no scale puts two of them on one step.

    A scale whose every step was given comes before one with steps nobody gave, a known one before a mere order;
    else in the order of the table, which has the usual ones first.
    """
    found = [scale for index in _INDICES for scale in index.scales(words)]
    found.sort(key=lambda scale: (not scale.exact, not scale.known))
    best: dict[int, WordScale] = {}
    for scale in found:
        best.setdefault(scale.points, scale)
    return tuple(best.values())


def word_scale(words: Collection[str], points: int | None = None) -> dict[str, int] | None:
    """Steps 1 to `points` (or as many as the likeliest scale has) for these words; None where they share none."""
    fitting = (scale for scale in word_scales(words) if points is None or scale.points == points)
    scale = next((s for s in fitting if s.known and len(s.steps) > 1), None)
    return dict(scale.steps) if scale is not None else None


def step_of(word: str) -> float | None:
    """Where a word stands between the worst (0) and the best (1) of the first family that knows it."""
    mine = folded(word)
    for index in _INDICES:
        if mine in index.levels:
            return index.levels[mine] / (index.height - 1)
    return None


def kano_scale(words: Iterable[str]) -> dict[str, int] | None:
    """The Kano answers for these words; None where one is no Kano answer or they are too few to tell."""
    answers = {name: step for step, names in enumerate(KANO_WORDS, 1) for name in map(folded, names)}
    found = {word: answers.get(folded(word)) for word in words}
    if None in found.values() or len(set(found.values())) < _FEWEST:
        return None
    return {word: step for word, step in found.items() if step is not None}


def promise_scale(words: Iterable[str]) -> WordScale | None:
    """No, partly and yes as words say it; None where one of them says something else."""
    answers = {name: step for step, names in enumerate(PROMISE_WORDS, 1) for name in map(folded, names)}
    steps = {word: answers.get(folded(word)) for word in words}
    known = {word: step for word, step in steps.items() if step is not None}
    return WordScale(len(PROMISE_WORDS), known, "promise", True, True, True) if known and known == steps else None


@dataclass(frozen=True, slots=True)
class _Index:
    """A family turned round: each word with its level."""

    family: Family
    levels: dict[str, int]

    @property
    def height(self) -> int:
        return len(self.family.levels)

    def scales(self, words: Collection[str]) -> list[WordScale]:
        """The scales of the family that hold all these words, each on a step of its own."""
        level = {word: self.levels.get(folded(word)) for word in words}
        used = sorted({at for at in level.values() if at is not None})
        if not used or None in level.values() or len(used) < len({folded(word) for word in words}):
            return []
        known = [self._scale(scale, level, used, True) for scale in self.family.scales if set(used) <= set(scale)]
        if len(used) >= _FEWEST and not any(scale.exact for scale in known):
            known.append(self._scale(tuple(used), level, used, False))
        return known

    def _scale(
        self, scale: tuple[int, ...], level: Mapping[str, int | None], used: list[int], known: bool
    ) -> WordScale:
        steps = {word: scale.index(at) + 1 for word, at in level.items() if at is not None}
        ends = scale[0] == used[0] and scale[-1] == used[-1]
        return WordScale(len(scale), steps, self.family.name, known and len(scale) == len(used), ends, known)


def _indexed(words: _Words) -> tuple[_Index, ...]:
    made = []
    for family in words.families:
        for of in (*family.of, "") if family.of else ("",):
            levels: dict[str, int] = {}
            for at, names in enumerate(family.levels):
                shared = words.middle if at == family.middle else ()
                for name in (*names, *shared):
                    levels.setdefault(folded(name.replace("{of}", of)), at)
            made.append(_Index(family, levels))
    return tuple(made)


_WORDS: Final = resource_values(_Words, "survey", "answer_words.toml")
FAMILIES: Final = _WORDS.families
"""Kinds of answers given in words."""
PROMISE_WORDS: Final = _WORDS.promise
"""Whether a promise was kept: no, partly, yes."""
KANO_WORDS: Final = _WORDS.kano["answers"]
"""The five Kano answers: like it, expect it, do not care, can live with it, dislike it."""
_INDICES: Final = _indexed(_WORDS)
_EMPTY: Final = frozenset(map(folded, _WORDS.nothing["cells"]))
_NOTHING: Final = _EMPTY | frozenset(map(folded, _WORDS.nothing["words"]))
