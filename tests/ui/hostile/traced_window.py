"""A real window in a process of its own, shown all over with a project from strangers: for a tracer to look at.

`python -m tests.ui.hostile.traced_window PROJECT PLACE PICTURE`
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from cxstudio.model import Persona, Picture, Touchpoint
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
from ui.forms.picture_intake import Found
from ui.main_window.application import application, first_window
from ui.startup.exception_boundary import Boundary
from ui.workspaces.journey.map.picture_drops import Pinning
from ui.workspaces.report.report_workspace import ReportWorkspace
from ui.workspaces.workspace_table import BY_NAME

LONGEST = 300.0


def settle(ready: Callable[[], bool] = lambda: True) -> None:
    """Let the window do its work until something is so."""
    end = time.monotonic() + LONGEST
    for _ in range(3):
        QApplication.processEvents()
    while not ready():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.01)


def main(file: Path, place: Path, picture: Path) -> None:
    """Open, show every workspace, panel and tooltip, take a picture in, make the report, save, close."""
    application()
    folders = Folders.below(place)
    boundary = Boundary()
    boundary.install(folders)
    window = first_window(folders, Settings(folders), file, early=True)
    window.resize(1440, 900)
    window.show()
    settle(lambda: not window.waiting and not window.opening.busy)
    context = window.context
    assert context.session.path == file
    for name in BY_NAME:
        context.commands.run(f"go.{name}")
        current = window.shell.view.current
        settle(lambda current=current: not (isinstance(current, ReportWorkspace) and current.busy))
        for part in window.findChildren(QWidget):
            if part.toolTip() and part.isVisible():
                QToolTip.showText(QPoint(10, 10), part.toolTip(), part)
        settle()
    context.commands.run("go.journey")
    for record in (*context.document.all(Picture)[:40], *context.document.all(Persona)):
        context.selection.select(record.about if isinstance(record, Picture) else record.id)
        settle()
    touchpoint = context.document.all(Touchpoint)[0].id
    before = len(context.document.having(Picture, "about", touchpoint))
    Pinning(context, window).take(touchpoint, [Found(picture.stem, path=picture)])
    settle(lambda: len(context.document.having(Picture, "about", touchpoint)) > before)
    context.session.save()
    window.close()
    print("done")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
