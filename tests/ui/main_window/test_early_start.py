"""The start page stands before what a project needs is loaded, and nobody notices."""

import pytest
from PySide6.QtWidgets import QPushButton

from cxstudio.files import save
from cxstudio.model import PROJECT_ID, Document, Journey, Project
from cxstudio.session.settings import LANGUAGE, PALETTE, Settings
from ui.main_window.application import first_window
from ui.pages.opening_page import OpeningPage
from ui.pages.start_page import StartPage


@pytest.fixture
def early(qapp, folders, qtbot, request):
    settings = Settings(folders)
    settings[LANGUAGE], settings[PALETTE] = getattr(request, "param", ("en", "light"))
    qapp.setStyle("Fusion")
    window = first_window(folders, settings, None, early=True)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    return window


@pytest.mark.parametrize("early", [("de", "light"), ("en", "dark")], indirect=True)
def test_the_early_start_page_looks_like_the_one_that_follows(early, qapp, qtbot):
    qapp.processEvents()
    assert early.waiting
    before = early.grab().toImage()
    qtbot.waitUntil(lambda: not early.waiting, timeout=60_000)
    assert early.shell.page == "start"
    qtbot.waitUntil(lambda: early.grab().toImage() == before, timeout=5_000)  # what was loaded is painted in its turn


def test_what_is_clicked_while_loading_is_done_afterwards(early, qtbot):
    tile = early.centralWidget().findChild(StartPage).findChild(QPushButton, "project.sample")
    tile.click()
    assert early.waiting
    qtbot.waitUntil(lambda: not early.waiting, timeout=60_000)
    assert early.shell.page == "project"
    assert len(early.context.document) > 100


def test_a_recent_file_clicked_while_loading_is_opened(early, qtbot, tmp_path):
    path = tmp_path / "gone.cxs"
    early.centralWidget().findChild(StartPage)._open_file(path)
    qtbot.waitUntil(lambda: not early.waiting, timeout=60_000)
    assert early.shell.bars.keys == ("error.open",)


def test_the_window_can_be_closed_while_loading(early, qapp):
    early.close()
    qapp.processEvents()
    assert not early.isVisible()


def test_unsaved_work_is_not_kept_waiting(early, folders, qtbot):
    qtbot.waitUntil(lambda: not early.waiting, timeout=60_000)
    early.context.commands.run("project.sample")
    with early.context.session.transaction("Rename") as draft:
        draft.update(type(early.context.document.project), "project", title="Other")
    early.close()
    again = first_window(folders, early.settings, None, early=True)
    again.show()
    assert again.findChild(OpeningPage) and not again.findChild(StartPage)
    qtbot.waitUntil(lambda: not again.waiting and not again.opening.busy, timeout=60_000)
    assert again.shell.page == "project" and again.context.document.project.title == "Other"
    again.close()


def test_a_file_named_at_the_start_is_opened_in_a_window_that_stands_there(folders, qapp, qtbot, tmp_path):
    path = tmp_path / "umzug.cxs"
    save(path, Document([Project(id=PROJECT_ID, title="Umzug"), Journey(id="j", title="Ist")]))
    window = first_window(folders, Settings(folders), path, early=True)
    window.show()
    assert window.waiting and "umzug.cxs" in window.findChild(OpeningPage).accessibleName()
    qtbot.waitUntil(lambda: not window.waiting and not window.opening.busy, timeout=60_000)
    assert window.shell.page == "project" and window.context.session.path == path
    qtbot.waitUntil(lambda: window.settings.recent_files == (path,), timeout=5_000)
    window.close()


def test_a_file_named_at_the_start_that_is_not_there_leaves_the_start_page(folders, qapp, qtbot, tmp_path):
    window = first_window(folders, Settings(folders), tmp_path / "gone.cxs", early=True)
    window.show()
    qtbot.waitUntil(lambda: not window.waiting and not window.opening.busy, timeout=60_000)
    assert window.shell.page == "start" and window.shell.bars.keys == ("error.open",)
    window.close()
