"""The document keeps its indexes right whatever changes."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.model import (
    Channel,
    Document,
    FrozenMap,
    Journey,
    MissingRecord,
    Note,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.registry import RECORD_TYPES, ref_fields

IDS = st.sampled_from(["t0", "t1", "t2", "t3"])
TOUCHPOINTS = st.builds(
    Touchpoint,
    id=IDS,
    stage=st.sampled_from(["s0", "s1"]),
    name=st.just("x"),
    order=st.sampled_from(["a0", "a1", "a2"]),
    departments=st.lists(st.sampled_from(["d0", "d1"]), unique=True).map(tuple),
)
STEPS = st.lists(st.tuples(st.lists(TOUCHPOINTS, max_size=3), st.lists(IDS, max_size=2)), max_size=8)


@given(STEPS)
def test_indexes_carried_along_equal_indexes_built_anew(steps):
    document = Document([Journey(id="j", title="J"), *(Stage(id=s, journey="j", name=s) for s in ("s0", "s1"))])
    document.touchpoints("s0"), document.having(Touchpoint, "departments", "d0")
    for put, drop in steps:
        before, frozen = document, list(document)
        unique = {t.id: t for t in put}
        document = document.evolve(unique.values(), [d for d in drop if d not in unique])
        fresh = Document(document)
        for stage in ("s0", "s1"):
            assert document.touchpoints(stage) == fresh.touchpoints(stage)
        for department in ("d0", "d1"):
            found = document.having(Touchpoint, "departments", department)
            assert found == fresh.having(Touchpoint, "departments", department)
        assert document.all(Touchpoint) == fresh.all(Touchpoint)
        assert list(before) == frozen


def test_a_record_of_another_kind_is_missing():
    document = Document([Journey(id="j", title="J")])
    with pytest.raises(MissingRecord):
        document.get(Stage, "j")


def test_maps_refuse_every_change_and_survive_pickling():
    ratings = TouchpointRatings(id="r", round="x", touchpoint="t", expectation={"anna": 3})
    for change in (lambda m: m.update(anna=4), lambda m: m.pop("anna"), lambda m: m.__setitem__("ben", 1)):
        with pytest.raises(TypeError):
            change(ratings.expectation)
    assert pickle.loads(pickle.dumps(ratings)) == ratings
    assert isinstance(ratings.expectation, FrozenMap)
    assert hash(ratings)


def test_every_reference_leads_to_known_kinds_and_every_kind_can_be_built():
    for kind in RECORD_TYPES:
        for ref in ref_fields(kind):
            assert set(ref.kinds) <= set(RECORD_TYPES)


def test_a_record_of_another_kind_under_the_same_id_leaves_no_trace_of_the_first() -> None:
    notes = [Note(id=name, text=name, about="t") for name in ("n", "m")]
    document = Document(
        [
            Journey(id="j", title="J"),
            Stage(id="s", journey="j", name="S"),
            Touchpoint(id="t", stage="s", name="T"),
            *notes,
        ]
    )
    assert len(document.having(Note, "about", "t")) == 2  # looked up once, and kept from then on
    other = document.evolve([Channel(id="n", name="C")])
    assert [note.id for note in other.all(Note)] == ["m"] == [note.id for note in other.having(Note, "about", "t")]
    after = other.evolve([Note(id="k", text="k", about="t")], ["n"])
    assert {note.id for note in after.having(Note, "about", "t")} == {"k", "m"}
