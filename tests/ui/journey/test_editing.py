"""The inline editor by hand: what it keeps, what it gives back, and what one step of the history is."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields
from cxstudio.layout.display.display_list import TextLine
from cxstudio.model import BackstageStep, Document, Journey, Measure, Note, Stage, Touchpoint
from tests.ui.journey_desk import LEFT, NONE, Desk
from ui.canvas.interaction.zoom import at

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    made = Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)
    made.context.selection.select("t02")
    return made


def name_of(desk: Desk, touchpoint: str = "t02") -> str:
    return desk.document.get(Touchpoint, touchpoint).name


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_a_key_edits_the_selected_card(desk: Desk, key: Key) -> None:
    desk.key(key)
    desk.write("Rechner")
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Rechner"
    assert not desk.workspace.editor.field.open
    assert desk.workspace.view.hasFocus(), "the map has the keyboard again"


def test_a_double_click_edits(desk: Desk) -> None:
    QTest.mouseDClick(desk.workspace.view.viewport(), LEFT, NONE, desk.card("t03"))
    desk.write("Portale")
    desk.key(Key.Key_Return)
    assert name_of(desk, "t03") == "Portale"


def test_letters_are_letters_while_editing(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    desk.write("knX7*")
    desk.key(Key.Key_Return)
    assert name_of(desk) == "knX7*"
    assert len(desk.document.journey_touchpoints(desk.journey)) == 14


def test_escape_gives_back_what_stood_there(desk: Desk, qtbot: QtBot) -> None:
    before = desk.document
    desk.key(Key.Key_F2)
    desk.write("Etwas anderes")
    qtbot.waitUntil(lambda: name_of(desk) == "Etwas anderes", timeout=60_000)  # committed on idle
    desk.write(" und mehr")
    desk.key(Key.Key_Escape)
    assert desk.document == before
    assert desk.session.store.history.undoable is None, "an editing taken back leaves no step"


def test_idle_commits_and_all_of_it_is_one_step(desk: Desk, qtbot: QtBot) -> None:
    before = name_of(desk)
    desk.key(Key.Key_F2)
    desk.write("Erst das")
    qtbot.waitUntil(lambda: name_of(desk) == "Erst das", timeout=60_000)
    assert desk.workspace.editor.field.open, "the editing goes on"
    desk.write(", dann das")
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Erst das, dann das"
    assert desk.session.undo() is not None
    assert name_of(desk) == before
    assert desk.session.store.history.undoable is None


def test_losing_the_focus_commits(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    desk.write("Rechner")
    desk.workspace.overview.setFocus()
    desk.settle()
    assert name_of(desk) == "Rechner"


def test_undo_works_inside_first_and_outside_afterwards(desk: Desk) -> None:
    desk.context.commands.run("journey.stardust")
    desk.key(Key.Key_F2)
    desk.write("x")
    field = desk.workspace.editor.field
    desk.key(Key.Key_Z, CONTROL)
    assert field.open and field.toPlainText() == name_of(desk)
    assert desk.document.get(Touchpoint, "t02").stardust
    while field.document().isUndoAvailable():
        desk.key(Key.Key_Z, CONTROL)
    desk.key(Key.Key_Z, CONTROL)
    assert not field.open
    assert not desk.document.get(Touchpoint, "t02").stardust


def test_a_rich_paste_comes_in_plain_and_on_one_line(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    data = QMimeData()
    data.setHtml("<b>Fett</b>")
    data.setText("Fett\nund\tmehr")
    desk.workspace.editor.field.insertFromMimeData(data)
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Fett und mehr"


def test_an_input_method_composes_in_the_field(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    field = desk.workspace.editor.field
    field.selectAll()
    composing = QInputMethodEvent("はし", [])
    QApplication.sendEvent(field, composing)
    done = QInputMethodEvent()
    done.setCommitString("橋")
    QApplication.sendEvent(field, done)
    desk.key(Key.Key_Return)
    assert name_of(desk) == "橋"


def test_zooming_and_scrolling_while_editing(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    desk.write("Rechner")
    field = desk.workspace.editor.field
    before = field.geometry()
    desk.workspace.zooming.set_zoom(at(1.5))
    desk.settle()
    assert field.open and field.isVisible() and field.geometry().width() > before.width()
    assert field.font().pixelSize() > 13
    desk.workspace.zooming.set_zoom(at(0.2))
    desk.settle()
    assert field.open and field.width() >= 150, "the field stays readable"
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Rechner"


def test_a_change_from_elsewhere_is_shown_unless_something_is_typed(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    field = desk.workspace.editor.field
    with desk.session.transaction("elsewhere") as draft:
        set_fields(draft, Touchpoint, "t02", name="Von außen")
    assert field.open and field.toPlainText() == "Von außen"
    desk.write("Von hier")
    with desk.session.transaction("elsewhere") as draft:
        set_fields(draft, Touchpoint, "t02", name="Noch einmal von außen")
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Von hier"


def test_what_is_edited_may_disappear(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    desk.write("Rechner")
    with desk.session.transaction("elsewhere") as draft:
        draft.remove("t02")
    assert not desk.workspace.editor.field.open
    assert "t02" not in desk.document


def test_tab_goes_from_text_to_text(desk: Desk) -> None:
    desk.context.selection.select("t04")
    desk.key(Key.Key_F2)
    desk.key(Key.Key_Tab)
    record = desk.document.find(desk.workspace.editor.record)
    assert isinstance(record, Note) and record.about == "t04"
    while isinstance(desk.document.find(desk.workspace.editor.record), Note):
        desk.key(Key.Key_Tab)
    desk.key(Key.Key_Backtab)
    assert isinstance(desk.document.find(desk.workspace.editor.record), Note)
    desk.key(Key.Key_Escape)


def test_a_new_touchpoint_left_empty_goes_again(desk: Desk) -> None:
    before = desk.document
    desk.key(Key.Key_N)
    assert len(desk.document.journey_touchpoints(desk.journey)) == 15
    desk.key(Key.Key_Return)
    assert desk.document == before
    assert desk.session.store.history.undoable is None


def test_the_header_renames_its_stage(desk: Desk) -> None:
    header = desk.workspace.area.header
    rect = header.stage_rect("stage1")
    assert rect is not None
    QTest.mouseDClick(header, LEFT, NONE, rect.center().toPoint())
    desk.write("Vorher")
    desk.key(Key.Key_Return)
    assert desk.document.get(Stage, "stage1").name == "Vorher"


def test_a_note_is_added_and_written_in_place(desk: Desk) -> None:
    desk.context.commands.run("journey.add_hurdle")
    desk.settle()
    desk.write("zu langsam")
    desk.key(Key.Key_Return)
    note = next(n for n in desk.document.having(Note, "about", "t02") if n.text == "zu langsam")
    assert desk.workspace.view.place_of(note.id) is not None
    assert desk.session.undo() is not None
    assert note.id not in desk.document


def test_the_first_touchpoint_goes_into_the_first_stage(qtbot: QtBot, tmp_path: Path) -> None:
    stages = [Stage(id=f"s{n}", journey="j", order=f"a{n}", name=f"Stage {n}") for n in range(3)]
    made = Desk(qtbot, tmp_path, Document([Journey(id="j", title="Umzug"), *stages]))
    made.key(Key.Key_N)
    made.write("Erster")
    made.key(Key.Key_Return)
    made.key(Key.Key_Escape)
    assert made.names == [["Erster"], [], []]
    made.context.selection.clear()
    made.key(Key.Key_N)
    made.write("Zweiter")
    made.key(Key.Key_Return)
    made.key(Key.Key_Escape)
    assert made.names == [["Erster", "Zweiter"], [], []], "behind the last touchpoint, where nothing is selected"


def test_what_was_edited_stays_where_the_arrows_start(desk: Desk) -> None:
    desk.context.selection.select("t03")
    desk.key(Key.Key_F2)
    desk.write("Portale")
    desk.key(Key.Key_Return)
    assert desk.context.selection.id == "t03"
    assert desk.workspace.view.hasFocus()
    desk.key(Key.Key_Escape)
    desk.key(Key.Key_Left)
    assert desk.context.selection.id == "t02", "the neighbour of what was selected last"


def test_the_text_is_typed_where_it_is_painted(desk: Desk) -> None:
    found = desk.workspace.view.place_of("t02")
    assert found is not None
    painted = min(i.x for i in found.group.items if isinstance(i, TextLine))
    desk.key(Key.Key_F2)
    field = desk.workspace.editor.field
    cursor = field.textCursor()
    cursor.setPosition(0)
    left = field.viewport().x() + field.cursorRect(cursor).x()
    assert abs(left - painted * desk.workspace.model.zoom.scale) <= 1.5
    desk.key(Key.Key_Escape)


def test_a_composition_is_not_kept_half_done(desk: Desk, qtbot: QtBot) -> None:
    """A pause in the middle of composing keeps what was committed before and leaves the composition alone."""
    desk.key(Key.Key_F2)
    field = desk.workspace.editor.field
    desk.write("Bruecke ")
    QApplication.sendEvent(field, QInputMethodEvent("ni", []))
    qtbot.waitUntil(lambda: name_of(desk) == "Bruecke", timeout=60_000)
    assert field.open and field.textCursor().block().layout().preeditAreaText() == "ni"
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(field, done)
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Bruecke 日本"
    assert desk.session.undo() is not None
    assert desk.session.store.history.undoable is None, "still one step"


def test_the_field_stays_over_its_card_at_every_zoom(desk: Desk) -> None:
    desk.key(Key.Key_F2)
    desk.write("Rechner")
    field, view = desk.workspace.editor.field, desk.workspace.view
    for value in (1.5, 2.5, 0.7, 1.0):
        desk.workspace.zooming.set_zoom(at(value))
        desk.settle()
        place = view.place_of("t02")
        assert place is not None and field.open and field.toPlainText() == "Rechner"
        corner = view.viewport().mapTo(desk.workspace.area, view.mapFromScene(QPointF(place.x, place.y)))
        assert abs(field.x() - corner.x()) <= 1 or field.x() == 0, "unless its card is out of view to the left"
        assert abs(field.y() - corner.y()) <= 1
    desk.key(Key.Key_Return)
    assert name_of(desk) == "Rechner"


def test_a_change_posted_by_another_thread_while_typing(desk: Desk, qtbot: QtBot) -> None:
    """Whoever types has the last word on the field, and one undo gives back what came from elsewhere."""
    desk.key(Key.Key_F2)
    desk.write("Von hier")

    def change() -> None:
        with desk.session.transaction("elsewhere") as draft:
            set_fields(draft, Touchpoint, "t02", name="Von außen", promise="zugleich")

    thread = Thread(target=lambda: desk.session.post(change))
    thread.start()
    thread.join()
    desk.session.run_posted()
    desk.settle()
    field = desk.workspace.editor.field
    assert field.open and field.toPlainText() == "Von hier"
    desk.key(Key.Key_Return)
    touchpoint = desk.document.get(Touchpoint, "t02")
    assert (touchpoint.name, touchpoint.promise) == ("Von hier", "zugleich")
    assert desk.session.undo() is not None
    assert name_of(desk) == "Von außen"


LONG = ["Wort " * 20_000, "x" * 100_000, "مرحبا " * 15_000, "e\u0301" * 50_000, "🎉" * 50_000]


@pytest.mark.parametrize("text", LONG, ids=["words", "one word", "Arabic", "combining", "emoji"])
def test_a_hundred_thousand_characters_stay_whole(desk: Desk, text: str) -> None:
    """Kept whole, shortened on the card only, and the editor shows all of it."""
    wanted = " ".join(text[:100_000].split())
    desk.key(Key.Key_F2)
    data = QMimeData()
    data.setText(text)
    desk.workspace.editor.field.insertFromMimeData(data)
    desk.key(Key.Key_Return)
    assert name_of(desk) == wanted
    card = desk.workspace.view.place_of("t02")
    assert card is not None
    lines = [i for i in card.group.items if isinstance(i, TextLine)]
    assert sum(len(line.text) for line in lines) < 1000
    desk.key(Key.Key_F2)
    assert desk.workspace.editor.field.toPlainText() == wanted
    desk.key(Key.Key_Escape)
    assert name_of(desk) == wanted


ADDING = ("add_quote", "add_hurdle", "add_opportunity", "add_measure")
IN_LANES = ("add_thought", "add_need", "add_step")


@pytest.mark.parametrize("view", ["map", "flow", "outline"])
def test_what_is_added_to_a_touchpoint_without_a_name_keeps_it(desk: Desk, view: str) -> None:
    desk.context.commands.run(f"journey.show_{view}")
    for command in (*(f"journey.{name}" for name in ADDING), *(f"lanes.{name}" for name in IN_LANES)):
        before = {t.id for t in desk.document.all(Touchpoint)}
        desk.context.commands.run("journey.new_touchpoint")
        desk.context.commands.run(command)
        desk.settle()
        (made,) = {t.id for t in desk.document.all(Touchpoint)} - before
        assert not name_of(desk, made) and desk.context.selection.record is not None
        added = [r for r in desk.document if isinstance(r, Note | Measure | BackstageStep) and made in _of(r)]
        assert len(added) == 1, command
        desk.workspace.editor.finish()
        desk.context.commands.run("edit.undo")
        desk.context.selection.select("t02")


def _of(record: Note | Measure | BackstageStep) -> tuple[str | None, ...]:
    """The touchpoints a record belongs to."""
    if isinstance(record, Measure):
        return record.touchpoints
    return (record.about if isinstance(record, Note) else record.touchpoint,)
