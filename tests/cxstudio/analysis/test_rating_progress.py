"""What comes next is said truly at every moment: who has rated everything, what is critical, what has no measure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.search.rating_progress import Outcome, Progress, outcome_of, progress_of
from cxstudio.catalogue.samples import sample
from cxstudio.edits import (
    add_measure,
    add_participant,
    add_touchpoints,
    clear_rating,
    group_round,
    rate,
    set_round_state,
    start_project,
    start_round,
)
from cxstudio.model import GROUP_VOICE, Document, Id, Journey, Measure, Participant, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.store import Store

FIGURES = ("expectation", "experience", "emotion", "importance", "quick")
steps = st.lists(
    st.tuples(st.sampled_from(["rate", "skip", "clear"]), st.integers(0, 1), st.integers(0, 1),
              st.sampled_from(FIGURES)),
    max_size=24,
)  # fmt: skip


def small() -> tuple[Store, Id, list[Id], list[Id]]:
    """Two touchpoints, two people, an open round."""
    store = Store(Document())
    with store.transaction("begin") as draft:
        journey = start_project(draft, title="J", stages=["S"])
        touchpoints = add_touchpoints(draft, draft.document.stages(journey)[0].id, ["A", "B"])
        people = [add_participant(draft, name=name) for name in "AB"]
        about = start_round(draft, journey)
    return store, about, touchpoints, people


def progress(store: Store, about: Id) -> Progress | None:
    return progress_of(store.document, store.document.get(Round, about))


@given(steps)
def test_who_has_rated_everything_is_who_has_no_question_left(done: list[tuple[str, int, int, str]]) -> None:
    store, about, touchpoints, people = small()
    said: dict[tuple[int, int, str], bool] = {}
    for act, person, touchpoint, figure in done:
        with store.transaction(act) as draft:
            if act == "clear":
                clear_rating(draft, about, touchpoints[touchpoint], people[person], figure)
            else:
                value = None if act == "skip" else 1
                rate(draft, about, touchpoints[touchpoint], people[person], figure, value)
        said[person, touchpoint, figure] = act != "clear"
    found = progress(store, about)
    if not any(said.values()):
        assert found is None
        return
    asked = {figure for (_, _, figure), given_ in said.items() if given_}

    def has(person: int, touchpoint: int, figure: str) -> bool:
        quick = said.get((person, touchpoint, "quick"), False) and figure in ("expectation", "experience")
        return said.get((person, touchpoint, figure), False) or quick

    wanted = ["expectation", "experience", *(f for f in ("emotion", "importance") if f in asked)]
    complete = sum(all(has(p, t, f) for t in (0, 1) for f in wanted) for p in (0, 1))
    assert found == Progress(complete, 2)
    assert found.complete == (complete == 2)


def test_a_group_is_through_when_each_touchpoint_has_its_value() -> None:
    store, about, touchpoints, _ = small()
    with store.transaction("group") as draft:
        about = group_round(draft, draft.document.all(Journey)[0].id)
        for figure in ("expectation", "experience"):
            rate(draft, about, touchpoints[0], GROUP_VOICE, figure, 3)
    assert progress(store, about) == Progress(1, 2, group=True)
    with store.transaction("close") as draft:
        set_round_state(draft, about, RoundState.CLOSED)
    found = progress(store, about)
    assert found is not None and not found.open


def test_the_sample_is_through_and_asks_for_what_its_measures_leave() -> None:
    document = sample("lindenfurt", "de").document
    about = next(r for r in document.all(Round) if progress_of(document, r) is not None)
    found = progress_of(document, about)
    assert found is not None and (found.done, found.all) == (9, len(document.all(Participant)))
    figures = round_figures(document, about.id)
    critical = [t for t in document.all(Touchpoint) if is_critical(figures, t)]
    assert outcome_of(document, figures) == Outcome(len(critical), 0)
    store = Store(document)
    with store.transaction("drop") as draft:
        for measure in document.all(Measure):
            if critical[0].id in measure.touchpoints:
                draft.update(Measure, measure.id, touchpoints=())
    assert outcome_of(store.document, figures) == Outcome(len(critical), 1)
    with store.transaction("plan") as draft:
        add_measure(draft, "Neu", touchpoints=(critical[0].id,))
    assert outcome_of(store.document, figures) == Outcome(len(critical), 0)


def test_before_the_first_answer_nothing_is_said() -> None:
    store, about, _, _ = small()
    assert progress(store, about) is None and progress_of(store.document, None) is None
    assert outcome_of(store.document, round_figures(store.document, about)) is None
    assert outcome_of(store.document, None) is None
