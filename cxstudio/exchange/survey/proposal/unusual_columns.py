"""Columns of answers that the usual signs miss: sliders from 0 to 100, and scales of which few steps were given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cxstudio.exchange.survey.answer_reading import is_slider
from cxstudio.exchange.survey.proposal.column_look import ColumnLook
from cxstudio.exchange.survey.proposal.column_roles import ColumnRole
from cxstudio.exchange.survey.survey_mapping import JOURNEY_FIGURES, SIGNED_ROLES, TOUCHPOINT_ROLES, Role
from cxstudio.model.questions import LONGEST_SCALE

SLIDER: Final = (0, 100)
_STEPS: Final = ((25, 5), (20, 6), (10, 11))
"""Distance of the answers → steps that keep each of them."""
_FEWEST_VALUES: Final = 6
_AT_LEAST: Final = 50
_AMOUNT: Final = re.compile(
    r"minute|stunde|\bhours?\b|\btage?\b|\bdays?\b|sekunde|second|wochen|weeks?\b|monat|month|€|\beur\b|euro|preis|price|"
    r"umsatz|revenue|kosten|costs?\b|menge|anzahl|count|dauer|wartezeit|\bkm\b|\bkg\b|jahre|years"
)


def sliders(looks: Sequence[ColumnLook], uses: Sequence[ColumnRole]) -> list[ColumnRole]:
    """Columns answered from 0 to 100: those that say so, and where nothing else is rated, those that look like it."""
    told = [look for look in looks if _is_told(look) and _can_be(look)]
    rated = any(use.role in TOUCHPOINT_ROLES | JOURNEY_FIGURES for use in uses)
    seen = [] if told or rated else [look for look in looks if _looks_so(look) and _can_be(look)]
    found = told or (seen if len(seen) > 1 else [])
    return [ColumnRole(look, _role(look), slider=True) for look in found]


def steps_of(slid: Sequence[ColumnRole]) -> int:
    """The fewest steps that keep every answer apart; the most there may be where none do."""
    values = {value for use in slid for value in use.look.numbers}
    return next((steps for apart, steps in _STEPS if all(value % apart == 0 for value in values)), LONGEST_SCALE)


def plain_numbers(looks: Sequence[ColumnLook]) -> list[ColumnRole]:
    """Columns of small whole numbers beside a first one that names people: answers, though few steps were given."""
    if len(looks) < 3 or not looks[0].many:
        return []
    others = [look for look in looks[1:] if look.filled]
    fitting = all(
        look.numeric == 1.0 and min(look.numbers) >= 1 and max(look.numbers) <= 10 and not look.about_people
        for look in others
    )
    if not fitting or len(others) < 2 or all(max(look.numbers) == 1 for look in others):
        return []
    return [ColumnRole(look, _role(look)) for look in others]


def _is_told(look: ColumnLook) -> bool:
    return look.most == SLIDER[1] or is_slider(look.legend.lowest, look.legend.highest)


def _looks_so(look: ColumnLook) -> bool:
    return len(look.numbers) >= _FEWEST_VALUES and max(look.numbers) > _AT_LEAST and not look.counting


def _can_be(look: ColumnLook) -> bool:
    numbers = look.numbers
    lies = bool(numbers) and min(numbers) >= SLIDER[0] and max(numbers) <= SLIDER[1] and look.numeric > 0.9
    usable = look.named is None or look.named in TOUCHPOINT_ROLES - SIGNED_ROLES
    return lies and usable and not look.about_people and _AMOUNT.search(look.name.casefold()) is None


def _role(look: ColumnLook) -> Role:
    return look.named if look.named in TOUCHPOINT_ROLES - SIGNED_ROLES else Role.EXPERIENCE
