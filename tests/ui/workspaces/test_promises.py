"""What is promised and whether it was found kept: in the inspector, as a lane, by keys, in table, filter and report."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.edits.journey.lanes import set_lane
from cxstudio.files.loading import load
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.model import ReportSettings, Round, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import ReportPreset, RoundState
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.session import Folders, Session
from tests.cxstudio.documents.report_pages import pages_of
from tests.ui.conftest import OpenWindow
from tests.ui.journey_desk import Desk
from ui.inspector.touchpoint_panel import TouchpointPanel
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.filter_and_find.filter_words import wishes_of
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.answer_columns import PROMISE

HOTLINE = "t08"


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders) -> MainWindow:
    session = Session.new(folders, sample("lindenfurt", "en").document)
    with session.transaction("open") as draft:
        draft.update(Round, "round1", state=RoundState.OPEN, single_answers=True)
        for touchpoint in draft.document.all(Touchpoint):
            draft.update(Touchpoint, touchpoint.id, promise="")
    return open_window(session)


def panel(window: MainWindow) -> TouchpointPanel:
    window.context.selection.select(HOTLINE)
    QApplication.processEvents()
    found = window.findChild(TouchpointPanel)
    assert isinstance(found, TouchpointPanel)
    return found


def promised(window: MainWindow) -> TouchpointPanel:
    """Type a promise into the inspector."""
    shown = panel(window)
    editor = shown.promise.editor
    editor.setFocus()
    QTest.keyClicks(editor.focusProxy(), "Back within 24 hours")
    assert shown.promise.commit()
    return shown


def answers(window: MainWindow) -> dict[str, int | None]:
    ratings = [r for r in window.context.document.all(TouchpointRatings) if r.touchpoint == HOTLINE]
    return dict(ratings[0].promise)


def test_the_question_is_asked_where_something_is_promised_and_answered_by_a_key(window: MainWindow) -> None:
    shown = panel(window)
    assert not shown.rating.rows["promise"].isVisibleTo(shown.rating)
    shown = promised(window)
    assert window.context.document.get(Touchpoint, HOTLINE).promise == "Back within 24 hours"
    assert shown.rating.rows["promise"].isVisibleTo(shown.rating)
    assert shown.promise_found.text() == "Not asked yet"
    for voice, digit in (("voice1", "1"), ("voice2", "1"), ("voice3", "3")):
        window.context.selection.set_voice(voice)
        window.context.commands.run("go.journey")
        view = window.shell.view.current.view  # type: ignore[union-attr]
        view.setFocus()
        QTest.keyClicks(view, "v")
        QTest.keyClicks(view, digit)
        QApplication.processEvents()
    assert answers(window) == {"voice1": 1, "voice2": 1, "voice3": 3}
    assert shown.rating.rows["promise"].value.text() == "yes"
    assert shown.promise_found.text() == "Not kept: 1 yes, 0 partly, 2 no"


def test_the_table_asks_it_too_once_something_is_promised(window: MainWindow) -> None:
    window.context.commands.run("go.rate")
    page = window.shell.view.current
    assert isinstance(page, RateWorkspace)
    window.context.selection.set_voice("voice1")
    QApplication.processEvents()
    assert page.view.isColumnHidden(PROMISE)
    window.context.commands.run("go.journey")
    promised(window)
    window.context.commands.run("go.rate")
    QApplication.processEvents()
    window.context.selection.select(HOTLINE)
    page.view.setFocus()
    QTest.keyClicks(page.view, "v")
    assert not page.view.isColumnHidden(PROMISE), "while it is answered it is in view, however narrow the table"
    QTest.keyClicks(page.view, "2")
    QApplication.processEvents()
    assert answers(window) == {"voice1": 2}
    row = page.table.row_of(HOTLINE)
    assert page.table.index(row, PROMISE).data() == "partly"
    QTest.keyClicks(page.view, "v")
    QTest.keyClicks(page.view, "7")
    assert answers(window) == {"voice1": 2}, "no such answer"


def test_filter_file_and_report_hold_it(window: MainWindow, tmp_path: Path) -> None:
    journey = window.context.selection.journey
    assert journey is not None
    offered = {w.value for group in wishes_of(window.context, journey) for w in group.wishes}
    assert Mark.PROMISED not in offered
    promised(window)
    offered = {w.value for group in wishes_of(window.context, journey) for w in group.wishes}
    assert {Mark.PROMISED, Mark.PROMISE_NOT_KEPT} <= offered
    assert "Back within" not in " ".join(pages_of(report_pdf(window.context.document, {}, "en"))), "nobody was asked"
    window.context.selection.set_voice("voice1")
    window.context.selection.set_figure("promise")
    with window.context.session.transaction("answer") as draft:
        ratings = next(r for r in draft.document.all(TouchpointRatings) if r.touchpoint == HOTLINE)
        draft.update(TouchpointRatings, ratings.id, promise={"voice1": 1})
    path = tmp_path / "p.cxs"
    window.context.session.save_as(path)
    assert load(path).content.document.get(TouchpointRatings, ratings.id).promise["voice1"] == 1
    whole = window.context.document.evolve([ReportSettings(id="report", preset=ReportPreset.DOCUMENTATION)])
    said = " ".join(" ".join(pages_of(report_pdf(whole, {}, "en"))).split())
    assert "1 promise asked about: 0 kept, 0 partly kept, 1 not kept" in said and "Back within 24 hours" in said
    assert "Not kept: 0 yes, 0 partly, 1 no" in said
    assert Filter(marks=frozenset({Mark.PROMISE_NOT_KEPT}))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    made = Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)
    with made.context.session.transaction("lane") as draft:
        set_lane(draft, "journey1", LaneKind.PROMISE, shown=True)
        draft.update(Touchpoint, HOTLINE, promise="Rückruf in 24 Stunden")
    made.settle()
    return made


def layout(desk: Desk) -> MapLayout:
    found = desk.workspace.model.layout
    assert found is not None
    return found


def test_the_lane_shows_it_and_takes_a_text(desk: Desk) -> None:
    placed = {p.group.key: p for p in layout(desk).body.flat()}
    words = " ".join(getattr(i, "text", "") for i in placed[f"promise:{HOTLINE}"].group.items)
    assert "Rückruf in 24 Stunden" in words and "noch nicht erhoben" in words
    desk.context.selection.select(HOTLINE)
    with desk.context.session.transaction("answer") as draft:
        ratings = next(r for r in draft.document.all(TouchpointRatings) if r.touchpoint == HOTLINE)
        draft.update(TouchpointRatings, ratings.id, promise={f"voice{n}": 3 for n in range(1, 6)})
    desk.settle()
    placed = {p.group.key: p for p in layout(desk).body.flat()}
    words = " ".join(getattr(i, "text", "") for i in placed[f"promise:{HOTLINE}"].group.items)
    assert "gehalten, n" in words
