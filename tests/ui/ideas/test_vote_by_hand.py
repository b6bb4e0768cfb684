"""A vote in the real window: rule, covered slips, reveal, tie and run-off; nothing is read before the reveal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from cxstudio.analysis.votes.vote_results import result_of
from cxstudio.edits import add_ideas, ask
from cxstudio.model import Measure, Question, VoteRound, VoteRule, Workshop
from cxstudio.model.kinds import Tie
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.questions_page import QuestionsPage
from ui.workspaces.ideas.vote.slip_entry import BadSlip, read_slip
from ui.workspaces.ideas.vote.vote_page import VotePage

TEXTS = ("One name", "Notes travel", "Bill explained", "Live card")


@pytest.fixture
def page(sample_window: MainWindow) -> Iterator[VotePage]:
    sample_window.resize(1600, 900)
    with sample_window.context.session.transaction("Ideas") as draft:
        add_ideas(draft, ask(draft, "How might we?"), TEXTS)
    run(sample_window, "go.ideas", "ideas.vote")
    workspace = sample_window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace)
    found = workspace.views.page
    assert isinstance(found, VotePage)
    yield found


def drawn(page: VotePage) -> str:
    shown = page.area.scene.display_list
    assert shown is not None
    words = [getattr(item, "text", "") for placed in shown.flat() for item in placed.group.items]
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return " | ".join([*words, *said, page.area.view.accessibleDescription()])


def slip(page: VotePage, typed: str, code: str = "") -> None:
    page.entry.line.clear()
    QTest.keyClicks(page.entry.line, typed)
    page.entry.code.setText(code)
    QTest.keyClick(page.entry.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_from_the_rule_to_the_run_off(page: VotePage) -> None:
    context, form = page.context, page.form
    for line, text in ((form.people, "3"), (form.points, "4"), (form.places, "1"), (form.least, "2")):
        line.setText(text)
    form.tie.set_value(Tie.RUN_OFF)
    assert "hardly secret" in form.note.text()
    form.begin.click()
    vote = page.vote
    assert vote is not None and context.document.having(VoteRule, "vote_round", vote.id)[0].places == 1
    before = drawn(page)
    slip(page, "AAAB", "fox")
    assert (page.vote or vote).cast == 1 and page.entry.line.text() == ""
    slip(page, "AAAAA")
    assert page.entry.error.text() and page.entry.line.text() == "AAAAA" and (page.vote or vote).cast == 1
    slip(page, "AXB")
    assert "X" in page.entry.error.text()
    slip(page, "B B B A", "owl")
    points = {"3 points", "4 points"}
    assert not any(p in drawn(page) for p in points) and "fox" not in drawn(page)
    assert set(before.split(" | ")) - set(drawn(page).split(" | ")) <= {"0 of 3", "Type slip 1", "4 of 4 left",
                                                                        "Reveal without 3"}  # fmt: skip
    undo = context.session.store.history.undoable
    assert undo is not None and "A" not in undo.label.replace("Hand in a slip", "")
    assert page.reveal.text() == "Reveal without 1"
    page.reveal.click()
    QApplication.processEvents()
    assert (page.vote or vote).revealed and "tied" in drawn(page) and "4 points" in drawn(page)
    again = next(b for b in page._acts if getattr(b, "text", str)() == "Begin the run-off")
    again.click()  # type: ignore[attr-defined]
    second = page.vote
    assert second is not None and second.follows == vote.id and len(second.ideas) == 2 and second.points_each == 1
    for typed, code in (("A", "fox"), ("A", "owl"), ("B", "")):
        slip(page, typed, code)
    assert not page.entry.line.isEnabled()
    page.reveal.click()
    QApplication.processEvents()
    assert "chosen" in drawn(page) and "gave other points than before" in page.moved.text()
    n = len(context.document.all(Measure))
    page.to_measures((second.ideas[0],))
    assert len(context.document.all(Measure)) == n + 1
    assert len(page.votes) == 2


def test_letters_are_read_as_points_and_answers() -> None:
    vote = VoteRound(id="v", ideas=("a", "b", "c"))
    assert read_slip("aac", vote) == read_slip("A, A C", vote) == {"a": 2, "c": 1}
    assert read_slip("", vote) == {}
    with pytest.raises(BadSlip):
        read_slip("AD", vote)
    rating = VoteRound(id="v", ideas=("a", "b", "c"), kind="rating")
    assert read_slip("A2 b1 C-", rating) == {"a": 2, "b": 1, "c": 0}
    with pytest.raises(BadSlip):
        read_slip("A3", rating)


def test_a_tie_is_decided_by_whoever_the_rule_named_before(page: VotePage) -> None:
    context, form = page.context, page.form
    for line, text in ((form.people, "2"), (form.points, "2"), (form.places, "1"), (form.least, "1")):
        line.setText(text)
    form.tie.set_value(Tie.DECIDED)
    form.refresh()
    assert not form.begin.isEnabled() and form.tie_by.isVisibleTo(page)
    QTest.keyClicks(form.tie_by, "the client")
    form.begin.click()
    assert "decided by the client" in page.tie.text()
    slip(page, "AA")
    slip(page, "BB")
    page.reveal.click()
    QApplication.processEvents()
    vote = page.vote
    assert vote is not None
    buttons = {b.accessibleName(): b for b in page.findChildren(QPushButton) if b.isVisibleTo(page)}
    offered = [name for name in buttons if name.startswith("Choose the idea")]
    assert len(offered) == 2
    buttons[offered[1]].click()
    QApplication.processEvents()
    result = result_of(context.document, page.vote or vote)
    assert result is not None and len(result.chosen) == 1 and not result.tied
    assert "decided by the client" in page.result.text() and "not among them" in drawn(page)
    again = next(b for b in page.findChildren(QPushButton) if b.text() == "Decide the tie again")
    again.click()
    QApplication.processEvents()
    result = result_of(context.document, page.vote or vote)
    assert result is not None and len(result.tied) == 2 and not result.chosen


def test_as_many_vote_as_come_to_the_workshop_until_somebody_types_another_number(page: VotePage) -> None:
    form, session = page.form, page.context.session

    def come(people: int) -> str:
        with session.transaction("How many come") as draft:
            draft.update(Workshop, "workshop1", headcount=people)
        page.prepare()
        return form.people.text()

    assert come(7) == "7"
    form.people.setText("4")
    assert come(8) == "4"


def test_once_all_slips_are_in_no_other_one_is_asked_for(page: VotePage) -> None:
    page.form.people.setText("5")
    page.form.begin.click()
    for _ in range(5):
        assert page.entry.isVisible()
        slip(page, "A")
    assert not page.entry.isVisible() and page.reveal.hasFocus()


def test_a_new_question_is_typed_on_behind_its_first_words(sample_window: MainWindow) -> None:
    run(sample_window, "go.ideas", "ideas.show_questions")
    workspace = sample_window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace) and isinstance(workspace.views.page, QuestionsPage)
    made = workspace.views.page.ask()
    QTest.keyClicks(QApplication.focusWidget(), "save Jana a call?")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert sample_window.context.document.get(Question, made).text == "How might we save Jana a call?"
