"""What takes no answers takes none: tables nobody sees, and rounds that are closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.edits import add_touchpoints, set_round_state, start_project, start_round
from cxstudio.errors import UserError
from cxstudio.model import Journey, JourneyFigures, Round, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import FigureKind, RoundState
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.rate.journey_figures.journey_figures_page import JourneyTab
from ui.workspaces.rate.kano.kano_page import KanoTab
from ui.workspaces.rate.rate_workspace import RateWorkspace


def project(folders: Folders, state: RoundState | None = None) -> Session:
    session = Session.new(folders)
    with session.transaction("") as draft:
        journey = start_project(draft, title="Moving", stages=("Start",))
        add_touchpoints(draft, draft.document.stages(journey)[0].id, ["Website", "Form", "Letter"])
        if state is not None:
            set_round_state(draft, start_round(draft, journey), state)
    return session


def page_of(window: MainWindow) -> RateWorkspace:
    window.context.commands.run("go.rate")
    QApplication.processEvents()
    found = window.findChild(RateWorkspace)
    assert isinstance(found, RateWorkspace)
    return found


def press(window: MainWindow, *keys: Qt.Key) -> None:
    """Press keys wherever the keyboard is, as a person does."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        QApplication.processEvents()


def test_keys_never_reach_a_table_nobody_sees(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(project(folders))
    page_of(window)
    press(window, Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_5)
    document = window.context.document
    assert not document.all(Round)
    assert not document.all(TouchpointRatings)


def test_marks_never_reach_a_table_nobody_sees(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(project(folders))
    page = page_of(window)
    window.context.selection.select(window.context.document.all(Touchpoint)[0].id)
    before = window.context.document
    QTest.keyClick(page.view, Qt.Key.Key_2)
    QTest.keyClick(page.view, Qt.Key.Key_K)
    assert window.context.document == before


def test_a_closed_round_takes_no_count_about_the_journey(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(project(folders, RoundState.CLOSED))
    page = page_of(window)
    page.show_tab("journey")
    QApplication.processEvents()
    tab = page.tabs.page
    assert isinstance(tab, JourneyTab)
    card = tab.cards[FigureKind.NPS]
    assert not card.enter.isEnabled()
    assert "closed" in tab.closed.text.text() and tab.closed.isVisible()
    QTest.mouseClick(tab.closed.reopen, Qt.MouseButton.LeftButton)
    assert window.context.document.all(Round)[0].state is RoundState.OPEN
    assert card.enter.isEnabled() and not tab.closed.isVisible()


def test_a_sheet_of_counts_left_open_writes_nothing_into_a_round_closed_meanwhile(
    open_window: OpenWindow, folders: Folders
) -> None:
    window = open_window(project(folders, RoundState.OPEN))
    page = page_of(window)
    page.show_tab("journey")
    tab = page.tabs.page
    assert isinstance(tab, JourneyTab)
    sheet = tab.cards[FigureKind.NPS].open_counts()
    assert sheet is not None
    sheet.boxes[9].setText("12")
    with window.context.session.transaction("") as draft:
        set_round_state(draft, draft.document.all(Round)[0].id, RoundState.CLOSED)
    with pytest.raises(UserError, match="closed"):
        sheet.finish()
    assert not window.context.document.all(JourneyFigures)


def test_a_closed_round_takes_no_kano_pair(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(project(folders, RoundState.CLOSED))
    page = page_of(window)
    page.show_tab("kano")
    tab = page.tabs.page
    assert isinstance(tab, KanoTab)
    tab.show_everything(True)
    QApplication.processEvents()
    assert window.context.document.all(Journey)
    cell = tab.side.matrix.cells[1, 5]
    QTest.keyClicks(cell, "7")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert not window.context.document.all(SurveyCounts)
    assert tab.side.closed.isVisible() and "closed" in tab.side.closed.text.text()
    QTest.mouseClick(tab.side.closed.reopen, Qt.MouseButton.LeftButton)
    QTest.keyClicks(cell, "7")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert window.context.document.all(SurveyCounts)[0].kano == {"1|5": 7}
