"""Cells of a spreadsheet pasted into the window: a card, a note or an entry for each, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.model import Measure, Note, Touchpoint
from tests.ui.journey_desk import Desk
from ui.inspector.measure_cards import MeasureCards
from ui.main_window.main_window import MainWindow
from ui.notes.quick_note import NoteLine

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)


def copied(text: str, *rows: str) -> None:
    """What Excel leaves in the clipboard: text, and cells as HTML."""
    data = QMimeData()
    data.setText(text)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    data.setHtml(f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>{cells}</table></html>')
    QGuiApplication.clipboard().setMimeData(data)


def paste_behind(desk: Desk, touchpoint: str) -> None:
    desk.context.selection.select(touchpoint)
    desk.workspace.take_focus()
    desk.key(Key.Key_V, CONTROL)


@pytest.mark.parametrize("view", ["map", "outline"])
def test_a_column_with_line_breaks_is_a_card_for_each_cell(desk: Desk, view: str) -> None:
    desk.context.commands.run(f"journey.show_{view}")
    copied('"Anruf bei\nder Hotline"\r\n"Brief" kommt\r\n', "Anruf bei<br>der Hotline", "&quot;Brief&quot; kommt")
    paste_behind(desk, "t01")
    assert desk.names[0][1:3] == ["Anruf bei der Hotline", '"Brief" kommt']


def test_headings_are_shown_and_can_be_a_row_like_the_others(desk: Desk) -> None:
    copied("Kontaktpunkt\r\nAnruf\r\n", "Kontaktpunkt", "Anruf")
    paste_behind(desk, "t01")
    sheet = desk.workspace.hands.sheet
    assert sheet is not None and sheet.headed.isChecked()
    shown = [sheet.table.item(row, 0).text() for row in range(1, sheet.table.rowCount())]
    assert shown == ["Kontaktpunkt", "Anruf"] and "1" in sheet.do.text()
    sheet.headed.click()
    sheet.take()
    assert [desk.document.get(Touchpoint, i).name for i in desk.context.selection.ids] == ["Kontaktpunkt", "Anruf"]


def test_cells_pasted_into_the_note_line_are_a_note_each(sample_window: MainWindow) -> None:
    window = sample_window
    before = {n.id for n in window.context.document.all(Note)}
    window.context.commands.run("frame.note")
    line = window.shell.overlay(NoteLine).line
    copied('"first\nsecond"\r\nthird\r\n', "first<br>second", "third")
    QTest.keyClick(line, Key.Key_V, CONTROL)
    made = [n.text for n in window.context.document.all(Note) if n.id not in before]
    assert sorted(made) == ["first second", "third"] and line.text() == ""
    window.context.session.undo()
    assert {n.id for n in window.context.document.all(Note)} == before, "one step"
    copied('"one\ncell"\r\n', "one<br>cell")
    QTest.keyClick(line, Key.Key_V, CONTROL)
    assert line.text() == "one cell"
    QGuiApplication.clipboard().setText('"a quotation"')
    QTest.keyClick(line, Key.Key_V, CONTROL)
    assert line.text() == 'one cell"a quotation"'


def test_cells_pasted_where_a_list_grows_are_an_entry_each(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.selection.select("t01")
    QApplication.processEvents()
    cards = window.findChild(MeasureCards)
    assert cards is not None
    before = {m.id for m in window.context.document.all(Measure)}
    copied('"first\nsecond"\r\nthird\r\n', "first<br>second", "third")
    cards.adder.open()
    QTest.keyClick(cards.adder.line, Key.Key_V, CONTROL)
    made = [m.title for m in window.context.document.all(Measure) if m.id not in before]
    assert sorted(made) == ["first second", "third"]
    window.context.session.undo()
    assert {m.id for m in window.context.document.all(Measure)} == before
