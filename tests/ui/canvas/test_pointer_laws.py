"""What a pointer does is the same on every canvas: how a drag counts, how it ends, and what the Menu key means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.edits import remove_own_lane, remove_records
from cxstudio.model import LaneSetting
from tests.ui.canvas_cases import CASES, LEFT, NONE, RIGHT, Case, case_of
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.comparison.comparison_canvas import ComparisonView


@pytest.fixture(params=list(CASES))
def case(request: pytest.FixtureRequest, sample_window: MainWindow) -> Case:
    return case_of(request.param, sample_window)


def context_menu(target: QWidget, at: QPoint, reason: QContextMenuEvent.Reason) -> None:
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))
    QApplication.processEvents()


def test_a_drag_is_one_step(case: Case) -> None:
    before, last = case.document, case.last_step
    case.press()
    assert case.canvas.gesture is not None and case.document is before, "shown, and not yet done"
    case.release()
    assert case.canvas.gesture is None and case.last_step is not last
    case.window.context.session.undo()
    assert case.last_step is last and case.document == before


def test_escape_leaves_nothing(case: Case) -> None:
    before, last = case.document, case.last_step
    case.press()
    case.key(Qt.Key.Key_Escape)
    assert case.canvas.gesture is None
    case.move(case.start, case.end)
    assert case.canvas.gesture is None, "the button is still down: this is no new press"
    case.release()
    assert case.document is before and case.last_step is last


@pytest.mark.parametrize("released", [True, False])
def test_a_drag_ends_and_says_so_when_its_record_is_gone(case: Case, released: bool) -> None:
    said: list[str] = []
    case.window.context.messages.said.connect(said.append)
    case.press()
    with case.window.context.session.transaction("gone") as draft:
        own = isinstance(case.document.find(case.held), LaneSetting)
        remove_own_lane(draft, case.held) if own else remove_records(draft, [case.held])
    last = case.last_step
    case.release() if released else case.move(case.start, case.end)
    assert case.canvas.gesture is None and case.last_step is last
    assert "What you were moving is no longer there." in said


def test_held_at_an_edge_a_drag_scrolls_on(case: Case, qtbot: QtBot) -> None:
    case.press()
    case.move(case.edge)
    before = case.bars
    qtbot.waitUntil(lambda: case.bars != before, timeout=60_000)
    case.key(Qt.Key.Key_Escape)


def another_window(case: Case, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    QApplication.processEvents()


def another_widget(case: Case, qtbot: QtBot) -> None:
    box = next(b for b in case.window.findChildren(QPushButton) if b.isVisible() and b.isEnabled())
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)


def another_workspace(case: Case, qtbot: QtBot) -> None:
    run(case.window, "go.control")


def another_button(case: Case, qtbot: QtBot) -> None:
    asked: list[object] = []
    case.canvas.menu_wanted.connect(lambda *wanted: asked.append(wanted))
    QTest.mousePress(case.pointed, RIGHT, NONE, case.end)
    context_menu(case.pointed, case.end, QContextMenuEvent.Reason.Mouse)
    QTest.mouseRelease(case.pointed, RIGHT, NONE, case.end)
    assert not asked, "the left button is still down"


def release_elsewhere(case: Case, qtbot: QtBot) -> None:
    place = QPointF(case.start)
    event = QMouseEvent(QEvent.Type.MouseMove, place, case.pointed.mapToGlobal(place),
                        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE)  # fmt: skip
    QApplication.sendEvent(case.pointed, event)


@pytest.mark.parametrize("lose", [another_window, another_widget, another_workspace, another_button, release_elsewhere])
def test_a_drag_ends_with_whatever_held_it(case: Case, lose: Callable[[Case, QtBot], None], qtbot: QtBot) -> None:
    before, last = case.document, case.last_step
    case.press()
    lose(case, qtbot)
    assert case.canvas.gesture is None
    case.release()
    assert case.document is before and case.last_step is last


def test_space_let_go_elsewhere_does_not_pan_for_ever(case: Case, qtbot: QtBot) -> None:
    view = case.scrolled
    view.setFocus()
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert view.panning
    another_window(case, qtbot)
    case.window.activateWindow()
    QApplication.processEvents()
    assert not view.panning
    QTest.mousePress(view.viewport(), LEFT, NONE, case.start)
    case.move(case.start + QPoint(60, 0))
    assert type(view.gesture).__name__ != "Pan" or case.canvas is not view


@pytest.mark.parametrize("name", ["map", "flow", "comparison"])
def test_the_menu_key_means_the_selection_where_it_stands(name: str, sample_window: MainWindow) -> None:
    case = case_of(name, sample_window)
    view, selection = case.scrolled, case.window.context.selection
    asked: list[tuple[object, ...]] = []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(lambda *wanted: asked.append(wanted))
    record, place = ("t04", case.end) if name == "map" else (case.held, case.start)
    selection.select(record)
    if isinstance(view, ComparisonView):
        view.reveal_record(record)
        place = view.mapFromScene((view.box(record) or view.window_rect).center())
    context_menu(view, QPoint(3, 3), QContextMenuEvent.Reason.Keyboard)
    assert selection.ids == (record,)
    *meant, where = asked[0]
    assert meant in ([record], [])
    assert (where - view.viewport().mapToGlobal(QPointF(place))).manhattanLength() < 120


def test_in_the_flow_shift_takes_what_stands_between_and_ctrl_one_more_or_one_less(sample_window: MainWindow) -> None:
    case = case_of("flow", sample_window)
    selection = case.window.context.selection
    selection.select()
    for place, modifier in ((case.end, NONE), (case.start, Qt.KeyboardModifier.ShiftModifier)):
        QTest.mouseClick(case.pointed, LEFT, modifier, place)
    assert selection.ids == ("t11", "t12")
    QTest.mouseClick(case.pointed, LEFT, Qt.KeyboardModifier.ControlModifier, case.end)
    assert selection.ids == ("t12",)
    selection.select("t11", "t12")
    QTest.mouseClick(case.pointed, LEFT, NONE, case.end)
    assert selection.ids == ("t11",), "a click on one of several selects it alone"
