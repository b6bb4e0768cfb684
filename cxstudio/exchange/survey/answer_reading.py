"""One cell of a survey read as an answer: a number on the scale, a skip, or nothing that can be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio.exchange.plan.import_plan import Message, say
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    KANO_ROLES,
    TOUCHPOINT_ROLES,
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.word_scales import NO_ANSWER, kano_scale, word_scale
from cxstudio.model.questions import limits
from cxstudio.wording.texts import N_

_MOST_WORDS = 40
_WHOLE = re.compile(r"([+\-−]?\d{1,3})(?:[.,]0+)?")
_LABELLED = re.compile(r"([+\-−]?\d{1,3})\s*(?:[-–—=:.()]\s*)+[^\d\W].*", re.DOTALL)
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
    not_applicable: frozenset[str]
    word_hint: Message

    def read(self, cell: str) -> Answer:
        """The answer in one cell; values are on the round's scale."""
        folded = " ".join(cell.split()).casefold()
        if folded in NO_ANSWER or folded in self.not_applicable:
            return None
        value = self.words.get(folded)
        if value is None:
            match = _WHOLE.fullmatch(folded) or _LABELLED.fullmatch(folded)
            if match is None:
                return say(N_("between two points of the scale")) if _FRACTION.fullmatch(folded) else self.word_hint
            value = int(match[1].replace("−", "-"))
            if str(value) in self.not_applicable:
                return None
        if not self.lowest <= value <= self.highest:
            return say(N_("off the scale {lowest}–{highest}"), lowest=self.lowest, highest=self.highest)
        if self.mirrored:
            value = self.lowest + self.highest - value
        return value + self.shift

    def table(self, cells: Iterable[str]) -> dict[str, Answer]:
        """Each different cell with its answer."""
        return {cell: self.read(cell) for cell in set(cells)}


def target_range(role: Role, scale: int) -> tuple[int, int]:
    """The values a role is kept in."""
    if role in TOUCHPOINT_ROLES:
        return limits(role.value, scale)
    return (0, 10) if role is Role.NPS else (1, scale)


def _well_known(cells: Iterable[str], *, kano: bool, points: int) -> dict[str, int]:
    words = {cell for cell in cells if " ".join(cell.split()).casefold() not in NO_ANSWER}
    if not 0 < len(words) <= _MOST_WORDS or any(_WHOLE.fullmatch(word.strip()) for word in words):
        return {}
    if kano:
        return kano_scale(words) or {}
    return (word_scale(words) or {}) if points == 5 else {}


def scale_of(use: ColumnUse, mapping: SurveyMapping, cells: Iterable[str] = ()) -> AnswerScale | None:
    """How a column's cells are read; None where its scale has another number of points than is needed.

    Words the mapping does not know are understood where all of `cells` are words of one well-known scale.
    """
    low, high = target_range(use.role, mapping.scale)
    lowest = low if use.lowest is None else use.lowest
    highest = high if use.highest is None else use.highest
    shift = low - lowest
    own = use.role in JOURNEY_FIGURES
    if own:
        shift = 0
    elif highest - lowest != high - low:
        return None
    kano = use.role in KANO_ROLES
    given = {
        **_well_known(cells, kano=kano, points=highest - lowest + 1),
        **(mapping.kano_words if kano else mapping.words),
    }
    hint = say(N_("no Kano answer is assigned to this")) if kano else say(N_("no number is assigned to this word"))
    keeps_all = own or kano
    return AnswerScale(
        lowest,
        highest,
        shift,
        mapping.best_is_lowest and use.role in {Role.EXPECTATION, Role.EXPERIENCE, Role.CSAT},
        {" ".join(word.split()).casefold(): value for word, value in given.items()},
        frozenset(a.strip().casefold() for a in mapping.not_applicable if not (keeps_all and a.strip().isdecimal())),
        hint,
    )
