"""What customers think and need in the Lindenfurt sample, who they deal with, and what happens behind it. Invented.

Every row says its text in German and in English.
"""

from __future__ import annotations

from cxstudio.model.kinds import BackstageKind, Evidence, NoteKind

_FRONT, _BACK = BackstageKind.FRONT, BackstageKind.BACK
_SYSTEM, _SUPPORT = BackstageKind.SYSTEM, BackstageKind.SUPPORT
_THOUGHT, _NEED = NoteKind.THOUGHT, NoteKind.NEED

STEPS: tuple[tuple[int, BackstageKind, str, str], ...] = (
    (
        4,
        _BACK,
        "Prüfung der Marktlokation im Marktstammdatenregister",
        "Supply point checked against the market register",
    ),
    (
        8,
        _BACK,
        "Anfrage beim Netz per E-Mail, Antwort nach zwei Tagen",
        "Query to the grid by email, answer after two days",
    ),
    (12, _BACK, "Abrechnung zieht Verbräuche aus zwei Systemen", "Billing draws consumption from two systems"),
    (4, _SYSTEM, "Portal legt den Vorgang an", "Portal opens the case"),
    (5, _SYSTEM, "Mailversand füllt die Vorlage", "Mail service fills in the template"),
    (6, _FRONT, "Beratung am Schalter, alles in einem Gespräch", "Advice at the counter, all in one talk"),
    (6, _SYSTEM, "Kundensystem mit beiden Adressen", "Customer system with both addresses"),
    (7, _SYSTEM, "App liest den Stand aus dem Foto", "App reads the meter from the photo"),
    (8, _FRONT, "Servicecenter fragt alle Daten neu ab", "Service centre asks for all data again"),
    (8, _SUPPORT, "Telefonanlage verteilt nach Wartezeit", "Phone system assigns by waiting time"),
    (9, _BACK, "Netz sucht die Nummer im Gerätesystem", "Grid looks up the number in the device system"),
    (10, _FRONT, "Monteur wechselt und erklärt den Zähler", "Fitter changes and explains the meter"),
    (10, _BACK, "Disposition plant die Tour", "Dispatch plans the tour"),
    (12, _SYSTEM, "Zwei Abrechnungssysteme, nachts abgeglichen", "Two billing systems, matched overnight"),
    (12, _SUPPORT, "Druckdienstleister druckt und verschickt", "Print provider prints and posts"),
    (14, _FRONT, "Teamleitung unterschreibt von Hand", "Team lead signs by hand"),
)
"""Touchpoint number, kind, words."""

THOUGHTS: tuple[tuple[int, NoteKind, Evidence, str, str], ...] = (
    (
        2,
        _THOUGHT,
        Evidence.INTERVIEW,
        "Was zahle ich in der neuen Wohnung wirklich?",
        "What will I really pay in the new flat?",
    ),
    (4, _THOUGHT, Evidence.INTERVIEW, "Woher soll ich diese Nummer kennen?", "How should I know that number?"),
    (4, _NEED, Evidence.INTERVIEW, "Nur angeben, was noch niemand weiß", "Only give what nobody knows yet"),
    (8, _THOUGHT, Evidence.INTERVIEW, "Habe ich am Samstag Strom?", "Will I have power on Saturday?"),
    (8, _NEED, Evidence.INTERVIEW, "Eine Zusage, die gilt", "A promise that holds"),
    (11, _THOUGHT, Evidence.ASSUMPTION, "Warum mehr als vorher?", "Why more than before?"),
    (12, _NEED, Evidence.INTERVIEW, "Verstehen, wofür ich zahle", "Understand what I pay for"),
    (14, _THOUGHT, Evidence.ASSUMPTION, "Die haben an uns gedacht", "They thought of us"),
)
"""Touchpoint number, kind, evidence, words."""

STAFF: dict[int, tuple[str, str]] = {
    6: ("Zwei am Schalter", "Two at the counter"),
    8: ("Zwölf im Servicecenter, drei davon neu", "Twelve in the service centre, three of them new"),
    9: ("Zwei im Netz, nebenbei", "Two in the grid team, on the side"),
    10: ("Ein Monteur des Dienstleisters", "A fitter of the contractor"),
    14: ("Teamleitung Kundenzentrum", "Team lead of the customer centre"),
}
"""Touchpoint number → who the customer deals with."""


def said(language: str, german: str, english: str) -> str:
    """The words of a row in one language."""
    return german if language == "de" else english
