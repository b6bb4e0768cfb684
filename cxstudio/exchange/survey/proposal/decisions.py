"""What people decide about a survey's mapping: each decision closes its question and changes what the mapping says."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cxstudio.exchange.survey.answer_reading import is_slider
from cxstudio.exchange.survey.proposal.word_columns import WordReading
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    SCALED_ROLES,
    SIGNED_ROLES,
    ColumnUse,
    SurveyMapping,
)
from cxstudio.exchange.survey.word_scales import WordScale

SCALE, ZERO, MISSING, DIRECTION, WORDS, SLIDER = "scale", "zero", "missing", "direction", "words", "slider"
EMOTION_SCALE = "emotion-scale"
"""Questions about the meaning of answers a mapping may leave open."""


def decided(mapping: SurveyMapping, question: str, **changes: object) -> SurveyMapping:
    """The mapping with an open question, and all of its kind about single columns, closed; changed as was decided."""
    still = tuple(each for each in mapping.open if each != question)
    return mapping.model_copy(update={"open": still, **changes})


def with_scale(mapping: SurveyMapping, lowest: int, highest: int) -> SurveyMapping:
    """The mapping with numbers of the round's scale from lowest to highest; codes that lie on it are answers again."""
    ends = (None, None) if lowest == 1 else (lowest, highest)
    columns = tuple(
        use.model_copy(
            update={
                "lowest": ends[0],
                "highest": ends[1],
                "missing": tuple(code for code in use.missing if not _between(code, lowest, highest)),
            }
        )
        if use.role in SCALED_ROLES and not use.words and not is_slider(use.lowest, use.highest)
        else use
        for use in mapping.columns
    )
    kept = tuple(a for a in mapping.not_applicable if not _between(a, lowest, highest))
    changed = {"scale": highest - lowest + 1, "columns": columns, "not_applicable": kept}
    changed["open"] = tuple(question for question in mapping.open if question not in {SCALE, SLIDER})
    return mapping.model_copy(update=changed)


def with_steps(mapping: SurveyMapping, steps: int) -> SurveyMapping:
    """The mapping with the answers on a slider put to so many steps."""
    return decided(mapping, SLIDER, scale=steps)


def with_zero_as_no_answer(mapping: SurveyMapping, highest: int) -> SurveyMapping:
    """The mapping with numbers from 1; 0 says that it does not concern somebody."""
    changed = with_scale(mapping, 1, highest)
    still = tuple(question for question in mapping.open if question != ZERO)
    return changed.model_copy(update={"open": still, "not_applicable": ("0", *changed.not_applicable)})


def with_zero_as_step(mapping: SurveyMapping, highest: int) -> SurveyMapping:
    """The mapping with numbers from 0 on."""
    still = tuple(question for question in mapping.open if question != ZERO)
    return with_scale(mapping, 0, highest).model_copy(update={"open": still})


def with_missing(mapping: SurveyMapping, codes: Iterable[str]) -> SurveyMapping:
    """The mapping with these answers, and no others, read as no answer in every rated column."""
    given = tuple(codes)
    columns = tuple(
        use.model_copy(update={"missing": given}) if use.role in SCALED_ROLES | JOURNEY_FIGURES else use
        for use in mapping.columns
    )
    return decided(mapping, MISSING, columns=columns)


def with_direction(
    mapping: SurveyMapping, question: str, numbers: Collection[int | None], best_is_lowest: bool
) -> SurveyMapping:
    """The mapping with the better end of some columns, by their number, decided."""
    columns = tuple(
        use.model_copy(update={"best_is_lowest": best_is_lowest or None}) if use.number in numbers else use
        for use in mapping.columns
    )
    return decided(mapping, question, columns=columns)


def with_words(mapping: SurveyMapping, question: str, reading: WordReading, scale: WordScale) -> SurveyMapping:
    """The mapping with some columns read on another scale of words, which the round takes over."""
    others = {word: step for word, step in mapping.words.items() if word not in reading.likeliest.steps}
    columns = tuple(
        use.model_copy(update={"words": {}, "lowest": None, "highest": None}) if _answered(use, reading) else use
        for use in mapping.columns
    )
    return decided(mapping, question, words={**others, **scale.steps}, scale=scale.points, columns=columns)


def with_emotion_scale(mapping: SurveyMapping, lowest: int, highest: int) -> SurveyMapping:
    """The mapping with the scale emotion was given on."""
    columns = tuple(
        use.model_copy(update={"lowest": lowest, "highest": highest}) if use.role in SIGNED_ROLES else use
        for use in mapping.columns
    )
    return decided(mapping, EMOTION_SCALE, columns=columns)


def with_rows(mapping: SurveyMapping, kind: str, left_out: bool) -> SurveyMapping:
    """The mapping with rows of one kind left out, or counted as answers."""
    return mapping.model_copy(update={"rows": {**mapping.rows, kind: left_out}})


def best_is_lowest(mapping: SurveyMapping) -> bool:
    """Whether the lowest answer is the best one in the whole survey, or in all its rated columns."""
    rated = [use for use in mapping.columns if use.role in SCALED_ROLES]
    return mapping.best_is_lowest or (bool(rated) and all(use.best_is_lowest for use in rated))


def turned(mapping: SurveyMapping, on: bool) -> SurveyMapping:
    """The mapping with one better end for the whole survey: the lowest answer, or the highest."""
    columns = tuple(use.model_copy(update={"best_is_lowest": None}) for use in mapping.columns)
    return decided(mapping, DIRECTION, columns=columns, best_is_lowest=on)


def without_scale(mapping: SurveyMapping) -> tuple[str, ...]:
    """The open questions but for the length of the scale."""
    return tuple(question for question in mapping.open if question != SCALE)


def _answered(use: ColumnUse, reading: WordReading) -> bool:
    return (use.number or 0) - 1 in reading.columns and use.role in SCALED_ROLES


def _between(code: str, lowest: int, highest: int) -> bool:
    return code.strip().lstrip("+-−").isdecimal() and lowest <= int(code.replace("−", "-")) <= highest
