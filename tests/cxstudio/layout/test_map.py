"""The map's layout: well-formed at every zoom, readable, and the same however one got there."""

from collections import Counter
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import Frame, Group, Path, Rect, TextLine
from cxstudio.layout.map import frame_assembly as assembly
from cxstudio.layout.map.deferred_groups import looked_at
from cxstudio.layout.map.map_layout import MapLayout, MapStyle, density_of, lay_out_map, update
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.look.type_scale import SMALLEST_PAPER, SMALLEST_SCREEN
from cxstudio.model import (
    BackstageStep,
    Document,
    Journey,
    LaneSetting,
    Measure,
    Note,
    Participant,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import BackstageKind, CriticalMark, NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Draft, Store
from cxstudio.wording import texts
from tests.cxstudio.layout.generated import amounts, answers, documents, feelings, names, ratings
from tests.cxstudio.layout.map_groups import group_keys
from tests.examples import examples

WIDTHS = [112.0, 97.3, 70.0, 54.0, 30.0, 8.0, 3.0]
slow = settings(
    max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def figures(document: Document) -> RoundFigures | None:
    return round_figures(document, "r") if document.journey_touchpoints("j") else None


def laid(document: Document, width: float = 112.0, **style: object) -> MapLayout:
    made = MapStyle(column_width=width, density=density_of(width), **style)  # type: ignore[arg-type]
    return lay_out_map(document, "j", figures(document), texts("de"), made)


def check_frame(frame: Frame, slack: float = 0.6) -> None:
    """Every group within its frame, every frame's blocks within the lane's height, every text within its group."""
    for placed in frame.groups:
        group = placed.group
        assert placed.x >= -slack, (frame.key, group.key)
        assert placed.x + group.width <= frame.width + slack, (frame.key, group.key)
        assert placed.y + group.height <= frame.height + slack, (frame.key, group.key)
        check_group(group)
    for inner in frame.frames:
        check_frame(inner, slack)


def check_group(group: Group) -> None:
    for item in group.items:
        if isinstance(item, TextLine):
            assert item.width >= 0
            assert item.y <= group.height + 0.6, (group.key, item.text)
            if not group.key.startswith("emotion:"):
                assert item.x >= -0.6, (group.key, item.text)
                assert item.x + item.width <= group.width + 0.6, (group.key, item.text)
        elif isinstance(item, Rect):
            assert item.width >= 0
            assert item.height >= 0


def smallest_text(layout: MapLayout) -> float:
    lists = (layout.body, layout.header, layout.labels)
    sizes = [i.size for part in lists for p in part.flat() for i in p.group.items if isinstance(i, TextLine)]
    return min(sizes, default=99.0)


@slow
@given(documents(), st.sampled_from(WIDTHS), st.booleans())
def test_layouts_are_well_formed_at_every_zoom(document: Document, width: float, folded: bool) -> None:
    stages = frozenset(s.id for s in document.stages("j")) if folded else frozenset()
    layout = laid(document, width, folded_stages=stages)
    for part in (layout.header, layout.labels):
        check_frame(part.root)
    for frame in layout.body.root.frames:
        if frame.key != "stage-lines":
            for block in frame.frames:
                assert block.height <= frame.height + 0.6
                check_frame(block)
    keys = Counter(p.group.key for part in (layout.body, layout.header, layout.labels) for p in part.flat())
    assert not [k for k, n in keys.items() if n > 1]
    assert smallest_text(layout) >= SMALLEST_SCREEN
    assert all(row.height >= 24 for row in layout.lanes)


@slow
@given(documents(least=1), st.sampled_from([300.0, 500.0, 762.0]), st.sampled_from([200.0, 430.0, 2000.0]))
def test_pages_show_every_touchpoint_once_and_stay_readable(document: Document, wide: float, high: float) -> None:
    pages = map_pages(document, "j", figures(document), texts("de"), wide, high)
    cards = Counter(p.group.key for page in pages for p in page.picture.flat() if p.group.key.startswith("card:"))
    assert cards.keys() == {f"card:{t.id}" for t in document.journey_touchpoints("j")}
    for page in pages:
        shown = [p.group.key for p in page.picture.flat() if p.group.key.startswith("card:")]
        assert len(shown) == len(set(shown)), "on each page only once"
        assert page.picture.width <= wide + 0.01
        for placed in page.picture.flat():
            for item in placed.group.items:
                if isinstance(item, TextLine):
                    assert item.size >= SMALLEST_PAPER
                    assert placed.x + item.x >= -0.6
                    assert placed.x + item.x + item.width <= page.picture.width + 0.6, (placed.group.key, item.text)
        lines = [p for p in page.picture.flat() if p.group.key.startswith("stage:")]
        assert len(lines) == len(page.stages)


def draw_edit(draft: Draft, data: st.DataObject) -> None:
    """One random edit."""
    document = draft.document
    touchpoints, stages = document.all(Touchpoint), document.all(Stage)
    kinds = ["stage", "lane"] if "fixed" not in document else ["stage"]
    if stages:
        kinds.append("add")
    if touchpoints:
        kinds.extend(["name", "note", "mark", "move", "rate", "gone", "measure", "step", "amount", "thought"])
    kind = data.draw(st.sampled_from(kinds))
    if kind == "stage":
        order = data.draw(st.sampled_from(["Zz", "a0V", "a1V", "b00"]))
        draft.create(Stage(id=draft.new_id(), journey="j", order=order, name=data.draw(names)))
    elif kind == "lane":
        if not document.all(LaneSetting):
            lane = data.draw(st.sampled_from([LaneKind.EMOTION, LaneKind.QUOTES, LaneKind.TOUCHPOINTS]))
            height = data.draw(st.sampled_from([None, 70.0, 200.0]))
            draft.create(LaneSetting(id="l", journey="j", kind=lane, height=height, collapsed=data.draw(st.booleans())))
        else:
            draft.update(LaneSetting, "l", shown=data.draw(st.booleans()))
    elif kind == "add":
        order = data.draw(st.sampled_from(["Zz", "a00", "a0051", "a0121", "b00"]))
        stage = data.draw(st.sampled_from(stages)).id
        draft.create(Touchpoint(id=draft.new_id(), stage=stage, order=order, name=data.draw(names)))
    else:
        _edit_touchpoint(draft, data, kind, data.draw(st.sampled_from(touchpoints)), stages)


def _edit_touchpoint(draft: Draft, data: st.DataObject, kind: str, one: Touchpoint, stages: tuple[Stage, ...]) -> None:
    if kind == "name":
        draft.update(Touchpoint, one.id, name=data.draw(names))
    elif kind == "mark":
        draft.update(Touchpoint, one.id, critical=CriticalMark.YES, departments=("d1",), stardust=not one.stardust)
    elif kind == "move":
        order = data.draw(st.sampled_from(["Zz", "a0031", "a0091", "b00"]))
        draft.update(Touchpoint, one.id, stage=data.draw(st.sampled_from(stages)).id, order=order)
    elif kind == "amount":
        values = {"cases_per_month": data.draw(amounts), "waiting_minutes": data.draw(amounts)}
        draft.update(Touchpoint, one.id, **values, channels=data.draw(st.sampled_from([(), ("c0",), ("c1", "c2")])))
    elif kind == "gone":
        draft.remove(one.id)
    else:
        _edit_beside(draft, data, kind, one)


def _edit_beside(draft: Draft, data: st.DataObject, kind: str, one: Touchpoint) -> None:
    """Change what hangs at a touchpoint."""
    if kind == "note":
        known = draft.document.having(Note, "about", one.id)
        if known and data.draw(st.booleans()):
            draft.update(Note, known[0].id, kind=NoteKind.PARKING_LOT, about=None)
        else:
            draft.create(Note(id=draft.new_id(), about=one.id, text=data.draw(names), kind=NoteKind.QUOTE))
    elif kind == "rate":
        made = ratings(one.id, data.draw(answers), data.draw(answers), data.draw(feelings))
        if made.id in draft.document:
            draft.update(TouchpointRatings, made.id, experience=made.experience, emotion=made.emotion)
        else:
            draft.create(made)
    elif kind == "measure":
        draft.create(Measure(id=draft.new_id(), title=data.draw(names), touchpoints=(one.id,)))
    elif kind == "step":
        _edit_steps(draft, data, one)
    elif kind == "thought":
        lane = "own0" if "own0" in draft.document else None
        wanted = NoteKind.LANE if lane else NoteKind.NEED
        draft.create(Note(id=draft.new_id(), about=one.id, text=data.draw(names), kind=wanted, lane=lane))


def _edit_steps(draft: Draft, data: st.DataObject, one: Touchpoint) -> None:
    known = draft.document.having(BackstageStep, "touchpoint", one.id)
    if known and data.draw(st.booleans()):
        draft.remove(known[0].id)
    else:
        kind = data.draw(st.sampled_from(BackstageKind))
        draft.create(BackstageStep(id=draft.new_id(), touchpoint=one.id, text=data.draw(names) * 2, kind=kind))


@slow
@given(documents(), st.data(), st.sampled_from([112.0, 60.0, 10.0]))
def test_an_update_equals_a_fresh_layout(document: Document, data: st.DataObject, width: float) -> None:
    store = Store(document)
    published = []
    store.listen(published.append)
    layout = laid(document, width)
    for _ in range(data.draw(st.integers(1, 4))):
        published.clear()
        with store.transaction("edit") as draft:
            draw_edit(draft, data)
        before = layout
        changes = published[0] if published else None
        if changes is None:
            continue
        layout, delta = update(before, store.document, changes, figures(store.document), texts("de"))
        fresh = laid(store.document, width)
        assert layout.body == fresh.body
        assert layout.header == fresh.header
        assert layout.labels == fresh.labels
        assert layout.lanes == fresh.lanes
        check_delta(before, layout, delta.groups)


@slow
@given(documents(), st.data(), st.lists(st.booleans(), min_size=2, max_size=5))
def test_blocks_nobody_looked_at_meanwhile_equal_fresh_ones(
    document: Document, data: st.DataObject, looks: list[bool]
) -> None:
    store = Store(document)
    published = []
    store.listen(published.append)
    with mock.patch.object(assembly, "_MANY", -1):
        layout = laid(document, 112.0)
        for look in looks:
            published.clear()
            with store.transaction("edit") as draft:
                draw_edit(draft, data)
            if published:
                layout, _ = update(layout, store.document, published[0], figures(store.document), texts("de"))
            if look:
                group_keys(layout)
    assert layout.body == laid(store.document, 112.0).body


@slow
@given(documents(), st.sampled_from(WIDTHS), st.sampled_from(WIDTHS), st.booleans(), st.sampled_from(["de", "en"]))
def test_another_style_or_language_equals_a_fresh_layout(
    document: Document, one: float, other: float, folded: bool, language: str
) -> None:
    stages = frozenset(s.id for s in document.stages("j")) if folded else frozenset()
    style = MapStyle(column_width=other, density=density_of(other), folded_stages=stages)
    shown = figures(document)
    after, _ = update(laid(document, one), document, None, shown, texts(language), style)
    fresh = lay_out_map(document, "j", shown, texts(language), style)
    assert (after.body, after.header, after.labels) == (fresh.body, fresh.header, fresh.labels)


def check_delta(before: MapLayout, after: MapLayout, groups: object) -> None:
    """Every group not named by the delta is the same object as before."""
    old, new = group_keys(before), group_keys(after)
    named = frozenset().union(*groups)  # type: ignore[misc]
    for key, group in new.items():
        if key in named or key.startswith(("ground:", "stage-line:", "hint:journey")):
            continue
        assert old.get(key) is group, key


def journey(count: int) -> Document:
    records = [
        Journey(id="j", title="J"),
        *(Stage(id=f"s{k}", journey="j", order=f"a{k}", name=f"Stage {k}") for k in range(3)),
    ]
    touchpoints = [Touchpoint(id=f"t{i}", stage=f"s{i * 3 // count}", order=f"a{i:04d}1", name=f"Kontaktpunkt {i}")
                   for i in range(count)]  # fmt: skip
    return Document([*records, *touchpoints])


def test_renaming_replaces_one_card_and_nothing_else() -> None:
    store = Store(journey(90))
    before = lay_out_map(store.document, "j", None, texts("de"))
    seen = []
    store.listen(seen.append)
    with store.transaction("rename") as draft:
        draft.update(Touchpoint, "t40", name="Anders")
    after, delta = update(before, store.document, seen[0], None, texts("de"))
    assert delta.groups.replaced == {"card:t40"}
    assert not (delta.groups.added or delta.groups.removed or delta.groups.moved or delta.lanes or delta.header)
    assert len(delta.blocks.replaced) == 1
    assert after.body != before.body


def test_inserting_first_moves_blocks_and_keeps_their_groups() -> None:
    store = Store(journey(300))
    before = lay_out_map(store.document, "j", None, texts("de"))
    seen = []
    store.listen(seen.append)
    with store.transaction("add") as draft:
        draft.create(Touchpoint(id="new", stage="s0", order="Zz", name="Neu"))
    after, delta = update(before, store.document, seen[0], None, texts("de"))
    kept = [k for k, g in group_keys(after).items() if k.startswith("card:") and group_keys(before).get(k) is g]
    assert len(kept) == 300
    assert delta.groups.added == {"card:new"}
    assert len(delta.blocks.replaced | delta.blocks.added) <= 4 * len(before.lanes)
    assert delta.size


def test_only_blocks_that_are_looked_at_are_laid_out() -> None:
    layout = lay_out_map(journey(600), "j", None, texts("de"))
    cards = [f for stage in layout.lane_frames["lane:touchpoints"].frames for f in stage.frames]
    assert not any(looked_at(f.groups) for f in cards)
    assert cards[3].groups[0].group.key.startswith("card:")
    assert [looked_at(f.groups) for f in cards[:5]] == [False, False, False, True, False]


def test_places_are_found_by_pure_functions() -> None:
    layout = lay_out_map(journey(9), "j", None, texts("en"))
    assert layout.touchpoint_at(10) == "t0"
    assert layout.touchpoint_at(112 * 4 + 5, 20) == "t4"
    assert layout.touchpoint_at(-1) is None
    assert layout.touchpoint_at(10, 99_999) is None
    assert layout.stage_at(112 * 3 + 1) == "s1"
    assert layout.drop_place(5) == ("s0", None, 0.0)
    assert layout.drop_place(112 + 100) == ("s0", "t1", 224.0)
    assert layout.drop_place(112 + 100, {"t1"}) == ("s0", "t0", 224.0)
    assert layout.drop_place(112 * 3 + 5) == ("s1", None, 336.0)
    assert layout.drop_place(1e9) == ("s2", "t8", 1008.0)
    row = layout.lane(LaneKind.EMOTION)
    assert row is not None
    assert row.axis is not None
    hit = layout.rating_value_at("t1", row.y + row.axis.y(-2))
    assert hit is not None
    assert hit.kind is LaneKind.EMOTION
    assert hit.value == pytest.approx(-2)
    assert layout.rating_value_at("t1", row.y + row.height - 0.1) == (LaneKind.EMOTION, -3)
    assert layout.rating_value_at("t1", 5) is None
    assert layout.y_of(LaneKind.EMOTION, 0) == row.y + row.axis.y(0)


def test_an_empty_journey_says_where_to_begin() -> None:
    layout = lay_out_map(Document([Journey(id="j", title="")]), "j", None, texts("de"))
    said = [i.text for p in layout.body.flat() for i in p.group.items if isinstance(i, TextLine)]
    assert "Die Reise beginnt mit ihrer ersten Phase" in said
    assert layout.drop_place(3) is None
    assert layout.touchpoint_at(3) is None


def test_an_empty_stage_has_a_place_for_its_first_touchpoint() -> None:
    document = Document([Journey(id="j", title=""), Stage(id="s", journey="j", name="Informieren")])
    layout = lay_out_map(document, "j", None, texts("de"))
    assert "hint:s" in group_keys(layout)
    assert layout.drop_place(50) == ("s", None, 0.0)


def test_folded_stages_show_what_stands_out() -> None:
    document = journey(30).evolve(
        [Touchpoint(id="t4", stage="s0", order="a00041", name="K", critical=CriticalMark.YES)]
    )
    layout = lay_out_map(document, "j", None, texts("de"), MapStyle(folded_stages=frozenset({"s0"})))
    assert [c.touchpoint for c in layout.columns[:2]] == ["t4", None]
    assert layout.columns[1].hidden == 9
    assert layout.stages[0].touchpoints == 10


def test_lane_settings_choose_order_size_and_name() -> None:
    settings_ = [
        LaneSetting(id="a", journey="j", kind=LaneKind.EMOTION, order="Zz", height=240.0, title="Gefühl"),
        LaneSetting(id="b", journey="j", kind=LaneKind.QUOTES, order="a5", shown=False),
        LaneSetting(id="c", journey="j", kind=LaneKind.MEASURES, order="b00", collapsed=True),
    ]
    layout = lay_out_map(journey(3).evolve(settings_), "j", None, texts("de"))
    kinds = [row.kind for row in layout.lanes]
    assert kinds[0] is LaneKind.EMOTION
    assert LaneKind.QUOTES not in kinds
    assert layout.lanes[0].height == 240
    assert layout.lanes[0].title == "Gefühl"
    assert layout.lanes[-1].collapsed


def test_curves_are_cut_at_their_block() -> None:
    document = journey(60).evolve(ratings(f"t{i}", [4] * 3, [4] * 3, [(i % 7) - 3] * 3) for i in range(60))
    document = document.evolve([Round(id="r", journey="j"), *(Participant(id=f"v{k}") for k in range(3))])
    layout = laid(document)
    frames = [f for key, f in layout.blocks.items() if key.startswith("lane:emotion/")]
    assert len(frames) > 3
    reached = 0.0
    for block in frames:
        curve = next(p for p in block.groups if p.group.key.startswith("curve:"))
        xs = [v for i in curve.group.items if isinstance(i, Path) for s in i.segments for v in s[1::2]]
        left = block.x + curve.x + min(xs)
        assert left == pytest.approx(reached, abs=0.01) or reached == 0
        reached = block.x + curve.x + max(xs)
