"""Pictures of a very long journey: worked out between two frames, the same as at once, dropped whenever one likes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.edits import rate
from cxstudio.layout.charts.chart_base import ChartStyle, type_for
from cxstudio.layout.charts.chart_request import source
from cxstudio.session import Folders, Session
from cxstudio.steps import Steps
from tests.bench.projects import journey_of
from tests.ui.conftest import OpenWindow
from ui.background import long_work
from ui.main_window.main_window import MainWindow
from ui.workspaces.rate.beside_table import scatter_card
from ui.workspaces.rate.charts import chart_panel as panels
from ui.workspaces.rate.charts.chart_panel import ChartPanel
from ui.workspaces.rate.charts.charts_page import PicturesPage

CHARTS = ("scatter", "ranking", "importance", "emotion", "distribution")


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(panels, "IN_STEPS", 50)
    monkeypatch.setattr(scatter_card, "IN_STEPS", 50)
    monkeypatch.setattr(long_work, "MOMENT_MS", 0)
    return open_window(Session.new(folders, journey_of(90, voices=4)))


def opened(window: MainWindow, chart: str) -> PicturesPage:
    for command in ("go.rate", "rate.show_pictures"):
        window.context.commands.run(command)
    page = window.shell.view.current.tabs.page  # type: ignore[attr-defined]
    assert isinstance(page, PicturesPage)
    page.show_chart(chart)
    return page


def ready(panel: ChartPanel) -> bool:
    return panel.told is not None and not panel.work.busy and panel.picture._fresh


def wait(qtbot: QtBot, page: PicturesPage) -> None:
    qtbot.waitUntil(lambda: ready(page.panel), timeout=60_000)


def as_at_once(window: MainWindow, page: PicturesPage) -> tuple[object, object]:
    """The chart's value and its display list, without a pause."""
    context, panel = window.context, page.panel
    made = source(context.document, context.texts, panel.figures, "j", panel.wanted)
    data = panel.chart_row.data(made)
    picture = panel.picture
    wide, high = float(picture.width() - 2 * picture.pad), picture.room - 2 * picture.pad
    return data, panel.chart_row.lay_out(data, ChartStyle(wide, high, context.texts, type_for(wide, high)))


@pytest.mark.parametrize("chart", CHARTS)
def test_they_come_later_and_are_the_same(qtbot: QtBot, window: MainWindow, chart: str) -> None:
    page = opened(window, chart)
    assert page.panel.work.busy and page.panel.told is None, "nothing is done before the next turn"
    wait(qtbot, page)
    data, drawn = as_at_once(window, page)
    assert page.panel.data == data
    assert page.panel.picture.chart == drawn


def test_the_last_picture_stays_while_a_change_is_worked_in(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window, "ranking")
    wait(qtbot, page)
    before = page.panel.picture.chart
    with window.context.session.transaction("") as draft:
        rate(draft, "r", "t3", "p1", "experience", 7)
        rate(draft, "r", "t3", "p2", "experience", 7)
    page.show_round("r")
    assert page.panel.work.busy and page.panel.picture.chart is before
    wait(qtbot, page)
    data, drawn = as_at_once(window, page)
    assert page.panel.data == data and page.panel.picture.chart == drawn != before


def test_another_chart_drops_the_work(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window, "emotion")
    wait(qtbot, page)
    page.show_chart("distribution")
    assert page.panel.told is None and page.panel.picture.chart is None, "another chart's picture is no stand-in"
    page.show_chart("scatter")
    wait(qtbot, page)
    assert page.panel.picture.chart is not None
    assert page.panel.picture.chart.picture.title == "Expectation and experience"


def test_the_status_line_says_so_and_stops_it(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window, "distribution")
    said = window.findChild(QLabel, "being_worked_out")
    assert said is not None
    endless = iter(int, 1)

    def never() -> Steps[None]:
        for _ in endless:
            yield

    page.panel.work.run_steps(never(), lambda _: pytest.fail("it was stopped"))
    qtbot.waitUntil(said.isVisible, timeout=60_000)
    assert said.text() == "Calculating the chart …"
    act = next(b for b in window.findChildren(QPushButton) if b.accessibleName().endswith(said.text()))
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.panel.work.stopped and page.panel.told is None and page.panel.picture.chart is None
    assert said.text() == page.panel.waiting == "The chart was not calculated."
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    qtbot.waitUntil(lambda: not said.isVisible(), timeout=60_000)


def test_the_list_has_every_touchpoint(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window, "ranking")
    wait(qtbot, page)
    page.panel.as_list(True)
    figures = page.panel.list
    assert figures.lines.rowCount() == 90
    window.context.selection.select("t70")
    assert figures.touchpoint(figures.currentIndex().row()) == "t70"
    assert all(figures.columnWidth(c) >= figures.fontMetrics().horizontalAdvance(line.cells[c])
               for line in figures.lines.listing.lines for c in range(1, 4))  # fmt: skip
