"""The list of measures as a spreadsheet: keys, groups, columns, copying and pasting, and input that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.edits import remove_records, set_fields
from cxstudio.model import Measure, Touchpoint
from cxstudio.model.kinds import CriticalMark, MeasureStatus
from cxstudio.session import Folders
from cxstudio.session.settings import MEASURE_COLUMNS
from tests.ui.forms_desk import desk_on, measures, shown, steps
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.workspaces.measures.list_clipboard import copy_rows, paste_cells
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.measures.without_measure import WithoutMeasure
from ui.workspaces.workspace_table import BY_NAME


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


@pytest.fixture
def made(qtbot: QtBot, desk: Context) -> MeasuresWorkspace:
    workspace = BY_NAME["measures"].make(desk)
    assert isinstance(workspace, MeasuresWorkspace)
    qtbot.addWidget(workspace)
    shown(workspace, 1212, 800)
    return workspace


@pytest.fixture
def said(desk: Context) -> list[str]:
    heard: list[str] = []
    desk.messages.said.connect(heard.append)
    return heard


def cell(made: MeasuresWorkspace, row: int, name: str) -> QModelIndex:
    return made.table.index(row, made.table.column_of(name))


def at(made: MeasuresWorkspace, row: int, name: str) -> None:
    made.view.setFocus()
    made.view.setCurrentIndex(cell(made, row, name))


def press(made: MeasuresWorkspace, *keys: Qt.Key | str) -> None:
    single = [part for key in keys for part in (key if isinstance(key, str) else [key])]
    for key in single:
        editor = next((e for e in made.view.findChildren(QLineEdit) if e.isVisible()), None)
        target = editor or made.view
        QTest.keyClicks(target, key) if isinstance(key, str) else QTest.keyClick(target, key)
        QApplication.processEvents()


def paste(made: MeasuresWorkspace, text: str) -> None:
    QApplication.clipboard().setText(text)
    paste_cells(made.view)
    QApplication.processEvents()


def test_typing_begins_a_text_and_enter_goes_down(made: MeasuresWorkspace, desk: Context) -> None:
    at(made, 0, "owner_role")
    press(made, "Vorstand", Qt.Key.Key_Return)
    assert measures(desk)[0].owner_role == "Vorstand"
    assert made.view.currentIndex() == cell(made, 1, "owner_role")
    press(made, "IT", Qt.Key.Key_Tab)
    assert measures(desk)[1].owner_role == "IT"
    assert made.view.currentIndex() == cell(made, 1, "department")
    press(made, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace)
    assert measures(desk)[1].owner_role == "" and desk.selection.id == measures(desk)[1].id


def test_a_letter_picks_a_status_and_a_digit_the_points(
    made: MeasuresWorkspace, desk: Context, said: list[str]
) -> None:
    at(made, 0, "status")
    press(made, "l")
    assert measures(desk)[0].status is MeasureStatus.RUNNING
    press(made, "y")
    assert measures(desk)[0].status is MeasureStatus.RUNNING
    at(made, 0, "effort")
    press(made, "7", "9")
    assert measures(desk)[0].effort == 7 and said[-1] == "Aufwand: bitte eine Zahl von 1 bis 7."
    press(made, Qt.Key.Key_Backspace)
    assert measures(desk)[0].effort is None


def test_cells_of_a_spreadsheet_are_pasted_as_one_step(made: MeasuresWorkspace, desk: Context) -> None:
    at(made, 1, "start")
    start = steps(desk)
    paste(made, "1.3.2031\t30.9.2031\t2\t6\n2031-04-01\t\t7\n")
    second, third = measures(desk)[1:3]
    assert (second.start, second.due, second.effort, second.impact) == (date(2031, 3, 1), date(2031, 9, 30), 2, 6)
    assert (third.start, third.due, third.effort) == (date(2031, 4, 1), None, 7)
    assert steps(desk) == start + 1


def test_what_does_not_fit_is_said_and_the_rest_is_kept(
    made: MeasuresWorkspace, desk: Context, said: list[str]
) -> None:
    at(made, 0, "status")
    paste(made, "Fast fertig\nErledigt\nläuft")
    assert [m.status for m in measures(desk)[:3]] == ["proposed", "done", "running"]
    assert said[-1].startswith("„Fast fertig“ gibt es nicht. Möglich sind: Idee, Zur Freigabe, ")
    assert said[-1].endswith("1 Zelle blieb, wie sie war.")
    at(made, 0, "department")
    paste(made, "Raumfahrt")
    assert said[-1].startswith("Es gibt keine Abteilung „Raumfahrt“.")
    at(made, 5, "effort")
    paste(made, "1\n2")
    assert measures(desk)[5].effort == 1 and said[-1].startswith("Es gibt weniger Zeilen")


@pytest.mark.parametrize("day", ["31.2.", "31.02.2026", "1.1.1850", "bald", "0.0.0"])
def test_a_day_there_is_not_changes_nothing(made: MeasuresWorkspace, desk: Context, said: list[str], day: str) -> None:
    before = measures(desk)[0].due
    at(made, 0, "due")
    press(made, day[0], Qt.Key.Key_Escape)
    made.view.edit_cell(cell(made, 0, "due"))
    editor = next(e for e in made.view.findChildren(QLineEdit) if e.isVisible())
    editor.setText(day)
    editor.setModified(True)
    press(made, Qt.Key.Key_Return)
    if day == "1.1.1850":  # a day like any other: kept, and drawn at the beginning of the schedule
        assert measures(desk)[0].due in (before, date(1850, 1, 1))
    else:
        assert measures(desk)[0].due == before and len(said) == 1


def test_due_before_the_start_is_kept_and_said(made: MeasuresWorkspace, desk: Context, said: list[str]) -> None:
    at(made, 0, "start")
    paste(made, "5.3.2031\t1.3.2031")
    assert measures(desk)[0].due == date(2031, 3, 1)
    assert said[-1] == "Fällig am 01.03.2031, beginnt aber erst am 05.03.2031. Bitte beide Termine prüfen."


def test_rows_are_copied_with_headings_and_without_formulas(made: MeasuresWorkspace, desk: Context) -> None:
    with desk.session.transaction("t") as draft:
        set_fields(draft, Measure, measures(desk)[0].id, title="=1+1")
    desk.selection.select(measures(desk)[0].id)
    copy_rows(made.view)
    head, line = QApplication.clipboard().text().strip().split("\n")
    assert head.split("\t")[:3] == ["Nr.", "Titel", "Verantwortlich"]
    assert line.split("\t")[1] == "'=1+1"


def test_groups_have_titles_that_are_no_rows_to_select(made: MeasuresWorkspace, desk: Context) -> None:
    made.group_by(Grouping.DEPARTMENT)
    titles = made.table.titles
    assert titles[0] == 0 and len(titles) >= 4
    assert made.table.index(0, 0).data().split(" · ")[1].isdecimal()
    made.view.selectAll()
    assert len(made.view.selected_measures()) == 6
    at(made, 1, "title")
    for _ in range(12):
        press(made, Qt.Key.Key_Down)
        assert made.table.measure(made.view.currentIndex()) is not None
    with desk.session.transaction("gone") as draft:
        remove_records(draft, [m.department for m in measures(desk) if m.department])
    assert made.table.index(made.table.titles[-1], 0).data() == "Ohne Abteilung · 6"
    made.group_by(Grouping.NONE)
    assert made.table.titles == [] and made.table.rowCount() == 6


def test_columns_are_chosen_for_every_project(made: MeasuresWorkspace, desk: Context, qtbot: QtBot) -> None:
    menu = made.bar.columns_menu()
    next(a for a in menu.actions() if a.text() == "Ziele").trigger()
    next(a for a in made.bar.columns_menu().actions() if a.text() == "Aufwand").trigger()
    assert "Ziele" in [made.table.title(c) for c in range(made.table.columnCount())]
    assert made.table.column_of("effort") == -1 and "Targets" in desk.settings[MEASURE_COLUMNS]
    at(made, 0, "title")
    assert made.table.index(0, made.table.columnCount() - 1).data().startswith("Erlebnis")
    again = BY_NAME["measures"].make(desk)
    assert isinstance(again, MeasuresWorkspace)
    qtbot.addWidget(again)
    assert again.table.columns == made.table.columns
    made.choose_columns([])
    assert made.table.column_of("effort") > 0


def test_a_reason_of_the_group_takes_a_touchpoint_off_the_list(made: MeasuresWorkspace, desk: Context) -> None:
    first = made.without.touchpoints[0]
    made.without.ask(first.id)
    (line,) = made.without.findChildren(Line)
    assert line.hasFocus()
    QTest.keyClicks(line, "Kommt 2027 mit dem neuen Portal.")
    with desk.session.transaction("elsewhere") as draft:
        set_fields(draft, Touchpoint, "t01", name="Website")
    QApplication.processEvents()
    (line,) = [w for w in made.without.findChildren(Line) if w.isVisible()]
    assert line.text() == "Kommt 2027 mit dem neuen Portal."
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.document.get(Touchpoint, first.id).no_measure_reason == "Kommt 2027 mit dem neuen Portal."
    assert first.id not in {t.id for t in made.without.touchpoints}


def test_what_has_no_measure_follows_every_step_of_the_plan_and_the_journey(
    made: MeasuresWorkspace, desk: Context
) -> None:
    def waiting() -> list[str]:
        return [t.id for t in made.without.touchpoints]

    def afresh() -> list[str]:
        again = WithoutMeasure(desk)
        again.refresh()
        return [t.id for t in again.touchpoints]

    first = waiting()[0]
    mine = measures(desk)[0].id
    for kind, record, values in (
        (Measure, mine, {"title": "Anders genannt"}),
        (Measure, mine, {"touchpoints": (first,)}),
        (Measure, mine, {"status": MeasureStatus.DROPPED}),
        (Measure, mine, {"status": MeasureStatus.RUNNING}),
        (Touchpoint, first, {"critical": CriticalMark.NO}),
        (Measure, mine, {"touchpoints": ()}),
        (Touchpoint, first, {"critical": CriticalMark.YES}),
    ):
        with desk.session.transaction("step") as draft:
            set_fields(draft, kind, record, **values)
        assert waiting() == afresh()
    assert waiting()[0] == first


def test_critical_ones_come_first_and_are_counted_beside_every_view(made: MeasuresWorkspace, desk: Context) -> None:
    with desk.session.transaction("drop") as draft:
        for measure in measures(desk):
            set_fields(draft, Measure, measure.id, touchpoints=())
    for view in ("list", "schedule", "board", "effort_impact"):
        made.show_view(view)
        QApplication.processEvents()
        assert made.without.isVisible()
        assert made.without.heading.text() == "3 kritisch, noch ohne Maßnahme"
        assert [t.id for t in made.without.touchpoints[:3]] == ["t08", "t12", "t04"]
    made.without.add("t08")
    assert made.without.heading.text() == "2 kritisch, noch ohne Maßnahme"
    board = made.board
    assert board is not None and board.view.editor.isVisible()
