"""What stands side by side turns below each other where there is no room, and back."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.widgets.basics import column, row
from ui.widgets.fitting.turning_box import own_row, turn
from ui.widgets.pasting_line import ListLine


def test_a_row_turns_with_the_width_it_has(qtbot) -> None:
    part, told = QWidget(), []
    one, other = QPushButton("One"), QPushButton("Other")
    turn(row(part, one, other), part, 400, told.append)
    qtbot.addWidget(part)
    part.resize(500, 200)
    part.show()
    assert one.y() == other.y() and one.x() < other.x()
    part.resize(300, 200)
    part.layout().activate()
    assert one.x() == other.x() and one.y() < other.y()
    part.resize(500, 200)
    part.layout().activate()
    assert one.y() == other.y() and told[-2:] == [False, True]


def test_a_line_gets_a_row_of_its_own_and_comes_back(qtbot) -> None:
    part = QWidget()
    first, line, last = QPushButton("Kind"), QLineEdit(), QPushButton("Export")
    rows = column(part)
    bar = row(None, first, line, last)
    rows.addLayout(bar)
    rows.addStretch(1)
    own_row(line, bar, rows, part, 400)
    qtbot.addWidget(part)
    part.resize(300, 200)
    part.show()
    part.layout().activate()
    assert line.y() > first.y() == last.y() and line.width() > 250
    assert first.width() == first.sizeHint().width(), "the buttons keep their width"
    part.resize(500, 200)
    part.layout().activate()
    assert first.x() < line.x() < last.x() and line.geometry().center().y() == first.geometry().center().y()


def test_a_line_says_a_whole_clause_of_what_is_typed_in_it_or_nothing(qtbot) -> None:
    hint = "Type a note, press Enter, type the next one; or paste a list"
    line = ListLine("New note", hint, lambda _: True)
    qtbot.addWidget(line)
    line.resize(600, 30)
    line.show()
    assert line.placeholderText() == hint and not line.toolTip()
    line.resize(150, 30)
    assert line.placeholderText() == "Type a note" and line.toolTip() == hint
    line.resize(40, 30)
    assert line.placeholderText() == "" and line.toolTip() == hint
    line.resize(600, 30)
    assert line.placeholderText() == hint
