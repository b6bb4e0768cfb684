"""A board of two hundred notes, made for this test alone, has what every canvas has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_note, remove_records
from cxstudio.model import Document, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from tests.ui.canvas.note_board import NoteBoard
from ui.context.context import make_context

LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
THEMES = ("Before", "During", "After", "Later")


@pytest.fixture
def board(qtbot: QtBot, tmp_path: Path) -> Iterator[NoteBoard]:
    folders = Folders.below(tmp_path)
    session = Session.new(folders, Document())
    with session.transaction("notes") as draft:
        for n in range(200):
            note = add_note(draft, f"Note {n}", NoteKind.UNSORTED)
            draft.update(Note, note, theme=THEMES[n % 4])
    made = NoteBoard(make_context(session, Settings(folders), (), language="en", palette="light"), THEMES)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    session.close()


def middle(board: NoteBoard, note: str) -> QPoint:
    return board.mapFromScene(board.box(note).center())


def drag(board: NoteBoard, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    QTest.mousePress(board.viewport(), LEFT, NONE, start)
    for step in range(1, 5):
        QTest.mouseMove(board.viewport(), start + (end - start) * step / 4)
    if release:
        QTest.mouseRelease(board.viewport(), LEFT, NONE, end)


def themes(board: NoteBoard) -> Counter[str]:
    return Counter(note.theme for note in board.context.document.all(Note))


def test_a_band_selects_and_what_is_selected_moves_in_one_step(board: NoteBoard) -> None:
    first = board.order[:3]
    drag(board, QPoint(3, 3), board.mapFromScene(board.box(first[2]).center()))
    assert board.context.selection.ids == tuple(first)
    before = board.context.document
    drag(board, middle(board, first[1]), middle(board, board.order[100]))
    assert themes(board) == {"Before": 47, "During": 50, "After": 53, "Later": 50}
    board.context.session.undo()
    assert board.context.document == before


def test_escape_leaves_everything_where_it_was(board: NoteBoard) -> None:
    before = board.context.document
    drag(board, middle(board, board.order[0]), middle(board, board.order[100]), release=False)
    assert board.gesture is not None
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert board.gesture is None and board.context.document is before
    assert board.context.selection.ids, "the first Esc ends the drag, the second one selects nothing"
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert not board.context.selection.ids


def test_a_note_gone_ends_its_drag(board: NoteBoard, qtbot: QtBot) -> None:
    note = board.order[0]
    drag(board, middle(board, note), middle(board, board.order[100]), release=False)
    with board.context.session.transaction("gone") as draft:
        remove_records(draft, [note])
    with qtbot.waitSignal(board.machine.gone):
        QTest.mouseMove(board.viewport(), QPoint(300, 300))
    assert board.gesture is None


def test_shift_takes_what_stands_between(board: NoteBoard) -> None:
    order = board.order
    QTest.mouseClick(board.viewport(), LEFT, NONE, middle(board, order[1]))
    QTest.mouseClick(board.viewport(), LEFT, SHIFT, middle(board, order[6]))
    assert board.context.selection.ids == tuple(order[1:7])


def test_a_note_is_edited_in_place_as_one_step(board: NoteBoard) -> None:
    note, before = board.order[2], board.context.document
    for text, key, said in (("Changed", Qt.Key.Key_Return, "Changed"), ("Not this", Qt.Key.Key_Escape, "Changed")):
        QTest.mouseDClick(board.viewport(), LEFT, NONE, middle(board, note))
        QTest.keyClicks(board.editor, text)
        QTest.keyClick(board.editor, key)
        assert not board.editor.open and board.context.document.get(Note, note).text == said
    board.context.session.undo()
    assert board.context.document == before


def test_the_middle_button_pans_and_escape_goes_back(board: NoteBoard) -> None:
    bar, middle_button = board.verticalScrollBar(), Qt.MouseButton.MiddleButton
    QTest.mousePress(board.viewport(), middle_button, NONE, QPoint(400, 400))
    QTest.mouseMove(board.viewport(), QPoint(400, 250))
    assert bar.value() == 150
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert bar.value() == 0
    assert board.at(QPointF(400, 400)) == QPointF(400, 400)
