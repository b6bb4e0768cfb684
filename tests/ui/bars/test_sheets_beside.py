"""A sheet never covers what it belongs to, wherever in the window that stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.basics import label
from ui.widgets.popup_sheet import Overlay


@pytest.mark.parametrize("x", [0, 300, 700])
@pytest.mark.parametrize("y", [0, 180, 250, 480])
@pytest.mark.parametrize("high", [160, 300, 400])
def test_it_stands_below_above_or_beside(qtbot: QtBot, x: int, y: int, high: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 520)
    window.show()
    cell = QRect(x, y, 90, 38)
    sheet = Overlay(window)
    box = QVBoxLayout(sheet)
    box.addWidget(label("Departments"))
    sheet.setFixedSize(240, high)
    sheet.open_below(at=QRect(window.mapToGlobal(cell.topLeft()), cell.size()))
    assert not sheet.geometry().intersects(cell)
    assert window.rect().contains(sheet.geometry())
    sheet.dismiss()


@pytest.mark.parametrize("y", [500, 730, -90])
def test_beside_what_is_scrolled_away_it_stays_in_the_window(qtbot: QtBot, y: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 520)
    window.show()
    sheet = Overlay(window)
    sheet.setFixedSize(240, 350)
    sheet.open_below(at=QRect(window.mapToGlobal(QPoint(300, y)), QSize(90, 38)))
    assert window.rect().contains(sheet.geometry())
    sheet.dismiss()


def test_at_a_place_it_stays_in_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 520)
    window.show()
    sheet = Overlay(window)
    sheet.setFixedSize(240, 300)
    sheet.open_below(at=window.mapToGlobal(QPoint(790, 510)))
    assert window.rect().contains(sheet.geometry())
    sheet.dismiss()
