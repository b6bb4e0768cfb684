"""The tab Shortlist with three keys and three dots, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.edits import remove_records
from cxstudio.model import Journey, Touchpoint
from cxstudio.model.kinds import ShortlistMark
from ui.main_window.main_window import MainWindow
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.shortlist.shortlist_model import CASES, MARK
from ui.workspaces.rate.shortlist.shortlist_page import ShortlistPage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(sample_window: MainWindow) -> ShortlistPage:
    sample_window.activateWindow()
    QApplication.processEvents()
    sample_window.context.commands.run("rate.show_shortlist")
    QApplication.processEvents()
    found = sample_window.findChild(ShortlistPage)
    assert isinstance(found, ShortlistPage)
    return found


def marks(page: ShortlistPage) -> list[ShortlistMark | None]:
    document = page.context.document
    return [t.shortlist for t in document.journey_touchpoints(document.all(Journey)[0].id)]


def test_three_keys_mark_and_go_on(page: ShortlistPage) -> None:
    assert QApplication.focusWidget() is page.view
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(page.view, key)
    assert marks(page)[:4] == [ShortlistMark.SKIP, ShortlistMark.CHECK, ShortlistMark.BURNING, None]
    assert page.view.currentIndex().row() == 3
    page.context.session.undo()
    assert marks(page)[2] is None, "one key is one step"


def test_an_empty_list_is_read_again_without_a_word(page: ShortlistPage) -> None:
    context = page.context
    with context.session.transaction("remove all") as draft:
        remove_records(draft, [t.id for t in context.document.all(Touchpoint)])
    told: list[bool] = []
    page.table.dataChanged.connect(lambda first, last: told.append(first.isValid() and last.isValid()))
    page.refresh()
    assert page.table.rowCount() == 0
    assert all(told)


def test_backspace_takes_the_mark_back(page: ShortlistPage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_3)
    page.view.go_to(0)
    QTest.keyClick(page.view, Qt.Key.Key_Backspace)
    assert marks(page)[0] is None


def test_several_rows_are_marked_as_one_step(page: ShortlistPage) -> None:
    page.view.selectAll()
    QTest.keyClick(page.view, Qt.Key.Key_1)
    assert set(marks(page)) == {ShortlistMark.SKIP}
    page.context.session.undo()
    assert set(marks(page)) == {None}


def test_a_dot_is_clicked_and_clicked_again(page: ShortlistPage) -> None:
    cell = page.view.visualRect(page.table.index(4, MARK))
    third = QPoint(cell.left() + 4 + 60, cell.center().y())
    QTest.mouseClick(page.view.viewport(), LEFT, NONE, third)
    assert marks(page)[4] is ShortlistMark.BURNING
    QTest.mouseClick(page.view.viewport(), LEFT, NONE, third)
    assert marks(page)[4] is None


def test_what_is_kept_goes_on_to_the_grid(page: ShortlistPage) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(page.view, key)
    assert page.effort.go.isVisible()
    assert "2" in page.effort.go.text()
    QTest.mouseClick(page.effort.go, LEFT)
    QApplication.processEvents()
    workspace = page.window().findChild(RateWorkspace)
    assert isinstance(workspace, RateWorkspace)
    listed = list(workspace.table.touchpoints)
    kept = [t.id for t in page.context.document.all(Touchpoint) if t.shortlist in tuple(ShortlistMark)[1:]]
    assert sorted(listed) == sorted(kept)
    assert len(listed) == 2


def test_sorting_by_cases_brings_the_most_up(page: ShortlistPage) -> None:
    page.view.sortByColumn(CASES, Qt.SortOrder.DescendingOrder)
    numbers = [t.cases_per_month for row in range(page.table.rowCount()) if (t := page.table.touchpoint(row))]
    known = [n for n in numbers if n is not None]
    assert known == sorted(known, reverse=True)
    assert numbers[: len(known)] == known, "those without a number stand last"
