"""Lengths of time in words: "7 min", "3,5 h", "21 Tage"."""

from __future__ import annotations

from cxstudio.wording.texts import Texts

HOUR, DAY = 60.0, 1440.0
_FROM_HOURS, _FROM_DAYS = 120.0, 2160.0
"""From here on (minutes) people say hours, and days."""


def span_of(minutes: float, texts: Texts) -> str:
    """A length of time in the largest unit that suits it, to one decimal."""
    if minutes < _FROM_HOURS:
        return texts.tr("{number} min", number=amount(minutes, texts))
    if minutes < _FROM_DAYS:
        return texts.tr("{number} h", number=amount(minutes / HOUR, texts))
    days = round(minutes / DAY, 1)
    return texts.trn("{number} day", "{number} days", 1 if days == 1 else 2, number=amount(days, texts))


def amount(value: float, texts: Texts) -> str:
    """A number without decimals where it has none, else with one."""
    return texts.number(value, 0 if round(value, 1) == round(value) else 1)
