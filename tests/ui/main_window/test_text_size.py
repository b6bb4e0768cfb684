"""The size of text: chosen at any time, multiplied with the system's scale, and small screens have room for it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxstudio.session import Folders
from cxstudio.session.settings import TEXT_SIZE, Settings
from tests.ui.by_hand import choose, keys, press
from ui.main_window.application import fit
from ui.main_window.main_window import MainWindow
from ui.notes.quick_note import NoteLine
from ui.pages.settings_page import SettingsPage
from ui.startup import text_size
from ui.startup.text_size import SCALE, wear_text_size
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

SETTLE_MS = 80
pytestmark = pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", "when no windows exist", extend=True)


@pytest.mark.parametrize(("chosen", "system", "then"), [("100", None, None), ("150", None, "1.5"), ("200", "1.5", "3"),
                                                         ("125", "large", "1.25")])  # fmt: skip
def test_the_size_chosen_multiplies_what_the_system_says(tmp_path, chosen, system, then) -> None:
    settings = Settings(Folders.below(tmp_path))
    settings[TEXT_SIZE] = chosen
    surroundings = {} if system is None else {SCALE: system}
    assert wear_text_size(settings, surroundings) == int(chosen) / 100
    assert surroundings.get(SCALE) == then


@pytest.fixture
def sizes(sample_window: MainWindow) -> Iterator[MainWindow]:
    """The window in which sizes are chosen; what stands on the screen afterwards has the usual one again."""
    before = os.environ.get(SCALE)
    yield sample_window
    sample_window.settings[TEXT_SIZE] = "100"
    sample_window.rebuild()
    for _ in range(20):
        QTest.qWait(SETTLE_MS)
        if sample_window.devicePixelRatioF() == 1.0:
            break
    assert sample_window.devicePixelRatioF() == 1.0
    if before is None:
        os.environ.pop(SCALE, None)
    else:
        os.environ[SCALE] = before


def settings_page(window: MainWindow) -> SettingsPage:
    page = window.shell.page_widget
    assert isinstance(page, SettingsPage)
    return page


def said(window: MainWindow) -> str:
    word = window.shell.findChild(QLabel, "passing_word")
    assert isinstance(word, QLabel) and word.width() >= word.sizeHint().width(), "there is room for what is said"
    return word.text()


def test_a_size_chosen_in_the_settings_is_worn_at_once_and_kept(sizes: MainWindow, folders: Folders) -> None:
    window = sizes
    window.resize(1300, 760)
    window.context.commands.run("go.rate")
    window.context.commands.run("frame.settings")
    QApplication.processEvents()
    entries = [action.text() for action in settings_page(window)._text_sizes().actions()]
    assert entries == ["100%", "125%", "150%", "175%", "200%"]
    for chosen, ratio in (("200", 2.0), ("125", 1.25), ("200", 2.0)):
        choose(settings_page(window).text_size, chosen)
        QTest.qWait(SETTLE_MS)
        assert window.isVisible() and window.devicePixelRatioF() == ratio
        assert settings_page(window).text_size.text().startswith(f"{chosen}%"), "the page is still there"
        assert said(window) == f"Text size: {chosen}%"
        assert Settings(folders)[TEXT_SIZE] == chosen
    wide, high = window.minimumWidth(), window.minimumHeight()
    assert wide <= window.width() <= 650 and high <= window.height() <= 380, "the window has not grown on the screen"
    press(settings_page(window), "Done")
    assert window.shell.view.name == "rate"
    with pytest.raises(ValueError, match="text_size"):
        window.context.settings[TEXT_SIZE] = "30"


def test_another_size_takes_nothing_away(sizes: MainWindow) -> None:
    window = sizes

    def run(command: str) -> None:
        window.context.commands.run(command)
        QTest.qWait(SETTLE_MS)

    touchpoint = window.context.document.journey_touchpoints(window.context.selection.journey)[3]
    window.context.selection.select(touchpoint.id)
    run("journey.zoom_in")
    page = window.shell.view.current
    assert isinstance(page, JourneyWorkspace)
    zoom = page.model.zoom
    run("frame.note")
    keys("Nobody calls")
    run("look.enlarge")
    assert window.devicePixelRatioF() == 1.25
    page = window.shell.view.current
    assert isinstance(page, JourneyWorkspace) and page.model.zoom == zoom, "the zoom is its own"
    assert window.context.selection.ids == (touchpoint.id,)
    assert window.shell.overlay(NoteLine).line.text() == "Nobody calls"
    run("look.reduce")
    assert window.devicePixelRatioF() == 1.0
    run("look.reduce")
    assert said(window) == "Text size: 100%" and not window.text_size.differs


def test_where_qt_takes_it_at_its_start_only_that_is_said(sizes: MainWindow, monkeypatch) -> None:
    window = sizes
    with monkeypatch.context() as without:
        without.setattr(text_size, "_setter", lambda: None)
        window.context.commands.run("look.enlarge")
        QTest.qWait(SETTLE_MS)
    assert window.devicePixelRatioF() == 1.0 and window.settings[TEXT_SIZE] == "125"
    assert said(window) == "The text size applies when the program is started again."


def test_signs_are_as_sharp_as_the_text(sample_window: MainWindow) -> None:
    drawn = sample_window.context.theme.icon("search").pixmap(QSize(18, 18), 2.0)
    assert drawn.size() == QSize(36, 36) and drawn.deviceIndependentSize().toSize() == QSize(18, 18)


def test_the_window_fits_a_screen_of_1280_by_720_at_200_per_cent(sample_window) -> None:
    window, screen = sample_window, QRect(0, 0, 640, 360)
    fit(window, screen)
    assert screen.contains(QRect(screen.topLeft(), window.size()))
    window.resize(640, 360)
    rail = window.shell.rail
    shown = [button.geometry() for button in rail._buttons.values()]
    assert all(rail.rect().contains(place) for place in shown), "every workspace is within reach"
    assert all(button.accessibleName() for button in rail._buttons.values())
