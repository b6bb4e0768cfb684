"""Adding, moving and removing stages and touchpoints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.edits import (
    LAST,
    add_note,
    add_stage,
    add_touchpoint,
    add_touchpoints,
    draw_way,
    duplicate_touchpoint,
    find_or_add_channel,
    find_or_add_department,
    mark_critical,
    move_lane,
    move_stage,
    move_touchpoints,
    remove_records,
    set_lane,
    start_project,
)
from cxstudio.model import Channel, Document, LaneSetting, MissingRecord, Note, Touchpoint, Transition
from cxstudio.model.kinds import CriticalMark, NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Store


def test_a_touchpoint_lands_behind_the_one_named(small):
    with small.store.transaction("add") as draft:
        add_touchpoint(draft, small.stages[0], "one and a half", after=small.touchpoints[0])
        add_touchpoint(draft, small.stages[0], "zero", after=None)
        add_touchpoint(draft, small.stages[0], "four", after=LAST)
    assert small.names(0) == ["zero", "one", "one and a half", "two", "three", "four"]


def test_moving_keeps_the_order_of_the_map_whatever_order_was_selected(small):
    one, two, three = small.touchpoints
    with small.store.transaction("move") as draft:
        move_touchpoints(draft, [three, one], small.stages[1], None)
    assert small.names(0) == ["two"]
    assert small.names(1) == ["one", "three"]
    small.store.undo()
    assert small.names(0) == ["one", "two", "three"]


def test_moving_behind_a_touchpoint_that_moves_too(small):
    one, two, three = small.touchpoints
    with small.store.transaction("move") as draft:
        move_touchpoints(draft, [two, three], small.stages[0], two)
    assert small.names(0) == ["one", "two", "three"]


def test_a_stage_takes_its_touchpoints_and_what_hangs_on_them_along(small):
    with small.store.transaction("hang") as draft:
        add_note(draft, "never again", NoteKind.QUOTE, small.touchpoints[0])
        draw_way(draft, small.touchpoints[0], small.touchpoints[1], share=0.5)
    before = small.store.document
    with small.store.transaction("remove") as draft:
        remove_records(draft, [small.stages[0]])
    after = small.store.document
    assert not after.all(Touchpoint) and not after.all(Note) and not after.all(Transition)
    small.store.undo()
    assert small.store.document == before


def test_stages_move(small):
    with small.store.transaction("move") as draft:
        third = add_stage(draft, small.journey, "Stay")
        move_stage(draft, third, None)
    assert [s.name for s in small.store.document.stages(small.journey)] == ["Stay", "Inform", "Register"]


def test_a_copy_has_the_notes_but_no_verdict_of_the_group(small):
    with small.store.transaction("copy") as draft:
        add_note(draft, "17 fields", NoteKind.HURDLE, small.touchpoints[0])
        mark_critical(draft, [small.touchpoints[0]], CriticalMark.YES, "we saw it")
        copy = duplicate_touchpoint(draft, small.touchpoints[0])
    document = small.store.document
    assert small.names(0) == ["one", "one", "two", "three"]
    assert document.get(Touchpoint, copy).critical is CriticalMark.BY_RULE
    assert [n.text for n in document.having(Note, "about", copy)] == ["17 fields"]


def test_lanes_are_chosen_and_ordered(small):
    with small.store.transaction("lanes") as draft:
        set_lane(draft, small.journey, LaneKind.EMOTION, height=120.0)
        move_lane(draft, small.journey, LaneKind.MEASURES, None)
        set_lane(draft, small.journey, LaneKind.MEASURES, shown=False)
    lanes = small.store.document.having(LaneSetting, "journey", small.journey)
    assert [(x.kind, x.shown, x.height) for x in lanes] == [
        (LaneKind.MEASURES, False, None),
        (LaneKind.EMOTION, True, 120.0),
    ]


def test_an_unknown_stage_changes_nothing(small):
    before = small.store.document
    with pytest.raises(MissingRecord), small.store.transaction("add") as draft:
        add_touchpoint(draft, small.stages[0], "fine")
        add_touchpoint(draft, "nowhere", "not fine")
    assert small.store.document is before


@given(st.lists(st.tuples(st.lists(st.integers(0, 7), min_size=1, unique=True), st.integers(0, 2), st.integers(-1, 7))))
def test_whatever_is_moved_nothing_is_lost_and_the_rest_keeps_its_order(moves):
    store = Store(Document())
    with store.transaction("begin") as draft:
        journey = start_project(draft, title="J", stages=["a", "b", "c"])
        stages = [s.id for s in draft.document.stages(journey)]
        ids = add_touchpoints(draft, stages[0], [str(n) for n in range(8)])
    for chosen, stage, after in moves:
        before = [t.id for t in store.document.journey_touchpoints(journey)]
        place = ids[after] if after >= 0 else None
        home = {t.id for t in store.document.touchpoints(stages[stage])}
        moved = {ids[c] for c in chosen}
        with store.transaction("move") as draft:
            move_touchpoints(draft, list(moved), stages[stage], place if place in home else None)
        now = [t.id for t in store.document.journey_touchpoints(journey)]
        assert sorted(now) == sorted(before)
        assert [i for i in now if i not in moved] == [i for i in before if i not in moved]
        assert [i for i in now if i in moved] == [i for i in before if i in moved]


def test_a_channel_is_found_however_its_name_is_written(small):
    with small.store.transaction("channels") as draft:
        first = find_or_add_channel(draft, "Call center")
        assert find_or_add_channel(draft, " call\u00a0 CENTER ") == first
        mail = find_or_add_channel(draft, "Mail")
        assert {find_or_add_channel(draft, name) for name in ("E-Mail", "e mail", "Email", "EMAILS")} == {mail}
        assert find_or_add_department(draft, "Büro  Süd") == find_or_add_department(draft, "bu\u0308ro süd")
    assert [c.name for c in small.store.document.all(Channel)] == ["Call center", "Mail"]
