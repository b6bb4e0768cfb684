"""Headings that take several rows, hidden rows and columns, formulas nobody worked out."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.tables.table import Table
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.model import SurveyCounts
from cxstudio.wording import texts

EN = texts("en")
ANSWERS = "".join(f"P{n};{n % 5 + 1};{(n * 3) % 5 + 1};{n % 11}\n" for n in range(12))


def table(text: str) -> Table:
    return read_table(ImportRequest(text=text, delimiter=";"))


def test_a_group_above_its_columns_is_part_of_their_names() -> None:
    found = table("Id;How satisfied were you with …;;Recommend?\n;Website;Hotline;\n" + ANSWERS)
    question = "How satisfied were you with …"
    assert found.header == ("Id", f"{question} [Website]", f"{question} [Hotline]", "Recommend?")
    assert (found.first_row, len(found.rows), found.left_out) == (3, 12, ())


def test_codes_above_questions_give_way_to_them() -> None:
    found = table("Id;Q1_1;Q1_2;Q2\nId;The site was fast;The hotline was kind;Would you recommend us?\n" + ANSWERS)
    assert found.header == ("Id", "The site was fast", "The hotline was kind", "Would you recommend us?")


def test_rows_a_survey_tool_adds_below_its_questions_are_no_answers() -> None:
    mark = '"{""ImportId"":""QID1""}"'
    found = table(f"Id;Q1;Q2;Q3\nId;Website;Hotline;NPS\n{mark};{mark};{mark};{mark}\n" + ANSWERS)
    assert found.header == ("Id", "Website", "Hotline", "NPS") and found.first_row == 4


@given(rows=st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=3, max_size=9))
def test_one_row_of_headings_stays_one(rows: list[list[int]]) -> None:
    body = "".join(";".join(map(str, row)) + "\n" for row in rows)
    found = table("Website;Hotline;Bill\n" + body)
    assert found.header == ("Website", "Hotline", "Bill") and len(found.rows) == len(rows)


def workbook(tmp_path: Path, **changes: object) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Id", "Website", "Hotline"])
    for n in range(20):
        sheet.append([n + 1, n % 5 + 1, (n * 3) % 5 + 1])
    if "hidden_rows" in changes:
        for row in (4, 5):
            sheet.row_dimensions[row].hidden = True
    if "hidden_column" in changes:
        sheet.column_dimensions["C"].hidden = True
    if "formulas" in changes:
        for row in range(2, 22):
            sheet.cell(row, 4, f"=B{row}+1")
        sheet.cell(1, 4, "Bill")
    if "lookup" in changes:
        other = book.create_sheet("Lookup", 0)
        other.append(["Code", "Text"])
        other.append([1, "bad"])
        other.sheet_state = "hidden"
    path = tmp_path / "survey.xlsx"
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def answers(path: Path, *decisions: tuple[str, bool]) -> list[int]:
    plan = read_request(ImportRequest(path=path, decisions=decisions))
    return [sum(c.pairs.values()) for c in plan.records if isinstance(c, SurveyCounts)]


def test_hidden_rows_are_left_out_told_and_can_be_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, hidden_rows=True)
    assert answers(path) == [18, 18] and answers(path, ("hidden", True)) == [20, 20]
    said = [entry.said(EN) for entry in read(path).left_out]
    assert said[0] == "Rows 4, 5: 2 rows and columns: they are hidden in the workbook"


def test_a_hidden_column_is_left_out_and_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, hidden_column=True)
    assert read_table(ImportRequest(path=path)).header == ("Id", "Website")
    assert len(answers(path, ("hidden", True))) == 2


def test_a_hidden_sheet_changes_nothing_and_the_sheet_read_is_named(tmp_path: Path) -> None:
    plain = answers(workbook(tmp_path))
    path = workbook(tmp_path, lookup=True)
    assert answers(path) == plain
    assert "Sheet “Sheet” was read, one of 2." in [note.said(EN) for note in read(path).notes]


def test_formulas_without_values_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, formulas=True)
    said = [entry.said(EN) for entry in read(path).left_out]
    assert said[0].startswith("Column D: 20 formulas: their values were never worked out")
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in range(1, 9):
        book.active.append(["x", f"=A{row}", f"=A{row}"])
    book.save(path)
    with pytest.raises(UserError, match="were never worked out"):
        read(path)


def test_merged_headings_reach_over_their_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Survey 2026"])
    sheet.append(["Id", "Expectation", "", "Experience", ""])
    sheet.append(["", "Website", "Hotline", "Website", "Hotline"])
    for n in range(9):
        sheet.append([n + 1, 6, 7, n % 7 + 1, (n * 2) % 7 + 1])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("D2:E2")
    book.save(tmp_path / "merged.xlsx")
    plan = read(tmp_path / "merged.xlsx")
    pairs = [c.pairs for c in plan.records if isinstance(c, SurveyCounts)]
    assert len(pairs) == 2 and all("-" not in key for found in pairs for key in found)
