"""The hyphenation patterns that come with pyphen, and Liang's rule: a break where the strongest number is odd.

pyphen's own reader takes half a second over the German file and applies its two levels as if they were one: its list
of whole compounds then cuts other words ("Über-g-a-be"). Only the patterns are read here, in some milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_LEVELS: Final = "NEXTLEVEL"
"""Stands between the list of compounds and the patterns."""
_DIGITS: Final = str.maketrans("", "", "0123456789")
_VOWELS: Final = frozenset("aeiouyäöüáàâéèêëíîïóôúû")


class Patterns:
    """The patterns of one language."""

    def __init__(self, written: str) -> None:
        lines = [line for line in written.split() if line[0] not in "#%"]
        self._written = dict(zip("\n".join(lines).translate(_DIGITS).split("\n"), lines, strict=True))
        """Letters → letters with the numbers between them."""
        self._longest = max(map(len, self._written))

    def points(self, letters: str) -> list[int]:
        """Places in a word of small letters before which a syllable begins, ascending."""
        word = f".{letters}."
        strongest = [0] * (len(word) + 1)
        for start in range(len(word)):
            for stop in range(start + 1, min(start + self._longest, len(word)) + 1):
                pattern = self._written.get(word[start:stop])
                if pattern is not None:
                    for place, number in _numbers(pattern):
                        strongest[start + place] = max(strongest[start + place], number)
        return list(_syllables(letters, [at - 1 for at, number in enumerate(strongest) if number % 2]))


@lru_cache(maxsize=2)
def patterns(language: str) -> Patterns:
    """The patterns of "de" or "en"."""
    name, encoding = {"de": ("hyph_de_DE.dic", "latin-1"), "en": ("hyph_en_GB.dic", "utf-8")}[language]
    found = find_spec("pyphen")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pyphen")
    written = (Path(found.origin).parent / "dictionaries" / name).read_bytes()
    return Patterns(written.rpartition(_LEVELS.encode())[2].decode(encoding).replace("\r", ""))


def _numbers(pattern: str) -> Iterator[tuple[int, int]]:
    """The numbers of a pattern, each with how many letters stand before it."""
    place = 0
    for character in pattern:
        if character.isdigit():
            yield place, int(character)
        else:
            place += 1


def _syllables(letters: str, points: list[int]) -> Iterator[int]:
    """The points, without those that would leave letters without a vowel: these stay with what stands before."""
    start = 0
    for point, stop in zip(points, (*points[1:], len(letters)), strict=False):
        if _VOWELS.isdisjoint(letters[start:point]) or _VOWELS.isdisjoint(letters[point:stop]):
            continue
        yield point
        start = point
