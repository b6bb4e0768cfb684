"""Notes from the room: listed beside the map and in Ideas, sorted by key and by dragging."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_note, set_lane
from cxstudio.model import Idea, Note, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.session import NoticeKind
from cxstudio.session.settings import LETTER_KEYS
from tests.ui.journey_desk import Desk
from ui.main_window.main_window import MainWindow
from ui.notes.note_sorter import NoteSorter
from ui.notes.note_targets import BUCKETS, MIME
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.journey.notes.notes_panel import NotesPanel

Key = Qt.Key
TEXTS = ("Nobody calls back", "A QR code", "Free parking", "Long queue")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)


def take(desk: Desk, *texts: str) -> list[str]:
    with desk.session.transaction("x") as draft:
        return [add_note(draft, text) for text in texts]


def panel(desk: Desk) -> NoteSorter:
    desk.context.commands.run("journey.panel_notes")
    desk.settle()
    found = desk.workspace.side.widget
    assert isinstance(found, NotesPanel)
    return found.sorter


def row(desk: Desk) -> tuple[Touchpoint, ...]:
    return desk.document.journey_touchpoints(desk.journey)


def note(desk: Desk, identity: str) -> Note:
    return desk.document.get(Note, identity)


def dragged(notes: list[str]) -> QMimeData:
    data = QMimeData()
    data.setData(MIME, "\n".join(notes).encode())
    return data


def drag_over(widget: QWidget, at: QPoint, data: QMimeData) -> None:
    action, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(at, action, data, buttons, none))
    QApplication.sendEvent(widget, QDragMoveEvent(at, action, data, buttons, none))


def drop(widget: QWidget, at: QPoint, data: QMimeData) -> None:
    action, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag_over(widget, at, data)
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, data, buttons, none))


def test_one_key_sorts_and_goes_on_to_the_next(desk: Desk) -> None:
    first, second, third, fourth = take(desk, *TEXTS)
    desk.context.selection.select(row(desk)[7].id)
    sorter = panel(desk)
    assert sorter.list.hasFocus() and sorter.list.chosen == [first]
    desk.key(Key.Key_H)
    desk.key(Key.Key_K)
    assert (note(desk, first).kind, note(desk, first).about) == (NoteKind.HURDLE, row(desk)[7].id)
    assert (note(desk, second).kind, note(desk, second).about) == (NoteKind.QUOTE, row(desk)[7].id)
    assert sorter.list.ids == [third, fourth] and sorter.list.chosen == [third] and sorter.list.hasFocus()
    desk.key(Key.Key_T)
    assert (note(desk, third).kind, note(desk, third).about) == (NoteKind.PARKING_LOT, None)
    desk.key(Key.Key_I)
    idea = desk.document.all(Idea)[-1]
    assert fourth not in desk.document and (idea.text, idea.touchpoints) == (TEXTS[3], (row(desk)[7].id,))
    assert sorter.list.ids == [] and sorter.pages.currentIndex() == 1
    desk.session.undo()
    assert note(desk, fourth).kind is NoteKind.UNSORTED and idea.id not in desk.document
    desk.session.undo()
    assert note(desk, third).kind is NoteKind.UNSORTED
    assert sorter.list.ids == [third, fourth]


def test_left_and_right_choose_the_touchpoint_and_without_one_there_is_no_place(desk: Desk) -> None:
    first, second = take(desk, *TEXTS[:2])
    sorter = panel(desk)
    desk.key(Key.Key_C)
    assert (note(desk, first).kind, note(desk, first).about) == (NoteKind.OPPORTUNITY, None)
    assert "Nicht zugeordnet  1" in sorter.tabs["without_place"].text()
    desk.key(Key.Key_Right)
    desk.key(Key.Key_Right)
    assert desk.context.selection.id == row(desk)[1].id and sorter.list.hasFocus()
    assert row(desk)[1].name in sorter.target.text()
    desk.key(Key.Key_3)
    assert (note(desk, second).kind, note(desk, second).about) == (NoteKind.OPPORTUNITY, row(desk)[1].id)


def test_letters_may_be_switched_off_digits_and_buttons_stay(desk: Desk) -> None:
    first, second = take(desk, *TEXTS[:2])
    desk.context.settings[LETTER_KEYS] = False
    sorter = panel(desk)
    desk.key(Key.Key_H)
    assert note(desk, first).kind is NoteKind.UNSORTED
    desk.key(Key.Key_2)
    assert note(desk, first).kind is NoteKind.HURDLE
    sorter.buckets["Parking lot"].click()
    assert note(desk, second).kind is NoteKind.PARKING_LOT


def test_letters_follow_the_language() -> None:
    for index in (0, 1):
        letters = [b.letters[index] for b in BUCKETS]
        assert len(set(letters)) == len(letters)
    assert [b.letter("de") for b in BUCKETS] == list("KHCIT")
    assert [b.letter("en") for b in BUCKETS] == list("QHOIP")


def test_new_notes_appear_without_taking_the_keyboard(desk: Desk) -> None:
    first, second = take(desk, *TEXTS[:2])
    sorter = panel(desk)
    desk.key(Key.Key_Down)
    assert sorter.list.chosen == [second]
    (third,) = take(desk, "Just now")
    assert sorter.list.ids == [first, second, third] and sorter.list.chosen == [second]
    desk.workspace.take_focus()
    take(desk, "And another one")
    assert desk.workspace.view.hasFocus() and sorter.list.count() == 4
    assert desk.workspace.bar.panels["notes"].text() == "4"


def test_several_notes_are_sorted_in_one_step(desk: Desk) -> None:
    notes = take(desk, *TEXTS)
    sorter = panel(desk)
    QTest.keyClick(sorter.list, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.key(Key.Key_H)
    assert {note(desk, i).kind for i in notes} == {NoteKind.HURDLE}
    desk.session.undo()
    assert {note(desk, i).kind for i in notes} == {NoteKind.UNSORTED}


@pytest.mark.parametrize(
    ("lane", "share", "kind"),
    [
        (LaneKind.TOUCHPOINTS, 0.5, NoteKind.QUOTE),
        (LaneKind.QUOTES, 0.5, NoteKind.QUOTE),
        (LaneKind.HURDLES_OPPORTUNITIES, 0.2, NoteKind.HURDLE),
        (LaneKind.HURDLES_OPPORTUNITIES, 0.8, NoteKind.OPPORTUNITY),
    ],
)
def test_a_note_dragged_onto_a_lane_becomes_what_the_lane_holds(
    desk: Desk, lane: LaneKind, share: float, kind: NoteKind
) -> None:
    (first,) = take(desk, TEXTS[0])
    panel(desk)
    layout = desk.workspace.model.layout
    assert layout is not None
    place, column = layout.lane(lane), layout.columns[2]
    assert place is not None
    at = desk.spot(column.x + column.width / 2, place.y + place.height * share)
    viewport, data = desk.workspace.view.viewport(), dragged([first])
    before = desk.document
    drag_over(viewport, at, data)
    assert desk.document is before
    shown = desk.workspace.model.document.get(Note, first)
    assert (shown.kind, shown.about) == (kind, column.touchpoint), "the map shows where it would land"
    QApplication.sendEvent(viewport, QDragLeaveEvent())
    assert desk.workspace.model.document is desk.document
    drop(viewport, at, data)
    assert (note(desk, first).kind, note(desk, first).about) == (kind, column.touchpoint)
    desk.session.undo()
    assert note(desk, first).kind is NoteKind.UNSORTED


def test_a_note_dragged_into_a_lane_of_ones_own_stays_there(desk: Desk) -> None:
    (first,) = take(desk, TEXTS[0])
    with desk.session.transaction("x") as draft:
        set_lane(draft, desk.journey, LaneKind.THOUGHTS_NEEDS, shown=True)
    panel(desk)
    layout = desk.workspace.model.layout
    assert layout is not None
    place = layout.lane(LaneKind.THOUGHTS_NEEDS)
    assert place is not None
    drop(desk.workspace.view.viewport(), desk.spot(layout.columns[1].x + 20, place.y + 5), dragged([first]))
    assert note(desk, first).kind is NoteKind.THOUGHT


def test_a_note_is_dragged_to_a_bucket(desk: Desk) -> None:
    (first,) = take(desk, TEXTS[0])
    sorter = panel(desk)
    bucket = sorter.buckets["Idea"]
    drop(bucket, QPoint(5, 5), dragged([first, "gone"]))
    assert desk.document.all(Idea)[-1].text == TEXTS[0]


def test_the_list_hands_over_what_is_dragged(desk: Desk) -> None:
    notes = take(desk, *TEXTS[:2])
    sorter = panel(desk)
    data = sorter.list.mimeData([sorter.list.item(1), sorter.list.item(0)])
    assert bytes(data.data(MIME).data()).decode().splitlines() == notes and data.text().splitlines() == list(TEXTS[:2])


def test_awkward_notes_are_listed(desk: Desk) -> None:
    take(desk, "x" * 100_000, "two\nlines", "مرحبا", "🎉")
    sorter = panel(desk)
    assert all(sorter.list.item(n).sizeHint().height() < 400 for n in range(sorter.list.count()))
    assert len(sorter.list.item(0).text()) <= 240


def test_the_workspace_ideas_sorts_with_the_same_list(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("x") as draft:
        first, second = (add_note(draft, text) for text in TEXTS[:2])
    context.commands.run("go.ideas")
    workspace = sample_window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace)
    workspace.take_focus()
    listed = workspace.notes.sorter.list
    assert listed.chosen == [first]
    QTest.keyClick(listed, Key.Key_Q)
    assert context.document.get(Note, first).kind is NoteKind.QUOTE
    assert context.selection.id == second and listed.chosen == [second]
    QTest.keyClick(listed, Key.Key_P)
    workspace.notes.sorter.show_listed("parked")
    assert listed.ids == [second]
    workspace.notes.sorter.show_listed("without_place")
    assert listed.item(0).text().startswith("Customer quote: ")


def test_a_file_that_can_only_be_read_sorts_nothing(desk: Desk) -> None:
    (first,) = take(desk, TEXTS[0])
    sorter = panel(desk)
    before = desk.document
    desk.session.file.why_read_only = NoticeKind.SECOND_INSTANCE
    for bucket in BUCKETS:
        sorter.sort(bucket)
    sorter.remove()
    drop(desk.workspace.view.viewport(), desk.spot(50, 50), dragged([first]))
    assert desk.document is before


def test_deleting_and_undoing_a_note(desk: Desk) -> None:
    first, second = take(desk, *TEXTS[:2])
    sorter = panel(desk)
    desk.key(Key.Key_Delete)
    assert first not in desk.document and sorter.list.chosen == [second]
    desk.session.undo()
    assert sorter.list.ids == [first, second]
