"""What bars and sentences offer at once: merging what somebody else wrote into the file, rescuing a damaged project."""

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cxstudio.files import load
from cxstudio.model import Document, Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.versions.kept import versions_of
from ui.main_window.main_window import MainWindow
from ui.pages.rescue_page import RescuePage
from ui.pages.versions.versions_page import VersionsPage

RESCUE = "Rescue what is readable"


def settle(window: MainWindow) -> None:
    """Until nothing is read or saved any more."""

    def busy() -> bool:
        page = window.shell.page_widget
        reading = isinstance(page, VersionsPage) and page.busy
        return reading or window.opening.busy or window.context.session.work.busy or window.context.tasks.busy

    end = time.monotonic() + 60
    while busy() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)
    QApplication.processEvents()


def offered(place: QWidget, text: str) -> list[QPushButton]:
    return [b for b in place.findChildren(QPushButton) if b.text() == text and b.isVisible()]


def press(place: QWidget, text: str) -> None:
    (found,) = offered(place, text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


class Shared:
    """A project on a share that somebody else wrote to while it is open here."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder
        self.path = folder / "Umzug.cxs"
        window.context.session.save_as(self.path)

    @property
    def session(self) -> Session:
        return self.window.context.session

    def ids(self) -> list[str]:
        return [touchpoint.id for touchpoint in self.session.document.all(Touchpoint)]

    def names(self, document: Document | None = None) -> list[str]:
        return [t.name for t in (document or self.session.document).all(Touchpoint)]

    def theirs(self, **names: str) -> Document:
        """Somebody else opens the file, names touchpoints (t0, t1 …) and saves it over ours."""
        copy = self.folder / "copy.cxs"
        shutil.copy(self.path, copy)
        there = Session.open(copy, Folders.below(self.folder / "there"))
        self.name(there, **names)
        there.save()
        written = there.document
        there.close()
        shutil.move(copy, self.path)
        return written

    def name(self, session: Session, **names: str) -> None:
        ids = self.ids()
        with session.transaction("Rename") as draft:
            for place, name in names.items():
                draft.update(Touchpoint, ids[int(place[1:])], name=name)

    def save(self) -> None:
        self.window.context.commands.run("project.save")
        settle(self.window)

    @property
    def asked(self) -> bool:
        QApplication.processEvents()
        return "session.changed_on_disk" in self.window.shell.bars.keys

    def merge(self) -> VersionsPage:
        press(self.window.shell.bars, "Merge …")
        settle(self.window)
        page = self.window.shell.page_widget
        assert isinstance(page, VersionsPage) and page.panel is not None
        return page


@pytest.fixture
def shared(sample_window: MainWindow, tmp_path: Path) -> Shared:
    return Shared(sample_window, tmp_path)


def what_somebody_else_saved_is_merged_from_the_bar_and_saved_without_a_question(shared: Shared) -> None:
    theirs = shared.theirs(t0="There", t1="Only there")
    shared.name(shared.session, t0="Here", t2="Only here")
    mine = shared.session.document
    shared.save()
    assert shared.asked and load(shared.path).content.document == theirs
    page = shared.merge()
    panel = page.panel
    assert panel is not None
    (conflict,) = panel.cards
    assert not panel.take.isEnabled()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert conflict.side is not None
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert shared.names()[:3] == ["There", "Only there", "Only here"] and not shared.asked
    shared.session.check_disk()
    assert not shared.asked, "it is known what stands there"
    merged = shared.session.document
    shared.save()
    assert not shared.asked and load(shared.path).content.document == merged
    kept = [load(version.path).content.document for version in versions_of(shared.path, shared.session.folders)]
    assert theirs in kept, "what they wrote stays among the versions"
    shared.session.undo()
    assert shared.session.document == mine


def a_merge_taken_back_or_left_open_is_asked_again_before_their_file_is_replaced(shared: Shared) -> None:
    shared.save()
    theirs = shared.theirs(t3="Once more there", t4="Here, too")
    shared.name(shared.session, t4="Here as well")
    shared.save()
    panel = shared.merge().panel
    assert panel is not None
    QTest.mouseClick(panel.later, Qt.MouseButton.LeftButton)
    assert shared.asked and "Once more there" in shared.names()
    shared.save()
    assert shared.asked and load(shared.path).content.document == theirs, "a conflict is still open"
    shared.session.undo()
    panel = shared.merge().panel
    assert panel is not None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert not shared.asked
    shared.session.undo()
    shared.save()
    assert shared.asked and load(shared.path).content.document == theirs, "theirs is not in the project any more"
    shared.session.redo()
    shared.save()
    assert not shared.asked and load(shared.path).content.document == shared.session.document


def what_comes_after_a_merge_is_asked_for_again(shared: Shared) -> None:
    shared.theirs(t5="First")
    shared.session.check_disk()
    panel = shared.merge().panel
    assert panel is not None and not panel.cards
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    latest = shared.theirs(t6="Second")
    shared.save()
    assert shared.asked and load(shared.path).content.document == latest


def test_what_somebody_else_saved_is_merged_from_the_bar(shared: Shared) -> None:
    what_somebody_else_saved_is_merged_from_the_bar_and_saved_without_a_question(shared)
    a_merge_taken_back_or_left_open_is_asked_again_before_their_file_is_replaced(shared)
    what_comes_after_a_merge_is_asked_for_again(shared)


def test_the_sentence_about_a_damaged_project_offers_to_rescue_it(sample_window: MainWindow, tmp_path: Path) -> None:
    window = sample_window
    path, broken, no_project = tmp_path / "a.cxs", tmp_path / "broken.cxs", tmp_path / "text.cxs"
    window.context.session.save_as(path)
    data = path.read_bytes()
    no_project.write_bytes(b"This is no project.")
    window.context.commands.run("project.close")
    window.project.open_file(no_project)
    settle(window)
    assert "error.open" in window.shell.bars.keys and not offered(window.shell.bars, RESCUE)
    for part in (data[: len(data) // 2], b"??" + data[2:], data.replace(b"project.json", b"projekt.json")):
        broken.write_bytes(part)
        window.context.commands.run("project.close")
        window.project.open_file(broken)
        settle(window)
        assert window.shell.page == "start", "all is as it was"
        press(window.shell.bars, RESCUE)
        settle(window)
        assert isinstance(window.shell.page_widget, RescuePage)
        assert len(window.context.document) > 50 and window.context.session.path is None
        assert broken.read_bytes() == part


def test_a_damaged_copy_or_version_offers_to_rescue_it(shared: Shared) -> None:
    window, session = shared.window, shared.session
    session.keep_version("Broken soon")
    kept = versions_of(shared.path, session.folders)[0].path
    data = kept.read_bytes()
    kept.write_bytes(data[: len(data) // 2])
    window.context.commands.run("project.versions")
    settle(window)
    page = window.shell.page_widget
    assert isinstance(page, VersionsPage)
    broken = next(row for row in page.list.rows if row.read.version.path == kept)
    QTest.mouseClick(broken, Qt.MouseButton.LeftButton)
    assert len(offered(page.detail, RESCUE)) == 1
    page.merge(kept)
    settle(window)
    press(page, RESCUE)
    settle(window)
    assert isinstance(window.shell.page_widget, RescuePage) and len(window.context.document) > 20
