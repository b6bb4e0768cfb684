"""Choosing, ordering and sizing lanes, and those of one's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.edits import (
    add_note,
    add_own_lane,
    add_step,
    fix_lane_height,
    move_lane,
    remove_own_lane,
    set_lane,
    show_lanes,
)
from cxstudio.model import BackstageStep, Document, Journey, LaneSetting, MissingRecord, Note, Stage, Touchpoint
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import LaneRef, journey_lanes
from cxstudio.store import Store

USUAL = {kind for kind, lane in LANE_CONTENTS.items() if lane.usual}


def store() -> Store:
    records = [
        Journey(id="j", title=""),
        Stage(id="s", journey="j", name=""),
        Touchpoint(id="t", stage="s", name=""),
    ]
    return Store(Document(records))


def order(of: Store) -> list[LaneRef]:
    return [lane.ref for lane in journey_lanes(of.document, "j")]


def test_settings_say_only_what_differs_from_usual() -> None:
    kept = store()
    with kept.transaction("edit") as draft:
        set_lane(draft, "j", LaneKind.VOLUME, height=100.0)
        set_lane(draft, "j", LaneKind.EMOTION, collapsed=True)
    shown = {lane.kind for lane in journey_lanes(kept.document, "j") if lane.shown}
    assert shown == USUAL, "a height alone shows no lane"
    with kept.transaction("edit") as draft:
        show_lanes(draft, "j", [LaneKind.VOLUME])
    assert LaneKind.VOLUME in {lane.kind for lane in journey_lanes(kept.document, "j") if lane.shown}


KINDS = [kind for kind in LaneKind if kind is not LaneKind.OWN]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from([None, *KINDS])), max_size=8))
def test_a_moved_lane_stands_right_behind_the_other(moves: list[tuple[LaneKind, LaneKind | None]]) -> None:
    kept = store()
    for lane, after in moves:
        if lane is after:
            continue
        rest = [one for one in order(kept) if one != lane]
        place = rest.index(after) + 1 if after is not None else 0
        with kept.transaction("move") as draft:
            move_lane(draft, "j", lane, after)
        assert order(kept) == [*rest[:place], lane, *rest[place:]]


def test_a_lane_of_ones_own_goes_with_its_notes() -> None:
    kept = store()
    with kept.transaction("edit") as draft:
        own = add_own_lane(draft, "j", "Nachbarn")
        other = add_own_lane(draft, "j", "Wetter")
        mine = add_note(draft, "a", NoteKind.LANE, "t", lane=own)
        theirs = add_note(draft, "b", NoteKind.LANE, "t", lane=other)
    assert order(kept)[-2:] == [own, other]
    with kept.transaction("edit") as draft:
        move_lane(draft, "j", other, None)
        fix_lane_height(draft, "j", other, 5.0)
        remove_own_lane(draft, own)
    assert mine not in kept.document and theirs in kept.document
    assert order(kept)[0] == other and kept.document.get(LaneSetting, other).height == 24.0
    kept.undo()
    assert kept.document.get(Note, mine).lane == own


def test_what_is_not_there_is_refused() -> None:
    kept = store()
    for edit in (
        lambda draft: set_lane(draft, "j", "gone", shown=True),
        lambda draft: set_lane(draft, "gone", LaneKind.EMOTION, shown=True),
        lambda draft: add_own_lane(draft, "gone"),
        lambda draft: remove_own_lane(draft, "t"),
        lambda draft: add_step(draft, "gone", "x"),
    ):
        with pytest.raises(MissingRecord), kept.transaction("edit") as draft:
            edit(draft)
    assert not kept.document.all(LaneSetting)


def test_steps_follow_each_other() -> None:
    kept = store()
    with kept.transaction("edit") as draft:
        first, second = add_step(draft, "t", "eins"), add_step(draft, "t", "zwei", BackstageKind.SYSTEM)
    assert [s.id for s in kept.document.having(BackstageStep, "touchpoint", "t")] == [first, second]
