"""The comparison and journeys in words, German and English."""

from __future__ import annotations

import pytest

from cxstudio.analysis.comparison.as_is_to_be import compare
from cxstudio.analysis.comparison.overlaid_rounds import FigureChange
from cxstudio.edits import (
    add_journey,
    add_stage,
    add_touchpoint,
    derive_journey,
    find_or_add_channel,
    move_touchpoints,
    set_fields,
)
from cxstudio.model import Document, Journey, Round, Touchpoint
from cxstudio.model.kinds import ContactKind, ExperienceKind, JourneyKind, RoundKind
from cxstudio.store import Store
from cxstudio.wording.fields.journey_names import journey_names
from cxstudio.wording.figures.overlaid_round_names import other_scale, over_name
from cxstudio.wording.findings.comparison_findings import (
    change_lines,
    comparison_sentence,
    figure_sentence,
    spoken_match,
)
from cxstudio.wording.texts import texts


@pytest.fixture
def plan() -> tuple[Store, str, str]:
    store = Store(Document())
    with store.transaction("begin") as draft:
        today = add_journey(draft, "Move")
        stage = add_stage(draft, today, "Register")
        letter = find_or_add_channel(draft, "Letter")
        add_touchpoint(draft, stage, "Form", channels=(letter,), waiting_minutes=30, contact=ContactKind.WRITTEN)
        later = derive_journey(draft, today)
    return store, today, later


def _lines(store: Store, today: str, later: str, language: str) -> list[str]:
    (match,) = compare(store.document, today, later).touchpoints
    return change_lines(store.document, match, texts(language))


def test_changed_fields_are_told_with_their_values(plan) -> None:
    store, today, later = plan
    (touchpoint,) = store.document.journey_touchpoints(later)
    with store.transaction("change") as draft:
        mail = find_or_add_channel(draft, "E-mail")
        set_fields(
            draft, Touchpoint, touchpoint.id, name="Short form", description="x", channels=(mail,), waiting_minutes=2.5,
            contact=None, experience_kinds=(ExperienceKind.BRAND, ExperienceKind.EMOTIONAL),
        )  # fmt: skip
    assert _lines(store, today, later, "en") == [
        "was called “Form”",
        "Description changed",
        "Channels: Letter → E-mail",
        "Contact: written → –",
        "Experience kind: – → brand, emotional",
        "Waiting time: 30 minutes → 2.5 minutes",
    ]
    assert "Wartezeit: 30 Minuten → 2,5 Minuten" in _lines(store, today, later, "de")
    (match,) = compare(store.document, today, later).touchpoints
    assert spoken_match(store.document, match, texts("en")).startswith("Short form: changed. was called")


def test_who_went_to_a_new_stage_of_the_same_name_came_from_the_other(plan) -> None:
    store, today, later = plan
    (touchpoint,) = store.document.journey_touchpoints(later)
    with store.transaction("move") as draft:
        second = add_stage(draft, later, "Register")
        move_touchpoints(draft, [touchpoint.id], second, None)
    assert _lines(store, today, later, "en") == ["from “Register”"]


def test_nothing_changed_is_said_too(plan) -> None:
    store, today, later = plan
    found = compare(store.document, today, later)
    assert comparison_sentence(found, texts("de")) == "Phasen und Kontaktpunkte sind noch die der Ist-Reise."


def test_counts_stand_per_kind_and_for_stages(plan) -> None:
    store, today, later = plan
    with store.transaction("more") as draft:
        stage = add_stage(draft, later, "After")
        add_touchpoint(draft, stage, "Thanks")
        add_touchpoint(draft, stage, "Again")
    found = compare(store.document, today, later)
    assert comparison_sentence(found, texts("en")) == "Touchpoints: 2 new. Stages: 1 new."


def test_the_target_is_told_with_its_number_of_touchpoints() -> None:
    change = FigureChange("emotion", -0.14, 0.62, 13)
    assert (
        figure_sentence(change, texts("de"))
        == "Emotion −0,1 → +0,6 im Mittel der 13 Kontaktpunkte mit heutigem Wert und Ziel"
    )
    one = figure_sentence(FigureChange("experience", 3, 4, 1), texts("en"))
    assert one == "Experience 3.0 → 4.0 at the 1 touchpoint with a value today and a target"


def test_journeys_are_listed_behind_the_one_they_came_from(plan) -> None:
    store, today, later = plan
    with store.transaction("more") as draft:
        other = add_journey(draft, "")
        lost = add_journey(draft, "Lost", kind=JourneyKind.TO_BE)
        second = derive_journey(draft, today, "Move 2")
    named = list(journey_names(store.document, texts("en")))
    assert [j.id for j, _ in named] == [today, later, second, other, lost]
    assert [name for _, name in named][:2] == ["Move · As-is journey", "Move · To-be journey"]
    assert named[3][1] == "Untitled journey · As-is journey"


def test_a_round_laid_over_is_named_and_refused_in_plain_words() -> None:
    document = Document([Journey(id="j", title=""), Round(id="a", journey="j"), Round(id="b", journey="j", scale=5)])
    aim = Round(id="t", journey="j", kind=RoundKind.TARGET)
    assert over_name(document, aim, None, texts("de")) == "Ziel"
    shown, other = document.get(Round, "a"), document.get(Round, "b")
    assert "1 to 5" in other_scale(document, other, shown, texts("en"))
    assert "nie auf einer Achse" in other_scale(document, other, shown, texts("de"))
