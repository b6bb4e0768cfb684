"""What an import cannot know for certain is asked, with a proposal; nothing that is no answer changes a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.exchange.survey.word_scales import FAMILIES
from cxstudio.model import SurveyCounts, Touchpoint
from cxstudio.wording import texts

EN = texts("en")
NAMES = ("Website", "Hotline", "Bill")


def table_of(rows: list[list[str]], names: tuple[str, ...] = NAMES) -> str:
    return "\n".join([";".join(("Id", *names)), *(f"P{at};" + ";".join(row) for at, row in enumerate(rows, 1))]) + "\n"


def means(plan: ImportPlan) -> dict[str, tuple[float, int]]:
    """Mean experience and number of answers of each touchpoint."""
    names = {r.id: r.name for r in plan.records if isinstance(r, Touchpoint)}
    found = {}
    for counts in (r for r in plan.records if isinstance(r, SurveyCounts)):
        given = [(int(key.split("|")[1]), n) for key, n in counts.pairs.items() if key.split("|")[1] != "-"]
        n = sum(times for _, times in given)
        found[names[counts.touchpoint]] = (sum(value * times for value, times in given) / n if n else 0.0, n)
    return found


def asked(plan: ImportPlan) -> set[str]:
    return {doubt.id for doubt in plan.doubts}


@st.composite
def surveys(draw: st.DrawFn, points: int = 5) -> list[list[str]]:
    """Rows in which every step was given in every column."""
    size = draw(st.integers(points, points + 8))
    columns = []
    for _ in NAMES:
        rest = draw(st.lists(st.integers(1, points), min_size=size - points, max_size=size - points))
        columns.append(draw(st.permutations([*range(1, points + 1), *rest])))
    return [[str(column[at]) for column in columns] for at in range(size)]


@given(rows=surveys(), code=st.sampled_from(("8", "9", "77", "88", "98", "99", "999", "-9", "-99")), data=st.data())
def test_a_code_for_no_answer_changes_no_mean_and_is_asked(
    rows: list[list[str]], code: str, data: st.DataObject
) -> None:
    before = means(read(text=table_of(rows)))
    extra = [["", "", ""] for _ in range(data.draw(st.integers(1, 3)))]
    for row in extra:
        row[data.draw(st.integers(0, 2))] = code
    plan = read(text=table_of([*rows, *extra]))
    assert "missing" in asked(plan)
    assert {name: mean for name, (mean, _) in means(plan).items()} == pytest.approx(
        {name: mean for name, (mean, _) in before.items()}
    )


@given(
    rows=surveys(7),
    label=st.sampled_from(("Summe", "Mittelwert", "Ø", "Total", "Minimum", "Max", "Vorjahr", "Zielwert")),
)
def test_a_row_of_totals_changes_no_mean_and_is_asked(rows: list[list[str]], label: str) -> None:
    before = means(read(text=table_of(rows)))
    plan = read(text=table_of(rows) + f"{label};4;5;6\n")
    assert means(plan) == before and "rows:totals" in asked(plan)
    counted = next(d for d in plan.doubts if d.id == "rows:totals").choices[1].mapping
    assert isinstance(counted, SurveyMapping)
    again = read_request(ImportRequest(text=table_of(rows) + f"{label};4;5;6\n", mapping=counted, reader="survey"))
    assert means(again)["Website"][1] == before["Website"][1] + 1 and "rows:totals" not in asked(again)


@given(points=st.integers(3, 11), data=st.data())
def test_the_length_of_a_scale_is_seen_or_asked(points: int, data: st.DataObject) -> None:
    rows = data.draw(surveys(points)) if points < 11 else [[str(n)] * 3 for n in range(11)]
    plan = read(text=table_of(rows))
    assert isinstance(plan.mapping, SurveyMapping)
    offered = {choice.mapping.scale for doubt in plan.doubts for choice in doubt.choices}  # type: ignore[attr-defined]
    assert plan.mapping.scale == points or points in offered


@given(data=st.data())
def test_words_mean_the_same_in_whatever_language_they_are_given(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(("satisfaction", "agreement", "quality")))
    family = next(each for each in FAMILIES if each.name == name)
    scale = family.scales[0]
    rows = data.draw(surveys(len(scale)))
    numbers = means(read(text=table_of(rows)))
    words = {str(step): data.draw(st.sampled_from(family.levels[at])) for step, at in enumerate(scale, 1)}
    spoken = read(text=table_of([[words[cell] for cell in row] for row in rows]))
    assert means(spoken) == numbers and not spoken.doubts


@pytest.mark.parametrize(
    ("heading", "turned"),
    [
        ("Bill (1 = sehr gut, 6 = ungenügend)", True),
        ("Bill (1 = very dissatisfied, 6 = very satisfied)", False),
        ("Bill, von 1 (sehr schlecht) bis 6 (sehr gut)", False),
    ],
)
def test_a_legend_in_the_heading_says_which_end_is_better(heading: str, turned: bool) -> None:
    plan = read(text=f"Id;{heading}\n" + "".join(f"P{n};{n}\n" for n in (1, 1, 1, 2, 3, 4, 5, 6)))
    ((mean, n),) = means(plan).values()
    assert (n, mean) == (8, pytest.approx(7 - 23 / 8 if turned else 23 / 8)) and not plan.doubts


def test_school_marks_and_reversed_questions_are_asked() -> None:
    rows = "".join(f"P{n};{n};{7 - n}\n" for n in range(1, 7)) * 6
    marks = read(text="Id;Schulnote Website;Schulnote Hotline\n" + rows)
    direction = next(doubt for doubt in marks.doubts if doubt.id == "direction")
    assert [choice.label.said(EN) for choice in direction.choices] == ["1 is best", "6 is best"]
    one = read(text="Id;Website;I had to wait long (-)\n" + rows)
    assert any(doubt.id == "direction:3" for doubt in one.doubts)


def test_previews_unfinished_and_tests_are_proposed_to_be_left_out() -> None:
    text = "ResponseId;Progress;Status;Finished;Website;Hotline\n"
    text += "R1;100;0;1;3;2\nR2;100;1;1;4;3\nR3;50;0;0;1;1\nTest;100;0;1;2;5\n"
    text += "".join(f"R{n};100;0;1;{n % 5 + 1};{n % 4 + 1}\n" for n in range(10, 30))
    plan = read(text=text)
    assert {"rows:previews", "rows:unfinished", "rows:tests"} <= asked(plan)
    assert means(plan)["Website"][1] == 21
    said = [entry.said(EN) for entry in plan.left_out]
    assert "Row 3: 1 row: they are previews of the survey, and nobody’s answers" in said


def test_a_decision_is_kept_in_the_mapping_and_asks_no_more() -> None:
    text = table_of([[str(n), str(n), str(n)] for n in (1, 2, 3, 4, 5, 9)] * 6)
    plan = read(text=text)
    while plan.doubts:
        before = asked(plan)
        plan = read_request(ImportRequest(text=text, mapping=plan.doubts[0].choices[0].mapping, reader="survey"))
        assert asked(plan) < before
    assert isinstance(plan.mapping, SurveyMapping) and not plan.mapping.open
    assert means(plan)["Website"] == (3.0, 30)


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_people_called_as_sums_are_stay_people(place: str) -> None:
    people = ["Anna", "Ben", "Cem", "Dora", "Eva", "Finn"]
    people.insert({"first": 0, "middle": 3, "last": 6}[place], "Max")
    rows = "".join(f"{name};{at % 5 + 1};{(at * 2) % 5 + 1}\n" for at, name in enumerate(people))
    plan = read(text="Name;Website;Hotline\n" + rows + "\n")
    assert "rows:totals" not in asked(plan) and means(plan)["Website"][1] == 7
    both = read(text="Name;Website;Hotline\n" + rows + "Mittelwert;3;3\nMax;5;5\n")
    assert "rows:totals" in asked(both) and means(both)["Website"][1] == 7


def test_a_typing_error_costs_its_cell_and_not_its_column() -> None:
    rows = "".join(f"P{n};6;{n % 7 + 1};5;{11 if n == 3 else n % 7 + 1}\n" for n in range(14))
    plan = read(text="Id;Website expectation;Website experience;Hotline expectation;Hotline experience\n" + rows)
    assert means(plan)["Hotline"][1] == 13
    assert any("“11” (1 time): off the scale 1–7" in entry.said(EN) for entry in plan.left_out)
