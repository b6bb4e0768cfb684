"""Targets, check-ins and dependencies come back with an edited plan, as measures do."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxstudio.edits.measures.measure_edits import take_returned
from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.csv_file import plan_csv
from cxstudio.exchange.action_plan.plan_changes import ReturnedPlan, decided
from cxstudio.exchange.action_plan.returned_plan import compare
from cxstudio.exchange.action_plan.returned_table import read_returned
from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx
from cxstudio.model import CheckIn, Document, Journey, Measure, Stage, Target, Touchpoint
from cxstudio.model.kinds import TargetFigure
from cxstudio.store import Store
from cxstudio.wording import texts

WORDS = texts("en")


def plan() -> Document:
    return Document((
        Journey(id="j", title="J"), Stage(id="s", journey="j", name="S"), Touchpoint(id="t", stage="s", name="Hotline"),
        Measure(id="a", title="First", order="a", depends_on=("c",)), Measure(id="b", title="Second", order="b"),
        Measure(id="c", title="Third", order="c", progress=10),
        Target(id="g1", measure="a", touchpoint="t", from_value=2.7, to_value=4.5, by=date(2026, 9, 30)),
        Target(id="g2", measure="b", figure=TargetFigure.OWN, label="Drop-outs", unit="%", from_value=38, to_value=20),
        CheckIn(id="k1", measure="c", day=date(2026, 6, 1), text="begun", progress=10),
    ))  # fmt: skip


def book_of(document: Document, language: str = "en") -> Workbook:
    return load_workbook(io.BytesIO(plan_xlsx(document, language)))


def back(book: Workbook, folder: Path, document: Document) -> ReturnedPlan:
    book.save(folder / "plan.xlsx")
    return compare(read_returned(folder / "plan.xlsx"), document, WORDS)


def put(sheet: Worksheet, record: str | int, **cells: object) -> None:
    """Write cells of the row of a record, or of the row with a number; `_` in a heading stands for a space."""
    head = next(row for row in sheet.iter_rows(max_row=3) if any(cell.value == "ID" for cell in row))
    places = {cell.value: cell.column for cell in head}
    rows = {sheet.cell(n, places["ID"]).value: n for n in range(head[0].row + 1, sheet.max_row + 1)}
    row = record if isinstance(record, int) else rows[record]
    for heading, value in cells.items():
        sheet.cell(row, places[heading.replace("_", " ")]).value = value


def taken(document: Document, found: ReturnedPlan) -> Document:
    store = Store(document)
    with store.transaction("import") as draft:
        new, gone = [n.record for n in found.new], [m.record for m in found.missing]
        take_returned(draft, decided(found.edits), new, gone)
    return store.document


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_workbook_nobody_touched_changes_nothing(tmp_path: Path, language: str) -> None:
    found = back(book_of(plan(), language), tmp_path, plan())
    assert found.says_nothing and not found.problems and not found.notes


def test_what_was_edited_on_every_sheet_comes_back_and_nothing_else(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    put(book["Measures"], "b", Depends_on="1, 3")
    targets, check_ins = book["Targets"], book["Check-ins"]
    put(targets, "g1", **{"To (goal)": 5, "By": datetime(2026, 12, 24)})
    targets.delete_rows(3)
    put(targets, 3, **{"No.": 3, "Figure": "Complaints", "To (goal)": 4, "Unit": "a week"})
    put(check_ins, "k1", Text="well begun")
    put(check_ins, 3, Measure="third", Day=datetime(2026, 7, 1), Progress=0.6, Text="half done")
    found = back(book, tmp_path, document)
    assert found.problems == () and found.notes == ()
    assert [(e.record, dict(e.values)) for e in found.edits] == [
        ("b", {"depends_on": ("a", "c")}), ("g1", {"to_value": 5.0}), ("g1", {"by": date(2026, 12, 24)}),
        ("k1", {"text": "well begun"}),
    ]  # fmt: skip
    assert [(n.kind, n.title) for n in found.new] == [
        (Target, "Third · Complaints → 4\N{NO-BREAK SPACE}a week"), (CheckIn, "Third · 1 Jul 2026: 60%, half done"),
    ]  # fmt: skip
    assert [(m.record, m.sheets) for m in found.missing] == [("g2", ("Targets",))]
    after = taken(document, found)
    assert after.get(Measure, "c").progress == 60 and after.get(Measure, "b").depends_on == ("a", "c")
    assert after.find("g2") is None and len(after.having(CheckIn, "measure", "c")) == 2
    assert [t.label for t in after.having(Target, "measure", "c")] == ["Complaints"]


def test_numbers_mean_the_measures_they_were_given_to(tmp_path: Path) -> None:
    """A measure that came first meanwhile changes every number here, and none in the table."""
    document, book = plan(), book_of(plan())
    here = document.evolve((Measure(id="0", title="New here", order="A"),))
    assert back(book, tmp_path, here).says_nothing
    put(book["Measures"], "b", Depends_on=3)
    (edit,) = back(book, tmp_path, here).edits
    assert edit.values == {"depends_on": ("c",)} and edit.there == "4" and not edit.conflict
    meanwhile = here.evolve((here.get(Measure, "b").model_copy(update={"depends_on": ("0",)}),))
    (edit,) = back(book, tmp_path, meanwhile).edits
    assert edit.conflict and edit.here == "1"
    (tmp_path / "plan.csv").write_bytes(plan_csv(document, "en"))
    assert compare(read_returned(tmp_path / "plan.csv"), here, WORDS).edits == ()


def test_dependencies_may_turn_round_and_a_circle_is_named(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    put(book["Measures"], "a", Depends_on=None)
    put(book["Measures"], "c", Depends_on="1")
    after = taken(document, back(book, tmp_path, document))
    assert after.get(Measure, "c").depends_on == ("a",) and after.get(Measure, "a").depends_on == ()
    put(book["Measures"], "a", Depends_on="3")
    found = back(book, tmp_path, document)
    assert found.edits == () and "3 → 1 → 3" in found.problems[0].said(WORDS)
    put(book["Measures"], "a", Depends_on=None)
    both = back(book, tmp_path, document)
    with pytest.raises(UserError):  # only one of the two ticked
        taken(document, replace(both, edits=tuple(e for e in both.edits if e.record == "c")))


def test_rows_of_a_measure_new_in_the_same_workbook_are_added_with_it(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    put(book["Measures"], 6, Title="Train the hotline", **{"No.": 7})
    put(book["Targets"], 4, Measure="train the hotline", **{"Figure": "Complaints", "To (goal)": 4})
    put(book["Targets"], 5, **{"No.": 7, "Figure": "Calls", "To (goal)": 9})
    put(book["Check-ins"], 3, Measure="Train the hotline", Text="begun", Progress=0.2)
    found = back(book, tmp_path, document)
    assert found.problems == ()
    assert [(n.title.split(" · ")[0], n.measure_at is not None) for n in found.new] == [
        ("Train the hotline", False), *[("Train the hotline", True)] * 3,
    ]  # fmt: skip
    after = taken(document, found)
    made = after.all(Measure)[-1]
    assert (made.title, made.progress) == ("Train the hotline", 20)
    assert [t.label for t in after.having(Target, "measure", made.id)] == ["Complaints", "Calls"]
    assert [c.text for c in after.having(CheckIn, "measure", made.id)] == ["begun"]
    without = replace(found, new=tuple(n for n in found.new if n.kind is not Measure))
    assert taken(document, without) == document, "nothing without the measure it belongs to"


def test_measures_wait_for_one_that_is_new_in_the_same_workbook(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    put(book["Measures"], 6, Title="Train the hotline", **{"No.": 7, "Depends on": "8, 1"})
    put(book["Measures"], 7, Title="Hire a trainer", **{"No.": 8})
    put(book["Measures"], "b", Depends_on=8)
    found = back(book, tmp_path, document)
    assert found.problems == () and found.edits[0].there == "8"
    after = taken(document, found)
    train, hire = after.all(Measure)[-2:]
    assert train.depends_on == (hire.id, "a") and after.get(Measure, "b").depends_on == (hire.id,)
    alone = replace(found, new=tuple(n for n in found.new if n.title != "Hire a trainer"))
    assert taken(document, alone).all(Measure)[-1].depends_on == ("a",), "nobody waits for what was not added"
    put(book["Measures"], 7, **{"Depends on": 7})
    with pytest.raises(UserError):
        taken(document, back(book, tmp_path, document))


BAD: dict[str, tuple[Callable[[Workbook], object], str]] = {
    "a number no measure has": (lambda b: put(b["Measures"], "b", Depends_on="9"), "no measure “9”"),
    "a decimal instead of two numbers": (lambda b: put(b["Measures"], "b", Depends_on=1.3), "no measure “1.3”"),
    "itself": (lambda b: put(b["Measures"], "b", Depends_on="2"), "2 → 2"),
    "no such day": (lambda b: put(b["Targets"], "g1", By="31.2."), "“31.2.”"),
    "a word as a number": (lambda b: put(b["Targets"], "g1", **{"To (goal)": "many"}), "“many”"),
    "a touchpoint nobody knows": (lambda b: put(b["Targets"], "g1", Touchpoint="Fax"), "“Fax”"),
    "no figure": (lambda b: put(b["Targets"], "g1", Figure=None), "must not be empty"),
    "a new target of no measure": (lambda b: put(b["Targets"], 4, **{"To (goal)": 3}), "which measure"),
    "a new check-in of two": (
        lambda b: put(b["Check-ins"], 3, **{"No.": 1, "Measure": "Second", "Text": "x"}),
        "which",
    ),
    "two rows with one id": (lambda b: put(b["Targets"], "g2", ID="g1"), "the same ID"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    spoil, said = BAD[name]
    book = book_of(plan())
    spoil(book)
    found = back(book, tmp_path, plan())
    assert len(found.problems) == 1 and said in found.problems[0].said(WORDS)
    assert found.edits == () and found.new == ()


def test_a_figure_keeps_its_kind_unless_its_name_says_another(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    put(book["Targets"], "g1", Figure="Emotion")
    put(book["Targets"], "g2", Figure="Drop-outs a month")
    first, second = back(book, tmp_path, document).edits
    assert first.values == {"figure": TargetFigure.EMOTION, "label": ""}
    assert second.values == {"figure": TargetFigure.OWN, "label": "Drop-outs a month"}


def test_columns_that_only_sum_up_say_where_to_change_it(tmp_path: Path) -> None:
    book = book_of(plan())
    put(book["Measures"], "a", Targets="Experience 6")
    put(book["Targets"], "g1", Measure="Another")
    notes = [note.said(WORDS) for note in back(book, tmp_path, plan()).notes]
    assert "on their own sheets" in notes[1] and "“Measure”" in notes[0] and len(notes) == 2


def test_a_csv_file_says_that_targets_come_back_with_the_workbook(tmp_path: Path) -> None:
    lines = plan_csv(plan(), "en").decode("utf-8-sig")
    assert lines.count("2.7 → 4.5") == 1
    (tmp_path / "plan.csv").write_text(lines.replace("2.7 → 4.5", "6"), encoding="utf-8")
    (note,) = compare(read_returned(tmp_path / "plan.csv"), plan(), WORDS).notes
    assert "come back with the Excel workbook" in note.said(WORDS)


def test_an_older_check_in_does_not_set_the_progress_back(tmp_path: Path) -> None:
    document, book = plan(), book_of(plan())
    put(book["Check-ins"], 3, **{"No.": 3, "Day": datetime(2026, 5, 1), "Progress": 0.05, "Text": "asked"})
    assert taken(document, back(book, tmp_path, document)).get(Measure, "c").progress == 10
