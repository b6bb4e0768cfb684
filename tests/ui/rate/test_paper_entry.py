"""Typing a pile of paper sheets into the real window: one voice per sheet, by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.analysis.journeys.first_pass import to_rate
from cxstudio.edits import (
    add_participant,
    add_touchpoints,
    mark_shortlist,
    set_fields,
    set_round_state,
    start_project,
    start_round,
)
from cxstudio.model import GROUP_VOICE, Journey, Participant, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RoundState, ShortlistMark
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.context.messages import Notice
from ui.forms.text_boxes import GrowingText
from ui.main_window.main_window import MainWindow
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.paper_entry import NOTICE

CTRL = Qt.KeyboardModifier.ControlModifier


def three_touchpoints(folders: Folders) -> Session:
    session = Session.new(folders)
    with session.transaction("") as draft:
        journey = start_project(draft, title="Moving", stages=("Start",))
        stage = draft.document.stages(journey)[0]
        add_touchpoints(draft, stage.id, ["Website", "Form", "Letter"])
        start_round(draft, journey)
    return session


def rate_page(window: MainWindow) -> RateWorkspace:
    window.context.commands.run("go.rate")
    QApplication.processEvents()
    found = window.findChild(RateWorkspace)
    assert isinstance(found, RateWorkspace)
    return found


def type_in(digits: str) -> None:
    for digit in digits:
        QTest.keyClicks(QApplication.focusWidget(), digit)
        QApplication.processEvents()


def test_two_sheets_are_two_voices_and_every_answer_lands(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    for sheet in ("645" + "2" + "531" + "1" + "777" + "3", "111" + "0" + "222" + "0" + "333" + "0"):
        QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
        QApplication.processEvents()
        type_in(sheet)
    document = window.context.document
    people = [p.id for p in document.all(Participant)]
    assert len(people) == 2
    listed = document.journey_touchpoints(document.all(Journey)[0].id)
    first = [
        (r.importance[people[0]], r.expectation[people[0]], r.experience[people[0]], r.emotion[people[0]])
        for t in listed
        for r in document.having(TouchpointRatings, "touchpoint", t.id)
    ]
    assert first == [(6, 4, 5, 2), (5, 3, 1, 1), (7, 7, 7, 3)]
    second = document.having(TouchpointRatings, "touchpoint", listed[2].id)[0]
    assert (second.importance[people[1]], second.emotion[people[1]]) == (3, 0)


def test_where_something_is_promised_the_pile_asks_last_whether_it_was_kept(
    open_window: OpenWindow, folders: Folders
) -> None:
    window = open_window(three_touchpoints(folders))
    document = window.context.document
    listed = document.journey_touchpoints(document.all(Journey)[0].id)
    with window.context.session.transaction("") as draft:
        set_fields(draft, Touchpoint, listed[1].id, promise="Answered within a day")
    page = rate_page(window)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    type_in("6452" + "53112" + "777")
    document = window.context.document
    (person,) = [p.id for p in document.all(Participant)]
    found = {r.touchpoint: r for t in listed for r in document.having(TouchpointRatings, "touchpoint", t.id)}
    assert dict(found[listed[1].id].promise) == {person: 2} and found[listed[1].id].emotion[person] == 1
    assert found[listed[2].id].importance[person] == 7 and not found[listed[0].id].promise
    posted: list[Notice] = []
    window.context.messages.posted.connect(posted.append)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    told = next(n.text for n in posted if n.key == NOTICE)
    assert told.startswith("The previous sheet left 1 cell empty.")


def test_an_untouched_sheet_makes_no_second_voice(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    for _ in range(3):
        QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
        QApplication.processEvents()
    assert len(window.context.document.all(Participant)) == 1


def test_a_closed_round_takes_no_sheet(open_window: OpenWindow, folders: Folders) -> None:
    session = three_touchpoints(folders)
    with session.transaction("") as draft:
        journey = draft.document.all(Journey)[0].id
        set_round_state(draft, start_round(draft, journey), RoundState.CLOSED)
    window = open_window(session)
    said: list[str] = []
    window.context.messages.said.connect(said.append)
    page = rate_page(window)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    assert not window.context.document.all(Participant)
    assert said and "open round" in said[-1]


def marked(session: Session, *names: str, others: bool = False) -> None:
    """Let some touchpoints be checked; `others` are waved through, or not looked at yet."""
    with session.transaction("") as draft:
        for touchpoint in draft.document.all(Touchpoint):
            if touchpoint.name in names:
                mark_shortlist(draft, [touchpoint.id], ShortlistMark.CHECK)
            elif others:
                mark_shortlist(draft, [touchpoint.id], ShortlistMark.SKIP)


def rows_in_view(page: RateWorkspace) -> list[str]:
    """What the first column says, headings left out."""
    rows = range(page.table.rowCount())
    return [str(page.table.index(row, 0).data()) for row in rows if page.table.touchpoint(row) is not None]


def test_a_pass_only_begun_leaves_every_row_on_the_sheet_and_in_the_pile(
    open_window: OpenWindow, folders: Folders
) -> None:
    session = three_touchpoints(folders)
    marked(session, "Form")
    window = open_window(session)
    page = rate_page(window)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    assert rows_in_view(page) == ["1  Website", "2  Form", "3  Letter"]
    journey = session.document.all(Journey)[0].id
    assert [session.document.get(Touchpoint, t).name for t in to_rate(session.document, journey).touchpoints] == [
        "Website",
        "Form",
        "Letter",
    ]


def test_the_pile_shows_the_rows_of_a_shortlist_sheet_with_its_numbers(
    open_window: OpenWindow, folders: Folders
) -> None:
    session = three_touchpoints(folders)
    marked(session, "Form", "Letter", others=True)
    window = open_window(session)
    page = rate_page(window)
    posted: list[Notice] = []
    window.context.messages.posted.connect(posted.append)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert rows_in_view(page) == ["1  Form", "2  Letter"]
    told = next(n.text for n in posted if n.key == NOTICE)
    assert "2 of 3 touchpoints" in told and "previous sheet" not in told, "there was none before the first"
    type_in("645" + "2")
    form = next(t for t in session.document.all(Touchpoint) if t.name == "Form")
    assert list(session.document.having(TouchpointRatings, "touchpoint", form.id)[0].importance.values()) == [6]
    page.pile.end()
    assert rows_in_view(page) == ["Website", "Form", "Letter"], "the filter of before comes back"


def test_whoever_chooses_a_begun_shortlist_gets_it_on_paper_and_in_the_pile(
    open_window: OpenWindow, folders: Folders
) -> None:
    session = three_touchpoints(folders)
    marked(session, "Form")
    window = open_window(session)
    page = rate_page(window)
    window.context.commands.run("rate.rate_shortlist")
    journey = session.document.all(Journey)[0].id
    wanted = to_rate(session.document, journey)
    assert (len(wanted.touchpoints), wanted.total, wanted.shortened) == (1, 3, True)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    assert rows_in_view(page) == ["1  Form"]


@pytest.mark.parametrize("place", ["a button of the bar above", "a field of the table", "a tab", "the top bar"])
def test_the_next_sheet_begins_wherever_the_keyboard_is(open_window: OpenWindow, folders: Folders, place: str) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    type_in("645" + "2" + "53")
    found = {
        "a button of the bar above": lambda: next(b for b in window.findChildren(QPushButton) if b.text() == "Done"),
        "a field of the table": lambda: page.view,
        "a tab": lambda: next(b for b in page.bar.findChildren(QPushButton) if b.isVisible()),
        "the top bar": lambda: next(b for b in window.shell.top.findChildren(QPushButton) if b.isVisible()),
    }[place]()
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert len(window.context.document.all(Participant)) == 2
    assert page.view.hasFocus() and page.view.currentIndex().row() >= 0
    type_in("1")
    people = [p.id for p in window.context.document.all(Participant)]
    website = window.context.document.all(TouchpointRatings)[0]
    assert website.importance[people[1]] == 1


def test_the_key_sleeps_on_other_pages(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    rate_page(window)
    window.context.commands.run("go.journey")
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return, CTRL)
    assert not window.context.document.all(Participant)


def done(window: MainWindow) -> None:
    found = next(b for b in window.findChildren(QPushButton) if b.text() == "Done" and b.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_done_drops_the_sheet_nobody_began_and_shows_everybody(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    type_in("645" + "2" + "531" + "1" + "777" + "3")
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert len(window.context.document.all(Participant)) == 2
    done(window)
    assert len(window.context.document.all(Participant)) == 1
    assert window.context.selection.voice == GROUP_VOICE and page.pile.before is None
    window.context.commands.run("edit.undo")
    assert len(window.context.document.all(Participant)) == 2, "undo brings the person back"


def test_done_keeps_who_has_answered_or_has_a_name(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    type_in("6")
    done(window)
    assert len(window.context.document.all(Participant)) == 1
    with window.context.session.transaction("named") as draft:
        named = add_participant(draft, name="Erika")
    window.context.selection.set_voice(named)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    done(window)
    assert [p.name for p in window.context.document.all(Participant)] == ["", "Erika"]


def test_the_quick_question_alone_is_typed_down_the_sheet(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    page.ask_quick(True)
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    type_in("213")
    (person,) = [p.id for p in window.context.document.all(Participant)]
    listed = window.context.document.journey_touchpoints(window.context.document.all(Journey)[0].id)
    ratings = [window.context.document.having(TouchpointRatings, "touchpoint", t.id)[0] for t in listed]
    assert [r.quick[person] for r in ratings] == [2, 1, 3]


def test_in_a_text_the_key_ends_the_text_until_sheets_are_typed_in(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(three_touchpoints(folders))
    page = rate_page(window)
    window.context.selection.select(page.table.touchpoints[0])
    window.context.commands.run("rate.reason")
    QApplication.processEvents()
    prose = next(t for t in page.side.findChildren(GrowingText) if t.isVisible())
    prose.setFocus()
    QTest.keyClicks(prose, "All start here")
    QTest.keyClick(prose, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    touchpoint = window.context.document.all(Touchpoint)[0]
    assert touchpoint.critical_reason == "All start here" and not window.context.document.all(Participant)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert len(window.context.document.all(Participant)) == 1
