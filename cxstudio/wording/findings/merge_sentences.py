"""Changes and conflicts of two copies in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from cxstudio.merging.conflicts import Conflict, Side
from cxstudio.model import Id, LaneSetting, MeasureChange, Note, Record
from cxstudio.model.base import GROUP_VOICE
from cxstudio.plain_text import first_words
from cxstudio.store import Change
from cxstudio.store.changes import ABSENT
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.fields.field_table import FIELDS, RECORDS, Editor, Field
from cxstudio.wording.fields.record_names import SHORT, naming_field, record_name
from cxstudio.wording.fields.typed_values import NUMBERS, number_text
from cxstudio.wording.texts import N_, Texts

Find = Callable[[Id], Record | None]
_NOTHING: Final = "–"
_MOST_ITEMS: Final = 8
_BESIDE: Final = ("order",)
"""Fields that are told as the place of a record."""


@dataclass(frozen=True, slots=True)
class ConflictLines:
    """One conflict as people read it."""

    kind: str
    name: str
    what: str
    """The field, or what happened to the record."""
    before: str
    here: str
    there: str
    here_means: str = ""
    """What follows if the record stays deleted, or comes back."""
    there_means: str = ""
    both: str = ""
    """What keeping both gives."""


def summary(changes: Iterable[Change], texts: Texts) -> str:
    """What a number of changes is about: "Touchpoints: 2 added, 3 changed; Notes: 4 added"."""
    added: dict[str, set[Id]] = {}
    changed: dict[str, set[Id]] = {}
    deleted: dict[str, set[Id]] = {}
    for change in changes:
        if change.kind is MeasureChange:
            continue  # what changed of a measure is told by the measure
        where = added if change.creates else deleted if change.removes else changed
        where.setdefault(change.kind.__name__, set()).add(change.record_id)
    parts = []
    for kind, words in RECORDS.items():
        counted = (
            texts.tr(told, n=texts.number(len(found[kind])))
            for found, told in ((added, N_("{n} added")), (changed, N_("{n} changed")), (deleted, N_("{n} deleted")))
            if kind in found
        )
        said = ", ".join(counted)
        if said:
            parts.append(f"{texts.tr(words.many)}: {said}")
    return "; ".join(parts)


def conflict_lines(conflict: Conflict, find: Find, texts: Texts) -> ConflictLines:
    """What is to be decided, and what either side says."""
    kind = texts.tr(RECORDS[conflict.kind.__name__].one)
    name = record_name(conflict.record, texts) or _belongs_to(conflict.record, find, texts)
    if conflict.fields == (naming_field(conflict.kind),) and conflict.before:
        name = first_words(str(conflict.before[0]), SHORT)
    if not conflict.fields:
        return _of_record(conflict, kind, name, find, texts)
    tell = [_told(conflict, values, find, texts) for values in (conflict.before, conflict.here, conflict.there)]
    before = tell[0] if conflict.before else ""
    what = _field_words(conflict, find, texts)
    twice = conflict.both and conflict.fields == ("text",)
    both = "" if not conflict.both else texts.tr("as two records") if twice else texts.tr("one below the other")
    return ConflictLines(kind, name, what, before, tell[1], tell[2], both=both)


def _of_record(conflict: Conflict, kind: str, name: str, find: Find, texts: Texts) -> ConflictLines:
    trn = texts.trn
    along = len(conflict.along)
    gone = (
        trn("Deleted, with {n} more record", "Deleted, with {n} more records", along) if along else texts.tr("Deleted")
    )
    if conflict.added:
        what, kept = texts.tr("deleted or changed"), _news(conflict, find, texts)
        stays = texts.tr("If it stays deleted, new text from the other copy is kept in the parking lot.")
        back = (
            trn("If it is kept, {n} more record comes back, too.", "If it is kept, {n} more records come back, too.",
                along)
            if along else ""
        )  # fmt: skip
    else:
        what = texts.tr("only in this project") if conflict.gone is Side.THERE else texts.tr("only in the other copy")
        gone, kept, stays, back = texts.tr("Is not there"), texts.tr("Is there"), "", ""
    here = conflict.gone is Side.HERE
    if here:
        return ConflictLines(kind, name, what, "", gone, kept, stays, back)
    return ConflictLines(kind, name, what, "", kept, gone, back, stays)


def _news(conflict: Conflict, find: Find, texts: Texts) -> str:
    """What the other copy did with it: the new texts, else what it changed."""
    for change in conflict.added:
        if change.creates and isinstance(change.after, Note):
            kind = texts.tr(RECORDS[Note.__name__].one)
            return texts.tr("{kind} added: {text}", kind=kind, text=texts.quoted(change.after.text))
    for change in conflict.added:
        field = FIELDS.get((change.kind.__name__, str(change.field)))
        if field is not None and change.record_id == conflict.record.id:
            value = value_words(field, change.after, find, texts)
            return texts.tr("{field}: {value}", field=texts.tr(field.label), value=value)
    return summary(conflict.added, texts)


def _field_words(conflict: Conflict, find: Find, texts: Texts) -> str:
    if "order" in conflict.fields:
        return texts.tr("Place")
    if len(conflict.fields) > 1:
        return texts.tr("Counts")
    field = FIELDS.get((conflict.kind.__name__, conflict.fields[0]))
    label = texts.tr(field.label) if field is not None else conflict.fields[0]
    key = conflict.place[2]
    return label if key is None else f"{label}, {_key_words(key, find, texts)}"


def _key_words(key: str, find: Find, texts: Texts) -> str:
    if key == GROUP_VOICE:
        return texts.tr("the group")
    record = find(key)
    if record is None:
        return key
    return record_name(record, texts) or texts.tr(RECORDS[type(record).__name__].one)


def _told(conflict: Conflict, values: tuple[Any, ...], find: Find, texts: Texts) -> str:
    """The values of one side."""
    if not values:
        return ""
    kind = conflict.kind.__name__
    if len(conflict.fields) == 1:
        field = FIELDS.get((kind, conflict.fields[0]))
        return value_words(field, values[0], find, texts) if field is not None else str(values[0])
    if "order" in conflict.fields:
        owners = [find(v) for name, v in zip(conflict.fields, values, strict=True) if name not in _BESIDE and v]
        named = [record_name(owner, texts) for owner in owners if owner is not None]
        moved = values[0] != conflict.before[0] if conflict.before else False
        place = texts.tr("moved") if moved else texts.tr("at its place")
        return ", ".join([*(texts.quoted(name) for name in named if name), place])
    told: list[str] = []
    for name, value in zip(conflict.fields, values, strict=True):
        field = FIELDS.get((kind, name))
        if field is None or not value:
            continue
        if field.editor in {Editor.COUNTS, Editor.INTEGER}:
            number = sum(value.values()) if field.editor is Editor.COUNTS else value
            told.append(f"{texts.tr(field.label)}: {texts.number(number)}")
        elif field.editor is Editor.YES_NO:
            told.append(texts.tr(field.label))
    return ", ".join(told) or _NOTHING


def value_words(field: Field, value: Any, find: Find, texts: Texts) -> str:
    """A value of a field as it stands in a sentence; a dash where there is none."""
    if value is None or value is ABSENT or value in ("", ()):
        return _NOTHING
    if field.editor is Editor.SEALED:
        return texts.tr("covered")
    if isinstance(value, bool):
        return texts.tr("yes") if value else texts.tr("no")
    if isinstance(value, tuple):
        said = [value_words(field, each, find, texts) for each in value[:_MOST_ITEMS]]
        return ", ".join(said) + (" …" if len(value) > _MOST_ITEMS else "")
    if isinstance(value, StrEnum):
        labels = CHOICES.get(type(value).__name__, {})
        return texts.tr(labels[value.value]) if value.value in labels else value.value
    if field.refs and isinstance(value, str):
        record = find(value)
        return record_name(record, texts) or _NOTHING if record is not None else _NOTHING
    if field.editor is Editor.DATE:
        return texts.date(value)
    if field.editor is Editor.MONEY and not isinstance(value, str):
        return texts.money(value)
    if field.editor in NUMBERS:
        return f"{number_text(texts, field, value)} {texts.tr(field.unit)}".strip()
    if isinstance(value, int | float):
        return number_text(texts, field, value)
    return str(value)


def _belongs_to(record: Record, find: Find, texts: Texts) -> str:
    """The name of what a nameless record stands at: ratings at their touchpoint, a lane by its kind."""
    if isinstance(record, LaneSetting):
        return texts.tr(CHOICES[type(record.kind).__name__][record.kind.value])
    for name in ("touchpoint", "idea", "measure", "persona", "about", "source", "journey"):
        owner = find(target) if (target := getattr(record, name, None)) else None
        if owner is not None:
            return first_words(record_name(owner, texts), SHORT)
    return ""
