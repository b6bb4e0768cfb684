"""Names compared as people compare them: case, quotation marks and punctuation do not count."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.caches import cached
from cxstudio.model.folding import folded

_NO_WORD: Final = re.compile(r"[^\w]+", re.UNICODE)
LEAST_LEAD: Final = 9
"""So long (characters) has a name to be that a longer one may begin with and mean the same."""


@cached(16384)
def key_of(name: str) -> str:
    """A name as it is compared: its words, folded, with one blank between them."""
    return _NO_WORD.sub(" ", folded(name)).strip()


@cached(16384)
def leads(name: str) -> tuple[str, ...]:
    """The keys a name stands for: itself, and every long enough beginning of whole words."""
    words = key_of(name).split()
    made = [" ".join(words[:count]) for count in range(1, len(words) + 1)]
    return tuple(key for at, key in enumerate(made) if at == len(made) - 1 or len(key) >= LEAST_LEAD)
