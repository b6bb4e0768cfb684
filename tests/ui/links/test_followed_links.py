"""Where a link leads can be seen: in a window with little room, beyond the sixth, and after adding."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cxstudio.edits import add_ideas, add_measure, ask, set_fields
from cxstudio.model import Journey, Measure, Project
from tests.ui.by_hand import press
from tests.ui.comparing_desk import run
from ui.context.messages import Choice, Notice, Tone, always
from ui.context.record_workspace import show_record
from ui.forms.idea_links import IdeaLinks
from ui.inspector.measure_panel import MeasurePanel
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.idea_measures import make_measures, without_measure
from ui.workspaces.journey.persona_chip import PersonaChip


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_a_link_opens_the_fields_of_what_it_leads_to(sample_window: MainWindow) -> None:
    sample_window.resize(1280, 720)
    run(sample_window, "go.measures")
    view, context = sample_window.shell.view, sample_window.context
    settle()
    assert view.inspector is None or not view.inspector.isVisible()
    show_record(context, "t08")
    settle()
    assert view.name == "journey" and view.inspector is not None and view.inspector.isVisible()
    run(sample_window, "frame.inspector")
    assert not view.inspector.isVisible()
    context.selection.select("t03")
    settle()
    assert not view.inspector.isVisible()  # a card that is clicked is in view itself


def test_an_open_inspector_covers_no_bar(sample_window: MainWindow) -> None:
    sample_window.resize(853, 480)
    run(sample_window, "go.journey", "frame.inspector")
    bars, inspector = sample_window.shell.bars, sample_window.shell.view.inspector
    assert inspector is not None
    for first in (True, False):
        sample_window.context.messages.post(
            Notice("told", "A file changed on the disk", Tone.WARNING, (Choice("Look", lambda: None),), holds=always)
        )
        settle()
        left, right = (part.mapTo(sample_window, QPoint(0, 0)) for part in (bars, inspector))
        assert left.y() + bars.height() <= right.y() or left.x() + bars.width() <= right.x(), first
        sample_window.context.messages.withdraw("told")
        settle()
        assert inspector.mapTo(sample_window, QPoint(0, 0)).y() <= left.y()


def test_more_than_six_links_are_all_within_reach(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("Ideas") as draft:
        question = ask(draft, "How might we?")
        add_ideas(draft, question, [f"Idea {n}" for n in range(9)])
    show_record(context, question)
    settle()
    links = next(p for p in sample_window.findChildren(IdeaLinks) if p.isVisible() and p.record_id == question)
    assert len(links.buttons) == 6
    press(links, "and 3 more")
    assert [b.text() for b in links.buttons][-1] == "Idea: Idea 8" and sample_window.focusWidget() is links.buttons[6]
    assert not any(b.text().startswith("and") for b in links.findChildren(QPushButton) if b.isVisible())
    with context.session.transaction("one more") as draft:
        add_ideas(draft, question, ["Idea 9"])
    assert len(links.buttons) == 10
    with context.session.transaction("another") as draft:
        other = ask(draft, "Another?")
    context.selection.select(other)
    context.selection.select(question)
    assert len(links.buttons) == 6


def test_measures_are_made_of_an_idea_once(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("Ideas") as draft:
        first, second = add_ideas(draft, ask(draft, "How might we?"), ["One", "Two"])
    said: list[str] = []
    context.messages.said.connect(said.append)
    n = len(context.document.all(Measure))
    make_measures(context, [first])
    make_measures(context, [first, second])
    make_measures(context, [first, second])
    assert len(context.document.all(Measure)) == n + 2 and without_measure(context, [first, second]) == ()
    assert said == ["1 measure made.", "1 measure made.", "There is already a measure of each of these ideas."]


def test_the_keyboard_goes_into_a_target_just_added(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("Measure") as draft:
        measure = add_measure(draft, "Call back")
    show_record(context, measure)
    settle()
    panel = next(p for p in sample_window.findChildren(MeasurePanel) if p.isVisible())
    adder = next(b for b in panel.findChildren(QPushButton) if b.text() == "+ Target")
    adder.click()
    settle()
    held = sample_window.focusWidget()
    assert held is not None and held is not adder
    row = next(r for r in panel.findChildren(QWidget) if type(r).__name__ == "RecordRow" and r.isAncestorOf(held))
    assert row.isVisible()


def test_the_persona_is_named_at_every_width(sample_window: MainWindow) -> None:
    for _ in range(2):
        run(sample_window, "go.journey")
        settle()
        chip = next(c for c in sample_window.findChildren(PersonaChip) if c.isVisible())
        for width in (1440, 1280, 853):
            sample_window.resize(width, 720)
            settle()
            assert chip.text().startswith("Jana"), width
            with sample_window.context.session.transaction("nobody") as draft:
                set_fields(draft, Journey, sample_window.context.selection.journey or "", personas=())
            assert chip.text() in (chip.said[0], sample_window.context.tr("Who?")), width
            sample_window.context.commands.run("edit.undo")
            assert chip.text().startswith("Jana"), width
        sample_window.context.commands.run("look.language")


def test_a_long_title_gets_the_room_there_is(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("Title") as draft:
        set_fields(draft, Project, context.document.project.id, client="Moving in and out at the Lindenford Utilities")
    run(sample_window, "go.journey")
    for width in (1600, 1280):
        sample_window.resize(width, 720)
        settle()
        title = sample_window.shell.top._title
        assert not title.text().endswith("…"), width
