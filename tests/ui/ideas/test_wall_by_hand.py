"""From a critical touchpoint to a measure in the real window: typing, pasting, dragging, grouping, silent writing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.edits import add_ideas, ask, place_ideas
from cxstudio.model import Cluster, Idea, Measure, Question, Test, Touchpoint
from tests.ui.comparing_desk import run
from ui.forms.idea_links import IdeaLinks
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.anchor_bar import SLOTS
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.priorities_page import PrioritiesPage
from ui.workspaces.ideas.questions_page import QuestionsPage
from ui.workspaces.ideas.trials_page import TrialsPage
from ui.workspaces.ideas.wall.wall_page import WallPage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(sample_window: MainWindow) -> Iterator[MainWindow]:
    sample_window.resize(1900, 900)
    sample_window.activateWindow()
    yield sample_window


def workspace(window: MainWindow) -> IdeasWorkspace:
    found = window.shell.view.current
    assert isinstance(found, IdeasWorkspace)
    return found


def wall(window: MainWindow) -> WallPage:
    run(window, "go.ideas", "ideas.show_wall")
    return workspace(window).wall


def drag(page: WallPage, start: QPointF, end: QPointF) -> None:
    view = page.area.view
    first, last = view.mapFromScene(start), view.mapFromScene(end)
    QTest.mousePress(view.viewport(), LEFT, NONE, first)
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), first + (last - first) * step / 4)
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), LEFT, NONE, last)
    QApplication.processEvents()


def middle(page: WallPage, record: str) -> QPointF:
    box = page.area.view.shown.box(record)
    assert box is not None
    return QPointF(box.x + box.width / 2, box.y + min(box.height / 2, 12.0 if box.height > 100 else 40.0))


def links(window: MainWindow) -> dict[str, QPushButton]:
    QApplication.processEvents()
    found = [links for links in window.findChildren(IdeaLinks) if links.isVisible()]
    return {b.accessibleName(): b for part in found for b in part.buttons}


def test_the_chain_from_a_touchpoint_to_a_measure_and_back(window: MainWindow) -> None:
    context = window.context
    run(window, "go.ideas", "ideas.show_questions")
    page = workspace(window).views.page
    assert isinstance(page, QuestionsPage)
    touchpoint = page.critical()[0]
    page.ask(touchpoint.id)
    question = context.document.all(Question)[-1]
    assert question.touchpoints == (touchpoint.id,) and question.text
    entry = wall(window).entry
    for text in ("A name and a number", "  ", "Callback instead of a queue"):
        QTest.keyClicks(entry.line, text)
        QTest.keyClick(entry.line, Qt.Key.Key_Return)
    first, second = context.document.all(Idea)[-2:]
    assert (first.text, first.question, second.author) == ("A name and a number", question.id, None)
    run(window, "edit.undo")
    assert second.id not in context.document
    context.selection.select(first.id)
    run(window, "ideas.measure")
    measure = context.document.all(Measure)[-1]
    assert (measure.ideas, measure.touchpoints) == ((first.id,), (touchpoint.id,))
    assert window.shell.view.name == "measures" and context.selection.id == measure.id
    for name, record in ((f"Idea: {first.text}", first.id), (f"Question: {question.text}"[:30], question.id)):
        links(window)[next(n for n in links(window) if n.startswith(name))].click()
        QApplication.processEvents()
        assert context.selection.id == record and window.shell.view.name == "ideas"
    links(window)[next(n for n in links(window) if n.startswith("Touchpoint"))].click()
    QApplication.processEvents()
    assert context.selection.id == touchpoint.id and window.shell.view.name == "journey"
    assert any(name.startswith("Idea: ") for name in links(window))


def test_a_list_is_pasted_grouped_by_a_frame_moved_and_merged(window: MainWindow) -> None:
    context = window.context
    page = wall(window)
    QGuiApplication.clipboard().setText("One\nTwo\nThree words here\nThree words here again")
    page.entry.line.setFocus()
    page.entry.line.paste_cells()
    ids = [idea.id for idea in context.document.all(Idea)][-4:]
    assert [context.document.get(Idea, i).text for i in ids][:2] == ["One", "Two"]
    view = page.area.view
    boxes = [view.shown.box(i) for i in ids[:2]]
    assert boxes[0] is not None and boxes[1] is not None
    drag(page, QPointF(boxes[0].x - 8, boxes[0].y - 6), QPointF(boxes[1].x + 60, boxes[1].y + 60))
    assert set(context.selection.ids) == set(ids[:2])
    run(window, "ideas.group")
    QTest.keyClicks(view.editor, "Numbers")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    cluster = context.document.all(Cluster)[-1]
    assert cluster.name == "Numbers" and {context.document.get(Idea, i).cluster for i in ids[:2]} == {cluster.id}
    before = [context.document.get(Idea, i).y for i in ids]
    drag(page, middle(page, cluster.id), middle(page, cluster.id) + QPointF(0, 150))
    after = [context.document.get(Idea, i).y for i in ids]
    assert [a - b for a, b in zip(after, before, strict=True)] == [150, 150, 0, 0]
    drag(page, middle(page, ids[0]), middle(page, ids[0]) + QPointF(900, 0))
    assert context.document.get(Idea, ids[0]).cluster is None
    run(window, "ideas.similar")
    assert page.similar.pair is not None and set(page.similar.pair[:2]) == set(ids[2:])
    page.similar.merge.click()
    assert context.document.get(Idea, ids[3]).merged_into == ids[2] and not page.similar.isVisible()
    run(window, "ideas.tidy")
    notes = page.model.wall.notes
    assert len({(note.x, note.y) for note in notes}) == len(notes) == 3
    QGuiApplication.clipboard().setText("Text,Color,Author\nA callback,yellow,Mia\nOne number,blue,Ole\n")
    page.entry.line.paste_cells()
    assert [idea.text for idea in context.document.all(Idea)][-2:] == ["A callback", "One number"]
    run(window, "edit.undo")
    QGuiApplication.clipboard().setText("\n".join(f"line {n}" for n in range(2000)))
    page.entry.line.paste_cells()
    assert len(page.model.ideas) == 3


def test_a_list_of_two_thousand_lines_is_refused_in_one_sentence(window: MainWindow) -> None:
    context, page, told = window.context, wall(window), []
    context.messages.said.connect(lambda text, *_: told.append(text))
    before = context.document
    typed = "\n".join(f"Line {n}" for n in range(2000))
    QGuiApplication.clipboard().setText(typed)
    page.entry.line.setFocus()
    page.entry.line.paste_cells()
    assert context.document is before and len(told) == 1 and "2000 lines" in told[0]
    assert QGuiApplication.clipboard().text() == typed


def test_what_is_written_silently_is_read_nowhere_until_it_is_revealed(window: MainWindow) -> None:
    context = window.context
    with context.session.transaction("Question") as draft:
        ask(draft, "How might we?")
    page = wall(window)
    run(window, "ideas.silent", "ideas.cover_here")
    QTest.keyClicks(page.entry.line, "Something quiet")
    QTest.keyClick(page.entry.line, Qt.Key.Key_Return)
    note = page.model.wall.notes[-1]
    assert note.covered and "quiet" not in note.spoken and "quiet" not in page.area.view.accessibleDescription()
    drawn = [item for placed in page.area.view.shown.body.flat() for item in placed.group.items]
    assert not any("quiet" in getattr(item, "text", "") for item in drawn)
    page.silent.reveal.click()
    assert not page.model.wall.notes[-1].covered and not page.silent.isVisible()


def test_ideas_are_weighed_and_tested(window: MainWindow) -> None:
    context = window.context
    touchpoint = context.document.all(Touchpoint)[0]
    with context.session.transaction("Ideas") as draft:
        ids = add_ideas(draft, ask(draft, "How might we?", touchpoints=[touchpoint.id]), ["One", "Two", "Three"])
    run(window, "go.ideas", "ideas.show_priorities")
    page = workspace(window).views.page
    assert isinstance(page, PrioritiesPage)
    view = page.area.view
    mark = view.shown.mark_of(ids[1])
    assert mark is not None
    left, top, wide, high = view.shown.plane
    start, end = view.mapFromScene(mark.x, mark.y), view.mapFromScene(left + wide * 0.9, top + high * 0.1)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 4)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    weighed = context.document.get(Idea, ids[1])
    assert (weighed.effort, weighed.impact) == (7, 7)
    context.selection.select(ids[1])
    run(window, "ideas.test")
    trials = workspace(window).views.page
    assert isinstance(trials, TrialsPage) and trials.idea is not None and trials.idea.id == ids[1]
    assert [t.idea for t in context.document.all(Test)][-1] == ids[1] and len(trials.cards) == 1
    assert "being tested" in next(n for n in workspace(window).model.wall.notes if n.idea == ids[1]).foot


def lasso(page: WallPage, corners: list[QPointF], held: Qt.KeyboardModifier = NONE) -> None:
    view = page.area.view
    places = [view.mapFromScene(corner) for corner in corners]
    QTest.mousePress(view.viewport(), LEFT, held, places[0])
    for start, end in zip(places, [*places[1:], places[0]], strict=True):
        for step in range(1, 5):
            QTest.mouseMove(view.viewport(), start + (end - start) * step / 4)
            QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), LEFT, held, places[0])
    QApplication.processEvents()


def test_a_line_drawn_freely_makes_a_named_cluster_of_what_lies_inside(window: MainWindow) -> None:
    context = window.context
    page = wall(window)
    with context.session.transaction("Ideas") as draft:
        ids = add_ideas(draft, None, [f"Idea {n}" for n in range(4)])
        place_ideas(draft, ids, [(40, 60), (220, 60), (40, 200), (220, 200)])
    shown = page.area.view.shown
    first, second, last = (shown.box(i) for i in (ids[0], ids[1], ids[3]))
    assert first is not None and second is not None and last is not None
    corner = QPointF(first.x - 10, first.y - 10)  # an L around the first and the one below it, beside the second
    below = QPointF(last.x + last.width + 4, last.y + last.height + 8)
    line = [corner, QPointF(second.x - 6, corner.y()), QPointF(second.x - 6, last.y - 4),
            QPointF(below.x(), last.y - 4), below, QPointF(corner.x(), below.y())]  # fmt: skip
    run(window, "ideas.lasso")
    assert page.area.view.lassoing
    lasso(page, line)
    QTest.keyClicks(page.area.view.editor, "By hand")
    QTest.keyClick(page.area.view.editor, Qt.Key.Key_Return)
    made = context.document.all(Cluster)[-1]
    inside = {idea.id for idea in context.document.all(Idea) if idea.cluster == made.id}
    assert (made.name, inside) == ("By hand", {ids[0], ids[2], ids[3]}) and not page.area.view.lassoing
    notes = len(context.document.all(Cluster))
    lasso(page, [QPointF(2, 2), QPointF(20, 2), QPointF(20, 12)], Qt.KeyboardModifier.AltModifier)
    assert len(context.document.all(Cluster)) == notes
    run(window, "ideas.lasso")
    QTest.keyClick(page.area.view, Qt.Key.Key_Escape)
    assert not page.area.view.lassoing
    context.selection.select(ids[1])  # the same by keys: Shift and an arrow, then Ctrl+G
    QTest.keyClick(page.area.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    run(window, "ideas.group")
    assert len(context.document.all(Cluster)) == notes + 1


def test_anchors_are_placed_before_the_others(window: MainWindow) -> None:
    context = window.context
    with context.session.transaction("Ideas") as draft:
        ids = add_ideas(draft, ask(draft, "How might we?"), ["Small", "Large", "Between"])
    run(window, "go.ideas", "ideas.show_priorities")
    page = workspace(window).views.page
    assert isinstance(page, PrioritiesPage) and page.anchors.isVisible() and page.anchors.missing == 4
    for idea, (field, points, _) in zip((ids[0], ids[1], ids[0], ids[1]), SLOTS, strict=True):
        menu = page.anchors._menu(field, points)
        menu.actions()[ids.index(idea)].trigger()
    small, large = (context.document.get(Idea, i) for i in ids[:2])
    assert (small.effort, small.impact, large.effort, large.impact) == (1, 1, 7, 7)
    assert not page.anchors.isVisible()
    run(window, "edit.undo")
    assert page.anchors.isVisible() and page.anchors.missing == 1
    page.anchors.skip.click()
    assert not page.anchors.isVisible()


def test_in_a_narrow_window_the_pages_stay_and_buttons_of_the_wall_go_into_its_menu(window: MainWindow) -> None:
    page = wall(window)
    bar = workspace(window).bar
    assert bar.tidy.isVisible() and "Tidy up" not in [a.text() for a in bar.more_menu().actions()]
    window.resize(1160, 720)
    QApplication.processEvents()
    assert bar.views.segments.isVisible() and not bar.tidy.isVisible()
    first = bar.more_menu().actions()[0]
    assert "idy" in first.text(), first.text()
    window.resize(1900, 900)
    QApplication.processEvents()
    assert bar.tidy.isVisible() and page.isVisible()
