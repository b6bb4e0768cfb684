"""Answers in unusual forms: one a row, as codes of a tool, on sliders, in per cent, with few steps given."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.exchange.import_reading import read_import
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.survey_mapping import ColumnUse, Role, SurveyMapping
from tests.cxstudio.exchange.test_survey_doubts import NAMES, asked, means, surveys, table_of
from tests.examples import examples


def first_accepted(text: str, plan: ImportPlan) -> ImportPlan:
    while plan.doubts:
        plan = read_request(ImportRequest(text=text, mapping=plan.doubts[0].choices[0].mapping, reader="survey"))
    return plan


@settings(max_examples=examples(15))
@given(rows=surveys(), shuffled=st.randoms(use_true_random=False))
def test_one_row_per_answer_is_one_row_per_person(rows: list[list[str]], shuffled: object) -> None:
    lines = [f"P{at};{name};{cell}" for at, row in enumerate(rows, 1) for name, cell in zip(NAMES, row, strict=True)]
    shuffled.shuffle(lines)  # type: ignore[attr-defined]
    text = "Teilnehmer;Frage;Antwort\n" + "\n".join(lines) + "\n"
    plan = read(text=text)
    assert means(plan) == means(read(text=table_of(rows))) and plan.repairs[0].accepted
    reading = read_import(ImportRequest(text=text))
    assert set(NAMES) <= set(reading.header)


@settings(max_examples=examples(15))
@given(rows=surveys(), prefix=st.sampled_from(("AO0", "A", "L00", "opt_")), turned=st.booleans())
def test_codes_of_a_survey_tool_are_asked_in_both_directions(rows: list[list[str]], prefix: str, turned: bool) -> None:
    before = means(read(text=table_of(rows)))
    text = table_of([[f"{prefix}{cell}" for cell in row] for row in rows])
    plan = read(text=text)
    (doubt,) = plan.doubts
    assert doubt.id.startswith("words:") and means(plan) == before
    if turned:
        plan = read_request(ImportRequest(text=text, mapping=doubt.choices[1].mapping, reader="survey"))
        assert {name: 6 - mean for name, (mean, _) in means(plan).items()} == pytest.approx(
            {name: mean for name, (mean, _) in before.items()}
        )


@settings(max_examples=examples(15))
@given(rows=surveys(), written=st.sampled_from(("{}%", "{} %", "{}")))
def test_a_slider_whose_answers_are_five_steps_has_five(rows: list[list[str]], written: str) -> None:
    before = means(read(text=table_of(rows)))
    names = NAMES if "%" in written else tuple(f"{name} (0-100)" for name in NAMES)
    text = table_of([[written.format((int(cell) - 1) * 25) for cell in row] for row in rows], names)
    plan = read(text=text)
    assert "slider" in asked(plan) and {n for n, _ in means(plan).values()} == {n for n, _ in before.values()}
    assert sorted(means(plan).values()) == sorted(before.values())


@settings(max_examples=examples(15))
@given(st.lists(st.tuples(*[st.integers(0, 100)] * 3), min_size=12, max_size=30))
def test_the_mean_of_a_slider_lies_within_half_a_step(rows: list[tuple[int, int, int]]) -> None:
    columns = tuple(ColumnUse(name=name, role=Role.EXPERIENCE, lowest=0, highest=100) for name in NAMES)
    text = table_of([list(map(str, row)) for row in rows])
    for points in (5, 7, 10, 11):
        plan = read(text=text, mapping=SurveyMapping(scale=points, columns=columns), reader="survey")
        for at, name in enumerate(NAMES):
            exact = 1 + sum(row[at] for row in rows) / len(rows) / 100 * (points - 1)
            assert abs(means(plan)[name][0] - exact) <= 0.5


@pytest.mark.parametrize("heading", ["Wartezeit in Minuten", "Umsatz (EUR)", "Alter", "Anzahl Besuche"])
def test_amounts_are_no_sliders(heading: str) -> None:
    rows = "".join(f"P{n};{n * 7 % 101};{n * 13 % 101}\n" for n in range(1, 31))
    plan = read(text=f"Id;{heading};{heading} im Vorjahr\n{rows}")
    assert not plan.records


def test_per_cent_in_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["ID", "Website", "Hotline"])
    for n in range(20):
        book.active.append([n + 1, (n % 5) / 4, ((n * 2) % 5) / 4])
    for row in book.active.iter_rows(min_row=2, min_col=2):
        for cell in row:
            cell.number_format = "0%"
    book.save(tmp_path / "answers.xlsx")
    plan = read(tmp_path / "answers.xlsx")
    assert "slider" in asked(plan) and means(plan) == {"Website": (3.0, 20), "Hotline": (3.0, 20)}
    assert any(note.id.startswith("Answers from {lowest} to {highest} are grouped") for note in plan.notes)


@pytest.mark.parametrize("values", [(1, 5), (2, 4), (1, 2)])
@pytest.mark.parametrize("label", ["", "Mittelwert", "Zielwert"])
def test_columns_everybody_answered_alike_are_answers_whose_scale_is_asked(values: tuple[int, int], label: str) -> None:
    rows = "".join(f"Person {n};{values[0]};{values[1]}\n" for n in range(1, 15))
    text = "Name;Website;Hotline\n" + rows + (f"{label};5;5\n" if label else "")
    plan = read(text=text)
    assert "scale" in asked(plan) and means(plan) == {"Website": (values[0], 14), "Hotline": (values[1], 14)}
    assert not first_accepted(text, plan).doubts


def test_two_questions_about_the_same_things_keep_their_names_apart() -> None:
    rows = "".join(f"{n % 5 + 1};{(n * 2) % 5 + 1};{(n * 3) % 5 + 1};{(n * 4) % 5 + 1}\n" for n in range(30))
    plan = read(text="How friendly [Site];How friendly [Bill];How quick [Site];How quick [Bill]\n" + rows)
    assert set(means(plan)) == {"How friendly: Site", "How friendly: Bill", "How quick: Site", "How quick: Bill"}


def test_a_saved_mapping_with_ends_of_its_own_is_read_on_them() -> None:
    columns = tuple(ColumnUse(name=name, role=Role.EXPERIENCE, lowest=0, highest=10) for name in NAMES)
    text = table_of([[str(n % 11)] * 3 for n in range(22)])
    plan = read(text=text, mapping=SurveyMapping(scale=10, columns=columns), reader="survey")
    assert plan.scale == 11 and means(plan)["Website"] == (6.0, 22)
