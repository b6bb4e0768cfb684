"""A stage's blocks move as one: what stands elsewhere in the map after a change is not touched, and looks right."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.edits import add_touchpoint, move_stage, move_touchpoints, rate, set_fields, set_lane
from cxstudio.edits.common import remove_records
from cxstudio.layout.map.map_layout import MapLayout, MapStyle, lay_out_map, update
from cxstudio.layout.map_scene.map_style import density_of
from cxstudio.model import (
    Channel,
    Department,
    Document,
    Journey,
    Note,
    Participant,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import CriticalMark, NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Draft, Store
from cxstudio.wording import texts
from tests.examples import examples

STAGES = 5
KINDS = [kind for kind in LaneKind if kind is not LaneKind.OWN]


def journey(count: int, seed: int = 1, every: int = 3) -> Document:
    """A journey in which only every third touchpoint or so is rated, said something about, has a channel …"""
    chance = random.Random(seed)
    records: list[Record] = [Journey(id="j", title="J"), Round(id="r", journey="j"), Participant(id="p")]
    records += [Stage(id=f"s{n}", journey="j", order=f"a{n}", name=f"Stage {n}") for n in range(STAGES)]
    records += [Department(id=f"d{n}", name=f"Department {n}") for n in range(3)]
    records += [Channel(id=f"c{n}", name=f"Channel {n}") for n in range(3)]
    for n in range(count):
        departments = (f"d{chance.randrange(3)}",) if chance.randrange(2) else ()
        channels = (f"c{chance.randrange(3)}",) if chance.randrange(2) else ()
        records.append(
            Touchpoint(
                id=f"t{n}",
                stage=f"s{n * STAGES // count}",
                order=f"a{n:04d}1",
                name=f"Touchpoint {n}",
                departments=departments,
                channels=channels,
                critical=CriticalMark.YES if not chance.randrange(7) else CriticalMark.BY_RULE,
            )
        )
        if not chance.randrange(every):
            records.append(
                TouchpointRatings(
                    id=f"x{n}", round="r", touchpoint=f"t{n}", expectation={"p": 5},
                    experience={"p": chance.randint(1, 7)}, emotion={"p": chance.randint(-3, 3)},
                )
            )  # fmt: skip
            records.append(Note(id=f"n{n}", about=f"t{n}", kind=NoteKind.QUOTE, text="Said " * chance.randint(1, 9)))
    return Document(records)


def edit(draft: Draft, chance: random.Random) -> None:
    """Something that makes many columns stand elsewhere, or one look different."""
    touchpoints, stages = draft.document.all(Touchpoint), draft.document.all(Stage)
    one, stage = chance.choice(touchpoints).id, chance.choice(stages).id
    kind = chance.randrange(7)
    if kind == 0:
        add_touchpoint(draft, stage, "New", after=None)
    elif kind == 1:
        remove_records(draft, [one])
    elif kind in {2, 3}:
        move_stage(draft, stage, chance.choice([None, *(s.id for s in stages if s.id != stage)]))
    elif kind == 4:
        move_touchpoints(draft, [one], stage, None)
    elif kind == 5:
        rate(draft, "r", one, "p", "emotion", chance.randint(-3, 3))
    else:
        set_fields(draft, Touchpoint, one, departments=(), channels=("c1",))


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.sampled_from([112.0, 60.0, 10.0]), st.booleans(), st.sampled_from([2, 40]))
def test_after_moving_stages_a_map_equals_a_fresh_one(seed: int, width: float, folded: bool, every: int) -> None:
    chance = random.Random(seed)
    store = Store(journey(90, chance.randrange(99), every))
    shut = frozenset(f"s{n}" for n in range(STAGES) if folded and chance.randrange(2))
    style = MapStyle(column_width=width, density=density_of(width), folded_stages=shut, lanes=tuple(KINDS))
    figures = round_figures(store.document, "r")
    layout = lay_out_map(store.document, "j", figures, texts("de"), style)
    for _ in range(4):
        with store.transaction("edit") as draft:
            edit(draft, chance)
        before = figures
        figures = round_figures(store.document, "r", before=before)
        layout, _ = update(layout, store.document, store.history.undoable, figures, texts("de"))
        fresh = lay_out_map(store.document, "j", figures, texts("de"), style)
        assert layout.body == fresh.body
        assert (layout.header, layout.labels) == (fresh.header, fresh.labels)


def all_lanes(count: int) -> Store:
    store = Store(journey(count))
    with store.transaction("lanes") as draft:
        for kind in KINDS:
            set_lane(draft, "j", kind, shown=True)
    return store


def blocks_by_stage(layout: MapLayout) -> dict[str, object]:
    return {stage.key: stage.frames for lane in layout.lane_frames.values() for stage in lane.frames}


def laid_out_anew(before: MapLayout, after: MapLayout) -> set[str]:
    """Blocks, in any lane, whose groups are not those of before."""
    old = {key: frame.groups for key, frame in before.blocks.items()}
    return {key for key, frame in after.blocks.items() if frame.groups is not old.get(key)}


def changed(store: Store, layout: MapLayout, action: object) -> MapLayout:
    with store.transaction("edit") as draft:
        action(draft)  # type: ignore[operator]
    return update(layout, store.document, store.history.undoable, layout.scene.figures, texts("en"))[0]


def test_after_inserting_first_only_the_blocks_there_are_laid_out() -> None:
    store = all_lanes(500)
    before = lay_out_map(store.document, "j", round_figures(store.document, "r"), texts("en"))
    after = changed(store, before, lambda d: add_touchpoint(d, "s0", "New", after=None))
    assert len(after.lanes) == len(KINDS)
    assert len(laid_out_anew(before, after)) <= 4 * len(after.lanes)
    old, new = blocks_by_stage(before), blocks_by_stage(after)
    assert all(frames is old[key] for key, frames in new.items() if not key.endswith("/s0")), "stages move as one"


@pytest.mark.parametrize("place", [None, "s0", "s3"])
def test_moving_a_stage_lays_out_only_what_stands_at_its_ends(place: str | None) -> None:
    store = all_lanes(500)
    before = lay_out_map(store.document, "j", round_figures(store.document, "r"), texts("en"))
    after = changed(store, before, lambda d: move_stage(d, "s1" if place != "s0" else "s2", place))
    assert len(after.lanes) == len(KINDS)
    assert len(laid_out_anew(before, after)) <= 8 * len(after.lanes)
    assert sum(len(lane.frames) for lane in after.lane_frames.values()) == STAGES * len(KINDS)


def test_stages_and_labels_another_name_does_not_concern_are_the_very_same() -> None:
    store = Store(journey(60))
    figures = round_figures(store.document, "r")
    before = lay_out_map(store.document, "j", figures, texts("en"))
    document, changes = store.preview(set_fields, Touchpoint, "t3", name="Another name")
    after, _ = update(before, document, changes, figures, texts("en"))
    different = {
        (key, n)
        for key, lane in after.parts.lanes.items()
        for n, part in enumerate(lane.stages)
        if part is not before.parts.lanes[key].stages[n]
    }
    assert (f"lane:{LaneKind.TOUCHPOINTS}", 0) in different
    assert {n for _, n in different} <= {0, 1}, "but for what stands near the stage it is in"
    groups = zip(after.labels.root.groups, before.labels.root.groups, strict=True)
    assert all(now.group is then.group for now, then in groups)


def test_labels_and_grounds_that_only_stand_lower_are_the_very_same() -> None:
    store = Store(journey(60))
    before = lay_out_map(store.document, "j", None, texts("en"))
    first = before.lanes[0].kind
    document, changes = store.preview(set_lane, "j", first, height=before.lanes[0].height + 60.0)
    after, _ = update(before, document, changes, None, texts("en"))
    known = {placed.group.key: placed.group for placed in before.labels.root.groups}
    lower = after.labels.root.groups[1:]
    assert lower and all(placed.group is known[placed.group.key] for placed in lower)
    grounds, _, *_ = after.parts.frames
    former = {placed.group.key: placed.group for placed in before.parts.frames[0].groups}
    assert all(placed.group is former[placed.group.key] for placed in grounds.groups[1:])
