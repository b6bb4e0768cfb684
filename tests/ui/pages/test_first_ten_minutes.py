"""The first ten minutes: start page, sample, new journey, opening, recent files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.model import Journey, Persona, Stage
from cxstudio.session import Folders, pending_work
from ui.dialogs import file_choosers as choosers
from ui.main_window.application import first_window
from ui.main_window.main_window import MainWindow
from ui.pages.new_journey_page import FirstJourneyPage


def click(window: MainWindow, name: str, qtbot) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_start_page_offers_four_choices_and_no_project_commands(open_window):
    window = open_window()
    assert window.shell.page == "start"
    assert not window.shell.rail.isVisible()
    for name in ("project.sample", "project.new", "project.import_table", "project.open"):
        assert window.findChild(QPushButton, name) is not None
    assert not window.context.commands.can(window.context.commands.rows["go.journey"])


def test_the_sample_is_a_copy_without_a_file(open_window, qtbot):
    window = open_window()
    click(window, "project.sample", qtbot)
    assert window.shell.page == "project"
    assert window.shell.view.name == "journey"
    assert window.context.session.path is None
    assert not window.context.session.dirty
    assert len(window.context.document.journey_touchpoints(window.context.selection.journey)) == 14


def test_three_lines_make_a_journey(open_window, qtbot):
    window = open_window()
    click(window, "project.new", qtbot)
    page = window.shell.pages.currentWidget()
    assert isinstance(page, FirstJourneyPage)
    assert page.about.hasFocus()
    page.about.setText("Umzug")
    page.persona.setText("Jana Brandt")
    page.begins.setText("Mietvertrag unterschrieben")
    page.ends.setText("Sechs Wochen danach")
    proposed = page.stages.names()
    qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    document = window.context.document
    journey = document.all(Journey)[0]
    assert window.shell.page == "project"
    assert journey.title == document.project.title == "Umzug"
    assert document.project.begins == "Mietvertrag unterschrieben"
    assert [p.name for p in document.all(Persona)] == ["Jana Brandt"]
    assert tuple(s.name for s in document.stages(journey.id)) == proposed
    assert len(proposed) == 6


def test_every_line_may_be_skipped_with_the_keyboard(open_window, qtbot):
    window = open_window()
    window.context.commands.run("project.new")
    page = window.shell.pages.currentWidget()
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(page, FirstJourneyPage)
    assert window.shell.page == "project"
    assert window.context.document.project.title
    assert not window.context.document.all(Persona)


def test_stages_can_be_renamed_removed_and_added_before_they_exist(open_window, qtbot):
    window = open_window()
    window.context.commands.run("project.new")
    page = window.shell.pages.currentWidget()
    assert isinstance(page, FirstJourneyPage)
    fields = page.stages
    fields._fields[0].line.setText("Suchen")
    fields._remove(fields._fields[1])
    fields._add_empty()
    fields._fields[-1].line.setText("Weitersagen")
    fields._add_empty()
    qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    names = [s.name for s in window.context.document.all(Stage)]
    assert names[0] == "Suchen"
    assert names[-1] == "Weitersagen"
    assert len(names) == 6


def test_the_keyboard_stays_among_the_stages_when_one_is_removed(open_window, qtbot):
    window = open_window()
    window.context.commands.run("project.new")
    page = window.shell.pages.currentWidget()
    assert isinstance(page, FirstJourneyPage)
    while page.stages._fields:
        away = page.stages._fields[-1].away
        away.setFocus()
        qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert page.stages.isAncestorOf(QApplication.focusWidget())


def test_saved_files_are_opened_again_from_the_recent_ones(open_window, folders, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "journey.cxs"
    window = open_window()
    window.context.commands.run("project.sample")
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    window.context.commands.run("project.save")
    window.context.session.work.finish()
    assert path.is_file()
    assert window.context.settings.recent_files == (path,)
    window.context.commands.run("project.close")
    names = [b.accessibleName() for b in window.shell.pages.currentWidget().findChildren(QPushButton)]
    assert any(str(tmp_path) in name for name in names)
    window.context.commands.run("project.new")
    window.project.open_file(path)
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)
    assert window.context.session.path == path
    assert window.shell.page == "project"


def test_a_file_on_the_command_line_is_opened(qapp, folders: Folders, tmp_path: Path, open_window):
    path = tmp_path / "one.cxs"
    first = open_window()
    first.context.commands.run("project.sample")
    first.context.session.save_as(path)
    first.close()
    window = first_window(folders, first.settings, path)
    assert window.context.session.path == path
    window.close()


@pytest.mark.parametrize("content", [b"", b"not a project", b"PK\x03\x04 cut"])
def test_what_is_no_project_is_said_in_a_bar_and_the_window_opens(open_window, folders, tmp_path, content):
    path = tmp_path / "broken.cxs"
    path.write_bytes(content)
    first = open_window()
    window = first_window(folders, first.settings, path)
    assert window.shell.page == "start"
    assert window.shell.bars.keys == ("error.open",)
    window.close()


def test_work_never_saved_comes_back_at_the_next_start(open_window, folders):
    window = open_window()
    window.context.commands.run("project.sample")
    journey = window.context.selection.journey
    with window.context.session.transaction("Rename") as draft:
        draft.update(Journey, journey, title="Ganz anders")
    window.close()
    assert pending_work(folders)
    again = first_window(folders, window.settings, None)
    assert again.context.document.get(Journey, journey).title == "Ganz anders"
    assert again.shell.page == "project"
    assert "session.recovered" in again.shell.bars.keys
    again.close()
