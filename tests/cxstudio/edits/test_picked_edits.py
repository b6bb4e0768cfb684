"""Picked entries of the catalogue become touchpoints where they were meant to go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.catalogue.samples import sample
from cxstudio.edits import LAST
from cxstudio.edits.catalogue import Picked, add_picked
from cxstudio.model import Channel, Document, Journey, MissingRecord, Stage, Touchpoint
from cxstudio.model.kinds import ChannelPlace, ContactKind
from cxstudio.store import Store

STAGES = ["stage1", "stage2", "stage3"]


def store() -> Store:
    return Store(sample("lindenfurt", "de").document)


def add(into: Store, *picked: Picked) -> list[str]:
    with into.transaction("add") as draft:
        return add_picked(draft, into.document.all(Journey)[0].id, picked)


def test_several_behind_one_touchpoint_keep_their_order() -> None:
    into = store()
    made = add(into, *(Picked(name, "stage1", after="t01") for name in ("A", "B", "C")))
    assert [t.id for t in into.document.touchpoints("stage1")][:4] == ["t01", *made]


def test_a_channel_is_found_under_any_of_its_names_or_made_with_its_icon() -> None:
    into = store()
    before = len(into.document.all(Channel))
    made = add(
        into,
        Picked("A", "stage1", channel="Phone", contact=ContactKind.PERSON, entry="a"),
        Picked("B", "stage1", channel="Fahrkartenautomat"),
        Picked("C", "stage2", channel="Fahrkartenautomat"),
    )
    first, second, third = (into.document.get(Touchpoint, i) for i in made)
    assert first.channels == ("c-phone",)
    assert (first.contact, first.catalogue_entry) == (ContactKind.PERSON, "a")
    assert second.channels == third.channels
    made_channel = into.document.get(Channel, second.channels[0])
    assert (made_channel.name, made_channel.icon, made_channel.place) == (
        "Fahrkartenautomat",
        "kiosk",
        ChannelPlace.OFFLINE,
    )
    assert len(into.document.all(Channel)) == before + 1


def test_a_stage_that_is_not_there_is_made_once() -> None:
    into = Store(Document([Journey(id="j", title="J")]))
    add(into, Picked("A", None, "Bezahlen"), Picked("B", None, "bezahlen "), Picked("C", None, "Nutzen"))
    assert [(s.name, len(into.document.touchpoints(s.id))) for s in into.document.all(Stage)] == [
        ("Bezahlen", 2),
        ("Nutzen", 1),
    ]


def test_a_stage_that_is_gone_drops_everything() -> None:
    into = store()
    before = into.document
    with pytest.raises(MissingRecord):
        add(into, Picked("A", "stage1"), Picked("B", "gone"))
    assert into.document is before


@given(st.lists(st.tuples(st.sampled_from(STAGES), st.booleans()), max_size=12))
def test_adding_is_one_step_and_undone_as_one(wanted: list[tuple[str, bool]]) -> None:
    into = store()
    before = into.document
    anchors = {stage: before.touchpoints(stage)[0].id for stage in STAGES}
    picked = [Picked(f"{n}", stage, after=anchors[stage] if b else LAST) for n, (stage, b) in enumerate(wanted)]
    made = add(into, *picked)
    assert len(made) == len(set(made)) == len(wanted)
    for stage in STAGES:
        names = [t.name for t in into.document.touchpoints(stage) if t.id in made]
        behind = [str(n) for n, (s, b) in enumerate(wanted) if s == stage and b]
        last = [str(n) for n, (s, b) in enumerate(wanted) if s == stage and not b]
        assert names == behind + last
    if made:
        into.undo()
    assert into.document == before
