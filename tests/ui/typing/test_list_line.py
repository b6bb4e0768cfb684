"""The line several things are typed in one after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.pasting_line import ListLine


def test_what_was_taken_makes_room_for_the_next_and_what_was_refused_stays(qtbot: QtBot) -> None:
    taken: list[str] = []
    welcome = True

    def add(texts: list[str]) -> bool:
        if welcome:
            taken.extend(texts)
        return welcome

    line = ListLine("New note", "Type a note", add)
    qtbot.addWidget(line)
    QTest.keyClicks(line, "first")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (taken, line.text()) == (["first"], "")
    welcome = False
    QTest.keyClicks(line, "second")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (taken, line.text()) == (["first"], "second")
    welcome = True
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (taken, line.text()) == (["first", "second"], "")


def test_blanks_are_nothing_to_take(qtbot: QtBot) -> None:
    def refuse(texts: list[str]) -> bool:
        raise AssertionError(texts)

    line = ListLine("New note", "Type a note", refuse)
    qtbot.addWidget(line)
    QTest.keyClicks(line, "   ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not line.text()
