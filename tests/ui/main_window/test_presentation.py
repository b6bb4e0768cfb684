"""Presenting: on the only screen over everything, on a second one beside the window people work in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cxstudio.edits import remove_records, set_fields
from cxstudio.layout.display.display_list import Rect
from cxstudio.layout.slides import StepKind
from cxstudio.model import Journey, Note, Stage, Touchpoint
from cxstudio.session import Session
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.presentation.projector_window import Projector
from ui.presentation.slide_position import Show

Key = Qt.Key
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def row(window: MainWindow) -> tuple[Touchpoint, ...]:
    document = window.context.document
    return document.journey_touchpoints(document.all(Journey)[0].id)


def presenting(window: MainWindow) -> bool:
    return window.shell.presentation.on


def present(window: MainWindow, *, beside: bool = False) -> tuple[Projector, Show]:
    """Begin; `beside` as if there were a second screen."""
    if beside:
        window.shell.presentation.place = lambda shell: (shell.screen(), False)
    window.context.commands.run("frame.present")
    QApplication.processEvents()
    projector, show = window.shell.presentation.projector, window.shell.presentation.show_
    assert projector is not None and show is not None
    return projector, show


def keys(projector: Projector, *pressed: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in pressed:
        QTest.keyClick(projector, key, modifier)


def to_the_first_stage(projector: Projector, show: Show) -> None:
    """Past the whole journey, which takes two slides on the square screen of the tests."""
    while show.step.kind is StepKind.OVERVIEW:
        keys(projector, Key.Key_Right)


def test_f5_shows_the_whole_journey_over_the_whole_screen_and_esc_ends(sample_window: MainWindow) -> None:
    QTest.keyClick(sample_window, Key.Key_F5)
    projector = sample_window.shell.presentation.projector
    assert projector is not None and projector.isFullScreen()
    assert projector.geometry() == sample_window.screen().geometry()
    assert not sample_window.shell.presentation.bar.isVisible()
    assert "Moving" in projector.accessibleDescription()
    keys(projector, Key.Key_Escape)
    assert not presenting(sample_window)
    QApplication.processEvents()
    sample_window.context.commands.run("frame.present")
    assert presenting(sample_window), "it can begin again at once"
    assert sample_window.context.commands.action("present.next").isEnabled()


def test_arrows_page_keys_and_space_walk_touchpoint_by_touchpoint(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    to_the_first_stage(projector, show)
    walked = [show.step]
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Space):
        keys(projector, key)
        walked.append(show.step)
    stage = sample_window.context.document.stages(show.journey)[0].id
    assert [(s.stage, s.touchpoint) for s in walked] == [
        (stage, None),
        *((stage, t.id) for t in row(sample_window)[:3]),
    ]
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_PageUp):
        keys(projector, key)
    assert show.step == walked[0]
    keys(projector, *(Key.Key_Left,) * 5)
    assert show.place[0] == 1


def test_ctrl_shift_home_and_end_jump_by_stage_and_enter_dives_in(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    stages = sample_window.context.document.stages(show.journey)
    keys(projector, Key.Key_Right, Key.Key_Right, modifier=CTRL)
    assert (show.step.kind, show.step.stage) == (StepKind.STAGE, stages[1].id)
    keys(projector, Key.Key_Right, modifier=SHIFT)
    keys(projector, Key.Key_Return)
    assert show.step.touchpoint == row(sample_window)[6].id
    keys(projector, Key.Key_Backspace)
    assert (show.step.kind, show.step.stage) == (StepKind.STAGE, stages[2].id)
    keys(projector, Key.Key_End)
    assert show.step.stage == stages[-1].id
    keys(projector, Key.Key_Left, modifier=CTRL)
    assert show.step.stage == stages[-2].id
    keys(projector, Key.Key_Home)
    assert show.step.kind is StepKind.OVERVIEW


def test_a_click_dives_into_a_card_and_anywhere_else_goes_on(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    slide = show.slide(projector.width(), projector.height())
    card = next(p for p in slide.flat() if p.group.key.startswith("stage:"))
    spot = next(i for i in card.group.items if isinstance(i, Rect))
    QTest.mouseClick(projector, Qt.MouseButton.LeftButton, NONE, QPoint(round(spot.x + 20), round(spot.y + 20)))
    assert show.step.kind is StepKind.STAGE
    first = show.place[0]
    QTest.mouseClick(projector, Qt.MouseButton.LeftButton, NONE, QPoint(2, 2))
    assert show.place[0] == first + 1
    QTest.mouseClick(projector, Qt.MouseButton.RightButton, NONE, QPoint(2, 2))
    assert show.place[0] == first


def test_b_blanks_and_any_key_returns_without_going_on(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    keys(projector, Key.Key_Right)
    before = show.place
    keys(projector, Key.Key_B)
    shot = projector.grab().toImage()
    assert {shot.pixelColor(x, y).name() for x in range(0, 800, 97) for y in range(0, 800, 97)} == {"#000000"}
    keys(projector, Key.Key_Right)
    assert not show.black and show.place == before
    assert projector.grab().toImage().pixelColor(1, 1) != QColor("black")


def test_it_ends_where_the_room_is(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    to_the_first_stage(projector, show)
    keys(projector, *(Key.Key_Right,) * 3, Key.Key_F5)
    assert sample_window.context.selection.id == row(sample_window)[2].id


def test_it_begins_at_what_is_selected_when_asked_to(sample_window: MainWindow) -> None:
    sample_window.context.selection.select(row(sample_window)[7].id)
    sample_window.context.commands.run("frame.present_here")
    show = sample_window.shell.presentation.show_
    assert show is not None and show.step.touchpoint == row(sample_window)[7].id


def test_the_note_line_opens_over_the_slide(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    QTest.keyClicks(projector, ".")
    line = projector.findChild(QLineEdit)
    assert line is not None and line.isVisible()
    line.setText("Nobody tells us")
    QTest.keyClick(line, Key.Key_Return)
    assert "Nobody tells us" in [n.text for n in sample_window.context.document.all(Note)]
    QTest.keyClick(line, Key.Key_Escape)
    assert show.place[0] == 1 and presenting(sample_window)


def test_the_scribe_works_and_the_projector_does_not_jump(sample_window: MainWindow) -> None:
    projector, show = present(sample_window, beside=True)
    context, bar = sample_window.context, sample_window.shell.presentation.bar
    assert bar.isVisible() and projector.isVisible()
    context.commands.run("present.next_stage")
    context.commands.run("present.next")
    shown = row(sample_window)[0]
    assert show.step.touchpoint == shown.id and shown.name.split()[0] in bar.where.text()
    place = show.place
    context.selection.select(row(sample_window)[9].id)
    with context.session.transaction("x") as draft:
        set_fields(draft, Touchpoint, row(sample_window)[9].id, name="Elsewhere")
    show.catch_up()
    assert show.place == place
    with context.session.transaction("x") as draft:
        set_fields(draft, Touchpoint, shown.id, name="Typed by the scribe")
    show.catch_up()
    assert "Typed by the scribe" in projector.accessibleDescription() and "Typed by the scribe" in bar.where.text()
    context.session.undo()
    show.catch_up()
    assert show.step.touchpoint == shown.id and shown.name in projector.accessibleDescription()
    context.commands.run("present.selected")
    assert show.step.touchpoint == row(sample_window)[9].id
    selected = context.selection.id
    context.commands.run("present.end")
    assert not bar.isVisible() and context.selection.id == selected


def test_page_keys_reach_the_projector_while_the_scribe_types(sample_window: MainWindow) -> None:
    _, show = present(sample_window, beside=True)
    context = sample_window.context
    context.selection.select(row(sample_window)[3].id)
    context.commands.run("journey.rename")
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Key.Key_PageDown)
    assert show.place[0] == 2
    QTest.keyClick(field, Key.Key_PageUp)
    assert show.place[0] == 1
    context.commands.run("present.end")
    assert not context.commands.action("present.next").isEnabled()


def test_what_is_shown_may_be_removed(sample_window: MainWindow) -> None:
    projector, show = present(sample_window)
    touchpoints = row(sample_window)
    show.show_record(touchpoints[4].id)
    session = sample_window.context.session
    with session.transaction("x") as draft:
        remove_records(draft, [touchpoints[4].id])
    projector.grab()
    show.catch_up()
    assert show.step.touchpoint == touchpoints[5].id
    with session.transaction("x") as draft:
        remove_records(draft, [s.id for s in draft.document.all(Stage)])
    projector.grab()
    show.catch_up()
    assert show.step.kind is StepKind.OVERVIEW
    with session.transaction("x") as draft:
        remove_records(draft, [j.id for j in draft.document.all(Journey)])
    show.catch_up()
    assert not presenting(sample_window)


@pytest.mark.parametrize("look", ["look.palette", "look.language"])
@pytest.mark.parametrize("beside", [True, False])
def test_another_look_of_the_window_leaves_it_at_its_slide(sample_window: MainWindow, look: str, beside: bool) -> None:
    _, before = present(sample_window, beside=beside)
    before.show_record(row(sample_window)[4].id)
    before.set_black(True)
    step, place = before.step, before.place
    sample_window.context.commands.run(look)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    projector, show = sample_window.shell.presentation.projector, sample_window.shell.presentation.show_
    assert projector is not None and show is not None
    assert (show.step, show.place, show.black) == (step, place, True)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, Projector) and w.isVisible()] == [projector]
    assert sample_window.shell.presentation.bar.isVisible() is beside
    assert projector.isActiveWindow() is not beside
    sample_window.context.commands.run("present.black")
    assert not show.black, "it listens to its commands"
    light = projector.grab().toImage().pixelColor(2, 2).lightness()
    assert (light < 128) is (look == "look.palette")


def test_a_note_over_the_slide_is_not_lost_with_another_look(sample_window: MainWindow) -> None:
    projector, _ = present(sample_window)
    keys(projector, Key.Key_Period)
    line = projector.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Nobody tells")
    sample_window.context.commands.run("look.palette")
    QApplication.processEvents()
    projector = sample_window.shell.presentation.projector
    assert projector is not None
    line = projector.focusWidget()
    assert isinstance(line, QLineEdit) and line.text() == "Nobody tells"


@pytest.mark.parametrize("beside", [True, False])
def test_no_window_is_left_when_the_program_is_closed(sample_window: MainWindow, beside: bool) -> None:
    projector, _ = present(sample_window, beside=beside)
    sample_window.close()
    assert not projector.isVisible()
    assert not any(w.isVisible() for w in QApplication.topLevelWidgets())


def test_opening_another_project_ends_it(sample_window: MainWindow) -> None:
    present(sample_window, beside=True)
    sample_window.show_session(Session.new(sample_window.folders))
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not presenting(sample_window)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, Projector) and w.isVisible()] == []


def test_without_a_journey_nothing_begins(open_window: OpenWindow) -> None:
    window = open_window()
    window.context.commands.run("frame.present")
    assert not presenting(window)


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_project_can_be_presented(open_window: OpenWindow, language: str) -> None:
    window = open_window(language=language)
    with window.context.session.transaction("x") as draft:
        draft.create(Journey(id=draft.new_id(), title=""))
    projector, show = present(window)
    keys(projector, Key.Key_Right, Key.Key_End, Key.Key_Return, Key.Key_Backspace)
    assert show.place == (1, 1) and projector.accessibleDescription()


def test_a_change_after_the_end_wakes_nobody(sample_window):
    window = sample_window
    present(window)
    window.context.commands.run("frame.present")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rename = row(window)[0].id
    with window.context.session.transaction("Rename") as draft:
        set_fields(draft, Touchpoint, rename, name="Portal")
    QApplication.processEvents()
    assert not presenting(window)


def test_light_and_dark_are_switched_while_the_slide_has_the_keyboard(sample_window: MainWindow) -> None:
    projector, _ = present(sample_window)
    light = projector.grab().toImage().pixelColor(2, 2).lightness()
    QTest.keyClick(projector, Key.Key_L, CTRL | SHIFT)
    QApplication.processEvents()
    shown = sample_window.shell.presentation.projector
    assert shown is not None and abs(shown.grab().toImage().pixelColor(2, 2).lightness() - light) > 60
