"""Where a word that does not fit its line may be broken."""

from __future__ import annotations

from itertools import pairwise

VOWELS = frozenset("aeiouyäöüáàâéèêëíìîïóòôúùûåæøœаеёиоуыэюяіїєαεηιουωάέήίόύώ")
_WRITTEN_ONSETS = (
    "bl br ch chl chr ck cl cr dr fl fr gl gn gr kl kn kr pf pfl ph phr pl pr qu sch schl schm schn schr schw sh th "
    "thr tr tsch tw wh wr zw"
)
_ONSETS = frozenset(_WRITTEN_ONSETS.split())
SOFT = "\u00ad"
_LEAST_HEAD, _LEAST_TAIL = 2, 3


def break_points(word: str) -> list[int]:
    """Places after which a hyphen may stand, ascending: before the consonants that open a syllable.

    A rule for German and English good enough for words in narrow cards (Vergleichs-portal, Kunden-zentrum);
    soft hyphens the writer set come alone.
    """
    if SOFT in word:
        return [i for i, c in enumerate(word) if c == SOFT]
    lower = word.lower()
    found: list[int] = []
    start = 0
    while start < len(lower):
        if not lower[start].isalpha():
            start += 1
            continue
        end = start
        while end < len(lower) and lower[end].isalpha():
            end += 1
        found.extend(start + k for k in _in_letters(lower[start:end]))
        start = end
    return found


def seam(word: str, point: int) -> float:
    """How badly a word falls into two halves at a point; many consonants around it speak for a compound's seam."""
    cluster = 0
    for step, begin in ((-1, point - 1), (1, point)):
        at = begin
        while 0 <= at < len(word) and word[at].isalpha() and word[at].lower() not in VOWELS:
            cluster += 1
            at += step
    return abs(point - len(word) / 2) - 1.5 * cluster


def _in_letters(letters: str) -> list[int]:
    count = len(letters)
    vowels = [i for i, c in enumerate(letters) if c in VOWELS]
    points = []
    for a, b in pairwise(vowels):
        if b - a < 2:
            continue
        point = a + 1 + _coda(letters[a + 1 : b])
        if point >= _LEAST_HEAD and count - point >= _LEAST_TAIL:
            points.append(point)
    return points


def _coda(cluster: str) -> int:
    """How many consonants of a cluster stay with the vowel before it."""
    for start in range(len(cluster)):
        rest = cluster[start:]
        if rest in _ONSETS or (start and rest in ("st", "str", "spr") and cluster[start - 1] != "t"):
            return start
    return len(cluster) - 1
