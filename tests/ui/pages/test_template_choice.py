"""Beginning a journey from a template, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.templates import EMPTY
from cxstudio.edits import set_fields
from cxstudio.files.saving import save
from cxstudio.model import Department, Journey, Persona, Project, Touchpoint, TouchpointRatings
from cxstudio.session import Folders, Session, pending_work
from cxstudio.session.templates import save_template
from ui.dialogs import file_choosers as choosers
from ui.main_window.main_window import MainWindow
from ui.pages.new_journey_page import FirstJourneyPage

Open = Callable[..., MainWindow]


def page_of(window: MainWindow) -> FirstJourneyPage:
    window.context.commands.run("project.new")
    QApplication.processEvents()
    pages = [p for p in window.findChildren(FirstJourneyPage) if p.isVisible()]
    assert len(pages) == 1
    return pages[0]


def tile(page: FirstJourneyPage, name: str) -> QPushButton:
    found = [b for b in page.templates.findChildren(QPushButton) if b.accessibleName().startswith(name)]
    assert len(found) == 1
    return found[0]


def test_nothing_chosen_means_the_proposed_stages_as_ever(open_window: Open) -> None:
    window = open_window()
    page = page_of(window)
    assert page.templates.value == EMPTY
    assert page.about.hasFocus()
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    document = window.context.document
    (journey,) = document.all(Journey)
    assert [s.name for s in document.stages(journey.id)] == [
        "Become aware",
        "Find out",
        "Decide",
        "Receive",
        "Use",
        "Stay",
    ]
    assert document.all(Touchpoint) == ()


@pytest.mark.parametrize(("language", "name"), [("en", "Energy"), ("de", "Energie")])
def test_a_template_brings_its_map_and_the_answers_are_kept(open_window: Open, language: str, name: str) -> None:
    window = open_window(language=language)
    page = page_of(window)
    page.about.setText("Umzug")
    page.persona.setText("Jana Brandt")
    page.begins.setText("Mietvertrag")
    QTest.mouseClick(tile(page, name), Qt.MouseButton.LeftButton)
    names = page.stages.names()
    assert len(names) == 8
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    document = window.context.document
    (journey,) = document.all(Journey)
    assert tuple(s.name for s in document.stages(journey.id)) == names
    assert len(document.all(Touchpoint)) == 34 and len(document.all(Department)) == 6
    assert (document.project.title, journey.title, document.project.begins) == ("Umzug", "Umzug", "Mietvertrag")
    assert document.get(Persona, journey.personas[0]).name == "Jana Brandt"
    assert document.project.language.value == language
    assert window.shell.view.name == "journey"
    assert window.context.session.undo() is None, "nothing before the beginning to go back to"


def test_a_project_from_a_template_is_work_from_the_start(open_window: Open, folders: Folders) -> None:
    window = open_window()
    page = page_of(window)
    page.templates.choose("b2b")
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert window.context.session.dirty
    window.context.session.close()
    assert [work.title for work in pending_work(folders)] == ["New customer journey"]


def test_stages_of_a_template_can_be_left_out_renamed_and_added(open_window: Open) -> None:
    window = open_window()
    page = page_of(window)
    page.templates.choose("service")
    fields = [field.line for field in page.stages._fields]
    fields[0].clear()
    fields[1].setText("Look around")
    QTest.mouseClick(page.stages._more, Qt.MouseButton.LeftButton)
    page.stages._fields[-1].line.setText("Afterwards")
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    document = window.context.document
    stages = document.stages(document.all(Journey)[0].id)
    assert [s.name for s in stages][:2] == ["Look around", "Decide"] and stages[-1].name == "Afterwards"
    assert [len(document.touchpoints(s.id)) for s in stages][:2] == [3, 2]
    assert len(document.all(Touchpoint)) == 25


def test_arrows_go_from_tile_to_tile_and_below_stands_what_it_is(open_window: Open) -> None:
    window = open_window()
    page = page_of(window)
    page.templates.setFocus()
    assert tile(page, "Empty").hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.templates.value == "service"
    said = [label.text() for label in page.templates.findChildren(QLabel)]
    assert "From the first search to the recommendation, for any service." in said
    assert tile(page, "Service").accessibleName() == "Service for consumers. 9 stages · 28 touchpoints"
    assert tile(page, "Service").isChecked()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.templates.value == EMPTY
    assert page.stages.names()[0] == "Become aware"


def test_tab_goes_on_to_the_stages_of_the_template_and_then_to_the_buttons(open_window: Open) -> None:
    page = page_of(open_window())
    page.templates.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QApplication.processEvents()
    reached = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus.accessibleName())
        if focus is page.start:
            break
    lines = [f"Stage {n}" for n in range(1, 10)]
    assert reached[0].startswith("From your own")
    assert [name for name in reached if name in lines] == lines
    assert reached[-3:] == ["Add a stage", "Back", "Create map"]


def test_the_project_open_before_is_kept(open_window: Open, folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "open.cxs"
    save(path, sample("lindenfurt", "en").document)
    window = open_window(Session.open(path, folders))
    with window.context.session.transaction("Rename") as draft:
        set_fields(draft, Project, "project", title="Not saved yet")
    page = page_of(window)
    page.templates.choose("bank")
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert window.context.document.project.title == "New customer journey"
    again = Session.open(path, folders)
    assert again.document.project.title == "Not saved yet"
    again.close()


def test_a_project_kept_as_template_is_offered_and_gives_its_structure(
    sample_window: MainWindow, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    window = sample_window
    before = window.context.document
    window.context.commands.run("catalogue.save_template")
    (kept,) = folders.templates.iterdir()
    assert window.context.document is before
    page = page_of(window)
    QTest.mouseClick(tile(page, kept.stem), Qt.MouseButton.LeftButton)
    assert page.stages.names()[0] == "Find out"
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    document = window.context.document
    assert len(document.all(Touchpoint)) == 14
    assert document.all(TouchpointRatings) == () and document.project.client == ""


def test_any_project_file_can_be_chosen_and_a_broken_one_is_said(
    open_window: Open, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, broken = tmp_path / "Theirs.cxs", tmp_path / "Broken.cxs"
    save(theirs, sample("lindenfurt", "en").document)
    broken.write_bytes(b"nothing of the kind")
    window = open_window()
    page = page_of(window)
    said: list[object] = []
    window.context.messages.posted.connect(said.append)
    offered: list[Path | None] = [None, broken, theirs]
    monkeypatch.setattr(choosers, "name_to_open", lambda *_: offered.pop(0))
    other = next(b for b in page.templates.findChildren(QPushButton) if b.text().startswith("From your own"))
    for _ in range(2):
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert len(said) == 1 and page.templates.value == EMPTY
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert page.templates.value == str(theirs)
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert len(window.context.document.all(Touchpoint)) == 14
    assert window.context.session.path is None


def test_a_broken_file_in_the_folder_of_templates_is_said_on_the_page(open_window: Open, folders: Folders) -> None:
    save_template(sample("lindenfurt", "en").document, folders, "Good one")
    (folders.templates / "Bad one.cxs").write_bytes(b"nothing of the kind")
    page = page_of(open_window())
    assert tile(page, "Good one").accessibleName() == "Good one. 6 stages · 14 touchpoints"
    assert any("Bad one.cxs" in label.text() for label in page.templates.findChildren(QLabel))
