"""A round from nothing by keys alone: Enter presses the button that has the keyboard, and ends a sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from cxstudio.edits import remove_records
from cxstudio.model import Participant, Round
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.theme.plain_texts import PlainButton, PlainToolButton
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.rounds.new_round_sheet import NewPerson, NewRound

ENTER = Qt.Key.Key_Return


@pytest.mark.parametrize("kind", [PlainButton, PlainToolButton])
def test_enter_presses_a_button_and_leaves_one_that_stays_down(qtbot: QtBot, kind: type) -> None:
    button = kind()
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, ENTER)
    QTest.keyClick(button, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]
    button.setCheckable(True)
    QTest.keyClick(button, ENTER)
    assert pressed == [True] and not button.isChecked()


def test_from_no_round_to_a_person_by_enter_alone(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("no rounds") as draft:
        remove_records(draft, [r.id for r in draft.document.all(Round)])
    run(sample_window, "go.rate")
    QApplication.processEvents()
    held = sample_window.focusWidget()
    assert isinstance(held, PlainButton) and held.text() == "New round"
    QTest.keyClick(held, ENTER)
    sheet = next(s for s in sample_window.findChildren(NewRound) if s.isVisible())
    box = sheet.editors["single_answers"].findChild(QCheckBox)
    captions = [part for part in sheet.findChildren(QLabel) if part.isVisible()]
    assert box is not None and box.text() not in [part.text() for part in captions]  # named once
    QTest.keyClicks(sample_window.focusWidget(), "Kick-off")
    QTest.keyClick(sample_window.focusWidget(), ENTER)
    assert [r.title for r in context.document.all(Round)] == ["Kick-off"]
    n = len(context.document.all(Participant))
    run(sample_window, "rate.new_person")
    person = next(s for s in sample_window.findChildren(NewPerson) if s.isVisible())
    QTest.keyClick(sample_window.focusWidget() or person, ENTER)
    assert len(context.document.all(Participant)) == n + 1
    rate = sample_window.shell.view.current
    assert isinstance(rate, RateWorkspace)
    first, other = rate.table.touchpoints[0], rate.table.touchpoints[5]
    assert context.selection.id == first
    context.selection.select(other)
    run(sample_window, "rate.new_person")
    QTest.keyClick(sample_window.focusWidget() or rate, ENTER)
    QApplication.processEvents()
    assert len(context.document.all(Participant)) == n + 2 and context.selection.id == first
    QTest.keyClicks(rate.view, "5")
    assert context.selection.id == rate.table.touchpoints[1]
