"""As-is, to-be and comparison in the real window: by mouse, keys and commands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.analysis.comparison import Fate
from cxstudio.edits import add_journey, add_touchpoint, move_touchpoints, remove_records, set_fields, start_round
from cxstudio.layout.comparing.curves import axis
from cxstudio.model import Document, Journey, LaneSetting, Round, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import JourneyKind, LaneKind, RoundKind
from cxstudio.session import Session
from tests.ui.journey_desk import Desk
from ui.workspaces.journey.comparing.view import Comparing
from ui.workspaces.journey.overlaying import lay_over, over_menu
from ui.workspaces.journey.workspace import JourneyWorkspace

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def today(folders):
    """The sample without any to-be journey."""
    from cxstudio.catalogue.samples import sample

    document = sample("lindenfurt", "en").document
    session = Session.new(folders, document)
    later = [j.id for j in session.document.all(Journey) if j.kind is JourneyKind.TO_BE]
    if later:
        with session.transaction("only today") as draft:
            remove_records(draft, later)
    return session


@pytest.fixture
def window(open_window, today):
    made = open_window(today)
    made.context.commands.run("go.journey")
    QApplication.processEvents()
    return made


def workspace(window) -> JourneyWorkspace:
    found = window.shell.view.current
    assert isinstance(found, JourneyWorkspace)
    return found


def comparing(window) -> Comparing:
    found = workspace(window).views.page
    assert isinstance(found, Comparing)
    return found


def run(window, *commands: str) -> None:
    for command in commands:
        window.context.commands.run(command)
        QApplication.processEvents()


def journeys(window, kind: JourneyKind) -> list[Journey]:
    return [j for j in window.context.document.all(Journey) if j.kind is kind]


def press(window, text: str) -> None:
    """Click a button with that text, where it can be seen."""
    found = [b for b in window.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    assert found, text
    QTest.mouseClick(found[0], LEFT)
    QApplication.processEvents()


def click_card(window, touchpoint: str) -> None:
    view = comparing(window).view
    box = view.box(touchpoint)
    assert box is not None
    view.reveal_record(touchpoint)
    QApplication.processEvents()
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.mapFromScene(box.center()))
    QApplication.processEvents()


def planned(window) -> tuple[str, list[str]]:
    """A to-be journey with one touchpoint new, one gone and one moved."""
    run(window, "journeys.derive")
    session = window.context.session
    later = window.context.selection.journey
    touchpoints = [t.id for t in session.document.journey_touchpoints(later)]
    stages = [s.id for s in session.document.stages(later)]
    with session.transaction("plan") as draft:
        add_touchpoint(draft, stages[2], "Status message", after=None)
        remove_records(draft, [touchpoints[8]])
        move_touchpoints(draft, [touchpoints[5]], stages[0], None)
    QApplication.processEvents()
    return later, touchpoints


def test_without_a_to_be_journey_its_segment_invites_to_derive_one(window) -> None:
    press(window, "To-be journey")
    assert workspace(window).journeys.where == JourneyKind.TO_BE
    press(window, "Derive a to-be journey")
    (made,) = journeys(window, JourneyKind.TO_BE)
    assert window.context.selection.journey == made.id
    assert workspace(window).view_id == "map"
    assert len(window.context.document.journey_touchpoints(made.id)) == 14
    run(window, "edit.undo")
    assert journeys(window, JourneyKind.TO_BE) == []


def test_deriving_from_the_comparison_stays_there(window) -> None:
    press(window, "Comparison")
    press(window, "Derive a to-be journey")
    assert workspace(window).view_id == "compare"
    assert comparing(window).sentence.text() == "The to-be journey is still like the as-is journey."


def test_the_segments_lead_from_one_journey_to_the_other_and_to_both(window) -> None:
    later, _ = planned(window)
    today = journeys(window, JourneyKind.AS_IS)[0].id
    press(window, "As-is journey")
    assert (window.context.selection.journey, workspace(window).view_id) == (today, "map")
    press(window, "To-be journey")
    assert (window.context.selection.journey, workspace(window).view_id) == (later, "map")
    press(window, "Comparison")
    assert workspace(window).view_id == "compare"
    assert comparing(window).sentence.text() == "Touchpoints: 1 new, 1 gone, 1 moved."
    press(window, "As-is journey")
    assert (window.context.selection.journey, workspace(window).view_id) == (today, "map")


def test_a_click_selects_on_either_side_and_marks_the_counterpart(window) -> None:
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


def test_arrows_walk_along_one_journey_and_across_to_the_counterpart(window) -> None:
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


def test_screen_readers_hear_the_sentence_and_what_becomes_of_a_touchpoint(window) -> None:
    _, touchpoints = planned(window)
    run(window, "journey.show_compare")
    view = comparing(window).view
    heard = QAccessible.queryAccessibleInterface(view)
    assert "1 new" in heard.text(QAccessible.Text.Description)
    window.context.selection.select(touchpoints[5])
    QApplication.processEvents()
    assert "moved" in heard.text(QAccessible.Text.Description)
    assert "from “Register”" in heard.text(QAccessible.Text.Description)


def test_target_values_begin_with_today_and_are_set_in_the_inspector(window) -> None:
    _, touchpoints = planned(window)
    run(window, "journey.show_compare")
    page = comparing(window)
    assert "No target values yet." in page.target.text()
    press(window, "Set target values")
    assert "→" in page.target.text()
    assert not page.aim.isVisible()
    targets = [r for r in window.context.document.all(Round) if r.kind is RoundKind.TARGET]
    assert len(targets) == 1
    window.context.selection.select(touchpoints[7])
    before = page.model.change
    workspace(window).rating.rate(touchpoints[7], "emotion", 2)
    QApplication.processEvents()
    after = page.model.change
    assert after.later > before.later and after.today == before.today


def test_target_values_are_dragged_on_the_to_be_map(window) -> None:
    _, touchpoints = planned(window)
    run(window, "journeys.set_targets")
    place = workspace(window)
    hotline = touchpoints[7]
    window.context.selection.select(hotline)
    QApplication.processEvents()
    layout = place.model.layout
    column = layout.column_of(hotline)
    figures = place.model.figures.of(hotline)
    x = column.x + column.width / 2
    ends = [layout.y_of(LaneKind.EMOTION, v) for v in (figures.emotion.mean, 3)]
    start, end = (place.view.mapFromScene(QPointF(x, y)) for y in ends)
    QTest.mousePress(place.view.viewport(), LEFT, NONE, start)
    for step in range(1, 6):
        QTest.mouseMove(place.view.viewport(), start + (end - start) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(place.view.viewport(), LEFT, NONE, end)
    QApplication.processEvents()
    round_id = place.model.figures.round
    assert window.context.document.get(Round, round_id).kind is RoundKind.TARGET
    (ratings,) = [r for r in window.context.document.having(TouchpointRatings, "round", round_id)
                  if r.touchpoint == hotline]  # fmt: skip
    assert dict(ratings.emotion) == {"group": 3}
    run(window, "edit.undo")
    assert place.model.figures.of(hotline).emotion.mean < 3


def test_the_wheel_zooms_the_comparison_and_commands_too(window) -> None:
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


def test_renaming_from_the_comparison_goes_to_the_map(window) -> None:
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


def test_a_to_be_journey_without_origin_asks_for_it(window) -> None:
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


def test_of_several_to_be_journeys_one_is_chosen(window) -> None:
    run(window, "journeys.derive", "journeys.show_as_is", "journeys.derive", "journey.show_compare")
    first, second = journeys(window, JourneyKind.TO_BE)
    assert first.title != second.title
    page = comparing(window)
    assert page.chooser.isVisible() and page.model.pair[1].id == second.id
    page.model.choose(first.id)
    QApplication.processEvents()
    assert page.model.pair[1].id == first.id


def test_journeys_are_added_described_and_removed_as_one_step_each(window) -> None:
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


def test_the_last_journey_cannot_be_removed(window) -> None:
    assert not window.context.commands.can(window.context.commands.rows["journeys.remove"])


def test_rounds_are_laid_over_emotion_and_experience_and_taken_off(window) -> None:
    later, touchpoints = planned(window)
    run(window, "journeys.set_targets", "journeys.show_as_is")
    context = window.context
    journey = context.selection.journey
    target = next(r for r in context.document.all(Round) if r.kind is RoundKind.TARGET)
    menu = over_menu(context, journey, workspace(window).bar._round_menu())
    entry = next(a for a in menu.actions() if "Target" in a.text())
    assert "To-be journey" in entry.text() and not entry.isChecked()
    entry.trigger()
    QApplication.processEvents()
    settings = {s.kind: s for s in context.document.having(LaneSetting, "journey", journey)}
    assert settings[LaneKind.EMOTION].overlaid == settings[LaneKind.EXPECTATION_EXPERIENCE].overlaid == (target.id,)
    keys = [p.group.key for p in workspace(window).model.layout.body.flat()]
    assert any(k.startswith(f"over:{target.id}:") for k in keys)
    run(window, "edit.undo")
    keys = [p.group.key for p in workspace(window).model.layout.body.flat()]
    assert not any(k.startswith("over:") for k in keys)


def test_a_round_on_another_scale_is_never_drawn_over_experience(qtbot, tmp_path) -> None:
    from tests.cxstudio.journeys import journey

    document: Document = journey([{"experience": [4], "emotion": [1]}], scale=7)
    desk = Desk(qtbot, tmp_path, document, language="en")
    with desk.session.transaction("another scale") as draft:
        other = start_round(draft, "j", kind=RoundKind.GROUP, scale=5, title="Five")
        draft.create(TouchpointRatings(id="x", round=other, touchpoint="t1", experience={"group": 5}))
        set_fields(draft, Journey, "j", shown_round="r")
    said: list[str] = []
    desk.context.messages.said.connect(lambda text, *_: said.append(str(text)))
    lay_over(desk.context, "j", other, (LaneKind.EXPECTATION_EXPERIENCE,), on=True)
    assert desk.document.having(LaneSetting, "journey", "j") == ()
    assert said and "never drawn on one axis" in said[-1]
    lay_over(desk.context, "j", other, (LaneKind.EMOTION,), on=True)
    assert "no values" in said[-1]


def target_spot(window, touchpoint: str, value: float | None = None) -> QPoint:
    """Where the target of a touchpoint stands in the comparison, or where a value would."""
    page = comparing(window)
    layout = page.model.layout
    number, _, now = next(v for v in layout.board.values(layout.board.later) if v[1] == touchpoint)
    y = layout.rows["curve"][0] + axis(layout.board).y(now if value is None else value)
    return page.view.mapFromScene(QPointF((number + 0.5) * layout.board.wide, y))


def test_targets_are_dragged_on_the_curve_of_the_comparison(window) -> None:
    _, touchpoints = planned(window)
    run(window, "journey.show_compare", "journeys.set_targets")
    form = touchpoints[3]
    page = comparing(window)
    view = page.view.viewport()
    before = page.model.change.later
    start, end = target_spot(window, form), target_spot(window, form, 2)
    QTest.mousePress(view, LEFT, NONE, start)
    for step in range(1, 5):
        QTest.mouseMove(view, start + (end - start) * step / 4)
        QApplication.processEvents()
    assert page.model.change.later > before
    steps = window.context.session.store.history.undoable
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, end)
    QApplication.processEvents()
    assert page.model.change.later == before
    assert window.context.session.store.history.undoable is steps

    QTest.mousePress(view, LEFT, NONE, start)
    for step in range(1, 5):
        QTest.mouseMove(view, start + (end - start) * step / 4)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, NONE, end)
    QApplication.processEvents()
    _, later = page.model.figures
    assert later.of(form).emotion.mean == 2
    run(window, "edit.undo")
    assert page.model.change.later == before


def test_a_touchpoint_that_goes_while_its_target_is_dragged_ends_the_drag(window) -> None:
    _, touchpoints = planned(window)
    run(window, "journey.show_compare", "journeys.set_targets")
    page, form = comparing(window), touchpoints[3]
    view = page.view.viewport()
    start, end = target_spot(window, form), target_spot(window, form, 3)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, (start + end) / 2)
    with window.context.session.transaction("gone") as draft:
        remove_records(draft, [form])
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NONE, end)
    QApplication.processEvents()
    assert form not in window.context.document
    assert page.model.layout.board.comparison.count(Fate.GONE) == 2
