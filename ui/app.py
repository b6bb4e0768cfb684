"""Starting the window: application, folders, log, boundary, what was open before."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cxstudio.errors import UserError
from cxstudio.session import Folders, Session
from cxstudio.session.log import log, start_log
from cxstudio.session.settings import Settings
from ui.boundary import Boundary
from ui.window import MainWindow


def application() -> QApplication:
    """The one QApplication, in the style everything is drawn on."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    made = QApplication(sys.argv[:1])
    made.setApplicationName("CX Studio")
    made.setDesktopFileName("cxstudio")
    made.setStyle("Fusion")
    return made


def run(arguments: list[str]) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    app = application()
    folders = Folders.standard()
    start_log(folders)
    boundary = Boundary()
    boundary.install(folders)
    window = first_window(folders, Settings(folders), Path(arguments[0]) if arguments else None)
    boundary.show_with(window.tell_unexpected)
    window.show()
    return app.exec()


def first_window(folders: Folders, settings: Settings, file: Path | None) -> MainWindow:
    """The window with the file asked for, else with unsaved work from last time, else with the start page."""
    if file is not None:
        try:
            session = Session.open(file, folders)
        except UserError as error:
            window = MainWindow(folders, settings)
            window.context.messages.error(error)
            return window
        settings.remember_file(file)
        return MainWindow(folders, settings, session)
    for work in Session.pending(folders):
        try:
            return MainWindow(folders, settings, Session.resume(work, folders))
        except UserError as error:
            log.warning("unsaved work could not be taken up: %s", error.happened)
    return MainWindow(folders, settings)
