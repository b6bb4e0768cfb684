"""Which step each word of a survey's columns stands for: columns that share a kind of answer are read together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.exchange.survey.coded_answers import code_scales, codes_in
from cxstudio.exchange.survey.proposal.column_look import ColumnLook
from cxstudio.exchange.survey.survey_mapping import Role
from cxstudio.exchange.survey.word_scales import WordScale, word_scales

_FEWEST_WORDS: Final = 3
"""Different words, over all columns that share them, below which nothing is a scale: yes and no, old and new."""
_FEW: Final = 30
_NO_ANSWERS: Final = frozenset({Role.RESPONDENT, Role.SEGMENT, Role.PERSONA, Role.DATE, Role.COMMENT})


@dataclass(frozen=True, slots=True)
class WordReading:
    """How the words of some columns are read."""

    columns: tuple[int, ...]
    scales: tuple[WordScale, ...]
    """What they may mean, the likeliest first."""
    sure: bool
    """Whether the first needs no question."""

    @property
    def likeliest(self) -> WordScale:
        """What they are read as unless somebody decides otherwise."""
        return self.scales[0]


def word_readings(looks: Sequence[ColumnLook]) -> tuple[WordReading, ...]:
    """The readings of all columns answered in words."""
    groups: defaultdict[tuple[str, int], list[ColumnLook]] = defaultdict(list)
    for look in looks:
        found = word_scales(tuple(look.words))
        if found:
            own = found[0]
            groups[own.family, own.points if own.exact and own.ends else 0].append(look)
    for family, points in [key for key in groups if not key[1]]:
        whole = [key for key in groups if key[0] == family and key[1]]
        if whole:
            best = max(whole, key=lambda key: len(groups[key]))
            groups[best] += groups.pop((family, points))
    readings = [reading for group in groups.values() for reading in _read(group)]
    return (*readings, *_coded([look for look in looks if look.words and not look.numbers]))


def _coded(looks: Sequence[ColumnLook]) -> list[WordReading]:
    """Columns answered in the codes of a survey tool; several of them share what they begin with."""
    groups: defaultdict[str, list[ColumnLook]] = defaultdict(list)
    for look in looks:
        begin = codes_in(look.words)
        if begin and look.named not in _NO_ANSWERS and not look.about_people:
            groups[begin].append(look)
    found = []
    for group in groups.values():
        codes = {word for look in group for word in look.words}
        again = sum(n for look in group for n in look.words.values()) >= 2 * len(codes)
        scales = code_scales(codes) if again else ()
        if len(group) > 1 and scales and len(scales[0].steps) >= _FEWEST_WORDS:
            found.append(WordReading(tuple(look.index for look in group), scales, sure=False))
    return found


def _read(group: Sequence[ColumnLook]) -> list[WordReading]:
    """One reading for the group; one for each column where they share no scale."""
    pooled: defaultdict[str, int] = defaultdict(int)
    for look in group:
        for word, n in look.words.items():
            pooled[word] += n
    scales = word_scales(tuple(pooled))
    if not scales and len(group) > 1:
        return [reading for look in group for reading in _read([look])]
    if not scales or len(pooled) < _FEWEST_WORDS:
        return []
    scales = _middle_first(scales)
    return [WordReading(tuple(look.index for look in group), scales, _sure(scales, sum(pooled.values())))]


def _middle_first(scales: Sequence[WordScale]) -> tuple[WordScale, ...]:
    """Four steps around a middle nobody gave are first proposed as five: the middle may not have been used."""
    five = next((s for s in scales if s.points == 5 and s.known and s.ends), None)
    if scales[0].points == 4 and five is not None:
        return (five, *(s for s in scales if s is not five))
    return tuple(scales)


def _sure(scales: Sequence[WordScale], answers: int) -> bool:
    """Whether the first scale is the only one to think of: complete, with a middle, or much used without one."""
    first = scales[0]
    if not (first.exact and first.known and first.ends) or first.points == 3:
        return False
    with_middle = any(s.known and s.ends and s.points == first.points + 1 for s in scales[1:])
    return first.points % 2 == 1 or not with_middle or (first.points >= 6 and answers >= _FEW)
