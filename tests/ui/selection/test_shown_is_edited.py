"""Whatever is switched with something selected: the inspector shows what the page shows, or nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QListWidget

from cxstudio.edits import (
    add_journey,
    add_measure,
    add_note,
    add_persona,
    add_picture,
    add_stage,
    add_step,
    add_touchpoint,
    set_fields,
    start_round,
)
from cxstudio.edits.journey.flow import draw_way
from cxstudio.model import (
    BackstageStep,
    Document,
    Id,
    Journey,
    Measure,
    Note,
    Participant,
    Persona,
    Picture,
    Question,
    Record,
    Round,
    Stage,
    Touchpoint,
    Transition,
    VoteRound,
)
from cxstudio.model.kinds import BackstageKind, JourneyKind, NoteKind
from ui.forms.bound_field import BoundField
from ui.inspector.inspector import Inspector
from ui.inspector.several_touchpoints import SeveralPanel
from ui.main_window.main_window import MainWindow
from ui.shell.command_palette import Finder
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.journey.comparison.comparison_view import Comparing
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.journey.journey_views import COMPARE
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.outline.outline_view import Outline
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace

PLAN = "plan"


class Walk:
    """The sample with a to-be journey, another journey, a second round and a record of each kind."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.context = window, window.context
        run = self.context.commands.run
        run("go.journey")
        self.today = self.document.all(Journey)[0].id
        self.home = self.document.journey_touchpoints(self.today)[3].id
        with self.context.session.transaction(PLAN) as draft:
            draw_way(draft, self.home, self.document.journey_touchpoints(self.today)[6].id)
            add_picture(draft, self.home, "0" * 64, "Photo")
            add_step(draft, self.home, "Check", BackstageKind.BACK)
            add_note(draft, "Parked", NoteKind.UNSORTED)
            add_persona(draft, "Somebody else")
            start_round(draft, self.today, title="Second")
            self.other = add_journey(draft, "Another")
            stage = add_stage(draft, self.other, "Elsewhere")
            there = self.elsewhere = add_touchpoint(draft, stage, "Far away")
            self.far_note = add_note(draft, "Said there", NoteKind.QUOTE, there)
            self.far_measure = add_measure(draft, "Done there", touchpoints=[there])
        run("journeys.derive")
        self.later = self.context.selection.journey
        self.context.selection.set_journey(self.today)
        self.settle()

    @property
    def document(self) -> Document:
        return self.context.document

    @property
    def journey(self) -> JourneyWorkspace:
        self.context.commands.run("go.journey")
        page = self.window.shell.view.current
        assert isinstance(page, JourneyWorkspace)
        return page

    def settle(self) -> None:
        QApplication.processEvents()

    def first(self, kind: type[Record]) -> Id:
        """A record of that kind that belongs to the as-is journey, if it belongs to one."""
        if kind is Touchpoint:
            return self.home
        if kind is Stage:
            return self.document.get(Touchpoint, self.home).stage
        if kind is Note:
            return next(n.id for n in self.document.having(Note, "about", self.home))
        if kind in (BackstageStep, Picture, Transition, Measure):
            field = {BackstageStep: "touchpoint", Picture: "about", Transition: "source", Measure: "touchpoints"}[kind]
            found = [r.id for t in self.document.journey_touchpoints(self.today)
                     for r in self.document.having(kind, field, t.id)]  # fmt: skip
            return found[0]
        return self.document.all(kind)[0].id

    # What the page shows, asked of the page

    def on_page(self) -> set[Id]:
        page = self.window.shell.view.current
        if isinstance(page, MeasuresWorkspace):
            rows = range(page.table.rowCount(QModelIndex()))
            listed = {m.id for row in rows if (m := page.table.measure(page.table.index(row, 0))) is not None}
            return listed | {t.id for t in page.without.touchpoints}
        if isinstance(page, IdeasWorkspace):
            listed = {
                str(each.item(n).data(Qt.ItemDataRole.UserRole))
                for each in page.findChildren(QListWidget)
                for n in range(each.count())
            }
            hanging = {note.idea for note in page.model.wall.notes} | {c.cluster for c in page.model.wall.clusters}
            return listed | hanging | {r.id for kind in (Question, VoteRound) for r in self.context.document.all(kind)}
        assert isinstance(page, JourneyWorkspace)
        journey = self.context.selection.journey or ""
        view = page.views.page
        if isinstance(view, Outline):
            return set(view.tree.rows._by_id) | {journey}
        if isinstance(view, FlowPage):
            layout = view.model.layout
            assert layout is not None
            cards = {c.touchpoint for c in layout.cards.values() if c.touchpoint is not None}
            return (
                cards | {w.record for w in layout.ways if w.record} | {band.stage for band in layout.stages} | {journey}
            )
        if isinstance(view, Comparing):
            pair = view.model.pair
            if pair is None:
                return {journey}
            touchpoints = {t.id for j in pair for t in self.document.journey_touchpoints(j.id)}
            stages = {s.id for j in pair for s in self.document.stages(j.id)}
            return touchpoints | stages | {j.id for j in pair}
        layout = page.model.layout
        assert layout is not None
        cards = {c.touchpoint for c in layout.columns if c.touchpoint is not None}
        hanging = {
            r.id
            for t in cards
            for kind, field in ((Note, "about"), (BackstageStep, "touchpoint"), (Picture, "about"),
                                (Measure, "touchpoints"))
            for r in self.document.having(kind, field, t)
        }  # fmt: skip
        return cards | hanging | {span.stage for span in layout.stages} | {journey}

    def check(self, what: str) -> None:
        """The inspector, each of its fields, and what commands would act on."""
        self.settle()
        view = self.window.shell.view
        inspector = view.inspector
        if not isinstance(inspector, Inspector) or not inspector.isVisible():
            return
        shown, page = set(self.context.selection.ids), self.on_page()
        assert shown <= page, f"{what}: selected, and nowhere to be seen"
        panel = inspector.panel
        if isinstance(panel, SeveralPanel):
            assert set(panel.ids) <= page, what
            return
        known = getattr(panel, "touchpoint", None) or getattr(panel, "record_id", None)
        assert known == (self.context.selection.id or "project"), what
        rounds = {r.id for r in self.document.having(Round, "journey", self.context.selection.journey or "")}
        for field in panel.findChildren(BoundField):
            if field.isVisible() and field.record_id is not None:
                record = self.document.find(field.record_id)
                around = {getattr(record, name, None) for name in ("measure", "about", "touchpoint")}
                assert field.record_id in {known, *rounds} or known in around, f"{what}: {field.field.name}"


KINDS: tuple[type[Record], ...] = (Touchpoint, Note, Measure, Transition, Journey, Persona)
MORE: tuple[type[Record], ...] = (Stage, BackstageStep, Picture, Participant)
"""Kinds that are treated as one of the others."""


def switches(walk: Walk) -> dict[str, Callable[[], object]]:
    """Every way to bring something else into view."""
    context, run = walk.context, walk.context.commands.run

    def found(text: str) -> None:
        finder = walk.window.shell.overlay(Finder)
        finder.open()
        finder.line.setText(text)
        finder._do()

    def typed_and_undone() -> None:
        if walk.far_note not in walk.document:
            return
        with context.session.transaction("elsewhere") as draft:
            set_fields(draft, Note, walk.far_note, text="Said differently")
        run("edit.undo")

    def undone_measure() -> None:
        if walk.far_measure not in walk.document:
            return
        with context.session.transaction("elsewhere") as draft:
            set_fields(draft, Measure, walk.far_measure, title="Planned")
        run("edit.undo")

    def show_round() -> None:
        rounds = walk.document.having(Round, "journey", walk.today)
        shown = context.bridge.shown_round(walk.today)
        other = [r.id for r in rounds if r is not shown]
        if other:
            walk.journey.bar.round_chosen.emit(other[0])

    return {
        "as-is": lambda: walk.journey.journeys.go(JourneyKind.AS_IS),
        "to-be": lambda: walk.journey.journeys.go(JourneyKind.TO_BE),
        "comparison": lambda: walk.journey.journeys.go(COMPARE),
        "back to as-is": lambda: walk.journey.journeys.go(JourneyKind.AS_IS),
        "flow": lambda: run("journey.show_flow"),
        "outline": lambda: run("journey.show_outline"),
        "map": lambda: run("journey.show_map"),
        "measures": lambda: run("go.measures"),
        "ideas": lambda: run("go.ideas"),
        "understand": lambda: run("go.understand"),
        "journey": lambda: run("go.journey"),
        "rate": lambda: run("go.rate"),
        "journey after rating": lambda: run("go.journey"),
        "another journey": lambda: walk.other in walk.document and context.selection.set_journey(walk.other),
        "another round": show_round,
        "undo of what is elsewhere": typed_and_undone,
        "redo": lambda: run("edit.redo"),
        "undo of a measure": undone_measure,
        "as a person": lambda: context.selection.set_voice(walk.first(Participant)),
        "found a touchpoint": lambda: found("Far away"),
        "found a measure": lambda: found("Done there"),
        "found a stage": lambda: found("Elsewhere"),
        "found a persona": lambda: found("Somebody else"),
        "map once more": lambda: run("journey.show_map"),
        "next critical": lambda: run("journey.next_critical"),
        "all folded": lambda: run("journey.fold_all"),
        "unfolded": lambda: run("journey.fold_all"),
        "to-be undone": lambda: (run("edit.undo"), run("edit.undo"), run("edit.undo")),
        "an invitation": lambda: walk.journey.journeys.go(JourneyKind.TO_BE),
        "redone": lambda: run("edit.redo"),
    }


@pytest.mark.parametrize(
    "kind", [*KINDS, *(pytest.param(kind, marks=pytest.mark.torture) for kind in MORE)], ids=lambda kind: kind.__name__
)
def test_the_inspector_shows_what_the_page_shows(kind: type[Record], sample_window: MainWindow) -> None:
    walk = Walk(sample_window)
    for what, switch in switches(walk).items():
        record = walk.document.find(walk.first(kind))
        if record is not None:
            walk.context.selection.select(record.id)
            walk.check(f"{kind.__name__} selected before {what}")
        switch()
        walk.check(f"{kind.__name__}, {what}")


def test_several_selected_follow_as_well(sample_window: MainWindow) -> None:
    walk = Walk(sample_window)
    for what, switch in switches(walk).items():
        walk.context.selection.select(*[t.id for t in walk.document.journey_touchpoints(walk.today)[2:5]])
        switch()
        walk.check(what)


def test_the_walk_without_selecting_anew(sample_window: MainWindow) -> None:
    """One switch after the other, forwards and backwards, with what the one before left selected."""
    walk = Walk(sample_window)
    walk.context.selection.select(walk.home)
    ways = switches(walk)
    for what, switch in (*ways.items(), *reversed(ways.items())):
        switch()
        walk.check(what)


def test_to_be_leads_to_the_counterpart_and_back(sample_window: MainWindow) -> None:
    walk = Walk(sample_window)
    walk.context.selection.select(walk.home)
    walk.journey.journeys.go(JourneyKind.TO_BE)
    counterpart = walk.context.selection.of(Touchpoint)
    assert counterpart is not None and counterpart.counterpart == walk.home
    walk.journey.journeys.go(JourneyKind.AS_IS)
    assert walk.context.selection.id == walk.home


def test_a_slider_never_moves_what_is_hidden(sample_window: MainWindow) -> None:
    walk = Walk(sample_window)
    walk.context.selection.select(walk.home)
    walk.journey.journeys.go(JourneyKind.TO_BE)
    walk.settle()
    inspector = walk.window.shell.view.inspector
    assert isinstance(inspector, Inspector)
    changed: list[Id] = []
    walk.context.bridge.changed.connect(lambda changes: changed.extend(c.record_id for c in changes))
    for row in inspector.panel.findChildren(type(inspector.panel).__mro__[0]) or [inspector.panel]:
        rating = getattr(row, "rating", None)
        if rating is not None:
            rating.rows["experience"].slider.rated.emit(5)
    today = {t.id for t in walk.document.journey_touchpoints(walk.today)}
    touched = {getattr(walk.document.find(i), "touchpoint", None) for i in changed}
    assert changed and not touched & today


def test_delete_in_the_map_never_removes_what_was_chosen_elsewhere(sample_window: MainWindow) -> None:
    walk = Walk(sample_window)
    run = walk.context.commands.run
    run("go.understand")
    walk.context.selection.select(walk.first(Persona))
    run("go.journey")
    before = walk.document
    run("journey.remove")
    assert walk.document is before
    walk.context.selection.select(walk.home)
    run("go.measures")
    run("journey.show_map")
    assert walk.context.selection.of(Persona) is None
