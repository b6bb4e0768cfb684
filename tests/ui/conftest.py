"""The real window for tests: own folders, no dialogs, closed at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_note
from cxstudio.model import Measure
from cxstudio.model.kinds import MeasureStatus, NoteKind
from cxstudio.session import Folders, Session
from cxstudio.session.settings import LANGUAGE, PALETTE, Settings
from ui.main_window.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Widgets of one test are gone before the next: without an event loop nobody else would delete them."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        _let_go()
        for widget in application.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders of one person on one machine."""
    return Folders.below(tmp_path / "person")


@pytest.fixture
def open_window(qapp: QApplication, folders: Folders) -> Iterator[OpenWindow]:
    """Opens the real window; every window opened is closed after the test."""
    qapp.setStyle("Fusion")
    opened: list[MainWindow] = []

    def make(session: Session | None = None, language: str = "en", palette: str = "light") -> MainWindow:
        settings = Settings(folders)
        settings[LANGUAGE] = language
        settings[PALETTE] = palette
        window = MainWindow(folders, settings, session)
        window.resize(1440, 900)
        window.show()
        qapp.processEvents()
        opened.append(window)
        return window

    yield make
    for window in opened:
        window.context.session.work.finish()
        window.close()
        window.deleteLater()
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def sample_window(open_window: OpenWindow, folders: Folders) -> MainWindow:
    """The window with the sample in English, in light colours."""
    made = sample("lindenfurt", "en")
    return open_window(Session.new(folders, made.document, made.assets))


@pytest.fixture
def busy_window(sample_window: MainWindow) -> MainWindow:
    """A small window, so that there is something to scroll, on the sample with more notes, measures and rounds."""
    window = sample_window
    window.resize(1000, 620)
    document = window.context.document
    with window.context.session.transaction("more") as draft:
        for n in range(30):
            add_note(draft, f"Something was said, number {n}", NoteKind.UNSORTED if n % 2 else NoteKind.PARKING_LOT)
        measure = document.all(Measure)[0]
        for n in range(16):
            more = {"id": f"more{n}", "title": f"More, number {n}", "status": MeasureStatus.PLANNED}
            draft.create(measure.model_copy(update=more))
    QApplication.processEvents()
    return window


def _let_go() -> None:
    """Release what a test left pressed: the state of the buttons is the application's, not a widget's."""
    held, buttons = QApplication.mouseButtons(), Qt.MouseButton
    if held != buttons.NoButton:
        hand = QWidget()
        hand.show()
        for button in (buttons.LeftButton, buttons.RightButton, buttons.MiddleButton):
            if held & button:
                QTest.mouseRelease(hand, button)
        hand.close()
