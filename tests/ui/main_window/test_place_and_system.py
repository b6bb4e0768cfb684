"""The place belongs to one project, and is kept too when the system goes dark by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.model import GROUP_VOICE, Participant
from cxstudio.session import Session
from cxstudio.session.settings import PALETTE
from tests.ui.conftest import OpenWindow
from tests.ui.place_desk import find, settle
from ui.main_window.main_window import MainWindow
from ui.main_window.window_place import place_of
from ui.pages.settings_page import SettingsPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace


def test_nothing_of_it_goes_to_another_project(busy_window: MainWindow) -> None:
    window = busy_window
    window.context.commands.run("rate.show_pictures")
    window.context.commands.run("go.journey")
    window.context.selection.set_voice(window.context.document.all(Participant)[0].id)
    workspace = find(window, JourneyWorkspace)
    workspace.zooming.zoom_in()
    workspace.zooming.fold_all()
    window.context.commands.run("journey.panel_notes")
    window.context.commands.run("looking.find")
    window.context.commands.run("look.palette")
    document = window.context.document
    window.show_session(Session.new(window.folders, document))
    settle()
    fresh = place_of(window)
    window.show_session(Session.new(window.folders, document))
    settle()
    assert place_of(window) == fresh
    workspace = find(window, JourneyWorkspace)
    assert workspace.model.zoom.value == 1.0 and not workspace.model.folded and not workspace.side.panel
    assert workspace.looking.line.isHidden() and window.context.selection.voice == GROUP_VOICE
    window.context.commands.run("go.rate")
    assert find(window, RateWorkspace).tabs.id == "table"


@pytest.fixture
def light_window(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that follows the system, which has just gone dark and not said so yet."""
    window = open_window()
    window.project.sample()
    settle()
    for module in ("ui.main_window.appearance_commands", "ui.context.context"):
        monkeypatch.setattr(f"{module}.palette_name", lambda setting: "dark" if setting == "system" else setting)
    window.context.settings[PALETTE] = "system"
    assert not window.context.theme.dark
    return window


def test_the_window_follows_the_system_and_keeps_its_place(light_window: MainWindow) -> None:
    light_window.context.commands.run("journey.zoom_in")
    zoom = find(light_window, JourneyWorkspace).model.zoom
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    settle()
    assert light_window.context.theme.dark
    assert find(light_window, JourneyWorkspace).model.zoom == zoom != type(zoom)()
    theme = light_window.context.theme
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert light_window.context.theme is theme, "it says so a second time, and nothing is made anew"


def test_it_waits_until_nothing_is_dragged(light_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: pressed[0])
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    QTest.qWait(200)
    assert not light_window.context.theme.dark
    pressed[0] = Qt.MouseButton.NoButton
    QTest.qWait(300)
    assert light_window.context.theme.dark


@pytest.mark.parametrize("view", ["journey.show_map", "journey.show_flow"])
def test_settings_keep_the_zoom(light_window: MainWindow, view: str) -> None:
    def zoom() -> object:
        page = find(light_window, JourneyWorkspace)
        return page.model.zoom if view == "journey.show_map" else place_of(light_window).project.own

    light_window.context.commands.run(view)
    settle()
    for _ in range(2):
        light_window.context.commands.run("journey.zoom_in")
    settle()
    before = zoom()
    for choose in (None, "palette_choice"):
        light_window.context.commands.run("frame.settings")
        settle()
        page = find(light_window, SettingsPage)
        if choose is not None:
            page.palette_choice.chosen.emit("dark")
            settle()
            page = find(light_window, SettingsPage)
        next(b for b in page.findChildren(QPushButton) if b.text() == "Done").click()
        settle()
        assert zoom() == before
