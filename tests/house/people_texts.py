"""What people read, by language: catalogue of texts, handbook, help, samples, templates and typical touchpoints."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from babel.messages.pofile import read_po

from tests.house.program_text import ROOT
from ui.main_window.all_commands import COMMANDS

SEARCHED = frozenset(row.synonyms for row in COMMANDS if row.synonyms)
"""Words the command field finds a command by: what people call a thing, not what the program calls it."""
_RESOURCES = ROOT / "resources"


def messages() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each text of the catalogue, English and German: one form, or two where it counts things."""
    with (_RESOURCES / "locale/de/LC_MESSAGES/cxstudio.po").open("rb") as file:
        found = [message for message in read_po(file, locale="de") if message.id]
    return [(_forms(message.id), _forms(message.string)) for message in found if message.id not in SEARCHED]


def _forms(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@cache
def texts_read(language: str) -> tuple[tuple[str, str], ...]:
    """Where a text stands, and the text; `language` is "de" or "en"."""
    return tuple(_found(language))


def _found(language: str) -> Iterator[tuple[str, str]]:
    for english, german in messages():
        yield from (("catalogue of texts", text) for text in (german if language == "de" else english))
    for path in sorted((_RESOURCES / "help").glob("*.md")):
        if path.name.endswith(f".{language}.md") or (language == "en" and not path.name.endswith(".de.md")):
            yield from ((path.name, line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    for path in sorted((_RESOURCES / "catalogue/samples").glob(f"*.{language}.toml")):
        yield from ((path.name, text) for text in _strings(tomllib.loads(path.read_text(encoding="utf-8"))))
    for name in ("methods", "templates", "vocabulary"):
        content = tomllib.loads((_RESOURCES / f"catalogue/{name}.toml").read_text(encoding="utf-8"))
        yield from ((name, text) for text in _in_language(content, language))
    with (_RESOURCES / "catalogue/touchpoints.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            yield from (("touchpoints", row[f"{part}_{language}"]) for part in ("name", "note"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _in_language(value: Any, language: str) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"de", "en"}:
            yield value[language]
            return
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _in_language(part, language)
