"""Freshness: what a change leaves as it is would come out the same if it were worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.freshness import (
    FLOW_FIGURES,
    ROUND_FIGURES,
    SHOWN_ROUND,
    KnownFigures,
    Standing,
    patched,
    previewed,
    rounds_touched,
    same_emotions,
    touches,
)
from cxstudio.analysis.round.employees_against_customers import customers_round
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.catalogue.samples import sample
from cxstudio.edits import move_touchpoints, rate, set_fields, set_round_state
from cxstudio.edits.journey.to_be import derive_journey, target_round
from cxstudio.model import (
    GROUP_VOICE,
    Channel,
    Department,
    Document,
    FrozenMap,
    Id,
    Journey,
    Project,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import ChannelPlace, JourneyKind, RoundKind, RoundState, View
from cxstudio.model.registry import PROJECT_ID, RECORD_TYPES
from cxstudio.model.rounds import shown_round
from cxstudio.store import ChangeSet, CheckFailed, Store
from tests.cxstudio.journeys import journeys
from tests.examples import examples

_NEW: dict[str, Iterable[Any]] = {
    "order": ("0", "a0", "b", "zz"),
    "scale": (5, 7),
    "minimum_group": (1, 3),
    "respondents": (None, 0, 40),
    "importance_exponent": (0.5, 1.0, 2.0),
    "gap_exponent": (0.5, 1.0, 2.0),
    "verdict_points": (0.5, 1.0, 2.0),
    "share": (None, 0.0, 0.4, 1.0),
    "pairs": (FrozenMap(), FrozenMap({"6|1": 12}), FrozenMap({"1|7": 12})),
    "kano": (FrozenMap(), FrozenMap({"1|5": 7})),
}
"""Values that tell, besides those other records have and the choices of the field."""
_FEW = 2


@st.composite
def projects(draw: st.DrawFn) -> Document:
    """Any journey, and a to-be journey derived from it with counterparts and targets."""
    known = draw(journeys())
    touchpoints = known.journey_touchpoints("j")
    more: list[Record] = [
        Project(id=PROJECT_ID),
        Channel(id="c1", name="Portal", place=ChannelPlace.ONLINE),
        Channel(id="c2", name="Letter", place=ChannelPlace.OFFLINE),
        Journey(id="j2", title="To be", kind=JourneyKind.TO_BE, derived_from="j"),
        Stage(id="later", journey="j2", name="Stage"),
        Round(id="aim", journey="j2", kind=RoundKind.TARGET, scale=known.get(Round, "r").scale),
        Round(id="late", journey="j", order="zz"),
    ]
    for at, touchpoint in enumerate(touchpoints):
        aims = {
            figure: FrozenMap({GROUP_VOICE: draw(st.integers(1, 5))})
            for figure in ("expectation", "experience", "importance")
        }
        channels = draw(st.sampled_from(((), ("c1",), ("c2",))))
        more.append(touchpoint.model_copy(update={"channels": channels}))
        more.append(Touchpoint(id=f"u{at}", stage="later", name="Later", order=f"a{at}", counterpart=touchpoint.id))
        more.append(TouchpointRatings(id=f"aim{at}", round="aim", touchpoint=f"u{at}", **aims))
    return known.evolve(more)


@st.composite
def edits(draw: st.DrawFn, document: Document) -> tuple[Document, ChangeSet]:
    """A change of any field of any record that the program would accept, a record more, or one fewer."""
    store, told = Store(document), list[ChangeSet]()
    store.listen(told.append)
    record = draw(st.sampled_from(sorted(document, key=lambda r: (type(r).__name__, r.id))))
    kind = type(record)
    what = draw(st.sampled_from(("change", "change", "change", "change", "remove", "copy")))
    try:
        with store.transaction("any") as draft:
            if what == "remove":
                draft.remove(record.id)
            elif what == "copy":
                draft.create(record.model_copy(update={"id": "new"}))
            else:
                name = draw(st.sampled_from(sorted(set(kind.model_fields) - {"id"})))
                draft.update(kind, record.id, **{name: draw(st.sampled_from(values(document, record, name)))})
    except (ValidationError, CheckFailed):
        assume(False)
    assume(told)
    event(f"{kind.__name__}: {what}")
    return store.document, told[0]


def values(document: Document, record: Record, name: str) -> list[Any]:
    """Something else a field may hold; not everything of it fits."""
    field, now = type(record).model_fields[name], getattr(record, name)
    known = [getattr(other, name) for other in document.all(type(record))]
    ids = [r.id for r in document] if isinstance(now, str | None) else []
    many = [(r.id,) for r in document.all(Department) + document.all(Channel)] if isinstance(now, tuple) else []
    answers: list[Any] = [FrozenMap({"v1": 1, "v2": 7})] if isinstance(now, FrozenMap) else []
    default = [] if field.is_required() else [field.default]
    found = [*_NEW.get(name, ()), *_choices(field.annotation), *known, *default, *many, *answers, "Other", True, *ids]
    return [value for value in found if value != now]


def _choices(annotation: Any) -> list[Any]:
    parts = getattr(annotation, "__args__", ()) or (annotation,)
    return [m for part in parts if isinstance(part, type) and issubclass(part, StrEnum) for m in part]


@given(st.data())
def test_figures_a_change_does_not_touch_come_out_the_same(data: st.DataObject) -> None:
    before = data.draw(projects())
    after, changes = data.draw(edits(before))
    rounds = {r.id for r in before.all(Round)}
    touched = rounds_touched(after, changes, rounds)
    assert touched <= rounds
    for round_id in sorted(rounds - touched):
        known, anew = round_figures(before, round_id), round_figures(after, round_id)
        assert known == anew, round_id
        assert dict(known.stability) == dict(anew.stability), round_id


@pytest.fixture(scope="module")
def rich() -> tuple[Document, dict[Id, RoundFigures]]:
    """The sample with a to-be journey and targets: every round with all its reasons."""
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("") as draft:
        later = derive_journey(draft, store.document.all(Journey)[0].id)
        begun = {t.id: {"experience": 6, "emotion": 2} for t in draft.document.journey_touchpoints(later)}
        target_round(draft, later, begun)
    return store.document, {r.id: round_figures(store.document, r.id) for r in store.document.all(Round)}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_field_said_not_to_be_read_tells_in_no_figure(
    kind: type[Record], rich: tuple[Document, dict[Id, RoundFigures]]
) -> None:
    """Every field of every kind; at every record of the sample where something of its kind is read."""
    document, known = rich
    shown = next(iter(known.values()))
    graph = flow_figures(document, shown.journey, shown)
    for record in document.all(kind)[: None if kind in ROUND_FIGURES else 1]:
        for name in sorted(set(kind.model_fields) - {"id"}):
            for after, changes in _changed(document, record, name):
                for round_id in known.keys() - rounds_touched(after, changes, known):
                    anew = round_figures(after, round_id, before=known[round_id])
                    assert anew == known[round_id], f"{kind.__name__}.{name} of {record.id} in {round_id}"
                if not touches(FLOW_FIGURES, changes):
                    assert flow_figures(after, shown.journey, shown) == graph, f"{kind.__name__}.{name}"


def _changed(document: Document, record: Record, name: str) -> Iterator[tuple[Document, ChangeSet]]:
    """The document with another value of a field, for the first few values that fit."""
    found = 0
    for value in values(document, record, name):
        try:
            changes = _difference(document, record, name, value)
        except (ValidationError, CheckFailed):
            continue
        found += bool(changes)
        if changes:
            yield changes
        if found == _FEW:
            return


def _difference(document: Document, record: Record, name: str, value: object) -> tuple[Document, ChangeSet] | None:
    store, told = Store(document), list[ChangeSet]()
    store.listen(told.append)
    with store.transaction("") as draft:
        draft.update(type(record), record.id, **{name: value})
    return (store.document, told[0]) if told else None


@settings(max_examples=examples(40))
@given(st.data())
def test_a_graph_a_change_does_not_touch_comes_out_the_same(data: st.DataObject) -> None:
    before = data.draw(projects())
    after, changes = data.draw(edits(before))
    one, other = round_figures(before, "r"), None if "r" not in after else round_figures(after, "r")
    if not touches(FLOW_FIGURES, changes) and same_emotions(one, other):
        assert flow_figures(before, "j", one) == flow_figures(after, "j", other)


@settings(max_examples=examples(40))
@given(st.data())
def test_a_shown_round_a_change_does_not_touch_is_the_same_record(data: st.DataObject) -> None:
    before = data.draw(projects())
    after, changes = data.draw(edits(before))
    if not touches(SHOWN_ROUND, changes):
        assert all(shown_round(before, j) is shown_round(after, j) for j in ("j", "j2"))


def _document() -> tuple[Store, str, list[ChangeSet]]:
    store, told = Store(sample("lindenfurt", "en").document), list[ChangeSet]()
    store.listen(told.append)
    shown = shown_round(store.document, store.document.all(Journey)[0].id)
    assert shown is not None
    return store, shown.id, told


@pytest.mark.parametrize("values", ({"name": "Other"}, {"description": "Words"}, {"stardust": True}, {"staff": "We"}))
def test_words_touch_no_figure(values: dict[str, Any]) -> None:
    store, shown, told = _document()
    with store.transaction("") as draft:
        set_fields(draft, Touchpoint, "t03", **values)
    assert rounds_touched(store.document, told[0], [shown]) == frozenset()
    assert not touches(FLOW_FIGURES, told[0])


def test_what_a_figure_reads_is_named_by_the_fields_of_its_records() -> None:
    for reads in (ROUND_FIGURES, FLOW_FIGURES, SHOWN_ROUND):
        for kind, fields in reads.items():
            assert fields <= kind.model_fields.keys()


def test_answers_of_customers_touch_the_round_they_are_held_against() -> None:
    """What customers see worse is a reason for a touchpoint to be critical in the round of the employees."""
    store, _, told = _document()
    survey = next(r for r in store.document.all(Round) if r.view is View.CUSTOMERS)
    with store.transaction("") as draft:
        set_round_state(draft, survey.id, RoundState.OPEN)
    first = store.document.journey_touchpoints(survey.journey)[0].id
    with store.transaction("") as draft:
        rate(draft, survey.id, first, GROUP_VOICE, "experience", 1)
    ours = [r for r in store.document.all(Round) if customers_round(store.document, r) is not None]
    touched = rounds_touched(store.document, told[-1], [r.id for r in store.document.all(Round)])
    assert ours and touched == {survey.id, *(r.id for r in ours)}


def test_a_department_merged_into_another_touches_every_round() -> None:
    store, shown, told = _document()
    one, other = store.document.all(Department)[:2]
    with store.transaction("") as draft:
        set_fields(draft, Department, one.id, merged_into=other.id)
    assert rounds_touched(store.document, told[0], [shown]) == {shown}
    assert touches(FLOW_FIGURES, told[0])


@given(st.lists(st.sampled_from(("touch", "other", "begin", "end")), max_size=12))
@example(["begin", "touch", "end"])
def test_only_what_was_begun_after_the_last_touch_is_fresh(steps: list[str]) -> None:
    """A result arrives with the revision it was begun from, however late."""
    known: KnownFigures[str] = KnownFigures()
    begun: int | None = None
    touched, made = -1, -1
    for step in steps:
        if step == "begin":
            begun = known.revision
            known = known.with_value("r", known.of("r").value, known.of("r").revision)
        elif step == "end" and begun is not None:
            known, made = known.with_value("r", "made", begun), begun
        elif step in ("touch", "other"):
            known = known.after({"r"} if step == "touch" else {"x"})
            touched = known.revision if step == "touch" else touched
        wanted = Standing.MISSING if made < 0 else Standing.FRESH if made >= touched else Standing.STALE
        assert known.of("r").standing is wanted
    assert known.without({"r"}).of("r").standing is Standing.MISSING


@settings(max_examples=examples(40))
@given(st.data())
def test_patched_figures_have_the_own_figures_of_what_was_rated(data: st.DataObject) -> None:
    before = data.draw(projects())
    touchpoints = [t.id for t in before.journey_touchpoints("j")]
    assume(touchpoints)
    store, told = Store(before), list[ChangeSet]()
    store.listen(told.append)
    with store.transaction("") as draft:
        for touchpoint in data.draw(st.lists(st.sampled_from(touchpoints), min_size=1, max_size=3)):
            rate(draft, "r", touchpoint, GROUP_VOICE, "experience", data.draw(st.integers(1, 2)))
    assume(told)
    anew = round_figures(store.document, "r")
    assert patched(store.document, round_figures(before, "r"), told[0]).by_id == anew.by_id
    shown = shown_round(before, "j")
    if shown is not None and shown.id == "r":
        assert previewed(store.document, told[0], "j", round_figures(before, "r")) == anew


def test_a_card_under_way_keeps_the_figures_in_view() -> None:
    store, shown, _ = _document()
    known = round_figures(store.document, shown)
    stage = store.document.stages(known.journey)[0].id
    document, changes = store.preview(move_touchpoints, ["t08"], stage, None)
    assert previewed(document, changes, known.journey, known) is known
