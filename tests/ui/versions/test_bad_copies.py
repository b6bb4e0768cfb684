"""Copies, versions and files nobody should have to merge or rescue, in the real window: one sentence or a list."""

from __future__ import annotations

import time
from pathlib import Path
from unittest import mock

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from cxstudio.files import load
from cxstudio.session import Folders, Session
from tests.cxstudio.bad_copies import CASES, digests, saved
from tests.ui.conftest import OpenWindow
from ui.dialogs import file_choosers
from ui.main_window.main_window import MainWindow
from ui.pages.rescue_page import RescuePage
from ui.pages.versions.versions_page import VersionsPage


def wait(window: MainWindow, page: VersionsPage | None = None) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and (window.context.tasks.busy or (page is not None and page.busy)):
        QApplication.processEvents()
        time.sleep(0.002)
    QApplication.processEvents()


@pytest.mark.parametrize("case", CASES)
def test_every_bad_copy_is_one_sentence_or_a_list_and_both_files_stay(
    case: str, open_window: OpenWindow, tmp_path: Path
) -> None:
    make, sentence, listed = CASES[case]
    place = saved(tmp_path / "move.cxs")
    other = make(place)
    window = open_window(Session.open(place.path, Folders.below(tmp_path / "window")))
    before, document = digests(place.path, other), window.context.document
    window.context.commands.run("project.versions")
    page = window.shell.page_widget
    assert isinstance(page, VersionsPage)
    wait(window, page)
    page.merge(other)
    wait(window, page)
    if sentence:
        assert page.panel is None and page._error.isVisible() and sentence in page._error.text()
        assert page._error.text().count("\n") == 0
    else:
        assert page.panel is not None
        said = "\n".join(label.text() for label in page.panel.findChildren(QLabel) if label.isVisibleTo(page.panel))
        assert (listed in said) if "conflicts" not in listed else page.panel.open_conflicts == 200
    assert window.context.document is document and digests(place.path, other) == before


RESCUED = {
    "itself": "", "cut in a record": "cannot be read", "half a file": "The end of the file is missing.",
    "a newer format": None, "an empty file": None, "no project": None, "not there": None, "a folder": None,
}  # fmt: skip
"""What is in the list; None: one sentence says that there is nothing."""


@pytest.mark.parametrize("case", RESCUED)
def test_rescuing_anything_is_one_sentence_or_a_list_and_the_file_stays(
    case: str, open_window: OpenWindow, tmp_path: Path
) -> None:
    place = saved(tmp_path / "move.cxs")
    other = CASES[case][0](place)
    window = open_window(Session.new(Folders.below(tmp_path / "window"), load(place.path).content.document))
    before, document = digests(place.path, other), window.context.document
    told: list[str] = []
    window.context.messages.posted.connect(lambda notice: told.append(notice.text))
    with mock.patch.object(file_choosers, "name_to_open", return_value=other):
        window.context.commands.run("project.salvage")
        wait(window)
    page, listed = window.shell.page_widget, RESCUED[case]
    if listed is None:
        assert not isinstance(page, RescuePage) and window.context.document is document
        assert told and "Traceback" not in told[-1] and "went wrong" not in told[-1], told
    else:
        assert isinstance(page, RescuePage) and listed in page.list.toPlainText()
    assert digests(place.path, other) == before


@pytest.mark.parametrize("harm", ["cut", "emptied", "no project", "gone"])
def test_a_damaged_version_is_named_and_leaves_the_others(harm: str, open_window: OpenWindow, tmp_path: Path) -> None:
    place = saved(tmp_path / "move.cxs")
    session = Session.open(place.path, Folders.below(tmp_path / "window"))
    session.keep_version("Good")
    session.keep_version("Bad")
    window = open_window(session)
    bad = max(session.folders.backups.rglob("*.cxs"))
    data = bad.read_bytes()
    harmed = {"cut": data[: len(data) // 2], "emptied": b"", "no project": b"%PDF-1.7"}
    if harm in harmed:
        bad.write_bytes(harmed[harm])
    window.context.commands.run("project.versions")
    page = window.shell.page_widget
    assert isinstance(page, VersionsPage)
    wait(window, page)
    if harm == "gone":
        bad.unlink()
        window.context.commands.run("go.journey")
        window.context.commands.run("project.versions")
        page = window.shell.page_widget
        assert isinstance(page, VersionsPage)
        wait(window, page)
        assert all(row.read.version.path != bad for row in page.list.rows)
        return
    before, document = digests(bad, place.path), window.context.document
    (row,) = [row for row in page.list.rows if row.read.version.path == bad]
    assert row.read.loaded is None and "damaged" in row.accessibleName()
    good = next(row.read for row in page.list.rows if row.read.version.name == "Good")
    assert good.loaded is not None and good.loaded.content.document == document
    page.list.choose(row.read)
    page.merge(bad)
    wait(window, page)
    assert page.panel is None and page._error.text()
    assert digests(bad, place.path) == before and window.context.document is document
