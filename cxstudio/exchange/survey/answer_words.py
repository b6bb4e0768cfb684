"""Words people answered with in place of numbers: how often each was given, and what it is read as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.exchange.plan.column_mapping import column_indices
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.answer_reading import scale_of
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    KANO_ROLES,
    TOUCHPOINT_ROLES,
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.word_scales import folded

_ASKED = (TOUCHPOINT_ROLES | JOURNEY_FIGURES) - {Role.COMMENT}
MOST = 40
"""Different words of a column beyond which it holds free text and no answers."""


NO_ANSWER: Final = "no answer"
"""What a word stands for that gives no answer."""


@dataclass(frozen=True, slots=True)
class AnswerWord:
    """One word, in whatever language it was given."""

    word: str
    kano: bool
    """One of the five Kano answers, or a point of the scale."""
    times: int
    value: int | None
    """What it is read as; None while nothing is assigned to it, and for what gives no answer."""
    silent: bool = False
    """Whether it is read as “no answer”."""
    column: int | None = None
    """Number of the column it was given in; None for all of them."""


def answer_words(
    header: Sequence[str], rows: Sequence[Sequence[str]], mapping: SurveyMapping
) -> tuple[AnswerWord, ...]:
    """Every word in the columns that hold answers, in all of them and in each: those nothing is assigned to first.

    Then those that are read as an answer, by how often they were given, then those that give no answer.
    """
    found: dict[tuple[int | None, bool, str], AnswerWord] = {}
    for use, at in zip(mapping.columns, column_indices(mapping, header), strict=True):
        if use.role not in _ASKED:
            continue
        cells = Counter(row[at] for row in rows if at < len(row))
        counted = {cell: n for cell, n in cells.items() if _is_word(cell)}
        scale = scale_of(use, mapping, counted)
        if scale is None or not 0 < len(counted) <= MOST:
            continue
        kano = use.role in KANO_ROLES
        for cell, n in counted.items():
            answer = scale.read(cell)
            value = answer - scale.shift if isinstance(answer, int) else None
            for column in (None, at + 1):
                key = (column, kano, folded(cell))
                word = found.get(key, AnswerWord(" ".join(cell.split()), kano, 0, value, answer is None, column))
                found[key] = replace(word, times=word.times + n)
    return tuple(sorted(found.values(), key=_order))


def _order(one: AnswerWord) -> tuple[bool, bool, bool, bool, int, str]:
    return (one.column is not None, one.silent, one.value is not None, not one.kano, -one.times, one.word)


def with_word(mapping: SurveyMapping, word: AnswerWord, value: int | str | None) -> SurveyMapping:
    """The mapping with a word assigned to a value, to `NO_ANSWER`, or to nothing: in its column, or in all of them."""
    if word.column is not None:
        changed = [_in_column(use, word, value) if use.number == word.column else use for use in mapping.columns]
        return mapping.model_copy(update={"columns": tuple(changed)})
    name = "kano_words" if word.kano else "words"
    known = _assigned(getattr(mapping, name), word, value)
    silent = _silenced(mapping.not_applicable, word, value)
    columns = tuple(_in_column(use, word, None) for use in mapping.columns)
    return mapping.model_copy(update={name: known, "not_applicable": silent, "columns": columns})


def _in_column(use: ColumnUse, word: AnswerWord, value: int | str | None) -> ColumnUse:
    words, missing = _assigned(use.words, word, value), _silenced(use.missing, word, value)
    return use.model_copy(update={"words": words, "missing": missing})


def _assigned(words: Mapping[str, int], word: AnswerWord, value: int | str | None) -> dict[str, int]:
    kept = {key: n for key, n in words.items() if folded(key) != folded(word.word)}
    return {**kept, word.word: value} if isinstance(value, int) else kept


def _silenced(answers: Sequence[str], word: AnswerWord, value: int | str | None) -> tuple[str, ...]:
    kept = tuple(answer for answer in answers if folded(answer) != folded(word.word))
    return (*kept, word.word) if value == NO_ANSWER else kept


def _is_word(cell: str) -> bool:
    return any(c.isalpha() for c in cell) and written_number(cell) is None
