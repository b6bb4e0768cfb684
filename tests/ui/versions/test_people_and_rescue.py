"""People in a file, the copy without names, and a damaged project being rescued, in the real window."""

import time
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser

from cxstudio.edits import add_note
from cxstudio.files import load
from cxstudio.model import Measure, Participant, Project
from cxstudio.model.kinds import NoteKind
from cxstudio.model.registry import PROJECT_ID
from ui.dialogs import file_choosers
from ui.main_window.main_window import MainWindow
from ui.pages.people_page import PeoplePage
from ui.pages.rescue_page import RescuePage
from ui.shell.handbook import ClientItPage, WorksCouncilPage


def wait(window: MainWindow) -> None:
    end = time.monotonic() + 60
    while (window.context.session.work.busy or window.context.tasks.busy) and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)
    QApplication.processEvents()


def said(page: PeoplePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def named(page: PeoplePage, start: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith(start))


def test_people_are_listed_deleted_and_left_out_and_a_damaged_project_is_rescued(
    sample_window: MainWindow, tmp_path: Path
) -> None:
    window = sample_window
    session = window.context.session
    with session.transaction("People") as draft:
        draft.create(Participant(id="p1", name="Petra Geheim", role="Network"))
        draft.update(Measure, session.document.all(Measure)[0].id, owner_name="Uwe Verborgen")
    path, copy = tmp_path / "a.cxs", tmp_path / "copy.cxs"
    session.save_as(path)
    window.context.commands.run("project.people")
    page = window.shell.page_widget
    assert isinstance(page, PeoplePage)
    assert "Petra Geheim" in said(page) and "Uwe Verborgen" in said(page) and "not encrypted" in said(page)

    with mock.patch.object(file_choosers, "name_to_save", return_value=copy):
        QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    text = ZipFile(copy).read("project.json")
    assert b"Geheim" not in text and b"Verborgen" not in text and len(load(copy).content.document) > 50

    QTest.mouseClick(named(page, "Delete Petra Geheim for good"), Qt.MouseButton.LeftButton)
    assert "p1" in session.document, "asked first"
    QTest.mouseClick(named(page, "Delete Petra Geheim for good now"), Qt.MouseButton.LeftButton)
    wait(window)
    assert "p1" not in session.document and "Petra Geheim" not in said(page)
    assert b"Geheim" not in ZipFile(path).read("project.json")
    assert load(path).lineage.erased == ("p1",)

    for command, kind in (("project.page_works_council", WorksCouncilPage), ("project.page_client_it", ClientItPage)):
        window.context.commands.run(command)
        shown = window.shell.overlay(kind)
        assert "not encrypted" in shown.findChild(QTextBrowser).toPlainText()
        shown.copy_text()
        assert QApplication.clipboard().text() == shown.text
        shown.dismiss()

    broken = tmp_path / "broken.cxs"
    broken.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    before = broken.read_bytes()
    with mock.patch.object(file_choosers, "name_to_open", return_value=broken):
        window.context.commands.run("project.salvage")
        wait(window)
    page = window.shell.page_widget
    assert isinstance(page, RescuePage) and "The end of the file is missing." in page.list.toPlainText()
    assert broken.read_bytes() == before and window.context.session.path is None
    assert len(window.context.document) > 20 and window.context.session.dirty
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert window.shell.page == "project"


def test_what_was_not_saved_is_rescued_with_a_damaged_project(sample_window: MainWindow, tmp_path: Path) -> None:
    window, path = sample_window, tmp_path / "a.cxs"
    session = window.context.session
    session.save_as(path)
    with session.transaction("Note") as draft:
        add_note(draft, "Typed after the last save", NoteKind.PARKING_LOT)
    wanted = session.document
    session.secure()
    path.write_bytes(path.read_bytes()[:-40])
    before = path.read_bytes()
    with mock.patch.object(file_choosers, "name_to_open", return_value=path):
        window.context.commands.run("project.salvage")
        wait(window)
    page = window.shell.page_widget
    assert isinstance(page, RescuePage)
    assert "1 change that had not been saved is included." in page.list.toPlainText()
    assert window.context.document == wanted and path.read_bytes() == before


def test_a_project_past_its_day_says_so_when_it_is_opened(sample_window: MainWindow, tmp_path: Path) -> None:
    from datetime import date

    from cxstudio.session import NoticeKind, Session

    session = sample_window.context.session
    with session.transaction("Until") as draft:
        draft.update(Project, PROJECT_ID, retain_until=date(2020, 1, 31))
    session.save_as(tmp_path / "old.cxs")
    second = Session.open(tmp_path / "old.cxs", session.folders)
    assert NoticeKind.RETENTION in [notice.kind for notice in second.notices]
    second.close()
