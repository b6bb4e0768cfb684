"""What a text means in a cell of the plan: a value, or one clear sentence."""

from datetime import date

import pytest

from cxstudio.model import Department, Document, Journey, Measure, Stage, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording import texts
from cxstudio.wording.fields.cell_values import cell_value, named_records
from cxstudio.wording.fields.field_table import field_of
from cxstudio.wording.fields.typed_values import BadInput

DOCUMENT = Document(
    (
        Journey(id="j", title="Moving"),
        Stage(id="s", journey="j", name="Register"),
        Touchpoint(id="t", stage="s", name="Call, then wait"),
        Touchpoint(id="u", stage="s", name="Bill", order="a1"),
        Touchpoint(id="v", stage="s", name="Bill", order="a2"),
        Touchpoint(id="w", stage="s", name="Hotline", order="a3"),
        Department(id="d", name="Service"),
    )
)


def read(name: str, text: str, language: str = "de") -> object:
    return cell_value(texts(language), DOCUMENT, field_of(Measure, name), text, None)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("status", "Erledigt", MeasureStatus.DONE),
        ("status", "done", MeasureStatus.DONE),
        ("due", "30.9.2026", date(2026, 9, 30)),
        ("due", "", None),
        ("cost_once", "12.000,50 €", 12000.5),
        ("department", "service", "d"),
        ("quick_win", "ja", True),
        ("effort", "", None),
    ],
)
def test_a_text_becomes_the_value_it_stands_for(name, text, value):
    assert read(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("due", "31.2.", "Bitte einen Tag eingeben"),
        ("due", "1.1.1850", "01.01.1900"),
        ("status", "halb fertig", "„halb fertig“"),
        ("effort", "9", "1 bis 7"),
        ("department", "Lager", "„Lager“"),
        ("title", "", "darf nicht leer sein"),
    ],
)
def test_what_fits_nothing_is_said_in_one_sentence(name, text, said):
    with pytest.raises(BadInput, match=said):
        read(name, text)


def test_names_stand_on_lines_or_between_commas_and_equal_ones_stay_what_they_were():
    field, german = field_of(Measure, "touchpoints"), texts("de")
    assert named_records(german, DOCUMENT, field, "Call, then wait\nHotline", ()) == ("t", "w")
    assert named_records(german, DOCUMENT, field, "hotline, Bill", ("v",)) == ("w", "v")
    for text, said in (("Bill", "Bill"), ("Fax", "„Fax“")):
        with pytest.raises(BadInput, match=said):
            named_records(german, DOCUMENT, field, text, ())
