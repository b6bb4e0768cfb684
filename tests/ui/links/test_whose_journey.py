"""Personas and journeys: whose a journey is, a journey for a persona, and journeys told apart in every list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.catalogue.touchpoints import built_in
from cxstudio.edits import derive_journey, set_fields
from cxstudio.model import Journey, Persona, ReportSettings
from cxstudio.model.kinds import JourneyKind
from cxstudio.session.settings import LANGUAGE
from ui.forms.link_picker import LinkPicker
from ui.forms.reference_editors import ReferenceEditor, ReferencesEditor
from ui.main_window.main_window import MainWindow
from ui.pages.new_journey_page import FirstJourneyPage
from ui.shell.command_palette import Finder
from ui.shell.top_bar import TopBar
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    sample_window.context.commands.run("go.journey")
    QApplication.processEvents()
    return sample_window


def journey_of(window: MainWindow) -> Journey:
    return window.context.document.get(Journey, window.context.selection.journey or "")


def bar_of(window: MainWindow) -> TopBar:
    found = window.findChild(TopBar)
    assert found is not None
    return found


def chip_of(window: MainWindow) -> QPushButton:
    found = window.findChild(JourneyWorkspace)
    assert found is not None
    return found.bar.persona


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def test_the_chip_opens_a_list_in_which_personas_are_chosen_and_made(window: MainWindow) -> None:
    first = window.context.document.get(Persona, journey_of(window).personas[0])
    QTest.mouseClick(chip_of(window), LEFT)
    (picker,) = window.findChildren(LinkPicker)
    assert picker.line.hasFocus() and journey_of(window).title[:10] in picker.accessibleName()
    QTest.keyClicks(picker.line, "Mia Lang, 29, works at night")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert not picker.isVisible()
    personas = [window.context.document.get(Persona, p) for p in journey_of(window).personas]
    assert [p.name for p in personas] == [first.name, "Mia Lang"]
    assert (personas[1].age, personas[1].facts) == (29, "works at night")
    assert chip_of(window).accessibleName() == f"Personas: {first.name} and Mia Lang"
    window.context.session.undo()
    assert journey_of(window).personas == (first.id,)


def test_a_journey_for_nobody_still_offers_the_choice(window: MainWindow) -> None:
    with window.context.session.transaction("nobody") as draft:
        set_fields(draft, Journey, journey_of(window).id, personas=())
    QApplication.processEvents()
    chip = chip_of(window)
    assert chip.isVisible() and not chip.isChecked()
    assert chip.accessibleName() == "No persona yet. Choose whose journey this is."
    window.context.commands.run("journeys.personas")
    (picker,) = window.findChildren(LinkPicker)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert len(journey_of(window).personas) == 1
    assert picker.isVisible()


def test_the_list_leads_to_the_persona(window: MainWindow) -> None:
    QTest.mouseClick(chip_of(window), LEFT)
    (picker,) = window.findChildren(LinkPicker)
    name = window.context.document.get(Persona, journey_of(window).personas[0]).name
    link = next(b for b in picker.findChildren(QPushButton) if b.text() == f"Look at {name}")
    QTest.mouseClick(link, LEFT)
    assert window.shell.view.name == "understand"


@pytest.mark.parametrize("command", ["journey.pick_channels", "journey.pick_departments", "journeys.personas"])
def test_a_list_that_is_open_stands_again_in_a_window_made_anew(window: MainWindow, command: str) -> None:
    context = window.context
    context.selection.select(context.document.journey_touchpoints(context.selection.journey)[1].id)
    context.commands.run(command)
    (picker,) = window.findChildren(LinkPicker)
    picker.line.insert("half a na")
    window.settings[LANGUAGE] = "de"
    window.rebuild()
    QApplication.processEvents()
    (picker,) = [p for p in window.findChildren(LinkPicker) if p.isVisible()]
    assert picker.line.text() == "half a na" and picker.line.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_a_persona_gets_a_journey_of_her_own(window: MainWindow) -> None:
    window.context.commands.run("go.understand")
    workspace = window.findChild(UnderstandWorkspace)
    assert workspace is not None
    second = window.context.document.all(Persona)[1]
    workspace.show_persona(second.id)
    button = next(b for b in workspace.findChildren(QPushButton) if b.text() == "+ Journey")
    QTest.mouseClick(button, LEFT)
    made = journey_of(window)
    assert (made.title, made.personas, made.kind) == (f"Journey of {second.name}", (second.id,), JourneyKind.AS_IS)
    assert len(window.context.document.stages(made.id)) == 6
    assert window.shell.view.name == "journey"
    window.context.session.undo()
    assert made.id not in window.context.document


def derived(window: MainWindow) -> tuple[Journey, Journey]:
    today = journey_of(window)
    with window.context.session.transaction("derive") as draft:
        made = derive_journey(draft, today.id, today.title)
    QApplication.processEvents()
    return today, window.context.document.get(Journey, made)


def test_every_list_says_which_journey_is_as_is_and_which_to_be(window: MainWindow) -> None:
    today, later = derived(window)
    context = window.context
    wanted = {today.id: f"{today.title} · As-is journey", later.id: f"{later.title} · To-be journey"}
    assert len(set(wanted.values())) == 2 and today.title == later.title
    # fields that refer to a journey, the report's choice among them
    for editor, field in _editors_of_journeys(window):
        assert {c.id: c.name for c in editor.choices() if c.id in wanted} == wanted, field
        editor.show_value((later.id,) if isinstance(editor, ReferencesEditor) else later.id)
        said = [b.text() for b in editor.findChildren(QPushButton)]
        assert any("To-be journey" in text for text in said), field
    # the persona's own list
    context.commands.run("go.understand")
    workspace = window.findChild(UnderstandWorkspace)
    assert workspace is not None
    workspace.show_persona(today.personas[0])
    links = [b.text() for b in workspace.editor.findChildren(QPushButton)]
    assert set(wanted.values()) <= set(links)
    # the top bar
    context.selection.set_journey(later.id)
    assert bar_of(window)._journey.text() == f"{later.title} · To-be journey ▾"
    # the finder
    stage = context.document.stages(later.id)[0]
    found = [e for e in Finder(window, context)._records() if e.text == stage.name]
    assert sorted(e.detail for e in found) == ["Stage", "Stage · To-be journey"]


def _editors_of_journeys(window: MainWindow) -> list[tuple[ReferenceEditor | ReferencesEditor, str]]:
    from cxstudio.wording.fields.field_table import FIELDS

    made = []
    for (kind, name), field in FIELDS.items():
        if "Journey" in field.refs and kind not in {"Note", "Picture"}:
            many = field.editor.name == "REFERENCES"
            make = ReferencesEditor if many else ReferenceEditor
            made.append((make(window.context, field), f"{kind}.{name}"))
    assert (ReportSettings.__name__, "journey") in {tuple(name.split(".")) for _, name in made}
    return made


def test_the_title_names_the_file_and_the_project(window: MainWindow, tmp_path: Path) -> None:
    assert window.windowTitle().startswith(window.context.session.title)
    window.context.session.save_as(tmp_path / "Umzug 2026.cxs")
    window.context.bridge.state_changed.emit()
    assert window.windowTitle() == f"Umzug 2026.cxs – {window.context.session.title}[*] – CX Studio"
    assert "Umzug 2026.cxs" in bar_of(window)._title.toolTip()


def test_a_renamed_stage_stays_and_the_others_follow_the_language(open_window) -> None:
    window: MainWindow = open_window()
    window.context.commands.run("project.new")
    page = window.shell.pages.currentWidget()
    assert isinstance(page, FirstJourneyPage)
    page.templates.choose("energy")
    fields = page.stages._fields
    fields[1].line.setText("Look around")
    fields[2].away.click()
    QTest.mouseClick(page.stages._more, LEFT)
    page.stages._fields[-1].line.setText("Afterwards")
    window.settings[LANGUAGE] = "de"
    window.rebuild()
    page = window.shell.pages.currentWidget()
    assert isinstance(page, FirstJourneyPage)
    names = page.stages.names()
    assert names[:3] == ("Anlass", "Look around", "Einziehen") and names[-1] == "Afterwards"
    QTest.mouseClick(page.start, LEFT)
    document = window.context.document
    stages = document.stages(document.all(Journey)[0].id)
    assert [s.name for s in stages] == list(names)
    assert document.project.language.value == "de"
    german = {entry.name.de for entry in built_in()}
    here = [t.name for t in document.journey_touchpoints(document.all(Journey)[0].id)]
    assert here and set(here) <= german, "the template is the German one now"
