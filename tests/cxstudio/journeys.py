"""Journeys with ratings for tests: made by hand, or drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from cxstudio.model import (
    Department,
    Document,
    FrozenMap,
    Journey,
    Participant,
    Persona,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import (
    CriticalMark,
    ExperienceKind,
    RequirementKind,
    RoundKind,
    TransitionKind,
    Travels,
    View,
)

Answers = Sequence[int | None]


def given(answers: Answers) -> FrozenMap[str, int | None]:
    """Answers of voices v1, v2, … as a record holds them."""
    return FrozenMap({f"v{at}": answer for at, answer in enumerate(answers, 1)})


def journey(
    ratings: Sequence[Mapping[str, Answers]] = (),
    *,
    touchpoints: Sequence[Mapping[str, Any]] | None = None,
    more: Sequence[Record] = (),
    **round_: Any,
) -> Document:
    """One journey "j" with one stage, touchpoints t1, t2, … and round "r"; ratings per touchpoint and figure."""
    fields = touchpoints if touchpoints is not None else [{} for _ in ratings]
    voices = max((len(a) for one in ratings for a in one.values()), default=0)
    records: list[Record] = [
        Journey(id="j", title="Journey"),
        Stage(id="s", journey="j", name="Stage"),
        Persona(id="p", name="Jana Brandt"),
        Round(id="r", journey="j", **{"single_answers": True, **round_}),
        *(Participant(id=f"v{at}") for at in range(1, voices + 1)),
    ]
    for at, values in enumerate(fields, 1):
        records.append(
            Touchpoint(**{"id": f"t{at}", "stage": "s", "name": f"Point {at}", "order": f"a{at:03}", **values})
        )
    for at, one in enumerate(ratings, 1):
        if one:
            maps = {figure: given(answers) for figure, answers in one.items()}
            records.append(TouchpointRatings(id=f"rate{at}", round="r", touchpoint=f"t{at}", **maps))
    return Document([*records, *more])


def as_counts(document: Document) -> Document:
    """The same answers kept as counts of a survey. Every voice is taken to have answered every question."""
    drop, put = [], []
    for record in document.all(TouchpointRatings):
        drop.append(record.id)
        put.append(
            SurveyCounts(
                id=f"counts-{record.id}",
                round=record.round,
                touchpoint=record.touchpoint,
                pairs=_pairs(record.expectation, record.experience),
                emotion=_single(record.emotion),
                importance=_single(record.importance),
                quick=_single(record.quick),
            )
        )
    return document.evolve(put, drop)


def _pairs(first: Mapping[str, int | None], second: Mapping[str, int | None]) -> FrozenMap[str, int]:
    counts: dict[str, int] = {}
    for voice in first.keys() | second.keys():
        key = "|".join("-" if (a := half.get(voice)) is None else str(a) for half in (first, second))
        counts[key] = counts.get(key, 0) + 1
    return FrozenMap(counts)


def _single(answers: Mapping[str, int | None]) -> FrozenMap[str, int]:
    counts: dict[str, int] = {}
    for answer in answers.values():
        key = "-" if answer is None else str(answer)
        counts[key] = counts.get(key, 0) + 1
    return FrozenMap(counts)


# Made once and not anew for each record: hypothesis looks at every strategy it meets for the first time.
_yes = st.booleans()
_scales = st.sampled_from((2, 5, 7, 10))
_up_to = [st.integers(0, most) for most in range(8)]
_kinds = st.sampled_from(RoundKind)
_views = st.sampled_from(View)
_requirements = st.one_of(st.none(), st.sampled_from(RequirementKind))
_marks = st.sampled_from(CriticalMark)
_reasons = st.sampled_from(("", "Wir wissen es besser."))
_departments = st.sampled_from(((), ("d1",), ("d2",), ("d3",), ("d3", "d1")))
_experience_kinds = st.sampled_from(((), tuple(ExperienceKind)))
_ways_kinds = st.sampled_from(TransitionKind)
_shares = st.one_of(st.none(), st.floats(0, 1))
_travels = st.one_of(st.none(), st.sampled_from(Travels))
_pairs_counted = st.dictionaries(st.sampled_from(("1|1", "2|1", "1|2", "-|2", "9|9", "x", "2|-")), st.integers(-1, 20))


@cache
def _answers(least: int, most: int, size: int) -> st.SearchStrategy[list[int | None]]:
    """As many answers, each on the scale or missing."""
    return st.lists(st.one_of(st.none(), st.integers(least, most)), min_size=size, max_size=size)


@st.composite
def journeys(draw: st.DrawFn, *, wild: bool = True) -> Document:
    """Any journey with any answers; with `wild`, off the scale, half given and missing ones too."""
    scale, voices, count = draw(_scales), draw(_up_to[6]), draw(_up_to[7])
    spare = 2 if wild else 0
    ratings, touchpoints = [], []
    for _ in range(count):
        one: dict[str, Answers] = {}
        for figure in ("expectation", "experience", "importance", "emotion", "quick"):
            if draw(_yes):
                least, most = (-3, 3) if figure in ("emotion", "quick") else (1, scale)
                size = draw(_up_to[voices]) if wild else voices
                one[figure] = draw(_answers(least - spare, most + spare, size))
        if not wild and ("expectation" in one) != ("experience" in one):
            one.pop("expectation", None)
            one.pop("experience", None)
        ratings.append(one)
        touchpoints.append(_touchpoint_fields(draw))
    kind, view = draw(_kinds), draw(_views)
    more: list[Record] = [Department(id="d1", name="Netz"), Department(id="d2", name="Service", merged_into="d1")]
    more += [Department(id="d3", name="IT"), *_ways(draw, count)]
    if draw(_yes):
        more += _customers(draw, count, scale)
    return journey(ratings, touchpoints=touchpoints, more=more, kind=kind, view=view, scale=scale, persona="p")


def _touchpoint_fields(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "requirement": draw(_requirements),
        "critical": draw(_marks),
        "critical_reason": draw(_reasons),
        "departments": draw(_departments),
        "experience_kinds": draw(_experience_kinds),
    }


def _ways(draw: st.DrawFn, count: int) -> list[Record]:
    if not count:
        return []
    ids = st.sampled_from([f"t{at}" for at in range(1, count + 1)])
    ends = st.one_of(st.none(), ids)
    made: list[Record] = []
    for at in range(draw(_up_to[6])):
        made.append(
            Transition(
                id=f"way{at}",
                source=draw(ids),
                target=draw(ends),
                kind=draw(_ways_kinds),
                share=draw(_shares),
                assumed=draw(_yes),
                travels=draw(_travels),
            )
        )
    return made


def _customers(draw: st.DrawFn, count: int, scale: int) -> list[Record]:
    survey = Round(id="r2", journey="j", kind=RoundKind.SURVEY, view=View.CUSTOMERS, scale=scale, order="b")
    made: list[Record] = [survey]
    for at in range(1, count + 1):
        pairs = draw(_pairs_counted)
        made.append(SurveyCounts(id=f"s{at}", round="r2", touchpoint=f"t{at}", pairs=FrozenMap(pairs)))
    return made
