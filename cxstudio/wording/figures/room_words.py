"""What may be read on the projector: measures without money and without the names of people."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.model import Document, Measure, Participant

_AMOUNT: Final = r"[+−–-]?\d(?:[\d.,'’ \u00a0\u202f]*\d)?(?:\s*(?:Mio|Mrd|Tsd|k|T|m)\b\.?)?"
_CURRENCY: Final = r"(?:€|EUR\b|Euros?\b|CHF\b|£|\$)"
_SPAN: Final = r"(?:\s*(?:/|pro|im|a|per)\s*(?:Jahr|year|Monat|month)\b)?"
_MONEY: Final = re.compile(rf"(?:{_CURRENCY}\s*{_AMOUNT}|(?<!\w){_AMOUNT}\s*[kT]?{_CURRENCY}){_SPAN}", re.IGNORECASE)
_EMPTY: Final = re.compile(r"(?<!\s)\s*+[(\[][\s…,;:·–/+]*+[)\]]")
_LEFT_OVER: Final = "…"


def room_title(document: Document, measure: Measure) -> str:
    """A measure's title on one line; amounts of money and names of owners and participants are left out."""
    title = _MONEY.sub(_LEFT_OVER, " ".join(measure.title[:1000].split()))
    for name in _names(document):
        title = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _LEFT_OVER, title, flags=re.IGNORECASE)
    return _EMPTY.sub("", title).strip(" :–-·,;") or _LEFT_OVER


def _names(document: Document) -> list[str]:
    """Names of people, longer ones first."""
    found = {" ".join(m.owner_name.split()) for m in document.all(Measure)}
    found |= {" ".join(p.name.split()) for p in document.all(Participant)}
    return sorted((name for name in found if len(name) > 1), key=len, reverse=True)
