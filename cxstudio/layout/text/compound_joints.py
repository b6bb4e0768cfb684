"""Where German compounds are joined, as far as syllables do not say it: Vergleichs|portal, never Vergleich-sportal."""

from __future__ import annotations

import re
from typing import Final

_LEAST: Final = 4
"""Letters a part has at least when the other part is all that is known."""
_ENDING: Final = (
    r"ung|lich|isch|keit|heit|schaft|ier|atisch|is(?:ch|ier)|ig(?:keit|e|$)|bar(?:keit|e|$)|end(?:e|$)"
    r"|(?:(?:st)?e[mnrs]?|ern|erin|innen|erinnen)$"
)
"""Begins what belongs to the part before it and is no part of its own: Zahl-ungen, Test-ende."""
_LINKED: Final = r"(?:ung|heit|keit|schaft|tät|ion|ling|tum|ment|gang|trag|ruf|zug|trieb|icht|fall)s"
"""Endings of first parts with the s that links them to the next: Rechnungs|prüfung, Vertrags|bestätigung."""
_WRITTEN_FIRST: Final = """
abschlags abschluss abteilungs adress alltags anbieter anschluss ansprech antrags antwort arbeitgeber arbeits arzt
auftrags auskunfts ausweis auto bahn bank basis bearbeitungs bedarfs beleg berichts beschwerde bestell besucher
betriebs bewerber brief bürger büro callcenter daten datenschutz dienst dienstleistungs digital doppel eingabe
einkaufs einstiegs eintritts empfangs energie entscheidungs erfahrungs ergebnis erlebnis ersatz fach fahr familien
fax fehler fern festnetz filial firmen flug foto frage front führungs garantie gebäude gebühren gemeinde gepäck
geräte gesamt geschäfts gesprächs gesundheits glas gruppen gutschein haltestellen handlungs handy haupt haus heim
hilfe hochschul hotel image immobilien indirekt informations inhalts innen internet jahres kanal karten kassen kauf
kennzahl klinik kommunikations kontakt konten konto kosten kranken kredit kunden kurz kündigungs lade lager landes
lasten laufzeit leistungs leit lese liefer linien listen lösungs mahn makler marken markt material medien meister
miet mitarbeiter mobil monats nachrichten namens neben netz nutzer nutzungs online ordnungs orts paket park passwort
patienten personal pflege planungs portal post praxis preis privat probe produkt projekt prozess prüf punkte
qualitäts rabatt rahmen rechnungs rechts reise reparatur service sicherheits solar sonder sozial sprach stadt stamm
standard start status stellen steuer straßen strom studien störungs such system tages tarif team telefon termin test
text ticket tisch titel umfrage umsatz umzugs unterlagen unternehmens urlaubs verbrauchs vergleichs verkaufs versand
versicherungs vertrags vertriebs verwaltungs video voll vorgangs vorschlags waren warte wartungs wasser web
weiterempfehlungs werbe wert wettbewerbs widerrufs willkommens wohnungs zahl zahlungs zeichen zeilen zeit zeitungs
ziel zins zubehör zufriedenheits zugangs zusatz zustands zwischen zähler
"""
_FIRST: Final = frozenset(_WRITTEN_FIRST.split())
"""First parts with the letters that link them, in small letters."""
_WRITTEN_LAST: Final = """
abfrage ablage ablauf abschluss absicht abstand adresse analyse anbieter anbindung anforderung anfrage angabe
angebot anlage anleitung anliegen anmeldung annahme anpassung anruf anschluss anschrift ansicht ansprechpartner
antrag antwort anzeige apotheke aufgabe aufnahme auftrag ausfall ausgabe auskunft auswahl ausweis auswertung
bearbeitung bedarf beleg belehrung beratung bereich bericht bestellung bestätigung besuch bewertung bogen brief
eingabe eingang einladung einrichtung einstellung empfang empfehlung entscheidung erfahrung ergebnis erinnerung
erlebnis ersparnis erstattung erwartung fahrt formular frage frist führung gebühr gefühl gespräch hotline
information kanal karte kasse kette kontakt konto kontrolle kosten kunde laufzeit leitfaden leitung liste lösung
meldung nachricht nummer nutzung oberfläche ordnung paket partner phase plan portal preis produkt protokoll prozess
prüfung punkt rechner rechnung schleife schluss schreiben schritt seite sicht spiegel stand station stelle störung
suche system tarif team termin treffen umbruch umfrage unterlage unterstützung urteil vereinbarung verfahren
verfolgung vergleich verkehr vermittlung versand versicherung verständnis vertrag verwaltung vorgang vorschlag
wartezeit wechsel wunsch zahl zahlung zeit zentrale zentrum ziel zufriedenheit zugang zustand änderung überblick
übergabe übersicht
"""
_LAST: Final = frozenset(_WRITTEN_LAST.split())
_INFLECTIONS: Final = ("innen", "ern", "en", "er", "es", "e", "n", "s", "")
"""What the plural or the genitive may add to a last part."""


def joints(letters: str) -> list[int]:
    """Places in a word of small letters at which two of its parts meet, ascending."""
    found: set[int] = set()
    start = 0
    while (at := _after_first(letters, start)) is not None:
        found.add(at)
        start = at
    found.update(at for at in range(start + _LEAST, len(letters) - 2) if _is_last(letters[at:]))
    return sorted(found)


def _after_first(letters: str, start: int) -> int | None:
    """Where the first part of what begins at a place ends: the longest part that is known."""
    last = len(letters) - _LEAST
    linked = (match.end() for match in re.finditer(_LINKED, letters) if match.end() >= start + _LEAST)
    known = (at for at in range(last, start + 2, -1) if letters[start:at] in _FIRST)
    places = (at for at in (*known, *linked) if at <= last)
    return next((at for at in places if re.match(_ENDING, letters[at:]) is None), None)


def _is_last(letters: str) -> bool:
    """Whether they are a part that ends compounds, in any of its forms."""
    return any(letters.endswith(ending) and letters[: len(letters) - len(ending)] in _LAST for ending in _INFLECTIONS)
