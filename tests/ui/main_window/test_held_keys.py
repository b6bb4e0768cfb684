"""A key held down: it moves and types on, and does everything else once. Keys come as the system sends them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.model import Touchpoint
from tests.ui.canvas_cases import CASES, case_of
from tests.ui.comparing_desk import workspace
from ui.context.command import Run
from ui.main_window.all_commands import COMMANDS
from ui.main_window.main_window import MainWindow
from ui.notes.quick_note import NoteLine

Key = Qt.Key
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
TIMES = 5
"""How often a key comes again."""
MOVING = {
    "agenda.up", "agenda.down", "edit.undo", "edit.redo", "journey.next_critical", "journey.previous_critical",
    "journey.zoom_in", "journey.zoom_out", "looking.next", "looking.previous", "present.next", "present.previous",
    "present.next_stage", "present.previous_stage",
}  # fmt: skip


def hold(key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Hold a key down in whatever window has the keyboard, and let it go."""
    for repeated in (False,) + (True,) * TIMES:
        QTest.simulateEvent(QGuiApplication.focusWindow(), True, key, modifiers, text, repeated)
        QApplication.processEvents()
    QTest.simulateEvent(QGuiApplication.focusWindow(), False, key, modifiers, text, False)


def ready(window: MainWindow) -> None:
    window.activateWindow()
    QApplication.processEvents()


def count(window: MainWindow) -> list[str]:
    """Every command can be given and is only counted, in the real window."""
    given: list[str] = []

    def only_counts(command_id: str) -> Callable[[Any], object]:
        return lambda _: given.append(command_id)

    commands = window.context.commands
    for name, row in commands.rows.items():
        if row.keys:
            commands.rows[name] = replace(row, enabled=lambda _: True, run=Run(row.run.receiver, only_counts(name)))
    commands.refresh()
    return given


def reach(window: MainWindow, keys_in: QWidget) -> None:
    keys_in.setFocus()
    if not (keys_in.hasFocus() or keys_in.isAncestorOf(QApplication.focusWidget())):
        next(w for w in keys_in.findChildren(QWidget) if w.isVisible() and w.focusPolicy()).setFocus()


def test_only_what_moves_goes_on_while_its_shortcut_is_held(sample_window: MainWindow) -> None:
    window, commands = sample_window, sample_window.context.commands
    ready(window)
    for place in ("rate", "report", "journey"):
        commands.run(f"go.{place}")
    commands.run("journey.show_map")
    commands.run("frame.present")
    QApplication.processEvents()
    window.shell.presentation.projector.hide()  # type: ignore[union-attr]
    ready(window)
    given, wrong, seen = count(window), {}, set()
    for row in COMMANDS:
        receiver = row.run.receiver
        target = commands._targets.get(receiver)
        for key in row.keys if target is not None else ():
            if receiver.brought_by and receiver.brought_by not in given:
                window.shell.to(receiver.brought_by.removeprefix("go."))
            if row.scope == "local":
                assert receiver.keys_in is not None
                if not receiver.keys_in(target).isVisible():
                    window.shell.to("journey")
                reach(window, receiver.keys_in(target))
            given.clear()
            combination = QKeySequence.fromString(key)[0]
            hold(combination.key(), combination.keyboardModifiers(), key if len(key) == 1 else "")
            seen.add(row.id)
            if given != [row.id] * (1 + TIMES if row.id in MOVING else 1):
                wrong[row.id, key] = list(given)
    assert wrong == {}
    assert len(seen) > 60 and {row.id for row in COMMANDS if row.repeats} == MOVING


def test_held_delete_takes_one_card(sample_window: MainWindow) -> None:
    window = sample_window
    ready(window)
    window.context.commands.run("journey.show_map")
    touchpoints = [t.id for t in window.context.document.all(Touchpoint)]
    window.context.selection.select(touchpoints[3])
    hold(Key.Key_Delete)
    assert len(window.context.document.all(Touchpoint)) == len(touchpoints) - 1


def test_held_f5_begins_one_presentation_and_leaves_it_running(sample_window: MainWindow) -> None:
    ready(sample_window)
    hold(Key.Key_F5)
    presentation = sample_window.shell.presentation
    assert presentation.on
    show = presentation.show_
    assert show is not None
    hold(Key.Key_B, text="b")
    assert show.black, "it would flicker"
    hold(Key.Key_B, text="b")
    assert not show.black
    hold(Key.Key_Space, text=" ")
    assert show.at == 1
    hold(Key.Key_Right)
    assert show.at == 2 + TIMES


def test_a_key_that_opens_a_line_is_not_typed_into_it(sample_window: MainWindow) -> None:
    ready(sample_window)
    hold(Key.Key_Period, text=".")
    line = sample_window.shell.overlay(NoteLine).line
    assert line.isVisible() and line.text() == ""
    hold(Key.Key_A, text="a")
    assert line.text() == "a" * (1 + TIMES)
    hold(Key.Key_Backspace)
    assert line.text() == ""


def test_held_enter_begins_one_next_card_and_leaves_it_open(sample_window: MainWindow) -> None:
    window = sample_window
    ready(window)
    window.context.commands.run("journey.show_map")
    window.context.selection.select(window.context.document.all(Touchpoint)[3].id)
    before = len(window.context.document.all(Touchpoint))
    hold(Key.Key_N, text="n")
    hold(Key.Key_X, text="x")
    hold(Key.Key_Return, text="\r")
    names = [t.name for t in window.context.document.all(Touchpoint)]
    assert len(names) == before + 2 and "x" * (1 + TIMES) in names
    assert workspace(window).editor.field.open


@pytest.mark.parametrize("name", list(CASES))
def test_on_a_canvas_arrows_go_on_and_other_keys_are_heard_once(name: str, sample_window: MainWindow) -> None:
    case = case_of(name, sample_window)
    (case.canvas if case.canvas.focusPolicy() else case.scrolled).setFocus()
    if name in ("map", "flow", "comparison"):
        sample_window.context.selection.select("t01")
        hold(Key.Key_Right)
        assert sample_window.context.selection.id not in ("t01", "t02", None)
    session = sample_window.context.session
    last = session.store.history.undoable
    for key, modifiers, text in ((Key.Key_Delete, NONE, ""), (Key.Key_5, NONE, "5"), (Key.Key_Right, ALT, "")):
        hold(key, modifiers, text)
        if session.store.history.undoable is not last:
            session.undo()
        assert session.store.history.undoable is last, "one step or none"
