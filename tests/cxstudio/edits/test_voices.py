"""Whose answers may be set: what must hold for any round, kind, state and voice."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.edits import clear_rating, rate
from cxstudio.edits.rating.voices import NOT_YET, ONE_VOICE, Allowed, Answer, Rater, clear_as, rate_as, rater, say_as
from cxstudio.errors import UserError
from cxstudio.model import (
    GROUP_VOICE,
    Document,
    FrozenMap,
    Id,
    Journey,
    Participant,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.model.questions import FIGURES, limits
from cxstudio.store import Store
from tests.examples import examples

PEOPLE = ("p1", "p2", "p3")
TOUCHPOINTS = ("t1", "t2")
LAWS = settings(max_examples=examples(80), deadline=None)


@dataclass(frozen=True)
class Situation:
    """A journey of two touchpoints, perhaps with a round, and who wants to answer what."""

    document: Document
    rater: Rater
    touchpoint: Id
    figure: str

    @property
    def answers(self) -> dict[tuple[Id, Id, str, Id], int | None]:
        """Every single answer there is: round, touchpoint, figure and voice → value."""
        return answers(self.document)


def answers(document: Document) -> dict[tuple[Id, Id, str, Id], int | None]:
    return {
        (record.round, record.touchpoint, figure, voice): value
        for record in document.all(TouchpointRatings)
        for figure in FIGURES
        for voice, value in getattr(record, figure).items()
    }


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    records: list[Record] = [Journey(id="j", title="Umzug"), Stage(id="s", journey="j", name="Vorher")]
    records += [Touchpoint(id=t, stage="s", name=t) for t in TOUCHPOINTS]
    records += [Participant(id=p) for p in PEOPLE]
    shown = None
    if draw(st.booleans()) or draw(st.booleans()):
        kind, scale = draw(st.sampled_from(RoundKind)), draw(st.sampled_from((5, 7, 10)))
        shown = Round(id="r", journey="j", kind=kind, state=draw(st.sampled_from(RoundState)), scale=scale)
        records.append(shown)
        voices = (GROUP_VOICE,) if kind in ONE_VOICE else PEOPLE
        for touchpoint in TOUCHPOINTS:
            told = {}
            for figure in FIGURES:
                given = st.dictionaries(st.sampled_from(voices), st.none() | st.integers(*limits(figure, scale)))
                told[figure] = FrozenMap(draw(given))
            records.append(TouchpointRatings(id=f"a{touchpoint}", round="r", touchpoint=touchpoint, **told))
        for touchpoint in () if kind in ONE_VOICE else draw(st.sets(st.sampled_from(TOUCHPOINTS))):
            counted = draw(st.sampled_from(({"pairs": {"3|4": 2}}, {"kano": {"1|5": 2}})))
            records.append(SurveyCounts(id=f"c{touchpoint}", round="r", touchpoint=touchpoint, **counted))
    document = Document(records)
    voice = draw(st.sampled_from((GROUP_VOICE, *PEOPLE, "gone")))
    who = rater(document, "j", shown, voice)
    return Situation(document, who, draw(st.sampled_from(TOUCHPOINTS)), draw(st.sampled_from(FIGURES)))


@LAWS
@given(situations(), st.data())
def test_what_is_allowed_is_taken_and_changes_that_one_answer(case: Situation, data: st.DataObject) -> None:
    place = case.rater.may_answer(case.document, case.touchpoint)
    value = data.draw(st.none() | st.integers(*case.rater.limits(case.figure)))
    if not isinstance(place, Allowed):
        return
    store = Store(case.document)
    with store.transaction("rate") as draft:
        rate_as(draft, place, case.figure, value)
    before, after = case.answers, answers(store.document)
    changed = {key for key in before.keys() | after.keys() if before.get(key, "-") != after.get(key, "-")}
    assert {key[1:] for key in changed} <= {(case.touchpoint, case.figure, place.voice)}
    about = store.document.all(Round)[-1]
    now = rater(store.document, "j", about, place.voice)
    assert now.answer(now.ratings(store.document, case.touchpoint), case.figure) == Answer(value)
    with store.transaction("clear") as draft:
        clear_as(draft, place._replace(round=about.id), case.figure)
        say_as(draft, place._replace(round=about.id), "froh")
    ratings = now.ratings(store.document, case.touchpoint)
    assert ratings is not None and ratings.word[place.voice] == "froh"
    assert now.answer(ratings, case.figure) == NOT_YET


@LAWS
@given(situations())
def test_nothing_off_the_scale_is_taken(case: Situation) -> None:
    place = case.rater.may_answer(case.document, case.touchpoint)
    low, high = case.rater.limits(case.figure)
    for value in (low - 1, high + 1):
        if isinstance(place, Allowed):
            store = Store(case.document)
            with pytest.raises(ValueError, match="runs from"), store.transaction("rate") as draft:
                rate_as(draft, place, case.figure, value)
            assert store.document is case.document


@LAWS
@given(situations())
def test_the_mean_of_several_people_is_never_overwritten(case: Situation) -> None:
    typed = case.rater.may_answer(case.document, case.touchpoint)
    dragged = case.rater.may_drag(case.document, case.touchpoint, case.figure)
    single = case.rater.round is not None and case.rater.round.kind not in ONE_VOICE
    for place in (typed, dragged):
        assert not (isinstance(place, Allowed) and single) or place.voice in PEOPLE, "nobody answers for all"
    if isinstance(dragged, Allowed):
        behind = {key[3] for key in case.answers if key[1:3] == (case.touchpoint, case.figure)}
        assert behind <= {dragged.voice}, "the mark that is dragged is this voice's own answer"
        assert dragged == typed
    elif isinstance(typed, Allowed):
        others = {key[3] for key in case.answers if key[1:3] == (case.touchpoint, case.figure)} - {typed.voice}
        assert others, "only a mean is kept from being dragged"
    else:
        assert dragged is typed


@LAWS
@given(situations())
def test_a_closed_or_a_counted_round_takes_nothing_from_anybody(case: Situation) -> None:
    shown = case.rater.round
    counted = any(c.rated for c in case.document.all(SurveyCounts))
    closed = shown is not None and shown.state is RoundState.CLOSED
    if closed or counted:
        assert not case.rater.open
        assert not isinstance(case.rater.may_answer(case.document, case.touchpoint), Allowed)
    if closed and shown is not None:
        store = Store(case.document)
        with pytest.raises(UserError), store.transaction("rate") as draft:
            rate(draft, "r", "t1", "p1", "experience", 1)
        with pytest.raises(UserError), store.transaction("clear") as draft:
            clear_rating(draft, "r", "t1", "p1", "quick")


@LAWS
@given(situations())
def test_what_can_be_written_can_be_seen(case: Situation) -> None:
    """A voice may write exactly where its single answers are in view and the round is open."""
    allowed = isinstance(case.rater.may_answer(case.document, case.touchpoint), Allowed)
    assert allowed is case.rater.open
