"""Every text that reaches Qt goes through one room, where "&" is written so that Qt shows it."""

import ast

import pytest

from tests.house.program_text import ROOT, nodes

pytestmark = pytest.mark.no_cover

PLAIN = "ui/theme/plain_texts.py"
READ_KEYS = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QTabBar", "QTabWidget",
    "QCommandLinkButton", "QDockWidget", "QMessageBox", "QAbstractButton", "QWizard",
}  # fmt: skip
"""Parts of Qt that take "&" in their text for the mark of a key."""
TAKE_TEXTS = {"addAction", "addMenu", "addTab", "setTabText", "setTitle", "setIconText", "addSection", "insertMenu"}


def _window():
    for path, found in nodes().items():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("ui/") and name != PLAIN:
            yield name, found


def test_only_the_room_of_plain_texts_makes_parts_that_read_keys():
    wrong = []
    for name, found in _window():
        for node in found:
            bases = node.bases if isinstance(node, ast.ClassDef) else ()
            made = [node.func] if isinstance(node, ast.Call) else []
            wrong += [f"{name}: {b.id}" for b in (*bases, *made) if isinstance(b, ast.Name) and b.id in READ_KEYS]
    assert not wrong


def test_every_text_of_a_menu_is_a_caption():
    """Actions of commands are made with one; menus within menus come ready."""
    wrong = []
    for name, found in _window():
        for node in found:
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = called in TAKE_TEXTS or called == "QAction" or (called == "QMenu" and len(node.args) > 1)
            if texts and node.args and not _ready(node.args[0]):
                wrong.append(f"{name}:{node.lineno}")
    assert not wrong


def _ready(argument):
    if isinstance(argument, ast.Name):
        return argument.id in {"action", "found", "over", "menu", "lanes"}
    if isinstance(argument, ast.Call):
        called = argument.func
        return (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")) in {"caption", "action"}
    return False
