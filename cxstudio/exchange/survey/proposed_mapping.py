"""A first mapping for a survey nobody has mapped yet, from headings and what stands below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cxstudio.exchange.survey.column_headings import item_number, role_in, subject
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    KANO_ROLES,
    ONLY_ONCE,
    SCALED_ROLES,
    SIGNED_ROLES,
    TOUCHPOINT_ROLES,
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.survey_quotes import day_of
from cxstudio.exchange.survey.word_scales import NO_ANSWER, kano_scale, word_scale
from cxstudio.exchange.tables.table_reading import Table
from cxstudio.model.questions import SIGNED

_LOOKED_AT = 2_000
_ENOUGH_TO_TELL = 30
_WHOLE = re.compile(r"([+\-−]?\d{1,2})(?:[.,]0+)?")


@dataclass(frozen=True, slots=True)
class _Look:
    """What a column looks like."""

    index: int
    name: str
    named: Role | None
    """The role its heading names."""
    filled: int
    numbers: tuple[int, ...]
    """Different small whole numbers in it."""
    numeric: float
    """Share of its filled cells that are such numbers."""
    words: tuple[str, ...]
    """Different other cells, at most a few."""
    many: bool
    """Whether nearly every cell is different."""
    letters: float
    """Average length of its cells."""
    dates: bool
    counting: bool
    """Whether its numbers run 1, 2, 3 …"""


@dataclass(frozen=True, slots=True)
class _Use:
    look: _Look
    role: Role
    words: dict[str, int]
    item: str = ""


def propose(table: Table) -> SurveyMapping:
    """The mapping the table suggests; without columns where it does not look like a survey."""
    if len(table.rows) < 2:
        return SurveyMapping()
    looks = [
        _look(i, name, cells[:_LOOKED_AT])
        for i, (name, cells) in enumerate(zip(table.header, table.columns, strict=True))
    ]
    uses = [use for look in looks if (use := _use(look)) is not None]
    scale, lowest = _scale(uses)
    uses = _only_fitting(uses, scale, lowest)
    asked = [use for use in uses if use.role in TOUCHPOINT_ROLES]
    if not asked or (len(asked) == 1 and not _speaks_of_a_survey(asked[0], uses)):
        return SurveyMapping()
    uses = _without_loose_extras(_tied(_once(uses)), scale)
    words: dict[str, int] = {}
    kano: dict[str, int] = {}
    for use in uses:
        (kano if use.role in KANO_ROLES else words).update(use.words)
    rated = [use for use in uses if use.role in SCALED_ROLES and not use.words]
    zero = lowest == 1 and scale < 10 and any(0 in use.look.numbers for use in rated)
    return SurveyMapping(
        scale=scale,
        not_applicable=("0",) if zero else (),
        words=words,
        kano_words=kano,
        columns=tuple(_column_use(use, scale, lowest) for use in uses),
    )


def _speaks_of_a_survey(only: _Use, uses: Iterable[_Use]) -> bool:
    """Whether a single column of small numbers is an answer: it says so, or other columns do."""
    others = {use.role for use in uses} - {only.role, Role.DATE, Role.RESPONDENT}
    return only.look.named is not None or bool(only.words) or bool(others)


def _look(index: int, name: str, cells: Sequence[str]) -> _Look:
    counted = Counter(cell.strip() for cell in cells)
    given = {cell: n for cell, n in counted.items() if cell.casefold() not in NO_ANSWER}
    filled = sum(given.values())
    numbers: set[int] = set()
    numeric = 0
    words: list[str] = []
    for cell, n in given.items():
        match = _WHOLE.fullmatch(cell)
        if match:
            numbers.add(int(match[1].replace("−", "-")))
            numeric += n
        else:
            words.append(cell)
    return _Look(
        index,
        name,
        role_in(name),
        filled,
        tuple(sorted(numbers)),
        numeric / filled if filled else 0.0,
        tuple(words[:40]),
        filled > 3 and len(given) > 0.9 * filled,
        sum(len(cell) * n for cell, n in given.items()) / filled if filled else 0.0,
        filled > 0 and all(day_of(cell) for cell in list(given)[:50]),
        filled > 1 and [cell.strip() for cell in cells[:filled]] == [str(i + 1) for i in range(filled)],
    )


def _use(look: _Look) -> _Use | None:
    """What a column is read as on its own; None where nothing speaks for anything."""
    if not look.filled:
        return None
    return _words_use(look) if look.numeric < 0.5 else _numbers_use(look)


def _words_use(look: _Look) -> _Use | None:
    kano = kano_scale(look.words)
    if kano is not None:
        return _Use(look, Role.KANO_FUNCTIONAL, kano)
    scale = word_scale(look.words)
    if scale is not None and look.named not in {Role.SEGMENT, Role.PERSONA, Role.COMMENT}:
        role = look.named if look.named in TOUCHPOINT_ROLES - SIGNED_ROLES | {Role.CSAT} else Role.EXPERIENCE
        return _Use(look, role, scale)
    if look.dates:
        return _Use(look, Role.DATE, {})
    if look.named in {Role.PERSONA, Role.SEGMENT} and len(look.words) < 20 and not look.many:
        return _Use(look, look.named, {})
    if look.named is Role.COMMENT and (look.letters > 8 or " " in "".join(look.words)):
        return _Use(look, Role.COMMENT, {})
    if look.named is Role.RESPONDENT and look.many and look.letters < 40:
        return _Use(look, Role.RESPONDENT, {})
    if look.letters > 25 and look.many and any(" " in word for word in look.words):
        return _Use(look, Role.COMMENT, {})
    return None


def _numbers_use(look: _Look) -> _Use | None:
    if look.named is Role.RESPONDENT or (look.many and look.named is None and look.counting):
        return _Use(look, Role.RESPONDENT, {})
    if look.named in {Role.COMMENT, Role.DATE, Role.SEGMENT, Role.PERSONA} or len(look.words) >= 10 or not look.numbers:
        return None
    low, high = look.numbers[0], look.numbers[-1]
    lowest, highest = SIGNED
    if look.named in SIGNED_ROLES and low >= lowest and high <= highest - lowest + 1:
        return _Use(look, look.named, {})
    if low < 0 or high > 10 or (len(look.numbers) < 3 and look.named is None) or high < 2:
        return None
    if look.named is Role.RECOMMEND and high > 7:
        return _Use(look, Role.NPS, {})
    if look.named in JOURNEY_FIGURES or look.named in TOUCHPOINT_ROLES:
        return _Use(look, look.named, {})
    return _Use(look, Role.EXPERIENCE, {})


def _scale(uses: Iterable[_Use]) -> tuple[int, int]:
    """Points of the scale most rated columns fit, and the value it begins with."""
    rated = [use for use in uses if use.role in SCALED_ROLES]
    tops = Counter(5 if use.words else use.look.numbers[-1] for use in rated)
    if not tops:
        return 7, 1
    top = max(tops.items(), key=lambda t: (t[1], t[0]))[0]
    from_zero = sum(1 for use in rated if not use.words and 0 in use.look.numbers)
    if top in {4, 6} and from_zero * 2 > len(rated):
        return top + 1, 0
    return next(points for points in (5, 7, 10) if points >= top), 1


def _only_fitting(uses: Iterable[_Use], scale: int, lowest: int) -> list[_Use]:
    """Without rated columns whose numbers go beyond the scale: ages, delays, counts."""
    kept = []
    for use in uses:
        rated = use.role in SCALED_ROLES and not use.words
        if not rated or use.look.numbers[-1] <= scale - 1 + lowest:
            kept.append(use)
    return kept


def _once(uses: Iterable[_Use]) -> list[_Use]:
    """Roles that can be held by one column only are held by the first."""
    taken: set[Role] = set()
    kept = []
    for use in uses:
        if use.role in ONLY_ONCE | JOURNEY_FIGURES:
            if use.role in taken:
                continue
            taken.add(use.role)
        kept.append(use)
    return kept


def _tied(uses: list[_Use]) -> list[_Use]:
    """Columns that ask about the same touchpoint tied together: neighbours by their number, others by their words."""
    tied: list[_Use] = []
    seen: dict[str, set[Role]] = {}
    names: dict[str, str] = {}
    for use in uses:
        if use.role not in TOUCHPOINT_ROLES:
            tied.append(use)
            continue
        words = subject(use.look.name).casefold()
        before = tied[-1] if tied and tied[-1].role in TOUCHPOINT_ROLES else None
        item = before.item if before is not None and _same_item(before, use) else names.get(words, words)
        taken = seen.get(item, set())
        role = use.role
        if role is Role.KANO_FUNCTIONAL and role in taken:
            role = Role.KANO_DYSFUNCTIONAL
        if role in taken:
            item, role = f"{item} ({use.look.index + 1})", use.role
        seen.setdefault(item, set()).add(role)
        names.setdefault(words, item)
        tied.append(replace(use, item=item, role=role))
    return tied


def _same_item(before: _Use, use: _Use) -> bool:
    """Whether two neighbouring columns may stand for one touchpoint: they share a number, or are a Kano pair."""
    if use.look.index != before.look.index + 1:
        return False
    number, earlier = item_number(use.look.name), item_number(before.look.name)
    if before.role in KANO_ROLES or use.role in KANO_ROLES:
        return before.role is use.role is Role.KANO_FUNCTIONAL and number == earlier
    return bool(number) and number == earlier and use.role is not before.role


def _without_loose_extras(uses: list[_Use], scale: int) -> list[_Use]:
    """Where touchpoints are rated, importance and Kano answers that belong to none of them are left unmapped."""
    rated = {use.item for use in uses if use.role in {Role.EXPECTATION, Role.EXPERIENCE, Role.QUICK}}
    paired = {use.item for use in uses if use.role is Role.EXPECTATION}
    kept = []
    for use in uses:
        extra = use.role in {Role.IMPORTANCE, *KANO_ROLES}
        unpaired = use.role in TOUCHPOINT_ROLES and bool(paired) and use.item not in paired
        loose = unpaired and (_with_importance(use, uses) or _smaller(use, scale))
        if not (rated and extra and use.item not in rated) and not loose:
            kept.append(use)
    return kept


def _smaller(use: _Use, scale: int) -> bool:
    """Whether a column that belongs to no pair seems to have a smaller scale; told from many answers only."""
    numbers = use.look.numbers
    many = use.look.filled >= _ENOUGH_TO_TELL
    return use.role is Role.EXPERIENCE and many and bool(numbers) and numbers[-1] < scale - 1


def _with_importance(use: _Use, uses: list[_Use]) -> bool:
    """Whether a column belongs to a block of importance and satisfaction beside the rated pairs."""
    return any(u.item == use.item and u.role is Role.IMPORTANCE for u in uses)


def _column_use(use: _Use, scale: int, lowest: int) -> ColumnUse:
    name = use.look.name
    item = use.item if use.item != subject(name).casefold() else ""
    low: int | None = None
    high: int | None = None
    numbers = use.look.numbers
    if use.words:
        low, high = (1, 5) if use.role in JOURNEY_FIGURES or (scale != 5 and use.role in SCALED_ROLES) else (None, None)
    elif use.role in SIGNED_ROLES and numbers and numbers[-1] > SIGNED[1]:
        low, high = 1, SIGNED[1] - SIGNED[0] + 1
    elif use.role in JOURNEY_FIGURES - {Role.NPS} and numbers:
        low, high = (0 if 0 in numbers else 1), next(top for top in (5, 7, 10) if top >= numbers[-1])
    elif lowest == 0 and use.role in SCALED_ROLES:
        low, high = 0, scale - 1
    return ColumnUse(name=name, number=use.look.index + 1, role=use.role, item=item, lowest=low, highest=high)
