"""An edited plan comes back: exactly what a colleague changed, and nothing unseen."""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.catalogue.samples import sample
from cxstudio.edits.measures.measure_edits import take_returned
from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.csv_file import plan_csv
from cxstudio.exchange.action_plan.plan_cells import unquoted
from cxstudio.exchange.action_plan.plan_changes import ReturnedPlan, decided
from cxstudio.exchange.action_plan.returned_plan import compare
from cxstudio.exchange.action_plan.returned_table import _table, read_returned
from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx
from cxstudio.exchange.tables.xlsx_reading import opened_workbook
from cxstudio.model import Department, Document, Journey, Measure, Stage, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.store import Store
from cxstudio.wording import texts

GERMAN = texts("de")


def plan() -> Document:
    names = ("Erste", "Zweite", "Dritte", "=1+1", "Fünfte")
    measures = [
        Measure(id=f"m{n}", title=name, order=f"a{n}", department="d1" if n % 2 else "d2", owner_role="Leitung",
                owner_name="Ada", touchpoints=("t",), start=date(2026, 5, 1), due=date(2026, 9, n + 1),
                status=MeasureStatus.PLANNED, progress=n * 10, cost_once=1000.5 * n, notes="a\nb", quick_win=n == 2)
        for n, name in enumerate(names)
    ]  # fmt: skip
    return Document((Journey(id="j", title="J"), Stage(id="s", journey="j", name="S"),
                     Touchpoint(id="t", stage="s", name="Hotline, nachts"), Department(id="d1", name="Service"),
                     Department(id="d2", name="IT", order="a5"), *measures))  # fmt: skip


def book_of(document: Document, language: str = "de", scope: PlanScope | None = None) -> Workbook:
    return load_workbook(io.BytesIO(plan_xlsx(document, language, scope)))


def place(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[2] if cell.value == heading)


def row_of(sheet: Worksheet, measure: str) -> int:
    ids = place(sheet, "ID")
    return next(n for n in range(3, sheet.max_row + 1) if sheet.cell(n, ids).value == measure)


def write(sheet: Worksheet, measure: str, heading: str, value: object) -> None:
    sheet.cell(row_of(sheet, measure), place(sheet, heading)).value = value


def back(book: Workbook, folder: Path, document: Document) -> ReturnedPlan:
    book.save(folder / "plan.xlsx")
    return compare(read_returned(folder / "plan.xlsx"), document, GERMAN)


def edited_by_a_colleague(book: Workbook) -> None:
    """Status, dates, two new rows, one deleted, sorted by title, a column of one's own in the middle."""
    sheet = book.worksheets[0]
    write(sheet, "m0", "Status", "erledigt")
    write(sheet, "m1", "Termin", datetime(2026, 12, 24))
    write(sheet, "m2", "Verantwortlich", "Leitung IT")
    sheet.delete_rows(row_of(sheet, "m4"))
    first = sheet.max_row + 1
    for at, (title, day) in enumerate((("Neue A", datetime(2026, 8, 1)), ("Neue B", None))):
        sheet.cell(first + at, place(sheet, "Titel")).value = title
        sheet.cell(first + at, place(sheet, "Termin")).value = day
    rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=3)]
    rows.sort(key=lambda row: str(row[1]), reverse=True)
    for at, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    sheet.insert_cols(4)
    sheet["D2"] = "Meine Anmerkung"
    sheet["D3"] = "prüfen"


def assert_exactly_those_edits(found: ReturnedPlan) -> None:
    assert {(e.record, e.key, e.values[e.key]) for e in found.edits} == {
        ("m0", "status", MeasureStatus.DONE), ("m1", "due", date(2026, 12, 24)), ("m2", "owner_role", "Leitung IT"),
    }  # fmt: skip
    assert not any(edit.conflict for edit in found.edits)
    assert {(n.title, n.values.get("due")) for n in found.new} == {("Neue A", date(2026, 8, 1)), ("Neue B", None)}
    assert [(m.record, m.sheets) for m in found.missing] == [("m4", ("Maßnahmen",))]
    assert found.problems == ()


def test_what_a_colleague_edited_comes_back_and_nothing_else(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    edited_by_a_colleague(book)
    found = back(book, tmp_path, document)
    assert_exactly_those_edits(found)
    store = Store(document)
    with store.transaction("import") as draft:
        take_returned(draft, decided(found.edits), [n.record for n in found.new], [m.record for m in found.missing])
    after = store.document.all(Measure)
    assert [m.title for m in after] == ["Erste", "Zweite", "Dritte", "=1+1", "Neue B", "Neue A"]
    assert after[0].status is MeasureStatus.DONE and after[3] == document.get(Measure, "m3")


def saved_by_calc(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice Calc saves it; the test is skipped where there is no Calc."""
    office = shutil.which("soffice")
    if office is None or not (Path(office).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice Calc is not installed")
    subprocess.run(
        [office, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "xlsx", "--outdir", str(folder / "saved"), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / "saved" / path.name


@pytest.mark.torture
def test_the_same_after_another_spreadsheet_saved_the_file(tmp_path: Path) -> None:
    """LibreOffice opens what openpyxl edited and saves it: no formula but the sums, and the same edits."""
    document, book = plan(), book_of(plan())
    edited_by_a_colleague(book)
    book.save(tmp_path / "plan.xlsx")
    saved_by_calc(tmp_path / "plan.xlsx", tmp_path)
    assert_exactly_those_edits(compare(read_returned(tmp_path / "saved" / "plan.xlsx"), document, GERMAN))
    saved = (tmp_path / "saved" / "plan.xlsx").read_bytes()
    with opened_workbook(saved, "plan.xlsx", formulas=True) as saved_book:
        cells = [c for sheet in saved_book for row in sheet.iter_rows(values_only=True) for c in row]
    formulas = [cell for cell in cells if isinstance(cell, str) and cell.startswith("=")]
    assert sum(formula.startswith("=SUMIFS(") for formula in formulas) == 9
    assert set(formulas) - {f for f in formulas if f.startswith("=SUMIFS(")} == {"=1+1"}  # a title, as text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("names", [True, False])
def test_a_table_nobody_touched_changes_nothing(tmp_path: Path, language: str, names: bool) -> None:
    document, scope = plan(), PlanScope(names=names)
    (tmp_path / "plan.xlsx").write_bytes(plan_xlsx(document, language, scope))
    (tmp_path / "plan.csv").write_bytes(plan_csv(document, language, scope))
    for ending in ("xlsx", "csv"):
        found = compare(read_returned(tmp_path / f"plan.{ending}"), document, GERMAN)
        assert found.says_nothing and not found.problems and not found.notes


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.dates(date(1900, 3, 1)), st.floats(0, 10**9), st.integers(0, 100))
def test_no_text_day_or_number_comes_back_as_another(title, notes, day, cost, progress) -> None:
    measure = Measure(id="m", title=title or "x", notes=notes, due=day, cost_once=cost, progress=progress)
    document = Document((measure,))
    lines = list(csv.reader(io.StringIO(plan_csv(document, "de").decode("utf-8-sig"), newline=""), delimiter=";"))
    table = _table("x", [("", [[unquoted(cell) for cell in row] for row in lines], ())], None)
    assert compare(table, document, GERMAN).edits == ()


def test_what_changed_here_meanwhile_is_a_conflict_and_stays_until_somebody_says_so(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    write(book.worksheets[0], "m0", "Status", "läuft")
    write(book.worksheets[0], "m1", "Titel", "Zweite, neu")
    here = document.evolve(
        (document.get(Measure, "m0").model_copy(update={"status": MeasureStatus.DONE, "notes": "c"}),)
    )
    conflict, edit = back(book, tmp_path, here).edits
    assert (conflict.conflict, conflict.given, conflict.here, conflict.there) == (True, "Geplant", "Erledigt", "Läuft")
    assert not edit.conflict and edit.there == "Zweite, neu"


def test_workbooks_of_departments_are_taken_one_after_another(tmp_path: Path) -> None:
    document = plan()
    books = {d: book_of(document, scope=PlanScope(d)) for d in ("d1", "d2")}
    write(books["d1"].worksheets[0], "m1", "Fortschritt", 0.9)
    write(books["d2"].worksheets[0], "m2", "Fortschritt", "75 %")
    store = Store(document)
    for book in books.values():
        found = back(book, tmp_path, store.document)
        assert len(found.edits) == 1 and not found.edits[0].conflict and not found.missing
        with store.transaction("import") as draft:
            take_returned(draft, decided(found.edits), (), ())
    assert [m.progress for m in store.document.all(Measure)] == [0, 90, 75, 30, 40]


def test_the_same_row_on_two_sheets_counts_once_and_says_where_they_differ(tmp_path: Path) -> None:
    book, document = book_of(plan()), plan()
    service = book["Service"]
    write(service, "m1", "Status", "läuft")
    write(service, "m3", "Aufwand", 3)
    write(book.worksheets[0], "m3", "Aufwand", 4)
    service.cell(service.max_row + 1, place(service, "Titel")).value = "Nur hier"
    found = back(book, tmp_path, document)
    assert [(e.record, e.values[e.key]) for e in found.edits] == [("m1", MeasureStatus.RUNNING)]
    assert "Aufwand" in found.problems[0].said(GERMAN) and len(found.problems) == 1
    assert found.new[0].values["department"] == "d1"


BAD: dict[str, tuple[Callable[[Worksheet], object], str]] = {
    "due before start": (lambda s: write(s, "m0", "Termin", datetime(2026, 4, 1)), "01.04.2026 liegt vor dem Beginn"),
    "no such day": (lambda s: write(s, "m0", "Termin", "31.2."), "„31.2.“"),
    "before 1900": (lambda s: write(s, "m0", "Termin", "1.1.1850"), "01.01.1900"),
    "a status nobody knows": (lambda s: write(s, "m0", "Status", "fast fertig"), "„fast fertig“"),
    "a department nobody knows": (lambda s: write(s, "m0", "Abteilung", "Lager"), "„Lager“"),
    "a touchpoint that is gone": (lambda s: write(s, "m0", "Kontaktpunkte", "Fax"), "„Fax“"),
    "no title": (lambda s: write(s, "m0", "Titel", None), "darf nicht leer sein"),
    "two rows with one id": (lambda s: write(s, "m4", "ID", "m0"), "dieselbe ID"),
    "an id nobody knows": (lambda s: write(s, "m4", "ID", "fremd"), "Diese ID gibt es hier nicht"),
    "a new row without a title": (lambda s: s.cell(9, place(s, "Status"), "läuft"), "keinen Titel"),
    "a formula without a result": (lambda s: write(s, "m0", "Kosten einmalig", "=1000*2"), "Formel ohne Ergebnis"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_sentence_and_nothing_is_lost(tmp_path: Path, name: str) -> None:
    spoil, said = BAD[name]
    document, book = plan(), book_of(plan(), scope=PlanScope())
    for sheet in book.sheetnames[1:3]:
        del book[sheet]  # the departments' own sheets
    spoil(book.worksheets[0])
    found = back(book, tmp_path, document)
    assert len(found.problems) == 1 and said in found.problems[0].said(GERMAN)
    assert found.edits == () and found.new == ()
    assert {m.record for m in found.missing} <= {"m4"}


def test_an_owner_who_was_removed_is_an_edit_that_says_so(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    bare = document.evolve((document.get(Measure, "m0").model_copy(update={"owner_name": ""}),))
    write(book.worksheets[0], "m0", "Verantwortlich", None)
    edit = back(book, tmp_path, bare).edits[0]
    assert edit.values["owner_role"] == "" and edit.hint is not None and "verantwortlich" in edit.hint.said(GERMAN)


def test_what_was_deleted_here_meanwhile_stays_deleted_and_says_so_where_it_was_edited(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    write(book.worksheets[0], "m0", "Status", "läuft")
    without = Document(r for r in document if r.id not in ("m0", "m1"))
    found = back(book, tmp_path, without)
    assert found.says_nothing and len(found.problems) == 1 and "Erste" in found.problems[0].said(GERMAN)


def _without_ids(book: Workbook) -> None:
    for sheet in book.worksheets[:3]:
        sheet.delete_cols(place(sheet, "ID"))


def _shuffled(book: Workbook) -> None:
    sheet = book.worksheets[0]
    title = place(sheet, "Titel")
    sheet.cell(3, title).value, sheet.cell(4, title).value = sheet.cell(4, title).value, sheet.cell(3, title).value


def _foreign(book: Workbook) -> None:
    for name in book.sheetnames[1:]:
        del book[name]
    book.worksheets[0].delete_rows(1, 20)
    book.worksheets[0]["A1"] = "Umsatz"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_ids, "keine Spalte „ID“"),
        (_shuffled, "ohne die Spalte „ID“ sortiert"),
        (_foreign, "kein Maßnahmenplan"),
    ],
)
def test_a_workbook_that_cannot_be_told_row_by_row_is_refused(tmp_path: Path, spoil, said: str) -> None:
    from cxstudio.wording.error_sentences import sentence

    book = book_of(plan())
    spoil(book)
    with pytest.raises(UserError) as refused:
        back(book, tmp_path, plan())
    assert said in sentence(refused.value, GERMAN)


@pytest.mark.parametrize("number", [0, 1, -1], ids=["measures", "department", "check-ins"])
def test_a_sheet_that_lost_its_ids_beside_others_is_named_and_nothing_of_it_is_missing(
    tmp_path: Path, number: int
) -> None:
    document = sample("lindenfurt", "de").document
    book = book_of(document)
    sheet = [s for s in book.worksheets if any(c.value == "ID" for c in s[2])][number]
    for column in range(3, 6):
        for row in range(3, 9):
            sheet.cell(row, column).value = "anders"
    sheet.delete_cols(place(sheet, "ID"))
    found = back(book, tmp_path, document)
    assert [p for p in found.problems if f"„{sheet.title}“ hat keine Spalte „ID“ mehr" in p.said(GERMAN)]
    assert found.says_nothing


def test_the_plan_of_another_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="do not belong"):
        back(book_of(plan()), tmp_path, Document((Measure(id="x", title="Andere"),)))


def test_a_csv_as_excel_saves_it_comes_back_and_never_deletes(tmp_path: Path) -> None:
    document = plan()
    lines = plan_csv(document, "de").decode("utf-8-sig").replace("geplant", "erledigt", 1)
    rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter=";"))
    rows = [rows[0], *rows[2:], rows[1]][:-2] + [rows[1]]
    rows.append(["", "Neue Zeile", *[""] * (len(rows[0]) - 2)])
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    (tmp_path / "plan.csv").write_bytes(out.getvalue().encode("cp1252"))
    found = compare(read_returned(tmp_path / "plan.csv"), document, GERMAN)
    assert [(e.record, e.values[e.key], e.conflict) for e in found.edits] == [("m0", MeasureStatus.DONE, False)]
    assert [n.title for n in found.new] == ["Neue Zeile"] and found.missing == ()
    assert "nicht in der Tabelle" in found.notes[0].said(GERMAN)


def test_a_benefit_that_is_worked_out_here_is_not_overwritten(tmp_path: Path) -> None:
    document = sample("lindenfurt", "de", today=date(2026, 4, 20)).document
    first = document.all(Measure)[0]
    book = book_of(document)
    write(book.worksheets[0], first.id, "Nutzen im Jahr", 99)
    found = back(book, tmp_path, document)
    assert found.edits == () and "berechnet CX Studio" in found.problems[0].said(GERMAN)
