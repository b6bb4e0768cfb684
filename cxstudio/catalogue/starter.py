"""The file a person begins a catalogue of their own with: what may stand in it, and lines to copy."""

from __future__ import annotations

from typing import Final

from cxstudio.catalogue.rows import COLUMNS
from cxstudio.catalogue.vocabulary import CHANNELS, INDUSTRIES, STAGES
from cxstudio.model.kinds import ContactKind, RequirementKind

_WORDS: Final = {
    "de": (
        "Eigene Kontaktpunkte für die Checkliste neben der Karte: eine Zeile je Kontaktpunkt, Spalten mit Semikolon.",
        "Nötig sind stage und name_de oder name_en. Zeilen, die mit # beginnen, zählen nicht.",
        "Wer die id eines mitgelieferten Eintrags verwendet, ersetzt ihn.",
        "stage (Phase)",
        "industries (Branchen, mit | getrennt; leer: alle; eigene Wörter sind erlaubt)",
        "channel (Kanal; eigene Wörter sind erlaubt)",
        "contact (Kontakt; darf leer sein)",
        "requirement (Anforderung; darf leer sein)",
        "Beispiel zum Abschreiben, ohne das # am Anfang:",
    ),
    "en": (
        "Touchpoints of your own for the check-list beside the map: a line per touchpoint, columns with semicolons.",
        "Needed are stage and name_de or name_en. Lines that begin with # do not count.",
        "An entry with the id of one that comes with the program takes its place.",
        "stage",
        "industries (separated by |; empty: every one; words of your own are welcome)",
        "channel (words of your own are welcome)",
        "contact (may be empty)",
        "requirement (may be empty)",
        "An example to copy, without the # in front:",
    ),
}
_EXAMPLE: Final = (
    "deliver",
    "energy",
    "message",
    "automated",
    "delight",
    "SMS: „Der Strom läuft“",
    "Text message: “The power is on”",
    "Kommt sie am Tag des Einzugs?",
    "Does it come on moving day?",
)


def starter_file(language: str) -> bytes:
    """The file's bytes, as spreadsheets open them: UTF-8 with its mark, semicolons, lines of Windows."""
    about, needed, replaces, stage, industries, channel, contact, requirement, example = _WORDS[language]
    lines = [f"# {about}", f"# {needed}", f"# {replaces}"]
    lines.append(f"# {stage}: " + ", ".join(f"{s.id} ({s.name.say(language)})" for s in STAGES))
    lines.append(f"# {industries}: " + ", ".join(f"{i} ({name.say(language)})" for i, name in INDUSTRIES))
    lines.append(f"# {channel}: " + ", ".join(f"{c.id} ({c.name.say(language)})" for c in CHANNELS))
    lines.append(f"# {contact}: " + ", ".join(ContactKind))
    lines.append(f"# {requirement}: " + ", ".join(RequirementKind))
    lines += [f"# {example}", "# ;" + ";".join(_EXAMPLE), ";".join(COLUMNS), ""]
    return "\r\n".join(lines).encode("utf-8-sig")
