"""The grid to read: figures, sorting, filters, selection, empty states, what stands beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.catalogue.samples import sample
from cxstudio.edits import remove_records, start_project
from cxstudio.model import Department, Document, Journey, Participant, Persona, Project, Round
from cxstudio.model.kinds import RoundKind, View
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, shown, steps, touchpoint
from tests.ui.rate_desk import as_person, workspace
from ui.context.context import Context
from ui.workspaces.rate.beside_table import table_side
from ui.workspaces.rate.rounds.new_round_sheet import NewPerson, NewRound
from ui.workspaces.rate.table.answer_columns import (
    AGREEMENT,
    COLUMNS,
    COUNT,
    DELTA,
    EMOTION,
    EXPECTATION,
    EXPERIENCE,
    IMPORTANCE,
    MARKS,
    NAME,
    NEED,
)


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def test_the_row_of_the_hotline_reads_as_in_the_sample(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    row = made.table.row_of(touchpoint(desk, 8).id)
    shown_columns = (IMPORTANCE, EXPECTATION, EXPERIENCE, DELTA, EMOTION, NEED, MARKS, COUNT)
    texts = [made.table.index(row, c).data() for c in shown_columns]
    assert texts == ["6,4", "6,2", "2,7", "−3,6", "−2,3", "54", "kritisch", "9"]
    assert made.table.headings[0] == 0
    assert made.table.index(0, NAME).data() == "Informieren"


def test_cells_have_names_and_values_for_screen_readers(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    row = made.table.row_of(touchpoint(desk, 8).id)
    spoken = [made.table.index(row, c).data(Qt.ItemDataRole.AccessibleTextRole) for c in (EXPERIENCE, DELTA, AGREEMENT)]
    assert spoken == ["Erlebnis: 2,7", "Delta: −3,6, enttäuschend", "hohe Einigkeit"]
    reader = QAccessible.queryAccessibleInterface(made.view)
    assert reader.text(QAccessible.Text.Name) == "Bewertungstabelle"
    heard = {reader.child(at).text(QAccessible.Text.Name) for at in range(reader.childCount())}
    assert {"Erlebnis: 2,7", "Hotline: „Ist die Abmeldung durch?“", "Delta: −3,6, enttäuschend"} <= heard


def test_a_header_sorts_there_back_and_as_on_the_map(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    as_on_map = made.table.touchpoints
    header = made.view.heading
    x = header.sectionViewportPosition(NEED) + header.sectionSize(NEED) // 2
    for expected in (True, False, None):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 15))
        sorting = made.table.sorting
        assert (sorting.descending if sorting else None) is expected
        if expected is not None:
            ranking = list(desk.bridge.shown_figures(desk.selection.journey).ranking)  # type: ignore[union-attr]
            wanted = ranking if expected else ranking[::-1]
            assert made.table.touchpoints[: len(ranking)] == wanted, "basics not met stand on top"
            assert not made.table.headings
    assert made.table.touchpoints == as_on_map


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_sorts_and_loses_nobody(qtbot: QtBot, desk: Context, column: int) -> None:
    made = workspace(qtbot, desk)
    everybody = set(made.table.touchpoints)
    made.sort_by(column)
    made.sort_by(column)
    assert set(made.table.touchpoints) == everybody


def test_filters_by_name_department_critical_and_open_questions(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    made.bar.search.setText("HOTLINE")
    assert made.table.touchpoints == [touchpoint(desk, 8).id]
    made.bar.search.clear()
    netz = next(d for d in desk.document.all(Department) if d.name == "Netz")
    made.filter_by(Filter(departments=frozenset({netz.id})))
    assert set(made.table.touchpoints) == {
        t.id for t in desk.document.journey_touchpoints(desk.selection.journey or "") if netz.id in t.departments
    }
    made.filter_by(Filter(marks=frozenset({Mark.CRITICAL})))
    assert made.table.touchpoints == [touchpoint(desk, n).id for n in (4, 8, 12)]
    made.filter_by(Filter())
    made.entry.take_back(touchpoint(desk, 3).id, "emotion")
    made.filter_by(Filter(marks=frozenset({Mark.UNRATED})))
    assert made.table.touchpoints == [touchpoint(desk, 3).id]
    made.entry.give(touchpoint(desk, 3).id, "emotion", None)
    assert made.table.touchpoints == [touchpoint(desk, 3).id], "rows stay until somebody filters again"
    made.filter_by(Filter(marks=frozenset({Mark.UNRATED})))
    assert made.table.touchpoints == []


def test_the_filter_menu_does_what_it_says(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    menu = made.bar.filter_menu()
    next(a for a in menu.actions() if a.text() == "Nur kritische").trigger()
    assert len(made.table.touchpoints) == 3
    assert made.bar.filters.text().startswith("Filter: kritisch") or Mark.CRITICAL in made.table.filter.marks


def test_selection_is_shared_both_ways(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.selection.select(touchpoint(desk, 12).id)
    assert made.view.touchpoint == touchpoint(desk, 12).id
    row = made.table.row_of(touchpoint(desk, 6).id)
    spot = made.view.visualRect(made.table.index(row, EMOTION)).center()
    qtbot.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.selection.id == touchpoint(desk, 6).id
    assert desk.selection.figure == "emotion"
    made.sort_by(NEED)
    assert made.view.touchpoint == touchpoint(desk, 6).id


def test_the_largest_needs_with_reasons_and_why(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    rows = made.side.need.rows
    assert [r.need for r in rows] == ["54", "49", "41", "26", "15"]
    assert rows[0].name.startswith("Hotline")
    assert rows[0].reasons.startswith("Basisanforderung nicht erfüllt · einer der Tiefpunkte")
    assert rows[0].standing == "Rang 1–2, auch ohne eine Stimme oder anders gewichtet"
    assert rows[2].standing == "Rang stabil, auch ohne eine Stimme oder anders gewichtet"
    assert all(r.reasons for r in rows)
    assert made.side.need.formula.text() == "Bedarf = 100 · Wichtigkeit · Lücke, je als Anteil der Skala"
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert desk.selection.id == touchpoint(desk, 12).id
    sheet = made.side.need.explain()
    assert sheet is not None
    said = " ".join(child.text() for child in sheet.findChildren(type(made.side.need.title)))
    assert "100 × 0,91 × 0,59 = 54" in said
    assert "Martilla" in said
    sheet.dismiss()


def test_a_click_in_the_picture_selects(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    picture = made.side.scatter.picture
    scatter = picture.scatter
    assert scatter is not None
    assert len(scatter.places) == 14
    wanted = touchpoint(desk, 14).id
    spot = QPointF(*scatter.places[wanted]).toPoint()
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.selection.id == wanted
    assert picture.accessibleDescription() == "Karte „Gut angekommen?“: ▲ +2,0 begeisternd"
    picture.grab()
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    assert desk.selection.id == touchpoint(desk, 13).id


def test_choosing_a_round_shows_it_everywhere(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    customers = next(r for r in desk.document.all(Round) if r.view is View.CUSTOMERS)
    made.bar.round_chosen.emit(customers.id)
    assert desk.bridge.shown_round(desk.selection.journey) == customers
    assert made.table.asked.round == customers
    assert "Kundensicht" in made.bar.rounds.text()
    assert "Kundensicht" in made.question.text.text()


def test_a_new_round_is_asked_for_and_shown(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    start = steps(desk)
    sheet = made.rounds.begin()
    assert isinstance(sheet, NewRound)
    sheet.editors["title"].show_value("Kunden im Mai")
    sheet.editors["view"].show_value(View.CUSTOMERS)
    sheet.editors["kind"].show_value(RoundKind.INTERVIEW)
    sheet.editors["minimum_group"].show_value(8)
    sheet.scale.set_value(10)
    qtbot.mouseClick(sheet.do, Qt.MouseButton.LeftButton)
    started = made.table.asked.round
    assert started is not None
    assert (started.title, started.view, started.kind) == ("Kunden im Mai", View.CUSTOMERS, RoundKind.INTERVIEW)
    assert (started.scale, started.minimum_group) == (10, 8)
    assert started.persona == desk.document.all(Persona)[0].id
    assert started.day is not None
    assert steps(desk) == start + 1


def test_a_round_with_nonsense_is_not_begun(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    before = desk.document
    sheet = made.rounds.begin()
    assert sheet is not None
    proxy = sheet.editors["day"].focusProxy()
    proxy.setText("irgendwann")  # type: ignore[attr-defined]
    qtbot.mouseClick(sheet.do, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.error.text()
    assert desk.document == before
    sheet.dismiss()


def test_a_new_person_rates_at_once(qtbot: QtBot, desk: Context) -> None:
    made, _ = as_person(qtbot, desk)
    sheet = made.rounds.add_person()
    assert isinstance(sheet, NewPerson)
    line = sheet.editors["role"].focusProxy()
    line.setText("Netzmeister")  # type: ignore[attr-defined]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    person = desk.document.all(Participant)[-1]
    assert (person.name, person.role) == ("", "Netzmeister")
    assert desk.selection.voice == person.id
    assert "Netzmeister" in made.bar.voices.text()
    names = [a.text() for a in made.bar.voice_menu().actions() if a.text()]
    assert names[0] == "Alle Teilnehmenden zusammen"
    assert "Netzmeister" in names


def test_empty_states(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders, document=Document([Project(id="project")])) as desk:
        made = workspace(qtbot, desk)
        assert made._pages.currentIndex() == 0
        with desk.session.transaction("begin") as draft:
            start_project(draft, title="Neu")
        made.refresh()
        assert made._pages.currentIndex() == 0
        assert not made.bar.search.isVisible()


def test_no_round_and_nobody(qtbot: QtBot, desk: Context) -> None:
    with desk.session.transaction("empty") as draft:
        remove_records(draft, [r.id for r in desk.document.all(Round)])
        remove_records(draft, [p.id for p in desk.document.all(Participant)])
    made = workspace(qtbot, desk)
    assert made._pages.currentIndex() == 1
    sheet = made.rounds.begin()
    assert sheet is not None
    sheet.finish()
    assert made._pages.currentIndex() == 2
    assert made.question.add_person.isVisible()
    assert made.question.ends.text() == ("In dieser Runde bewertet noch niemand. Fügen Sie die erste Person hinzu.")
    assert made.side.need.nothing.isVisible()
    assert made.side.scatter.nothing.isVisible()
    assert [r for r in made.side.need.rows if r.isVisible()] == []


def test_rows_come_and_go_with_the_journey(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.selection.select(touchpoint(desk, 8).id)
    with desk.session.transaction("remove") as draft:
        remove_records(draft, [touchpoint(desk, 8).id])
    assert len(made.table.touchpoints) == 13
    desk.session.undo()
    assert len(made.table.touchpoints) == 14
    with desk.session.transaction("remove all") as draft:
        remove_records(draft, [desk.document.all(Journey)[0].id])
    assert made._pages.currentIndex() == 0


@pytest.mark.parametrize("width", [860, 1196, 1500])
def test_nothing_scrolls_sideways_and_it_paints(qtbot: QtBot, desk: Context, width: int) -> None:
    made = workspace(qtbot, desk, width, 640)
    made.grab()
    if width > 1000:
        assert made.view.horizontalScrollBar().maximum() == 0


def test_four_hundred_touchpoints(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders, document=sample("large", "de").document) as desk:
        made = workspace(qtbot, desk)
        assert len(made.table.touchpoints) == 400
        scatter = made.side.scatter.picture.scatter
        assert scatter is not None
        assert len(scatter.places) == 400
        assert len(scatter.names) <= 6
        made.sort_by(NEED)
        shown(made, 1500, 900).grab()
        QApplication.processEvents()
        journey = desk.document.all(Journey)[0]
        figures = desk.bridge.shown_figures(journey.id)
        assert figures is not None
        assert tuple(made.table.touchpoints[: len(figures.ranking)]) == figures.ranking


def test_the_cards_beside_the_table_come_after_it(qtbot: QtBot, desk: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_side, "SOON_MS", 3_600_000)
    made = workspace(qtbot, desk)
    assert made.table.touchpoints and not made.side.view_state()
    made.side._soon.setInterval(0)
    qtbot.waitUntil(made.side.view_state, timeout=20_000)
    assert made.side.need.rows[0].name and made.side.isAncestorOf(made.side.need)
