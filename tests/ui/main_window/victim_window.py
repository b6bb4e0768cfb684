"""A real window in a process of its own: a touchpoint edited, a picture dropped, then killed by the test."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Touchpoint
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
from ui.main_window.application import application, first_window
from ui.workspaces.journey.journey_workspace import JourneyWorkspace


def main(file: Path, place: Path, picture: Path) -> None:
    """Do both as a person would, say so, and wait for the end."""
    app = application()
    folders = Folders.below(place)
    window = first_window(folders, Settings(folders), file)
    window.resize(1440, 900)
    window.show()
    window.show_project()
    app.processEvents()
    workspace = window.shell.findChild(JourneyWorkspace)
    assert workspace is not None
    touchpoint = window.context.document.all(Touchpoint)[0].id
    window.context.selection.select(touchpoint)
    workspace.take_focus()
    QTest.keyClick(QApplication.focusWidget() or workspace, Qt.Key.Key_F2)
    field = workspace.editor.field
    field.selectAll()
    QTest.keyClicks(field, "Edited before the end")
    QTest.keyClick(field, Qt.Key.Key_Return)
    app.processEvents()
    found = workspace.view.place_of(touchpoint)
    assert found is not None
    middle = QPointF(found.x + found.group.width / 2, found.y + found.group.height / 2)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(picture))])
    event = QDropEvent(
        QPointF(workspace.view.mapFromScene(middle)),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    workspace.view.dropEvent(event)
    while workspace.hands.pinning.busy:
        app.processEvents()
    print("done", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
