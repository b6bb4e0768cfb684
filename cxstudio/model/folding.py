"""Texts and names as people compare them: two names that are the same, and a text somebody looks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from cxstudio.caches import cached

_KEPT: Final = 1_000
"""Texts up to this length are remembered as they are compared: people type letter by letter."""


def folded(text: str) -> str:
    """A name as it is compared with others: without case, accents written one way, spaces as one.

    “Zürich” and “Zurich” are two names. Where people type to find, `sought` finds both.
    """
    return _short(text) if len(text) <= _KEPT else _folded(text)


def sought(text: str) -> str:
    """A text as it is looked through wherever people type to find: as `folded`, and without accents.

    Quotation marks and dashes are those of the keyboard, and what is not seen in a text is left out.
    """
    return _short_sought(text) if len(text) <= _KEPT else _sought(text)


def says(text: str, wanted: str) -> bool:
    """Whether a text says every word somebody typed to find; nothing typed is said by every text."""
    return says_all(text, sought(wanted).split())


def says_all(text: str, words: Iterable[str]) -> bool:
    """Whether a text says every one of these words, each as `sought` writes it."""
    whole = sought(text)
    return all(word in whole for word in words)


def _folded(text: str) -> str:
    written = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(written.casefold().split())


def _sought(text: str) -> str:
    if text.isascii():
        return _folded(text)
    letters = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    bare = "".join(c for c in letters if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return _folded(bare)


_LETTERS: Final = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    "’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
})  # fmt: skip
"""Letters that have no parts to take off, and signs few keyboards have."""
_short: Final = cached(20_000)(_folded)
_short_sought: Final = cached(20_000)(_sought)
