"""A department's sheet: whatever it is called, its name is one a workbook takes."""

import io

import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cxstudio.exchange.action_plan.xlsx_file import sheet_name
from tests.examples import examples


@settings(max_examples=examples(80))
@given(st.lists(st.text(alphabet=st.sampled_from("aA'ß ı\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}😀[]\x00ﬁ"))))
@example(["😀" * 16, "😀" * 20, "😀" * 20])
@example(["a" * 30 + "'s", "' 'x", "'", "", "a" * 29 + "😀", "a" * 31])
def test_every_name_is_taken(names: list[str]) -> None:
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    taken: list[str] = []
    for name in names:
        taken.append(sheet_name(name, taken))
        book.add_worksheet(taken[-1])
    assert len(set(taken)) == len(names)


def test_names_that_fit_stay() -> None:
    assert sheet_name("Kunden & Service", ()) == "Kunden & Service"
    assert sheet_name("Service", ["service"]) == "Service 2"
