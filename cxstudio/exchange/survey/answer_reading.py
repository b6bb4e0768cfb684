"""One cell of a survey read as an answer: a number on the scale, a skip, or nothing that can be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio.exchange.plan.import_plan import Message, say
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    KANO_ROLES,
    SIGNED_ROLES,
    TOUCHPOINT_ROLES,
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.word_scales import completes_scale, folded, kano_scale, says_nothing, word_scale
from cxstudio.model.questions import LONGEST_SCALE, limits
from cxstudio.wording.texts import N_

_MOST_WORDS = 40
_WITH_DIRECTION = frozenset({Role.EXPECTATION, Role.EXPERIENCE, Role.CSAT})
"""Questions whose lowest answer may be the best one, as with school marks."""
_FRACTION = re.compile(r"[+\-−]?\d+[.,]\d+")

Answer = int | None | Message
"""A value, None for a skip, or why the cell cannot be used."""


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """How the cells of one column become values of the round's scale."""

    lowest: int
    highest: int
    shift: int
    mirrored: bool
    words: dict[str, int]
    """Words somebody assigned, by `folded`, on the column's own scale."""
    known: dict[str, int]
    """Words of a well-known scale, by `folded`: 1 the worst, whichever end of the numbers is the best."""
    not_applicable: frozenset[str]
    word_hint: Message
    steps: int = 0
    """Steps a slider's answers are put to, evenly; 0 for answers that are steps already."""

    def read(self, cell: str) -> Answer:
        """The answer in one cell; values are on the round's scale."""
        plain, word = " ".join(cell.split()).casefold(), folded(cell)
        value = self.words.get(word) if word else None
        if value is None:
            if plain in self.not_applicable:
                return None
            if word in self.known:
                return self.known[word] - 1 + self.lowest + self.shift
            if says_nothing(cell):
                return None
            number = written_number(cell)
            if number is None:
                return say(N_("between two points of the scale")) if _FRACTION.fullmatch(plain) else self.word_hint
            value = number.value
            if str(value) in self.not_applicable:
                return None
            if number.most is not None and number.most != self.highest:
                return say(N_("off the scale {lowest}–{highest}"), lowest=self.lowest, highest=self.highest)
        if not self.lowest <= value <= self.highest:
            return say(N_("off the scale {lowest}–{highest}"), lowest=self.lowest, highest=self.highest)
        if self.mirrored:
            value = self.lowest + self.highest - value
        if self.steps:
            value = _nearest_step(value - self.lowest, self.highest - self.lowest, self.steps) + self.lowest
        return value + self.shift

    def table(self, cells: Iterable[str]) -> dict[str, Answer]:
        """Each different cell with its answer."""
        return {cell: self.read(cell) for cell in set(cells)}


def _nearest_step(above: int, length: int, steps: int) -> int:
    """The step from 0 that lies nearest to an answer on a slider; halfway between two the higher one."""
    return (2 * above * (steps - 1) + length) // (2 * length)


def is_slider(lowest: int | None, highest: int | None) -> bool:
    """Whether answers lie on so long a scale that they are put to fewer steps: 0 to 100."""
    return lowest is not None and highest is not None and abs(highest - lowest) >= LONGEST_SCALE


def scale_said(lowest: int, highest: int) -> Message:
    """The scale answers are read on, from 1 as all of ours; another beginning is said."""
    points = highest - lowest + 1
    if lowest == 1:
        return say(N_("Answers are read on the scale 1–{scale}."), scale=points)
    sentence = N_("Answers are read on the scale 1–{scale}: {lowest} becomes 1, {highest} becomes {scale}.")
    return say(sentence, scale=points, lowest=lowest, highest=highest)


def target_range(role: Role, scale: int) -> tuple[int, int]:
    """The values a role is kept in."""
    if role in TOUCHPOINT_ROLES:
        return limits(role.value, scale)
    return (0, 10) if role is Role.NPS else (1, scale)


def _well_known(cells: Iterable[str], *, kano: bool, points: int) -> dict[str, int]:
    """Words that all belong to one well-known scale of so many points, by `folded`."""
    given = set(cells)
    words = {cell for cell in given if not says_nothing(cell) or (not kano and completes_scale(cell, given))}
    if not 0 < len(words) <= _MOST_WORDS or any(written_number(word) is not None for word in words):
        return {}
    found = kano_scale(words) if kano else word_scale(words, points)
    return {folded(word): step for word, step in (found or {}).items()}


def scale_of(use: ColumnUse, mapping: SurveyMapping, cells: Iterable[str] = ()) -> AnswerScale | None:
    """How a column's cells are read; None where its scale has another number of points than is needed.

    Words the mapping does not know are understood where all of `cells` are words of one well-known scale.
    """
    low, high = target_range(use.role, mapping.scale)
    first = low if use.lowest is None else use.lowest
    last = high if use.highest is None else use.highest
    lowest, highest = min(first, last), max(first, last)
    own = use.role in JOURNEY_FIGURES
    slider = not own and is_slider(lowest, highest)
    centred = use.role in SIGNED_ROLES and highest - lowest < high - low and (highest - lowest) % 2 == 0
    if not own and not slider and not centred and highest - lowest != high - low:
        return None
    kano = use.role in KANO_ROLES
    assigned = {**(mapping.kano_words if kano else mapping.words), **use.words}
    words = {folded(word): value for word, value in assigned.items()}
    points = highest - lowest + 1
    as_whole = mapping.best_is_lowest and use.role in _WITH_DIRECTION
    reversed_ = as_whole if use.best_is_lowest is None else use.best_is_lowest
    keeps_all = own or kano
    nothing = (a for a in mapping.not_applicable if not (keeps_all and a.strip().isdecimal()))
    silent = frozenset(" ".join(a.split()).casefold() for a in (*nothing, *use.missing))
    known = {} if slider else _well_known(cells, kano=kano, points=points)
    if not known and not slider and words.keys() | silent:
        rest = [c for c in cells if folded(c) not in words and " ".join(c.split()).casefold() not in silent]
        known = _well_known(rest, kano=kano, points=points)
    return AnswerScale(
        lowest,
        highest,
        0 if own else -((lowest + highest) // 2) if centred else low - lowest,
        reversed_ != (last < first),
        words,
        {word: step for word, step in known.items() if word not in words},
        silent,
        say(N_("no Kano answer is assigned to this")) if kano else say(N_("no number is assigned to this word")),
        high - low + 1 if slider else 0,
    )
