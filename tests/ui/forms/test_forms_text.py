"""Fields of words, numbers and days: one editing, one step; nothing lost, nothing wrong kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields
from cxstudio.model import Measure, Persona, Touchpoint
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, measures, now, shown, steps, touchpoint
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.number_editors import DateEditor, NumberEditor
from ui.forms.text_editors import LineEditor, TextEditor


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def line_of(qtbot: QtBot, desk: Context, kind: type, name: str, record_id: str) -> tuple[BoundField, LineEditor]:
    field = BoundField(desk, kind, name)
    qtbot.addWidget(field)
    field.show_record(record_id)
    shown(field, 300, 80)
    assert isinstance(field.editor, LineEditor)
    return field, field.editor


def test_enter_keeps_what_was_typed_as_one_step(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    field, editor = line_of(qtbot, desk, Touchpoint, "name", record.id)
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "Hotline")
    before = steps(desk)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert now(desk, record).name == "Hotline"
    assert steps(desk) == before + 1
    assert desk.session.store.history.undoable is not None
    desk.session.undo()
    field.refresh()
    assert editor.line.text() == record.name


def test_escape_brings_the_old_text_back(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    _, editor = line_of(qtbot, desk, Touchpoint, "name", record.id)
    qtbot.keyClicks(editor.line, "xyz")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert editor.line.text() == record.name
    assert now(desk, record) == record


def test_a_pause_keeps_the_text_and_the_blank_being_typed(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 1)
    _, editor = line_of(qtbot, desk, Touchpoint, "staff", record.id)
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "Team ")
    editor.paused.emit()
    assert now(desk, record).staff == "Team"
    assert editor.line.text() == "Team "


def test_leaving_keeps_the_text(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 1)
    _, editor = line_of(qtbot, desk, Touchpoint, "staff", record.id)
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "Team")
    editor.line.clearFocus()
    assert now(desk, record).staff == "Team"


def test_pointing_at_another_record_keeps_what_was_typed(qtbot: QtBot, desk: Context) -> None:
    record, other = touchpoint(desk, 1), touchpoint(desk, 2)
    field, editor = line_of(qtbot, desk, Touchpoint, "staff", record.id)
    qtbot.keyClicks(editor.line, "Team")
    field.show_record(other.id)
    assert now(desk, record).staff == "Team"
    assert editor.line.text() == now(desk, other).staff


def test_a_change_from_elsewhere_keeps_the_cursor(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 2)
    field, editor = line_of(qtbot, desk, Touchpoint, "name", record.id)
    editor.line.setFocus()
    editor.line.setCursorPosition(4)
    with desk.session.transaction("elsewhere") as draft:
        set_fields(draft, Touchpoint, record.id, name="Tarife und Rechner")
    field.refresh()
    assert (editor.line.text(), editor.line.cursorPosition()) == ("Tarife und Rechner", 4)


def test_a_change_from_elsewhere_leaves_half_typed_words_alone(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 2)
    field, editor = line_of(qtbot, desk, Touchpoint, "name", record.id)
    qtbot.keyClicks(editor.line, "!")
    with desk.session.transaction("elsewhere") as draft:
        set_fields(draft, Touchpoint, record.id, name="Anders")
    field.refresh()
    assert editor.line.text() == "!Tarifrechner"


def test_a_needed_name_cannot_be_emptied(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 2)
    field, editor = line_of(qtbot, desk, Touchpoint, "name", record.id)
    editor.line.clear()
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert now(desk, record).name == record.name
    assert field.error.text() == "Name darf nicht leer sein."
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert field.error.isHidden()


@pytest.mark.parametrize(
    ("typed", "kept"), [("1.500", 1500), ("12,5", 12.5), ("2.5", 2.5), ("", None), ("1.234,5", 1234.5)]
)
def test_german_numbers(qtbot: QtBot, desk: Context, typed: str, kept: float | None) -> None:
    measure = measures(desk)[0]
    field, editor = line_of(qtbot, desk, Measure, "cost_once", measure.id)
    assert isinstance(editor, NumberEditor)
    assert editor.line.text() == "12.000"
    editor.line.setText(typed)
    assert field.commit()
    assert desk.document.get(Measure, measure.id).cost_once == kept


@pytest.mark.parametrize("typed", ["viel", "12,5,0", "-3"])
def test_what_is_no_cost_is_not_kept(qtbot: QtBot, desk: Context, typed: str) -> None:
    measure = measures(desk)[0]
    field, editor = line_of(qtbot, desk, Measure, "cost_once", measure.id)
    editor.line.setText(typed)
    assert not field.commit()
    assert field.error.text()
    assert desk.document.get(Measure, measure.id) == measure


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1.10.2026", "2026-10-01"), ("3.2.27", "2027-02-03"), ("2026-12-24", "2026-12-24"), ("", "None")],
)
def test_days(qtbot: QtBot, desk: Context, typed: str, kept: str) -> None:
    measure = measures(desk)[0]
    field, editor = line_of(qtbot, desk, Measure, "due", measure.id)
    editor.line.setText(typed)
    assert field.commit()
    assert str(desk.document.get(Measure, measure.id).due) == kept
    editor.line.setText("31.2.2026")
    assert not field.commit()
    assert "30.09." in field.error.text()


def test_the_calendar_gives_a_day(qtbot: QtBot, desk: Context) -> None:
    measure = measures(desk)[0]
    _, editor = line_of(qtbot, desk, Measure, "due", measure.id)
    assert isinstance(editor, DateEditor)
    popup = editor.open_calendar()
    calendar = popup.findChild(QCalendarWidget)
    calendar.clicked.emit(calendar.selectedDate().addDays(1))
    assert str(desk.document.get(Measure, measure.id).due) == "2026-10-01"


def test_texts_grow_and_keep_line_breaks(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    field = BoundField(desk, Touchpoint, "description")
    qtbot.addWidget(field)
    field.show_record(record.id)
    shown(field, 300, 400)
    editor = field.editor
    assert isinstance(editor, TextEditor)
    before = editor.box.height()
    editor.box.setFocus()
    editor.box.insertPlainText("eins\nzwei\ndrei\nvier\n")
    assert editor.box.height() > before
    qtbot.keyClick(editor.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert now(desk, record).description.startswith("eins\nzwei")
    editor.box.insertPlainText("weg")
    qtbot.keyClick(editor.box, Qt.Key.Key_Escape)
    assert "weg" in editor.box.toPlainText() and "weg" in now(desk, record).description, "prose is kept"


def test_lines_become_words_of_their_own(qtbot: QtBot, desk: Context) -> None:
    persona = desk.document.all(Persona)[0]
    field = BoundField(desk, Persona, "goals")
    qtbot.addWidget(field)
    field.show_record(persona.id)
    assert isinstance(field.editor, TextEditor)
    field.editor.box.setPlainText(" eins \n\n• zwei\n")
    assert field.commit()
    assert desk.document.get(Persona, persona.id).goals == ("eins", "zwei")
