"""The whole chain in the real window: touchpoint, question, ideas, vote, prototype and test, measure, rated again.

Every link is clicked both ways, and found in the report.
"""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.documents.chosen import report_settings
from cxstudio.documents.report.making import report_pdf
from cxstudio.model import Idea, Measure, Prototype, Question, Target, Touchpoint
from cxstudio.model import Test as Trial
from cxstudio.model.kinds import ReportPreset
from tests.cxstudio.documents.report_pages import pages_of
from tests.ui.by_hand import Desk, choose, click, click_row, keys, press, said
from ui.main_window.main_window import MainWindow
from ui.workspaces.control.control_workspace import ControlWorkspace
from ui.workspaces.ideas.ideas_views import VIEWS
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.questions_page import QuestionsPage
from ui.workspaces.ideas.trials_page import TrialsPage
from ui.workspaces.ideas.vote.vote_page import VotePage
from ui.workspaces.rate.rate_workspace import RateWorkspace

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
TEXTS = ("A name and a number", "Notes travel along", "Callback instead of a queue")
Part = TypeVar("Part", bound=QWidget)


def on(desk: Desk, view: str, kind: type[Part]) -> Part:
    """A page of the workspace Ideas, brought into view by its tab, or its line where tabs fold into a menu."""
    ideas = desk.page(IdeasWorkspace)
    tabs = {row.text: row.id for row in VIEWS}
    if f"View: {view}" in {said(each) for each in Desk.buttons_of(ideas)}:
        press(ideas, f"View: {view}")
    else:
        ideas.context.commands.run(f"ideas.show_{tabs[view]}")
    found = ideas.views.page
    assert isinstance(found, kind)
    return found


def follow(desk: Desk, link: str, record: str, view: str) -> None:
    """Click a link in the inspector; what it names is in view then."""
    press(desk.inspector, link)
    QApplication.processEvents()
    assert (desk.context.selection.id, desk.view) == (record, view), link


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_link_of_the_chain_leads_both_ways(sample_window: MainWindow) -> None:
    desk = Desk(sample_window)
    context, document = desk.context, lambda: desk.context.document
    desk.go("Ideas")
    questions = on(desk, "Questions", QuestionsPage)
    point: Touchpoint = questions.critical()[0]
    press(questions, f"Question about {point.name}")
    keys(" Now?", TAB)
    question = document().all(Question)[-1]
    assert question.touchpoints == (point.id,) and question.text.endswith(" Now?")
    click(next(b for b in desk.buttons_of(questions.cards[question.id]) if b.text().startswith("To the wall")))
    for text in TEXTS:
        keys(text, ENTER)
    assert [idea.text for idea in document().having(Idea, "question", question.id)] == list(TEXTS)

    vote = on(desk, "Vote", VotePage)
    assert QApplication.focusWidget() is vote.form.title
    keys("Which one first")
    for line, typed in ((vote.form.people, "2"), (vote.form.points, "2"), (vote.form.places, "1")):
        line.selectAll()
        line.setFocus()
        keys(typed)
    press(vote, "Fix the rule and vote")
    keys("AA", ENTER)
    keys("AB", ENTER)
    assert vote.vote is not None and vote.vote.cast == 2
    keys("", Qt.Key.Key_Space)
    assert vote.vote.revealed
    voted = vote.vote.id
    won = document().get(Idea, vote.vote.ideas[0])
    press(vote, f"Show the idea {won.text}")
    QApplication.processEvents()
    assert desk.page(IdeasWorkspace).views.id == "wall" and context.selection.id == won.id
    follow(desk, "Vote: Which one first", voted, "ideas")
    assert desk.page(IdeasWorkspace).views.page is vote and vote.isVisible()
    press(vote, f"Show the idea {won.text}")
    QApplication.processEvents()

    trials = on(desk, "Prototype and test", TrialsPage)
    assert trials.idea is not None and trials.idea.id == won.id
    press(trials, "+ Prototype")
    keys("A card of paper", TAB)
    press(trials, "+ Test")
    keys("People want a name", TAB)
    (prototype,), (trial,) = document().having(Prototype, "idea", won.id), document().having(Trial, "idea", won.id)
    assert (prototype.title, trial.hypothesis) == ("A card of paper", "People want a name")
    press(desk.inspector, "+ Measure")
    measure = context.selection.of(Measure)
    assert measure is not None and (measure.ideas, measure.touchpoints) == ((won.id,), (point.id,))

    asked = f"Question: {question.text}"
    for link, record, view in (
        (f"Idea: {won.text}", won.id, "ideas"), (f"Measure: {won.text}", measure.id, "measures"),
        (asked, question.id, "ideas"), (f"Touchpoint: {point.name}", point.id, "journey"),
        (asked, question.id, "ideas"), (f"Idea: {won.text}", won.id, "ideas"),
        (f"Touchpoint: {point.name}", point.id, "journey"), (f"Idea: {won.text}", won.id, "ideas"),
        (f"Measure: {won.text}", measure.id, "measures"),
    ):  # fmt: skip
        follow(desk, link, record, view)

    press(desk.inspector, "Target")
    goal = desk.fields_of(Target)["to_value"].editor
    goal.setFocus()
    keys("6", ENTER)
    press(desk.inspector, "Targets: Follow-up")
    assert desk.view == "control"
    press(desk.page(ControlWorkspace), "Begin the next round")
    rate = desk.page(RateWorkspace)
    choose(rate.bar.voices, desk.role(0))
    click_row(desk, point.id)
    keys("2")
    desk.go("Follow-up")
    press(desk.page(ControlWorkspace), f"Show: {won.text}")
    assert (desk.view, context.selection.id) == ("measures", measure.id)

    whole = report_settings(document()).model_copy(update={"preset": ReportPreset.DOCUMENTATION, "sections": ()})
    printed = " ".join(pages_of(report_pdf(document().evolve([whole]), {}, "en")))
    for words in (point.name, question.text, "Which one first:", "chosen", prototype.title, trial.hypothesis,
                  f"7. {won.text}", "1 measure made of them", f"Largest fall at “{point.name}”"):  # fmt: skip
        assert words in printed, words
    assert not desk.strays
