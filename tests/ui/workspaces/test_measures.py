"""The workspace Measures: a list to edit, sort and filter, and what the journey still asks for."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.edits import remove_records
from cxstudio.model import Department, Document, Measure, Project, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, measures, shown, steps, touchpoint
from ui.context.context import Context
from ui.workspaces.measures.measure_cells import two_lines
from ui.workspaces.measures.measure_table import COLUMNS, LINE_ROLE, STATUS, TITLE
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.workspace_table import BY_NAME


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def workspace(qtbot: QtBot, desk: Context) -> MeasuresWorkspace:
    made = BY_NAME["measures"].make(desk)
    assert isinstance(made, MeasuresWorkspace)
    qtbot.addWidget(made)
    shown(made, 1212, 800)
    return made


def cell(made: MeasuresWorkspace, row: int, name: str) -> QModelIndex:
    return made.table.index(row, COLUMNS.index(name))


def typed(
    qtbot: QtBot, made: MeasuresWorkspace, index: QModelIndex, text: str, key: Qt.Key = Qt.Key.Key_Return
) -> None:
    made.view.edit_cell(index)
    editor = made.view.findChildren(QLineEdit)[-1]
    assert editor is not None
    editor.setText(text)
    editor.setModified(True)
    qtbot.keyClick(editor, key)
    QApplication.processEvents()


def test_rows_say_what_matters(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    assert made.table.rowCount() == 6
    title = made.table.index(0, TITLE)
    assert title.data().startswith("Eine Ansprechperson je Umzug")
    assert title.data(LINE_ROLE) == "Hotline −3,6 · Rückruf zur Zählernummer −1,4"
    assert cell(made, 0, "cost_once").data() == "12.000\u00a0€"
    assert cell(made, 0, "due").data() == "30.09.2026"
    assert "Verantwortlich: Leitung Kundenservice" in cell(made, 0, "owner_role").data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    said = Qt.ItemDataRole.AccessibleTextRole
    headers = [made.table.headerData(c, Qt.Orientation.Horizontal, said) for c in range(1, 4)]
    assert headers == ["Titel", "Verantwortlich", "Abteilung"]


def test_the_title_can_be_read_and_is_edited_from_its_start(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    shown(made, 1030, 800)
    assert made.view.columnWidth(TITLE) >= 260
    index = made.table.index(0, TITLE)
    made.view.edit_cell(index)
    editor = made.view.findChildren(QLineEdit)[-1]
    assert editor.cursorPosition() == 0 and editor.selectedText() == index.data()
    assert editor.geometry().height() >= made.view.visualRect(index).height() - 4
    shown(made, 1600, 800)
    assert made.view.columnWidth(TITLE) > 500
    assert made.view.horizontalScrollBar().maximum() == 0


def test_status_line_adds_up(qtbot: QtBot, desk: Context) -> None:
    status = workspace(qtbot, desk).status()
    assert status.left[0] == "6 Maßnahmen · 1 läuft"
    assert status.right == ("geplant 73.000\u00a0€ einmalig, 15.900\u00a0€ im Jahr",)


def test_typing_in_a_cell_is_one_step(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    start = steps(desk)
    typed(qtbot, made, cell(made, 0, "cost_once"), "12.500,50")
    assert measures(desk)[0].cost_once == 12500.5
    assert cell(made, 0, "cost_once").data() == "12.500,50\u00a0€"
    assert cell(made, 0, "cost_once").data(Qt.ItemDataRole.EditRole) == "12.500,50"
    typed(qtbot, made, cell(made, 0, "due"), "")
    assert measures(desk)[0].due is None
    assert steps(desk) == start + 2


def test_a_day_without_a_year_is_the_next_after_the_start(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    for start, wanted in ((date(2025, 11, 3), date(2026, 3, 31)), (date(2031, 3, 31), date(2031, 3, 31))):
        with desk.session.transaction("start") as draft:
            draft.update(Measure, measures(desk)[0].id, start=start)
        typed(qtbot, made, cell(made, 0, "due"), "31.3.")
        assert measures(desk)[0].due == wanted
    with desk.session.transaction("start") as draft:
        draft.update(Measure, measures(desk)[0].id, start=None)
    today = date.today()
    typed(qtbot, made, cell(made, 0, "due"), f"{today.day}.{today.month}.")
    assert measures(desk)[0].due == today
    yesterday = today - timedelta(days=1)
    typed(qtbot, made, cell(made, 0, "due"), f"{yesterday.day}.{yesterday.month}.")
    due = measures(desk)[0].due
    assert due is not None and due > today and (due.month, due.day) == (yesterday.month, yesterday.day)


def test_escape_and_nonsense_change_nothing(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    said: list[str] = []
    desk.messages.said.connect(said.append)
    before = measures(desk)
    typed(qtbot, made, cell(made, 0, "title"), "weg", Qt.Key.Key_Escape)
    typed(qtbot, made, cell(made, 0, "title"), "")
    typed(qtbot, made, cell(made, 0, "due"), "bald")
    assert measures(desk) == before
    assert len(said) == 2


def test_status_and_points_by_menu_and_digit(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    menu = made.view.menu_of(made.table.index(0, STATUS))
    next(a for a in menu.actions() if a.text() == "Läuft").trigger()
    assert measures(desk)[0].status is MeasureStatus.RUNNING
    made.view.setCurrentIndex(cell(made, 0, "effort"))
    qtbot.keyClick(made.view, Qt.Key.Key_7)
    assert measures(desk)[0].effort == 7
    menu = made.view.menu_of(cell(made, 0, "effort"))
    menu.actions()[0].trigger()
    assert measures(desk)[0].effort is None


def test_a_new_department_by_name(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    start = steps(desk)
    picker = made.view.pick(cell(made, 0, "department"))
    qtbot.keyClicks(picker.line, "Inkasso")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    department = desk.document.get(Department, measures(desk)[0].department or "")
    assert department.name == "Inkasso"
    assert steps(desk) == start + 1


def test_sorting_leaves_the_empty_ones_behind(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    column = COLUMNS.index("cost_once")
    for descending in (False, True):
        made.table.sort_by(column, descending=descending)
        costs = [made.table.measure(made.table.index(r, 0)).cost_once for r in range(6)]  # type: ignore[union-attr]
        filled = [c for c in costs if c is not None]
        assert costs[len(filled) :] == [None] * (6 - len(filled))
        assert filled == sorted(filled, reverse=descending)
    made.table.sort_by(0, descending=False)
    assert made.table.measure(made.table.index(0, 0)) == measures(desk)[0]


def test_filters(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    netz = next(d for d in desk.document.all(Department) if d.name == "Netz")
    made.filter_by(Filter(departments=frozenset({netz.id})))
    assert made.table.rowCount() == 1
    assert made.bar.departments.text().startswith("Netz")
    made.filter_by(Filter(states=frozenset({MeasureStatus.RUNNING})))
    assert [made.table.index(r, TITLE).data() for r in range(made.table.rowCount())] == [
        "Karte „Gut angekommen?“ für alle"
    ]


def test_add_duplicate_move_delete(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.selection.select(touchpoint(desk, 13).id)
    desk.commands.run("measures.add")
    added = measures(desk)[-1]
    assert added.touchpoints == (touchpoint(desk, 13).id,)
    assert desk.selection.id == added.id
    editor = made.view.findChildren(QLineEdit)[-1]
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    desk.commands.run("measures.up")
    assert measures(desk)[-2].id == added.id
    desk.commands.run("measures.duplicate")
    assert measures(desk)[-2].title == "Neue Maßnahme (Kopie)"
    assert made.view.selected_measures() == [measures(desk)[-2].id]
    desk.commands.run("measures.delete")
    assert made.table.rowCount() == 7


def test_selection_goes_both_ways(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    made.view.selectRow(2)
    assert desk.selection.id == measures(desk)[2].id
    desk.selection.select(measures(desk)[4].id)
    assert made.view.selected_measures() == [measures(desk)[4].id]


def test_only_what_belongs_here_stays_selected_on_entering(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    covered = desk.document.get(Touchpoint, measures(desk)[0].touchpoints[0])
    desk.selection.select(covered.id)
    desk.selection.stand_on(made)
    chosen = desk.selection.of(Measure)
    assert chosen is not None and covered.id in chosen.touchpoints
    desk.selection.select(covered.stage)
    desk.selection.stand_on(made)
    assert desk.selection.id is None
    waiting = made.without.touchpoints[0].id
    desk.selection.select(waiting)
    desk.selection.stand_on(made)
    assert desk.selection.id == waiting


def test_a_dropped_measure_leaves_its_touchpoint_without_one(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    before = {t.id for t in made.without.touchpoints}
    hotline = desk.document.get(Touchpoint, "t08")
    assert hotline.id not in before
    with desk.session.transaction("drop") as draft:
        for measure in desk.document.having(Measure, "touchpoints", hotline.id):
            draft.update(Measure, measure.id, status=MeasureStatus.DROPPED)
    qtbot.waitUntil(lambda: hotline.id in {t.id for t in made.without.touchpoints}, timeout=60_000)


def test_what_is_still_without_a_measure(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    assert [t.name for t in made.without.touchpoints] == [
        "Begrüßungsschreiben mit Abschlag",
        "Abschlag im Portal ändern",
    ]
    hotline = touchpoint(desk, 8)
    with desk.session.transaction("delete") as draft:
        remove_records(draft, [m.id for m in measures(desk) if hotline.id in m.touchpoints])
    assert made.without.touchpoints[0] == hotline
    made.without.add(hotline.id)
    assert measures(desk)[-1].title.startswith("Maßnahme für „Hotline")
    assert hotline not in made.without.touchpoints


def test_a_request_that_touches_nothing_critical_says_so_beside_the_plan(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    assert made.without.gap.isHidden()
    with desk.session.transaction("ask") as draft:
        for at, measure in enumerate(measures(desk)):
            status = MeasureStatus.PROPOSED if at == 0 else MeasureStatus.PLANNED
            place = (touchpoint(desk, 14).id,) if at == 0 else measure.touchpoints
            draft.update(Measure, measure.id, status=status, touchpoints=place)
    assert (
        made.without.gap.isVisible()
        and "zur Freigabe steht, betrifft keinen der 3 kritischen" in made.without.gap.text()
    )
    with desk.session.transaction("answer") as draft:
        draft.update(Measure, measures(desk)[0].id, touchpoints=(touchpoint(desk, 8).id,))
    assert made.without.gap.isHidden()


def test_empty_and_full_again(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders, document=Document([Project(id="project")])) as desk:
        made = workspace(qtbot, desk)
        assert made._pages.currentIndex() == 1
        assert made.without.isHidden()
        assert made.status().right == ()
        desk.commands.run("measures.add")
        assert made._pages.currentIndex() == 0


def test_long_titles_break_after_words(qtbot: QtBot, desk: Context) -> None:
    font = desk.theme.font(13)
    lines = two_lines(font, "Formular von siebzehn auf sechs Pflichtfelder kürzen und die Zählernummer erkennen", 160)
    assert lines.count("\n") == 1
    assert lines.endswith("…")
    assert "\n" not in two_lines(font, "Donaudampfschifffahrtsgesellschaftskapitän", 60)
