"""Where a word that does not fit its line may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.text.compound_joints import joints
from cxstudio.layout.text.hyphenation_patterns import patterns

SOFT: Final = "\u00ad"
_LEAST_HEAD, _LEAST_TAIL = 2, 3
_FILLED: Final = 0.6
"""How full of what it could hold a joint leaves a line when the rest takes more than one."""
_VOWELS: Final = frozenset("aeiouyäöüáàâéèêëíìîïóòôúùûåæøœаеёиоуыэюяіїєαεηιουωάέήίόύώ")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[a-zß-öø-ÿœ]+")
_GERMAN: Final = (
    r"[äöüß]|sch|ei|cht|tz|pf|ie[a-z]|j|[kwz][aeiou]|ung|keit|heit|lich|ngs[a-z]|(?:e[nr]|ern)$"
    r"|^(?:ge|be|ver|zer|ent|auf|aus|vor|ein|ab|an|um|zu)[^aeiou]"
)
_ENGLISH: Final = (
    r"th|ough|oo|wh|ou|ow|ew|aw|ea[^u]|c[aeiouy]|q(?!u)|(?:tion(?:s|al)?|ings?|ments?|ness|ships?|[ai]ble|[ai]bly|ities"
    r"|[ae]nces?|[ae]ncy|ful|less|ed|ies|ives?|[aeo]ry|wards?|ware|hood|[bcdfgklmnprstvz]y|[cv]e|cts?|[npr]ts)$"
)
"""Letters that speak for one of the languages; a word of either is broken where both allow it."""


class Break(NamedTuple):
    """A place after which a hyphen may stand."""

    at: int
    joint: bool
    """Whether two parts of a compound meet there, or the writer wanted it there."""


@cached(5_000)
def break_points(word: str) -> tuple[Break, ...]:
    """The places at which a word may be broken, ascending.

    Compounds fall into their parts (Vergleichs-portal), parts into syllables; soft hyphens the writer set come alone.
    """
    if SOFT in word:
        return tuple(Break(i, joint=True) for i, c in enumerate(word) if c == SOFT)
    found = []
    for match in _LETTERS.finditer(word):
        letters = match[0].lower()
        if len(letters) == len(match[0]):  # else a place in the one is none in the other
            found += [Break(match.start() + at, joint) for at, joint in _in_letters(letters)]
    return tuple(found)


def best_break(word: str, points: Sequence[Break], whole: Sequence[Break]) -> Break:
    """The best of the places at which a line is not too wide; after those in `whole` the next line holds the rest.

    A joint comes first, also where it costs a line more but leaves this one full enough; then fewer lines, halves
    alike, and many consonants around a place.
    """
    joined = [point for point in whole if point.joint]
    if not joined:
        filled = (point for point in reversed(points) if point.joint and point.at >= _FILLED * points[-1].at)
        joined = list(filled)[:1]
    return min(joined or whole or points[-1:], key=lambda point: _seam(word, point.at))


def _in_letters(letters: str) -> Iterator[Break]:
    german, english = _languages(letters)
    parts = joints(letters) if german else []
    for start, stop in pairwise((0, *parts, len(letters))):
        if start:
            yield Break(start, joint=True)
        least = max(_LEAST_HEAD, start + _LEAST_HEAD)
        for at in _syllables(letters[start:stop], german, english):
            if least <= start + at <= len(letters) - _LEAST_TAIL and at <= stop - start - _LEAST_HEAD:
                yield Break(start + at, joint=False)


def _languages(letters: str) -> tuple[bool, bool]:
    """Whether a word may be German, and whether English: one of them at least."""
    german, english = len(re.findall(_GERMAN, letters)), len(re.findall(_ENGLISH, letters))
    umlaut = re.search("[äöüß]", letters) is not None
    return umlaut or german >= english, not umlaut and english >= german


def _syllables(letters: str, german: bool, english: bool) -> list[int]:
    if _LATIN.fullmatch(letters) is None:
        return _before_consonants(letters)
    found = [patterns(language).points(letters) for language, may in (("de", german), ("en", english)) if may]
    both = [at for at in found[0] if at in found[-1]]
    return both or found[0]


def _before_consonants(letters: str) -> list[int]:
    """Letters of other alphabets: before the last consonant between two vowels."""
    vowels = [i for i, c in enumerate(letters) if c in _VOWELS]
    return [b - 1 for a, b in pairwise(vowels) if b - a > 1]


def _seam(word: str, point: int) -> float:
    """How badly a word falls into two halves at a point; many consonants around it speak for a compound's seam."""
    cluster = 0
    for step, begin in ((-1, point - 1), (1, point)):
        at = begin
        while 0 <= at < len(word) and word[at].isalpha() and word[at].lower() not in _VOWELS:
            cluster += 1
            at += step
    return abs(point - len(word) / 2) - 0.5 * cluster
