"""Somebody types, looks at another window and types on: letters never become commands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.edits import remove_records
from cxstudio.model import Measure, Touchpoint
from tests.ui.comparing_desk import on_map, run, workspace
from tests.ui.place_desk import find
from ui.forms.bound_field import BoundField
from ui.main_window.main_window import MainWindow
from ui.widgets.overlay_panel import Overlay
from ui.workspaces.journey.outline.outline_tree import OutlineTree
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace


def on_the_map(window: MainWindow) -> str:
    on_map(window).context.selection.select("t03")
    run(window, "journey.rename")
    return "t03"


def in_the_flow(window: MainWindow) -> str:
    run(on_map(window), "journey.show_flow")
    window.context.selection.select("t03")
    run(window, "journey.rename")
    return "t03"


def in_the_outline(window: MainWindow) -> str:
    run(on_map(window), "journey.show_outline")
    window.context.selection.select("t03")
    QApplication.processEvents()
    QTest.keyClick(find(window, OutlineTree), Qt.Key.Key_F2)
    return "t03"


def among_the_measures(window: MainWindow) -> str:
    run(window, "go.measures")
    place = find(window, MeasuresWorkspace)
    index = place.table.index(0, 1)
    place.view.edit_cell(index)
    measure = place.table.measure(index)
    assert measure is not None
    return measure.id


def name(window: MainWindow, record: str) -> str:
    found = window.context.document.find(record)
    assert isinstance(found, Touchpoint | Measure)
    return found.name if isinstance(found, Touchpoint) else found.title


@pytest.mark.parametrize("begin", [on_the_map, in_the_flow, in_the_outline, among_the_measures])
def test_a_text_is_gone_on_with_after_another_window(
    begin: Callable[[MainWindow], str], sample_window: MainWindow, qtbot: QtBot
) -> None:
    window = sample_window
    window.activateWindow()
    record = begin(window)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    before = window.context.document
    field.selectAll()
    QTest.keyClicks(field, "Kind ")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    QApplication.processEvents()
    assert QApplication.activeWindow() is other
    window.activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is field and field.isVisible()
    for letter in "knows":
        QTest.keyClick(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert name(window, record) == "Kind knows"
    assert len(window.context.document.all(Touchpoint)) == len(before.all(Touchpoint))
    window.context.session.undo()
    assert window.context.document == before, "one step, however often it was kept on the way"


def test_the_text_on_the_map_is_kept_when_the_window_is_left(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.activateWindow()
    on_the_map(sample_window)
    QTest.keyClicks(workspace(sample_window).editor.field, "Kept")
    another = QWidget()
    qtbot.addWidget(another)
    another.show()
    another.activateWindow()
    QApplication.processEvents()
    assert name(sample_window, "t03") == "Kept"


@pytest.mark.parametrize("begin", [on_the_map, in_the_flow, in_the_outline, among_the_measures])
@pytest.mark.parametrize("command", ["frame.find", "frame.note", "frame.shortcuts"])
def test_what_is_opened_while_somebody_types_has_the_keyboard(
    begin: Callable[[MainWindow], str], command: str, sample_window: MainWindow
) -> None:
    window = sample_window
    window.activateWindow()
    record = begin(window)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, "Kept")
    run(window, command)
    QApplication.processEvents()
    typed_into = QApplication.focusWidget()
    assert typed_into is not None and typed_into is not field
    opened = typed_into.window().findChildren(Overlay) or window.findChildren(Overlay)
    assert any(sheet.isVisible() and sheet.isAncestorOf(typed_into) for sheet in opened)
    before = window.context.document
    QTest.keyClick(typed_into, Qt.Key.Key_K)
    QApplication.processEvents()
    assert window.context.document == before, "a letter is no command there"
    assert name(window, record) == "Kept"


def test_a_cell_left_open_over_a_measure_that_went_keeps_nothing(sample_window: MainWindow) -> None:
    record = among_the_measures(sample_window)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Lost")
    with sample_window.context.session.transaction("remove") as draft:
        remove_records(draft, [record])
    sample_window.close()
    assert record not in sample_window.context.document


def test_a_space_that_does_not_break_is_no_typing(sample_window: MainWindow) -> None:
    window = sample_window
    measure = window.context.document.all(Measure)[0].id
    with window.context.session.transaction("") as draft:
        draft.update(Measure, measure, title="within 24\u00a0h", description="n =\u00a046")
    run(window, "go.measures")
    window.context.selection.select(measure)
    QApplication.processEvents()
    fields = [f for f in window.findChildren(BoundField) if f.record_id == measure]
    assert {f.field.name for f in fields} >= {"title", "description"}
    assert not [f.field.name for f in fields if f.editor.touched]
