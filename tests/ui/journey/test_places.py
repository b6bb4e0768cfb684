"""Nothing jumps: the bar from view to view, the map under the pointer, the selection over undo and redo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_touchpoint, remove_records, set_fields
from cxstudio.model import Note, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import journey_lanes
from tests.ui.conftest import OpenWindow
from ui.context.messages import Notice, always
from ui.main_window.main_window import MainWindow
from ui.shell.toast import Toast
from ui.startup.qt_translations import speak
from ui.workspaces.journey.journey_workspace import JourneyWorkspace


def on_map(window: MainWindow) -> JourneyWorkspace:
    window.context.commands.run("go.journey")
    QApplication.processEvents()
    workspace = window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    return workspace


def places(workspace: JourneyWorkspace) -> list[tuple[int, int]]:
    bar = workspace.bar
    parts = (bar.persona, bar._kind, bar._views, *bar.panels.values())
    return [(part.x(), part.width()) for part in parts]


@pytest.mark.parametrize("width", [1280, 1440, 1600, 1920])
def test_the_bar_stands_still_from_view_to_view(sample_window: MainWindow, width: int) -> None:
    sample_window.resize(width, 900)
    workspace = on_map(sample_window)
    before = places(workspace)
    for view in ("flow", "outline", "compare", "map"):
        sample_window.context.commands.run(f"journey.show_{view}")
        QApplication.processEvents()
        assert places(workspace) == before, view


def test_sorting_the_last_note_moves_no_button(sample_window: MainWindow) -> None:
    workspace = on_map(sample_window)
    before = places(workspace)
    context = sample_window.context
    waiting = [n for n in context.document.all(Note) if n.about is None]
    touchpoint = context.document.all(Touchpoint)[0].id
    with context.session.transaction("sort") as draft:
        for note in waiting:
            set_fields(draft, Note, note.id, about=touchpoint)
    QApplication.processEvents()
    assert places(workspace) == before


def test_why_a_closed_round_takes_no_value_moves_nothing(sample_window: MainWindow) -> None:
    workspace = on_map(sample_window)
    context = sample_window.context
    shown = context.bridge.shown_round(context.selection.journey)
    assert shown is not None
    with context.session.transaction("close") as draft:
        set_fields(draft, Round, shown.id, state=RoundState.CLOSED)
    context.selection.select(context.document.all(Touchpoint)[0].id)
    top = workspace.view.mapTo(sample_window, QPoint(0, 0))
    QTest.keyClick(workspace.view, Qt.Key.Key_3)
    QApplication.processEvents()
    said = [t for t in sample_window.findChildren(Toast) if t.isVisible()]
    assert said, "nobody said why"
    assert workspace.view.mapTo(sample_window, QPoint(0, 0)) == top


def test_a_pasted_picture_offers_its_lane_where_that_is_not_shown(sample_window: MainWindow) -> None:
    workspace = on_map(sample_window)
    context = sample_window.context
    journey = context.selection.journey or ""

    def shown() -> bool:
        return next(x for x in journey_lanes(context.document, journey) if x.kind is LaneKind.PICTURES).shown

    assert not shown()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    workspace.hands.pinning.take_from(context.document.all(Touchpoint)[0].id, data)
    QApplication.processEvents()
    offer = next(b for t in sample_window.findChildren(Toast) for b in t.findChildren(QPushButton))
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert shown()


def test_undo_and_redo_lead_to_what_they_touched(sample_window: MainWindow) -> None:
    workspace = on_map(sample_window)
    context = sample_window.context
    row = context.document.journey_touchpoints(context.selection.journey or "")
    context.selection.select(row[3].id)
    with context.session.transaction("rename") as draft:
        set_fields(draft, Touchpoint, row[3].id, name="Another name")
    context.selection.clear()
    context.commands.run("edit.undo")
    assert context.selection.ids == (row[3].id,)
    context.selection.select(row[4].id)
    context.commands.run("journey.new_touchpoint")
    made = context.selection.id
    assert made is not None and made != row[4].id
    workspace.editor.field.insertPlainText("Made")
    workspace.editor.finish()
    context.commands.run("edit.undo")
    assert made not in context.document
    assert context.selection.ids == (row[4].id,)
    context.commands.run("edit.redo")
    assert made in context.document
    assert context.selection.ids == (made,)


def test_what_was_said_of_a_step_goes_with_the_next(sample_window: MainWindow) -> None:
    on_map(sample_window)
    context = sample_window.context
    row = context.document.journey_touchpoints(context.selection.journey or "")
    context.selection.select(row[3].id)
    context.commands.run("journey.stardust")
    context.commands.run("edit.undo")
    word = sample_window.findChild(QLabel, "passing_word")
    assert word is not None and word.text().startswith("Undone")
    context.commands.run("journey.stardust")
    assert not word.text().startswith("Undone")


def test_keys_are_called_alike_in_menus_and_beside_buttons(open_window: OpenWindow, qapp: QApplication) -> None:
    window = open_window(language="de")
    commands = window.context.commands
    for row in commands.rows.values():
        for keys in commands.action(row.id).shortcuts()[:1]:
            assert keys.toString(QKeySequence.SequenceFormat.NativeText) == commands.keys_text(row)
    speak(qapp, "en")


def test_what_is_renamed_by_key_is_brought_into_view(sample_window: MainWindow) -> None:
    workspace = on_map(sample_window)
    context = sample_window.context
    row = context.document.journey_touchpoints(context.selection.journey or "")
    context.selection.select(row[-1].id)
    workspace.view.scroll_to(QPointF(0.0, 0.0))
    QApplication.processEvents()
    QTest.keyClick(workspace.view, Qt.Key.Key_F2)
    QApplication.processEvents()
    place = workspace.view.place_of(row[-1].id)
    assert place is not None and workspace.editor.field.open
    assert workspace.view.window_rect.left() <= place.x
    assert place.x + place.group.width <= workspace.view.window_rect.right() + 1


def test_a_bar_that_comes_while_a_card_is_dragged_waits_until_it_is_dropped(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = on_map(sample_window)
    context = sample_window.context
    row = context.document.journey_touchpoints(context.selection.journey or "")
    place = workspace.view.place_of(row[0].id)
    assert place is not None
    start = workspace.view.mapFromScene(QPointF(place.x + place.group.width / 2, place.y + 20))
    port = workspace.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(40, 0))
    QTest.mouseMove(port, start + QPoint(80, 0))
    assert workspace.view.gesture is not None
    context.messages.post(Notice("late", "Something came up.", holds=always))
    assert sample_window.shell.bars.keys == ()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(80, 0))
    qtbot.waitUntil(lambda: sample_window.shell.bars.keys == ("late",))


def test_what_is_under_the_pointer_stays_there_while_a_card_is_dragged(sample_window: MainWindow) -> None:
    workspace = on_map(sample_window)
    context, view = sample_window.context, workspace.view
    stages = context.document.stages(context.selection.journey or "")
    with context.session.transaction("empty") as draft:  # an empty stage is wider than one with a card
        remove_records(draft, [t.id for t in context.document.touchpoints(stages[-2].id)])
        add_touchpoint(draft, stages[-1].id, "One more")
    QApplication.processEvents()
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    assert before > 0
    taken = context.document.touchpoints(stages[-1].id)[0].id
    place = view.place_of(taken)
    assert place is not None
    start = view.mapFromScene(QPointF(place.x + place.group.width / 2, place.y + 20))
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 8):
        QTest.mouseMove(port, start - QPoint(50 * step, 0))
        QApplication.processEvents()
        assert bar.value() == before, step
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert context.document.find(taken) is not None and view.gesture is None
    layout, scene = workspace.model.layout, workspace.area.scene
    assert layout is not None
    assert scene.sceneRect().width() <= layout.body.width + scene.room + 1
