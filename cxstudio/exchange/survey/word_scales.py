"""Words people answer with, worst first, as surveys in German, English and Korean use them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cxstudio.resources import resource_values


@dataclass(frozen=True, slots=True)
class _AnswerWords:
    scales: tuple[tuple[tuple[str, ...], ...], ...]
    kano: tuple[tuple[str, ...], ...]
    nothing: frozenset[str]


_WORDS: Final = resource_values(_AnswerWords, "survey", "answer_words.toml")
WORD_SCALES: Final = _WORDS.scales
"""Five steps each; several words for one step."""
KANO_WORDS: Final = _WORDS.kano
"""The five Kano answers: like it, expect it, do not care, can live with it, dislike it."""
NO_ANSWER: Final = _WORDS.nothing
"""Cells that say nothing, in lower case."""


def folded(word: str) -> str:
    """A word as scales are compared by: lower case, single blanks, no full stop."""
    return " ".join(word.split()).casefold().rstrip(".!")


def word_scale(words: Iterable[str]) -> dict[str, int] | None:
    """Numbers 1 to 5 for these words where they all belong to one scale; None otherwise."""
    given = list(words)
    for scale in WORD_SCALES:
        found = _placed(given, scale)
        if found is not None and len(set(found.values())) >= min(3, len(given)) > 1:
            return found
    return None


def kano_scale(words: Iterable[str]) -> dict[str, int] | None:
    """The Kano answers for these words; None where one is no Kano answer or they are too few to tell."""
    found = _placed(list(words), KANO_WORDS)
    return found if found is not None and len(set(found.values())) >= 3 else None


def _placed(words: list[str], scale: tuple[tuple[str, ...], ...]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for word in words:
        step = next((i for i, names in enumerate(scale, 1) if folded(word) in names), None)
        if step is None:
            return None
        found[word] = step
    return found or None
