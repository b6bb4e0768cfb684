"""A hand that wanders: any command after any other, any selection between them; nothing breaks, all can be undone."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from cxstudio.model import Touchpoint
from ui.main_window.main_window import MainWindow

LEFT_OUT = ("project.", "export.", "print.", "copy.", "pictures.save", "look.", "edit.")
"""Commands that leave the session, ask for a file or dress the window anew; undo is tried at the end."""
STEPS = 120


def commands(window: MainWindow) -> list[str]:
    return [row for row in window.context.commands.rows if not row.startswith(LEFT_OUT)]


@pytest.mark.torture
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("seed", range(6))
def test_any_command_after_any_other(sample_window, monkeypatch, seed):
    window, hand = sample_window, random.Random(seed)
    for asked in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asked, lambda *_, **__: ("", ""))
    context, start = window.context, {r.id: r for r in window.context.document}
    for _ in range(STEPS):
        if hand.random() < 0.3:
            known = [t.id for t in context.document.all(Touchpoint)] + list(start)
            context.selection.select(*(hand.choice(known) for _ in range(hand.choice((1, 1, 2, 4)))))
        else:
            context.commands.run(hand.choice(commands(window)))
        for menu in filter(None, [QApplication.activePopupWidget()]):
            menu.close()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if window.shell.presentation.on:
        window.shell.presentation.end()
    context.commands.run("go.report")
    while context.session.undo() is not None:
        pass
    assert {r.id: r for r in context.document} == start
