"""Texts and names as people compare them."""

from __future__ import annotations

import unicodedata
from typing import Final

from cxstudio.caches import cached

_KEPT: Final = 1_000
"""Texts up to this length are remembered as they are compared: people type letter by letter."""


def folded(text: str) -> str:
    """A text as it is compared wherever people type to find: without case, accents written one way, spaces as one."""
    return _short(text) if len(text) <= _KEPT else _folded(text)


def _folded(text: str) -> str:
    written = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(written.casefold().split())


_short: Final = cached(20_000)(_folded)
