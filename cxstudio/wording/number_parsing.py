"""Numbers and dates as people type them, in their language."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from cxstudio.wording.texts import MINUS, Texts

_NOISE: Final = re.compile(r"[\s\u00a0\u202f€%']")
_GROUPED: Final = re.compile(r"^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")
_DATE: Final = re.compile(r"^(\d{1,4})\s*[./\-]\s*(\d{1,2})\s*(?:[./\-]\s*(\d{1,4})?)?$")
_WORDED: Final = re.compile(r"^(\d{1,2})\.?\s*([^\W\d]+)\.?\s*(\d{2,4})?$")


def parse_number(text: str, texts: Texts) -> float | None:
    """The number a text means, None for an empty one. Raises ValueError.

    The language's own signs count first ("1.500" is 1500 in German); a lone foreign decimal point is understood.
    """
    plain = _NOISE.sub("", text).replace(MINUS, "-").replace("–", "-")
    if not plain:
        return None
    decimal, group = (",", ".") if texts.language == "de" else (".", ",")
    grouped = _GROUPED.match(plain)
    if decimal in plain:
        whole, _, rest = plain.rpartition(decimal)
        if group in rest or decimal in whole:
            raise ValueError(text)
        plain = f"{whole.replace(group, '')}.{rest}"
    elif group in plain:
        plain = plain.replace(group, "") if grouped and grouped[1] == group else plain.replace(group, ".")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain):
        raise ValueError(text)
    return float(plain)


def parse_date(text: str, texts: Texts, today: date) -> date | None:
    """The day a text means, None for an empty one. Raises ValueError.

    "30.9.26", "30.9." (this year), "30/9/2026", "2026-09-30", "30 Sept 2026"; the day comes before the month.
    """
    plain = text.strip()
    if not plain:
        return None
    if found := _DATE.match(plain):
        first, second, third = found[1], int(found[2]), found[3]
        if len(first) == 4 and third:
            return date(int(first), second, int(third))
        return date(_year(third, today), second, int(first))
    if found := _WORDED.match(plain):
        return date(_year(found[3], today), _month(found[2], texts), int(found[1]))
    raise ValueError(text)


def _year(text: str | None, today: date) -> int:
    if not text:
        return today.year
    return int(text) + 2000 if len(text) <= 2 else int(text)


def _month(name: str, texts: Texts) -> int:
    wanted = name.casefold().rstrip(".")
    for width in ("wide", "abbreviated"):
        for number, known in texts.locale.months["format"][width].items():
            if known.casefold().rstrip(".").startswith(wanted) and len(wanted) >= 3:
                return int(number)
    raise ValueError(name)
