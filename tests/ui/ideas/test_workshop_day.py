"""A whole workshop day with nine people in the real window, as the handbook tells it, with mouse and keys only."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.edits import remove_records
from cxstudio.model import AgendaBlock, Cluster, Idea, Measure, Picture, Prototype, Question, Workshop
from cxstudio.model import Test as Trial
from cxstudio.model.kinds import Tie
from tests.screens.agenda_states import BERLIN, FixedClock
from tests.ui.by_hand import Desk, click, keys, press
from tests.ui.ideas.test_minutes_by_hand import drop, photo, settle
from tests.ui.ideas.test_wall_by_hand import lasso
from tests.unmeasured import unmeasured
from ui.dialogs import file_choosers as choosers
from ui.forms.record_picker import Picker
from ui.forms.reference_editors import ReferenceEditor
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.agenda.agenda_model import BLOCK
from ui.workspaces.ideas.agenda.agenda_page import AgendaPage
from ui.workspaces.ideas.anchor_bar import SLOTS
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.minutes.minutes_page import MinutesPage
from ui.workspaces.ideas.priorities_page import PrioritiesPage
from ui.workspaces.ideas.questions_page import QuestionsPage
from ui.workspaces.ideas.trials_page import TrialsPage
from ui.workspaces.ideas.vote.vote_page import VotePage
from ui.workspaces.ideas.wall.wall_page import WallPage

NINE = datetime(2026, 3, 12, 9, tzinfo=BERLIN)
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
TEXTS = ("One name and a number", "A guide for movers", "Callback instead of a queue", "Notes travel along",
         "Form filled in already", "A bill that explains")  # fmt: skip
CARD = ("Ask at the desk", "Five movers")
Part = TypeVar("Part", bound=QWidget)


def on(desk: Desk, view: str, kind: type[Part]) -> Part:
    press(desk.page(IdeasWorkspace), f"View: {view}")
    found = desk.page(IdeasWorkspace).views.page
    assert isinstance(found, kind), type(found)
    return found


def at(desk: Desk, minute: float) -> None:
    clock = desk.context.run.clock
    assert isinstance(clock, FixedClock)
    clock.moment = NINE + timedelta(minutes=minute)
    desk.context.run.tick()


def until(desk: Desk, method: str, minute: float) -> AgendaBlock:
    """Go on to the block of a method by the button on the agenda."""
    page = on(desk, "Agenda", AgendaPage)
    for _ in range(len(page.table.blocks)):
        standing = page.table.standing
        assert standing is not None and standing.current is not None
        if standing.current.block.method == method:
            return standing.current.block
        at(desk, minute)
        click(page.run_card.next)
    raise AssertionError(method)


def planned(desk: Desk) -> None:
    """From the template: nine people, and the question for 6-3-5."""
    page = on(desk, "Agenda", AgendaPage)
    click(page.begin_button)
    people = page.workshop_card.form.fields["headcount"].editor
    people.setFocus()
    keys("", Qt.Key.Key_Home)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys("9", TAB)
    (workshop,) = desk.context.document.all(Workshop)
    assert workshop.headcount == 9 and "9 people" in page.figures.text()
    row = next(n for n, b in enumerate(page.table.blocks) if b.method == "brainwriting")
    page.view.setCurrentIndex(page.table.index(row, BLOCK))
    assert "5 and 4" in page.block_card.sum.text() and page.block_card.fits.property("kind") == "strong"
    question = desk.context.document.all(Question)[-1]
    editor = page.block_card.rest.fields["question"].editor
    assert isinstance(editor, ReferenceEditor)
    click(editor.opener)
    picker = desk.window.findChildren(Picker)[-1]
    picker.line.setText(question.text[:12])
    QTest.keyClick(picker.line, ENTER)
    QApplication.processEvents()
    assert desk.context.document.get(AgendaBlock, page.table.blocks[row].id).question == question.id


def written(desk: Desk) -> WallPage:
    """6-3-5 in silence: covered until it is revealed; two clusters by lasso."""
    until(desk, "brainwriting", 60)
    page = on(desk, "Agenda", AgendaPage)
    assert page.details.isVisible() and page.details.question.text()
    click(page.details.tool)
    wall = desk.page(IdeasWorkspace).views.page
    assert isinstance(wall, WallPage) and wall.silent.isVisible()
    wall.entry.line.setFocus()
    for text in TEXTS:
        keys(text, ENTER)
    ideas = desk.context.document.all(Idea)
    assert [i.text for i in ideas] == list(TEXTS) and all(i.covered for i in ideas)
    click(wall.silent.reveal)
    assert not any(i.covered for i in desk.context.document.all(Idea))
    desk.context.commands.run("ideas.tidy")
    desk.context.commands.run("canvas.fit") if "canvas.fit" in desk.context.commands.rows else None
    boxes = [wall.area.view.shown.box(i.id) for i in ideas[:2]]
    assert all(box is not None for box in boxes)
    left, top = min(b.x for b in boxes) - 6, min(b.y for b in boxes) - 6  # type: ignore[union-attr]
    right = max(b.x + b.width for b in boxes) + 6  # type: ignore[union-attr]
    foot = max(b.y + b.height for b in boxes) + 6  # type: ignore[union-attr]
    desk.context.commands.run("ideas.lasso")
    lasso(wall, [QPointF(left, top), QPointF(right, top), QPointF(right, foot), QPointF(left, foot)])
    keys("One face", ENTER)
    (cluster,) = desk.context.document.all(Cluster)
    assert cluster.name == "One face"
    assert {i.id for i in desk.context.document.all(Idea) if i.cluster} == {i.id for i in ideas[:2]}
    return wall


def printed(desk: Desk, page: QWidget, text: str, path: Path, patch: pytest.MonkeyPatch) -> str:
    """Press what makes a file; what can be read in it."""
    patch.setattr(choosers, "name_to_save", lambda *_: path)
    press(page, text)
    settle(lambda: path.exists() and not desk.context.tasks.busy)
    assert path.read_bytes().startswith(b"%PDF")
    return _read(path.read_bytes())


def voted(desk: Desk, folder: Path, patch: pytest.MonkeyPatch) -> Idea:
    """Nine slips of paper, printed and typed in, a tie, and who decides it named before."""
    until(desk, "secret-vote", 110)
    page = on(desk, "Vote", VotePage)
    keys("Which one first")
    for line, typed in (
        (page.form.people, "9"),
        (page.form.points, "2"),
        (page.form.places, "1"),
        (page.form.least, "2"),
    ):
        line.setFocus()
        line.selectAll()
        keys(typed)
    page.form.tie.set_value(Tie.DECIDED)
    page.form.refresh()
    page.form.tie_by.setFocus()
    keys("the client")
    press(page, "Fix the rule and vote")
    slips = printed(desk, page, "Voting slips as PDF …", folder / "slips.pdf", patch)
    assert all(slips.count(text) == 12 for text in ("Which one first", *TEXTS)), "nine, four on a sheet"
    page.entry.line.setFocus()
    for slip in ("AA", "BB", "AA", "BB", "CD", "CE", "DF", "EF", "CC"):
        keys(slip, ENTER)
    vote = page.vote
    assert vote is not None and vote.cast == 9 and not page.entry.line.isEnabled()
    click(page.reveal)
    vote = page.vote
    assert vote is not None and vote.revealed
    tied = [b for b in desk.buttons_of(page) if b.accessibleName().startswith("Choose the idea")]
    assert len(tied) in (2, 3), [b.accessibleName() for b in desk.buttons_of(page)]
    name = tied[0].accessibleName()
    click(tied[0])
    QApplication.processEvents()
    return next(i for i in desk.context.document.all(Idea) if i.text in name)


def weighed(desk: Desk, chosen: Idea) -> None:
    """Anchors first, then a prototype with its test, then a measure."""
    until(desk, "impact-effort", 130)
    page = on(desk, "Prioritise", PrioritiesPage)
    ideas = desk.context.document.all(Idea)
    least = next(i for i in ideas if i.id != chosen.id)
    for idea, (field, points, _) in zip((least, chosen, least, chosen), SLOTS, strict=True):
        menu = page.anchors._menu(field, points)
        next(a for a in menu.actions() if a.text().startswith(idea.text[:8])).trigger()
    assert page.anchors.missing == 0 and desk.context.document.get(Idea, chosen.id).impact == 7
    desk.context.selection.select(chosen.id)
    trials = on(desk, "Prototype and test", TrialsPage)
    press(trials, "+ Prototype")
    keys("A card of paper", TAB)
    press(trials, "+ Test")
    keys("People want a name", TAB)
    for words in CARD:
        keys(words, TAB)
    assert [p.title for p in desk.context.document.having(Prototype, "idea", chosen.id)] == ["A card of paper"]
    (trial,) = desk.context.document.having(Trial, "idea", chosen.id)
    assert trial.hypothesis == "People want a name"
    assert (trial.how, trial.with_whom) == CARD
    desk.context.selection.select(chosen.id)
    QApplication.processEvents()
    press(desk.inspector, "+ Measure")
    assert any(m.ideas == (chosen.id,) for m in desk.context.document.all(Measure))


@pytest.mark.torture
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_day_from_the_template_to_the_minutes(
    sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_window.resize(1600, 1000)
    desk = Desk(sample_window)
    context = desk.context
    with context.session.transaction("Empty") as draft:
        remove_records(draft, [w.id for w in draft.document.all(Workshop)])
    context.run.clock = FixedClock(NINE)
    desk.go("Ideas")
    questions = on(desk, "Questions", QuestionsPage)
    press(questions, f"Question about {questions.critical()[0].name}")
    keys("", TAB)
    planned(desk)
    click(on(desk, "Agenda", AgendaPage).begin_now)
    written(desk)
    chosen = voted(desk, tmp_path, monkeypatch)
    weighed(desk, chosen)
    desk.go("Ideas")
    running = until(desk, "who-what-when", 195)
    minutes = on(desk, "Minutes", MinutesPage)
    assert minutes.target == running.id
    wall = tmp_path / "wall.jpg"
    wall.write_bytes(photo())
    before = len(context.document.all(Picture))
    drop(minutes, [wall])
    settle(lambda: len(context.document.all(Picture)) == before + 1)
    page = on(desk, "Agenda", AgendaPage)
    at(desk, 225)
    click(page.run_card.next)
    assert context.run.workshop is None and not page.run_card.isVisible()
    minutes = on(desk, "Minutes", MinutesPage)
    said = printed(desk, minutes, "Minutes as PDF …", tmp_path / "minutes.pdf", monkeypatch)
    for part in (
        "1 idea is being tried",
        "People want a name",
        *CARD,
        "A card of paper",
        "9 people",
        "Which one first",
        "chosen",
        chosen.text,
        "decided by the client",
        running.title,
    ):
        assert part in said, (part, said)
    assert not desk.strays


@unmeasured()
def _read(data: bytes) -> str:
    import io

    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
