"""A to-be journey derived from the as-is, and the values one wants to reach."""

from __future__ import annotations

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.overlaid_rounds import target_beginning
from cxstudio.catalogue.samples import sample
from cxstudio.edits import (
    add_note,
    derive_journey,
    draw_way,
    mark_critical,
    rate,
    remove_records,
    set_fields,
    set_lane,
    show_over,
    target_round,
)
from cxstudio.model import (
    GROUP_VOICE,
    BackstageStep,
    Document,
    Journey,
    LaneSetting,
    Measure,
    Note,
    Round,
    Target,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import (
    BackstageKind,
    CriticalMark,
    JourneyKind,
    MeasureStatus,
    NoteKind,
    RoundKind,
    TargetFigure,
)
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.rounds import shown_round
from cxstudio.store import Draft, Store


def _furnish(draft: Draft, journey: str, touchpoints: list[str]) -> None:
    first, second, _ = touchpoints
    draw_way(draft, first, second, share=0.4)
    draw_way(draft, second, None, share=0.1)
    draft.create(BackstageStep(id="step", touchpoint=first, text="Ask the grid", kind=BackstageKind.SYSTEM))
    add_note(draft, "never again", NoteKind.QUOTE, first)
    add_note(draft, "no date", NoteKind.HURDLE, first)
    lane = set_lane(draft, journey, LaneKind.EMOTION, height=120)
    show_over(draft, lane, draft.document.all(Round)[0].id, on=True)
    mark_critical(draft, [first], CriticalMark.YES, "we know better")


def test_deriving_takes_the_structure_along_and_leaves_what_belongs_to_today(small):
    with small.store.transaction("furnish") as draft:
        _furnish(draft, small.journey, small.touchpoints)
        rate(draft, small.round, small.touchpoints[0], small.voices[0], "experience", 3)
    before = small.store.document
    with small.store.transaction("derive") as draft:
        made = derive_journey(draft, small.journey)
    document = small.store.document
    journey = document.get(Journey, made)
    assert (journey.kind, journey.derived_from) == (JourneyKind.TO_BE, small.journey)
    assert journey.personas == document.get(Journey, small.journey).personas
    assert [s.counterpart for s in document.stages(made)] == small.stages
    copies = document.journey_touchpoints(made)
    assert [t.counterpart for t in copies] == small.touchpoints
    assert copies[0].critical is CriticalMark.BY_RULE and copies[0].critical_reason == ""
    ways = document.having(Transition, "source", copies[0].id)
    assert [(w.target, w.share) for w in ways] == [(copies[1].id, 0.4)]
    assert [w.target for w in document.having(Transition, "source", copies[1].id)] == [None]
    assert [s.text for s in document.having(BackstageStep, "touchpoint", copies[0].id)] == ["Ask the grid"]
    assert document.having(Note, "about", copies[0].id) == ()
    assert document.having(TouchpointRatings, "touchpoint", copies[0].id) == ()
    (lane,) = document.having(LaneSetting, "journey", made)
    assert (lane.kind, lane.height, lane.overlaid) == (LaneKind.EMOTION, 120, ())
    small.store.undo()
    assert small.store.document == before


def test_texts_of_a_lane_of_ones_own_come_along(small):
    with small.store.transaction("own lane") as draft:
        lane = draft.create(LaneSetting(id="own", journey=small.journey, kind=LaneKind.OWN, title="Systems"))
        draft.create(Note(id="n", text="CRM", kind=NoteKind.LANE, about=small.touchpoints[1], lane=lane.id))
        made = derive_journey(draft, small.journey)
    document = small.store.document
    copy = document.journey_touchpoints(made)[1]
    (note,) = document.having(Note, "about", copy.id)
    own = document.get(LaneSetting, note.lane)
    assert (note.text, own.journey, own.title) == ("CRM", made, "Systems")


def test_siblings_that_share_a_place_keep_their_order_in_the_copy(small):
    with small.store.transaction("one place") as draft:
        for touchpoint in small.touchpoints:
            set_fields(draft, Touchpoint, touchpoint, order="a0")
    names = [t.name for t in small.store.document.journey_touchpoints(small.journey)]
    for _ in range(5):
        with small.store.transaction("derive") as draft:
            made = derive_journey(draft, small.journey)
        assert [t.name for t in small.store.document.journey_touchpoints(made)] == names


def test_removing_today_leaves_the_to_be_journey_standing_alone(small):
    with small.store.transaction("derive") as draft:
        made = derive_journey(draft, small.journey)
        remove_records(draft, [small.journey])
    document = small.store.document
    assert document.get(Journey, made).derived_from is None
    assert [t.counterpart for t in document.journey_touchpoints(made)] == [None, None, None]


def test_target_values_begin_with_measures_targets_and_todays_means() -> None:
    store = Store(sample("lindenfurt", "en").document)
    journey = next(j.id for j in store.document.all(Journey) if j.kind is JourneyKind.AS_IS)
    shown = shown_round(store.document, journey)
    assert shown is not None
    today = round_figures(store.document, shown.id)
    with store.transaction("derive") as draft:
        made = derive_journey(draft, journey)
        begin = target_beginning(draft.document, made, today)
        round_id = target_round(draft, made, begin, scale=shown.scale)
    document = store.document
    assert document.get(Journey, made).shown_round == round_id
    copies = {t.counterpart: t.id for t in document.journey_touchpoints(made)}
    begun = {r.touchpoint: r for r in document.having(TouchpointRatings, "round", round_id)}

    def target(touchpoint: str, figure: str) -> int | None:
        answers: dict[str, int | None] = getattr(begun[copies[touchpoint]], figure)
        return answers.get(GROUP_VOICE)

    assert target("t08", "experience") == 5
    """A measure aims at 4.5 there."""
    assert target("t14", "experience") == 5
    """A measure wants to hold the 5.4 there are: as today, in whole numbers."""
    assert target("t09", "experience") == 4
    assert target("t01", "emotion") == round(today.by_id["t01"].emotion.mean)
    assert target("t01", "importance") is None


def test_a_journey_has_one_set_of_targets_at_a_time(small):
    with small.store.transaction("targets") as draft:
        first = target_round(draft, small.journey, {small.touchpoints[0]: {"emotion": 2}})
        again = target_round(draft, small.journey, {small.touchpoints[1]: {"emotion": 3}})
    assert first == again
    assert small.store.document.get(Round, first).kind is RoundKind.TARGET
    (ratings,) = [r for r in small.store.document.all(TouchpointRatings) if r.round == first]
    assert ratings.touchpoint == small.touchpoints[0] and dict(ratings.emotion) == {GROUP_VOICE: 2}


def test_target_values_off_the_scale_are_refused(small):
    with pytest.raises(ValueError, match="runs from"), small.store.transaction("targets") as draft:
        target_round(draft, small.journey, {small.touchpoints[0]: {"experience": 9}})
    assert not [r for r in small.store.document.all(Round) if r.kind is RoundKind.TARGET]


def test_measures_targets_beyond_the_scale_are_kept_on_it() -> None:
    document = sample("lindenfurt", "en").document
    journey = next(j.id for j in document.all(Journey) if j.kind is JourneyKind.AS_IS)
    shown = shown_round(document, journey)
    assert shown is not None
    wild = Target(id="wild", measure="m1", figure=TargetFigure.EMOTION, touchpoint="t08", to_value=40)
    begin = target_beginning(Document([*document, wild]), journey, round_figures(document, shown.id))
    assert begin["t08"]["emotion"] == 3


def test_the_highest_of_several_measures_targets_is_begun_with() -> None:
    document = sample("lindenfurt", "en").document
    journey = next(j.id for j in document.all(Journey) if j.kind is JourneyKind.AS_IS)
    shown = shown_round(document, journey)
    assert shown is not None
    aims = [Target(id=f"aim{to}", measure="m1", figure=TargetFigure.EMOTION, touchpoint="t08", to_value=to)
            for to in (1, 3, 2)]  # fmt: skip
    begin = target_beginning(Document([*document, *aims]), journey, round_figures(document, shown.id))
    assert begin["t08"]["emotion"] == 3


def test_a_dropped_measure_aims_at_nothing() -> None:
    document = sample("lindenfurt", "en").document
    journey = next(j.id for j in document.all(Journey) if j.kind is JourneyKind.AS_IS)
    shown = shown_round(document, journey)
    assert shown is not None
    dropped = Measure(id="not-any-more", title="Robots", touchpoints=("t08",), status=MeasureStatus.DROPPED)
    aim = Target(id="aim", measure=dropped.id, figure=TargetFigure.EMOTION, touchpoint="t08", to_value=3)
    today = round_figures(document, shown.id)
    begun = target_beginning(Document([*document, dropped, aim]), journey, today)
    assert begun == target_beginning(document, journey, today)


def test_a_round_is_laid_over_a_lane_once_and_taken_off_again(small):
    with small.store.transaction("over") as draft:
        lane = set_lane(draft, small.journey, LaneKind.EMOTION)
        show_over(draft, lane, small.round, on=True)
        show_over(draft, lane, small.round, on=True)
    assert small.store.document.get(LaneSetting, lane).overlaid == (small.round,)
    with small.store.transaction("off") as draft:
        show_over(draft, lane, small.round, on=False)
    assert small.store.document.get(LaneSetting, lane).overlaid == ()
