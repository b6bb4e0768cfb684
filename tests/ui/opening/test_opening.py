"""Projects are opened while the window goes on: small ones at once, large and strange ones behind a page."""

import pytest
from PySide6.QtCore import Qt

from cxstudio.files import save
from cxstudio.files.container import Package, pack
from cxstudio.files.encoding import encode
from cxstudio.model import Document, Journey, Note, Project
from cxstudio.session import Session
from cxstudio.session.bounds import Bounds
from cxstudio.session.folders import lock_of
from cxstudio.session.reading import ReaderBeside
from ui.pages.opening_page import OpeningPage


@pytest.fixture
def said_at_once(monkeypatch):
    """The page stands there however quick this machine reads."""
    monkeypatch.setattr("ui.main_window.opening.MOMENT_MS", 0)


def strange(path):
    """A project that is read in a process of its own: not written as this program writes."""
    notes = (Note(id=f"n{n}", text="x" * 60) for n in range(2000))
    document = Document([Project(id="project"), Journey(id="j", title="Ist"), *notes])
    path.write_bytes(pack(Package(encode(document).replace(b'"id":"n7"', b'"id": "n7"'))))
    return path


def opened(window, qtbot):
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)


def test_a_small_project_is_there_before_anybody_would_say_so(open_window, qtbot, tmp_path):
    window, path = open_window(), tmp_path / "umzug.cxs"
    save(path, Document([Project(id="project"), Journey(id="j", title="Ist")]))
    window.show_start()
    window.project.open_file(path)
    assert window.shell.page in {"start", "project"}
    opened(window, qtbot)
    assert window.shell.page == "project" and window.context.session.path == path


@pytest.mark.usefixtures("said_at_once")
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_strange_one_comes_from_a_process_behind_a_page(language, open_window, qtbot, tmp_path):
    window, path = open_window(language=language), strange(tmp_path / "fremd.cxs")
    window.project.open_file(path)
    qtbot.waitUntil(lambda: window.shell.page == "opening", timeout=20_000)
    page = window.shell.page_widget
    assert isinstance(page, OpeningPage) and path.name in page.accessibleName() and page.cancel.hasFocus()
    opened(window, qtbot)
    assert window.shell.page == "project" and len(window.context.document.all(Note)) == 2000


@pytest.mark.usefixtures("said_at_once")
def test_what_is_worked_on_meanwhile_goes_on(sample_window, qtbot, tmp_path):
    window = sample_window
    window.project.open_file(strange(tmp_path / "fremd.cxs"))
    qtbot.waitUntil(lambda: window.shell.page == "opening", timeout=60_000)
    before = window.context.session
    with before.transaction("Add note") as draft:
        draft.create(Note(id="meanwhile", text="meanwhile"))
    window.rebuild()
    assert window.shell.page == "opening"
    opened(window, qtbot)
    assert window.context.session is not before and len(window.context.document.all(Note)) == 2000


@pytest.mark.usefixtures("said_at_once")
@pytest.mark.parametrize("way", ["button", "Esc", "another project", "closing"])
def test_cancelled_nothing_has_happened(way, sample_window, folders, qtbot, tmp_path):
    window, path = sample_window, strange(tmp_path / "fremd.cxs")
    before = window.context.session
    window.project.open_file(path)
    qtbot.waitUntil(lambda: window.shell.page == "opening", timeout=20_000)
    page = window.shell.page_widget
    if way == "button":
        page.cancel.click()
    elif way == "Esc":
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    elif way == "another project":
        window.show_session(Session.new(folders, Document([Project(id="project", title="Other")])))
    else:
        window.close()
    assert not window.opening.busy
    if way in {"button", "Esc"}:
        assert window.context.session is before and window.shell.page == "project"
    again = Session.open(path, folders)
    assert not again.read_only and lock_of(path, folders).exists()
    again.close()


def test_dropped_once_it_is_read_nothing_has_happened(sample_window, folders, tmp_path):
    window, path = sample_window, tmp_path / "umzug.cxs"
    save(path, Document([Project(id="project"), Journey(id="j", title="Ist")]))
    shown, steps = window.shell, window.opening._ready(Session.opening(path, folders, ReaderBeside()))
    while window._prepared is None:
        next(steps)
    assert window.shell is shown and window._prepared.context.session.path == path
    steps.close()
    assert window._prepared is None
    again = Session.open(path, folders)
    assert not again.read_only
    again.close()


def test_a_bomb_ends_in_a_sentence(open_window, qtbot, tmp_path, monkeypatch):
    window, path = open_window(), strange(tmp_path / "fremd.cxs")
    monkeypatch.setattr("cxstudio.session.reading._bounds_for", lambda _: Bounds(500, 60, longest=0.3))
    before = path.read_bytes()
    window.show_start()
    window.project.open_file(path)
    opened(window, qtbot)
    assert window.shell.page == "start" and window.shell.bars.keys == ("error.open",)
    assert "too much memory or time" in window.shell.bars._bars["error.open"].accessibleName()
    assert path.read_bytes() == before
