"""Details of people in free text: names after a title, numbers of telephones, accounts and contracts, addresses."""

from __future__ import annotations

import re
from typing import Final

BLACKED_OUT: Final = "█████"
"""What stands in place of a detail; its length tells nothing."""

_NAME: Final = r"[A-ZÄÖÜ][\wäöüß'’-]+"
_NUMBERED: Final = (
    r"(?:(?i:vertrags|kunden|z[aä]hler|rechnungs|auftrags|konto|mitglieds)[ -]?(?i:nummer|nr\.?|id)"
    r"|(?i:contract|customer|meter|account|invoice|order|member(?:ship)?) (?i:number|no\.?|id))"
)
_STAFF: Final = (
    r"(?:[Mm]itarbeiter(?:in)?|[Kk]olleg(?:e|en|in)|[Tt]echniker(?:in)?|[Mm]onteur(?:in)?|[Ss]achbearbeiter(?:in)?"
    r"|employee|colleague|technician|agent)"
)
"""Words after which a name of somebody who works there follows."""
_DETAILS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+",
        r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?\b",
        r"\b\d?[A-Z]{2,4}\d{6,}\b",
        rf"\b{_NUMBERED}[ :.#]*(?:lautet |ist |is )?+(?=[\w/-]*\d)[\w/-]{{4,}}",
        r"(?<![\w.,])(?:\+|00)\d[\d ()/.-]{6,18}\d",
        r"(?<![\w.,])\(?0\d{2,5}\)?[ /-]{1,3}\d[\d -]{3,12}\d",
        r"(?<![\w.,])0\d{8,13}(?!\d)",
        r"(?<![\d.,])\d{6,}+(?![\d.,]*\d)",
        rf"\b(?:Herrn?|Frau|Hr\.|Fr\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.|Prof\.)\s+(?:(?:Dr\.|Prof\.|von|van|de)\s+)*{_NAME}(?:\s+{_NAME})?",
        rf"\b{_STAFF}\s+{_NAME}(?:\s+{_NAME})?",
        rf"(?<=[Mm]ein Name ist )(?:{_NAME}\s?){{1,3}}",
        rf"(?<=[Mm]y name is )(?:{_NAME}\s?){{1,3}}",
        rf"(?<=[Ii]ch heiße )(?:{_NAME}\s?){{1,3}}",
        rf"\b{_NAME}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d+\s?[a-z]?\b|\b\d{{5}}\s+{_NAME}",
        r"\b\d{1,5} [A-Z][a-z]+ (?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Drive)\b",
    )
)
_TITLE: Final = re.compile(
    rf"^(?:(?:Herrn?|Frau|Hr\.|Fr\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.|Prof\.|{_STAFF})\s+"
    rf"|{_NUMBERED}[ :.#]*(?:lautet |ist |is )?+)"
)
"""What stands before a name or a number stays: who is meant is gone, that somebody is meant is kept."""


def blacked_out(text: str) -> tuple[str, int]:
    """The text without details of people, and how many there were."""
    found = 0

    def cover(match: re.Match[str]) -> str:
        nonlocal found
        found += 1
        title = _TITLE.match(match[0])
        end = " " if match[0].endswith(" ") else ""
        return (title[0] if title else "") + BLACKED_OUT + end

    for pattern in _DETAILS:
        text = pattern.sub(cover, text)
    return text, found
