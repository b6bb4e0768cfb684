"""What happens to a round, its people and its figures after it was begun; every step can be undone."""

from collections.abc import Callable

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.edits import (
    answers_of,
    clear_rating,
    forget_person,
    has_answers,
    next_round,
    rate,
    remove_records,
    rescale_round,
    say_word,
    set_round_state,
    start_round,
)
from cxstudio.edits.rating.journey_figures import may_enter_figure, set_benchmark, set_journey_figure
from cxstudio.edits.rating.kano import may_enter_kano, set_kano_count, take_over_requirements
from cxstudio.errors import UserError
from cxstudio.model import (
    Benchmark,
    Journey,
    JourneyFigures,
    Participant,
    Round,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import FigureKind, RequirementKind, RoundState
from cxstudio.store import Draft, Store


@pytest.fixture
def store() -> Store:
    """The sample, its rounds open."""
    made = Store(sample("lindenfurt", "en").document)
    with made.transaction("") as draft:
        for each in draft.document.all(Round):
            set_round_state(draft, each.id, RoundState.OPEN)
    return made


def first(store: Store) -> Round:
    return store.document.all(Round)[0]


def point(store: Store, number: int) -> Touchpoint:
    return store.document.journey_touchpoints(store.document.all(Journey)[0].id)[number - 1]


def test_a_round_is_closed_and_opened_again(store: Store) -> None:
    for state in (RoundState.OPEN, RoundState.CLOSED):
        with store.transaction("state") as draft:
            set_round_state(draft, first(store).id, state)
        assert first(store).state is state


def test_a_closed_round_takes_no_answer_of_any_kind(store: Store) -> None:
    round_, here = first(store).id, point(store, 1).id
    with store.transaction("close") as draft:
        set_round_state(draft, round_, RoundState.CLOSED)
    before, voice = store.document, store.document.all(Participant)[0].id
    edits: tuple[Callable[[Draft], object], ...] = (
        lambda draft: rate(draft, round_, here, voice, "emotion", 1),
        lambda draft: clear_rating(draft, round_, here, voice, "emotion"),
        lambda draft: say_word(draft, round_, here, voice, "calm"),
        lambda draft: set_kano_count(draft, round_, here, 1, 5, 3),
        lambda draft: set_journey_figure(draft, round_, FigureKind.NPS, 0, 10, {9: 12}),
    )
    for edit in edits:
        with pytest.raises(UserError, match="closed"), store.transaction("") as draft:
            edit(draft)
    assert store.document == before
    assert not may_enter_kano(before, round_, here)
    assert not may_enter_figure(before, round_, FigureKind.NPS)


def test_the_next_round_asks_the_same_and_knows_no_answers(store: Store) -> None:
    before = first(store)
    with store.transaction("next") as draft:
        draft.update(Round, before.id, wording={"emotion": "Wie war's?"}, minimum_group=4)
        made = next_round(draft, before.id, title="Again")
    again = store.document.get(Round, made)
    assert (again.wording, again.minimum_group, again.scale, again.persona) == (
        {"emotion": "Wie war's?"}, 4, before.scale, before.persona,
    )  # fmt: skip
    assert again.state is RoundState.OPEN and again.day is None and again.raters_knew_measures is None
    assert not has_answers(store.document, made)
    listed = [r.id for r in store.document.having(Round, "journey", before.journey)]
    assert listed[-1] == made  # the newest is the last, whichever it was asked like
    assert store.document.get(Journey, before.journey).shown_round == made


def test_removing_a_round_takes_its_answers_and_undo_brings_them_back(store: Store) -> None:
    before = store.document
    ratings = len(before.having(TouchpointRatings, "round", first(store).id))
    gone = first(store).id
    with store.transaction("remove") as draft:
        remove_records(draft, [gone])
    assert ratings and not store.document.having(TouchpointRatings, "round", gone)
    store.undo()
    assert len(store.document.having(TouchpointRatings, "round", gone)) == ratings


def test_a_round_keeps_its_scale_from_the_first_answer_on(store: Store) -> None:
    with pytest.raises(ValueError, match="keeps its scale"), store.transaction("scale") as draft:
        rescale_round(draft, first(store).id, 5)
    with store.transaction("fresh") as draft:
        fresh = start_round(draft, store.document.all(Journey)[0].id)
        rescale_round(draft, fresh, 5)
    assert store.document.get(Round, fresh).scale == 5


def test_a_person_is_forgotten_but_the_answers_stay_or_go_with_them(store: Store) -> None:
    person = store.document.all(Participant)[0].id
    with store.transaction("name") as draft:
        draft.update(Participant, person, name="Ada", role="Service", group="A")
    n = answers_of(store.document, person)
    assert n == 56
    with store.transaction("forget") as draft:
        forget_person(draft, person)
    kept = store.document.get(Participant, person)
    assert (kept.name, kept.role, kept.group) == ("", "", "") and answers_of(store.document, person) == n
    with store.transaction("remove") as draft:
        remove_records(draft, [person])
    assert answers_of(store.document, person) == 0


def test_a_word_is_said_changed_and_taken_back(store: Store) -> None:
    voice, here = store.document.all(Participant)[0].id, point(store, 8).id
    for word in ("genervt", "ratlos", ""):
        with store.transaction("word") as draft:
            say_word(draft, first(store).id, here, voice, word)
        found = [r for r in store.document.having(TouchpointRatings, "touchpoint", here) if r.round == first(store).id]
        assert found[0].word == ({voice: word} if word else {})


def test_kano_pairs_are_counted_by_hand_beside_single_ratings(store: Store) -> None:
    round_, here = first(store).id, point(store, 8).id
    assert may_enter_kano(store.document, round_, here)
    with store.transaction("kano") as draft:
        set_kano_count(draft, round_, here, 2, 5, 7)
        set_kano_count(draft, round_, here, 1, 5, 2)
        set_kano_count(draft, round_, here, 1, 5, 0)
    (record,) = [c for c in store.document.having(SurveyCounts, "touchpoint", here) if c.round == round_]
    assert record.kano == {"2|5": 7} and not record.rated
    with store.transaction("none") as draft:
        set_kano_count(draft, round_, here, 2, 5, 0)
    assert record.id not in store.document
    with pytest.raises(ValueError, match="no such pair"), store.transaction("odd") as draft:
        set_kano_count(draft, round_, here, 6, 1, 1)


def test_imported_kano_counts_are_not_edited_by_hand(store: Store) -> None:
    survey = next(
        r for r in store.document.all(Round) if any(c.round == r.id for c in store.document.all(SurveyCounts))
    )
    here = next(c.touchpoint for c in store.document.all(SurveyCounts) if c.round == survey.id)
    assert not may_enter_kano(store.document, survey.id, here)
    with pytest.raises(ValueError, match="not edited"), store.transaction("kano") as draft:
        set_kano_count(draft, survey.id, here, 1, 5, 1)


def test_requirements_are_taken_over(store: Store) -> None:
    with store.transaction("take") as draft:
        take_over_requirements(draft, {point(store, 1).id: RequirementKind.DELIGHT})
    assert point(store, 1).requirement is RequirementKind.DELIGHT


def test_figures_of_the_journey_are_entered_changed_and_removed(store: Store) -> None:
    round_ = first(store).id
    for counts in ({10: 4, 3: 1}, {9: 2}, {}):
        with store.transaction("nps") as draft:
            set_journey_figure(draft, round_, FigureKind.NPS, 0, 10, counts)
        found = store.document.having(JourneyFigures, "round", round_)
        assert [dict(r.counts) for r in found] == ([{str(k): v for k, v in sorted(counts.items())}] if counts else [])
    with pytest.raises(ValueError, match="off the scale"), store.transaction("odd") as draft:
        set_journey_figure(draft, round_, FigureKind.NPS, 0, 10, {11: 1})


def test_counts_per_segment_are_not_edited_by_hand(store: Store) -> None:
    round_ = first(store).id
    with store.transaction("segments") as draft:
        draft.create(JourneyFigures(id="x", round=round_, figure=FigureKind.CSAT, segment="A", lowest=1, highest=5))
    assert not may_enter_figure(store.document, round_, FigureKind.CSAT)
    with pytest.raises(ValueError, match="segments"), store.transaction("odd") as draft:
        set_journey_figure(draft, round_, FigureKind.CSAT, 1, 5, {1: 1})


def test_a_benchmark_is_never_without_its_source(store: Store) -> None:
    about = store.document.all(Journey)[0].id
    with pytest.raises(ValueError, match="source"), store.transaction("none") as draft:
        set_benchmark(draft, None, about=about, figure="nps", value=3, source=" ", year=2025)
    with store.transaction("one") as draft:
        made = set_benchmark(draft, None, about=about, figure="nps", value=3, source="Verband", year=2025)
        set_benchmark(draft, made, about=about, figure="nps", value=4, source="Verband", year=2026)
    (only,) = store.document.having(Benchmark, "about", about)
    assert (only.value, only.year) == (4, 2026)
