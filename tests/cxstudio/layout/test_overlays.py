"""Rounds laid over lanes: what is drawn, and that an update equals a fresh layout."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.overlaid_rounds import overlaid_figures
from cxstudio.edits import (
    derive_journey,
    move_touchpoints,
    rate,
    set_fields,
    set_lane,
    show_over,
    start_round,
    target_round,
)
from cxstudio.layout.display.display_list import Meaning, Path, TextLine
from cxstudio.layout.map.map_layout import MapLayout, lay_out_map, update
from cxstudio.layout.map_scene import overlaid_curves as traces
from cxstudio.layout.map_scene.overlaid_values import series_of
from cxstudio.model import GROUP_VOICE, Document, Id, Journey, Persona, Round, Stage, Touchpoint
from cxstudio.model.kinds import RoundKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Store
from cxstudio.wording.texts import texts
from tests.examples import examples

EMOTION, PAIRS = LaneKind.EMOTION, LaneKind.EXPECTATION_EXPERIENCE
ENGLISH = texts("en")


def _project(count: int = 24) -> tuple[Store, Id, Id]:
    """A journey with a group's round shown and Ben's round laid over both lanes."""
    records = [
        Journey(id="j", title="Move", personas=("ada",)),
        Persona(id="ada", name="Ada"),
        Persona(id="ben", name="Ben"),
    ]
    records += [Stage(id=f"s{n}", journey="j", name=f"Stage {n}", order=f"a{n}") for n in range(2)]
    records += [Touchpoint(id=f"t{n:02}", stage=f"s{n % 2}", name=f"Point {n}", order=f"a{n:02}") for n in range(count)]
    store = Store(Document(records))
    with store.transaction("rounds") as draft:
        first = start_round(draft, "j", kind=RoundKind.GROUP)
        other = start_round(draft, "j", kind=RoundKind.GROUP, persona="ben")
        for n in range(count):
            for round_id, value in ((first, n % 7 - 3), (other, (n * 3) % 7 - 3)):
                if n % 3 or round_id == first:
                    rate(draft, round_id, f"t{n:02}", GROUP_VOICE, "emotion", value)
                    rate(draft, round_id, f"t{n:02}", GROUP_VOICE, "expectation", 5)
                    rate(draft, round_id, f"t{n:02}", GROUP_VOICE, "experience", value + 4)
        set_fields(draft, Journey, "j", shown_round=first)
        for kind in (EMOTION, PAIRS):
            show_over(draft, set_lane(draft, "j", kind), other, on=True)
    return store, first, other


def _laid(store: Store, shown: Id) -> MapLayout:
    document = store.document
    return lay_out_map(document, "j", round_figures(document, shown), ENGLISH, over=overlaid_figures(document, "j"))


def _text(layout: MapLayout, lane: LaneKind) -> list[str]:
    frame = layout.lane_frames[f"lane:{lane}"]
    return [i.text for p in frame.flat() for i in p.group.items if isinstance(i, TextLine)]


def test_a_persona_over_the_emotion_is_named_at_the_curves_end_and_in_the_legend() -> None:
    store, first, other = _project()
    layout = _laid(store, first)
    (series,) = series_of(layout.scene, EMOTION)
    assert (series.name, series.round) == ("Ben", other)
    assert "Ben" in _text(layout, EMOTION)
    legend = [i.text for p in layout.labels.flat() for i in p.group.items if isinstance(i, TextLine)]
    assert legend.count("Ben") == 2
    dashed = [i for p in layout.lane_frames["lane:emotion"].flat() if p.group.key.startswith("over:")
              for i in p.group.items if isinstance(i, Path) and i.dash]  # fmt: skip
    assert dashed and all(i.stroke is not None for i in dashed)


def test_marks_beside_the_dumbbells_say_their_value() -> None:
    store, first, _ = _project()
    layout = _laid(store, first)
    said = [i.alternative for p in layout.lane_frames["lane:expectation_experience"].flat()
            if p.group.key == "over:t01" for i in p.group.items
            if isinstance(i, Path) and i.meaning is Meaning.FIGURE]  # fmt: skip
    assert said == ["Ben: 4.0"]


def test_a_round_on_another_scale_is_left_out_of_the_dumbbells_but_not_of_the_emotion() -> None:
    store, first, other = _project()
    with store.transaction("scale") as draft:
        set_fields(draft, Round, other, scale=10)
    scene = _laid(store, first).scene
    assert series_of(scene, PAIRS) == ()
    assert len(series_of(scene, EMOTION)) == 1


def test_the_round_shown_is_not_drawn_over_itself() -> None:
    store, _, other = _project()
    assert series_of(_laid(store, other).scene, EMOTION) == ()


def test_a_target_of_the_to_be_journey_stands_over_the_as_is() -> None:
    store, first, _ = _project()
    with store.transaction("target") as draft:
        later = derive_journey(draft, "j")
        twins = {t.counterpart: t.id for t in draft.document.journey_touchpoints(later)}
        aim = target_round(draft, later, {twins["t00"]: {"emotion": 3}, twins["t01"]: {"emotion": -2}})
        show_over(draft, set_lane(draft, "j", EMOTION), aim, on=True)
    ben, target = series_of(_laid(store, first).scene, EMOTION)
    assert target.name == "Target" and target.stroke is traces.TARGET and ben.stroke is not traces.TARGET
    known = {c: v for c, v in zip(_laid(store, first).scene.keys, target.values, strict=True) if v is not None}
    assert known == {"t00": 3.0, "t01": -2.0}


def test_no_texts_of_the_emotion_lane_meet() -> None:
    store, first, _ = _project()
    with store.transaction("more") as draft:
        for n in range(2):
            extra = start_round(draft, "j", kind=RoundKind.GROUP, title=f"Another long round {n}", persona="ada")
            for touchpoint in ("t21", "t23"):
                rate(draft, extra, touchpoint, GROUP_VOICE, "emotion", 2)
            show_over(draft, set_lane(draft, "j", EMOTION), extra, on=True)
    layout = _laid(store, first)
    boxes = []
    for placed in layout.lane_frames["lane:emotion"].flat():
        for item in placed.group.items:
            if isinstance(item, TextLine) and placed.group.key.startswith("over:"):
                boxes.append((placed.x + item.x, placed.y + item.y, item.width, item.size))
    assert len(boxes) == 3
    for n, (x, y, wide, size) in enumerate(boxes):
        assert x + wide <= layout.body.width + 0.5
        for x2, y2, wide2, _ in boxes[n + 1 :]:
            assert x + wide <= x2 or x2 + wide2 <= x or abs(y - y2) >= size * 0.9


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=examples(40), deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(("rate", "few", "move", "off", "on", "name", "shown")), st.integers(0, 59)),
        max_size=6,
    )
)
def test_an_update_equals_a_fresh_layout_whatever_happens_to_the_rounds(acts: list[tuple[str, int]]) -> None:
    store, first, other = _project(60)
    with store.transaction("few values, far apart") as draft:
        few = start_round(draft, "j", kind=RoundKind.GROUP, title="Few")
        for touchpoint in ("t02", "t51", "t59"):
            rate(draft, few, touchpoint, GROUP_VOICE, "emotion", 1)
        show_over(draft, set_lane(draft, "j", EMOTION), few, on=True)
    layout = _laid(store, first)
    shown = first
    for act, n in acts:
        with store.transaction(act) as draft:
            if act == "rate":
                rate(draft, other, f"t{n:02}", GROUP_VOICE, "emotion", n % 7 - 3)
                rate(draft, other, f"t{n:02}", GROUP_VOICE, "experience", n % 7 + 1)
            elif act == "few":
                rate(draft, few, ("t02", "t51", "t59")[n % 3], GROUP_VOICE, "emotion", (None, -2, 3)[n // 3 % 3])
            elif act == "move":
                move_touchpoints(draft, [f"t{n:02}"], f"s{n % 2}", None)
            elif act in ("off", "on"):
                lane = set_lane(draft, "j", (EMOTION, PAIRS)[n % 2])
                show_over(draft, lane, other, on=act == "on")
            elif act == "name":
                set_fields(draft, Persona, "ben", name=f"Ben {n}")
            else:
                shown = other if shown == first else first
                set_fields(draft, Journey, "j", shown_round=shown)
        changes = store.history.undoable
        document = store.document
        figures, over = round_figures(document, shown), overlaid_figures(document, "j")
        layout, _ = update(layout, document, changes, figures, ENGLISH, over=over)
        fresh = lay_out_map(document, "j", figures, ENGLISH, over=over)
        assert layout.body == fresh.body
        assert layout.labels == fresh.labels
