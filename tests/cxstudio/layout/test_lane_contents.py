"""One row per kind of lane: what it says of a lane holds for records, edits, drawing and what a change makes anew."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cxstudio.analysis.statistics.figure_values import TouchpointFigures
from cxstudio.edits import add_in_lane, add_own_lane
from cxstudio.layout.lanes import LANES
from cxstudio.layout.lanes.lane_kind import TextLane
from cxstudio.layout.map.map_delta import dirty_touchpoints
from cxstudio.model import BY_NAME, Document, Journey, Note, Stage, Touchpoint
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneContents, LaneKind
from cxstudio.model.lanes import JourneyLane, journey_lanes, records_in
from cxstudio.model.placement import PLACED, touchpoint_of
from cxstudio.store import ChangeSet, Store
from cxstudio.store.order import key_between
from cxstudio.wording.fields.field_table import Editor, field_of

ROWS = LANE_CONTENTS.items()
ADDING = [kind for kind, row in ROWS if row.typed and row.record]


def test_every_kind_has_a_row_a_drawing_and_a_place_with_room_beside_it() -> None:
    assert list(LANE_CONTENTS) == list(LANES) == list(LaneKind)
    places = [row.order for row in LANE_CONTENTS.values()]
    assert all(above < key_between(above, below) < below for above, below in pairwise(places))


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_a_row_names_what_there_is(kind: LaneKind, row: LaneContents) -> None:
    assert not row.record or BY_NAME[row.record] in PLACED
    assert bool(row.notes) == (row.record == Note.__name__)
    assert all(name in TouchpointFigures.__dataclass_fields__ for name in row.figures)
    assert all(field_of(Touchpoint, name) for name in row.fields)
    if row.typed and not row.record:
        assert field_of(Touchpoint, row.fields[0]).editor in (Editor.LINE, Editor.TEXT)
    assert row.grows or not isinstance(LANES[kind], TextLane)


def test_no_note_stands_in_two_lanes() -> None:
    kinds = [note for row in LANE_CONTENTS.values() for note in row.notes]
    assert len(kinds) == len(set(kinds))


def project() -> Store:
    stage = Stage(id="s", journey="j", name="Register")
    return Store(Document([Journey(id="j", title=""), stage, *(Touchpoint(id=t, stage="s", name=t) for t in "tu")]))


def lane_of(store: Store, kind: LaneKind) -> JourneyLane:
    with store.transaction("Lane") as draft:
        if kind is LaneKind.OWN:
            add_own_lane(draft, "j")
    return next(lane for lane in journey_lanes(store.document, "j") if lane.kind is kind)


@pytest.mark.parametrize("kind", ADDING)
def test_what_is_added_in_a_lane_stands_in_it_alone_and_is_drawn_anew(kind: LaneKind) -> None:
    store, seen = project(), list[ChangeSet]()
    lane = lane_of(store, kind)
    store.listen(seen.append)
    with store.transaction("Add") as draft:
        made = add_in_lane(draft, lane, "t")
    here = {k: [r.id for r in records_in(store.document, k, "t")] for k in LaneKind}
    assert here == {k: [made] if k is kind else [] for k in LaneKind}
    assert all(not records_in(store.document, k, "u") for k in LaneKind)
    assert touchpoint_of(store.document.find(made)) == "t"
    assert dirty_touchpoints(store.document, seen[-1]) == {"t"}


def test_a_note_of_one_own_lane_stands_in_no_other() -> None:
    store = project()
    first = lane_of(store, LaneKind.OWN)
    with store.transaction("Lane") as draft:
        second = add_own_lane(draft, "j")
        made = add_in_lane(draft, first, "t")
    assert [r.id for r in records_in(store.document, LaneKind.OWN, "t", str(first.ref))] == [made]
    assert records_in(store.document, LaneKind.OWN, "t", second) == ()


def test_a_step_is_added_in_the_row_that_was_pointed_at() -> None:
    store = project()
    lane = lane_of(store, LaneKind.BACKSTAGE)
    with store.transaction("Add") as draft:
        for row in BackstageKind:
            add_in_lane(draft, lane, "t", row)
    found = records_in(store.document, LaneKind.BACKSTAGE, "t")
    assert [getattr(step, "kind", None) for step in found] == list(BackstageKind)


def test_notes_of_kinds_no_lane_shows_stand_nowhere_on_the_map() -> None:
    shown = {note for row in LANE_CONTENTS.values() for note in row.notes}
    loose = [Note(id=k.value, text="", kind=k, about="t") for k in NoteKind if k not in shown]
    document = project().document.evolve(loose)
    assert loose and all(not records_in(document, k, "t") for k in LaneKind)
