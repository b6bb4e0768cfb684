"""The Lindenfurt sample in German. Everything in it is invented."""

from __future__ import annotations

from cxstudio.catalogue.samples.story import MeasureWords, NoteWords, PersonaWords, Story, TouchpointWords
from cxstudio.model.kinds import Evidence, ExpectationOrigin, NoteKind

_T = TouchpointWords
_INTERVIEW, _ASSUMPTION = Evidence.INTERVIEW, Evidence.ASSUMPTION

TOUCHPOINTS = (
    _T("Website „Strom ummelden“", "Jana sucht, was sie wann melden muss. Drei Anmeldeseiten stehen zur Wahl."),
    _T("Tarifrechner", "Der Rechner kennt nur eine Adresse; den Preis für die alte Wohnung rechnet Jana selbst aus."),
    _T("Vergleichsportal", "Jana prüft, ob ein Wechsel sich lohnt.", factual="Externes Portal"),
    _T(
        "Umzugsformular",
        "17 Felder, darunter Zählernummer und Marktlokation. Die Nummern hängen am Zähler der alten Wohnung.",
        factual="17 Pflichtfelder, keine Zwischenspeicherung",
        promise="In fünf Minuten umgemeldet",
    ),
    _T("Bestätigung", "Eine E-Mail sagt, dass die Anmeldung einging, nicht aber, wie es weitergeht."),
    _T(
        "Ummeldung im Kundenzentrum",
        "Wer hingeht, ist nach einem Gespräch fertig.",
        relationship="Das Kundenzentrum zeigt, wie gut es gehen kann",
    ),
    _T("Zählerstand per Foto", "Die App liest den Stand aus dem Foto und bedankt sich."),
    _T(
        "Hotline: „Ist die Abmeldung durch?“",
        "Jana ruft an, weil niemand die Abmeldung bestätigt. "
        "Das Servicecenter sieht den Stand beim Netzbetreiber nicht.",
        factual="Auskunft ohne Einblick in den Stand beim Netz",
        relationship="Jeder Anruf beginnt von vorn",
        promise="Alles aus einer Hand",
    ),
    _T("Rückruf zur Zählernummer", "Das Netz ruft zurück, wann es passt; wer nicht abnimmt, beginnt von vorn."),
    _T(
        "Zählerwechsel: Monteur",
        "Der Monteur kommt pünktlich, erklärt den neuen Zähler und räumt auf.",
        relationship="Der Monteur nimmt sich Zeit",
    ),
    _T("Begrüßungsschreiben mit Abschlag", "Ein neuer Abschlag steht im Brief, ein Grund dafür nicht."),
    _T(
        "Schlussrechnung alte Wohnung",
        "Drei Wochen später kommen zwei Rechnungen für einen Zeitraum. Keine erklärt die Nachzahlung.",
        factual="Zwei Rechnungen, ein Zeitraum",
    ),
    _T("Abschlag im Portal ändern", "Manche finden den Regler sofort, andere nach drei Anläufen."),
    _T(
        "Karte „Gut angekommen?“",
        "Eine Karte mit Unterschrift, sechs Wochen nach dem Einzug. Bisher nur vom Kundenzentrum.",
        relationship="Die Karte „Gut angekommen?“",
    ),
)

JANA = PersonaWords(
    name="Jana Brandt",
    occupation="Projektleiterin",
    facts="Partner, ein Kind; zieht in der Stadt um, Bestandskundin, online",
    quote="Ich will am Umzugstag nicht auch noch an Strom denken.",
    goals=("Alles an einem Abend erledigen", "Keine doppelte Rechnung"),
    frustrations=("Angaben, die längst bekannt sind", "Hotline ohne Gedächtnis"),
    best="Bankumzug in zehn Minuten",
    worst="Sechs Wochen ohne Internet nach dem letzten Umzug",
    source="6 Interviews, 2 Annahmen",
    sources={
        ExpectationOrigin.PROMISE: "„Alles aus einer Hand“ im Prospekt",
        ExpectationOrigin.COMPETITORS: "Versandhandel mit Live-Status",
        ExpectationOrigin.EARLIER_EXPERIENCE: "Bankumzug in zehn Minuten",
        ExpectationOrigin.VALUES: "Zeit ist für die Familie da",
        ExpectationOrigin.STATE_OF_MIND: "Müde, mitten in Kisten",
    },
)
WERNER = PersonaWords(
    name="Werner Kowalski",
    occupation="Rentner",
    facts="zieht in eine kleinere Wohnung, ruft an oder geht hin",
    quote="Ich möchte einmal mit jemandem reden, der Bescheid weiß.",
    goals=("Nichts falsch machen",),
    frustrations=("Nummern, die er nicht kennt",),
    best="Die Sparkasse, wo man ihn mit Namen begrüßt",
    worst="Ein Sprachcomputer, der ihn nicht verstand",
    source="2 Interviews",
    sources={
        ExpectationOrigin.PROMISE: "„Immer für Sie da“ auf der Rechnung",
        ExpectationOrigin.COMPETITORS: "Was die Nachbarn erzählen",
        ExpectationOrigin.EARLIER_EXPERIENCE: "40 Jahre Kunde",
        ExpectationOrigin.VALUES: "Ein Wort gilt",
        ExpectationOrigin.STATE_OF_MIND: "Unsicher, allein mit den Papieren",
    },
)

_N, _Q, _H, _O = NoteWords, NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY
NOTES = (
    _N(4, _Q, "17 Felder, und die Zählernummer hing in der alten Wohnung.", _INTERVIEW),
    _N(8, _Q, "Dreimal verbunden, dreimal von vorn erzählt.", _INTERVIEW),
    _N(12, _Q, "Ich verstehe nicht, wofür ich 212 Euro nachzahle.", Evidence.COMPLAINT),
    _N(14, _Q, "Eine Karte mit Unterschrift. Von einem Energieversorger!", Evidence.SURVEY),
    _N(4, _H, "Marktlokation unbekannt, 38 % brechen ab", Evidence.FIGURE),
    _N(8, _H, "Servicecenter sieht den Stand beim Netzbetreiber nicht", Evidence.OBSERVATION),
    _N(9, _H, "Rückruf ohne Termin", _ASSUMPTION),
    _N(11, _H, "Neuer Abschlag ohne Begründung", Evidence.COMPLAINT),
    _N(12, _H, "Zwei Rechnungen, ein Zeitraum, keine Erklärung", _INTERVIEW),
    _N(5, _O, "Bestätigung mit Checkliste und Statuslink", _ASSUMPTION),
    _N(7, _O, "Foto liest auch die Zählernummer", _ASSUMPTION),
    _N(10, _O, "Monteur kündigt sich namentlich an", _ASSUMPTION),
    _N(14, _O, "Karte für alle statt nur fürs Kundenzentrum", _ASSUMPTION),
    _N(0, NoteKind.THINKS_FEELS, "Habe ich etwas vergessen?", _INTERVIEW),
    _N(0, NoteKind.THINKS_FEELS, "Die wissen doch, dass ich Kundin bin", _INTERVIEW),
    _N(0, NoteKind.THINKS_FEELS, "Strom muss einfach da sein", _INTERVIEW),
    _N(0, NoteKind.SEES, "Werbung für Wechselprämien", _ASSUMPTION),
    _N(0, NoteKind.SEES, "drei Login-Seiten", _INTERVIEW),
    _N(0, NoteKind.HEARS, "Nachbar: „Bei denen ging’s schnell“", _ASSUMPTION),
    _N(0, NoteKind.SAYS_DOES, "ruft dreimal an", _INTERVIEW),
    _N(0, NoteKind.SAYS_DOES, "fotografiert den Zähler", _INTERVIEW),
    _N(0, NoteKind.PAIN, "Muss alles dreimal erzählen", _INTERVIEW),
    _N(0, NoteKind.PAIN, "Doppelte Abschläge im Umzugsmonat", _INTERVIEW),
    _N(0, NoteKind.GAIN, "Ein Klick, eine Zusage", _INTERVIEW),
    _N(0, NoteKind.GAIN, "Jemand denkt mit", _INTERVIEW),
)

MEASURES = (
    MeasureWords(
        "Eine Ansprechperson je Umzug, Rückruf in 24\N{NO-BREAK SPACE}h",
        "Leitung Kundenservice",
        "Wer anruft, bekommt einen Namen und binnen 24 Stunden einen Rückruf. "
        "Daten vom Netz nur mit Einwilligung. Nutzen: 6.400 Umzüge × 0,4 Anrufe weniger.",
        "2.560 Anrufe × 7,50 €",
        (("", "", ""), ("Anrufe je Umzug", "", "")),
    ),
    MeasureWords(
        "Formular von 17 auf 6 Pflichtfelder, Zählernummer per Foto",
        "Leitung Vertrieb",
        "Was längst bekannt ist, wird nicht mehr gefragt. "
        "Nutzen: 4.800 Anmeldungen online × 18 % weniger Abbrüche, auf Hunderter gerundet.",
        "864 Abbrüche × 12 €",
        (("Abbruch", "%", ""),),
    ),
    MeasureWords(
        "Schlussrechnung mit Erklärseite",
        "Leitung Abrechnung",
        "Eine Seite sagt in einfachen Sätzen, woraus der Betrag entsteht. Wir entscheiden nach der Befragung.",
        "",
        (("", "", ""), ("Rückfragen", "%", "")),
    ),
    MeasureWords(
        "Tarifrechner: Preis für beide Wohnungen",
        "Produktmanagement",
        "Der Rechner nimmt die alte und die neue Adresse und zeigt beide Preise.",
        "",
        (("", "", ""),),
    ),
    MeasureWords(
        "Statusmeldung „Abmeldung durch, Strom läuft“",
        "Leitung IT",
        "Eine Nachricht, sobald die Abmeldung bestätigt ist und sobald der Strom läuft.",
        "in Maßnahme 1 enthalten",
        (("Statusanrufe", "%", "in Maßnahme 1 enthalten"),),
    ),
    MeasureWords(
        "Karte „Gut angekommen?“ für alle",
        "Teamleitung Kundenzentrum",
        "Alle, die umgezogen sind, bekommen die Karte, nicht nur Gäste des Kundenzentrums.",
        "",
        (("", "", ""),),
    ),
)

STORY = Story(
    title="Stadtwerke Lindenfurt – Umzug",
    client="Stadtwerke Lindenfurt",
    question="Warum rufen Umziehende zweimal an, und was ändern wir zuerst?",
    begins="Mietvertrag unterschrieben",
    ends="sechs Wochen nach Einzug",
    not_part="Hausanschluss, Gewerbe",
    volume="6.400 Umzüge im Jahr",
    journey="Umzug",
    journey_owner="Leitung Kundenservice",
    departments={
        "marketing": "Marketing",
        "sales": "Vertrieb",
        "service": "Kundenservice",
        "grid": "Netz",
        "billing": "Abrechnung",
        "it": "IT",
        "product": "Produktmanagement",
        "contractor": "Dienstleister (für Netz)",
    },
    channels={
        "web": "Web",
        "portal": "Portal",
        "mail": "E-Mail",
        "app": "App",
        "phone": "Telefon",
        "letter": "Brief",
        "centre": "vor Ort",
        "home": "vor Ort zu Hause",
    },
    stages=(
        ("Informieren", "Wissen, was zu tun ist und was es kostet"),
        ("Anmelden", "Alles an einem Abend erledigen"),
        ("Übergeben", "Die alte Wohnung ohne offene Fragen verlassen"),
        ("Einziehen", "Licht an, und nichts fehlt"),
        ("Abrechnen", "Verstehen, wofür man zahlt"),
        ("Bleiben", "Sich gut aufgehoben fühlen"),
    ),
    touchpoints=TOUCHPOINTS,
    personas=(JANA, WERNER),
    notes=NOTES,
    measures=MEASURES,
    workshop="Kundenreise Umzug",
    place="Lindenfurt, Kundenzentrum",
    round_titles=("Runde 1", "Runde 2"),
    survey_source="Befragung Umgezogener, April 2026",
    decision_by="Geschäftsleitung",
    without_decision="Es bleibt bei 0,9 Anrufen je Umzug.",
    headlines={
        "decision": "Umziehende erfahren nicht, ob ihre Abmeldung angekommen ist. "
        "Drei von 14 Kontaktpunkten enttäuschen bei dem, was selbstverständlich sein muss.",
        "map": "Die Hotline ist das tiefste Tief der Reise",
        "map_lead": "Nach der Übergabe an das Netz weiß im Kundenservice niemand, wie es steht. "
        "Das Kundenzentrum zeigt, wie gut es gehen kann.",
    },
)
