"""The page of an agenda in the real window, and what is asked of it again and again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cxstudio.model import AgendaBlock
from tests.screens.agenda_states import BERLIN, FixedClock
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.agenda.agenda_page import AgendaPage
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace

NINE = datetime(2026, 3, 12, 9, tzinfo=BERLIN)
OpenWindow = Callable[..., MainWindow]


def page_of(window: MainWindow) -> AgendaPage:
    run(window, "go.ideas", "ideas.show_agenda")
    workspace = window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace)
    page = workspace.views.page
    assert isinstance(page, AgendaPage)
    return page


def at(page: AgendaPage, minute: float) -> None:
    clock = page.context.run.clock
    assert isinstance(clock, FixedClock)
    clock.moment = NINE + timedelta(minutes=minute)
    page.context.run.tick()


def cell(page: AgendaPage, row: int, column: int) -> str:
    return str(page.table.data(page.table.index(row, column)))


def column(page: AgendaPage, number: int) -> list[str]:
    return [cell(page, row, number) for row in range(page.table.rowCount())]


def type_in(page: AgendaPage, row: int, number: int, text: str) -> None:
    index = page.table.index(row, number)
    page.view.setCurrentIndex(index)
    page.view.edit(index)
    line = page.view.findChildren(QLineEdit)[-1]
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def blocks(page: AgendaPage) -> tuple[AgendaBlock, ...]:
    return page.context.document.all(AgendaBlock)
