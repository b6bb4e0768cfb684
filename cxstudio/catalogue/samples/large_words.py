"""The words of the large sample: stages with topics, and the forms a contact about a topic takes. All invented."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model.kinds import ChannelPlace, ContactKind

_SELF, _AUTO = ContactKind.SELF_SERVICE, ContactKind.AUTOMATED
_PERSON, _WRITTEN = ContactKind.PERSON, ContactKind.WRITTEN
_ON, _OFF = ChannelPlace.ONLINE, ChannelPlace.OFFLINE

CHANNELS = (
    ("web", "globe", _ON), ("portal", "globe", _ON), ("mail", "mail", _ON), ("app", "mobile", _ON),
    ("chat", "chat", _ON), ("phone", "phone", _OFF), ("letter", "letter", _OFF), ("centre", "store", _OFF),
    ("visit", "people", _OFF),
)  # fmt: skip
FORMS = (
    ("web", _SELF), ("portal", _SELF), ("mail", _AUTO), ("phone", _PERSON), ("letter", _WRITTEN), ("app", _AUTO),
    ("chat", _PERSON), ("centre", _PERSON), ("visit", _PERSON), ("web", _SELF),
)  # fmt: skip
"""Channel and kind of contact, in the order of `LargeWords.forms`."""
DEPARTMENTS = ("marketing", "sales", "service", "grid", "billing", "it", "field", "law")
HOME = (
    "marketing",
    "sales",
    "sales",
    "service",
    "grid",
    "field",
    "service",
    "billing",
    "billing",
    "it",
    "law",
    "service",
)
"""The department at home in each of the twelve stages."""


@dataclass(frozen=True, slots=True)
class LargeWords:
    """The large sample in one language."""

    title: str
    client: str
    question: str
    journey: str
    owner: str
    persona: tuple[str, str, str]
    channels: tuple[str, ...]
    departments: tuple[str, ...]
    stages: tuple[tuple[str, tuple[str, ...]], ...]
    forms: tuple[str, ...]
    groups: tuple[str, ...]
    quotes: tuple[str, ...]
    hurdles: tuple[str, ...]
    opportunities: tuple[str, ...]
    thoughts: tuple[str, ...]
    needs: tuple[str, ...]
    steps: tuple[tuple[str, ...], ...]
    """Per kind of step, in the order of the kinds."""
    measures: tuple[str, ...]
    owners: tuple[str, ...]
    round_title: str


GERMAN = LargeWords(
    title="Nordtal Energie – alle Reisen",
    client="Nordtal Energie",
    question="Wo verlieren wir Kundinnen und Kunden, und wo fangen wir an?",
    journey="Kunde sein",
    owner="Leitung Kundenerlebnis",
    persona=("Familie Demir", "zwei Kinder, Reihenhaus, Wärmepumpe geplant", "Es soll einfach funktionieren."),
    channels=("Web", "Portal", "E-Mail", "App", "Chat", "Telefon", "Brief", "vor Ort", "Besuch"),
    departments=("Marketing", "Vertrieb", "Kundenservice", "Netz", "Abrechnung", "IT", "Technischer Dienst", "Recht"),
    stages=(
        ("Aufmerksam werden", ("Ökostrom", "Preisgarantie", "Wärmepumpe", "Treueprämie", "Stadtfest", "Solaranlage",
                               "Ladesäule", "Empfehlung")),
        ("Informieren", ("Stromtarif", "Gastarif", "Verbrauchsschätzung", "Kündigungsfrist", "Preisvergleich",
                         "Fördergeld", "Kundenbewertung", "Energiemix")),
        ("Entscheiden", ("Angebot", "Beratung", "Bonitätsprüfung", "Vertragsunterlagen", "Widerrufsrecht", "Rabatt",
                         "Zahlungsweise", "Laufzeit")),
        ("Abschließen", ("Vertrag", "Legitimation", "Bankverbindung", "Auftragsbestätigung", "Kundennummer", "Zugang",
                         "Willkommenspaket", "Einwilligung")),
        ("Wechseln", ("Kündigung beim Vorversorger", "Zählerstand", "Lieferbeginn", "Marktlokation", "Netzanmeldung",
                      "Umzug", "Übergabeprotokoll", "Zwischenstand")),
        ("Anschließen", ("Zählertermin", "Hausanschluss", "Smart Meter", "Wallbox", "Inbetriebnahme",
                         "Installationsbetrieb", "Abnahme", "Baustelle")),
        ("Ankommen", ("Begrüßung", "App-Einrichtung", "Erste Fragen", "Abschlag", "Familienkonto", "Kontaktdaten",
                      "Servicezeiten", "Newsletter")),
        ("Bezahlen", ("Abschlagsplan", "Lastschrift", "Mahnung", "Ratenzahlung", "Gutschrift", "Zahlungseingang",
                      "Rückbuchung", "Mahngebühr")),
        ("Abrechnen", ("Jahresrechnung", "Zwischenrechnung", "Nachzahlung", "Verbrauchsvergleich", "Rechnungskorrektur",
                       "Preisanpassung", "Umlagen", "Ablesung")),
        ("Nutzen", ("Verbrauchsanzeige", "Energiespartipp", "Stromausfall", "Nachtstrom", "Ladekarte", "Zählerdefekt",
                    "Netzumbau", "Einspeisung")),
        ("Sich beschweren", ("Reklamation", "Ombudsstelle", "Falsche Rechnung", "Versäumter Termin", "Wartezeit",
                             "Datenschutzauskunft", "Schadensmeldung", "Entschuldigung")),
        ("Bleiben oder gehen", ("Vertragsverlängerung", "Kündigung", "Rückgewinnung", "Schlussrechnung", "Treuekarte",
                                "Weiterempfehlung", "Jubiläum", "Trauerfall")),
    ),
    forms=("Seite im Netz", "Formular im Portal", "Bestätigung per E-Mail", "Rückfrage am Telefon", "Brief",
           "Meldung der App", "Chat", "Gespräch im Kundenzentrum", "Besuch daheim", "Fragen und Antworten"),
    groups=("Mietende", "Eigentum", "Kleingewerbe", "Neukunden", "Langjährige"),
    quotes=("Ich habe dreimal dasselbe erzählt.", "Endlich jemand, der zuhört.", "Das hat zwei Minuten gedauert.",
            "Warum steht das nirgends?", "Die Nummer auf dem Brief stimmt nicht.",
            "So einfach hätte ich es gern immer."),
    hurdles=("Kundennummer wird erneut verlangt", "Antwort dauert vier Tage", "Link führt ins Leere",
             "Fachwörter ohne Erklärung", "Kein Stand einsehbar", "Termin ohne Uhrzeit"),
    opportunities=("Vorausgefüllt aus dem Vertrag", "Status als Nachricht", "Ein Name statt einer Nummer",
                   "Erklärvideo in 30 Sekunden", "Wunschtermin wählen", "Danke sagen"),
    thoughts=("Habe ich etwas vergessen?", "Ist das angekommen?", "Was kostet mich das?", "Mit wem rede ich hier?"),
    needs=("Eine klare Zusage", "Alles an einem Ort", "Einen Namen, der bleibt"),
    steps=(("Begrüßung und Nachfrage", "Beratung am Schalter"), ("Prüfung und Freigabe", "Rückfrage beim Netz"),
           ("Kundensystem", "Portal legt den Vorgang an"), ("Druck und Versand", "Schulung der Neuen")),
    measures=("Texte kürzen und erklären", "Status automatisch melden", "Felder aus dem Vertrag vorbelegen",
              "Rückruf mit Termin", "Schulung: Zuhören", "Zuständigkeit klären"),
    owners=("Leitung Vertrieb", "Leitung Kundenservice", "Leitung Abrechnung", "Leitung IT", "Leitung Netz"),
    round_title="Workshop",
)  # fmt: skip
