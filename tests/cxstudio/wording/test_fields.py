"""Every field stands once, with words in both languages."""

from enum import StrEnum
from inspect import getmembers, isclass

import pytest
from babel.messages.pofile import read_po

from cxstudio.model import BY_NAME, kinds
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.resources import resource_path
from cxstudio.wording import texts
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.fields.field_table import FIELDS, FIGURES, RECORDS, Editor, choice_label, field_of

ENUMS = [e for _, e in getmembers(kinds, isclass) if issubclass(e, StrEnum) and e is not StrEnum] + [LaneKind]


def german() -> dict[str, str]:
    with resource_path("locale/de/LC_MESSAGES/cxstudio.po").open("rb") as file:
        return {m.id if isinstance(m.id, str) else m.id[0]: m.string for m in read_po(file, locale="de") if m.id}


def test_every_field_of_every_record_stands_once() -> None:
    declared = {(kind, name) for kind, record in BY_NAME.items() for name in record.model_fields}
    assert {(kind, name) for kind, name in declared if name not in ("id", "order")} == set(FIELDS)
    assert set(RECORDS) == set(BY_NAME)
    assert all(field.kind == kind for (kind, _), field in FIELDS.items())
    assert len(FIELDS) == sum(len(words.fields) for words in RECORDS.values())


def test_every_word_of_the_table_has_a_german_text() -> None:
    have = german()
    wanted = {w for words in RECORDS.values() for w in (words.one, words.many)} | set(FIGURES.values())
    wanted |= {t for f in FIELDS.values() for t in (f.label, f.help, f.group) if t}
    wanted |= {label for labels in CHOICES.values() for label in labels.values()}
    wanted |= {f.unit for f in FIELDS.values() if f.unit not in ("", "%", "€")}
    assert sorted(w for w in wanted if not have.get(w)) == []


@pytest.mark.parametrize("enum", ENUMS, ids=lambda e: e.__name__)
def test_every_choice_has_a_label_of_its_own(enum: type[StrEnum]) -> None:
    labels = [choice_label(member) for member in enum]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert len({texts("de").tr(label) for label in labels}) == len(labels)


def test_members_of_the_same_value_keep_their_own_label() -> None:
    assert choice_label(kinds.TargetFigure.OWN) != choice_label(LaneKind.OWN)
    assert texts("de").tr(choice_label(kinds.Travels.NOTHING)) == "nichts"


def test_choices_references_and_limits_are_read_off_the_records() -> None:
    assert field_of("Touchpoint", "requirement").choices == tuple(kinds.RequirementKind)
    assert field_of("Touchpoint", "departments").refs == ("Department",)
    effort = field_of("Measure", "effort")
    assert (effort.lowest, effort.highest, effort.nullable) == (1, 7, True)
    assert field_of("Measure", "title").required


def test_editor_fits_what_the_field_holds() -> None:
    for field in FIELDS.values():
        if field.editor in (Editor.CHOICE, Editor.CHOICES, Editor.SEGMENTS):
            assert field.choices, field
        if field.editor in (Editor.REFERENCE, Editor.REFERENCES):
            assert field.refs, field
