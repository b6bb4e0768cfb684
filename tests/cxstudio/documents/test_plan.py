"""The action plan through its door: files as spreadsheet programs read them."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from cxstudio.documents.plan import plan_csv, plan_xlsx
from cxstudio.model import CheckIn, Department, Document, Journey, Measure, Stage, Target, Touchpoint
from cxstudio.model.kinds import CostState, Evidence, MeasureStatus, TargetFigure

FORMULAS = ["=1+1", "+49 30", "-2 days", "@cmd", "\t=1", "\r=1", "  =HYPERLINK(1)", "＝1"]


def plan_of(*measures: Measure) -> Document:
    return Document(
        (
            Journey(id="j", title="Moving"),
            Stage(id="s", journey="j", name="Register"),
            Touchpoint(id="t", stage="s", name="Hotline"),
            Touchpoint(id="u", stage="s", name="Call back"),
            Department(id="d", name="Service"),
            *measures,
        )
    )


def full_plan() -> Document:
    first = Measure(
        id="m1",
        title="One contact per move",
        touchpoints=("t", "u"),
        owner_role="Head of service",
        department="d",
        due=date(2026, 9, 30),
        status=MeasureStatus.PROPOSED,
        effort=4,
        impact=6,
        quick_win=True,
        cost_once=12000,
        cost_per_year=6000.5,
        cost_state=CostState.PLANNED,
        progress=40,
        basis_evidence=Evidence.ASSUMPTION,
    )
    second = Measure(id="m2", title="Second", order="a1", depends_on=("m1",), benefit_per_year=-300)
    target = Target(id="z", measure="m1", figure=TargetFigure.EXPERIENCE, touchpoint="t", from_value=2.7, to_value=4.5)
    own = Target(
        id="z2",
        measure="m1",
        figure=TargetFigure.OWN,
        label="Drop-outs",
        unit="%",
        from_value=38,
        to_value=20,
        order="a2",
    )
    check = CheckIn(id="c", measure="m1", day=date(2026, 5, 2), text="started", progress=40)
    document = plan_of(first, second)
    return document.evolve((target, own, check))


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def cells(content: bytes, sheet: int = 0) -> list[dict[str, object]]:
    table = list(opened(content).worksheets[sheet].iter_rows(values_only=True))
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]


def test_the_workbook_holds_real_dates_and_numbers() -> None:
    first, second = cells(plan_xlsx(full_plan(), "en"))
    assert first["No."] == 1
    assert datetime(2026, 9, 30) in first.values()
    assert 12000 in first.values() and 6000.5 in first.values() and 0.4 in first.values()
    assert first["Targets"] == "Experience 2.7 → 4.5\nDrop-outs 38 → 20%"
    assert first["Last check-in"] == "2 May 2026: 40%, started"
    assert "Hotline\nCall back" in first.values()
    assert -300 in second.values()


@pytest.mark.parametrize(
    ("language", "fall", "level"),
    [("en", "Calls down by 40%", "Online → 40%"), ("de", "Calls um 40\u00a0% senken", "Online → 40\u00a0%")],
)
def test_a_share_below_zero_is_a_fall_and_one_above_a_level_to_reach(language: str, fall: str, level: str) -> None:
    common = {"measure": "m1", "figure": TargetFigure.OWN, "unit": "%"}
    down = Target(id="z3", label="Calls", to_value=-40, order="a3", **common)
    up = Target(id="z4", label="Online", to_value=40, order="a4", **common)
    first, _ = cells(plan_xlsx(full_plan().evolve((down, up)), language))
    column = "Targets" if language == "en" else "Ziele"
    assert str(first[column]).split("\n")[-2:] == [fall, level]


def test_headings_stay_filter_and_are_translated() -> None:
    english, german = (opened(plan_xlsx(full_plan(), language)) for language in ("en", "de"))
    sheet = german.worksheets[0]
    assert sheet.title == "Maßnahmen"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:AC3"
    assert [c.value for c in sheet[1]] != [c.value for c in english.worksheets[0][1]]
    assert all(isinstance(c.value, str) and c.value for c in sheet[1])
    assert sheet.column_dimensions["B"].width > 40


def test_targets_stand_on_their_own_sheet() -> None:
    first, second = cells(plan_xlsx(full_plan(), "en"), sheet=1)
    assert (first["No."], second["No."]) == (1, 1)
    assert 2.7 in first.values() and 4.5 in first.values()
    assert "Hotline" in first.values() and "Drop-outs" in second.values()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    document = plan_of(Measure(id="m", title=text, description=text, owner_role=text))
    sheet = opened(plan_xlsx(document, "de")).worksheets[0]
    title = sheet["B2"]
    assert title.data_type in "s"
    assert title.value.strip() == text.strip() and title.quotePrefix
    rows = list(csv.reader(io.StringIO(plan_csv(document, "de").decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1][1] == "'" + text.replace("\r", "\n")


def test_csv_follows_the_language() -> None:
    german, english = plan_csv(full_plan(), "de"), plan_csv(full_plan(), "en")
    assert german.startswith(b"\xef\xbb\xbf")
    assert "30.09.2026" in german.decode("utf-8-sig") and ";6000,5;" in german.decode("utf-8-sig")
    assert "2026-09-30" in english.decode("utf-8-sig") and ",6000.5," in english.decode("utf-8-sig")
    assert ";-300;" in german.decode("utf-8-sig")


def test_an_empty_plan_is_a_table_with_headings() -> None:
    empty = Document()
    assert cells(plan_xlsx(empty, "de")) == []
    assert len(plan_csv(empty, "en").decode("utf-8-sig").splitlines()) == 1


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_xlsx(full_plan(), "de") == plan_xlsx(full_plan(), "de")


def test_texts_no_table_can_hold_are_cut_not_lost_silently() -> None:
    document = plan_of(Measure(id="m", title="x\x00\ud800y", description="w" * 40_000))
    row = cells(plan_xlsx(document, "en"))[0]
    assert "xy" in row.values()
    assert any(isinstance(v, str) and v.endswith("w…") and len(v) == 32_767 for v in row.values())
    assert plan_csv(document, "en").decode("utf-8-sig").count("w…") == 1
