"""After rating, what next? The line below the table says so at every moment, and leads there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.edits import add_touchpoints, start_project, start_round
from cxstudio.model import Journey, Measure, Participant, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.next_step_line import NextStepLine

LEFT = Qt.MouseButton.LeftButton


def small(folders: Folders) -> Session:
    """Two touchpoints, two people, an open round."""
    session = Session.new(folders)
    with session.transaction("") as draft:
        journey = start_project(draft, title="Moving", stages=("Start",))
        add_touchpoints(draft, draft.document.stages(journey)[0].id, ["Website", "Form"])
        start_round(draft, journey)
        for order in ("a0", "a1"):
            draft.create(Participant(id=draft.new_id(), order=order))
    return session


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders) -> MainWindow:
    made = open_window(small(folders))
    made.context.commands.run("go.rate")
    QApplication.processEvents()
    return made


def workspace(window: MainWindow) -> RateWorkspace:
    found = window.findChild(RateWorkspace)
    assert found is not None
    return found


def line(window: MainWindow) -> NextStepLine:
    QApplication.processEvents()
    return workspace(window).onward


def said(window: MainWindow) -> list[str]:
    here = line(window)
    parts = (here.progress, here.close_round, here.outcome, here.onward)
    return [part.text() for part in parts if part.isVisible()]


def rate_all(window: MainWindow, person: int, experience: str = "2") -> None:
    """Type expectation and experience at both touchpoints, as one person would."""
    context = window.context
    context.selection.set_voice(context.document.all(Participant)[person].id)
    for figure, digit in (("expectation", "6"), ("experience", experience)):
        for touchpoint in context.document.all(Touchpoint):
            context.selection.set_figure(figure)
            context.selection.select(touchpoint.id)
            QApplication.processEvents()
            workspace(window).view.setFocus()
            QTest.keyClicks(workspace(window).view, digit)
            QApplication.processEvents()


def test_it_says_who_is_missing_then_offers_to_close_then_leads_to_the_measures(window: MainWindow) -> None:
    assert said(window) == [], "before the first answer there is nothing to say"
    rate_all(window, 0)
    assert said(window)[0] == "1 of 2 people have rated everything"
    assert not line(window).close_round.isVisible()
    rate_all(window, 1)
    assert said(window)[:2] == ["2 of 2 people have rated everything", "→ Close the round"]
    window.context.session.undo()
    assert said(window)[0] == "1 of 2 people have rated everything", "it is true after an undo as well"
    window.context.session.redo()
    QTest.mouseClick(line(window).close_round, LEFT)
    (about,) = window.context.document.all(Round)
    assert about.state is RoundState.CLOSED
    critical = list(window.context.document.all(Touchpoint))
    assert said(window) == [f"{len(critical)} critical, {len(critical)} without a measure", "→ Measures"]
    assert line(window).onward.accessibleName() == "Go on to Measures"
    with window.context.session.transaction("plan") as draft:
        draft.create(Measure(id="m", title="Do", touchpoints=(critical[0].id,)))
    assert said(window)[0] == f"{len(critical)} critical, {len(critical) - 1} without a measure"
    QTest.mouseClick(line(window).onward, LEFT)
    assert window.shell.view.name == "measures"


def test_what_needs_nothing_leads_to_the_report(window: MainWindow) -> None:
    rate_all(window, 0, experience="6")
    assert said(window)[-2:] == ["No touchpoint is critical", "→ Report"]
    QTest.mouseClick(line(window).onward, LEFT)
    assert window.shell.view.name == "report"


def test_nothing_in_the_table_moves_while_it_comes_and_goes(window: MainWindow) -> None:
    before = workspace(window).view.geometry()
    rate_all(window, 0)
    assert workspace(window).view.geometry() == before
    assert window.context.document.all(Journey)


def test_the_map_says_the_same(window: MainWindow) -> None:
    rate_all(window, 0)
    window.context.commands.run("go.journey")
    here = window.shell.view.current
    assert isinstance(here, JourneyWorkspace)
    assert "!2 critical, 2 without a measure" in here.status().left
    touchpoints = [t.id for t in window.context.document.all(Touchpoint)]
    with window.context.session.transaction("plan") as draft:
        draft.create(Measure(id="m", title="Do", touchpoints=tuple(touchpoints)))
    assert "!2 critical, none without a measure" in here.status().left
    window.context.session.undo()
    assert "!2 critical, 2 without a measure" in here.status().left
