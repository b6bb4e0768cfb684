"""Toolbars and chips keep their places whatever journey, persona, person, round or bar is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cxstudio.edits import (
    add_journey,
    add_note,
    add_participant,
    add_persona,
    add_stage,
    change_project,
    set_fields,
    start_round,
)
from cxstudio.model import GROUP_VOICE, Journey, Participant, Persona, Round
from cxstudio.model.kinds import JourneyKind, NoteKind
from ui.context.messages import Notice, Tone, always
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.journey_toolbar import Toolbar
from ui.workspaces.rate.rounds.round_bar import RateBar

_WITH_TABS = ("understand", "rate", "ideas", "measures", "control")
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def places(window: MainWindow, *bars: type[QWidget]) -> dict[str, QRect]:
    """Where every button in the top bar, the rail and the toolbars stands in the window."""
    QApplication.processEvents()
    found: dict[str, QRect] = {}
    roots = [window.shell.top, window.shell.rail, *(b for kind in bars for b in window.findChildren(kind))]
    for root in roots:
        for n, part in enumerate(root.findChildren(QAbstractButton)):
            if root is window.shell.top and part.parentWidget() is not root:
                continue  # the project's and the journey's own names
            if not part.isVisible():
                continue
            corner = part.mapTo(window, QPoint(0, 0))
            found[f"{type(root).__name__} {n}"] = QRect(corner, part.size())
    return found


def moved(before: dict[str, QRect], after: dict[str, QRect]) -> list[str]:
    """What is there both times and stands elsewhere, or is wider."""
    both = before.keys() & after.keys()
    return [f"{n}: {before[n].getRect()} → {after[n].getRect()}" for n in sorted(both) if before[n] != after[n]]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", [(1600, 1000), (1280, 720)], ids=lambda size: f"{size[0]}")
def test_the_toolbar_stands_still(size: tuple[int, int], language: str, sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    if language == "de":
        context.commands.run("look.language")
        context = window.context
    window.resize(*size)
    session, document = context.session, context.document
    journey = document.all(Journey)[0].id
    context.commands.run("go.journey")
    QApplication.processEvents()
    before = places(window, Toolbar)
    with session.transaction("more") as draft:
        bare = add_journey(draft, "Another")
        add_stage(draft, bare, "Stage")
        empty = add_journey(draft, LONG)
        named = add_persona(draft, LONG)
        person = add_participant(draft, name=LONG)
        rounds = [start_round(draft, journey, title=LONG), start_round(draft, journey, title="R")]
    wrong: dict[str, list[str]] = {}

    def look(what: str) -> None:
        if found := moved(before, places(window, Toolbar)):
            wrong[what] = found

    for chosen in (bare, empty, journey):
        context.selection.set_journey(chosen)
        look(f"journey {context.document.get(Journey, chosen).title[:20]}")
    personas = [(), (named,), (named, document.all(Persona)[0].id)]
    for those in personas:
        with session.transaction("persona") as draft:
            set_fields(draft, Journey, journey, personas=those)
        look(f"{len(those)} personas")
    for voice in (person, document.all(Participant)[0].id, GROUP_VOICE):
        context.selection.set_voice(voice)
        look("voice")
    for shown in rounds:
        with session.transaction("round") as draft:
            set_fields(draft, Journey, journey, shown_round=shown)
        look("round")
    for view in ("flow", "outline", "compare", "map"):
        context.commands.run(f"journey.show_{view}")
        look(view)
    with session.transaction("notes") as draft:
        for n in range(130):
            add_note(draft, f"Note {n}", NoteKind.UNSORTED)
    look("130 notes")
    with session.transaction("title") as draft:
        change_project(draft, title=LONG, client=LONG)
    look("a long title")
    for tone in Tone:
        context.messages.post(Notice(f"bar.{tone}", f"A bar. {LONG}", tone, holds=always))
        look(f"bar {tone}")
    context.commands.run("journeys.derive")
    look("to-be")
    assert not wrong


def test_the_bar_of_rate_stands_still(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    window.resize(1600, 1000)
    context.commands.run("go.rate")
    before = places(window, RateBar)
    journey = context.document.all(Journey)[0].id
    wrong: dict[str, list[str]] = {}
    with context.session.transaction("more") as draft:
        person = add_participant(draft, name=LONG)
        start_round(draft, journey, title=LONG)
    for what, act in {
        "a long round": lambda: None,
        "a person": lambda: context.selection.set_voice(person),
        "everybody": lambda: context.selection.set_voice(GROUP_VOICE),
        "a bar": lambda: context.messages.post(Notice("bar", LONG, Tone.ERROR, holds=always)),
        "another round": lambda: context.commands.run("rate.remove_round"),
    }.items():
        act()
        if found := moved(before, places(window, RateBar)):
            wrong[what] = found
    assert context.document.all(Round) and not wrong


def test_a_bar_stands_below_the_toolbar_and_above_the_page(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    for workspace in ("journey", "rate", "measures", "ideas", "understand", "report", "journey"):
        context.commands.run(f"go.{workspace}")
        context.messages.post(Notice("bar", f"In {workspace}", Tone.WARNING, holds=always))
        QApplication.processEvents()
        bars, page = window.shell.bars, window.shell.view.current
        assert bars.isVisible() and page is not None and page.isAncestorOf(bars) == (workspace in WITH_BAR)
        toolbars = [w for w in page.findChildren(QWidget) if w.objectName() == "workbar" and w.isVisible()]
        top = bars.mapTo(window, QPoint(0, 0)).y()
        if workspace in WITH_BAR:
            bar = toolbars[0]
            assert bar.mapTo(window, QPoint(0, bar.height())).y() == top
        context.messages.withdraw("bar")
    window.project.new()
    context.messages.post(Notice("bar", "On a page", Tone.WARNING, holds=always))
    QApplication.processEvents()
    assert window.shell.bars.isVisible() and not window.shell.page_widget.isAncestorOf(window.shell.bars)


WITH_BAR = {"journey", "rate", "measures", "ideas"}


def test_looking_at_pages_leaves_the_journey_in_view(sample_window: MainWindow) -> None:
    window, run = sample_window, sample_window.context.commands.run
    run("journeys.derive")
    later = window.context.selection.journey
    assert later is not None and window.context.document.get(Journey, later).kind is JourneyKind.TO_BE
    looks = [c for c in window.context.commands.rows if c.startswith(tuple(f"{w}.show_" for w in _WITH_TABS))]
    assert len(looks) > 20, looks
    for look in looks:
        run(f"go.{look.split('.')[0]}")
        run(look)
        for _ in range(3):
            QApplication.processEvents()
        assert window.context.selection.journey == later, look
