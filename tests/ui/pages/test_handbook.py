"""The handbook opens in the window's language and names only keys and words that exist."""

import re

import pytest
from PySide6.QtCore import Qt

from cxstudio.model import Document
from cxstudio.resources import resource_path
from cxstudio.session import Session
from ui.main_window.all_commands import COMMANDS
from ui.shell.handbook import Handbook


@pytest.mark.parametrize(("language", "word"), [("de", "Kontaktpunkt"), ("en", "touchpoint")])
def test_it_opens_by_key_and_closes_with_escape(qtbot, open_window, folders, language, word):
    window = open_window(Session.new(folders, Document()), language)
    window.context.commands.run("frame.handbook")
    sheet = window.findChild(Handbook)
    assert sheet.isVisible()
    assert word in sheet.page.toPlainText()
    assert not sheet.page.toPlainText().startswith("#")
    qtbot.keyClick(sheet.page, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_key_it_names_is_a_command(language):
    text = resource_path("help", f"handbook.{language}.md").read_text(encoding="utf-8")
    named = {k.replace("Strg", "Ctrl") for k in re.findall(r"`((?:Strg\+|Ctrl\+)?[A-Z0-9.*]|F\d+)`", text)}
    known = {key for command in COMMANDS for key in command.keys}
    assert named
    assert named <= known
