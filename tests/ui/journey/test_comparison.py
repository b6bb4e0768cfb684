"""As-is, to-be and comparison in the real window: by mouse, keys and commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.comparison.as_is_to_be import Fate
from cxstudio.edits import add_journey, set_fields
from cxstudio.model import Journey, Touchpoint
from cxstudio.model.kinds import JourneyKind
from cxstudio.store import ChangeSet
from tests.ui.comparing_desk import click_card, comparing, journeys, on_map, planned, press, run, workspace

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def test_without_a_to_be_journey_its_segment_invites_to_derive_one(sample_window) -> None:
    window = on_map(sample_window)
    press(window, "To-be journey")
    assert workspace(window).journeys.where == JourneyKind.TO_BE
    press(window, "Create a to-be journey")
    (made,) = journeys(window, JourneyKind.TO_BE)
    assert window.context.selection.journey == made.id
    assert workspace(window).view_id == "map"
    assert len(window.context.document.journey_touchpoints(made.id)) == 14
    run(window, "edit.undo")
    assert journeys(window, JourneyKind.TO_BE) == []


def test_deriving_from_the_comparison_stays_there(sample_window) -> None:
    window = on_map(sample_window)
    press(window, "Comparison")
    press(window, "Create a to-be journey")
    assert workspace(window).view_id == "compare"
    assert comparing(window).sentence.text() == "Stages and touchpoints are still those of the as-is journey."


def test_the_segments_lead_from_one_journey_to_the_other_and_to_both(sample_window) -> None:
    window = on_map(sample_window)
    later, _ = planned(window)
    today = journeys(window, JourneyKind.AS_IS)[0].id
    press(window, "As-is journey")
    assert (window.context.selection.journey, workspace(window).view_id) == (today, "map")
    press(window, "To-be journey")
    assert (window.context.selection.journey, workspace(window).view_id) == (later, "map")
    press(window, "Comparison")
    assert workspace(window).view_id == "compare"
    assert comparing(window).sentence.text() == "Touchpoints: 1 new, 1 removed, 1 moved."
    press(window, "As-is journey")
    assert (window.context.selection.journey, workspace(window).view_id) == (today, "map")


def test_a_click_selects_on_either_side_and_marks_the_counterpart(sample_window) -> None:
    window = on_map(sample_window)
    _, touchpoints = planned(window)
    run(window, "journey.show_compare")
    click_card(window, touchpoints[5])
    assert window.context.selection.id == touchpoints[5]
    twin = window.context.document.get(Touchpoint, touchpoints[5]).counterpart
    view = comparing(window).view
    assert view._selected.rect.contains(view.box(touchpoints[5]).center())
    assert view._other.rect.contains(view.box(twin).center())
    click_card(window, twin)
    assert window.context.selection.id == twin
    assert workspace(window).view_id == "compare"


def test_arrows_walk_along_one_journey_and_across_to_the_counterpart(sample_window) -> None:
    window = on_map(sample_window)
    _, touchpoints = planned(window)
    run(window, "journey.show_compare")
    document, select = window.context.document, window.context.selection
    twins = {t: document.get(Touchpoint, t).counterpart for t in touchpoints if t in document}
    comparing(window).take_focus()
    select.select(touchpoints[0])
    view = comparing(window).view
    for key, expected in (
        (Qt.Key.Key_Right, touchpoints[1]),
        (Qt.Key.Key_Up, twins[touchpoints[1]]),
        (Qt.Key.Key_Right, twins[touchpoints[2]]),
        (Qt.Key.Key_Down, touchpoints[2]),
        (Qt.Key.Key_Home, None),
    ):
        QTest.keyClick(view, key)
        QApplication.processEvents()
        if expected is not None:
            assert select.id == expected
    assert select.id == twins[touchpoints[0]]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert select.id is None


def test_screen_readers_hear_the_sentence_and_what_becomes_of_a_touchpoint(sample_window) -> None:
    window = on_map(sample_window)
    _, touchpoints = planned(window)
    run(window, "journey.show_compare")
    view = comparing(window).view
    heard = QAccessible.queryAccessibleInterface(view)
    assert "1 new" in heard.text(QAccessible.Text.Description)
    window.context.selection.select(touchpoints[5])
    QApplication.processEvents()
    assert "moved" in heard.text(QAccessible.Text.Description)
    assert "from “Register”" in heard.text(QAccessible.Text.Description)


def test_the_wheel_zooms_the_comparison_and_commands_too(sample_window) -> None:
    window = on_map(sample_window)
    planned(window)
    run(window, "journey.show_compare")
    page = comparing(window)
    view = page.view.viewport()
    spot = QPointF(300, 200)
    wheel = QWheelEvent(
        spot, view.mapToGlobal(spot), QPoint(), QPoint(0, -480), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, wheel)
    QApplication.processEvents()
    assert page.model.zoom.value < 0.7
    assert page.model.layout.board.wide < 80
    map_zoom = workspace(window).model.zoom
    run(window, "journey.zoom_100")
    assert page.model.zoom.value == 1.0
    run(window, "journey.zoom_all")
    assert page.model.layout.body.width <= view.width() + 1
    assert workspace(window).model.zoom == map_zoom


def test_renaming_from_the_comparison_goes_to_the_map(sample_window) -> None:
    window = on_map(sample_window)
    _, touchpoints = planned(window)
    run(window, "journey.show_compare")
    click_card(window, touchpoints[3])
    QTest.keyClick(comparing(window).view, Qt.Key.Key_F2)
    QApplication.processEvents()
    assert workspace(window).view_id == "map"
    assert workspace(window).editor.field.open
    workspace(window).editor.field.setPlainText("Six fields")
    workspace(window).editor.finish()
    run(window, "journey.show_compare")
    assert "1 changed" in comparing(window).sentence.text()


def test_a_to_be_journey_without_origin_asks_for_it(sample_window) -> None:
    window = on_map(sample_window)
    session = window.context.session
    with session.transaction("alone") as draft:
        alone = add_journey(draft, "Vision", kind=JourneyKind.TO_BE)
    window.context.selection.set_journey(alone)
    run(window, "journey.show_compare")
    press(window, "Show it in the inspector")
    assert window.context.selection.id == alone
    today = journeys(window, JourneyKind.AS_IS)[0].id
    with session.transaction("origin") as draft:
        set_fields(draft, Journey, alone, derived_from=today)
    QApplication.processEvents()
    assert comparing(window).model.layout.board.comparison.count(Fate.GONE) == 14


def test_of_several_to_be_journeys_one_is_chosen(sample_window) -> None:
    window = on_map(sample_window)
    run(window, "journeys.derive", "journeys.show_as_is", "journeys.derive", "journey.show_compare")
    first, second = journeys(window, JourneyKind.TO_BE)
    assert first.title != second.title
    page = comparing(window)
    assert page.chooser.isVisible() and page.model.pair[1].id == second.id
    page.model.choose(first.id)
    QApplication.processEvents()
    assert page.model.pair[1].id == first.id


def test_journeys_are_added_described_and_removed_as_one_step_each(sample_window) -> None:
    window = on_map(sample_window)
    run(window, "journeys.new")
    made = journeys(window, JourneyKind.AS_IS)[-1]
    document = window.context.document
    assert window.context.selection.journey == made.id
    assert made.personas == (document.all(type(document.find(made.personas[0])))[1].id,)
    assert len(document.stages(made.id)) == 6
    run(window, "journeys.describe")
    assert window.context.selection.id == made.id
    run(window, "journeys.remove")
    assert made.id not in window.context.document
    run(window, "edit.undo", "edit.undo")
    assert len(journeys(window, JourneyKind.AS_IS)) == 1


def test_the_last_journey_cannot_be_removed(sample_window) -> None:
    window = on_map(sample_window)
    assert not window.context.commands.can(window.context.commands.rows["journeys.remove"])


def test_the_invitation_keeps_the_keyboard_when_one_comes_back(sample_window):
    window = on_map(sample_window)
    run(window, "journey.show_compare", "go.rate", "go.journey")
    window.context.bridge.changed.emit(ChangeSet(()))
    window.context.selection.select(window.context.document.all(Touchpoint)[0].id)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    button = QApplication.focusWidget()
    assert comparing(window).invitation.isAncestorOf(button)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert journeys(window, JourneyKind.TO_BE)
