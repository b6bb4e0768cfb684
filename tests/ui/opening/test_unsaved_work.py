"""Unsaved work on the start page: gone on with, looked at, opened as a new project, set aside and deleted."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from cxstudio.files import save
from cxstudio.files.backups import Backups
from cxstudio.files.journal import FILE_NAME
from cxstudio.model import PROJECT_ID, Document, Journey, Note, Picture, Project
from cxstudio.session import Session
from cxstudio.session.folders import home_of, project_key
from tests.hostile.pictures import good
from ui.main_window.left_work import QUESTION
from ui.pages.kept_words_sheet import KeptWordsSheet
from ui.pages.unsaved_rows import UnsavedRow

TYPED = "Warum dauert das so lange?"


def begun(title="Umzug"):
    return Document([Project(id=PROJECT_ID, title=title), Journey(id="j", title="Ist")])


def edited(session):
    with session.transaction("Add note") as draft:
        draft.create(Note(id="typed", text=TYPED))
        draft.create(Picture(id="p", about="j", asset=session.add_picture(good()["png"])))
    session.close()


@pytest.fixture
def kept(folders, tmp_path):
    """Unsaved work on a file somebody else has replaced since, found and put aside at an opening."""
    path = tmp_path / "umzug.cxs"
    save(path, begun())
    edited(Session.open(path, folders))
    backups = Backups(folders.backups / project_key(path))
    backups.keep(path, datetime.now())
    save(path, begun("of somebody else"))
    Session.open(path, folders).close()
    (journal,) = home_of(path, folders).glob("kept-*.jsonl")
    return journal, backups


def rows(window):
    window.show_start()
    return window.shell.page_widget.findChildren(UnsavedRow)


@pytest.fixture
def said(qtbot):
    """The rows of the start page once they are listed."""

    def look(window, count=1):
        found = []

        def there():
            found[:] = window.shell.page_widget.findChildren(UnsavedRow)
            return len(found) == count

        window.show_start()
        qtbot.waitUntil(there, timeout=20_000)
        return found

    return look


def deed(row, text):
    menu = row.menu()
    action = next(action for action in menu.actions() if action.text() == text)
    action.trigger()


def answer(window, text):
    bar = window.shell.bars._bars[QUESTION]
    next(b for b in bar.findChildren(QPushButton) if b.text() == text).click()


def test_kept_work_is_listed_and_opens_as_a_new_project(open_window, kept, said, qtbot):
    journal, _ = kept
    before = journal.read_bytes()
    window = open_window()
    (row,) = said(window)
    assert "umzug.cxs" in row.line.accessibleName() and "kB" in row.line.accessibleName()
    row.line.click()
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)
    session = window.context.session
    assert window.shell.page == "project" and session.path is None and session.dirty
    assert [note.text for note in session.document.all(Note)] == [TYPED]
    assert session.assets[session.document.all(Picture)[0].asset].startswith(b"\x89PNG")
    assert journal.read_bytes() == before and "kept_work" in window.shell.bars.keys
    session.close()


def test_what_fits_no_version_any_more_is_looked_at(open_window, kept, said, qtbot):
    journal, backups = kept
    backups.forget()
    window = open_window()
    (row,) = said(window)
    row.line.click()
    qtbot.waitUntil(lambda: "error.open" in window.shell.bars.keys, timeout=60_000)
    assert window.shell.page == "start" and journal.exists()
    deed(row, "Look at what was typed")
    qtbot.waitUntil(lambda: window.shell.findChild(KeptWordsSheet) is not None, timeout=20_000)
    assert TYPED in window.shell.findChild(KeptWordsSheet).findChild(QPlainTextEdit).toPlainText()


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_is_deleted_once_that_was_confirmed(language, open_window, kept, said):
    journal, _ = kept
    window = open_window(language=language)
    (row,) = said(window)
    row.menu().actions()[-1].trigger()
    answer(window, window.context.tr("Keep"))
    assert journal.exists() and QUESTION not in window.shell.bars.keys
    row.menu().actions()[-1].trigger()
    answer(window, window.context.tr("Delete"))
    assert not journal.parent.exists() and said(window, 0) == []


def test_work_that_cannot_be_read_is_set_aside_and_deleted(open_window, folders, said):
    home = folders.journals / "0123456789abcdef0123"
    home.mkdir(parents=True)
    (home / FILE_NAME).write_bytes(b"torn")
    window = open_window()
    (row,) = said(window)
    assert "cannot be read" in row.line.accessibleName()
    deed(row, "Set aside")
    assert not (home / FILE_NAME).exists()
    (row,) = said(window)
    assert [a.text() for a in row.menu().actions()][0] == "Open as a new project"
    deed(row, "Delete …")
    answer(window, "Delete")
    assert not home.exists()


def test_work_that_can_be_gone_on_with_is_deleted_too(open_window, folders, said, qtbot):
    edited(Session.new(folders, begun()))
    window = open_window()
    (row,) = said(window)
    deed(row, "Delete …")
    answer(window, "Delete")
    assert said(window, 0) == [] and not list(folders.journals.iterdir())


def test_work_without_a_file_that_was_set_aside_opens_as_it_was(open_window, folders, said, qtbot):
    edited(Session.new(folders, begun()))
    (home,) = folders.journals.iterdir()
    (home / FILE_NAME).rename(home / "kept-20260101-120000-000000.jsonl")
    window = open_window()
    (row,) = said(window)
    row.line.click()
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)
    assert [note.text for note in window.context.document.all(Note)] == [TYPED]
    assert window.context.document.project.title == "Umzug"
