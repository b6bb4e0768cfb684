"""Measured values out of a sheet: a month per column, a row per month, with and without years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.lists.measured_values import month_end, read_series, read_when, series_in
from cxstudio.wording import texts

TODAY = date(2026, 10, 20)
GERMAN = texts("de")


def test_a_month_per_column_with_a_figure_per_row() -> None:
    cells = [
        ["Kennzahlen Umzug", "", "", "", ""],
        ["", "Jan", "Feb", "März", "Apr."],
        ["Anrufe je Umzug", "0,92", "0,88", "k. A.", "0,9"],
        ["Abbruch in %", "38 %", "37 %", "n.n.", "38 %"],
    ]
    calls, drop_out = read_series(cells, GERMAN, TODAY)
    assert calls.label == "Anrufe je Umzug" and calls.left_out == ()
    assert dict(calls.values) == {date(2026, 1, 31): 0.92, date(2026, 2, 28): 0.88, date(2026, 4, 30): 0.9}
    assert drop_out.left_out == ("n.n.",) and drop_out.values[date(2026, 4, 30)] == 38.0


def test_a_row_per_month_is_the_same_sheet_on_its_side() -> None:
    cells = [["Monat", "Anrufe"], ["2025-12", "0,9"], ["2026-01", "0,8"]]
    (found,) = read_series(cells, GERMAN, TODAY)
    assert found.label == "Anrufe" and dict(found.values) == {date(2025, 12, 31): 0.9, date(2026, 1, 31): 0.8}


def test_months_without_a_year_end_by_today_and_pass_new_year() -> None:
    (found,) = read_series([["Nov", "Dez", "Jan"], ["1", "2", "3"]], GERMAN, TODAY)
    assert list(found.values) == [date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31)]
    (ahead,) = read_series([["Oktober", "November"], ["1", "2"]], GERMAN, TODAY)
    assert list(ahead.values) == [date(2025, 10, 31), date(2025, 11, 30)]
    (this,) = read_series([["September", "Oktober"], ["1", "2"]], GERMAN, TODAY)
    assert list(this.values) == [date(2026, 9, 30), date(2026, 10, 31)]


def test_a_year_above_the_months_counts() -> None:
    cells = [["", "2024", "", "2025"], ["", "Nov", "Dez", "Jan"], ["Anrufe", "1", "2", "3"]]
    (found,) = read_series(cells, GERMAN, TODAY)
    assert list(found.values) == [date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31)]


@pytest.mark.parametrize("cells", [[], [[""]], [["Anrufe", "1", "2"]], [["Jan", "Feb"]], [["Mo", "Di"], ["1", "2"]]])
def test_what_names_no_months_holds_no_series(cells: list[list[str]]) -> None:
    assert read_series(cells, GERMAN, TODAY) == ()


@given(st.integers(2000, 2030), st.integers(1, 11), st.lists(st.integers(0, 99), min_size=2, max_size=12))
def test_months_with_their_years_are_read_as_they_stand(year: int, month: int, values: list[int]) -> None:
    months = [(year + (month + n - 1) // 12, (month + n - 1) % 12 + 1) for n in range(len(values))]
    heads = [f"{m:02}/{y}" for y, m in months]
    (found,) = read_series([["", *heads], ["x", *map(str, values)]], GERMAN, TODAY)
    assert dict(found.values) == {month_end(y, m): float(v) for (y, m), v in zip(months, values, strict=True)}


def test_what_is_no_month_is_none() -> None:
    assert [read_when(word) for word in ("13/2026", "Mayo", "12", "Summe", "")] == [None] * 5


def test_first_days_of_months_as_a_workbook_writes_them_are_months() -> None:
    (found,) = read_series([["", "2026-01-01", "2026-02-01"], ["Anrufe", "1", "2"]], GERMAN, TODAY)
    assert list(found.values) == [date(2026, 1, 31), date(2026, 2, 28)]


def test_a_workbook_is_read_with_its_months(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Kennzahl", date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)])
    sheet.append(["Anrufe je Umzug", 0.92, 0.88, None])
    sheet.append(["Abbruch", 38, 37, 39])
    book.save(tmp_path / "months.xlsx")
    calls, drop_out = series_in(tmp_path / "months.xlsx", "de", TODAY)
    assert list(calls.values.values()) == [0.92, 0.88] and drop_out.values[date(2026, 3, 31)] == 39
