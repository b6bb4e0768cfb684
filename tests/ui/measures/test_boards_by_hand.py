"""Boards of the plan in the real window: drags, keys, renaming in place, and what is heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.edits import set_fields
from cxstudio.model import Department, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.session.notices import NoticeKind
from cxstudio.session.settings import LANGUAGE
from tests.ui.comparing_desk import run
from ui.boards.record_board import RecordBoard
from ui.main_window.main_window import MainWindow
from ui.workspaces.measures.boards.effort_impact_page import EffortImpactView
from ui.workspaces.measures.boards.schedule_page import ScheduleView
from ui.workspaces.measures.boards.status_board_page import BoardView
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date.today()


@pytest.fixture
def window(sample_window: MainWindow) -> Iterator[MainWindow]:
    sample_window.resize(1900, 900)
    sample_window.activateWindow()
    first, *rest = sample_window.context.document.all(Measure)
    with sample_window.context.session.transaction("dates") as draft:
        set_fields(draft, Measure, first.id, start=TODAY, due=TODAY + timedelta(60), depends_on=(rest[0].id,))
        set_fields(draft, Measure, rest[0].id, start=TODAY - timedelta(60), due=TODAY - timedelta(5))
        for other in rest[1:]:
            set_fields(draft, Measure, other.id, start=None, due=None)
        set_fields(draft, Measure, rest[1].id, effort=None)
    yield sample_window


def listed(window: MainWindow) -> tuple[Measure, ...]:
    return window.context.document.all(Measure)


def workspace(window: MainWindow) -> MeasuresWorkspace:
    found = window.shell.view.current
    assert isinstance(found, MeasuresWorkspace)
    return found


def board(window: MainWindow, name: str) -> RecordBoard:
    run(window, "go.measures", f"measures.show_{name}")
    for _ in range(3):
        QApplication.processEvents()
    shown = workspace(window).board
    assert shown is not None
    return shown.view


def drag(view: RecordBoard, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
    first, last = view.mapFromScene(start), view.mapFromScene(end)
    QTest.mousePress(view.viewport(), LEFT, modifiers, first)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), first + (last - first) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, last)
    QApplication.processEvents()


def key(view: RecordBoard, key_: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    view.setFocus()
    QTest.keyClick(view, key_, modifiers)
    QApplication.processEvents()


def test_a_card_dragged_to_another_column_has_that_status_and_keeps_its_number(window: MainWindow) -> None:
    view = board(window, "board")
    assert isinstance(view, BoardView)
    before = [m.id for m in listed(window)]
    card = next(view.shown.cards)
    middle = QPointF(card.x + card.width / 2, card.y + 20)
    drag(view, middle, middle + QPointF(3 * view.shown.style.column, 60))
    moved = window.context.document.get(Measure, card.item.measure)
    assert list(MeasureStatus).index(moved.status) == list(MeasureStatus).index(card.item.status) + 3
    assert [m.id for m in listed(window)] == before and view.shown.card_of(card.item.measure) is not None
    run(window, "edit.undo")
    assert window.context.document.get(Measure, card.item.measure).status is card.item.status


def test_a_card_dragged_in_its_column_moves_in_the_plan(window: MainWindow) -> None:
    with window.context.session.transaction("all") as draft:
        for measure in listed(window):
            set_fields(draft, Measure, measure.id, status=MeasureStatus.PLANNED)
    view = board(window, "board")
    assert isinstance(view, BoardView)
    first, second, third = list(view.shown.cards)[:3]
    drag(view, QPointF(first.x + 40, first.y + 10), QPointF(third.x + 40, third.y + third.height))
    order = [m.id for m in listed(window)]
    assert order[:3] == [second.item.measure, third.item.measure, first.item.measure]
    key(view, Qt.Key.Key_Up, ALT)
    assert [m.id for m in listed(window)][:2] == [second.item.measure, first.item.measure]


def test_cards_move_by_keys_and_several_at_once(window: MainWindow) -> None:
    view = board(window, "board")
    assert isinstance(view, BoardView)
    ids = [c.item.measure for c in view.shown.cards if c.item.status is MeasureStatus.PROPOSED]
    window.context.selection.select(*ids)
    assert len(ids) > 1
    key(view, Qt.Key.Key_Right, ALT)
    assert {window.context.document.get(Measure, i).status for i in ids} == {MeasureStatus.PLANNED}
    assert view.accessibleDescription().startswith(f"{view.shown.card_of(ids[-1]).item.number}. ")  # type: ignore[union-attr]
    key(view, Qt.Key.Key_Escape)
    assert window.context.selection.ids == ()
    for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_End):
        key(view, arrow)
        assert window.context.selection.of(Measure) is not None
    before = window.context.document
    for _ in range(7):
        key(view, Qt.Key.Key_Right, ALT)
    assert window.context.document is not before  # the last column is the end


def test_enter_renames_where_it_stands_and_escape_puts_the_name_back(window: MainWindow) -> None:
    view = board(window, "board")
    measure = listed(window)[0]
    window.context.selection.select(measure.id)
    key(view, Qt.Key.Key_Return)
    assert view.editor.isVisible()
    QTest.keyClicks(view.editor, "One person, one number")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert listed(window)[0].title == "One person, one number" and not view.editor.isVisible()
    key(view, Qt.Key.Key_F2)
    QTest.keyClicks(view.editor, "Other")
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert listed(window)[0].title == "One person, one number" and view.hasFocus()
    said: list[str] = []
    window.context.messages.said.connect(said.append)
    key(view, Qt.Key.Key_F2)
    QTest.keyClick(view.editor, Qt.Key.Key_Backspace)
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert listed(window)[0].title == "One person, one number" and said == ["Title must not be empty."]


def test_a_bar_is_moved_and_stretched_and_never_turned_around(window: MainWindow) -> None:
    view = board(window, "schedule")
    assert isinstance(view, ScheduleView)
    row, day = view.shown.rows[0], view.shown.axis.day
    assert row.span is not None and row.item is not None
    y = row.y + row.height / 2
    middle = QPointF((row.span.x + row.span.right) / 2, y)
    drag(view, middle, middle + QPointF(10 * day, 0))
    first = listed(window)[0]
    assert (first.start, first.due) == (TODAY + timedelta(10), TODAY + timedelta(70))
    span = view.shown.rows[0].span
    assert span is not None
    drag(view, QPointF(span.right - 2, y), QPointF(span.right - 2 - 20 * day, y))
    first = listed(window)[0]
    assert (first.start, first.due) == (TODAY + timedelta(10), TODAY + timedelta(50))
    span = view.shown.rows[0].span
    assert span is not None
    drag(view, QPointF(span.x + 2, y), QPointF(span.right + 30 * day, y))
    first = listed(window)[0]
    assert first.start == first.due == TODAY + timedelta(50)
    for _ in range(3):
        run(window, "edit.undo")
    assert listed(window)[0].due == TODAY + timedelta(60)


def test_days_are_drawn_for_a_measure_that_has_none(window: MainWindow) -> None:
    view = board(window, "schedule")
    assert isinstance(view, ScheduleView)
    row = view.shown.rows[2]
    assert row.span is None and row.item is not None
    x, y = view.shown.axis.x(TODAY) + 1, row.y + row.height / 2
    drag(view, QPointF(x, y), QPointF(x + 14 * view.shown.axis.day, y))
    third = window.context.document.get(Measure, row.item.measure)
    assert (third.start, third.due) == (TODAY, TODAY + timedelta(14))


def test_alt_and_arrows_move_by_days_and_zooming_keeps_the_day(window: MainWindow) -> None:
    view = board(window, "schedule")
    assert isinstance(view, ScheduleView)
    window.context.selection.select(listed(window)[0].id)
    key(view, Qt.Key.Key_Right, ALT)
    key(view, Qt.Key.Key_Right, ALT | SHIFT)
    first = listed(window)[0]
    assert (first.start, first.due) == (TODAY + timedelta(1), TODAY + timedelta(62))
    key(view, Qt.Key.Key_Down)
    assert window.context.selection.id == listed(window)[1].id
    day = view.shown.axis.day
    spot = QPointF(300, 100)
    before = view.shown.axis.day_at(view.at(spot).x())
    view.zoom(2.5, spot)
    assert view.scale_factor == 2.5
    assert abs((view.shown.axis.day_at(view.at(spot).x()) - before).days) <= 2
    key(view, Qt.Key.Key_0, CTRL)
    key(view, Qt.Key.Key_Minus, CTRL)
    assert view.scale_factor == 1.0 and view.shown.axis.day < day


def test_what_is_late_is_said_and_drawn_everywhere_alike(window: MainWindow) -> None:
    for name in ("schedule", "board", "effort_impact"):
        view = board(window, name)
        items = {i.number: i for i in view.model.plan.items}
        assert items[2].overdue and items[1].at_risk and items[1].words == "at risk"
        window.context.selection.select(items[1].measure)
        assert "waits for measure 2, which is overdue" in view.accessibleDescription()
    assert "!1 overdue · 1 at risk" in workspace(window).status().left


def test_a_mark_dragged_over_the_plane_has_the_points_of_its_place(window: MainWindow) -> None:
    view = board(window, "effort_impact")
    assert isinstance(view, EffortImpactView)
    third = listed(window)[2]
    mark = view.shown.mark_of(third.id)
    assert mark is not None and mark.item.effort is None
    left, top, wide, high = view.shown.plane
    place = QPointF(left + wide * 1.5 / 7, top + high * 0.5 / 7)
    drag(view, QPointF(mark.x, mark.y), place)
    third = listed(window)[2]
    assert (third.effort, third.impact) == (2, 7)
    window.context.selection.select(third.id)
    key(view, Qt.Key.Key_Right, ALT)
    key(view, Qt.Key.Key_Down, ALT)
    third = listed(window)[2]
    assert (third.effort, third.impact) == (3, 6)
    mark = view.shown.mark_of(third.id)
    assert mark is not None
    drag(view, QPointF(mark.x, mark.y), QPointF(left + 60, top + high + 60))
    assert listed(window)[2].effort is None


def test_a_rubber_band_selects_and_a_filter_leaves_out(window: MainWindow) -> None:
    view = board(window, "board")
    assert isinstance(view, BoardView)
    height = view.window_rect.height() - 20
    drag(view, QPointF(2, height), QPointF(view.shown.body.width - 2, 2))
    assert set(window.context.selection.ids) == set(view.shown.order)
    network = next(d for d in window.context.document.all(Department) if d.name == "Grid")
    made = workspace(window)
    made.filter_by(made.table.filter.only("departments", network.id))
    assert 0 < len(view.shown.order) < len(listed(window))
    assert set(window.context.selection.ids) <= set(view.shown.order), "only what is shown stays selected"


def test_groups_stand_in_list_and_schedule_and_stay_when_the_language_changes(window: MainWindow) -> None:
    view = board(window, "schedule")
    assert isinstance(view, ScheduleView)
    made = workspace(window)
    made.group_by(Grouping.TOUCHPOINT)
    titles = [row.title for row in view.shown.rows if row.item is None]
    assert len(titles) > 3 and view.shown.order and len(view.shown.rows) > len(titles) + len(view.shown.order)
    assert len(made.table.titles) == len(titles)
    window.context.settings[LANGUAGE] = "de"
    QApplication.processEvents()
    again = workspace(window)
    assert again.shown == "schedule" and again.table.by is Grouping.TOUCHPOINT


def test_a_double_click_renames_and_the_menu_gives_a_status(window: MainWindow) -> None:
    view = board(window, "board")
    assert isinstance(view, BoardView)
    card = next(view.shown.cards)
    place = view.mapFromScene(QPointF(card.x + 30, card.y + 20))
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place)
    assert view.editor.isVisible() and view.editor.text == card.item.title
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    workspace(window).set_status(MeasureStatus.DONE)
    assert window.context.document.get(Measure, card.item.measure).status is MeasureStatus.DONE
    assert view.hint(QPointF(card.x + 30, -500)) == ""
    assert view.boxes("gone") == [] and QPoint() is not None


def test_read_only_boards_move_nothing(window: MainWindow) -> None:
    view = board(window, "board")
    assert isinstance(view, BoardView)
    window.context.session.file.why_read_only = NoticeKind.CHANGED_ON_DISK
    before = window.context.document
    card = next(view.shown.cards)
    drag(view, QPointF(card.x + 40, card.y + 20), QPointF(card.x + 500, card.y + 20))
    key(view, Qt.Key.Key_Return)
    key(view, Qt.Key.Key_Right, ALT)
    assert window.context.document is before and not view.editor.isVisible()
    window.context.session.file.why_read_only = None


def test_an_arrow_dragged_from_the_end_of_a_bar_makes_another_measure_wait_and_a_circle_is_refused(
    window: MainWindow,
) -> None:
    view = board(window, "schedule")
    assert isinstance(view, ScheduleView)
    first, second, third, *_ = listed(window)
    grip, row = view.grip_box(second.id), view.shown.row_of(third.id)
    assert grip is not None and row is not None and view.grip_box(third.id) is None, "a measure without a bar has none"
    drag(view, grip.center(), QPointF(grip.center().x(), row.y + 20))
    assert window.context.document.get(Measure, third.id).depends_on == (second.id,)
    drag(view, grip.center(), QPointF(grip.center().x(), row.y + 20))
    assert window.context.document.get(Measure, third.id).depends_on == (), "the same drag again takes it back"
    own, other = view.grip_box(first.id), view.shown.row_of(second.id)
    assert own is not None and other is not None
    drag(view, own.center(), QPointF(own.center().x(), other.y + 20))
    assert window.context.document.get(Measure, second.id).depends_on == (), "the first one waits for it already"
    heard = [child.accessibleName() for child in view.heard.labels]
    assert len(heard) == len(listed(window)) and heard[0].startswith(f"1. {first.title}")
    assert all(child.isVisible() and child.parent() is view for child in view.heard.labels)
