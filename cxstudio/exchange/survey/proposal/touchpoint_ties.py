"""Which columns of a survey ask about the same touchpoint, and what it is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from cxstudio.exchange.survey.column_headings import item_number, subject
from cxstudio.exchange.survey.proposal.column_roles import ColumnRole
from cxstudio.exchange.survey.shared_questions import without_shared_words
from cxstudio.exchange.survey.survey_mapping import JOURNEY_FIGURES, KANO_ROLES, ONLY_ONCE, TOUCHPOINT_ROLES, Role

_ENOUGH_TO_TELL: Final = 30


def once(uses: Iterable[ColumnRole]) -> list[ColumnRole]:
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


def named(uses: Sequence[ColumnRole]) -> list[ColumnRole]:
    """Each column with the name of its touchpoint: the thing of a shared question, what sets like sentences apart."""
    by_role: defaultdict[Role, list[int]] = defaultdict(list)
    names = {}
    for at, use in enumerate(uses):
        if use.role not in TOUCHPOINT_ROLES:
            continue
        names[at] = subject(use.look.asked.thing if use.look.asked is not None else use.look.name)
        if use.look.asked is None:
            by_role[use.role].append(at)
    for group in by_role.values():
        headings = [subject(uses[at].look.name) for at in group]
        names |= dict(zip(group, without_shared_words(headings), strict=True))
    _tell_apart(uses, names)
    return [replace(use, name=names.get(at, "")) for at, use in enumerate(uses)]


def _tell_apart(uses: Sequence[ColumnRole], names: dict[int, str]) -> None:
    """Put the question before the names of things that two questions of one role ask about."""
    found = Counter((uses[at].role, name.casefold()) for at, name in names.items())
    for at, name in names.items():
        asked = uses[at].look.asked
        if asked is not None and found[uses[at].role, name.casefold()] > 1:
            names[at] = f"{subject(asked.question)}: {name}"


def tied(uses: Sequence[ColumnRole]) -> list[ColumnRole]:
    """Columns that ask about the same touchpoint tied together: neighbours by their number, others by their words."""
    found: list[ColumnRole] = []
    seen: dict[str, set[Role]] = {}
    items: dict[str, str] = {}
    for use in uses:
        if use.role not in TOUCHPOINT_ROLES:
            found.append(use)
            continue
        words = use.name.casefold()
        before = found[-1] if found and found[-1].role in TOUCHPOINT_ROLES else None
        item = before.item if before is not None and _same_item(before, use) else items.get(words, words)
        taken = seen.get(item, set())
        role = use.role
        if role is Role.KANO_FUNCTIONAL and role in taken:
            role = Role.KANO_DYSFUNCTIONAL
        if role in taken:
            item, role = f"{item} ({use.look.index + 1})", use.role
        seen.setdefault(item, set()).add(role)
        items.setdefault(words, item)
        found.append(replace(use, item=item, role=role))
    return found


def without_loose_extras(uses: list[ColumnRole], highest: int) -> list[ColumnRole]:
    """Where touchpoints are rated, importance, promise and Kano answers of none of them are left unmapped."""
    rated = {use.item for use in uses if use.role in {Role.EXPECTATION, Role.EXPERIENCE, Role.QUICK}}
    paired = {use.item for use in uses if use.role is Role.EXPECTATION}
    kept = []
    for use in uses:
        extra = use.role in {Role.IMPORTANCE, Role.PROMISE, *KANO_ROLES}
        unpaired = use.role in TOUCHPOINT_ROLES and bool(paired) and use.item not in paired
        loose = unpaired and (_with_importance(use, uses) or _smaller(use, highest))
        if not (rated and extra and use.item not in rated) and not loose:
            kept.append(use)
    return kept


def _same_item(before: ColumnRole, use: ColumnRole) -> bool:
    """Whether two neighbouring columns may stand for one touchpoint: they share a number, or are a Kano pair."""
    if use.look.index != before.look.index + 1:
        return False
    number, earlier = item_number(use.look.name), item_number(before.look.name)
    if before.role in KANO_ROLES or use.role in KANO_ROLES:
        return before.role is use.role is Role.KANO_FUNCTIONAL and number == earlier
    return bool(number) and number == earlier and use.role is not before.role


def _smaller(use: ColumnRole, highest: int) -> bool:
    """Whether a column that belongs to no pair seems to have a smaller scale; told from many answers only."""
    numbers = use.look.numbers
    many = use.look.filled >= _ENOUGH_TO_TELL
    return use.role is Role.EXPERIENCE and many and bool(numbers) and max(numbers) < highest - 1


def _with_importance(use: ColumnRole, uses: list[ColumnRole]) -> bool:
    """Whether a column belongs to a block of importance and satisfaction beside the rated pairs."""
    return any(u.item == use.item and u.role is Role.IMPORTANCE for u in uses)
