"""The stakeholder map in the real window: typed, dragged between rings, related, renamed, laid out again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.model import Id, Stakeholder, StakeholderRelation
from cxstudio.model.kinds import StakeholderKind
from cxstudio.session import Folders, Session
from tests.ui.comparing_desk import run
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.stakeholders.stakeholder_page import StakeholderPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def middle(page: StakeholderPage, record: Id) -> QPoint:
    box = page.area.view.shown.box(record)
    assert box is not None
    return page.area.view.mapFromScene(QPointF(box.x + box.width / 2, box.y + box.height / 2))


def drag(page: StakeholderPage, first: QPoint, last: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    port = page.area.view.viewport()
    QTest.mousePress(port, LEFT, held, first)
    for step in range(1, 6):
        QTest.mouseMove(port, first + (last - first) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(port, LEFT, held, last)
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_stakeholder_map_is_filled_placed_and_related(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    window.resize(1700, 950)
    window.activateWindow()
    run(window, "go.understand", "understand.stakeholder_add")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    page = workspace.stakeholders
    assert page.line.hasFocus()
    QTest.keyClicks(page.line, "Caretaker")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    caretaker = context.document.all(Stakeholder)[-1]
    assert (caretaker.name, caretaker.kind, caretaker.closeness) == ("Caretaker", StakeholderKind.EMPLOYEE, 2)
    # dragged to the ring farthest out, at the left
    goal = page.area.view.shown
    far = goal.middle[0] - 434 * goal.scale[0], goal.middle[1] + 30
    drag(page, middle(page, caretaker.id), page.area.view.mapFromScene(QPointF(*far)))
    placed = context.document.get(Stakeholder, caretaker.id)
    for record, box in goal.boxes:
        now = page.area.view.shown.box(record)
        assert now is not None and (record == caretaker.id or abs(now.x - box.x) + abs(now.y - box.y) < 2), record
    assert placed.closeness == 3 and placed.angle is not None and 160 < placed.angle < 185
    QTest.keyClick(page.area.view, Qt.Key.Key_Up, ALT)
    assert context.document.get(Stakeholder, caretaker.id).closeness == 3, "there is no ring farther out"
    QTest.keyClick(page.area.view, Qt.Key.Key_Down, ALT)
    assert context.document.get(Stakeholder, caretaker.id).closeness == 2
    # related by Alt and a drag; the words are typed where they stand
    drag(page, middle(page, caretaker.id), middle(page, "stakeholder5"), ALT)
    relation = context.document.all(StakeholderRelation)[-1]
    assert (relation.source, relation.target) == (caretaker.id, "stakeholder5")
    QTest.keyClicks(page.area.view.editor, "keys")
    QTest.keyClick(page.area.view.editor, Qt.Key.Key_Return)
    assert context.document.get(StakeholderRelation, relation.id).flows == "keys"
    assert page.side.record == caretaker.id and relation.id in page.side.fields
    # beside everybody nothing comes of it, and Esc leaves all as it is
    before = context.document
    drag(page, middle(page, caretaker.id), QPoint(4, 4), ALT)
    assert context.document is before
    port = page.area.view.viewport()
    QTest.mousePress(port, LEFT, NONE, middle(page, caretaker.id))
    QTest.mouseMove(port, QPoint(300, 300))
    QTest.keyClick(page.area.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, QPoint(300, 300))
    assert context.document is before
    # two selected are related by a command, once
    context.selection.select("stakeholder1", "stakeholder2")
    run(window, "understand.relate")
    QTest.keyClick(page.area.view.editor, Qt.Key.Key_Escape)
    assert context.document.all(StakeholderRelation)[-1].source == "stakeholder1"
    run(window, "understand.stakeholder_layout")
    assert all(s.angle is None for s in context.document.all(Stakeholder))
    context.selection.select(caretaker.id)
    page.area.view.setFocus()
    QTest.keyClick(page.area.view, Qt.Key.Key_Delete)
    assert caretaker.id not in context.document and relation.id not in context.document
    run(window, "edit.undo")
    assert caretaker.id in context.document and relation.id in context.document


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_whole_map_is_in_view_on_a_small_screen_with_and_without_details(
    open_window: OpenWindow, folders: Folders, language: str
) -> None:
    window = open_window(Session.new(folders, sample("lindenfurt", language).document), language)
    window.resize(1280, 720)
    run(window, "go.understand", "understand.show_stakeholders")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    page, view = workspace.stakeholders, workspace.stakeholders.area.view
    assert len(view.shown.boxes) > 5 and not page.side.isVisible()
    assert (view.horizontalScrollBar().maximum(), view.verticalScrollBar().maximum()) == (0, 0)
    QTest.mouseClick(page.toggle, LEFT)
    QApplication.processEvents()
    assert page.side.isVisible()
    assert (view.horizontalScrollBar().maximum(), view.verticalScrollBar().maximum()) == (0, 0)
