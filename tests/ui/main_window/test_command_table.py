"""The table of commands: each once, each answered, none hidden from people who use the keyboard or a screen reader."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from ui.context.commands import key_name
from ui.main_window.all_commands import COMMANDS
from ui.shell.command_palette import Finder
from ui.shell.command_palette_rows import DETAIL
from ui.shell.shortcut_sheet import KeySheet
from ui.startup.qt_translations import speak
from ui.theme.icons import SHAPES
from ui.workspaces.workspace_table import BY_NAME

NATIVE = QKeySequence.SequenceFormat.NativeText
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSlider, QAbstractSpinBox)


def test_every_command_stands_once_with_a_key_of_its_own():
    assert max(Counter(row.id for row in COMMANDS).values()) == 1
    window_keys = Counter(key for row in COMMANDS if row.scope == "window" for key in row.keys)
    assert [key for key, times in window_keys.items() if times > 1] == []
    local_keys = Counter((row.run.receiver, key) for row in COMMANDS if row.scope == "local" for key in row.keys)
    assert [key for key, times in local_keys.items() if times > 1] == []
    anywhere = {QKeySequence(key).toString() for key in window_keys}
    within = {QKeySequence(key).toString(): receiver for receiver, key in local_keys}
    assert {key: receiver for key, receiver in within.items() if key in anywhere} == {}, "Qt would answer neither"
    for row in COMMANDS:
        assert all(not QKeySequence(key).isEmpty() for key in row.keys), row.id
        assert row.icon == "" or row.icon in SHAPES, row.id


def test_every_command_is_answered_by_a_part_of_the_window(sample_window):
    window = sample_window
    for name in BY_NAME:
        window.context.commands.run(f"go.{name}")
    for page in COMMANDS:
        if page.id.startswith(("rate.show_", "journey.show_", "ideas.show_")):
            window.context.commands.run(page.id)
    window.context.commands.run("frame.present")  # the remote is only there while something is shown
    for row in COMMANDS:
        assert row.run.receiver in window.context.commands._targets, row.id


def test_what_brings_a_workspace_into_view_is_a_command_itself():
    rows = {row.id: row for row in COMMANDS}
    bringing = {row.run.receiver.brought_by for row in COMMANDS} - {""}
    workspaces = {f"go.{name}" for name in BY_NAME}
    assert bringing
    assert bringing | workspaces <= rows.keys()
    assert {rows[page].run.receiver.brought_by for page in bringing - workspaces} <= workspaces


def test_the_sheet_of_keys_shows_every_key(sample_window):
    sample_window.context.commands.run("frame.shortcuts")
    sheet = sample_window.shell.overlay(KeySheet)
    shown = {each.text() for each in sheet.findChildren(QWidget) if hasattr(each, "text")}
    for row in COMMANDS:
        keys = sample_window.context.commands.keys_text(row)
        assert keys == "" or keys in shown


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_of_the_table_is_translated(open_window, language):
    texts = open_window(language=language).context.texts
    if language == "de":
        same = [row.text for row in COMMANDS if texts.tr(row.text) == row.text]
        assert same == []


def unnamed(window) -> list[str]:
    found = []
    for each in window.findChildren(QWidget):
        if isinstance(each, CONTROLS) and each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
            text = each.text() if isinstance(each, QAbstractButton) else ""
            inside = isinstance(each.parent(), QAbstractSpinBox | QComboBox)
            if not (each.accessibleName() or text.strip() or inside):
                found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return found


@pytest.mark.parametrize("page", ["start", "first", "settings", *BY_NAME])
def test_every_control_has_a_name_for_screen_readers(sample_window, page):
    window = sample_window
    touchpoint = window.context.document.journey_touchpoints(window.context.selection.journey)[7]
    window.context.selection.select(touchpoint.id)
    command = {"start": "project.close", "first": "project.new", "settings": "frame.settings"}.get(page, f"go.{page}")
    window.context.commands.run(command)
    assert unnamed(window) == []


@pytest.mark.parametrize("page", ["project.close", "project.new", "frame.settings", "go.rate", "go.report"])
def test_the_tab_key_reaches_every_control(sample_window, page, qapp):
    window = sample_window
    window.context.commands.run(page)
    window.activateWindow()
    reached = set()
    widget = window.shell.nextInFocusChain()
    while widget is not window.shell:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
    wanted = {
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert wanted <= reached
    assert wanted


@pytest.mark.parametrize("keys", ["Return", "Enter", "Ctrl+Return"])
def test_the_key_that_ends_a_line_has_one_name(keys):
    assert key_name(QKeySequence(keys), "Eingabe").split("+")[-1] == "Eingabe"
    assert key_name(QKeySequence("Ctrl+K"), "Eingabe").endswith("K")


@pytest.mark.parametrize(("language", "page", "ctrl"), [("de", "Bild ↓", "Strg"), ("en", "Page ↓", "Ctrl")])
def test_arrows_and_pages_are_called_by_signs(sample_window, language, page, ctrl):
    application = QApplication.instance()
    try:
        speak(application, language)
        said = [QKeySequence(keys).toString(NATIVE) for keys in ("PgDown", "Ctrl+PgDown", "Alt+Left", "Alt+Shift+Up")]
        assert said[:2] == [page, f"{ctrl}+{page}"]
        assert said[2].endswith("+←") and said[3].endswith("+↑")
    finally:
        speak(application, sample_window.context.texts.language)


def test_a_comparison_is_exported_only_where_there_is_one_and_the_reason_is_said(sample_window) -> None:
    commands = sample_window.context.commands
    actions = [commands.action(f"export.comparison_{kind}") for kind in ("pdf", "svg", "png")]
    why = "There is no to-be journey to compare with yet."
    assert not any(action.isEnabled() for action in actions)
    assert all(why in action.toolTip() for action in actions)
    commands.run("journeys.derive")
    QApplication.processEvents()
    assert all(action.isEnabled() and why not in action.toolTip() for action in actions)
    commands.run("edit.undo")
    assert not any(action.isEnabled() for action in actions)


def test_the_finder_names_what_cannot_be_given_and_why(sample_window) -> None:
    heard: list[str] = []
    sample_window.context.messages.said.connect(heard.append)
    sample_window.context.commands.run("frame.find")
    finder = sample_window.findChild(Finder)
    assert finder is not None
    QTest.keyClicks(finder.line, "Comparison as PDF")
    index = finder.list.model().index(0, 0)
    assert index.data(DETAIL) == "There is no to-be journey to compare with yet."
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert heard == ["There is no to-be journey to compare with yet."]
