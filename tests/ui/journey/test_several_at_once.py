"""Several at once on the map: picked by band, click and key, and every edit meets all of them as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Journey, Stage, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import CriticalMark
from cxstudio.model.lane_kinds import LaneKind
from tests.ui.journey_desk import LEFT, NONE, Desk

Key = Qt.Key
ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Desk:
    """Two stages of four touchpoints, nothing rated."""
    made: list[Journey | Stage | Touchpoint] = [Journey(id="j", title="J")]
    for stage in range(2):
        made.append(Stage(id=f"s{stage}", journey="j", name=f"S{stage}", order=f"a{stage}"))
        for place in range(4):
            name = f"{'ab'[stage]}{place}"
            made.append(Touchpoint(id=name, stage=f"s{stage}", name=name, order=f"a{place}"))
    return Desk(qtbot, tmp_path, Document(made))


def selected(desk: Desk) -> tuple[str, ...]:
    return desk.context.selection.ids


def ground(desk: Desk, touchpoint: str) -> QPoint:
    """Empty ground in the column of a touchpoint: just below its card."""
    layout = desk.workspace.model.layout
    assert layout is not None
    column, lane = layout.column_of(touchpoint), layout.lane(LaneKind.TOUCHPOINTS)
    assert column is not None and lane is not None
    return desk.spot(column.x + column.width / 2, lane.y + lane.height - 3)


def steps(desk: Desk) -> int:
    count = 0
    while desk.session.undo() is not None:
        count += 1
    return count


def test_a_band_on_empty_ground_selects_what_it_goes_around(bare: Desk) -> None:
    before = bare.document
    bare.drag(ground(bare, "a1"), ground(bare, "a3") - QPoint(0, 40), release=False)
    assert len(bare.workspace.view.marking.outlines.rects) == 3, "what would be selected is marked"
    bare.release(ground(bare, "a3") - QPoint(0, 40))
    assert selected(bare) == ("a1", "a2", "a3")
    assert bare.document is before


def test_with_shift_a_band_adds_and_escape_leaves_the_selection(bare: Desk) -> None:
    bare.context.selection.select("b3")
    viewport = bare.workspace.view.viewport()
    for end, released in (("a1", True), ("b1", False)):
        QTest.mousePress(viewport, LEFT, SHIFT, ground(bare, "a0"))
        QTest.mouseMove(viewport, ground(bare, "a0") + QPoint(20, 0))
        QTest.mouseMove(viewport, ground(bare, end))
        if released:
            QTest.mouseRelease(viewport, LEFT, SHIFT, ground(bare, end))
    assert bare.workspace.view.gesture is not None
    bare.key(Key.Key_Escape)
    bare.release(ground(bare, "b1"))
    assert selected(bare) == ("b3", "a0", "a1")
    assert bare.workspace.view.gesture is None


def test_a_band_held_at_the_edge_scrolls_on(desk: Desk, qtbot: QtBot) -> None:
    view = desk.workspace.view
    edge = QPoint(view.viewport().width() - 10, ground(desk, "t01").y())
    desk.drag(ground(desk, "t02"), edge, release=False)
    bar = view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0, timeout=60_000)
    desk.release(edge)
    assert selected(desk)[0] == "t02" and selected(desk)[-1] == "t14"


def test_ctrl_and_shift_clicks(bare: Desk) -> None:
    viewport = bare.workspace.view.viewport()

    def click(touchpoint: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(viewport, LEFT, modifier, bare.card(touchpoint))
        bare.settle()

    click("a1")
    click("b0", SHIFT)
    assert selected(bare) == ("a1", "a2", "a3", "b0")
    click("a0", SHIFT)
    assert selected(bare) == ("a1", "a0"), "Shift goes on from where one began"
    click("b2", CONTROL)
    click("a1", CONTROL)
    assert selected(bare) == ("a0", "b2")
    click("a0")
    assert selected(bare) == ("a0",), "a click without a drag leaves one"


def test_shift_and_arrows_and_ctrl_a(bare: Desk) -> None:
    bare.context.selection.select("a1")
    bare.key(Key.Key_Right, SHIFT)
    bare.key(Key.Key_Right, SHIFT)
    assert selected(bare) == ("a1", "a2", "a3")
    bare.key(Key.Key_Left, SHIFT)
    assert selected(bare) == ("a1", "a2")
    bare.key(Key.Key_A, CONTROL)
    assert len(selected(bare)) == 8
    header = bare.workspace.area.header
    first, second = header.stage_rect("s0"), header.stage_rect("s1")
    assert first is not None and second is not None
    QTest.mouseClick(header, LEFT, NONE, first.center().toPoint())
    bare.key(Key.Key_A, CONTROL)
    assert selected(bare) == ("s0", "s1")


def test_marks_ratings_and_removal_meet_all_of_them(bare: Desk) -> None:
    start = bare.document
    bare.context.selection.select("a1", "b0", "b2")
    bare.key(Key.Key_K)
    bare.key(Key.Key_Asterisk)
    for key in (Key.Key_X, Key.Key_3, Key.Key_M, Key.Key_Minus, Key.Key_2):
        bare.key(key)
    marked = {t.id for t in bare.document.all(Touchpoint) if t.critical is CriticalMark.YES and t.stardust}
    assert marked == {"a1", "b0", "b2"}
    rated = {r.touchpoint: (r.experience["group"], r.emotion["group"]) for r in bare.document.all(TouchpointRatings)}
    assert rated == dict.fromkeys(("a1", "b0", "b2"), (3, -2))
    bare.key(Key.Key_Backspace)
    assert all(not r.emotion for r in bare.document.all(TouchpointRatings))
    bare.key(Key.Key_Delete)
    assert bare.names == [["a0", "a2", "a3"], ["b1", "b3"]]
    assert steps(bare) == 6
    assert bare.document == start


def test_alt_arrows_move_all_of_them_past_the_border(bare: Desk) -> None:
    bare.context.selection.select("a2", "a3")
    bare.key(Key.Key_Right, ALT)
    assert bare.names == [["a0", "a1"], ["a2", "a3", "b0", "b1", "b2", "b3"]]
    bare.key(Key.Key_Left, ALT)
    bare.key(Key.Key_Left, ALT)
    assert bare.names == [["a0", "a2", "a3", "a1"], ["b0", "b1", "b2", "b3"]]
    assert selected(bare) == ("a2", "a3")


def test_duplicating_and_dragging_several(bare: Desk) -> None:
    start = bare.document
    bare.context.selection.select("a0", "a2")
    bare.key(Key.Key_D, CONTROL)
    assert bare.names[0] == ["a0", "a1", "a2", "a0", "a2", "a3"]
    bare.drag(bare.card(selected(bare)[1]), bare.card("b1") + QPoint(20, 0))
    assert bare.names == [["a0", "a1", "a2", "a3"], ["b0", "b1", "a0", "a2", "b2", "b3"]]
    assert steps(bare) == 2 and bare.document == start


def test_a_hundred_cards_are_dragged_as_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, sample("large", "de").document)
    desk.workspace.model.set_folded(frozenset())
    row = [t.id for t in desk.document.journey_touchpoints(desk.journey)]
    ids = row[10:110]
    desk.context.selection.select(*ids)
    desk.context.commands.run("journey.zoom_100")
    desk.workspace.zooming.reveal(row[115])  # so that neither end is near an edge, where a drag scrolls
    desk.settle()
    start = desk.document
    desk.drag(desk.card(ids[-1]), desk.card(row[113]) + QPoint(30, 0))
    after = [t.id for t in desk.document.journey_touchpoints(desk.journey)]
    assert after == [*row[:10], *row[110:114], *ids, *row[114:]]
    assert desk.session.undo() is not None
    assert desk.document == start


def test_far_away_a_drag_shows_what_and_where(desk: Desk) -> None:
    from ui.canvas.interaction.zoom import at

    desk.workspace.zooming.set_zoom(at(0.1))
    desk.settle()
    before = desk.document
    desk.drag(desk.card("t02"), desk.card("t09"), release=False)
    gesture = desk.workspace.view.gesture
    assert gesture is not None
    shown = [item for item in desk.workspace.area.scene.items() if type(item).__name__ in ("DropMark", "Chip", "Ghost")]
    assert {type(item).__name__ for item in shown if item.isVisible()} == {"DropMark", "Chip", "Ghost"}
    assert desk.document is before
    desk.release(desk.card("t09"))
    assert desk.document.get(Touchpoint, "t02").stage == desk.document.get(Touchpoint, "t09").stage
    assert not [i for i in desk.workspace.area.scene.items() if type(i).__name__ in ("DropMark", "Chip", "Ghost")]


def test_a_drag_that_ends_where_it_began_is_no_step(bare: Desk) -> None:
    bare.drag(bare.card("a1"), bare.card("a1") + QPoint(12, 4))
    assert bare.session.store.history.undoable is None


def test_an_empty_lane_is_rated_anywhere_in_its_column_and_banded_sideways(bare: Desk) -> None:
    spot = bare.rating_spot("a1", LaneKind.EMOTION, 0) + QPoint(40, 0)
    bare.drag(spot, bare.rating_spot("a1", LaneKind.EMOTION, 2) + QPoint(40, 0))
    (ratings,) = bare.document.all(TouchpointRatings)
    assert (ratings.touchpoint, dict(ratings.emotion)) == ("a1", {"group": 2})
    start = bare.rating_spot("b0", LaneKind.EMOTION, 0) + QPoint(30, 0)
    bare.drag(start, bare.rating_spot("b2", LaneKind.EMOTION, 0))
    assert selected(bare) == ("b0", "b1", "b2")
    assert len(bare.document.all(TouchpointRatings)) == 1


def test_escape_ends_the_drag_of_a_stage_and_of_a_rating(desk: Desk) -> None:
    before = desk.document
    header = desk.workspace.area.header
    first, second = header.stage_rect("stage1"), header.stage_rect("stage2")
    assert first is not None and second is not None
    end = second.center().toPoint() + QPoint(60, 0)
    desk.drag(first.center().toPoint(), end, widget=header, release=False)
    assert header.gesture is not None
    desk.key(Key.Key_Escape)
    QTest.mouseRelease(header, LEFT, NONE, end)
    assert desk.document is before
    desk.context.commands.run("journey.enter_group_value")
    before = desk.document
    start, end = (
        desk.rating_spot("t03", LaneKind.EXPECTATION_EXPERIENCE, 4),
        desk.rating_spot("t03", LaneKind.EXPECTATION_EXPERIENCE, 6),
    )
    desk.drag(start, end, release=False)
    assert desk.workspace.model.layout is not desk.workspace.model.committed, "the value is shown on its way"
    desk.key(Key.Key_Escape)
    desk.release(end)
    assert desk.document is before
    assert desk.workspace.model.layout is desk.workspace.model.committed


def test_letters_and_digits_can_be_switched_off(bare: Desk) -> None:
    from cxstudio.session.settings import LETTER_KEYS

    bare.context.settings[LETTER_KEYS] = False
    bare.context.selection.select("a1", "a2")
    before = bare.document
    bare.key(Key.Key_5)
    assert bare.document is before


def test_how_many_are_selected_is_said_and_nothing_jumps(desk: Desk) -> None:
    view = desk.workspace.view
    before = view.window_rect
    desk.context.selection.select("t01")
    desk.key(Key.Key_A, CONTROL)
    assert view.window_rect == before
    assert view.accessibleDescription() == "14 ausgewählt"
    assert "14 ausgewählt" in desk.workspace.status().left
