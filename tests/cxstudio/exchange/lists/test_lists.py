"""Lists of touchpoints as people keep them: other amounts, ratings, shapes; survey answers are no list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxstudio.exchange.lists.list_columns import columns_by_heading
from cxstudio.exchange.mapping_files import mapping_from_json
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.model import GROUP_VOICE, Department, Note, Participant, Round, Stage, Touchpoint, TouchpointRatings
from cxstudio.wording import texts

EN = texts("en")


def points(plan: ImportPlan) -> list[Touchpoint]:
    return [r for r in plan.records if isinstance(r, Touchpoint)]


def stages(plan: ImportPlan) -> list[str]:
    return [r.name for r in plan.records if isinstance(r, Stage)]


@pytest.mark.parametrize(
    ("heading", "per_month"),
    [
        ("Fälle pro Monat", 1200.0),
        ("Fälle pro Jahr", 100.0),
        ("Cases per year", 100.0),
        ("Kontakte pro Woche", 1200 * 52 / 12),
        ("Umsatzvolumen (EUR)", None),
        ("Anzahl", 1200.0),
    ],
)
def test_amounts_are_counted_in_the_time_the_heading_names(heading: str, per_month: float | None) -> None:
    plan = read(text=f"Phase\tKontaktpunkt\t{heading}\nKauf\tFiliale\t1200\nKauf\tHotline\t\n")
    found = points(plan)[0].cases_per_month
    assert found == (None if per_month is None else pytest.approx(per_month))


@pytest.mark.parametrize(
    ("cell", "amount"), [("1.200", 1200), ("2.500,00", 2500), ("ca. 500", 500), ("1,5 Tsd.", 1500), ("viele", None)]
)
def test_amounts_as_people_write_them(cell: str, amount: float | None) -> None:
    plan = read(text=f"Phase\tKontaktpunkt\tFälle pro Monat\nKauf\tFiliale\t{cell}\n")
    assert points(plan)[0].cases_per_month == amount
    assert bool(plan.left_out) == (amount is None)


def test_headings_are_whole_words() -> None:
    assert columns_by_heading(["Einheitspreis", "Teamfähigkeit", "Postage stage", "Instep"]) == {"stage": 2}
    found = columns_by_heading(["Stage", "Touchpoint", "Emotion", "Pain point", "Opportunity", "Owner"])
    assert list(found) == ["stage", "touchpoint", "emotion", "hurdle", "opportunity", "departments"]


def test_what_else_a_list_says_is_kept() -> None:
    plan = read(
        text="Stage\tTouchpoint\tEmotion\tPain point\tOpportunity\tOwner\tComplaints per year\n"
        "Before\tWebsite\t2\ttoo slow\tfaster page\tSales\t24\nBuy\tShop\t-1\tqueue\t\tShop team\t\n"
    )
    notes = [(r.kind.value, r.text) for r in plan.records if isinstance(r, Note)]
    assert notes == [("hurdle", "too slow"), ("opportunity", "faster page"), ("hurdle", "queue")]
    assert [r.name for r in plan.records if isinstance(r, Department)] == ["Sales", "Shop team"]
    assert points(plan)[0].complaints_per_month == 2
    assert [dict(r.emotion) for r in plan.records if isinstance(r, TouchpointRatings)] == [
        {GROUP_VOICE: 2},
        {GROUP_VOICE: -1},
    ]


def test_the_scale_of_a_groups_ratings_is_asked() -> None:
    text = "Kontaktpunkt\tErwartung\tErlebnis\tWichtigkeit\nAnmeldung\t5\t4\t5\nRechnung\t4\t3\t2\nHotline\t5\t2,5\tx\n"
    plan = read(text=text)
    (round_,) = (r for r in plan.records if isinstance(r, Round))
    ratings = [r for r in plan.records if isinstance(r, TouchpointRatings)]
    assert (round_.kind.value, round_.scale, len(ratings)) == ("group", 5, 3)
    assert [entry.said(EN) for entry in plan.left_out] == [
        "Experience, Row 4: 1 cell: only whole numbers from 1 to 5 are ratings",
        "Importance, Row 4: 1 cell: only whole numbers from 1 to 5 are ratings",
    ]
    (doubt,) = plan.doubts
    assert doubt.question.said(EN) == "How far does the scale reach? The highest rating is 5."
    assert [choice.option for choice in doubt.choices] == ["--scale 1..5", "--scale 1..7", "--scale 1..10"]
    seven = read_request(replace(plan.request, mapping=doubt.choices[1].mapping))
    assert next(r for r in seven.records if isinstance(r, Round)).scale == 7 and not seven.doubts


def scale_of(plan: ImportPlan) -> int:
    return next(r for r in plan.records if isinstance(r, Round)).scale


def test_a_scale_a_heading_names_and_one_many_ratings_show_are_not_asked() -> None:
    told = read(text="Touchpoint\tExperience (1-7)\nAd\t5\nShop\t4\n")
    assert not told.doubts and scale_of(told) == 7
    many = "".join(f"Point {n}\t{n % 7 + 1}\t{n % 5 + 1}\n" for n in range(20))
    plan = read(text=f"Touchpoint\tExpectation\tExperience\n{many}")
    assert not plan.doubts and scale_of(plan) == 7


def test_ratings_from_nought_are_moved_and_that_is_said() -> None:
    plan = read(text="Touchpoint\tExperience\nAd\t0\nShop\t10\n")
    (doubt,) = plan.doubts
    assert [choice.option for choice in doubt.choices] == ["--scale 0..10", "--scale 1..10"]
    values = [dict(r.experience) for r in plan.records if isinstance(r, TouchpointRatings)]
    assert values == [{GROUP_VOICE: 1}, {GROUP_VOICE: 11}] and scale_of(plan) == 11
    assert "0 becomes 1" in " ".join(note.said(EN) for note in plan.notes)


def test_stages_across_keep_their_shape_when_the_scale_is_chosen() -> None:
    text = "\tBefore\tAfter\nTouchpoint\tAd\tHotline\nChannel\tTV\tPhone\nExperience\t3\t4\n"
    plan = read(text=text)
    (doubt,) = plan.doubts
    assert doubt.question.said(EN).endswith("The highest rating is 4.")
    chosen = read_request(replace(plan.request, mapping=doubt.choices[-1].mapping, reader="touchpoints"))
    assert not chosen.doubts and stages(chosen) == ["Before", "After"] and scale_of(chosen) == 10


def test_emotion_alone_asks_nothing() -> None:
    plan = read(text="Touchpoint\tEmotion\nAd\t2\nShop\t-1\n")
    assert not plan.doubts and not plan.repairs


def test_a_column_for_each_person_is_asked_about() -> None:
    text = "Kontaktpunkt\tAnna\tBen\tCem\nAnmeldung\t4\t5\t3\nBeratung\t5\t5\t4\n"
    plan = read(text=text)
    assert [(d.id, d.choices[0].option) for d in plan.doubts] == [
        ("people?", "--accept people"),
        ("scale", "--scale 1..5"),
    ]
    people = [r.name for r in plan.records if isinstance(r, Participant)]
    assert people == ["Anna", "Ben", "Cem"]
    ratings = [r for r in plan.records if isinstance(r, TouchpointRatings)]
    assert sorted(ratings[0].experience.values()) == [3, 4, 5]
    taken = read_request(replace(plan.request, mapping=plan.doubts[0].choices[0].mapping))
    assert [d.id for d in taken.doubts] == ["scale"]
    out = read_request(replace(plan.request, mapping=plan.doubts[0].choices[1].mapping))
    assert not out.doubts and not [r for r in out.records if isinstance(r, Round)]
    assert len(out.left_out) == 3


def test_two_columns_of_numbers_are_left_out_as_proposed() -> None:
    plan = read(text="Touchpoint\tMinutes\tSteps\nAd\t4\t0\nShop\t5\t2\n")
    assert [(d.id, d.choices[0].option) for d in plan.doubts] == [("people?", "--accept no-people")]
    assert not [r for r in plan.records if isinstance(r, Round)]


def test_lanes_down_and_stages_across() -> None:
    text = "\tBefore\tBefore\tAfter\nTouchpoint\tAd\tWebsite\tHotline\nChannel\tTV\tWeb\tPhone\nEmotion\t1\t0\t-2\n"
    plan = read(text=text)
    assert stages(plan) == ["Before", "After"] and [p.name for p in points(plan)] == ["Ad", "Website", "Hotline"]


def test_touchpoints_below_their_stages() -> None:
    plan = read(text="Vorher\tKauf\tNachher\nWebsite\tFiliale\tRechnung\nAnzeige\tKasse\tHotline\n\tBeratung\t\n")
    assert stages(plan) == ["Vorher", "Kauf", "Nachher"] and len(points(plan)) == 7


def test_rows_that_name_a_stage_are_no_touchpoints() -> None:
    text = "Kontaktpunkt\tKanal\nVorher\t\nWebsite\tWeb\nAnzeige\tTV\nKauf\t\nFiliale\tvor Ort\n"
    plan = read(text=text)
    assert stages(plan) == ["Vorher", "Kauf"] and [p.name for p in points(plan)] == ["Website", "Anzeige", "Filiale"]


@pytest.mark.parametrize(
    "heading", ["Wie zufrieden waren Sie mit dem Schritt {}?", "Schritt {}", "Kontaktpunkt {}", "Step {}", "Moment {}"]
)
def test_answers_below_a_heading_outrank_its_words(heading: str) -> None:
    head = "\t".join(["ID", *(heading.format(name) for name in ("Anmeldung", "Beratung"))])
    words = ["unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden", "sehr unzufrieden"]
    for cells in ([str(n) for n in range(1, 6)], words):
        rows = "".join(f"{n}\t{cells[n % 5]}\t{cells[n * 2 % 5]}\n" for n in range(20))
        assert read(text=f"{head}\n{rows}").source.reader == "survey"


def test_numbers_of_cases_are_no_touchpoints() -> None:
    rows = "".join(f"SO{n}\tPO{n}\n" for n in range(20))
    assert not read(text=f"left\tright\n{rows}").records


def test_a_sum_below_the_stages_is_no_stage() -> None:
    plan = read(text="Phase\tKontaktpunkt\tFälle pro Monat\nKauf\tWebsite\t10\nKauf\tFiliale\t20\nGesamt\t\t30\n")
    assert stages(plan) == ["Kauf"] and len(points(plan)) == 2
    assert "it sums up and is no touchpoint" in " ".join(entry.said(EN) for entry in plan.left_out)


@pytest.mark.parametrize(
    "ends", ['"lowest": -5, "highest": 10', '"emotion_scale": [0, 100]', '"emotion_scale": [9, 1]']
)
def test_a_mapping_with_a_scale_nobody_can_use_is_asked_about_again(ends: str) -> None:
    mapping = mapping_from_json(f'{{"format": 1, "kind": "list", "reader": "touchpoints", {ends}, "columns": []}}', "m")
    text = "Touchpoint\tExperience\tEmotion\nAd\t2\t4\nShop\t5\t2\n"
    plan = read_request(ImportRequest(text=text, mapping=mapping))
    assert plan.doubts
    for record in (r for r in plan.records if isinstance(r, TouchpointRatings)):
        assert all(-3 <= value <= 3 for value in record.emotion.values() if value is not None)
