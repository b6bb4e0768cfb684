"""The journey after other workspaces were in view: nothing beside or over the map is left as it was before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication

from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.edits import add_journey, add_note, add_stage, set_fields, start_round
from cxstudio.model import Note, Participant, Round
from cxstudio.model.kinds import NoteKind, RoundState
from cxstudio.session import NoticeKind
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.comparison.comparison_view import Comparing
from ui.workspaces.journey.filter_and_find.filter_sheet import FilterSheet
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.notes.notes_panel import NotesPanel
from ui.workspaces.journey.outline.outline_view import Outline
from ui.workspaces.rate.rate_workspace import RateWorkspace


def the_map(window: MainWindow) -> JourneyWorkspace:
    found = window.findChild(JourneyWorkspace)
    assert found is not None
    return found


def away_and_back(window: MainWindow) -> str:
    """Go to Rate, add a stage and take a note there, come back; returns the stage's id."""
    context = window.context
    journey = context.selection.journey
    assert journey is not None
    context.commands.run("go.rate")
    with context.session.transaction("Meanwhile") as draft:
        made = add_stage(draft, journey, "Afterwards")
        add_note(draft, "Said while rating", NoteKind.UNSORTED)
    context.commands.run("go.journey")
    return str(made)


def test_a_note_taken_elsewhere_stands_in_the_panel(sample_window):
    window = sample_window
    window.context.commands.run("journey.panel_notes")
    panel = the_map(window).side.widget
    assert isinstance(panel, NotesPanel)
    away_and_back(window)
    shown = [panel.sorter.list.item(n).text() for n in range(panel.sorter.list.count())]
    assert any("Said while rating" in text for text in shown)


@pytest.mark.parametrize("view", ["outline", "compare"])
def test_a_view_shows_what_was_changed_elsewhere(sample_window, view):
    window = sample_window
    if view == "compare":
        window.context.commands.run("journeys.derive")
        window.context.commands.run("journeys.show_as_is")
    window.context.commands.run(f"journey.show_{view}")
    made = away_and_back(window)
    page = the_map(window).views.page
    if isinstance(page, Outline):
        assert page.tree.rows.index_of(made).isValid()
    else:
        assert isinstance(page, Comparing)
        assert any(p.group.record == made for p in page.area.scene.display_list.flat())


def test_names_in_menus_keep_their_and_sign(sample_window):
    window = sample_window
    person = window.context.document.all(Participant)[0]
    with window.context.session.transaction("Name") as draft:
        set_fields(draft, Participant, person.id, name="Miller & Sons")
    menu = the_map(window).bar._voice_menu()
    assert "Miller && Sons" in [a.text() for a in menu.actions()]


def test_a_project_that_can_only_be_read_offers_no_other_round(sample_window):
    window = sample_window
    bar = the_map(window).bar
    context = window.context
    assert any(a.isEnabled() and not a.isChecked() for a in bar._round_menu().actions() if a.isCheckable())
    context.session.file.why_read_only = NoticeKind.SECOND_INSTANCE
    try:
        assert not any(a.isEnabled() and not a.isChecked() for a in bar._round_menu().actions() if a.isCheckable())
    finally:
        context.session.file.why_read_only = None


def test_an_empty_clipboard_is_told(sample_window):
    window = sample_window
    QGuiApplication.clipboard().clear()
    said: list[str] = []
    window.context.messages.said.connect(said.append)
    window.context.commands.run("journey.paste")
    assert said


def test_round_commands_mean_the_round_of_the_journey_in_view(sample_window):
    window = sample_window
    context = window.context
    context.commands.run("go.rate")
    context.commands.run("go.journey")
    others = context.document.all(Round)
    with context.session.transaction("Another") as draft:
        other = add_journey(draft, "Another")
        elsewhere = start_round(draft, other, title="Elsewhere")
    context.selection.set_journey(other)
    context.commands.run("rate.close_round")
    assert context.document.get(Round, elsewhere).state is RoundState.CLOSED
    assert all(context.document.get(Round, known.id) == known for known in others)


def test_a_group_value_belongs_to_the_journey_there_is(sample_window):
    window = sample_window
    context = window.context
    context.commands.run("go.rate")
    context.commands.run("go.journey")
    with context.session.transaction("Another") as draft:
        other = add_journey(draft, "Another")
    context.commands.run("journeys.remove")
    context.commands.run("rate.enter_group_value")
    assert [r.journey for r in context.document.all(Round)] == [other]


def test_what_is_still_typed_belongs_before_what_is_made_next(sample_window):
    window = sample_window
    context, history = window.context, window.context.session.store.history
    first = context.document.journey_touchpoints(context.selection.journey)[0].id
    context.selection.select(first)
    before = history.undoable
    context.commands.run("journey.add_quote")
    the_map(window).editor.field.setPlainText("It took for ever.")
    context.commands.run("journey.add_measure")
    context.commands.run("edit.undo")
    assert any(n.text == "It took for ever." for n in context.document.all(Note))
    context.commands.run("edit.undo")
    assert history.undoable is before


def test_a_sheet_is_there_once_when_the_window_is_made_anew(sample_window):
    window = sample_window
    window.context.commands.run("looking.filter")
    (before,) = window.findChildren(FilterSheet)
    window.context.commands.run("look.palette")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (after,) = window.findChildren(FilterSheet)
    assert after is not before and after.isVisible()


def test_home_and_end_in_a_grid_where_nothing_is_left(sample_window, qtbot):
    window = sample_window
    window.context.commands.run("go.rate")
    rate = window.findChild(RateWorkspace)
    rate.filter_by(Filter(text="nobody is called so"))
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(rate.view, key)
    assert not rate.table.touchpoints


def test_several_selected_stay_selected_whatever_was_opened_before(sample_window):
    window = sample_window
    context = window.context
    commands = [
        c for c in context.commands.rows if c.startswith(("go.", "rate.show_", "journey.show_", "journey.panel_"))
    ]
    for command in [*commands, "rate.show_table", "go.rate", "journey.show_map", "go.journey"]:
        context.commands.run(command)
        QCoreApplication.processEvents()
    for ids in (["t03", "t01"], ["t02", "t05", "t04"], ["t07"], ["stage2", "stage1"]):
        context.selection.select(*ids)
        QCoreApplication.processEvents()
        assert context.selection.ids == tuple(ids)
