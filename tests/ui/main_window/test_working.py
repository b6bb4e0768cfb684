"""Working in the window: saving, undo, finder, note line, language, colours, keys."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from cxstudio.look.roles import Role
from cxstudio.model import Note, ReportSettings, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.session.settings import LETTER_KEYS
from ui.dialogs import file_choosers as choosers
from ui.main_window.main_window import MainWindow
from ui.notes.quick_note import NoteLine
from ui.shell.command_palette import Finder
from ui.shell.saved_state import SavedState


def rename(window: MainWindow, name: str) -> str:
    """One step, as any edit makes it; returns the touchpoint's id."""
    touchpoint = window.context.document.journey_touchpoints(window.context.selection.journey)[0]
    with window.context.session.transaction("Rename") as draft:
        draft.update(Touchpoint, touchpoint.id, name=name)
    return touchpoint.id


def saved_state(window: MainWindow) -> str:
    state = window.shell.findChild(SavedState)
    assert state is not None
    return state.text()


def test_saving_undo_and_title(sample_window, tmp_path, monkeypatch):
    window, path = sample_window, tmp_path / "moving.cxs"
    commands = window.context.commands
    assert saved_state(window) == "not saved yet"
    assert not commands.action("edit.undo").isEnabled()
    touchpoint = rename(window, "Portal")
    assert commands.action("edit.undo").isEnabled()
    assert window.isWindowModified()
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    commands.run("project.save")
    window.context.session.work.finish()
    assert path.is_file()
    assert saved_state(window).startswith("saved ")
    assert not window.isWindowModified()
    rename(window, "Portal 2")
    assert saved_state(window).startswith("changed since ")
    commands.run("edit.undo")
    assert window.context.document.get(Touchpoint, touchpoint).name == "Portal"
    commands.run("edit.redo")
    assert window.context.document.get(Touchpoint, touchpoint).name == "Portal 2"
    other = tmp_path / "other.cxs"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: other)
    commands.run("project.save_as")
    window.context.session.work.finish()
    assert window.context.session.path == other


def test_a_chooser_closed_without_a_name_changes_nothing(sample_window, monkeypatch):
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: None)
    monkeypatch.setattr(choosers, "name_to_open", lambda *_: None)
    for command in ("project.save", "project.save_as", "project.open", "project.import_table", "export.report"):
        sample_window.context.commands.run(command)
    assert sample_window.context.session.path is None
    assert sample_window.shell.page == "project"


def test_the_finder_finds_touchpoints_commands_and_synonyms(sample_window, qtbot):
    window = sample_window
    window.context.commands.run("go.rate")
    window.context.commands.run("frame.find")
    finder = window.shell.overlay(Finder)
    finder.line.setText("hotline")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    record = window.context.selection.of(Touchpoint)
    assert record is not None
    assert "otline" in record.name
    assert window.shell.view.name == "journey"
    assert not finder.isVisible()
    window.context.commands.run("frame.find")
    finder.line.setText("customer journey")
    assert finder._found[0].text == "Journey"
    finder.line.setText("zzzz")
    assert not finder._found
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert not finder.isVisible()


def test_a_click_closes_the_note_line_though_the_field_it_came_from_is_gone(sample_window, qtbot):
    window = sample_window
    field = QLineEdit(window.shell)
    field.show()
    field.setFocus()
    window.context.commands.run("frame.note")
    note = window.shell.overlay(NoteLine)
    assert note.isVisible()
    field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.mouseClick(window.shell, Qt.MouseButton.LeftButton, pos=QPoint(3, window.shell.height() - 60))
    assert not note.isVisible()


def test_a_full_stop_opens_the_note_line_anywhere_but_in_a_text(sample_window, qtbot):
    window = sample_window
    for workspace in ("journey", "rate", "report"):
        window.context.commands.run(f"go.{workspace}")
        came_from = QApplication.focusWidget()
        qtbot.keyClick(came_from or window, Qt.Key.Key_Period)
        line = window.shell.overlay(NoteLine).line
        assert line.hasFocus(), workspace
        line.setText(f"Gesagt in {workspace}")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.hasFocus() and line.text() == ""
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is came_from
    notes = [n for n in window.context.document.all(Note) if n.kind is NoteKind.UNSORTED]
    assert [n.text for n in notes][-3:] == ["Gesagt in journey", "Gesagt in rate", "Gesagt in report"]
    field = next(f for f in window.findChildren(QLineEdit) if f.isVisible() and f.isEnabled())
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Period)
    assert not window.shell.overlay(NoteLine).isVisible()
    assert "." in field.text()


def test_the_note_line_stays_for_the_next_note_and_keeps_an_unfinished_one(sample_window, qtbot):
    sample_window.context.commands.run("frame.note")
    line = sample_window.shell.overlay(NoteLine).line
    for text in ("first", "second"):
        line.insert(text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    line.insert("half")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not sample_window.shell.overlay(NoteLine).isVisible()
    notes = [n.text for n in sample_window.context.document.all(Note) if n.kind is NoteKind.UNSORTED]
    assert notes[-2:] == ["first", "second"]
    sample_window.context.commands.run("frame.note")
    assert line.text() == "half"


def test_the_keyboard_never_falls_on_the_start_page(sample_window, qtbot):
    window = sample_window
    for workspace in ("measures", "rate", "journey"):
        window.context.commands.run(f"go.{workspace}")
        button = QPushButton("goes away", window.shell.view.current)
        button.show()
        button.setFocus()
        assert button.hasFocus()
        button.hide()
        assert window.shell.view.current.isAncestorOf(QApplication.focusWidget()), workspace
        button.show()
        button.setFocus()
        button.setEnabled(False)
        assert window.shell.view.current.isAncestorOf(QApplication.focusWidget()), workspace


def test_a_measure_from_the_card_is_named_next(sample_window, qtbot):
    window = sample_window
    window.context.commands.run("go.measures")
    workspace = window.shell.view.current
    adder = [b for b in workspace.without.findChildren(QPushButton) if b.text() == "+ Measure"][0]
    adder.setFocus()
    qtbot.mouseClick(adder, Qt.MouseButton.LeftButton)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit) and workspace.view.isAncestorOf(editor)
    assert editor.text().startswith("Measure for") and editor.selectedText() == editor.text()


def test_an_empty_note_is_no_note(sample_window, qtbot):
    before = len(sample_window.context.document)
    sample_window.context.commands.run("frame.note")
    line = sample_window.shell.overlay(NoteLine).line
    line.setText("   ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(sample_window.context.document) == before


def test_language_and_colours_change_while_working_and_keep_the_place(sample_window):
    window = sample_window
    touchpoint = window.context.document.journey_touchpoints(window.context.selection.journey)[7].id
    window.context.selection.select(touchpoint)
    window.context.commands.run("go.rate")
    window.context.commands.run("look.language")
    assert window.context.texts.language == "de"
    assert window.context.commands.action("project.save").text() == "Speichern"
    assert window.context.selection.id == touchpoint
    assert window.shell.view.name == "rate"
    light = window.context.theme.colour(Role.SURFACE).lightness()
    window.context.commands.run("look.palette")
    assert window.context.theme.dark
    assert window.context.theme.colour(Role.SURFACE).lightness() < light
    assert window.shell.grab().toImage().pixelColor(8, window.shell.height() - 8).lightness() < 90


def test_settings_take_effect_at_once_and_stay_on_their_page(sample_window):
    window = sample_window
    window.context.commands.run("frame.settings")
    page = window.shell.pages.currentWidget()
    page.language.chosen.emit("de")
    assert window.context.texts.language == "de"
    assert window.shell.page == "settings"
    window.shell.pages.currentWidget().letters.setChecked(False)
    assert window.context.settings[LETTER_KEYS] is False
    assert window.context.commands.action("frame.note").shortcut().isEmpty()
    assert window.context.commands.action("journey.new_stage").shortcut().isEmpty(), "a capital is a letter, too"
    assert window.context.commands.action("project.save").shortcut() == QKeySequence("Ctrl+S")


def test_qt_itself_speaks_the_language_of_the_window(open_window):
    open_window(language="de")
    assert QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+K"
    open_window(language="en")
    assert QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+K"


def test_what_is_still_being_typed_is_saved(sample_window, tmp_path, monkeypatch, qtbot):
    window = sample_window
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: tmp_path / "typed.cxs")
    window.context.commands.run("go.report")
    field = window.shell.view.current.form.fields["decision_by"].editor.findChild(QLineEdit)
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "The board of all boards")
    window.context.commands.run("project.save")
    window.context.session.work.finish()
    assert window.context.document.all(ReportSettings)[0].decision_by == "The board of all boards"
    assert field.hasFocus()
    assert not window.context.session.dirty


def test_a_command_of_the_map_found_elsewhere_is_done_on_the_map(sample_window, qtbot):
    window = sample_window
    window.context.commands.run("go.measures")
    window.context.commands.run("frame.find")
    finder = window.shell.overlay(Finder)
    finder.line.setText("zoom to the whole")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert window.shell.view.name == "journey"


def test_escape_leaves_a_page(sample_window, open_window, qtbot):
    for window, expected in ((sample_window, "project"), (open_window(), "start")):
        window.context.commands.run("frame.settings")
        qtbot.keyClick(window.shell.pages.currentWidget(), Qt.Key.Key_Escape)
        assert window.shell.page == expected
