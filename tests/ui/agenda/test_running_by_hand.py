"""An agenda that runs, with real events: time, signals, what is shown beside it and on the projector."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cxstudio.edits import add_participant, ask, set_fields
from cxstudio.layout.display.display_list import TextLine
from cxstudio.model import AgendaBlock, BreakoutGroup, Workshop
from cxstudio.session import Folders, Session
from tests.screens.agenda_states import FixedClock
from tests.ui.agenda.agenda_pages import NINE, OpenWindow, at, blocks, cell, page_of
from tests.ui.comparing_desk import run
from ui.workspaces.ideas.agenda.agenda_model import BLOCK, MARK, MINUTES
from ui.workspaces.ideas.agenda.agenda_page import AgendaPage


def test_a_day_that_runs_late_is_shortened_with_one_click_and_one_undo(page: AgendaPage) -> None:
    window = page.window()
    QTest.mouseClick(page.begin_now, Qt.MouseButton.LeftButton)
    for minute in (21, 76, 106, 121):
        at(page, minute)
        QTest.mouseClick(page.run_card.next, Qt.MouseButton.LeftButton)
    at(page, 138)
    assert page.block == blocks(page)[4].id and page.run_card.isVisible()
    assert page.late_card.behind.text() == "6 minutes behind the plan"
    assert "Pass 4 of 5, pass on in 3:00" in page.run_card.passing.text()
    assert "12:51" in page.late_card.end.text()
    assert window.shell.findChild(QPushButton, "timer").text() == "18:00"
    at(page, 139)
    QTest.mouseClick(page.late_card.take, Qt.MouseButton.LeftButton)
    assert [cell(page, row, MINUTES) for row in (5, 6, 7)] == ["15 → 13", "30 → 26", "30"]
    assert page.late_card.end.text() == "The end stays at 12:45."
    run(window, "edit.undo")
    assert [b.agreed for b in blocks(page)] == [None] * 8
    box = page.late_card.boxes[blocks(page)[5].id]
    box.click()
    QTest.mouseClick(page.late_card.take, Qt.MouseButton.LeftButton)
    assert [b.agreed for b in blocks(page)][5:7] == [None, 24]


def test_more_time_pause_back_leave_out_and_the_end(page: AgendaPage) -> None:
    window = page.window()
    page.begin()
    run(window, "run.more")
    at(page, 10)
    assert cell(page, 0, MINUTES) == "15 → 20" and page.run_card.ring.accessibleName().startswith("10:00")
    run(window, "run.pause")
    at(page, 40)
    assert cell(page, 0, MARK) == "paused" and page.run_card.ring.accessibleName().startswith("10:00")
    run(window, "run.pause", "run.skip")
    assert [cell(page, 0, MARK), cell(page, 1, MARK)] == ["left out", "running"]
    run(window, "run.back")
    assert [cell(page, 0, MARK), cell(page, 1, MARK)] == ["running", ""]
    for _ in range(8):
        run(window, "run.next")
    assert page.context.run.workshop is None and not page.run_card.isVisible() and page.begin_now.text() == "Continue"
    run(window, "agenda.reset")
    assert not any(b.began or b.ended or b.agreed is not None for b in blocks(page))


def test_signals_are_said_once_each(page: AgendaPage) -> None:
    said: list[str] = []
    page.context.run.signalled.connect(said.append)
    page.begin()
    for second in range(0, 16 * 60, 15):
        at(page, second / 60)
    assert [text.split(" left")[0] for text in said] == ["3:00", "0:45", "The time for “Arriving, goal” is up."]


def test_what_runs_goes_on_after_the_program_was_closed(
    page: AgendaPage, open_window: OpenWindow, folders: Folders
) -> None:
    page.begin()
    at(page, 7)
    document = page.context.document
    other = open_window(Session.new(folders, document))
    other.context.run.clock = FixedClock(NINE + timedelta(minutes=12))
    again = page_of(other)
    other.context.run.tick()
    assert again.run_card.isVisible() and again.run_card.ring.accessibleName().startswith("3:00")


def test_a_clock_set_anew_moves_what_was_written_down(page: AgendaPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.begin()
    at(page, 5)
    clock = page.context.run.clock
    assert isinstance(clock, FixedClock)
    monkeypatch.setattr(clock, "jump", lambda: 3600.0)
    monkeypatch.setattr(clock, "settle", lambda: setattr(clock, "moment", clock.moment + timedelta(hours=1)))
    page.context.run.tick()
    monkeypatch.undo()
    page.context.run.tick()
    assert page.run_card.ring.accessibleName().startswith("10:00")


def test_the_projector_shows_the_task_and_no_names(page: AgendaPage) -> None:
    window = page.window()
    with page.context.session.transaction("Who") as draft:
        for b in draft.document.all(AgendaBlock):
            set_fields(draft, AgendaBlock, b.id, who="Petra Beispiel")
    presentation = window.shell.presentation
    presentation.place = lambda shown: (shown.screen(), False)
    run(window, "frame.present", "present.agenda")

    def words() -> str:
        slide = presentation.show_.slide(1920, 1080)
        return " ".join(i.text for p in slide.flat() for i in p.group.items if isinstance(i, TextLine))

    assert "Journey walk-through" in words() and "Petra" not in words()
    page.begin()
    at(page, 5)
    assert "10:00" in words() and "When did you last have to wait" in words() and "Petra" not in words()
    at(page, 16)
    assert "+1:00" in words()
    run(window, "present.end")


def test_the_block_that_runs_shows_its_work_and_one_click_its_form(page: AgendaPage) -> None:
    with page.context.session.transaction("Ask") as draft:
        question = ask(draft, "How might we?")
        set_fields(draft, AgendaBlock, blocks(page)[0].id, question=question)
    assert page.block_card.isVisible() and not page.details.isVisible()
    page.begin()
    assert page.details.isVisible() and not page.block_card.isVisible()
    assert page.details.question.text() == "How might we?"
    QTest.mouseClick(page.details.change, Qt.MouseButton.LeftButton)
    assert page.block_card.isVisible() and not page.details.isVisible()
    page.view.setCurrentIndex(page.table.index(2, BLOCK))
    assert page.block_card.block == blocks(page)[2].id
    QTest.mouseClick(page.run_card.next, Qt.MouseButton.LeftButton)
    assert page.details.isVisible() and page.details.question.isHidden()
    assert not page.begin_now.isVisible()


def test_people_are_split_into_groups_which_a_running_block_and_the_projector_show(page: AgendaPage) -> None:
    window, context = page.window(), page.context
    page.view.setCurrentIndex(page.table.index(4, BLOCK))
    groups = page.block_card.groups
    assert groups.isVisible() and [a.text() for a in groups.choices().actions()][:2] == [
        "2 groups: 5 and 4 people", "3 groups: 3, 3 and 3 people",
    ]  # fmt: skip
    groups.choices().actions()[0].trigger()
    made = context.document.all(BreakoutGroup)
    assert [(g.name, g.size) for g in made] == [("Group Blue", 5), ("Group Green", 4)]
    with context.session.transaction("Place") as draft:
        set_fields(draft, BreakoutGroup, made[0].id, place="Bay window", headcount=4)
    assert groups.left_over.text() == "1 person is in no group." and groups.left_over.isVisible()
    assert "Groups of 4 and 4." in page.block_card.sum.text()
    page.view.setCurrentIndex(page.table.index(3, BLOCK))
    assert not groups.isVisible(), "a break has no groups"
    page.begin()
    for minute in (15, 70, 100, 115):
        at(page, minute)
        QTest.mouseClick(page.run_card.next, Qt.MouseButton.LeftButton)
    assert page.details.groups.isVisible() and len(page.details.lines) == 2
    presentation = window.shell.presentation
    presentation.place = lambda shown: (shown.screen(), False)
    run(window, "frame.present", "present.agenda")
    slide = presentation.show_.slide(1920, 1080)
    words = [i.text for p in slide.flat() for i in p.group.items if isinstance(i, TextLine)]
    assert "Group Blue, 4 people, Bay window" in words
    run(window, "present.end")
    with context.session.transaction("People") as draft:
        people = tuple(add_participant(draft, name=f"P{n}") for n in range(5))
        set_fields(draft, Workshop, made[0].block and page.table.blocks[0].workshop, people=people)
    QTest.mouseClick(page.details.change_groups, Qt.MouseButton.LeftButton)
    groups.split(3)
    dealt = context.document.having(BreakoutGroup, "block", made[0].block)
    assert sorted(p for g in dealt for p in g.people) == sorted(people) and len(dealt) == 3
    assert dealt[0].place == "Bay window" and dealt[2].name == "Group Yellow"
    run(window, "edit.undo")
    assert len(context.document.all(BreakoutGroup)) == 2


def test_while_it_runs_only_the_signals_stand_beside_it_and_a_past_one_is_planned_again(page: AgendaPage) -> None:
    card, context = page.workshop_card, page.context
    assert card.form.isVisible() and not card.change.isVisible() and not page.acts.copy.isVisible()
    page.begin()
    at(page, 1)
    assert not card.form.isVisible() and card.sound.isVisible()
    QTest.mouseClick(card.change, Qt.MouseButton.LeftButton)
    at(page, 2)
    assert card.form.isVisible(), "the fields stay while they are wanted"
    context.run.end()
    assert card.form.isVisible() and page.begin_now.text() == "Continue" and not page.acts.copy.isVisible()
    at(page, 60 * 24 * 2)
    page.refresh()
    assert (
        page.begin_now.text() == "Reopen"
        and page.acts.copy.isVisible()
        and page.acts.copy.property("kind") == "primary"
    )
    first = page.workshop
    QTest.mouseClick(page.acts.copy, Qt.MouseButton.LeftButton)
    again = page.workshop
    assert first is not None and again is not None and again.id != first.id and again.day is None
    assert [b.title for b in page.table.blocks] == [
        b.title for b in context.document.having(AgendaBlock, "workshop", first.id)
    ]
    assert page.begin_now.text() == "Begin now" and not page.acts.copy.isVisible()
    run(page.window(), "edit.undo")
    assert len(context.document.all(Workshop)) == 1
