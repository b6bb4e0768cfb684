"""Wheels, touchpads and two fingers: small turns add up, zooming follows the pointer, no value changes in passing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

from cxstudio.model import Touchpoint
from tests.ui.canvas_cases import CASES, Case, case_of
from tests.ui.comparing_desk import workspace
from ui.canvas.interaction.wheel import NOTCH, WholeSteps, nearer
from ui.main_window.main_window import MainWindow
from ui.presentation.projector_window import Projector
from ui.presentation.slide_position import Show
from ui.workspaces.measures.boards.schedule_page import ScheduleView
from ui.workspaces.measures.boards.status_board_page import BoardView
from ui.workspaces.workspace_table import BY_NAME

Modifier = Qt.KeyboardModifier
CTRL, SHIFT, NONE = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.NoModifier
Phase = Qt.ScrollPhase
GLIDING = Phase.ScrollMomentum


def turn(
    target: QWidget,
    *turns: int,
    at: QPointF | None = None,
    modifiers: Qt.KeyboardModifier = NONE,
    phase: Qt.ScrollPhase = Phase.NoScrollPhase,
    inverted: bool = False,
) -> None:
    for turned in turns:
        QApplication.sendEvent(target, wheel(turned, at or QPointF(300, 200), target, modifiers, phase, inverted))
        QApplication.processEvents()


def wheel(
    turned: int, at: QPointF, target: QWidget | None = None, modifiers: Qt.KeyboardModifier = NONE,
    phase: Qt.ScrollPhase = Phase.NoScrollPhase, inverted: bool = False,
) -> QWheelEvent:  # fmt: skip
    where = target.mapToGlobal(at) if target is not None else at
    return QWheelEvent(at, where, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, modifiers, phase, inverted)


@pytest.fixture
def shown(sample_window: MainWindow) -> tuple[Projector, Show]:
    sample_window.context.commands.run("frame.present")
    QApplication.processEvents()
    presentation = sample_window.shell.presentation
    assert presentation.projector is not None and presentation.show_ is not None
    return presentation.projector, presentation.show_


def test_a_swipe_of_little_more_than_a_notch_is_one_slide(shown: tuple[Projector, Show]) -> None:
    projector, show = shown
    turn(projector, *[-8] * 20)
    assert show.at == 1
    turn(projector, -120, -120)
    assert show.at == 3, "a wheel with notches turns a slide with each"
    turn(projector, 60, 60)
    assert show.at == 2


def test_a_swipe_with_a_beginning_and_an_end_is_one_slide_and_gliding_on_is_none(shown: tuple[Projector, Show]) -> None:
    projector, show = shown
    for expected in (1, 2):
        turn(projector, 0, phase=Phase.ScrollBegin)
        turn(projector, *[-60] * 10, phase=Phase.ScrollUpdate)
        turn(projector, 0, phase=Phase.ScrollEnd)
        turn(projector, *[-90] * 15, phase=GLIDING)
        assert show.at == expected


@given(st.lists(st.integers(-400, -1)))
def test_steps_are_the_sum_of_the_turns(turns: list[int]) -> None:
    steps = WholeSteps()
    taken = sum(steps.taken(wheel(turned, QPointF())) for turned in turns)
    assert taken == -sum(turns) // NOTCH


@given(st.lists(st.integers(-400, 400)))
def test_a_zoom_is_that_of_the_sum_whatever_the_steps(turns: list[int]) -> None:
    product = 1.0
    for turned in turns:
        product *= nearer(wheel(turned, QPointF()))
    assert product == pytest.approx(nearer(wheel(sum(turns), QPointF())))


def zoom_of(case: Case) -> float:
    view = case.scrolled
    if isinstance(view, BoardView):  # its columns have the width of the window: it is drawn in one size
        return view.scale_factor
    model = getattr(view, "_area" if isinstance(view, ScheduleView) else "_model")  # each canvas has its own
    return float(model.zoom.value)


@pytest.mark.parametrize("name", ["map", "headers", "labels", "flow", "comparison"])
def test_ctrl_and_small_turns_zoom_in_proportion_and_gliding_does_not(name: str, sample_window: MainWindow) -> None:
    case = case_of(name, sample_window)
    turn(case.pointed, *[-20] * 12, at=QPointF(case.start), modifiers=CTRL)
    fine = zoom_of(case)
    turn(case.pointed, 240, at=QPointF(case.start), modifiers=CTRL)
    turn(case.pointed, -120, -120, at=QPointF(case.start), modifiers=CTRL)
    assert fine < 1.0 and zoom_of(case) == pytest.approx(fine)
    turn(case.pointed, -120, at=QPointF(case.start), modifiers=CTRL, phase=GLIDING)
    assert zoom_of(case) == pytest.approx(fine)
    turn(case.pointed, 120, at=QPointF(case.start), modifiers=CTRL, inverted=True)
    assert zoom_of(case) < fine, "the fingers decide what is nearer, not the direction the system scrolls in"


def pinch(target: QWidget, at: QPoint, by: float) -> None:
    place = QPointF(at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, place,
        target.window().mapFromGlobal(target.mapToGlobal(place)), target.mapToGlobal(place), by, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(target, event)
    QApplication.processEvents()


def test_a_pinch_on_a_touchpad_zooms_at_the_pointer(sample_window: MainWindow) -> None:
    case = case_of("map", sample_window)
    view = case.scrolled
    under = view.finder.touchpoint(view.at(QPointF(case.start)))  # type: ignore[attr-defined]
    assert under is not None
    sizes = [view.scale_factor]
    for _ in range(5):
        pinch(case.pointed, case.start, 0.1)
        sizes.append(view.scale_factor)
    assert all(after > before for before, after in pairwise(sizes))
    workspace(sample_window).zooming.settle()
    assert zoom_of(case) == pytest.approx(1.1**5)
    assert view.finder.touchpoint(view.at(QPointF(case.start))) == under  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", list(CASES))
def test_two_fingers_on_a_touch_screen_zoom_and_drag_nothing(name: str, sample_window: MainWindow) -> None:
    case = case_of(name, sample_window)
    before, document, target = zoom_of(case), case.document, case.pointed
    fingers = QTest.touchEvent(target, QTest.createTouchDevice())
    middle = target.rect().center()
    for step in range(7):
        for finger, side in ((0, -1), (1, 1)):
            place = middle + QPoint(side * (40 - 5 * step), 0)
            (fingers.move if step else fingers.press)(finger, place, target)
        fingers.commit()
        QApplication.processEvents()
    for finger in (0, 1):
        fingers.release(finger, middle, target)
    fingers.commit()
    QApplication.processEvents()
    assert zoom_of(case) == before if name == "board" else zoom_of(case) < before
    assert case.document is document and case.canvas.gesture is None


@pytest.mark.parametrize("name", ["map", "headers", "labels"])
def test_a_wheel_scrolls_alike_over_the_map_and_its_edges(name: str, sample_window: MainWindow) -> None:
    case = case_of(name, sample_window)
    sample_window.context.commands.run("lanes.show_all")
    QApplication.processEvents()
    case.scrolled.scroll_to(QPointF(0, 0))
    turn(case.pointed, *[-15] * 8)
    assert case.bars == (0, 120)
    turn(case.pointed, *[-15] * 8, modifiers=SHIFT)
    assert case.bars == (120, 120)


def test_no_value_changes_while_somebody_scrolls_past(sample_window: MainWindow) -> None:
    window, seen = sample_window, 0
    document = window.context.document
    window.context.selection.select(document.all(Touchpoint)[0].id)
    pages = [f"go.{name}" for name in BY_NAME]
    shows = [row for row in window.context.commands.rows if row.startswith(("rate.show_", "journey.show_"))]
    for command in [*pages, *shows, "frame.settings", "project.new"]:
        window.context.commands.run(command)
        QApplication.processEvents()
        for kind in (QComboBox, QAbstractSlider, QAbstractSpinBox, QTabBar):
            for each in window.findChildren(kind):
                if isinstance(each, QScrollBar) or not each.isVisible() or not each.isEnabled():
                    continue
                seen += 1
                state = (each.currentIndex() if isinstance(each, QComboBox | QTabBar) else each.text()
                         if isinstance(each, QAbstractSpinBox) else each.value())  # fmt: skip
                turn(each, -240, at=QPointF(8, 8))
                now = (each.currentIndex() if isinstance(each, QComboBox | QTabBar) else each.text()
                       if isinstance(each, QAbstractSpinBox) else each.value())  # fmt: skip
                assert now == state, (command, each, each.accessibleName())
    assert window.context.document is document and seen > 12
