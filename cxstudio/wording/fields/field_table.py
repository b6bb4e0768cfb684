"""The field table: every field and every kind of record once, with its name, help, editor, unit and choices.

Inspector, list columns, XLSX headers and descriptions of changes are made from it. Labels are message ids.
"""

from __future__ import annotations

from enum import StrEnum

from cxstudio.model import Record
from cxstudio.wording.fields import idea_fields as fields_ideas
from cxstudio.wording.fields import journey_fields as fields_journey
from cxstudio.wording.fields import measure_fields as fields_measures
from cxstudio.wording.fields import money_fields as fields_money
from cxstudio.wording.fields import people_fields as fields_people
from cxstudio.wording.fields import project_fields as fields_project
from cxstudio.wording.fields import rating_fields as fields_rating
from cxstudio.wording.fields import workshop_fields as fields_workshops
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.fields.field_declaration import Editor, Field, RecordWords

__all__ = [
    "FIELDS",
    "FIGURES",
    "RECORDS",
    "Editor",
    "Field",
    "RecordWords",
    "choice_label",
    "field_of",
    "fields_of",
    "figure_label",
    "record_words",
]

RECORDS: dict[str, RecordWords] = {
    name: words
    for area in (
        fields_project.RECORDS,
        fields_people.RECORDS,
        fields_journey.RECORDS,
        fields_rating.RECORDS,
        fields_ideas.RECORDS,
        fields_measures.RECORDS,
        fields_money.RECORDS,
        fields_workshops.RECORDS,
    )
    for name, words in area.items()
}
"""Name of the record's class → what it is called and its fields in the order a form shows them."""

FIELDS: dict[tuple[str, str], Field] = {(kind, f.name): f for kind, words in RECORDS.items() for f in words.fields}

FIGURES: dict[str, str] = fields_rating.FIGURES
"""Name of a figure → message id, as `analysis` names them."""


def _name(kind: type[Record] | str) -> str:
    return kind if isinstance(kind, str) else kind.__name__


def field_of(kind: type[Record] | str, name: str) -> Field:
    """The declaration of one field. Raises KeyError where there is none."""
    return FIELDS[_name(kind), name]


def fields_of(kind: type[Record] | str) -> tuple[Field, ...]:
    """All fields of a kind of record, in the order a form shows them."""
    return RECORDS[_name(kind)].fields


def record_words(kind: type[Record] | str) -> RecordWords:
    """What a kind of record is called."""
    return RECORDS[_name(kind)]


def choice_label(member: StrEnum) -> str:
    """Message id of one choice of a field."""
    return CHOICES[type(member).__name__][member.value]


def figure_label(figure: str) -> str:
    """Message id of a figure's name; the name itself where it is a figure of one's own."""
    return FIGURES.get(figure, figure)
