"""Words the glossary rejects stand nowhere in the German catalogue; the command field may still find them."""

import re

from babel.messages.pofile import read_po

from cxstudio.resources import resource_path
from ui.main_window.all_commands import COMMANDS

SYNONYMS = {row.synonyms for row in COMMANDS if row.synonyms}


def german() -> dict[str, object]:
    with resource_path("locale/de/LC_MESSAGES/cxstudio.po").open("rb") as file:
        return {m.id if isinstance(m.id, str) else m.id[0]: m.string for m in read_po(file, locale="de") if m.id}


REJECTED = (
    r"\bTouchpoint",
    r"Berührungspunkt",
    r"Soll-Reise",
    r"Messrunde",
    r"Akteurskarte",
    r"Sichtweise",
    r"Schmerzen",
    r"\bGewinne\b",
    r"\bClustern\b|\bclustern\b",
    r"Kanban",
    r"\banonym",
)


def test_rejected_words_stand_nowhere() -> None:
    found = []
    for msgid, message in german().items():
        if msgid in SYNONYMS:
            continue
        for text in [message] if isinstance(message, str) else message:
            found += [text for pattern in REJECTED if re.search(pattern, text)]
    assert found == []
