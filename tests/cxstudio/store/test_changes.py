"""Change sets: one change per slot, reversible, squashable."""

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.model import Document, Journey, Participant, Round, Stage, Touchpoint, TouchpointRatings
from cxstudio.store import Draft, apply, check_changed, invert, squash
from cxstudio.store.changes import ChangeSet, between

BASE = Document(
    [
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        Touchpoint(id="t0", stage="s", name="T0"),
        Participant(id="p0"),
        Participant(id="p1"),
        Round(id="r", journey="j"),
        TouchpointRatings(id="x", round="r", touchpoint="t0", experience={"p0": 3}),
    ]
)

steps = st.lists(
    st.tuples(st.sampled_from(["create", "rename", "rate", "unrate", "remove", "again"]), st.integers(0, 3)),
    max_size=25,
)


def perform(draft: Draft, steps: list[tuple[str, int]]) -> None:
    for what, n in steps:
        touchpoint = f"t{n}"
        there = touchpoint in draft.document
        if what in {"create", "again"} and not there and "s" in draft.document:
            draft.create(Touchpoint(id=touchpoint, stage="s", name=what))
        elif what == "rename" and there:
            draft.update(Touchpoint, touchpoint, name=f"name {len(draft.changes)}")
        elif what in {"rate", "unrate"} and "x" in draft.document:
            held = draft.get(TouchpointRatings, "x").experience
            person = f"p{n % 2}"
            values = {**held, person: n} if what == "rate" else {k: v for k, v in held.items() if k != person}
            draft.update(TouchpointRatings, "x", experience=values)
        elif what == "remove" and there:
            draft.remove(touchpoint)


@given(steps)
def test_squashed_changes_do_the_same_and_can_be_taken_back(steps: list[tuple[str, int]]) -> None:
    draft = Draft(BASE)
    perform(draft, steps)
    changes = draft.changes
    after = apply(BASE, changes)
    assert after == draft.document
    assert len({c.slot for c in changes}) == len(changes)
    assert apply(after, invert(ChangeSet(changes))) == BASE
    check_changed(after, {c.record_id for c in changes})


@given(steps, steps)
def test_two_steps_squash_into_one(first: list[tuple[str, int]], second: list[tuple[str, int]]) -> None:
    one = Draft(BASE)
    perform(one, first)
    two = Draft(one.document)
    perform(two, second)
    joined = squash([*one.changes, *two.changes])
    assert apply(BASE, joined) == two.document
    assert apply(two.document, invert(ChangeSet(joined))) == BASE


@given(steps)
def test_between_leads_from_one_document_to_another(steps: list[tuple[str, int]]) -> None:
    draft = Draft(BASE)
    perform(draft, steps)
    ids = {r.id for r in BASE} | {r.id for r in draft.document}
    assert apply(BASE, between(BASE, draft.document, ids)) == draft.document
    assert between(BASE, BASE, ids) == ()


def test_a_key_of_a_map_is_a_slot_of_its_own() -> None:
    draft = Draft(BASE)
    draft.update(TouchpointRatings, "x", experience={"p0": 3, "p1": None})
    (change,) = draft.changes
    assert (change.field, change.key, change.after) == ("experience", "p1", None)


def test_many_records_squash_in_reasonable_time() -> None:
    draft = Draft(BASE)
    draft.create_many([Touchpoint(id=f"n{i}", stage="s", name="x") for i in range(20_000)])
    assert len(draft.changes) == 20_000
