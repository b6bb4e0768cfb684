"""Words people answered with in place of numbers: how often each was given, and what it is read as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.exchange.plan.column_mapping import column_indices
from cxstudio.exchange.plan.import_plan import Message
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.answer_reading import scale_of
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    KANO_ROLES,
    TOUCHPOINT_ROLES,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.word_scales import folded

_ASKED = (TOUCHPOINT_ROLES | JOURNEY_FIGURES) - {Role.COMMENT}
MOST = 40
"""Different words of a column beyond which it holds free text and no answers."""


@dataclass(frozen=True, slots=True)
class AnswerWord:
    """One word, in whatever language it was given."""

    word: str
    kano: bool
    """One of the five Kano answers, or a point of the scale."""
    times: int
    value: int | None
    """What it is read as; None while nothing is assigned to it."""


def answer_words(
    header: Sequence[str], rows: Sequence[Sequence[str]], mapping: SurveyMapping
) -> tuple[AnswerWord, ...]:
    """Every word in the columns that hold answers: those nothing is assigned to first, then by how often."""
    times: Counter[tuple[bool, str]] = Counter()
    spelled: dict[tuple[bool, str], str] = {}
    read: dict[tuple[bool, str], int | None] = {}
    for use, at in zip(mapping.columns, column_indices(mapping, header), strict=True):
        if use.role not in _ASKED:
            continue
        cells = Counter(row[at] for row in rows if at < len(row))
        counted = {cell: n for cell, n in cells.items() if _is_word(cell)}
        scale = scale_of(use, mapping, counted)
        if scale is None or not 0 < len(counted) <= MOST:
            continue
        for cell, n in counted.items():
            key = (use.role in KANO_ROLES, folded(cell))
            answer = scale.read(cell)
            if answer is None:
                continue
            times[key] += n
            spelled.setdefault(key, " ".join(cell.split()))
            read[key] = None if isinstance(answer, Message) else answer - scale.shift
    found = [AnswerWord(spelled[key], key[0], n, read[key]) for key, n in times.items()]
    return tuple(sorted(found, key=lambda one: (one.value is not None, not one.kano, -one.times, one.word)))


def with_word(mapping: SurveyMapping, word: AnswerWord, value: int | None) -> SurveyMapping:
    """The mapping with a word assigned to a value, or to nothing."""
    name = "kano_words" if word.kano else "words"
    known = {key: n for key, n in getattr(mapping, name).items() if folded(key) != folded(word.word)}
    if value is not None:
        known[word.word] = value
    return mapping.model_copy(update={name: known})


def _is_word(cell: str) -> bool:
    return any(c.isalpha() for c in cell) and written_number(cell) is None
