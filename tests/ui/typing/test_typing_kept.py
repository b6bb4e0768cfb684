"""What is typed and not yet in the document stays when palette or language are switched in the middle of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cxstudio.exchange.survey.survey_mapping import Role, SurveyMapping
from cxstudio.model import Measure, Round, Touchpoint
from cxstudio.model.kinds import FigureKind, RoundKind
from tests.ui.conftest import OpenWindow
from tests.ui.pages.test_import_page import SURVEY
from tests.ui.place_desk import LOOKS, find, settle, touchpoints
from ui.canvas.interaction.inline_editor import InlineEditor
from ui.main_window.main_window import MainWindow
from ui.main_window.window_place import open_sheets
from ui.notes.quick_note import NoteLine
from ui.pages.import_columns import Columns
from ui.pages.import_page import ImportPage
from ui.pages.new_journey_page import FirstJourneyPage
from ui.pages.settings_page import SettingsPage
from ui.shell.command_palette import Finder
from ui.shell.handbook import Handbook
from ui.workspaces.journey.clipboard.paste_preview import PasteSheet
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.rate.journey_figures.benchmark_sheet import BenchmarkSheet
from ui.workspaces.rate.journey_figures.count_sheet import CountSheet
from ui.workspaces.rate.journey_figures.journey_figures_page import JourneyTab
from ui.workspaces.rate.rounds.new_round_sheet import NewPerson, NewRound
from ui.workspaces.rate.rounds.people_sheet import PeopleSheet
from ui.workspaces.rate.rounds.running_round_sheet import RoundSheet

Key = Qt.Key


def look_otherwise(window: MainWindow) -> None:
    """Another palette, then another language."""
    for look in LOOKS:
        window.context.commands.run(look)
        settle()


def keyboard(window: MainWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_a_half_typed_note(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.commands.run("go.measures")
    came_from = type(keyboard(window))
    window.context.commands.run("frame.note")
    QTest.keyClicks(window.shell.overlay(NoteLine).line, "Nobody tells us what")
    window.shell.overlay(NoteLine).line.setCursorPosition(6)
    look_otherwise(window)
    line = window.shell.overlay(NoteLine).line
    assert keyboard(window) is line and line.text() == "Nobody tells us what" and line.cursorPosition() == 6
    QTest.keyClick(line, Key.Key_Escape)
    assert type(keyboard(window)) is came_from


@pytest.mark.parametrize("kind", [Finder, Handbook])
def test_what_is_laid_over_the_window(sample_window: MainWindow, kind: type[Finder | Handbook]) -> None:
    window = sample_window
    window.context.commands.run("frame.find" if kind is Finder else "frame.handbook")
    overlay = window.shell.overlay(kind)
    if isinstance(overlay, Finder):
        QTest.keyClicks(overlay.line, "hotline")
    else:
        overlay.page.verticalScrollBar().setValue(900)
    look_otherwise(window)
    again = window.shell.overlay(kind)
    assert again.isVisible() and again is not overlay and again.isAncestorOf(keyboard(window))
    if isinstance(again, Finder):
        assert again.line.text() == "hotline" and again._found
    else:
        assert again.page.verticalScrollBar().value() == 900


def test_a_new_journey_with_its_template_and_stages(open_window: OpenWindow) -> None:
    window = open_window()
    window.context.commands.run("project.new")
    page = find(window, FirstJourneyPage)
    QTest.keyClicks(page.about, "Moving house")
    QTest.keyClicks(page.ends, "Six weeks later")
    page.templates.choose(list(page.templates._tiles)[2])
    page.stages._fields[1].line.setText("A stage of ours")
    page.stages._add_empty()
    QTest.keyClicks(page.stages._fields[-1].line, "And ano")
    names, template = page.stages.names(), page.templates.value
    look_otherwise(window)
    page = find(window, FirstJourneyPage)
    assert (page.about.text(), page.persona.text(), page.ends.text()) == ("Moving house", "", "Six weeks later")
    kept = page.stages.names()
    assert (len(kept), kept[1], kept[-1]) == (len(names), "A stage of ours", "And ano")
    assert kept[0] != names[0] and page.templates.value == template, "stages nobody renamed follow the language"
    assert isinstance(line := keyboard(window), QLineEdit) and line.text() == "And ano"
    QTest.keyClicks(line, "ther")
    page.start.click()
    stages = [s.name for s in window.context.document.stages(window.context.selection.journey or "")]
    assert stages[1] == "A stage of ours" and stages[-1] == "And another"
    assert window.context.document.all(Touchpoint), "the template's touchpoints came along"


def test_a_new_journey_nobody_touched_is_proposed_in_the_new_language(open_window: OpenWindow) -> None:
    window = open_window(language="en")
    window.context.commands.run("project.new")
    english = find(window, FirstJourneyPage).stages.names()
    window.context.commands.run("look.language")
    assert find(window, FirstJourneyPage).stages.names() != english


def test_an_import_with_what_was_chosen(sample_window: MainWindow, tmp_path: Path) -> None:
    window, path = sample_window, tmp_path / "survey.csv"
    path.write_text(SURVEY, encoding="utf-8")
    window.import_file(path)
    page = find(window, ImportPage)
    model = page.findChild(Columns)
    assert model is not None
    model.setData(model.index(3, 2), "")
    model.setData(model.index(2, 3), "Website", Qt.ItemDataRole.EditRole)
    page.set_joining(False)
    look_otherwise(window)
    page = find(window, ImportPage)
    assert page.reading is not None and isinstance(mapping := page.reading.plan.mapping, SurveyMapping)
    assert [use.role for use in mapping.columns] == [Role.RESPONDENT, Role.EXPECTATION, Role.EXPERIENCE]
    assert mapping.columns[2].touchpoint == "Website" and page._join is False
    assert page._title.text() == "survey.csv" and page.new.isEnabled()


def test_a_file_that_cannot_be_read_still_says_so(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    (tmp_path / "empty.csv").write_bytes(b"")
    window.import_file(tmp_path / "empty.csv")
    assert find(window, ImportPage)._error.isVisible()
    window.context.commands.run("look.palette")
    settle()
    assert find(window, ImportPage)._error.isVisible()


def test_the_settings_stay_open_with_the_keyboard(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.commands.run("go.rate")
    window.context.commands.run("frame.settings")
    page = find(window, SettingsPage)
    page.letters.setFocus()
    page.palette_choice.chosen.emit("dark")
    settle()
    page = find(window, SettingsPage)
    assert page.letters.hasFocus() and window.context.theme.dark
    QTest.keyClick(page, Key.Key_Escape)
    assert window.shell.view.name == "rate"


def test_a_list_about_to_be_pasted(sample_window: MainWindow) -> None:
    window = sample_window
    QGuiApplication.clipboard().setText("Stage\tTouchpoint\tCost\nA\tOne\t5\nA\tTwo\t6\nB\tThree\t7")
    window.context.commands.run("journey.paste")
    sheet = find(window, PasteSheet)
    sheet.combos[2].setCurrentIndex(sheet.combos[2].findData("cases_per_month"))
    sheet.combos[2].activated.emit(0)
    QGuiApplication.clipboard().setText("something else by now")
    chosen, before = [c.currentData() for c in sheet.combos], len(touchpoints(window))
    look_otherwise(window)
    sheet = find(window, PasteSheet)
    assert [c.currentData() for c in sheet.combos] == chosen and chosen[2] == "cases_per_month"
    assert sheet.isAncestorOf(keyboard(window))
    QTest.keyClick(keyboard(window), Key.Key_Return)
    assert len(touchpoints(window)) == before + 3


def test_what_was_cut_still_comes_back_with_its_ratings(sample_window: MainWindow) -> None:
    window = sample_window
    wanted = touchpoints(window)[4]
    shown = window.context.bridge.shown_figures(window.context.selection.journey)
    assert shown is not None and (figures := shown.of(wanted)) is not None
    name, n = window.context.document.get(Touchpoint, wanted).name, figures.n
    window.context.selection.select(wanted)
    window.context.commands.run("journey.cut")
    look_otherwise(window)
    window.context.commands.run("journey.paste")
    again = window.context.selection.of(Touchpoint)
    shown = window.context.bridge.shown_figures(window.context.selection.journey)
    assert again is not None and again.name == name and shown is not None
    assert (figures := shown.of(again.id)) is not None and figures.n == n > 0


def test_a_round_about_to_begin(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.commands.run("go.rate")
    window.context.commands.run("rate.new_round")
    sheet = find(window, NewRound)
    title = keyboard(window)
    assert isinstance(title, QLineEdit)
    QTest.keyClicks(title, "After the move")
    sheet.scale._clicked(5)
    kind = sheet.editors["kind"]
    kind.show_value(RoundKind.SURVEY)
    before = len(window.context.document.all(Round))
    look_otherwise(window)
    assert len(open_sheets(window)) == 1
    sheet = find(window, NewRound)
    assert isinstance(title := keyboard(window), QLineEdit) and title.text() == "After the move"
    sheet.finish()
    made = window.context.document.all(Round)[-1]
    assert len(window.context.document.all(Round)) == before + 1
    assert (made.title, made.scale, made.kind) == ("After the move", 5, RoundKind.SURVEY)


def test_a_title_nobody_typed_is_proposed_in_the_new_language(sample_window: MainWindow) -> None:
    sample_window.context.commands.run("go.rate")
    sample_window.context.commands.run("rate.new_round")
    look_otherwise(sample_window)
    assert isinstance(title := keyboard(sample_window), QLineEdit) and title.text().startswith("Runde")


@pytest.mark.parametrize(
    ("command", "kind"), [("rate.new_person", NewPerson), ("rate.people", PeopleSheet), ("rate.edit_round", RoundSheet)]
)
def test_a_sheet_of_people_and_rounds(sample_window: MainWindow, command: str, kind: type[NewPerson]) -> None:
    window = sample_window
    window.context.commands.run("go.rate")
    window.context.commands.run(command)
    line = next(w for w in find(window, kind).findChildren(QLineEdit) if w.isVisible() and w.isEnabled())
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Frau Neuma")
    look_otherwise(window)
    sheet = find(window, kind)
    assert isinstance(line := keyboard(window), QLineEdit) and sheet.isAncestorOf(line)
    assert line.text() == "Frau Neuma" and line.cursorPosition() == 10
    QTest.keyClicks(line, "nn")
    assert line.text() == "Frau Neumann"


@pytest.mark.parametrize("kind", [CountSheet, BenchmarkSheet])
def test_figures_of_the_journey_being_typed(sample_window: MainWindow, kind: type[CountSheet | BenchmarkSheet]) -> None:
    window = sample_window
    window.context.commands.run("rate.reopen_round")
    window.context.commands.run("rate.show_journey")
    page = find(window, JourneyTab)
    (page.cards[FigureKind.CSAT].enter if kind is CountSheet else page.others.add).click()
    sheet = find(window, kind)
    if isinstance(sheet, CountSheet):
        sheet.scale._clicked((1, 7))
        settle()
        sheet.boxes[6].setFocus()
        QTest.keyClicks(sheet.boxes[6], "23")
    else:
        sheet.about.setCurrentIndex(3)
        sheet.figure.setCurrentIndex(2)
        QTest.keyClicks(sheet.source, "A study")
    look_otherwise(window)
    again = find(window, kind)
    assert again.isAncestorOf(keyboard(window))
    if isinstance(again, CountSheet):
        assert again.figure is FigureKind.CSAT and again.ends == (1, 7) and again.boxes[6].text() == "23"
    elif isinstance(sheet, BenchmarkSheet):
        assert (again.about.currentIndex(), again.figure.currentIndex()) == (3, 2)
        assert again.source.text() == "A study"


# Typing in place


def test_a_name_typed_on_the_map_is_typed_on(sample_window: MainWindow) -> None:
    window = sample_window
    wanted = touchpoints(window)[5]
    name = window.context.document.get(Touchpoint, wanted).name
    window.context.selection.select(wanted)
    undoable = window.context.session.store.history.undoable
    window.context.commands.run("journey.rename")
    field = keyboard(window)
    QTest.keyClick(field, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "Old ")
    look_otherwise(window)
    field = keyboard(window)
    assert isinstance(field, InlineEditor) and field.isVisible() and field.toPlainText() == f"Old {name}"
    QTest.keyClicks(field, "dear ")
    QTest.keyClick(field, Key.Key_Return)
    assert window.context.document.get(Touchpoint, wanted).name == f"Old dear {name}"
    window.context.commands.run("edit.undo")
    assert window.context.document.get(Touchpoint, wanted).name == name
    assert window.context.session.store.history.undoable is undoable, "one step, as if nothing had happened"


def test_a_card_that_has_no_name_yet_is_not_lost(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.selection.select(touchpoints(window)[5])
    before = len(touchpoints(window))
    window.context.commands.run("journey.new_touchpoint")
    look_otherwise(window)
    assert len(touchpoints(window)) == before + 1
    QTest.keyClicks(keyboard(window), "Kiosk")
    QTest.keyClick(keyboard(window), Key.Key_Return)
    assert window.context.document.get(Touchpoint, touchpoints(window)[6]).name == "Kiosk"
    assert find(window, JourneyWorkspace).editor.field.isVisible(), "and the next one is there"
    QTest.keyClick(keyboard(window), Key.Key_Escape)
    assert len(touchpoints(window)) == before + 1


def test_a_cell_of_the_measures(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.commands.run("go.measures")
    view = find(window, MeasuresWorkspace).view
    view.edit_cell(view.table.index(1, 1))
    QTest.keyClick(keyboard(window), Key.Key_Home)
    QTest.keyClicks(keyboard(window), "Now ")
    look_otherwise(window)
    line = keyboard(window)
    assert isinstance(line, QLineEdit) and line.text().startswith("Now ") and line.cursorPosition() == 4
    QTest.keyClicks(line, "at once ")
    QTest.keyClick(line, Key.Key_Return)
    settle()
    assert window.context.document.all(Measure)[1].title.startswith("Now at once ")


def test_a_field_of_the_inspector_with_its_cursor(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.selection.select(touchpoints(window)[2])
    settle()
    inspector = window.shell.view.inspector
    assert inspector is not None
    field = next(w for w in inspector.findChildren(QPlainTextEdit) if w.isVisible())
    field.setFocus()
    QTest.keyClick(field, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "First ")
    look_otherwise(window)
    field = keyboard(window)
    assert isinstance(field, QPlainTextEdit) and field.toPlainText().startswith("First ")
    assert field.textCursor().position() == 6


def test_the_map_has_the_keyboard_again(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.selection.select(touchpoints(window)[2])
    window.shell.view.current.take_focus()  # type: ignore[union-attr]
    look_otherwise(window)
    QTest.keyClick(keyboard(window), Key.Key_Right)
    assert window.context.selection.id == touchpoints(window)[3]
