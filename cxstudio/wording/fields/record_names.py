"""What one record is called where it stands in a sentence or a list."""

from __future__ import annotations

from typing import Final

from cxstudio.model import Document, Id, Idea, Record, Round, Touchpoint
from cxstudio.plain_text import first_words
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.texts import Texts

NAMING: Final = ("name", "title", "text")
"""Fields that say what a record is called, the first one it has counts."""

SHORT: Final = 60


def naming_field(kind: type[Record]) -> str | None:
    """The field that holds what records of a kind are called."""
    return next((name for name in NAMING if name in kind.model_fields), None)


def record_name(record: Record, texts: Texts) -> str:
    """The record's own name on one line, shortened; empty where it has none."""
    if isinstance(record, Round):
        return round_name(record, texts)
    if isinstance(record, Idea) and record.covered:
        return idea_words(record, texts)
    field = naming_field(type(record))
    text = " ".join(str(getattr(record, field)).split()) if field else ""
    return first_words(text, SHORT)


def idea_words(idea: Idea, texts: Texts) -> str:
    """The text of an idea, unless it was written in a silent phase that is not over: then only that it is covered.

    Only the wall of whoever types shows what is covered, and only as long as it is not covered there, too.
    """
    return texts.tr("Covered idea") if idea.covered else idea.text


def round_name(round_: Round, texts: Texts) -> str:
    """A round's title, else its kind and day."""
    if round_.title:
        return round_.title
    labels = CHOICES[type(round_.kind).__name__]
    kind = texts.tr(labels[round_.kind.value])
    kind = kind[:1].upper() + kind[1:]
    return f"{kind}, {texts.long_date(round_.day)}" if round_.day else kind


def name_of(document: Document, record_id: str | None, texts: Texts) -> str:
    """The name of the record with this id; empty where it is gone."""
    record = document.find(record_id)
    return record_name(record, texts) if record is not None else ""


def short_name(document: Document, touchpoint: Id) -> str:
    """A touchpoint's name up to its colon, where it has one and no other touchpoint begins the same way."""
    name = document.get(Touchpoint, touchpoint).name
    head, colon, _ = name.partition(": ")
    if not colon or not head.strip():
        return name
    alike = (t for t in document.all(Touchpoint) if t.name.startswith(head) and t.name[len(head) :][:2] in ("", ": "))
    next(alike)
    return head if next(alike, None) is None else name


def initials(name: str) -> str:
    """First letters of the first and last word of a name."""
    words = [w for w in name.split() if w[0].isalpha()]
    picked = words[:1] + words[1:][-1:]
    return "".join(w[0] for w in picked).upper()
