"""Whose rows count, and what a survey says before it is taken over."""

from dataclasses import replace

from cxstudio.exchange.readers import read, read_request
from cxstudio.model import Round, SurveyCounts, Touchpoint
from tests.cxstudio.exchange.test_surveys import EN, of, said, uses


def test_people_who_answered_twice_are_told() -> None:
    plan = read(text="Id,X\na,5\nb,4\na,1\n", mapping=uses(("Id", "respondent"), ("X", "experience")))
    (doubt,) = plan.doubts
    assert doubt.said(EN) == "Row 4: Are these answers? It seems that they are by people who had answered before."
    assert of(plan, Round)[0].respondents == 2
    assert "Row 4: 1 row: they are by people who had answered before" in said(plan)
    assert [choice.option for choice in doubt.choices] == ["--leave-out repeated", "--keep repeated"]
    kept = read_request(replace(plan.request, mapping=doubt.choices[1].mapping))
    assert of(kept, Round)[0].respondents == 3 and not kept.doubts
    once = read_request(replace(plan.request, mapping=doubt.choices[0].mapping))
    assert of(once, Round)[0].respondents == 2 and not once.doubts


def test_where_most_rows_come_again_all_count_as_proposed() -> None:
    plan = read(text="Id,X\na,5\na,4\na,1\nb,2\n", mapping=uses(("Id", "respondent"), ("X", "experience")))
    (doubt,) = plan.doubts
    assert doubt.choices[0].option == "--leave-out repeated" and of(plan, Round)[0].respondents == 2
    plan = read(text="Id,X\na,5\na,4\na,1\n", mapping=uses(("Id", "respondent"), ("X", "experience")))
    (doubt,) = plan.doubts
    assert doubt.choices[0].option == "--keep repeated" and of(plan, Round)[0].respondents == 3


def test_empty_rows_are_nobody() -> None:
    plan = read(text="Id,X\na,5\n,\nb,1\n", mapping=uses(("Id", "respondent"), ("X", "experience")))
    assert of(plan, Round)[0].respondents == 2 and not said(plan)


def test_a_scale_from_nought_is_said_to_be_moved() -> None:
    text = "Id,Call,Form\n" + "".join(f"{n},{n % 11},{(n * 3) % 11}\n" for n in range(44))
    plan = read(text=text)
    notes = [note.said(EN) for note in plan.notes]
    assert "Answers are read on the scale 1–11: 0 becomes 1, 10 becomes 11." in notes


def test_what_was_asked_about_the_whole_journey_is_counted_before_it_is_taken() -> None:
    text = "Id,How likely are you to recommend us?\n" + "".join(f"{n},{10 if n % 4 else 3}\n" for n in range(40))
    counts = [count.said(EN) for count in read(text=text).preview.counts]
    assert counts == ["40 respondents", "+50 NPS", "40 answers: Recommendation 0–10 (NPS)"]


def test_a_column_on_another_scale_is_told_with_its_scale() -> None:
    text = "ID;Website;Hotline;Bill\n" + "".join(f"{n};{n % 5 + 1};{n % 7 + 1};{n % 4 + 2}\n" for n in range(42))
    plan = read(text=text)
    told = [entry for entry in said(plan) if "Hotline" in entry]
    assert told == ["Column “Hotline”: Experience: its scale 1–7 has another number of points than 1–5"]
    assert not plan.doubts


def test_importance_of_and_satisfaction_with_are_about_the_same_thing() -> None:
    asked = ("Importance of the hotline", "Satisfaction with the hotline", "Wichtigkeit der Rechnung")
    head = ",".join(["ID", *asked, "Zufriedenheit mit der Rechnung"])
    rows = [f"{n},{n % 5 + 1},{(n + 2) % 5 + 1},{n % 5 + 1},{n % 5 + 1}" for n in range(40)]
    text = "\n".join([head, *rows])
    plan = read(text=text)
    assert [point.name for point in of(plan, Touchpoint)] == ["hotline", "Rechnung"]
    assert all(counts.importance for counts in of(plan, SurveyCounts))
