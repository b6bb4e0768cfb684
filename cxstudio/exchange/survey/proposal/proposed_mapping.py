"""A first mapping for a survey nobody has mapped yet, from headings and what stands below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.exchange.survey.column_headings import names_a_question, subject
from cxstudio.exchange.survey.proposal.column_look import ColumnLook, look_at
from cxstudio.exchange.survey.proposal.column_roles import ColumnRole, names_nps_groups, role_of
from cxstudio.exchange.survey.proposal.decisions import DIRECTION, EMOTION_SCALE, MISSING, SCALE, SLIDER, WORDS, ZERO
from cxstudio.exchange.survey.proposal.number_scales import (
    USUAL,
    NumberScale,
    common_scale,
    fits,
    mostly_on_scale,
    stray_codes,
)
from cxstudio.exchange.survey.proposal.signed_scales import signed_scales
from cxstudio.exchange.survey.proposal.touchpoint_ties import named, once, tied, without_loose_extras
from cxstudio.exchange.survey.proposal.unusual_columns import SLIDER as SLIDER_ENDS
from cxstudio.exchange.survey.proposal.unusual_columns import plain_numbers, sliders, steps_of
from cxstudio.exchange.survey.proposal.word_columns import word_readings
from cxstudio.exchange.survey.shared_questions import asked_about
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    SCALED_ROLES,
    SIGNED_ROLES,
    TOUCHPOINT_ROLES,
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.tables.table import Table
from cxstudio.model.questions import LONGEST_SCALE, SIGNED

_SCHOOL_MARKS: Final = (5, 6)
_OTHERWISE: Final = 7


@dataclass(frozen=True, slots=True)
class _Scale:
    """The scale of the round to be, and how the numbers lie on it."""

    points: int
    numbers: NumberScale | None
    emotion: tuple[int, int] | None = None
    """Ends of the scale emotion was given on."""
    emotion_sure: bool = True


def propose(table: Table) -> SurveyMapping:
    """The mapping the table suggests; without columns where it does not look like a survey."""
    if len(table.rows) < 2:
        return SurveyMapping()
    looks = looks_at(table)
    uses = _uses(looks)
    scale = _scale(uses)
    uses = [use for use in uses if use.slider or _on_scale(use, scale) or _other_points(use) is not None]
    asked = [use for use in uses if use.role in TOUCHPOINT_ROLES | JOURNEY_FIGURES]
    few = False
    if not asked or (len(asked) == 1 and not _speaks_of_a_survey(asked[0], uses)):
        plain = plain_numbers(looks)
        if not plain:
            return SurveyMapping()
        uses, few = [*(use for use in uses if use not in asked), *plain], True
        scale = _scale(uses)
    highest = scale.numbers.highest if scale.numbers is not None else scale.points
    uses = without_loose_extras(tied(named(once(uses))), highest)
    return SurveyMapping(
        scale=scale.points,
        not_applicable=("0",) if scale.numbers is not None and scale.numbers.zero_is_missing else (),
        words=_shared_words(uses, scale.points),
        kano_words={word: step for use in uses for word, step in use.kano.items()},
        open=tuple(dict.fromkeys((SCALE, *_open(uses, scale)))) if few else _open(uses, scale),
        columns=tuple(_column_use(use, scale) for use in uses),
    )


def looks_at(table: Table) -> tuple[ColumnLook, ...]:
    """How each column of a table looks."""
    shared = asked_about(table.header, names_a_question)
    columns = zip(table.header, table.columns, strict=True)
    return tuple(look_at(at, name, cells, shared.get(at)) for at, (name, cells) in enumerate(columns))


def _uses(looks: Sequence[ColumnLook]) -> list[ColumnRole]:
    readings = {at: reading for reading in word_readings(looks) for at in reading.columns}
    uses = [use for look in looks if (use := role_of(look, readings.get(look.index))) is not None]
    slid = {use.look.index: use for use in sliders(looks, uses)}
    uses = [use for look in looks for use in _either(look, uses, slid)]
    if any(map(names_nps_groups, looks)) and not any(use.role is Role.NPS for use in uses):
        scores = [use for use in uses if use.role is Role.EXPERIENCE and max(use.look.numbers, default=0) > 7]
        if len(scores) == 1:
            uses[uses.index(scores[0])] = ColumnRole(scores[0].look, Role.NPS)
    return uses


def _either(look: ColumnLook, uses: Sequence[ColumnRole], slid: Mapping[int, ColumnRole]) -> list[ColumnRole]:
    """The role of a column: as a slider, or whatever else it suggests."""
    return [slid[look.index]] if look.index in slid else [use for use in uses if use.look is look]


def _scale(uses: Sequence[ColumnRole]) -> _Scale:
    """The scale most rated columns fit, whether answered in words or in numbers."""
    rated = [use for use in uses if use.role in SCALED_ROLES]
    slid = [use for use in uses if use.slider]
    counted = [use for use in rated if use.reading is None and not use.slider]
    told = Counter(ends for use in counted if (ends := _told_ends(use)) is not None)
    if told and sum(told.values()) * 2 >= len(counted):
        (lowest, highest), _ = told.most_common(1)[0]
        numbers: NumberScale | None = NumberScale(lowest, highest)
    else:
        numbers = common_scale([use.look.numbers for use in counted])
    steps = Counter(use.reading.likeliest.points for use in rated if use.reading is not None)
    if numbers is not None and numbers.points <= LONGEST_SCALE:
        steps[numbers.points] += len(counted)
    otherwise = steps_of(slid) if slid else _OTHERWISE
    points = max(steps.items(), key=lambda s: (s[1], s[0]))[0] if steps else otherwise
    return _Scale(points, numbers, *_emotion(uses))


def _emotion(uses: Sequence[ColumnRole]) -> tuple[tuple[int, int] | None, bool]:
    """The likeliest scale of emotion, and whether it is the only one."""
    felt = [use for use in uses if use.role in SIGNED_ROLES and use.reading is None]
    told = {ends for use in felt if (ends := _named_ends(use)) is not None}
    numbers = Counter(value for use in felt for value in use.look.numbers)
    scales = signed_scales(numbers, told.pop() if len(told) == 1 else None)
    return (scales[0], len(scales) == 1) if scales else (None, True)


def _named_ends(use: ColumnRole) -> tuple[int, int] | None:
    """The ends of the scale as the heading names them."""
    legend = use.look.legend
    return (legend.lowest, legend.highest) if legend.lowest is not None and legend.highest is not None else None


def _told_ends(use: ColumnRole) -> tuple[int, int] | None:
    """The ends of the scale as the heading or the cells name them."""
    legend = use.look.legend
    if legend.lowest is not None and legend.highest is not None and 2 <= legend.highest - legend.lowest < LONGEST_SCALE:
        return legend.lowest, legend.highest
    return (1, use.look.most) if use.look.most is not None and 2 < use.look.most <= LONGEST_SCALE else None


def _on_scale(use: ColumnRole, scale: _Scale) -> bool:
    """Whether a rated column's numbers lie on the scale: ages, delays and counts do not."""
    if use.role not in SCALED_ROLES or use.reading is not None:
        return True
    if scale.numbers is None:
        return False
    numbers = use.look.numbers if use.look.named is None else mostly_on_scale(use.look.numbers)
    return bool(numbers) and fits(numbers, scale.numbers)


def _other_points(use: ColumnRole) -> int | None:
    """Points of a usual scale a column's numbers fill from end to end, be it not that of the others; None elsewhere.

    Such a column is told to lie on another scale rather than passed over.
    """
    numbers = use.look.numbers
    highest = max(numbers, default=0)
    whole = highest in USUAL and set(numbers) == set(range(1, highest + 1))
    often = sum(numbers.values()) >= 2 * highest
    return highest if whole and often and not use.look.about_people and use.role in SCALED_ROLES else None


def _speaks_of_a_survey(only: ColumnRole, uses: Iterable[ColumnRole]) -> bool:
    """Whether a single column of small numbers is an answer: it says so, or other columns do."""
    others = {use.role for use in uses} - {only.role, Role.DATE, Role.RESPONDENT}
    legend = only.look.legend
    told = only.look.named is not None or legend.best_is_lowest is not None or legend.highest is not None
    return told or only.reading is not None or bool(only.kano) or bool(others)


def _shared_words(uses: Iterable[ColumnRole], points: int) -> dict[str, int]:
    """Words that mean the same in all columns of the scale."""
    words: dict[str, int] = {}
    for use in uses:
        if use.reading is not None and use.reading.likeliest.points == points and use.role in SCALED_ROLES:
            for word, step in use.reading.likeliest.steps.items():
                words.setdefault(word, step)
    return words


def _column_use(use: ColumnRole, scale: _Scale) -> ColumnUse:
    name, look = use.look.name, use.look
    heading = subject(name)
    own_name = use.name if use.name and use.name != heading else ""
    item = use.item if use.item != (own_name or heading).casefold() else ""
    low, high = _ends(use, scale)
    words = dict(use.reading.likeliest.steps) if use.reading is not None else {}
    shared = use.role in SCALED_ROLES and len(set(words.values())) > 0 and use.reading is not None
    on_scale = use.role in SCALED_ROLES and not use.slider and _on_scale(use, scale)
    codes = stray_codes(look.numbers, scale.numbers) if on_scale and scale.numbers is not None else ()
    return ColumnUse(
        name=name,
        number=look.index + 1,
        role=use.role,
        touchpoint=own_name if use.role in TOUCHPOINT_ROLES else "",
        item=item,
        lowest=low,
        highest=high,
        best_is_lowest=_best_is_lowest(use, scale),
        words={} if shared and use.reading and use.reading.likeliest.points == scale.points else words,
        missing=tuple(str(code) for code in sorted(codes)),
    )


def _ends(use: ColumnRole, scale: _Scale) -> tuple[int | None, int | None]:
    """Ends of the column's scale where they are not the round's."""
    numbers = use.look.numbers
    if use.slider:
        return SLIDER_ENDS
    if use.reading is not None:
        points = use.reading.likeliest.points
        return (1, points) if use.role in JOURNEY_FIGURES or points != scale.points else (None, None)
    if use.role in SIGNED_ROLES:
        return scale.emotion if scale.emotion not in (None, SIGNED) else (None, None)
    if use.role in JOURNEY_FIGURES - {Role.NPS} and numbers:
        told = _told_ends(use)
        return told or ((0 if 0 in numbers else 1), next(top for top in (5, 7, 10) if top >= min(10, max(numbers))))
    if not _on_scale(use, scale):
        return 1, _other_points(use)
    if use.role in SCALED_ROLES and scale.numbers is not None and scale.numbers.lowest != 1:
        return scale.numbers.lowest, scale.numbers.highest
    return None, None


def _best_is_lowest(use: ColumnRole, scale: _Scale) -> bool | None:
    """Which end is the better one, as legends say, or as school marks have it; None where it is the higher."""
    directed = SCALED_ROLES | JOURNEY_FIGURES - {Role.NPS} | {Role.PROMISE}
    if use.role not in directed or use.reading is not None:
        return None
    legend = use.look.legend
    if legend.best_is_lowest is not None:
        return legend.best_is_lowest or None
    marks = legend.school_marks and scale.numbers is not None and scale.numbers.highest in _SCHOOL_MARKS
    return True if marks or legend.turned else None


def _open(uses: Sequence[ColumnRole], scale: _Scale) -> tuple[str, ...]:
    """The questions the mapping leaves open."""
    rated = [use for use in uses if use.role in SCALED_ROLES]
    counted = [use for use in rated if use.reading is None and not use.slider and _on_scale(use, scale)]
    found = [SLIDER] if any(use.slider for use in uses) else []
    numbers = scale.numbers if counted else None
    if numbers is not None:
        if not numbers.sure:
            found.append(SCALE)
        if not numbers.zero_sure:
            found.append(ZERO)
        if any(stray_codes(use.look.numbers, numbers) for use in counted):
            found.append(MISSING)
        if _direction_open(counted, numbers):
            found.append(DIRECTION)
        for use in counted:
            if use.look.legend.turned:
                found.append(f"{DIRECTION}:{use.look.index + 1}")
    if not scale.emotion_sure:
        found.append(EMOTION_SCALE)
    unsure = {use.reading for use in uses if use.reading is not None and not use.reading.sure}
    found += [f"{WORDS}:{min(reading.columns) + 1}" for reading in unsure if reading is not None]
    return tuple(dict.fromkeys(found))


def _direction_open(counted: Sequence[ColumnRole], numbers: NumberScale) -> bool:
    """Whether somebody has to say which end is the better one: school marks, and what may be some."""
    silent = [use for use in counted if use.look.legend.best_is_lowest is None]
    marks = any(use.look.legend.school_marks for use in silent)
    return bool(silent) and (marks or (numbers.lowest, numbers.highest) == (1, 6))
