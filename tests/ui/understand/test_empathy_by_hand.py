"""The empathy map in the real window: typed, pasted, dragged between fields and onto a touchpoint, by key as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from cxstudio.edits import add_empathy_notes, remove_records, write_field
from cxstudio.model import Id, Note, Persona
from cxstudio.model.empathy_fields import empathy_notes
from cxstudio.model.kinds import Evidence, NoteKind
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.empathy.empathy_page import EmpathyPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HOTLINE = "t08"


@pytest.fixture
def page(sample_window: MainWindow) -> Iterator[EmpathyPage]:
    sample_window.resize(1600, 900)
    sample_window.activateWindow()
    run(sample_window, "go.understand", "understand.show_empathy")
    workspace = sample_window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    yield workspace.empathy


def texts(page: EmpathyPage, field: NoteKind) -> list[str]:
    notes = empathy_notes(page.context.document, page.model.persona or "")
    return [note.text for note in notes if note.kind is field]


def note(page: EmpathyPage, text: str) -> Id:
    return next(n.id for n in empathy_notes(page.context.document, page.model.persona or "") if n.text == text)


def middle(page: EmpathyPage, record: Id) -> QPoint:
    box = page.area.view.shown.box(record)
    assert box is not None
    return page.area.view.mapFromScene(QPointF(box.x + box.width / 2, box.y + box.height / 2))


def drag(page: EmpathyPage, record: Id, last: QPoint) -> None:
    port, first = page.area.view.viewport(), middle(page, record)
    QTest.mousePress(port, LEFT, NONE, first)
    for step in range(1, 6):
        QTest.mouseMove(port, first + (last - first) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(port, LEFT, NONE, last)
    QApplication.processEvents()


def onto(page: EmpathyPage, touchpoint: Id, kind: NoteKind) -> QPoint:
    page.targets.scrollTo(page.targets.model().index(0, 0))
    place = page.targets.viewport().mapToGlobal(page.targets.zone(touchpoint, kind))
    return page.area.view.viewport().mapFromGlobal(place)


def notes_are_typed_and_pasted_into_a_field(page: EmpathyPage) -> None:
    page.begin(NoteKind.SEES)
    QTest.keyClicks(page.line, "Boxes everywhere")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("one queue\n\n  another queue ")
    QTest.keySequence(page.line, "Ctrl+V")
    assert texts(page, NoteKind.SEES)[-3:] == ["Boxes everywhere", "one queue", "another queue"]
    run(page.window(), "edit.undo")  # type: ignore[arg-type]
    assert texts(page, NoteKind.SEES)[-1] == "Boxes everywhere"


def a_note_is_dragged_into_another_field_and_back_by_undo(page: EmpathyPage) -> None:
    moved, goal = note(page, "three sign-in pages"), note(page, "calls three times")
    before = page.context.document
    drag(page, moved, middle(page, goal) - QPoint(20, 0))
    assert texts(page, NoteKind.SAYS_DOES)[:2] == ["three sign-in pages", "calls three times"]
    run(page.window(), "edit.undo")  # type: ignore[arg-type]
    assert page.context.document.get(Note, moved) == before.get(Note, moved)
    first = middle(page, moved)
    drag(page, moved, first + QPoint(12, 3))
    assert page.context.document.get(Note, moved).order == before.get(Note, moved).order


def esc_leaves_everything_where_it_was(page: EmpathyPage) -> None:
    moved, before = note(page, "three sign-in pages"), page.context.document
    port, first = page.area.view.viewport(), middle(page, moved)
    QTest.mousePress(port, LEFT, NONE, first)
    QTest.mouseMove(port, first + QPoint(0, 300))
    QTest.mouseMove(port, onto(page, HOTLINE, NoteKind.HURDLE))
    assert page.targets.aimed == (HOTLINE, NoteKind.HURDLE)
    QTest.keyClick(page.area.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, first)
    assert page.context.document is before and page.targets.aimed is None


def one_drag_makes_a_hurdle_of_a_touchpoint_that_stays_linked(page: EmpathyPage) -> None:
    context, pain = page.context, note(page, "Two instalments in the month of the move")
    drag(page, pain, onto(page, HOTLINE, NoteKind.HURDLE))
    made = context.document.having(Note, "came_from", pain)
    assert [(n.kind, n.about, n.text) for n in made] == [
        (NoteKind.HURDLE, HOTLINE, "Two instalments in the month of the move")
    ]
    shown = page.area.view.shown.map.note(pain)
    assert shown is not None and shown.foot == "→ Hurdle · Hotline"
    drag(page, pain, onto(page, HOTLINE, NoteKind.HURDLE))
    assert len(context.document.having(Note, "came_from", pain)) == 1
    drag(page, pain, onto(page, HOTLINE, NoteKind.QUOTE))
    assert {n.kind for n in context.document.having(Note, "came_from", pain)} == {NoteKind.HURDLE, NoteKind.QUOTE}
    run(page.window(), "edit.undo", "edit.undo")  # type: ignore[arg-type]
    assert not context.document.having(Note, "came_from", pain)


def what_is_changed_in_one_is_changed_in_the_other(page: EmpathyPage) -> None:
    context, pain = page.context, note(page, "Two instalments in the month of the move")
    drag(page, pain, onto(page, HOTLINE, NoteKind.HURDLE))
    (hurdle,) = context.document.having(Note, "came_from", pain)
    context.selection.select(pain)
    page.area.view.setFocus()
    QTest.keyClick(page.area.view, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Pays twice")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [context.document.get(Note, n).text for n in (pain, hurdle.id)] == ["Pays twice"] * 2
    run(page.window(), "go.journey")  # type: ignore[arg-type]
    context.selection.select(HOTLINE)
    with context.session.transaction("Change a note") as draft:
        write_field(draft, Note, hurdle.id, "evidence", Evidence.COMPLAINT)
    assert context.document.get(Note, pain).evidence is Evidence.COMPLAINT
    run(page.window(), "edit.undo", "edit.undo")  # type: ignore[arg-type]
    assert [context.document.get(Note, n).text for n in (pain, hurdle.id)] == [hurdle.text] * 2
    run(page.window(), "edit.undo", "go.understand")  # type: ignore[arg-type]


def the_same_by_keys(page: EmpathyPage) -> None:
    context, gain = page.context, note(page, "One click, one promise")
    context.selection.select(gain)
    run(page.window(), "understand.pin_opportunity")  # type: ignore[arg-type]
    assert page.targets.hasFocus()
    QTest.keyClick(page.targets, Qt.Key.Key_Down)
    QTest.keyClick(page.targets, Qt.Key.Key_Return)
    (made,) = context.document.having(Note, "came_from", gain)
    assert (made.kind, made.about) == (NoteKind.OPPORTUNITY, "t02")
    context.selection.select(gain)
    page.area.view.setFocus()
    QTest.keyClick(page.area.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert "One click, one promise" in texts(page, NoteKind.PAIN)
    QTest.keyClick(page.area.view, Qt.Key.Key_Delete)
    assert gain not in context.document and context.document.get(Note, made.id).came_from is None


def a_link_leads_to_the_touchpoint_and_back_to_the_note(page: EmpathyPage) -> None:
    context = page.context
    told = note(page, "Put through three times, told it all three times.")
    context.selection.select(told)
    page.menu(QPointF(page.mapToGlobal(QPoint(300, 300))))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.text().startswith("Show: Customer quote")).trigger()
    menu.close()
    QApplication.processEvents()
    assert context.selection.id == HOTLINE
    context.selection.select(told)
    run(page.window(), "go.understand")  # type: ignore[arg-type]
    QApplication.processEvents()
    assert page.isVisible() and page.model.persona == "persona1"


def a_persona_deleted_under_the_map_and_a_note_gone_under_a_drag(page: EmpathyPage) -> None:
    context, moved = page.context, note(page, "three sign-in pages")
    port, first = page.area.view.viewport(), middle(page, moved)
    QTest.mousePress(port, LEFT, NONE, first)
    QTest.mouseMove(port, first + QPoint(0, 200))
    with context.session.transaction("gone") as draft:
        remove_records(draft, [moved])
    QTest.mouseMove(port, first + QPoint(0, 240))
    QTest.mouseRelease(port, LEFT, NONE, first + QPoint(0, 240))
    assert moved not in context.document
    with context.session.transaction("gone") as draft:
        remove_records(draft, [p.id for p in context.document.all(Persona)])
    QApplication.processEvents()
    assert not page.isVisible()
    context.session.undo()
    QApplication.processEvents()
    assert len(texts(page, NoteKind.PAIN)) == 2


def three_hundred_notes_stand_beside_each_other(page: EmpathyPage) -> None:
    with page.context.session.transaction("many") as draft:
        for field in (NoteKind.THINKS_FEELS, NoteKind.SEES, NoteKind.PAIN):
            add_empathy_notes(
                draft, "persona1", field, [f"Note number {n} of many " + "x" * (n % 30) for n in range(100)]
            )
    QApplication.processEvents()
    slips = page.area.view.shown.slips
    assert len(slips) == 313
    boxes = sorted(s.box for s in slips)
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other.x >= one.x + one.width:
                break
            assert other.y >= one.y + one.height or one.y >= other.y + other.height


PARTS = (
    notes_are_typed_and_pasted_into_a_field,
    a_note_is_dragged_into_another_field_and_back_by_undo,
    esc_leaves_everything_where_it_was,
    one_drag_makes_a_hurdle_of_a_touchpoint_that_stays_linked,
    what_is_changed_in_one_is_changed_in_the_other,
    the_same_by_keys,
    a_link_leads_to_the_touchpoint_and_back_to_the_note,
    a_persona_deleted_under_the_map_and_a_note_gone_under_a_drag,
    three_hundred_notes_stand_beside_each_other,
)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_empathy_map_is_filled_sorted_and_linked(page: EmpathyPage) -> None:
    before = page.context.document
    for part in PARTS:
        part(page)
        while page.context.session.store.history.undoable is not None:
            page.context.session.undo()
        assert page.context.document == before, part.__name__
        run(page.window(), "go.understand", "understand.show_empathy")  # type: ignore[arg-type]
        QApplication.processEvents()
