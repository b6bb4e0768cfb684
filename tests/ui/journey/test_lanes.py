"""Lanes by hand: chosen in the menu, ordered and sized by their labels, written in their cells; every act one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.files.loading import load
from cxstudio.model import BackstageStep, LaneSetting, Note, Touchpoint
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import journey_lanes
from tests.ui.journey_desk import LEFT, NONE, Desk
from ui.workspaces.journey.lane_labels.lanes_menu import lanes_in_use, lanes_menu

USUAL = {kind for kind, lane in LANE_CONTENTS.items() if lane.usual}

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)
    yield made
    made.session.close()


def kinds(desk: Desk) -> list[LaneKind]:
    layout = desk.workspace.model.layout
    assert layout is not None
    return [row.kind for row in layout.lanes]


def high(desk: Desk, kind: LaneKind) -> float:
    layout = desk.workspace.model.layout
    row = layout.lane(kind) if layout is not None else None
    assert row is not None
    return row.height


def label(desk: Desk, key: str) -> QPoint:
    rect = desk.workspace.area.labels.rect_of(key)
    assert rect is not None
    return rect.center().toPoint()


def edge(desk: Desk, key: str) -> QPoint:
    rect = desk.workspace.area.labels.rect_of(key)
    assert rect is not None
    return QPoint(round(rect.center().x()), round(rect.bottom()) - 2)


def show(desk: Desk, *wanted: LaneKind) -> None:
    menu = lanes_menu(desk.context, desk.workspace.model, desk.workspace)
    lanes = journey_lanes(desk.document, desk.journey)
    for lane, entry in zip(lanes, menu.actions(), strict=False):
        if lane.kind in wanted:
            entry.trigger()
    desk.settle()


def cell(desk: Desk, kind: LaneKind, touchpoint: str, y: float = 0.5) -> QPoint:
    layout = desk.workspace.model.layout
    row = layout.lane(kind) if layout is not None else None
    column = layout.column_of(touchpoint) if layout is not None else None
    assert row is not None and column is not None
    desk.workspace.view.scroll_to(QPointF(0, row.y - 100))
    desk.settle()
    return desk.spot(column.x + column.width / 2, row.y + row.height * y)


def steps(desk: Desk) -> int:
    count = 0
    while desk.session.undo() is not None:
        count += 1
    return count


def test_a_journey_shows_the_usual_lanes_and_the_menu_offers_the_others(desk: Desk) -> None:
    assert set(kinds(desk)) == USUAL
    assert lanes_in_use(desk.document, desk.journey) == (7, 15)
    menu = lanes_menu(desk.context, desk.workspace.model, desk.workspace)
    ticked = [a.text() for a in menu.actions() if a.isCheckable() and a.isChecked()]
    offered = [a.text() for a in menu.actions() if a.isCheckable() and not a.isChecked()]
    assert len(ticked) == 7 and len(offered) == 8 and "Wichtigkeit" in offered
    show(desk, LaneKind.IMPORTANCE)
    assert kinds(desk).index(LaneKind.IMPORTANCE) == kinds(desk).index(LaneKind.EMOTION) + 1
    desk.context.commands.run("lanes.show_all")
    assert len(kinds(desk)) == 15
    assert steps(desk) == 2
    assert set(kinds(desk)) == USUAL and not desk.document.all(LaneSetting)


def test_a_label_is_dragged_to_another_place(desk: Desk) -> None:
    strip = desk.workspace.area.labels
    before = kinds(desk)
    start, end = label(desk, "lane:measures"), label(desk, "lane:emotion") - QPoint(0, 40)
    desk.drag(start, end, widget=strip, release=False)
    assert kinds(desk).index(LaneKind.MEASURES) == 2, "the others make room while it is dragged"
    QTest.keyClick(strip, Key.Key_Escape)
    assert kinds(desk) == before and desk.session.undo() is None
    QTest.mouseRelease(strip, LEFT, NONE, end)
    desk.drag(label(desk, "lane:measures"), end, widget=strip)
    assert kinds(desk).index(LaneKind.MEASURES) == 2
    assert steps(desk) == 1
    assert kinds(desk) == before


def test_a_lower_edge_is_dragged_and_double_clicked(desk: Desk) -> None:
    strip = desk.workspace.area.labels
    before = high(desk, LaneKind.EMOTION)
    spot = edge(desk, "lane:emotion")
    QTest.mouseMove(strip, spot)
    desk.settle()
    assert strip.cursor().shape() is Qt.CursorShape.SizeVerCursor
    desk.drag(spot, spot + QPoint(0, 60), widget=strip, release=False)
    assert high(desk, LaneKind.EMOTION) == pytest.approx(before + 60, abs=2)
    QTest.keyClick(strip, Key.Key_Escape)
    assert high(desk, LaneKind.EMOTION) == before and desk.session.undo() is None
    QTest.mouseRelease(strip, LEFT, NONE, spot)
    desk.drag(edge(desk, "lane:emotion"), spot + QPoint(0, 60), widget=strip)
    assert high(desk, LaneKind.EMOTION) == pytest.approx(before + 60, abs=2)
    QTest.mouseDClick(strip, LEFT, NONE, edge(desk, "lane:emotion"))
    assert high(desk, LaneKind.EMOTION) == before
    assert steps(desk) == 2


def test_a_lane_made_very_low_still_shows_what_it_holds(desk: Desk) -> None:
    strip = desk.workspace.area.labels
    spot = edge(desk, "lane:hurdles_opportunities")
    desk.drag(spot, spot - QPoint(0, 200), widget=strip)
    layout = desk.workspace.model.layout
    assert layout is not None
    frame = layout.lane_frames["lane:hurdles_opportunities"]
    groups = list(frame.flat(-frame.x, -frame.y))
    assert groups and all(p.y + p.group.height <= frame.height + 0.6 for p in groups)


def test_dragging_at_the_end_of_the_labels_scrolls(desk: Desk, qtbot: QtBot) -> None:
    desk.context.commands.run("lanes.show_all")
    desk.settle()
    strip, bar = desk.workspace.area.labels, desk.workspace.view.verticalScrollBar()
    assert bar.value() == 0 and bar.maximum() > 0
    low = QPoint(60, strip.height() - 10)
    desk.drag(label(desk, "lane:emotion"), low, widget=strip, release=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=10_000)
    QTest.mouseRelease(strip, LEFT, NONE, low)
    assert kinds(desk)[-1] is LaneKind.EMOTION or kinds(desk).index(LaneKind.EMOTION) > 8
    assert steps(desk) == 2


def test_the_wheel_over_the_labels_scrolls_the_map(desk: Desk) -> None:
    desk.context.commands.run("lanes.show_all")
    desk.settle()
    strip, bar = desk.workspace.area.labels, desk.workspace.view.verticalScrollBar()
    at = QPointF(40, 40)
    turned = QWheelEvent(at, strip.mapToGlobal(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton, NONE,
                         Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(strip, turned)
    assert bar.value() == 240, "as over the map"


def test_labels_are_reached_and_used_by_keyboard(desk: Desk) -> None:
    strip = desk.workspace.area.labels
    desk.context.commands.run("lanes.focus")
    desk.settle()
    assert QApplication.focusWidget() is strip
    desk.key(Key.Key_End)
    assert "Maßnahmen" in strip.accessibleDescription()
    desk.key(Key.Key_Up, ALT)
    assert kinds(desk)[-2:] == [LaneKind.MEASURES, LaneKind.DEPARTMENTS]
    desk.key(Key.Key_Down, ALT)
    assert kinds(desk)[-1] is LaneKind.MEASURES
    before = high(desk, LaneKind.MEASURES)
    desk.key(Key.Key_Down, ALT | SHIFT)
    assert high(desk, LaneKind.MEASURES) == before + 32
    desk.key(Key.Key_Home, ALT | SHIFT)
    assert high(desk, LaneKind.MEASURES) == before
    desk.key(Key.Key_Space)
    row = strip.current
    assert row is not None and row.collapsed and "zugeklappt" in strip.accessibleDescription()
    desk.key(Key.Key_Delete)
    assert LaneKind.MEASURES not in kinds(desk)
    assert steps(desk) == 6


def test_a_lane_of_ones_own_is_named_filled_and_removed(desk: Desk) -> None:
    desk.context.commands.run("lanes.new")
    desk.settle()
    desk.write("Nachbarn")
    desk.key(Key.Key_Return)
    (own,) = [s for s in desk.document.all(LaneSetting) if s.kind is LaneKind.OWN]
    assert own.title == "Nachbarn" and kinds(desk)[-1] is LaneKind.OWN
    spot = cell(desk, LaneKind.OWN, "t02")
    desk.click(spot)
    assert "Nachbarn" in desk.workspace.view.accessibleDescription()
    desk.key(Key.Key_Return)
    desk.write("Bei denen ging es schnell")
    desk.key(Key.Key_Return)
    (note,) = [n for n in desk.document.all(Note) if n.kind is NoteKind.LANE]
    assert (note.about, note.lane, note.text) == ("t02", own.id, "Bei denen ging es schnell")
    desk.workspace.area.labels.choose(f"lane:own:{own.id}")
    desk.context.commands.run("lanes.rename")
    desk.workspace.editor.field.selectAll()
    desk.write("Umfeld")
    desk.key(Key.Key_Return)
    assert desk.document.get(LaneSetting, own.id).title == "Umfeld"
    desk.context.commands.run("lanes.remove")
    assert own.id not in desk.document and note.id not in desk.document
    assert steps(desk) == 4
    assert not desk.document.all(LaneSetting)


def test_a_new_lane_left_without_a_name_is_gone(desk: Desk) -> None:
    desk.context.commands.run("lanes.new")
    desk.settle()
    desk.key(Key.Key_Escape)
    assert not desk.document.all(LaneSetting) and desk.session.undo() is None


@pytest.mark.parametrize(("kind", "wanted"), [
    (LaneKind.QUOTES, NoteKind.QUOTE),
    (LaneKind.THOUGHTS_NEEDS, NoteKind.THOUGHT),
    (LaneKind.HURDLES_OPPORTUNITIES, NoteKind.HURDLE),
])  # fmt: skip
def test_an_empty_cell_takes_a_text(desk: Desk, kind: LaneKind, wanted: NoteKind) -> None:
    if not LANE_CONTENTS[kind].usual:
        show(desk, kind)
    before = len(desk.document.all(Note))
    desk.click(cell(desk, kind, "t03"))
    assert desk.context.selection.id == "t03"
    desk.key(Key.Key_Return)
    desk.write("Ein Gedanke")
    desk.key(Key.Key_Return)
    made = [n for n in desk.document.having(Note, "about", "t03") if n.kind is wanted]
    assert [n.text for n in made] == ["Ein Gedanke"] and len(desk.document.all(Note)) == before + 1
    QTest.mouseDClick(desk.workspace.view.viewport(), LEFT, NONE, cell(desk, kind, "t01"))
    desk.settle()
    desk.key(Key.Key_Escape)
    assert len(desk.document.all(Note)) == before + 1, "left empty it is gone again"


def test_steps_go_into_the_row_that_was_clicked(desk: Desk) -> None:
    show(desk, LaneKind.BACKSTAGE)
    desk.click(cell(desk, LaneKind.BACKSTAGE, "t02", 0.97))
    desk.key(Key.Key_F2)
    desk.write("Druckerei")
    desk.key(Key.Key_Return)
    (step,) = desk.document.having(BackstageStep, "touchpoint", "t02")
    assert (step.text, step.kind) == ("Druckerei", BackstageKind.SUPPORT)
    desk.key(Key.Key_F2)
    desk.workspace.editor.field.selectAll()
    desk.write("Versand")
    desk.key(Key.Key_Return)
    assert desk.document.get(BackstageStep, step.id).text == "Versand"
    desk.key(Key.Key_Delete)
    assert not desk.document.having(BackstageStep, "touchpoint", "t02")


def test_the_staff_is_written_in_its_cell(desk: Desk) -> None:
    show(desk, LaneKind.STAFF)
    QTest.mouseDClick(desk.workspace.view.viewport(), LEFT, NONE, cell(desk, LaneKind.STAFF, "t02"))
    desk.settle()
    desk.write("Zwei am Schalter")
    desk.key(Key.Key_Return)
    assert desk.document.get(Touchpoint, "t02").staff == "Zwei am Schalter"
    assert steps(desk) == 2


def test_arrows_step_through_a_column_as_it_is_seen(desk: Desk) -> None:
    desk.context.selection.select("t04")
    desk.workspace.take_focus()
    seen = []
    for _ in range(6):
        desk.key(Key.Key_Down)
        record = desk.context.selection.record
        seen.append(record.text if isinstance(record, Note) else type(record).__name__)
    assert seen[0].startswith("17 Felder") and seen[1].startswith("Marktlokation") and seen[2] == "Measure"
    desk.context.selection.select("t03")
    desk.key(Key.Key_Down)
    assert desk.workspace.cells.current is not None, "an empty cell"
    desk.key(Key.Key_Right)
    record = desk.context.selection.record
    assert isinstance(record, Note) and record.text.startswith("17 Felder")
    desk.key(Key.Key_Right)
    marked = desk.workspace.cells.current
    assert marked is not None and marked.touchpoint == "t05", "on from what stands in a cell, within its lane"
    desk.key(Key.Key_Return)
    desk.write("Ein Zitat")
    folded = desk.workspace.model.folded
    desk.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.workspace.model.folded == folded, "no command takes the key while somebody types"
    record = desk.context.selection.record
    assert isinstance(record, Note) and (record.text, record.about) == ("Ein Zitat", "t05")


@pytest.mark.parametrize("command", ["lanes.add_thought", "lanes.add_need", "lanes.add_step"])
def test_adding_where_the_lane_is_hidden_shows_it(desk: Desk, command: str) -> None:
    desk.context.selection.select("t02")
    desk.context.commands.run(command)
    desk.settle()
    desk.write("Ein Text")
    desk.key(Key.Key_Return)
    assert {LaneKind.THOUGHTS_NEEDS, LaneKind.BACKSTAGE} & set(kinds(desk))
    assert steps(desk) == 1


def test_lanes_are_the_same_after_saving(desk: Desk, tmp_path: Path) -> None:
    desk.context.commands.run("lanes.show_all")
    desk.context.commands.run("lanes.new")
    desk.settle()
    desk.write("Eigenes")
    desk.key(Key.Key_Return)
    strip = desk.workspace.area.labels
    spot = edge(desk, "lane:emotion")
    desk.drag(spot, spot + QPoint(0, 40), widget=strip)
    target = tmp_path / "zeilen.cxs"
    desk.session.save_as(target)
    assert load(target).content.document == desk.document
