"""What differs between a to-be journey and the as-is: laws, and cases counted by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.alignment import lined_up, longest_increasing, moved
from cxstudio.analysis.comparison.as_is_to_be import STEPS, Comparison, Fate, compare, pairs_to_compare, to_be_of
from cxstudio.analysis.comparison.overlaid_rounds import (
    aimed,
    aimed_delta,
    figure_change,
    figures_for,
    kindred_rounds,
    rounds_to_compare,
    same_axis,
)
from cxstudio.analysis.round.touchpoint_update import with_touchpoints
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.edits import (
    LAST,
    add_journey,
    add_participant,
    add_stage,
    add_touchpoint,
    derive_journey,
    duplicate_touchpoint,
    move_stage,
    move_touchpoints,
    rate,
    remove_records,
    set_fields,
    start_round,
    target_round,
)
from cxstudio.model import GROUP_VOICE, BackstageStep, Document, Round, Stage, Touchpoint
from cxstudio.model.kinds import JourneyKind, RoundKind
from cxstudio.store import Store


def _project(*stages: int) -> tuple[Store, str, str]:
    """An as-is journey with so many touchpoints per stage (named "0.0", "0.1", …), and its to-be journey."""
    store = Store(Document())
    with store.transaction("begin") as draft:
        today = add_journey(draft, "Move")
        for s, count in enumerate(stages):
            stage = add_stage(draft, today, f"Stage {s}")
            for t in range(count):
                add_touchpoint(draft, stage, f"{s}.{t}")
        later = derive_journey(draft, today)
    return store, today, later


def _named(store: Store, journey: str, name: str) -> str:
    return next(t.id for t in store.document.journey_touchpoints(journey) if t.name == name)


def _fates(store: Store, found: Comparison) -> dict[str, Fate]:
    names = {t.id: t.name for t in store.document.all(Touchpoint)}
    return {names[m.later or m.today or ""]: m.fate for m in found.touchpoints if m.fate is not Fate.SAME}


@given(st.lists(st.integers(0, 4), max_size=5))
def test_a_derived_journey_does_not_differ(stages: list[int]) -> None:
    store, today, later = _project(*stages)
    found = compare(store.document, today, later)
    assert found.alike
    assert len(found.touchpoints) == sum(stages)
    for section in found.sections:
        assert section.today and section.later
        assert all((slot.today is None) == (slot.later is None) for slot in section.slots)


def test_new_gone_moved_and_changed_are_told_apart() -> None:
    store, today, later = _project(3, 3)
    stages = [s.id for s in store.document.stages(later)]
    with store.transaction("plan") as draft:
        add_touchpoint(draft, stages[0], "status", after=_named(store, later, "0.0"))
        remove_records(draft, [_named(store, later, "1.1")])
        move_touchpoints(draft, [_named(store, later, "0.2")], stages[1], _last_of(store, stages[1]))
        set_fields(draft, Touchpoint, _named(store, later, "1.0"), name="shorter", staff="one")
        draft.create(BackstageStep(id="b", touchpoint=_named(store, later, "1.0"), text="look it up"))
    found = compare(store.document, today, later)
    assert _fates(store, found) == {
        "status": Fate.NEW,
        "1.1": Fate.GONE,
        "0.2": Fate.MOVED,
        "shorter": Fate.CHANGED,
    }
    assert found.by_touchpoint[_named(store, later, "shorter")].changed == ("name", "staff", STEPS)
    assert [found.count(f) for f in (Fate.NEW, Fate.GONE, Fate.MOVED, Fate.CHANGED)] == [1, 1, 1, 1]


def _last_of(store: Store, stage: str) -> str:
    return store.document.touchpoints(stage)[-1].id


def test_only_what_was_taken_up_has_moved() -> None:
    store, today, later = _project(6)
    (stage,) = (s.id for s in store.document.stages(later))
    with store.transaction("move the first to the end") as draft:
        move_touchpoints(draft, [_named(store, later, "0.0")], stage, _last_of(store, stage))
    found = compare(store.document, today, later)
    assert _fates(store, found) == {"0.0": Fate.MOVED}
    slots = found.sections[0].slots
    assert slots[0].later is None and slots[-1].today is None
    assert all(slot.today and slot.later for slot in slots[1:-1])


def test_touchpoints_that_go_along_with_their_stage_have_not_moved() -> None:
    store, today, later = _project(2, 2, 2)
    stages = [s.id for s in store.document.stages(later)]
    with store.transaction("move the stage") as draft:
        move_stage(draft, stages[0], stages[2])
    found = compare(store.document, today, later)
    assert _fates(store, found) == {}
    assert found.count_stages(Fate.MOVED) == 1 and found.by_stage[stages[0]].moved
    assert not found.alike


def test_a_stage_may_be_new_gone_or_renamed() -> None:
    store, today, later = _project(1, 2)
    stages = [s.id for s in store.document.stages(later)]
    with store.transaction("stages") as draft:
        add_stage(draft, later, "After", after=LAST)
        set_fields(draft, Stage, stages[0], name="Before")
        remove_records(draft, [stages[1]])
    found = compare(store.document, today, later)
    assert [found.count_stages(f) for f in (Fate.NEW, Fate.GONE, Fate.CHANGED)] == [1, 1, 1]
    assert found.count(Fate.GONE) == 2
    assert len(found.sections) == 3


def test_a_copy_of_a_touchpoint_is_new_and_a_counterpart_elsewhere_counts_for_nothing() -> None:
    store, today, later = _project(1)
    with store.transaction("copy") as draft:
        copy = duplicate_touchpoint(draft, _named(store, later, "0.0"))
        other = add_journey(draft, "Another")
        stranger = add_touchpoint(draft, add_stage(draft, other, "S"), "x")
        set_fields(draft, Touchpoint, copy, name="copy")
        astray = add_touchpoint(draft, store.document.stages(later)[0].id, "astray", counterpart=stranger)
    found = compare(store.document, today, later)
    assert _fates(store, found) == {"copy": Fate.NEW, "astray": Fate.NEW}
    assert found.by_touchpoint[astray].today is None


def test_stages_made_by_hand_are_known_by_their_name() -> None:
    store, today, _ = _project(1)
    with store.transaction("by hand") as draft:
        later = add_journey(draft, "By hand", kind=JourneyKind.TO_BE, derived_from=today)
        add_stage(draft, later, " stage 0 ")
        add_stage(draft, later, "")
    found = compare(store.document, today, later)
    assert [m.fate for m in found.stages] == [Fate.CHANGED, Fate.NEW]


@st.composite
def _plans(draw: st.DrawFn) -> tuple[Store, str, str]:
    """A to-be journey somebody worked on: moved, added, removed, in any order."""
    store, today, later = _project(*draw(st.lists(st.integers(0, 4), min_size=1, max_size=4)))
    for _ in range(draw(st.integers(0, 8))):
        stages = [s.id for s in store.document.stages(later)]
        points = [t.id for t in store.document.journey_touchpoints(later)]
        act = draw(st.sampled_from(("add", "stage", "move", "move stage", "remove", "remove stage", "rename")))
        with store.transaction(act) as draft:
            if act == "stage" or not stages:
                add_stage(draft, later, draw(st.sampled_from(("Stage 0", "New"))))
            elif act == "add":
                add_touchpoint(draft, draw(st.sampled_from(stages)), "new", after=None)
            elif act == "move stage":
                move_stage(draft, draw(st.sampled_from(stages)), None)
            elif act == "remove stage":
                remove_records(draft, [draw(st.sampled_from(stages))])
            elif points and act == "move":
                move_touchpoints(draft, [draw(st.sampled_from(points))], draw(st.sampled_from(stages)), None)
            elif points and act == "rename":
                set_fields(draft, Touchpoint, draw(st.sampled_from(points)), name="other")
            elif points:
                remove_records(draft, [draw(st.sampled_from(points))])
    return store, today, later


@given(_plans())
def test_every_stage_and_touchpoint_stands_exactly_once_on_its_side_in_its_order(plan: tuple[Store, str, str]) -> None:
    store, today, later = plan
    document = store.document
    found = compare(document, today, later)
    for side, journey in (("today", today), ("later", later)):
        stages = [getattr(s, side) for s in found.sections if getattr(s, side)]
        slots = [getattr(x, side) for s in found.sections for x in s.slots if getattr(x, side)]
        assert stages == [s.id for s in document.stages(journey)]
        assert slots == [t.id for t in document.journey_touchpoints(journey)]
        matched = [getattr(m, side) for m in found.touchpoints if getattr(m, side)]
        assert sorted(matched) == sorted(slots)
    for match in found.touchpoints:
        if match.today and match.later:
            assert document.get(Touchpoint, match.later).counterpart == match.today
    for section in found.sections:
        for slot in section.slots:
            if slot.today and slot.later:
                assert found.by_touchpoint[slot.later].today == slot.today
                assert not found.by_touchpoint[slot.later].moved


@given(_plans())
def test_compared_with_itself_a_journey_does_not_differ(plan: tuple[Store, str, str]) -> None:
    store, _, later = plan
    with store.transaction("again") as draft:
        again = derive_journey(draft, later)
    found = compare(store.document, later, again)
    assert all(m.fate is Fate.SAME for m in found.touchpoints)


@given(st.permutations(range(7)))
def test_what_has_not_moved_is_a_longest_row_in_the_old_order(row: list[int]) -> None:
    kept = [row[i] for i in longest_increasing(row)]
    assert kept == sorted(kept)
    best = max(
        sum(1 for k in range(7) if mask >> k & 1)
        for mask in range(128)
        if (part := [row[k] for k in range(7) if mask >> k & 1]) == sorted(part)
    )
    assert len(kept) == best


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_rows_line_up_without_losing_anything(before: list[int], after: list[int]) -> None:
    one, other = [f"a{n}" for n in before], [f"b{n}" for n in after]
    pairs = {f"b{n}": f"a{n}" for n in after if n in before}
    anchors = {b: a for b, a in pairs.items() if b not in moved(one, other, pairs)}
    lined = lined_up(one, other, anchors)
    assert [a for a, _ in lined if a] == one
    assert [b for _, b in lined if b] == other
    assert {b: a for a, b in lined if a and b} == anchors


def test_targets_stand_against_today_only_where_both_are_known_and_on_one_scale() -> None:
    store, today, later = _project(3)
    with store.transaction("rate") as draft:
        first = start_round(draft, today, kind=RoundKind.GROUP, scale=7)
        for name, value in (("0.0", 2), ("0.1", 4)):
            rate(draft, first, _named(store, today, name), GROUP_VOICE, "experience", value)
            rate(draft, first, _named(store, today, name), GROUP_VOICE, "emotion", -1)
        aim = target_round(draft, later, {_named(store, later, "0.0"): {"experience": 6, "emotion": 2}}, scale=7)
    document = store.document
    shown, target = rounds_to_compare(document, today, later)
    assert shown and target and (shown.id, target.id) == (first, aim)
    found = compare(document, today, later)
    figures = round_figures(document, first), round_figures(document, aim)
    change = figure_change(document, found, *figures, "experience")
    assert change and (change.today, change.later, change.touchpoints) == (2, 6, 1)
    with store.transaction("other scale") as draft:
        set_fields(draft, Round, aim, scale=10)
    assert figure_change(store.document, found, *figures, "experience") is None
    assert figure_change(store.document, found, *figures, "emotion") is not None
    assert not same_axis(store.document, first, aim, "expectation")


def test_a_round_is_read_through_counterparts_in_both_directions() -> None:
    store, today, later = _project(2)
    with store.transaction("rate") as draft:
        first = start_round(draft, today, kind=RoundKind.GROUP)
        rate(draft, first, _named(store, today, "0.0"), GROUP_VOICE, "emotion", 3)
        aim = target_round(draft, later, {_named(store, later, "0.1"): {"emotion": 1}})
    document = store.document
    assert (
        {r.id for r in kindred_rounds(document, today)}
        == {first, aim}
        == {r.id for r in kindred_rounds(document, later)}
    )
    seen = figures_for(document, _named(store, later, "0.0"), round_figures(document, first))
    back = figures_for(document, _named(store, today, "0.1"), round_figures(document, aim))
    assert seen and seen.emotion and seen.emotion.mean == 3
    assert back and back.emotion and back.emotion.mean == 1
    assert figures_for(document, _named(store, today, "0.1"), round_figures(document, first)) is None


def test_which_journeys_can_be_compared() -> None:
    store, today, later = _project(1)
    assert [(a.id, b.id) for a, b in pairs_to_compare(store.document)] == [(today, later)]
    assert [j.id for j in to_be_of(store.document, today)] == [later]
    assert to_be_of(store.document, later) == ()


def test_a_target_in_whole_numbers_that_is_todays_value_means_as_it_is_today() -> None:
    store, today, later = _project(2)
    with store.transaction("rate") as draft:
        voices = [add_participant(draft) for _ in range(2)]
        first = start_round(draft, today)
        for name in ("0.0", "0.1"):
            for voice, expected, lived in zip(voices, (6, 7), (2, 3), strict=True):
                rate(draft, first, _named(store, today, name), voice, "expectation", expected)
                rate(draft, first, _named(store, today, name), voice, "experience", lived)
        as_today = {"expectation": 7, "experience": 3}
        aims = {_named(store, later, "0.0"): as_today, _named(store, later, "0.1"): {"expectation": 7, "experience": 5}}
        aim = target_round(draft, later, aims)
    document = store.document
    figures = round_figures(document, aim), round_figures(document, first)
    same, better = (_named(store, later, name) for name in ("0.0", "0.1"))
    assert aimed(document, same, *figures, "experience") == 2.5
    assert aimed_delta(document, same, *figures) == -4
    assert aimed(document, better, *figures, "experience") == 5
    assert aimed_delta(document, better, *figures) == -1.5
    assert aimed_delta(document, better, figures[0], None) == -1.5


def test_a_map_of_targets_shows_the_figures_of_the_comparison() -> None:
    store, today, later = _project(2)
    with store.transaction("rate") as draft:
        voices = [add_participant(draft) for _ in range(2)]
        first = start_round(draft, today)
        for voice, expected, lived in zip(voices, (6, 7), (2, 3), strict=True):
            rate(draft, first, _named(store, today, "0.0"), voice, "expectation", expected)
            rate(draft, first, _named(store, today, "0.0"), voice, "experience", lived)
            rate(draft, first, _named(store, today, "0.0"), voice, "emotion", -expected + 5)
        same = _named(store, later, "0.0")
        aim = target_round(draft, later, {same: {"expectation": 7, "experience": 3, "emotion": -1}})
    document = store.document
    targets, now = round_figures(document, aim), round_figures(document, first)
    shown = targets.of(same)
    assert shown is not None and shown.delta is not None and shown.emotion is not None
    assert shown.delta.mean == aimed_delta(document, same, targets, now) == -4
    assert shown.verdict is Verdict.UNKNOWN
    assert shown.emotion.mean == aimed(document, same, targets, now, "emotion") == -1.5
    assert with_touchpoints(document, targets, [same]).of(same) == shown
    with store.transaction("aim") as draft:
        rate(draft, aim, same, GROUP_VOICE, "experience", 6)
    wanted = round_figures(store.document, aim).of(same)
    assert wanted is not None and wanted.delta is not None
    assert wanted.delta.mean == -0.5
