"""Showing the map to the room: nothing but the map, on the whole screen, large enough to read from the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from ui.workspaces.journey.zoom import Zoom, at

if TYPE_CHECKING:
    from ui.shell.shell import Shell
    from ui.workspaces.journey.workspace import JourneyWorkspace

_SMALLEST_SHARE = 0.018
"""Least height of a letter on the screen, as a part of the screen's height."""
_SMALLEST_TYPE = 11.0
"""Points of the smallest text on the map."""


class Presenting(QObject):
    """Begins and ends the presentation; Esc or F5 ends it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._hidden: list[QWidget] = []
        self._zoom = Zoom()
        self._was = Qt.WindowState.WindowNoState
        self._leave = QShortcut(Qt.Key.Key_Escape, shell)
        self._leave.setEnabled(False)
        self._leave.activated.connect(self.end)

    @property
    def on(self) -> bool:
        """Whether the map is being shown."""
        return self._leave.isEnabled()

    def begin(self, workspace: JourneyWorkspace) -> None:
        """Hide everything but the map and enlarge it."""
        shell, window = self._shell, self._shell.window()
        parts: list[QWidget] = [shell.top, shell.rail, shell.status, shell.bars, workspace.bar]
        inspector = shell.view.inspector
        if inspector is not None:
            parts.append(inspector)
        self._hidden = [part for part in parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self._leave.setEnabled(True)
        self._zoom = workspace.model.zoom
        self._was = window.windowState()
        window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)
        height = window.screen().size().height()
        workspace.zooming.set_zoom(at(max(1.0, height * _SMALLEST_SHARE / _SMALLEST_TYPE)), QPointF())
        workspace.take_focus()

    def end(self) -> None:
        """Everything is as it was."""
        if not self.on:
            return
        self._leave.setEnabled(False)
        for part in self._hidden:
            part.show()
        self._hidden = []
        self._shell.window().setWindowState(self._was)
        workspace = self._shell.view.current
        zooming = getattr(workspace, "zooming", None)
        if zooming is not None:
            zooming.set_zoom(self._zoom, QPointF())
