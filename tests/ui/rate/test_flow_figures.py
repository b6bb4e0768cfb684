"""The figures of the flow in the workspace Rate, and the graph of a journey too long to be worked out on the spot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.handover_counts import handover_cells
from cxstudio.catalogue.samples import sample
from cxstudio.edits import draw_way, remove_records, set_fields
from cxstudio.model import Department, Touchpoint, Transition
from cxstudio.model.kinds import Travels
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.context.session_bridge import GRAPH_AT_ONCE
from ui.flow_figures.flow_figures_page import FlowTab
from ui.main_window.main_window import MainWindow
from ui.widgets.why_sheet import WhySheet
from ui.workspaces.journey.flow.flow_page import FlowPage


@pytest.fixture
def tab(sample_window: MainWindow) -> FlowTab:
    sample_window.resize(1600, 900)
    sample_window.context.commands.run("go.rate")
    sample_window.context.commands.run("rate.show_flow")
    QApplication.processEvents()
    found = sample_window.findChild(FlowTab)
    assert found is not None and found.isVisible()
    return found


def cells(tab: FlowTab) -> dict[tuple[str, str], str]:
    """Row and column heading → what the matrix says there."""
    table = tab.matrix
    found = {}
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item, down, across = (
                table.item(row, column),
                table.verticalHeaderItem(row),
                table.horizontalHeaderItem(column),
            )
            if item is not None and item.text() and down is not None and across is not None:
                found[down.text(), across.text()] = item.text()
    return found


def test_the_matrix_says_who_hands_over_to_whom_and_what_travels_along(tab: FlowTab) -> None:
    said = cells(tab)
    assert said["from Grid", "to Customer service"] == "▼ 1\nnothing passed on"
    assert said["from Customer service", "to Grid"] == "3"
    assert said["in total", "in total"] == "12"
    told = {
        str(item.data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(tab.matrix.rowCount())
        for column in range(tab.matrix.columnCount())
        if (item := tab.matrix.item(row, column)) is not None
    }
    assert "Grid → Customer service: 1 (nothing passed on)" in told


def test_a_cell_leads_to_its_touchpoints(tab: FlowTab, sample_window: MainWindow) -> None:
    tab.matrix.setCurrentCell(3, 2)
    tab.matrix.cellActivated.emit(3, 2)
    assert set(sample_window.context.selection.ids) == {"t07", "t08"}


def test_the_page_follows_what_is_changed(tab: FlowTab, sample_window: MainWindow) -> None:
    with sample_window.context.session.transaction("Draw a path") as draft:
        draw_way(draft, "t08", "t09", travels=Travels.PART)
        remove_records(draft, ["way04-out"])
    assert cells(tab)["from Customer service", "to Grid"] == "▼ 3\npart of it 1 · not said 2"
    assert tab.arrival.title.text() == "100% reach the end"


def test_guesses_are_called_so(tab: FlowTab) -> None:
    assert tab.arrival.title.text() == "70% reach the end (assumption)"
    assert "(assumption)" in tab.routes.switches["likely"].accessibleDescription()


def test_why_explains_with_the_journeys_numbers(tab: FlowTab, sample_window: MainWindow) -> None:
    why = next(b for b in tab.findChildren(type(tab.routes.switches["likely"])) if b.text() == "Why?")
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    sheet = sample_window.findChild(WhySheet)
    assert sheet is not None
    assert {part.title for part in sheet.parts} >= {"Who reaches the end", "Loops", "Handovers", "Channel changes"}
    assert any("70%" in part.numbers for part in sheet.parts)


def test_without_departments_there_is_no_matrix_but_a_reason(tab: FlowTab, sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("Remove") as draft:
        remove_records(draft, [d.id for d in context.document.all(Department)])
    assert not tab.matrix.isVisible() and tab.no_matrix.isVisible()


def test_one_way_only_is_nothing_to_choose_from(tab: FlowTab, sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("Remove") as draft:
        remove_records(draft, [w.id for w in context.document.all(Transition)])
    assert tab.routes.only.isVisible() and not tab.routes.switches["worst"].isVisible()


def test_an_empty_journey_says_what_to_do(open_window: OpenWindow, folders: Folders) -> None:
    document = sample("lindenfurt", "en").document
    window = open_window(Session.new(folders, document.evolve((), [t.id for t in document.all(Touchpoint)])))
    window.context.commands.run("go.rate")
    window.context.commands.run("rate.show_flow")
    window.context.commands.run("journey.show_flow")
    QApplication.processEvents()
    page = window.findChild(FlowPage)
    assert page is not None and page.model.layout is not None and not page.model.layout.cards


def test_handovers_are_counted_by_what_travels_along() -> None:
    document = sample("lindenfurt", "en").document
    from cxstudio.analysis.flow.journey_graph import flow

    found = handover_cells(flow(document, "journey1").handovers)
    cell = found["d-grid", "d-service"]
    assert cell.count == cell.travelling(Travels.NOTHING) == 1 and cell.travelling(None) == 0
    assert cell.touchpoints == ("t07", "t08")
    assert sum(one.count for one in found.values()) == len(flow(document, "journey1").handovers)


def _cards(page: FlowPage) -> list[str]:
    return list(page.model.layout.cards) if page.model.layout is not None else []


def test_a_very_long_journey_is_worked_out_beside_the_window(
    open_window: OpenWindow, folders: Folders, qtbot: QtBot
) -> None:
    made = sample("large", "en", GRAPH_AT_ONCE + 100)
    window = open_window(Session.new(folders, made.document, made.assets))
    context = window.context
    context.commands.run("journey.show_flow")
    page = window.findChild(FlowPage)
    assert page is not None and context.flow.busy
    context.flow.cancel()
    assert context.flow.stopped and page.model.layout is None
    context.flow.again()
    qtbot.waitUntil(lambda: context.flow.state is not None, timeout=60_000)
    assert len(_cards(page)) > 1
    known = context.flow.state
    first, *_, last = context.document.journey_touchpoints(context.selection.journey or "")
    with context.session.transaction("Rename") as draft:
        set_fields(draft, Touchpoint, first.id, name="Another name")
    renamed = context.flow.state
    assert renamed is not None and known is not None and renamed.flow is known.flow, "a name touches no graph"
    assert renamed.document is context.document
    with context.session.transaction("Draw a path") as draft:
        draw_way(draft, first.id, last.id)
    assert context.flow.state is renamed, "what was known stays while the new graph is worked out"
    qtbot.waitUntil(lambda: context.flow.state is not renamed, timeout=60_000)
    assert context.flow.state.flow == flow_figures(
        context.document, context.selection.journey or "", context.flow.state.figures
    )
