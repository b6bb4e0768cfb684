"""An agenda planned and run in the real window, with a clock that is passed in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cxstudio.edits import add_workshop, ask, fill_agenda, remove_records, set_fields
from cxstudio.model import AgendaBlock, Question, Workshop
from tests.screens.agenda_states import DAY
from tests.ui.agenda.agenda_pages import at, blocks, cell, column, page_of, type_in
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.agenda.agenda_model import BLOCK, MARK, MINUTES, PLAN
from ui.workspaces.ideas.agenda.agenda_page import AgendaPage


def test_an_agenda_begins_with_a_template_and_start_times_follow(sample_window: MainWindow) -> None:
    context = sample_window.context
    with context.session.transaction("None") as draft:
        remove_records(draft, [w.id for w in draft.document.all(Workshop)])
    page = page_of(sample_window)
    assert page.begin_button.isVisible()
    QTest.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
    assert column(page, PLAN)[:4] == ["09:00", "09:15", "10:10", "10:40"]
    assert page.total.text() == "225 min, exactly until 12:45."
    type_in(page, 0, MINUTES, "25")
    assert column(page, PLAN)[:3] == ["09:00", "09:25", "10:20"]
    assert "10 min too long for 12:45" in page.total.text()
    run(sample_window, "edit.undo", "edit.undo")
    assert page.workshop is None and page.begin_button.isVisible()


def test_blocks_are_moved_doubled_and_removed_by_keys(page: AgendaPage) -> None:
    titles = column(page, BLOCK)
    page.view.setFocus()
    page.view.setCurrentIndex(page.table.index(0, BLOCK))
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert column(page, BLOCK)[:2] == [titles[1], titles[0]] and page.view.currentIndex().row() == 1
    QTest.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert column(page, BLOCK)[1:3] == [titles[0], titles[0]]
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    QTest.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    page.view.dropped.emit(blocks(page)[0].id, 3)
    assert column(page, BLOCK)[3] == blocks(page)[3].title
    for _ in range(4):
        run(page.window(), "edit.undo")
    run(page.window(), "edit.undo")
    assert column(page, BLOCK) == titles


def test_minutes_that_are_none_change_nothing(page: AgendaPage) -> None:
    said: list[str] = []
    page.context.messages.said.connect(lambda text, *_: said.append(text))
    before = page.context.document
    for typed in ("-1", "abc", "1441", "3.5"):
        type_in(page, 1, MINUTES, typed)
        assert page.context.document is before and page.table.spoken(1).endswith("55 min")
    assert said == ["A block lasts 0 to 1440 minutes. Nothing was changed."] * 4


def test_strange_agendas_are_told_of_in_one_sentence(page: AgendaPage) -> None:
    workshop = page.workshop
    assert workshop is not None
    form = page.workshop_card.form.fields
    for name, typed, kept in (("starts", "8.30 Uhr", "08:30"), ("starts", "25:00", "08:30"), ("ends", "1", "01:00")):
        editor = form[name].editor
        line = editor.findChild(QLineEdit) or editor.focusProxy()
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, typed)
        form[name].commit()
        assert getattr(page.context.document.get(Workshop, workshop.id), name) == kept
    assert "to spare before 01:00 (+1)" in page.total.text()
    for row in range(3):
        type_in(page, row, MINUTES, "1440" if row < 2 else "0")
    assert cell(page, 2, MARK) == "no time"
    with page.context.session.transaction("Method") as draft:
        set_fields(draft, AgendaBlock, blocks(page)[3].id, method="gone")
        set_fields(draft, Workshop, workshop.id, ends="")
    page.view.setCurrentIndex(page.table.index(3, BLOCK))
    assert page.block_card.gone.isVisible() and page.block_card.method.currentText() == "gone"
    assert "more than one day" in page.total.text()


def test_the_card_of_6_3_5_begins_the_silent_phase_at_its_question(page: AgendaPage) -> None:
    with page.context.session.transaction("Ask") as draft:
        question = ask(draft, "How might we?")
        set_fields(draft, AgendaBlock, blocks(page)[4].id, question=question)
    page.view.setCurrentIndex(page.table.index(4, BLOCK))
    page.block_card.open_tool()
    QApplication.processEvents()
    assert page.context.document.get(Question, question).silent
    page.block_card.open_tool()
    assert page.context.document.get(Question, question).silent, "a second click reveals nothing"
    run(page.window(), "ideas.show_methods")
    page.context.selection.set_method("five-whys")
    workspace = page.window().shell.view.current
    sheet = workspace.views.page.sheet
    QTest.mouseClick(sheet.plan, Qt.MouseButton.LeftButton)
    made = [b for b in blocks(page) if b.method == "five-whys"]
    assert len(made) == 1 and made[0].minutes == 15 and page.isVisible()


def test_an_agenda_is_read_aloud_and_takes_no_more_than_two_hundred_blocks(page: AgendaPage) -> None:
    assert page.view.accessibleName() == "Agenda" and page.table.spoken(0) == "09:00, Arriving, goal, 15 min"
    with page.context.session.transaction("Long") as draft:
        long = add_workshop(draft, "Long", day=DAY)
        fill_agenda(draft, long, [{"title": str(n), "minutes": 9} for n in range(200)])
    page.wanted = long
    page.refresh()
    said: list[str] = []
    page.context.messages.said.connect(lambda text, *_: said.append(text))
    page.add()
    assert (
        len(page.table.blocks) == 200
        and said
        and said[0].startswith("More blocks than 200 do not fit into one agenda.")
    )


def test_a_card_without_a_tool_starts_a_timer_of_its_own(page: AgendaPage) -> None:
    window, planned_blocks = page.window(), blocks(page)
    at(page, 0)

    def start() -> None:
        run(window, "ideas.show_methods")
        page.context.selection.set_method("check-in")
        sheet = window.shell.view.current.views.page.sheet
        assert sheet.timer.isVisible() and not sheet.tool.isVisible()
        QTest.mouseClick(sheet.timer, Qt.MouseButton.LeftButton)

    start()
    running = page.context.run.workshop
    assert running is not None and running.title == "Check-in" and running.starts == "09:00" and page.isVisible()
    assert page.workshop == running and page.run_card.ring.accessibleName().startswith("10:00")
    run(window, "edit.undo")
    assert page.context.run.workshop is None and blocks(page) == planned_blocks
    page.wanted = planned_blocks[0].workshop
    page.begin()
    at(page, 3)
    start()
    agenda = page.table.blocks
    assert [b.method for b in agenda[:2]] == ["check-in", "check-in"] and agenda[0].ended and agenda[1].began
    run(window, "ideas.show_methods")
    page.context.selection.set_method("secret-vote")
    sheet = window.shell.view.current.views.page.sheet
    assert sheet.tool.isVisible() and not sheet.timer.isVisible()


def test_an_empty_agenda_cannot_begin(page: AgendaPage) -> None:
    page.new_workshop()
    assert not page.begin_now.isEnabled() and not page.table.blocks


def test_a_block_is_not_shown_beside_a_page_it_does_not_stand_on(page: AgendaPage) -> None:
    context, window = page.context, page.window()
    block = blocks(page)[2].id
    page.view.setCurrentIndex(page.table.index(2, BLOCK))
    assert context.selection.id == block
    run(window, "ideas.show_methods", "ideas.show_agenda")
    assert context.selection.id == block, "pages without an inspector take nothing away"
    run(window, "ideas.show_wall")
    assert context.selection.ids == ()
    context.selection.select(block)  # as a search does
    QApplication.processEvents()
    assert page.isVisible() and context.selection.id == block
