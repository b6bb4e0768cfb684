"""Numbers as people type or paste them, whichever signs they group and part with."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.wording.texts import MINUS, Texts

_NOISE: Final = re.compile(r"[\s\u00a0\u202f\u2009%'’]|€|EUR\b|Euro\b", re.IGNORECASE)
_NO_CENTS: Final = re.compile(r"[.,][-–]{1,2}$")
"""Money without cents, as a price tag writes it: "4.000,–"."""
_DIGITS: Final = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)", re.ASCII)
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)
_MOST_DIGITS: Final = 40


def parse_number(text: str, texts: Texts) -> float | None:
    """The number a text means, None for an empty one. Raises ValueError.

    "4.000,50" and "4,000.50" are the same number in every language. Only a single sign before three digits can mean two
    things, and there the language decides: "1.500" is 1500 in German and 1.5 in English.
    """
    return _number(text, "," if texts.language == "de" else ".")


def parse_amount(text: str) -> float | None:
    """As `parse_number` for a text of unknown language, where a single sign before three digits groups them: amounts
    in a table are whole more often than they have three decimals. None for an empty text. Raises ValueError.
    """
    return _number(text, "")


def _number(text: str, decimal: str) -> float | None:
    plain = _NOISE.sub("", text).replace(MINUS, "-").replace("–", "-")
    if not plain:
        return None
    plain, without_cents = _NO_CENTS.subn("", plain)
    found = _DIGITS.fullmatch(plain)
    if found is None or len(plain) > _MOST_DIGITS:
        raise ValueError(text)
    sign, digits = found[1], found[2]
    last = max(digits.rfind("."), digits.rfind(","))
    whole, rest = digits, ""
    if last >= 0 and not _grouped(digits, "" if without_cents else decimal):
        whole, rest = digits[:last], digits[last + 1 :]
        if whole and not whole.isdigit() and not _grouped(whole, digits[last]):
            raise ValueError(text)
    return float(f"{sign}{re.sub('[.,]', '', whole) or '0'}.{rest or '0'}")


def _grouped(digits: str, decimal: str) -> bool:
    """Whether every sign in the digits parts thousands: "12,345,678", and "1.500" where a point is not `decimal`."""
    signs = re.sub("[0-9]", "", digits)
    return bool(_GROUPS.fullmatch(digits)) and signs == signs[0] * len(signs) and (len(signs) > 1 or signs != decimal)
