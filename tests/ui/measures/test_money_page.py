"""Cost and benefit in the real window: a table that leads to its measures, items of cost entered and worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from cxstudio.edits import set_fields
from cxstudio.model import CostItem, Measure, MeasureSaving
from cxstudio.model.kinds import Evidence, MeasureStatus
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.measures.money.money_page import MoneyPage
from ui.workspaces.measures.without_measure import WithoutMeasure


def money(window: MainWindow) -> MoneyPage:
    run(window, "go.measures", "measures.show_money")
    for _ in range(3):
        QApplication.processEvents()
    workspace = window.shell.view.current
    assert isinstance(workspace, MeasuresWorkspace)
    page = workspace.views.page
    assert isinstance(page, MoneyPage)
    return page


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_table_says_where_each_number_comes_from_and_follows_what_is_entered(sample_window: MainWindow) -> None:
    window, page = sample_window, money(sample_window)
    context, lines = window.context, page.table.lines
    assert "€32,000 once and €6,900 a year" in plain(page.headline.text())
    assert [plain(c) for c in lines.shown[3].cells] == [
        "For approval: 1, 2 and 5", "€32,000", "€6,900", "", "about €29,600 (A)", "17 months (A)",
    ]  # fmt: skip
    assert plain(lines.shown[1].cells[3]) == "864 drop-outs × €12\n4,800 forms (A) × 18 percentage points fewer (A)"
    assert plain(page.costs.total.text()) == "about €65,100 (A)" and page.curve.isVisible()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton,
                     pos=page.table.visualRect(lines.index(1, 0)).center())  # fmt: skip
    assert context.selection.id == "m2"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert context.selection.id == "m5"
    with context.session.transaction("range") as draft:
        set_fields(draft, CostItem, "cost2", unit_cost_to=20)
        set_fields(draft, MeasureSaving, "m2-saving1", evidence=Evidence.FIGURE)
    QApplication.processEvents()
    assert plain(page.table.lines.shown[1].cells[4]) == "about €10,400–17,300 (A)"
    assert plain(page.table.lines.shown[1].cells[5]) == "10–16 months (A)"
    run(window, "edit.undo")
    assert plain(page.table.lines.shown[1].cells[4]) == "about €10,400 (A)"


def test_an_item_of_cost_is_entered_where_it_arises_and_a_new_measure_is_named_in_the_list(
    sample_window: MainWindow,
) -> None:
    window, page = sample_window, money(sample_window)
    context = window.context
    context.selection.select("t02")
    adder = next(b for b in page.costs.findChildren(QPushButton) if b is page.costs.adder)
    QTest.mouseClick(adder, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    made = context.document.having(CostItem, "about", "t02")
    assert len(made) == 1 and context.selection.id == "t02"
    assert any("New cost item" in w.accessibleName() for w in page.costs._rows), "it waits for its numbers"
    before = len(context.document.all(Measure))
    run(window, "measures.add")
    QApplication.processEvents()
    workspace = window.shell.view.current
    assert isinstance(workspace, MeasuresWorkspace) and workspace.shown == "list"
    assert len(context.document.all(Measure)) == before + 1


def test_a_small_window_has_room_for_the_whole_table_and_what_doing_nothing_costs_begins(
    sample_window: MainWindow,
) -> None:
    window = sample_window
    window.resize(1280, 720)
    page = money(window)
    (area,) = page.findChildren(QScrollArea)
    seen = area.viewport().height()
    assert page.table.mapTo(area.viewport(), page.table.rect().bottomLeft()).y() < seen
    assert page.costs.mapTo(area.viewport(), page.costs.rect().topLeft()).y() < seen - 16
    (without,) = [one for one in window.findChildren(WithoutMeasure) if one.isVisible()]
    assert without.more.isVisible() and without.more.geometry().center().y() < without.area.geometry().top()


def test_the_items_stand_beside_their_sum_where_there_is_room(sample_window: MainWindow) -> None:
    window, page = sample_window, money(sample_window)
    with window.context.session.transaction("none asked for") as draft:
        for measure in window.context.document.all(Measure):
            set_fields(draft, Measure, measure.id, status=MeasureStatus.RUNNING)
    window.resize(1500, 900)
    for _ in range(3):
        QApplication.processEvents()
    assert not page.curve.isVisible()
    total, first = (part.mapTo(page, part.rect().topLeft()) for part in (page.costs.total, page.costs._rows[0]))
    assert first.x() > total.x() + page.costs.total.sizeHint().width() and first.y() < total.y()
