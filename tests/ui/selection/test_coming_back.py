"""A project opened again stands where it was left; another palette leaves rows where they are; pasting reads cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields
from cxstudio.model import Journey, Participant, Persona, Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.settings import FILE_NAME, PLACES
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.widgets.pasting_line import PastingLine
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace


@pytest.fixture
def file(folders: Folders, tmp_path: Path) -> Path:
    path = tmp_path / "sample.cxs"
    made = sample("lindenfurt", "en")
    session = Session.new(folders, made.document, made.assets)
    session.save_as(path)
    session.close()
    return path


def journey_page(window: MainWindow) -> JourneyWorkspace:
    found = window.shell.view.made("journey")
    assert isinstance(found, JourneyWorkspace)
    return found


def leave_somewhere(window: MainWindow) -> str:
    context = window.context
    person = context.document.all(Participant)[2].id
    context.selection.set_voice(person)
    context.selection.set_figure("emotion")
    context.commands.run("journey.show_outline")
    context.commands.run("journey.show_map")
    context.commands.run("journey.zoom_out")
    context.commands.run("journey.show_flow")
    QApplication.processEvents()
    return person


def stands_there(window: MainWindow, person: str) -> None:
    QApplication.processEvents()
    page, selection = journey_page(window), window.context.selection
    assert page.view_id == "flow" and page.model.zoom.value == 0.82
    assert (selection.voice, selection.figure) == (person, "emotion")


def test_a_project_opened_again_stands_where_it_was_left(open_window: OpenWindow, folders: Folders, file: Path) -> None:
    window = open_window(Session.open(file, folders))
    person = leave_somewhere(window)
    before = file.read_bytes()
    window.close()
    stands_there(open_window(Session.open(file, folders)), person)
    assert file.read_bytes() == before, "it is nobody else's affair"


def test_it_is_kept_for_each_project_also_when_another_is_opened(
    open_window: OpenWindow, folders: Folders, file: Path, tmp_path: Path
) -> None:
    window = open_window(Session.open(file, folders))
    person = leave_somewhere(window)
    other = tmp_path / "other.cxs"
    other.write_bytes(file.read_bytes())
    window.show_session(Session.open(other, folders))
    QApplication.processEvents()
    assert journey_page(window).view_id == "map" and journey_page(window).model.zoom.value == 1.0
    window.context.commands.run("go.measures")
    window.show_session(Session.open(file, folders))
    stands_there(window, person)
    window.show_session(Session.open(other, folders))
    QApplication.processEvents()
    assert window.shell.view.name == "measures"


def test_a_place_that_is_gone_or_nonsense_keeps_nothing_from_opening(
    open_window: OpenWindow, folders: Folders, file: Path
) -> None:
    window = open_window(Session.open(file, folders))
    leave_somewhere(window)
    window.close()
    path = folders.config / FILE_NAME
    known = json.loads(path.read_text(encoding="utf-8"))
    for odd in ({"view": "nowhere", "zoom": -5, "voice": "nobody", "journey": "none", "workspace": "?", "figure": ""},
                {"view": "", "zoom": 1e5, "workspace": "journey"}):  # fmt: skip
        known[PLACES] = [{**known[PLACES][0], **odd}]
        path.write_text(json.dumps(known), encoding="utf-8")
        again = open_window(Session.open(file, folders))
        QApplication.processEvents()
        assert again.shell.view.name == "journey" and journey_page(again).isVisible()
        assert 0.0 < journey_page(again).model.zoom.value <= 2.5
        again.close()


def test_another_palette_leaves_the_rows_of_the_table_where_they_are(sample_window: MainWindow) -> None:
    window = sample_window
    window.context.commands.run("rate.show_table")
    page = window.shell.view.current
    assert isinstance(page, RateWorkspace)
    page.view.sort_asked.emit(0)
    QApplication.processEvents()
    before = page.table.touchpoints
    first = window.context.document.get(Touchpoint, before[0])
    with window.context.session.transaction("rename") as draft:
        set_fields(draft, Touchpoint, first.id, description="Anything")
    page.table.keep_order([*page.table.order[1:], page.table.order[0]])
    page.refresh()
    moved = page.table.touchpoints
    assert moved != before and page.table.sorting is not None, "as after answers given since"
    window.context.commands.run("look.palette")
    QApplication.processEvents()
    again = window.shell.view.current
    assert isinstance(again, RateWorkspace) and again.table.touchpoints == moved


def test_pasting_by_the_menu_reads_cells_as_the_key_does(
    sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: opened.append(menu))
    line = PastingLine(sample_window)
    line.show()
    data = QMimeData()
    data.setText('"First line\nsecond ""line"""\n')
    cell = "<td>First line<br>second &quot;line&quot;</td>"
    data.setHtml(f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr>{cell}</tr></table></html>')
    QApplication.clipboard().setMimeData(data)
    place = QPoint(2, 2)
    line.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, line.mapToGlobal(place)))
    (menu,) = opened
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    by_menu = line.text()
    line.clear()
    line.paste_cells()
    assert by_menu == line.text() == 'First line second "line"'
    assert sample_window.context.document.all(Persona) and sample_window.context.document.all(Journey)
