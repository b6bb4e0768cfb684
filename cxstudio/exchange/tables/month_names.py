"""Dates with the name of a month, rewritten with its number: “01-Feb-2026 08:00”, “1. März 2026”, “Feb 01, 2026”."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = {
    **dict.fromkeys(("jan", "january", "januar", "jänner"), 1),
    **dict.fromkeys(("feb", "february", "februar", "feber"), 2),
    **dict.fromkeys(("mar", "march", "mär", "mrz", "märz", "maerz"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("may", "mai"), 5),
    **dict.fromkeys(("jun", "june", "juni"), 6),
    **dict.fromkeys(("jul", "july", "juli"), 7),
    **dict.fromkeys(("aug", "august"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("oct", "october", "okt", "oktober"), 10),
    **dict.fromkeys(("nov", "november"), 11),
    **dict.fromkeys(("dec", "december", "dez", "dezember"), 12),
}
_NAMED: Final = re.compile(
    r"(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-zä]*\.?,?\s+)?"
    r"(?:(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?[\s/-]*(?P<m>[a-zä]{3,9})\.?[\s,/-]*(?P<y>\d{4}|\d\d)"
    r"|(?P<m2>[a-zä]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4}))(?P<rest>\b.*)",
    re.IGNORECASE,
)

_WORD: Final = re.compile(r"[^\W\d_]{3}")
"""No name of a month is shorter."""


def month_number(name: str) -> int | None:
    """The number of a month by its name, short or whole, German or English; None for any other word."""
    return _MONTHS.get(name.casefold())


def with_month_numbers(text: str) -> str:
    """The date as 2026-02-01 with whatever follows it; the text as it is where it names no month."""
    if _WORD.search(text) is None:
        return text
    match = _NAMED.fullmatch(text)
    month = _MONTHS.get((match["m"] or match["m2"]).casefold()) if match is not None else None
    if match is None or month is None:
        return text
    year, day = match["y"] or match["y2"], match["d"] or match["d2"]
    return f"{int(year) + (2000 if len(year) == 2 else 0):04}-{month:02}-{int(day):02}{match['rest'].rstrip()}"
