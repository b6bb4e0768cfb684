"""The language asked for on the command line: window and sample speak it, and nobody's settings change."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.cli import Window, main
from cxstudio.model import Journey
from cxstudio.session import Folders
from cxstudio.session.settings import LANGUAGE, Settings
from ui.main_window.application import window_for
from ui.main_window.main_window import MainWindow


def asked(*arguments: str) -> Window:
    """What the command line asks the window for."""
    wanted: list[Window] = []

    def note(window: Window) -> int:
        wanted.append(window)
        return 0

    assert main(list(arguments), note) == 0
    return wanted[0]


@pytest.mark.parametrize("arguments", [("demo", "--lang", "en"), ("--lang", "en", "demo"), ("--lang=en", "demo")])
def test_demo_opens_window_and_sample_in_the_language_asked_for(
    qapp: QApplication, qtbot: QtBot, folders: Folders, arguments: tuple[str, ...]
) -> None:
    settings = Settings(folders)
    settings[LANGUAGE] = "de"
    window = window_for(asked(*arguments), folders)
    qtbot.addWidget(window)
    assert isinstance(window, MainWindow)
    assert window.context.texts.language == "en"
    assert window.context.document.project.language == "en"
    assert window.context.document.all(Journey)[0].title == "Moving home"
    window.settings["inspector_shown"] = False
    assert Settings(folders)[LANGUAGE] == "de", "a run in another language is not remembered"


def test_another_language_chosen_in_the_window_wins(qapp: QApplication, qtbot: QtBot, folders: Folders) -> None:
    window = window_for(asked("demo", "--lang", "en"), folders)
    qtbot.addWidget(window)
    window.settings[LANGUAGE] = "de"
    assert window.settings[LANGUAGE] == "de"
    for writing in [each for each in threading.enumerate() if each.name == "settings"]:
        writing.join()
    assert Settings(folders)[LANGUAGE] == "de"
