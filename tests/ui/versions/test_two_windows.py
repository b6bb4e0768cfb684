"""Two people, each with a window of their own: a project mailed three times to and fro, merged each time."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_note
from cxstudio.merging.conflicts import Side
from cxstudio.model import Note, Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.settings import LANGUAGE, Settings
from ui.main_window.main_window import MainWindow
from ui.pages.versions.versions_page import VersionsPage


class Person:
    """Somebody at a computer of their own."""

    def __init__(self, folder: Path, language: str) -> None:
        folder.mkdir()
        self.path = folder / "Umzug.cxs"
        self.folders = Folders.below(folder / "own")
        settings = Settings(self.folders)
        settings[LANGUAGE] = language
        self.window = MainWindow(self.folders, settings)
        self.window.resize(1280, 720)
        self.window.show()

    @property
    def session(self) -> Session:
        return self.window.context.session

    def names(self) -> list[str]:
        return [touchpoint.name for touchpoint in self.session.document.all(Touchpoint)]

    def work(self, changes: dict[int, str], note: str) -> None:
        ids = sorted(touchpoint.id for touchpoint in self.session.document.all(Touchpoint))
        for place, name in changes.items():
            with self.session.transaction("Rename") as draft:
                draft.update(Touchpoint, ids[place], name=name)
        with self.session.transaction("Note") as draft:
            add_note(draft, note)
        self.save()

    def save(self) -> None:
        self.window.context.commands.run("project.save")
        self.until(lambda: not self.session.work.busy)
        assert not self.session.dirty

    def merge(self, mailed: Path, side: Side) -> int:
        """Merge a file that was mailed, every conflict decided with the keyboard; returns how many there were."""
        self.window.context.commands.run("project.versions")
        page = self.window.shell.page_widget
        assert isinstance(page, VersionsPage)
        page.merge(mailed)
        self.until(lambda: not page.busy)
        panel = page.panel
        assert panel is not None
        key = {Side.HERE: Qt.Key.Key_Left, Side.THERE: Qt.Key.Key_Right}[side]
        for each in panel.cards:
            each.take_focus()
            QTest.keyClick(each.sides[Side.HERE], key)
        number, before = len(panel.cards), self.session.document
        QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
        after = self.session.document
        self.session.undo()
        assert self.session.document == before, "one step"
        self.session.redo()
        assert self.session.document == after
        self.save()
        return number

    def until(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + 120
        while not ready() and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()

    def close(self) -> None:
        self.session.work.finish()
        self.window.close()
        self.window.deleteLater()


@pytest.mark.torture
def test_a_project_mailed_three_times_to_and_fro(qapp: QApplication, tmp_path: Path) -> None:
    qapp.setStyle("Fusion")
    anna, bert = Person(tmp_path / "anna", "de"), Person(tmp_path / "bert", "en")
    made = sample("lindenfurt", "de")
    anna.window.show_session(Session.new(anna.folders, made.document, made.assets))
    anna.session.save_as(anna.path)
    shutil.copy(anna.path, bert.path)
    bert.window.show_session(Session.open(bert.path, bert.folders))
    mailed = tmp_path / "mailed.cxs"
    for turn in range(3):
        anna.work({0: f"Anna {turn}", 2: f"Beide, Anna {turn}"}, f"Anna schreibt {turn}")
        bert.work({1: f"Bert {turn}", 2: f"Beide, Bert {turn}"}, f"Bert schreibt {turn}")
        shutil.copy(bert.path, mailed)
        side = Side.THERE if turn % 2 else Side.HERE
        assert anna.merge(mailed, side) == 1, "only what both changed is asked"
        shutil.copy(anna.path, mailed)
        assert bert.merge(mailed, Side.HERE) == 0, "what was decided there is not asked again"
        assert anna.session.document == bert.session.document
        names = anna.names()
        assert f"Anna {turn}" in names and f"Bert {turn}" in names
        assert f"Beide, {'Bert' if turn % 2 else 'Anna'} {turn}" in names
    notes = {note.text for note in bert.session.document.all(Note)}
    assert {f"{who} schreibt {turn}" for who in ("Anna", "Bert") for turn in range(3)} <= notes
    for person in (anna, bert):
        person.close()
