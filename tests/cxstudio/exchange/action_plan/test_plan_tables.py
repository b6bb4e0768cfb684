"""The action plan through its door: files as spreadsheet programs read them."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.catalogue.samples import sample
from cxstudio.exchange.action_plan.csv_file import plan_csv
from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx
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
    head = 0 if sheet else 1  # sums stand above the headings of the measures
    return [dict(zip(table[head], row, strict=True)) for row in table[head + 1 :]]


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
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == "A2:AC4"
    assert [c.value for c in sheet[2]] != [c.value for c in english.worksheets[0][2]]
    assert all(isinstance(c.value, str) and c.value for c in sheet[2])
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows == "$1:$2" and sheet.print_area == "'Maßnahmen'!$A$1:$N$4"
    assert sheet.column_dimensions["B"].width > 40


def test_targets_stand_on_their_own_sheet() -> None:
    document = full_plan()
    names = opened(plan_xlsx(document, "en")).sheetnames
    first, second = cells(plan_xlsx(document, "en"), sheet=names.index("Targets"))
    assert (first["No."], second["No."]) == (1, 1)
    assert 2.7 in first.values() and 4.5 in first.values()
    assert "Hotline" in first.values() and "Drop-outs" in second.values()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    document = plan_of(Measure(id="m", title=text, description=text, owner_role=text))
    sheet = opened(plan_xlsx(document, "de")).worksheets[0]
    title = sheet["B3"]
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


def test_the_only_formulas_are_sums_of_our_own() -> None:
    """Money is summed above its column, dropped measures left out; texts of the project never become a formula."""
    dropped = Measure(id="m3", title="=1+1", status=MeasureStatus.DROPPED, cost_once=5, order="a3")
    sheet = opened(plan_xlsx(full_plan().evolve((dropped,)), "de")).worksheets[0]
    formulas = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert formulas == [f'=SUMIFS({c}$3:{c}$205,$H$3:$H$205,"<>verworfen")' for c in ("L", "M", "N")]
    cached = load_workbook(io.BytesIO(plan_xlsx(full_plan().evolve((dropped,)), "de")), data_only=True).worksheets[0]
    assert [cached[f"{c}1"].value for c in ("L", "M", "N")] == [12000, 6000.5, -300]


def test_status_and_owner_are_chosen_from_lists_and_what_is_overdue_is_coloured() -> None:
    book = opened(plan_xlsx(full_plan(), "de"))
    sheet, lists = book.worksheets[0], book["cxstudio lists"]
    assert lists.sheet_state == book["cxstudio"].sheet_state == "veryHidden"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    status, owner = rules["H3:H204"], rules["D3:D204"]
    assert status.type == owner.type == "list" and status.showErrorMessage and not owner.showErrorMessage
    named = [
        [c.value for c in lists[letter] if c.value] for letter in (r.formula1.split("$")[1] for r in (status, owner))
    ]
    assert "erledigt" in named[0] and named[1] == ["Head of service"]
    coloured = {
        str(where.sqref): [r.formula for r in rules] for where, rules in sheet.conditional_formatting._cf_rules.items()
    }
    assert any("TODAY()" in formula for formulas in coloured["G3:G204"] for formula in formulas)


def test_more_than_one_department_gets_a_sheet_each_and_one_alone_its_own_file() -> None:
    other = Department(id="d2", name="Billing: [all]/none", order="a1")
    mine = Measure(id="m3", title="Third", department="d2", owner_name="Ada", order="a3")
    document = full_plan().evolve((other, mine))
    book = opened(plan_xlsx(document, "en", PlanScope(names=True)))
    assert book.sheetnames[:4] == ["Measures", "Service", "Billing all none", "Without a department"]
    assert [book["Billing all none"]["B3"].value, book["Service"]["B3"].value] == ["Third", "One contact per move"]
    alone = opened(plan_xlsx(document, "en", PlanScope("d2")))
    assert alone.sheetnames[:2] == ["Measures", "Targets"] and alone["Measures"]["B3"].value == "Third"
    for names in (True, False):
        values = [
            c.value for row in opened(plan_xlsx(document, "en", PlanScope(names=names))).worksheets[0] for c in row
        ]
        assert ("Ada" in values) is names


def test_a_day_no_spreadsheet_knows_is_written_as_text() -> None:
    document = plan_of(Measure(id="m", title="Old", due=date(1850, 3, 1)))
    assert "1850-03-01" in cells(plan_xlsx(document, "de"))[0].values()


def test_benefits_that_overlap_are_not_added_up() -> None:
    """In the sample the status message saves a part of what one contact person saves: the sum would count it twice."""
    document = sample("lindenfurt", "en", today=date(2026, 4, 20)).document
    sheet = opened(plan_xlsx(document, "en")).worksheets[0]
    assert "overlap" in sheet["B1"].value and sheet["N1"].value is None
    assert sheet["L1"].value.startswith("=SUMIFS(") and sheet["N2"].value == "Benefit per year"


def test_names_nobody_asked_for_are_not_on_the_hidden_sheet_either() -> None:
    document = plan_of(Measure(id="m", title="First", owner_role="Service lead", owner_name="Ada"))
    for names in (True, False):
        with zipfile.ZipFile(io.BytesIO(plan_xlsx(document, "en", PlanScope(names=names)))) as book:
            assert any(b"Ada" in book.read(name) for name in book.namelist()) is names
