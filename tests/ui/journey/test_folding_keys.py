"""Folding and zooming by keys in the real window, where every key of the program is alive."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

CTRL = Qt.KeyboardModifier.ControlModifier


def at_stage(window: MainWindow) -> tuple[JourneyWorkspace, str]:
    """The map with its second stage selected and the keyboard in it."""
    window.context.commands.run("go.journey")
    window.activateWindow()
    workspace = window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    stage = window.context.document.stages(workspace.model.journey or "")[1].id
    window.context.selection.select(stage)
    workspace.take_focus()
    QApplication.processEvents()
    return workspace, stage


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def test_a_stage_is_folded_and_unfolded_by_its_key(sample_window: MainWindow) -> None:
    for before in ("go.journey", "go.rate"):  # once the rating table has been there too
        sample_window.context.commands.run(before)
        workspace, stage = at_stage(sample_window)
        press(Qt.Key.Key_Return, CTRL)
        assert stage in workspace.model.folded
        press(Qt.Key.Key_Return, CTRL)
        assert stage not in workspace.model.folded


def test_zooming_to_a_folded_stage_unfolds_it(sample_window: MainWindow) -> None:
    workspace, stage = at_stage(sample_window)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_F7)
    assert stage not in workspace.model.folded
    layout = workspace.model.layout
    assert layout is not None
    span = next(s for s in layout.stages if s.stage == stage)
    shown = workspace.view.window_rect
    assert shown.left() - 1 <= span.x and span.x + span.width <= shown.right() + 1
