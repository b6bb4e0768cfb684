"""What we changed in the real window: begun from measures, put into words, undone."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import CustomerChange
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.changes_page import ChangesPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace


def test_lines_are_begun_from_measures_and_put_into_words(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    run(window, "go.understand", "understand.show_changes")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    page = workspace.views.page
    assert isinstance(page, ChangesPage) and not page.cards
    page.begin.click()
    begun = len(context.document.all(CustomerChange))
    assert begun == len(page.cards) > 0
    page.add.click()
    QApplication.processEvents()
    line = context.document.all(CustomerChange)[-1]
    held = page.cards[line.id].fields["said"].editor.focusProxy()
    assert held is not None
    QTest.keyClicks(held, "Nobody called back.")
    page.add.setFocus()
    QApplication.processEvents()
    assert context.document.get(CustomerChange, line.id).said == "Nobody called back."
    run(window, "edit.undo", "edit.undo", "edit.undo")
    assert not context.document.all(CustomerChange) and not page.cards
