"""Starting the window: application, folders, log, boundary, what was open before."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.errors import UserError
from cxstudio.files.atomic import save_bytes
from cxstudio.session.folders import BESIDE, Folders
from cxstudio.session.log import report, start_log
from cxstudio.session.settings import LANGUAGE, PALETTE, Settings
from cxstudio.wording.error_sentences import sentence
from ui.background.collector import Collector
from ui.context.messages import Notice, Tone, always
from ui.main_window.main_window import MainWindow
from ui.startup.early_window import Left
from ui.startup.ending import Ending
from ui.startup.exception_boundary import Boundary
from ui.startup.start_failed import StartFailed
from ui.startup.text_size import wear_text_size
from ui.theme.heard_roles import teach_roles

if TYPE_CHECKING:
    from cxstudio.cli import Window


def application() -> QApplication:
    """The one QApplication, in the style everything is drawn on."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    made = QApplication(sys.argv[:1])
    made.setApplicationName("CX Studio")
    made.setDesktopFileName("cxstudio")
    made.setStyle("Fusion")
    teach_roles()
    return made


def run(wanted: Window) -> int:
    """Open the window asked for and stay until it is closed; returns the exit code."""
    if wanted.picture is not None:
        return take_picture(wanted.picture, wanted.language or "de")
    folders = Folders.standard()
    settings = settings_for(wanted, folders)
    wear_text_size(settings, os.environ)
    app = application()
    start_log(folders)
    boundary = Boundary()
    boundary.install(folders)
    try:
        window = window_for(wanted, folders, settings)
    except Exception as error:  # noqa: BLE001 - the border of the program: without a window there is only this
        return _could_not_start(app, boundary, error, wanted.language or "")
    boundary.show_with(window.tell_unexpected)
    collect_when_idle(window)
    Ending(app, window.secure, window.end)
    fit(window, window.screen().availableGeometry())
    window.show()
    return app.exec()


def fit(window: QWidget, available: QRect) -> None:
    """A window that would reach beyond its screen made as large as the screen has room, and moved to where it is."""
    if window.isMaximized() or window.isFullScreen():
        return
    size = window.size().boundedTo(available.size()).expandedTo(window.minimumSize())
    if size != window.size():
        window.resize(size)
        window.move(available.topLeft())


def _could_not_start(app: QApplication, boundary: Boundary, error: Exception, language: str) -> int:
    """Say in a plain window that there is no other one; returns the exit code."""
    boundary.log(error)
    told = report(error)
    if sys.stderr is not None:
        print(told, file=sys.stderr)
    failed = StartFailed(told, app.quit, language)
    failed.show()
    app.exec()
    return 1


def settings_for(wanted: Window, folders: Folders) -> Settings:
    """This person's settings, with the language asked for: for this run, not for ever."""
    settings = Settings(folders, {} if wanted.language is None else {LANGUAGE: wanted.language})
    settings.beside = True
    return settings


def window_for(wanted: Window, folders: Folders, settings: Settings | None = None) -> MainWindow:
    """The window asked for, on these settings; without any on those it makes for itself."""
    settings = settings or settings_for(wanted, folders)
    window = first_window(folders, settings, wanted.file, early=not wanted.demo)
    if wanted.demo:
        window.project.sample()
    return window


def collect_when_idle(window: MainWindow) -> Collector:
    """From now on everything is walked through only while nobody does anything in this window."""

    def standing() -> object:
        return None if window.waiting else (id(window.context.document), window.context.selection.value)

    made = Collector(standing, window)
    window.let_go.connect(made.let_go)
    return made


def take_picture(path: Path, language: str) -> int:
    """Write a picture of the window with the sample project, touching nothing of this person's; returns 0.

    No screen is needed: without one the window is drawn all the same.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    with TemporaryDirectory(prefix="cxstudio-") as place:
        folders = Folders.below(Path(place))
        settings = Settings(folders)
        settings[LANGUAGE], settings[PALETTE] = language, "light"
        window = MainWindow(folders, settings)
        window.project.sample()
        window.resize(1600, 1000)
        window.show()
        app.processEvents()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        window.grab().save(buffer, "PNG")
        save_bytes(path, bytes(data.data()))
        window.close()
    return 0


def first_window(folders: Folders, settings: Settings, file: Path | None, *, early: bool = False) -> MainWindow:
    """The window with the file asked for, else with unsaved work from last time, else with the start page.

    With `early` the window stands before what a project needs is loaded, and goes on while one is opened.
    """
    near = [file] if file is not None else list(settings.recent_files)
    if early:
        left = Left.WORK if file is None and _anything_left(folders, near) else None
        return MainWindow(folders, settings, early=True, first=file or left)
    from cxstudio.session import Session, pending_work

    if file is not None:
        try:
            session = Session.open(file, folders)
        except UserError as error:
            window = MainWindow(folders, settings)
            window.context.messages.error(error, "open")
            return window
        settings.remember_file(file)
        return MainWindow(folders, settings, session)
    resumed, failed = None, []
    for work in pending_work(folders, near):
        try:
            resumed = Session.resume(work, folders)
            break
        except UserError as error:
            failed.append(error)
    window = MainWindow(folders, settings, resumed)
    for number, why in enumerate(failed):
        text = sentence(why, window.context.texts)
        window.context.messages.post(Notice(f"not_resumed.{number}", text, Tone.WARNING, holds=always))
    return window


def _anything_left(folders: Folders, near: Sequence[Path]) -> bool:
    """Whether there may be unsaved work of earlier sessions: a quick look, before what could read it is loaded."""
    places = [folders.journals]
    with suppress(OSError):  # the system has no folder for temporary files
        places.append(folders.spare)
    return any(map(_anything_in, places)) or any(_anything_beside(path) for path in near)


def _anything_beside(path: Path) -> bool:
    try:
        return any(each.name.startswith(BESIDE) for each in path.parent.iterdir())
    except OSError:
        return False


def _anything_in(folder: Path) -> bool:
    try:
        return any(True for _ in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
