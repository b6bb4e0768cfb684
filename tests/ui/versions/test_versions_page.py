"""The page of versions in the real window: what is kept, restoring, naming, and another copy being merged."""

import shutil
import time
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.merging.conflicts import Decisions, Side
from cxstudio.merging.three_way import Merge
from cxstudio.model import Note, Stage, Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.versions.kept import versions_of
from cxstudio.session.versions.merging import Copy, Merged
from cxstudio.store import Draft
from ui.background import awaited
from ui.main_window.main_window import MainWindow
from ui.pages.versions import merge_panel
from ui.pages.versions.versions_page import VersionsPage

Change = Callable[[Draft], object]


class Desk:
    """A window on a project that was saved, and a copy of it somebody else goes on with."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder
        self.path, self.copy = folder / "Umzug.cxs", folder / "Kopie.cxs"

    def fresh_copy(self) -> None:
        """Everything saved, and mailed to the other one."""
        self.session.save()
        shutil.copy(self.path, self.copy)

    @property
    def session(self) -> Session:
        return self.window.context.session

    def change(self, edit: Change) -> None:
        with self.session.transaction("Change") as draft:
            edit(draft)

    def change_there(self, edit: Change) -> None:
        there = Session.open(self.copy, Folders.below(self.folder / "there"))
        with there.transaction("Change") as draft:
            edit(draft)
        there.save()
        there.close()

    def page(self) -> VersionsPage:
        self.window.context.commands.run("project.versions")
        page = self.window.shell.page_widget
        assert isinstance(page, VersionsPage)
        return self.settled(page)

    def settled(self, page: VersionsPage) -> VersionsPage:
        end = time.monotonic() + 60
        while page.busy and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()
        return page

    def merge(self) -> VersionsPage:
        page = self.page()
        page.merge(self.copy)
        return self.settled(page)

    def touchpoints(self) -> list[Touchpoint]:
        document = self.session.document
        return list(document.all(Touchpoint))

    def name(self, n: int, name: str) -> Change:
        record_id = self.touchpoints()[n].id
        return lambda draft: draft.update(Touchpoint, record_id, name=name)


@pytest.fixture
def desk(sample_window: MainWindow, tmp_path: Path) -> Desk:
    desk = Desk(sample_window, tmp_path)
    desk.session.save_as(desk.path)
    desk.fresh_copy()
    return desk


def press(page: VersionsPage, key: Qt.Key) -> None:
    focus = page.window().focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def a_version_says_what_changed_and_is_restored_in_one_step(desk: Desk) -> None:
    desk.change(desk.name(0, "Renamed"))
    desk.session.save()
    page = desk.page()
    now, kept = page.list.rows[0].read, page.list.rows[1].read
    assert kept.document is not None and "Renamed" not in [t.name for t in kept.document.all(Touchpoint)]
    assert any("Renamed" in row.accessibleName() or "changed" in row.accessibleName() for row in page.list.rows[:1])
    page.list.choose(kept)
    before = desk.session.document
    page.detail.restore.emit(kept)
    assert desk.touchpoints()[0].name != "Renamed"
    desk.session.undo()
    assert desk.session.document == before and now is not kept


def a_version_kept_by_name_is_listed_with_it(desk: Desk) -> None:
    page = desk.page()
    page.name.setText("After the workshop")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    desk.settled(page)
    assert "After the workshop" in [row.read.version.name for row in page.list.rows]
    assert page.name.text() == ""
    assert versions_of(desk.path, desk.session.folders)[0].name == "After the workshop"


def a_damaged_version_is_named_and_cannot_be_restored(desk: Desk) -> None:
    page = desk.page()
    page.name.setText("Broken")
    page.keep()
    place = versions_of(desk.path, desk.session.folders)[0].path
    place.write_bytes(place.read_bytes()[:50])
    page = desk.page()
    (broken,) = [row.read for row in page.list.rows if row.read.version.path == place]
    page.list.choose(broken)
    assert broken.loaded is None and "damaged" in page.list.rows[1].accessibleName()


def conflicts_are_decided_with_the_keyboard_and_merged_in_one_step(desk: Desk) -> None:
    desk.fresh_copy()
    desk.change_there(desk.name(0, "There"))
    desk.change_there(desk.name(3, "Only there"))
    desk.change(desk.name(0, "Here"))
    before = desk.session.document
    page = desk.merge()
    panel = page.panel
    assert panel is not None and len(panel.cards) == 1 and not panel.take.isEnabled()
    assert "Here" in panel.cards[0].sides[Side.HERE].accessibleName()
    press(page, Qt.Key.Key_Right)
    desk.window.rebuild()  # another language or palette takes no decision away
    page = desk.window.shell.page_widget
    assert isinstance(page, VersionsPage) and (panel := desk.settled(page).panel) is not None
    assert panel.cards[0].side is Side.THERE and panel.take.isEnabled()
    assert desk.session.document is before, "nothing changes before it is merged"
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert page.panel is None
    assert [desk.touchpoints()[n].name for n in (0, 3)] == ["There", "Only there"]
    desk.session.undo()
    assert desk.session.document == before


def what_is_decided_later_stays_as_it_is_here(desk: Desk) -> None:
    desk.fresh_copy()
    note = desk.session.document.all(Note)[0]
    desk.change_there(lambda draft: draft.update(Note, note.id, text="There"))
    desk.change_there(desk.name(2, "Only there"))
    desk.change(lambda draft: draft.update(Note, note.id, text="Here"))
    page = desk.merge()
    assert page.panel is not None and Side.BOTH in page.panel.cards[0].sides
    QTest.mouseClick(page.panel.later, Qt.MouseButton.LeftButton)
    assert desk.session.document.get(Note, note.id).text == "Here" and desk.touchpoints()[2].name == "Only there"
    page = desk.merge()
    assert page.panel is not None and len(page.panel.cards) == 1


def two_hundred_conflicts_are_shown_in_parts_and_decided_at_once(desk: Desk) -> None:
    stage = desk.session.document.all(Stage)[0].id
    notes = [Note(id=f"many{n:03}", text=f"Note {n}") for n in range(200)]
    desk.change(lambda draft: draft.create_many(list(notes)))
    desk.fresh_copy()
    desk.change_there(lambda draft: [draft.update(Note, n.id, text=f"{n.text} there") for n in notes])
    desk.change(lambda draft: [draft.update(Note, n.id, text=f"{n.text} here") for n in notes])
    page = desk.merge()
    panel = page.panel
    assert panel is not None and panel.open_conflicts == 200 and len(panel.cards) < 50
    panel.show_more()
    panel.decide_all(Side.THERE)
    assert panel.open_conflicts == 0 and all(card.side is Side.THERE for card in panel.cards)
    panel.merge()
    assert {n.text[-5:] for n in desk.session.document.all(Note) if n.id.startswith("many")} == {"there"}
    assert stage in desk.session.document


def a_copy_that_cannot_be_merged_is_told_in_one_sentence(desk: Desk) -> None:
    before = desk.path.read_bytes()
    for path, data in ((desk.copy, desk.copy.read_bytes()[:300]), (desk.path, before)):
        path.write_bytes(data)
        page = desk.page()
        page.merge(path)
        desk.settled(page)
        assert page.panel is None and page._error.isVisible() and page._error.text()
        assert path.read_bytes() == data


def reading_a_copy_can_be_cancelled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fresh_copy()
    desk.change_there(desk.name(5, "Never seen"))
    page, before = desk.page(), desk.session.document
    assert not page.cancel.isVisible()
    with monkeypatch.context() as slow:
        slow.setattr(awaited, "AT_ONCE_S", 0.0)
        page.merge(desk.copy)
    assert page.busy and page.cancel.isVisible()
    QTest.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    assert not page.busy and not page.cancel.isVisible()
    QTest.qWait(200)
    assert page.panel is None and desk.session.document is before


def a_large_project_is_merged_beside_the_window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge_panel, "_RECORDS_AT_ONCE", 0)
    worked_out = merge_panel.merged

    def slowly(there: Copy, merge: Merge, decisions: Decisions, known: Collection[str]) -> Merged:
        time.sleep(0.1)
        return worked_out(there, merge, decisions, known)

    monkeypatch.setattr(merge_panel, "merged", slowly)
    panel = desk.merge().panel
    assert panel is not None and not panel.cards
    before = desk.session.document
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert desk.session.document is before and not panel.take.isEnabled()
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    end = time.monotonic() + 60
    while desk.session.document is before and time.monotonic() < end:
        QTest.qWait(5)
    assert "Never seen" in [t.name for t in desk.touchpoints()]
    desk.session.undo()
    assert desk.session.document == before


def test_versions_are_listed_restored_and_named(desk: Desk) -> None:
    a_version_says_what_changed_and_is_restored_in_one_step(desk)
    a_version_kept_by_name_is_listed_with_it(desk)
    a_damaged_version_is_named_and_cannot_be_restored(desk)


def test_another_copy_is_merged(desk: Desk) -> None:
    conflicts_are_decided_with_the_keyboard_and_merged_in_one_step(desk)
    what_is_decided_later_stays_as_it_is_here(desk)
    two_hundred_conflicts_are_shown_in_parts_and_decided_at_once(desk)
    a_copy_that_cannot_be_merged_is_told_in_one_sentence(desk)


def test_a_long_merge_holds_nobody_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reading_a_copy_can_be_cancelled(desk, monkeypatch)
    a_large_project_is_merged_beside_the_window(desk, monkeypatch)
