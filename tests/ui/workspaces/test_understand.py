"""The workspace Understand: personas listed, edited, added, doubled, moved, deleted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cxstudio.edits import start_project
from cxstudio.model import Document, ExpectationSource, Persona
from cxstudio.model.kinds import Evidence, ExpectationOrigin
from cxstudio.session import Folders
from cxstudio.store import Draft
from cxstudio.wording.fields.field_table import fields_of
from cxstudio.wording.fields.record_names import initials
from tests.ui.forms_desk import desk_on, personas, shown, steps
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace
from ui.workspaces.workspace_table import BY_NAME


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def workspace(qtbot: QtBot, desk: Context) -> UnderstandWorkspace:
    made = BY_NAME["understand"].make(desk)
    assert isinstance(made, UnderstandWorkspace)
    qtbot.addWidget(made)
    shown(made, 1516, 900)
    return made


def test_it_shows_the_first_persona_with_every_field(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    jana = personas(desk)[0]
    assert made.persona == jana.id
    assert made.list.rows[jana.id].words.text() == "34 · 1 Reise · Projektleiterin"
    there = {f.field.name for f in made.editor.findChildren(BoundField) if f.field.kind == "Persona"}
    elsewhere = {"situation", "face_x", "face_y", "face_zoom"}
    assert there == {f.name for f in fields_of(Persona)} - elsewhere
    assert made.status().left == ("2 Personas · 1 Reise",)


def test_the_five_sources_can_be_weighed_and_worded(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    sources = made.editor.sources
    assert len(sources.fields) >= len(ExpectationOrigin)
    source = next(iter(sources.fields))
    line = sources.fields[source]["text"].editor.box  # type: ignore[attr-defined]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Prospekt")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    combo = sources.fields[source]["evidence"].editor.combo  # type: ignore[attr-defined]
    combo.setCurrentIndex(combo.findText("Annahme"))
    combo.activated.emit(combo.currentIndex())
    record = desk.document.get(ExpectationSource, source)
    assert (record.text, record.evidence) == ("Prospekt", Evidence.ASSUMPTION)
    assert made.status().right == ("1 Quelle ist Annahme",)


def test_sources_come_and_go(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    before = len(made.editor.sources.fields)
    made.editor.sources._add(ExpectationOrigin.VALUES)
    assert len(made.editor.sources.fields) == before + 1
    for source in desk.document.having(ExpectationSource, "persona", made.persona or ""):
        made.editor.sources._remove(source.id)
    assert made.editor.sources.fields == {}
    desk.session.undo()
    assert len(made.editor.sources.fields) == 1


def test_a_new_persona_is_in_view_and_can_be_named(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("understand.add")
    added = personas(desk)[-1]
    assert made.persona == added.id
    assert len(desk.document.having(ExpectationSource, "persona", added.id)) == 5
    box = made.editor.name.editor.box  # type: ignore[attr-defined]
    qtbot.keyClicks(box, "Mia Kurz")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert personas(desk)[-1].name == "Mia Kurz"
    assert made.list.rows[added.id].name.text() == "Mia Kurz"


def test_duplicate_move_and_delete_are_one_step_each(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    jana, werner = personas(desk)
    start = steps(desk)
    desk.commands.run("understand.duplicate")
    assert [p.name for p in personas(desk)] == ["Jana Brandt", "Jana Brandt (Kopie)", "Werner Kowalski"]
    copied = desk.document.having(ExpectationSource, "persona", made.persona or "")
    assert len(copied) == len(desk.document.having(ExpectationSource, "persona", jana.id))
    desk.commands.run("understand.down")
    assert [p.name for p in personas(desk)] == ["Jana Brandt", "Werner Kowalski", "Jana Brandt (Kopie)"]
    desk.commands.run("understand.delete")
    assert personas(desk) == (jana, werner)
    assert steps(desk) == start + 3
    for _ in range(3):
        desk.session.undo()
    assert personas(desk) == (jana, werner)


def test_arrows_walk_the_list(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    jana, werner = personas(desk)
    made.take_focus()
    qtbot.keyClick(made.list, Qt.Key.Key_Down)
    assert made.persona == werner.id
    assert made.editor.persona == werner.id
    qtbot.keyClick(made.list, Qt.Key.Key_Up)
    assert made.persona == jana.id


def test_an_empty_project_says_what_to_do_first(qtbot: QtBot, folders: Folders) -> None:
    draft = Draft(Document())
    start_project(draft, title="Neu", stages=["Erste"])
    with desk_on(folders, document=draft.document) as desk:
        made = workspace(qtbot, desk)
        assert made._pages.currentIndex() == 1
        assert not made.beside.isHidden(), "tools that need no persona can be used"
        desk.commands.run("understand.add")
        assert made._pages.currentIndex() == 0
        desk.commands.run("understand.delete")
        assert made._pages.currentIndex() == 1


def test_initials() -> None:
    assert [initials(n) for n in ("Jana Brandt", "Jana", "", "Jean Luc van Damme")] == ["JB", "J", "", "JD"]
