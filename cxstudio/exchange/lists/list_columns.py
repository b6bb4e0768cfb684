"""What the columns of a list of touchpoints hold, told from whole words of their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cxstudio.wording.texts import N_

STAGE, TOUCHPOINT, CHANNEL, DEPARTMENT, DESCRIPTION, CASES, COMPLAINTS = (
    "stage",
    "touchpoint",
    "channels",
    "departments",
    "description",
    "cases_per_month",
    "complaints_per_month",
)
EXPECTATION, EXPERIENCE, IMPORTANCE, EMOTION = "expectation", "experience", "importance", "emotion"
HURDLE, OPPORTUNITY, QUOTE, PROMISE = "hurdle", "opportunity", "quote", "promise"
RATINGS: Final = (EXPECTATION, EXPERIENCE, IMPORTANCE, EMOTION)
NOTES: Final = (HURDLE, OPPORTUNITY, QUOTE)
AMOUNTS: Final = (CASES, COMPLAINTS)
LABELS: Final = {
    STAGE: N_("Stage"),
    TOUCHPOINT: N_("Touchpoint"),
    CHANNEL: N_("Channel"),
    DEPARTMENT: N_("Department"),
    DESCRIPTION: N_("Description"),
    CASES: N_("Cases per month"),
    COMPLAINTS: N_("Complaints per month"),
    EXPECTATION: N_("Expectation"),
    EXPERIENCE: N_("Experience"),
    IMPORTANCE: N_("Importance"),
    EMOTION: N_("Emotion"),
    HURDLE: N_("Hurdle"),
    OPPORTUNITY: N_("Opportunity"),
    QUOTE: N_("Quote"),
    PROMISE: N_("Promise"),
}
_HEADINGS: Final = (
    (COMPLAINTS, r"beschwerden?|reklamationen|complaints?"),
    (CHANNEL, r"kan[aä]l(?:e|en)?|channels?|medium|medien"),
    (QUOTE, r"zitate?|o-ton|quotes?|verbatims?|kundenstimmen?|voice of (?:the )?customer"),
    (
        HURDLE,
        r"h[uü]rden?|probleme?|problems?|pain ?points?|pains?|schmerzpunkte?|hindernisse?|barriers?|frustrations?",
    ),
    (OPPORTUNITY, r"chancen?|opportunit(?:y|ies)|ideen?|ideas?|verbesserung(?:en|sideen)?|potenziale?"),
    (PROMISE, r"versprechen|leistungsversprechen|promises?"),
    (EMOTION, r"emotion(?:en|s)?|gef[uü]hle?|stimmung|feelings?|mood"),
    (IMPORTANCE, r"wichtigkeit|bedeutung|importance"),
    (EXPECTATION, r"erwartung(?:en)?|expectations?|expected|soll(?:wert)?"),
    (EXPERIENCE, r"erlebnis|erleben|erfahrung|experiences?|experienced|zufriedenheit|satisfaction|ist(?:wert)?"),
    (
        DEPARTMENT,
        (
            r"abteilung(?:en)?|bereiche?|departments?|teams?|einheit(?:en)?|units?|zust[aä]ndig(?:keit)?|verantwortlich(?:e|er)?"
            r"|responsible|owners?"
        ),
    ),
    (
        TOUCHPOINT,
        (
            r"kontaktpunkte?|touch[\s-]?points?|ber[uü]hrungspunkte?|(?:teil)?schritte?|steps?|aktivit[aä]t(?:en)?|activit(?:y|ies)"
            r"|kontakte?|momente?|moments?|actions?|(?:user|customer) actions?"
        ),
    ),
    (STAGE, r"phasen?|stages?|abschnitte?|etappen?|sections?"),
    (CASES, r"f[aä]lle|fallzahl|fallzahlen|cases?|volumen|volume|anzahl|vorg[aä]nge|kontakte|contacts"),
    (DESCRIPTION, r"beschreibung|description|details?|erl[aä]uterung|notiz(?:en)?|bemerkung(?:en)?|comments?|notes?"),
)
_COMPILED: Final = tuple((meaning, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for meaning, pattern in _HEADINGS)
_NO_AMOUNT: Final = re.compile(r"€|\beur\b|\beuro\b|umsatz|revenue|preis|price|kosten|costs?\b|%|prozent|percent")
_CONTACTS: Final = re.compile(r"(?<!\w)(?:kontakte|contacts)\s+(?:pro|per|im|je|/)")
_UNITS: Final = (
    (
        12.0,
        re.compile(r"pro jahr|im jahr|je jahr|/\s?jahr|j[aä]hrlich|p\.\s?a\.|per year|/\s?year|yearly|annual"),
    ),
    (3.0, re.compile(r"pro quartal|im quartal|per quarter|/\s?quarter|quarterly")),
    (12 / 52, re.compile(r"pro woche|je woche|/\s?woche|w[oö]chentlich|per week|a week|/\s?week|weekly")),
    (12 / 365, re.compile(r"pro tag|je tag|/\s?tag|t[aä]glich|per day|a day|/\s?day|daily")),
)
"""Months an amount is for → how a heading says so; others are per month."""


class ListColumns(NamedTuple):
    """Which column holds what."""

    at: dict[str, int]
    months: dict[str, float]
    """Months the amounts of a column are for, where that is not one."""


def columns_by_heading(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what, as far as the headings say so."""
    return list_columns(header).at


def list_columns(header: Sequence[str]) -> ListColumns:
    """The same, with the time amounts are counted in."""
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        meaning = _meaning(_folded(name))
        if meaning is None or meaning in found:
            continue
        found[meaning] = at
    return ListColumns(found, months_of(header, found))


def months_of(header: Sequence[str], columns: Mapping[str, int]) -> dict[str, float]:
    """Months the amounts of these columns are for, where that is not one."""
    found: dict[str, float] = {}
    for meaning in AMOUNTS:
        if meaning in columns:
            folded = _folded(header[columns[meaning]])
            per = next((months for months, pattern in _UNITS if pattern.search(folded)), 1.0)
            if per != 1.0:
                found[meaning] = per
    return found


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def _meaning(folded: str) -> str | None:
    if _CONTACTS.search(folded):
        return CASES
    meaning = next((m for m, pattern in _COMPILED if pattern.search(folded)), None)
    return None if meaning in AMOUNTS and _NO_AMOUNT.search(folded) else meaning
