"""Measured values by hand: typed, pasted from a spreadsheet, read from a file; each is one step back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.change.measured_series import series_of
from cxstudio.model import MeasuredValue, Target
from cxstudio.model.kinds import TargetFigure
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, measures, shown, steps
from ui.context.context import Context
from ui.inspector.measure_panel import MeasurePanel
from ui.inspector.measured_values_sheet import ValuesSheet


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def test_values_are_pasted_read_and_typed(qtbot: QtBot, desk: Context, tmp_path: Path) -> None:
    measure = next(
        m for m in measures(desk) for t in desk.document.having(Target, "measure", m.id) if t.figure is TargetFigure.OWN
    )
    target = next(t.id for t in desk.document.having(Target, "measure", measure.id) if t.figure is TargetFigure.OWN)
    panel = MeasurePanel(desk)
    qtbot.addWidget(panel)
    panel.show_record(measure.id)
    shown(panel, 360, 1400)
    assert not panel.measured.isHidden()
    QTest.mouseClick(panel.values.lines[target].opener, Qt.MouseButton.LeftButton)
    sheet = panel.window().findChild(ValuesSheet)
    assert sheet is not None and not sheet.take.isEnabled()
    QApplication.processEvents()
    assert sheet.pasted.geometry().bottom() < sheet.source.y()
    before = steps(desk)
    QGuiApplication.clipboard().setText("\tJan 2026\tFeb 2026\nFälle\t10\t11\nAnrufe je Umzug\t0,92\tn.n.\n")
    sheet.pasted.setFocus()
    QTest.keyClick(sheet.pasted, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sheet.which.currentText() == "Anrufe je Umzug" and "n.n." in sheet.found.text()
    QTest.mouseClick(sheet.take, Qt.MouseButton.LeftButton)
    assert [one.value for one in series_of(desk.document, target)] == [0.92] and steps(desk) == before + 1

    file = tmp_path / "werte.csv"
    file.write_text("Monat;Anrufe je Umzug\n2026-01;0,9\n2026-02;0,88\n", encoding="utf-8")
    sheet.read_file(file)
    QTest.mouseClick(sheet.take, Qt.MouseButton.LeftButton)
    assert [one.value for one in series_of(desk.document, target)] == [0.9, 0.88], "the same month takes the new value"
    assert {v.source for v in desk.document.having(MeasuredValue, "target", target)} == {"werte.csv"}
    sheet.read_file(tmp_path / "fehlt.csv")
    assert "fehlt.csv" in sheet.found.text() and not sheet.take.isEnabled()

    QTest.mouseClick(sheet.list.adders[0], Qt.MouseButton.LeftButton)
    assert len(desk.document.having(MeasuredValue, "target", target)) == 3
    desk.session.undo()
    desk.session.undo()
    assert [one.value for one in series_of(desk.document, target)] == [0.92]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert "0,92" in panel.values.lines[target].said.text()
