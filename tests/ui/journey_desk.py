"""A journey workspace on a project, with hands: presses, drags, keys as a person would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.model import Document, Id, Journey, Stage, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from ui.context.context import Context, make_context
from ui.main_window.all_commands import COMMANDS
from ui.main_window.undo_commands import UndoPart
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.workspace_table import BY_NAME

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """One workspace on the screen."""

    def __init__(self, qtbot: QtBot, folder: Path, document: Document, language: str = "de") -> None:
        folders = Folders.below(folder)
        self.session = Session.new(folders, document)
        self.context: Context = make_context(
            self.session, Settings(folders), COMMANDS, language=language, palette="light"
        )
        self.context.theme.apply(QApplication.instance(), folder.parent / "look")  # type: ignore[arg-type]
        workspace = BY_NAME["journey"].make(self.context)
        assert isinstance(workspace, JourneyWorkspace)
        self.workspace = workspace
        qtbot.addWidget(self.workspace)
        for action in self.context.commands.window_actions():
            self.workspace.addAction(action)
        self.undo = UndoPart(self.context, self.workspace)
        self.workspace.resize(1400, 1000)
        self.workspace.show()
        qtbot.waitExposed(self.workspace)
        self.workspace.take_focus()
        self.settle()

    def settle(self) -> None:
        QApplication.processEvents()

    # What there is

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def journey(self) -> Id:
        return self.document.all(Journey)[0].id

    @property
    def names(self) -> list[list[str]]:
        return [[t.name for t in self.document.touchpoints(s.id)] for s in self.document.stages(self.journey)]

    def touchpoint(self, name: str) -> Touchpoint:
        return next(t for t in self.document.all(Touchpoint) if t.name == name)

    def stage(self, name: str) -> Stage:
        return next(s for s in self.document.all(Stage) if s.name == name)

    # Hands

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        widget = QApplication.focusWidget() or self.workspace
        QTest.keyClick(widget, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        """Type into the inline editor."""
        field = self.workspace.editor.field
        assert field.open, "nothing is being edited"
        QTest.keyClicks(field, text)

    def card(self, touchpoint: Id) -> QPoint:
        found = self.workspace.view.place_of(touchpoint)
        assert found is not None
        return self.spot(found.x + found.group.width / 2, found.y + found.group.height / 2)

    def spot(self, x: float, y: float) -> QPoint:
        """A place on the map in the viewport."""
        return self.workspace.view.mapFromScene(QPointF(x, y))

    def drag(self, start: QPoint, end: QPoint, *, widget: QWidget | None = None, release: bool = True) -> None:
        target = widget or self.workspace.view.viewport()
        QTest.mousePress(target, LEFT, NONE, start)
        for step in range(1, 6):
            QTest.mouseMove(target, start + (end - start) * step / 5)
            self.settle()
        if release:
            QTest.mouseRelease(target, LEFT, NONE, end)
            self.settle()

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.workspace.view.viewport(), LEFT, NONE, at)
        self.settle()

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.workspace.view.viewport(), LEFT, NONE, at)
        self.settle()

    def rating_spot(self, touchpoint: Id, kind: LaneKind, value: float) -> QPoint:
        layout = self.workspace.model.layout
        assert layout is not None
        column, y = layout.column_of(touchpoint), layout.y_of(kind, value)
        assert column is not None and y is not None
        return self.spot(column.x + column.width / 2, y)
