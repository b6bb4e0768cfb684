"""Target values set and dragged, and rounds laid over others, in the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.comparison.as_is_to_be import Fate
from cxstudio.edits import remove_records, set_fields, start_round
from cxstudio.layout.comparison.comparison_curves import axis
from cxstudio.model import Document, Journey, LaneSetting, Round, TouchpointRatings
from cxstudio.model.kinds import RoundKind
from cxstudio.model.lane_kinds import LaneKind
from tests.ui.comparing_desk import comparing, on_map, planned, press, run, workspace
from tests.ui.journey_desk import Desk
from ui.workspaces.journey.map_model.round_overlays import lay_over, over_menu

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def test_target_values_begin_with_today_and_are_set_in_the_inspector(sample_window) -> None:
    window = on_map(sample_window)
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


def test_target_values_are_dragged_on_the_to_be_map(sample_window) -> None:
    window = on_map(sample_window)
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


def test_rounds_are_laid_over_emotion_and_experience_and_taken_off(sample_window) -> None:
    window = on_map(sample_window)
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


def test_targets_are_dragged_on_the_curve_of_the_comparison(sample_window) -> None:
    window = on_map(sample_window)
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


def test_a_touchpoint_that_goes_while_its_target_is_dragged_ends_the_drag(sample_window) -> None:
    window = on_map(sample_window)
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
