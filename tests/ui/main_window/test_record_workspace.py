"""Which workspace shows a record: the rule, and the window's links that follow it."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cxstudio.analysis.measures.measure_standing import is_overdue
from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_note
from cxstudio.model import (
    Channel,
    Department,
    Document,
    Headline,
    Measure,
    Note,
    Participant,
    Persona,
    Project,
    Readiness,
    ReportSettings,
    Stage,
    Touchpoint,
)
from cxstudio.model.registry import RECORD_TYPES, ref_fields
from cxstudio.store import Store
from ui.context.record_workspace import show_record, workspace_of
from ui.main_window.main_window import MainWindow
from ui.shell.command_palette import Finder
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace
from ui.workspaces.workspace_table import BY_NAME

NOWHERE = {Project, Department, Channel, Participant, Readiness, ReportSettings, Headline}
"""Kinds the inspector or the settings show, whatever workspace is in view."""

OpenWindow = Callable[..., MainWindow]


def test_the_sample_opens_without_a_measure_that_is_overdue(open_window: OpenWindow) -> None:
    window = open_window()
    window.project.sample()
    document = window.context.document
    today = date.today()
    assert len(document.all(Measure)) == 6 and not any(is_overdue(m, today) for m in document.all(Measure))
    decision = document.all(ReportSettings)[0].decision_until
    assert decision is not None and decision > today


@cache
def story() -> Document:
    return sample("lindenfurt", "en").document


def test_every_record_is_shown_somewhere_or_nowhere_for_all_of_its_kind() -> None:
    found = [(type(record), workspace_of(story(), record)) for record in story()]
    assert all(name in BY_NAME for kind, name in found if kind not in NOWHERE), found
    assert all(name is None for kind, name in found if kind in NOWHERE)


def test_what_belongs_to_a_record_is_shown_where_that_is() -> None:
    document = story()
    hanging = [k for k in RECORD_TYPES if any(f.owner for f in ref_fields(k))]
    own = {"Round", "Benchmark", "Idea", "Cluster", "VoteRound"}
    for kind in hanging:
        for record in document.all(kind):
            owner = next(i for f in ref_fields(kind) if f.owner for i in f.targets(record))
            of_owner = workspace_of(document, document.get(type(document.find(owner)), owner))
            assert kind.__name__ in own or workspace_of(document, record) == of_owner


def test_a_note_is_shown_where_what_it_is_about_is_else_among_the_ideas() -> None:
    store = Store(story())
    with store.transaction("Notes") as draft:
        notes = {
            "ideas": add_note(draft, "so far nowhere"),
            "journey": add_note(draft, "at a touchpoint", about=story().all(Touchpoint)[0].id),
            "understand": add_note(draft, "of a persona", about=story().all(Persona)[0].id),
        }
    for workspace, note in notes.items():
        assert workspace_of(store.document, store.document.get(Note, note)) == workspace


@pytest.mark.parametrize("kind", [Touchpoint, Stage, Persona, Measure])
def test_what_is_searched_for_is_shown(sample_window, kind, qtbot):
    context = sample_window.context
    for record in context.document.all(kind)[:2]:
        finder = sample_window.shell.overlay(Finder)
        finder.open()
        name = getattr(record, "name", "") or record.title
        finder.line.setText(name if kind is not Stage else f"{name} stage")
        rows = [finder.list.model().index(n, 0) for n in range(finder.list.model().rowCount())]
        finder.list.setCurrentIndex(next(row for row in rows if row.data() == name))
        qtbot.keyClick(finder.line, Qt.Key.Key_Return)
        assert sample_window.shell.view.name == workspace_of(context.document, record)
        assert context.selection.id == record.id


def test_the_persona_asked_for_comes_into_view_again_and_again(sample_window):
    context = sample_window.context
    first, second = context.document.all(Persona)[:2]
    show_record(context, second.id)
    made = sample_window.shell.view.current
    assert isinstance(made, UnderstandWorkspace)
    assert made.persona == second.id
    made.list.chosen.emit(first.id)
    assert made.persona == first.id
    show_record(context, second.id)
    assert made.persona == second.id


def test_what_is_due_leads_to_its_measure(sample_window):
    sample_window.context.commands.run("go.control")
    sample_window.context.commands.run("control.show_adjust")
    control = sample_window.shell.view.current
    link = next(b for b in control.findChildren(QPushButton) if b.text() == "Show")
    link.click()
    assert sample_window.shell.view.name == "measures"
    measure = sample_window.context.selection.of(Measure)
    assert measure is not None
    assert measure.title in link.accessibleName()
