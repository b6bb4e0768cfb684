"""What the field table is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, get_args

from annotated_types import Ge, Le

from cxstudio.model import Record
from cxstudio.model.registry import ref_fields
from cxstudio.wording.texts import N_

GENERAL: Final = N_("General")


class Editor(StrEnum):
    """How a field is edited."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    """Short texts, one per line."""
    CHOICE = "choice"
    SEGMENTS = "segments"
    """A choice of few, all in view."""
    CHOICES = "choices"
    """Any number of choices, as chips."""
    REFERENCE = "reference"
    REFERENCES = "references"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    """Held as 0 to 1, shown in per cent."""
    DATE = "date"
    YES_NO = "yes_no"
    MAYBE = "maybe"
    """Yes, no or not known."""
    POINTS = "points"
    """1 to 7."""
    WEIGHT = "weight"
    """0 to 10, as a bar."""
    COLOUR = "colour"
    ICON = "icon"
    ASSET = "asset"
    """A file in the asset store."""
    POSITION = "position"
    """A coordinate, changed by dragging."""
    WORDS = "words"
    ANSWERS = "answers"
    COUNTS = "counts"
    SEALED = "sealed"
    """Something nobody is shown before it is revealed."""


class Days(StrEnum):
    """Which day is meant where only day and month are typed."""

    AHEAD = "ahead"
    """The next one, from the day of `Field.since` on, else from today."""
    PAST = "past"
    """The last one: something has happened."""
    NEAR = "near"
    """The nearest one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field as people see it. `label`, `help`, `unit` and `group` are message ids."""

    name: str
    editor: Editor
    label: str
    help: str = ""
    unit: str = ""
    group: str = GENERAL
    kind: str = ""
    """Name of the record's class."""
    choices: tuple[StrEnum, ...] = ()
    refs: tuple[str, ...] = ()
    """Names of the kinds of record a reference leads to."""
    required: bool = False
    nullable: bool = False
    """Whether None says "not given"."""
    lowest: float | None = None
    highest: float | None = None
    days: Days = Days.NEAR
    since: tuple[str, ...] = ()
    """Fields that lead from the record to the day this one comes after: ("measure", "start")."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What a kind of record is called, and its fields."""

    one: str
    many: str
    fields: tuple[Field, ...]


def record(kind: type[Record], one: str, many: str, *fields: Field) -> tuple[str, RecordWords]:
    """One row of the table; choices, references and limits are read off the record's own declaration."""
    return kind.__name__, RecordWords(one, many, tuple(_completed(kind, f) for f in fields))


def _completed(kind: type[Record], field: Field) -> Field:
    info = kind.model_fields[field.name]
    refs = next((r.kinds for r in ref_fields(kind) if r.name == field.name), ())
    limits = list(_limits(info.metadata, info.annotation))
    return replace(
        field,
        kind=kind.__name__,
        choices=_choices(info.annotation),
        refs=tuple(k.__name__ for k in refs),
        required=info.is_required(),
        nullable=type(None) in get_args(info.annotation),
        lowest=next((float(str(m.ge)) for m in limits if isinstance(m, Ge)), None),
        highest=next((float(str(m.le)) for m in limits if isinstance(m, Le)), None),
    )


def _choices(annotation: Any) -> tuple[StrEnum, ...]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    return next((found for part in get_args(annotation) if (found := _choices(part))), ())


def _limits(metadata: list[Any], annotation: Any) -> list[Any]:
    """Ge and Le marks of a field, wherever pydantic keeps them."""
    found: list[Any] = []
    for mark in metadata:
        found += getattr(mark, "metadata", [mark])
    for part in get_args(annotation):
        if not isinstance(part, type) or get_args(part):
            found += _limits(list(getattr(part, "__metadata__", ())), getattr(part, "__origin__", None))
    return found
