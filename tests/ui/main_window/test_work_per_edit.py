"""One edit, one refresh: what is derived, asked and drawn anew for an edit in the real window is so once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.journeys.unsorted_notes import unsorted_notes
from cxstudio.analysis.round.need_ranking import ranking
from cxstudio.catalogue.samples import sample
from cxstudio.edits import derive_journey, rate
from cxstudio.layout.map.map_layout import lay_out_map, update
from cxstudio.model import Id, Participant, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.model.rounds import ratings_of, shown_round
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from tests.ui.counting import Work
from ui.canvas.display_scene import CanvasScene
from ui.forms.field_editor import FieldEditor
from ui.main_window.main_window import MainWindow
from ui.shell.status_line import StatusLine
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.answer_table_model import RatingTable

DERIVED = {"round shown": shown_round, "figures": ranking}
"""What is worked out from the document: once for each change, or not at all."""
DRAWN = {"laid out whole": lay_out_map, "laid out": update, "drawn": CanvasScene.show_list}
SIZES = (14, 400)
Edit = Callable[[MainWindow], object]


@pytest.fixture(params=(SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.torture)))
def window(request: pytest.FixtureRequest, open_window: OpenWindow, folders: Folders, qtbot: QtBot) -> MainWindow:
    """A journey somebody may rate, a touchpoint selected, every kind of workspace visited before."""
    size: int = request.param
    made = sample("lindenfurt", "en") if size == SIZES[0] else sample("large", "en", size)
    document = made.document.evolve(r.model_copy(update={"state": RoundState.OPEN}) for r in made.document.all(Round))
    window = open_window(Session.new(folders, document, made.assets))
    context = window.context
    context.selection.set_voice(document.all(Participant)[0].id)
    for workspace in ("measures", "understand", "rate", "journey"):
        context.commands.run(f"go.{workspace}")
        QApplication.processEvents()
    context.selection.select(chosen(window))
    settle(window, qtbot)
    window.activateWindow()
    workspace_of(window).take_focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def chosen(window: MainWindow) -> Id:
    """A touchpoint with others of its stage beside it, and some words of its own."""
    return window.context.document.journey_touchpoints(window.context.selection.journey or "")[3].id


def workspace_of(window: MainWindow) -> JourneyWorkspace | RateWorkspace:
    found = window.shell.view.current
    assert isinstance(found, JourneyWorkspace | RateWorkspace)
    return found


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Until nothing is left for later."""
    bridge = window.context.bridge
    qtbot.waitUntil(lambda: not bridge.pause.waiting and not bridge.working, timeout=60_000)
    QTest.qWait(150)


def rated(window: MainWindow) -> None:
    """Type another answer than the voice has given."""
    context = window.context
    shown = context.bridge.shown_round(context.selection.journey)
    known = ratings_of(context.document, shown.id if shown is not None else None, chosen(window))
    answer = getattr(known, context.selection.figure).get(context.selection.voice) or 0 if known is not None else 0
    QTest.keyClicks(QApplication.focusWidget(), str(1 + answer % 7))


def rated_elsewhere(window: MainWindow) -> None:
    """An answer that comes without a key: of another phone, of another window."""
    context = window.context
    shown = context.bridge.shown_round(context.selection.journey)
    assert shown is not None
    with context.session.transaction("") as draft:
        rate(draft, shown.id, chosen(window), context.selection.voice, "experience", 1)
        rate(draft, shown.id, chosen(window), context.selection.voice, "emotion", -3)


def renamed(window: MainWindow) -> None:
    with window.context.session.transaction("Rename") as draft:
        draft.update(Touchpoint, chosen(window), name="Renamed")


def moved(window: MainWindow) -> None:
    window.context.commands.run("journey.move_left")


def counted(window: MainWindow, edit: Edit) -> Work:
    """Everything counted while an edit is made, until the next frame is painted; no timer comes in between."""
    conditions = {f"condition {row.enabled.__qualname__}": row.enabled for row in window.context.commands.rows.values()}
    more = {"status": StatusLine.show_status, "field": FieldEditor.show_value, "table": RatingTable.refill,
            "notes": unsorted_notes}  # fmt: skip
    before = window.context.document
    with Work({**DERIVED, **DRAWN, **conditions, **more}) as work:
        edit(window)
        QCoreApplication.sendPostedEvents()
    assert window.context.document is not before, "nothing was edited"
    return work


def conditions(work: Work) -> int:
    return sum(times for name, times in work.times.items() if name.startswith("condition"))


@pytest.mark.parametrize("edit", (rated, renamed, moved))
def test_on_the_map(window: MainWindow, qtbot: QtBot, edit: Edit) -> None:
    before = window.context.document.get(Touchpoint, chosen(window))
    work = counted(window, edit)
    after = window.context.document.get(Touchpoint, before.id)
    assert work.again() == {}, "every part of the window at most once"
    assert all(work.times[name] <= 1 for name in DERIVED), work.times
    assert {name: work.times[name] for name in DRAWN} == {"laid out whole": 0, "laid out": 1, "drawn": 1}
    assert work.times["status"] == 1
    assert work.times["notes"] == 0, "no note has changed"
    assert 0 < conditions(work) <= len(window.context.commands.rows), "each command is asked once at most"
    touched = {name for name in Touchpoint.model_fields if getattr(before, name) != getattr(after, name)}
    assert {editor.field.name for editor in work.objects("field")} == touched - {"order"}, "only fields that changed"
    assert set(work.on.get("field", {}).values()) <= {1}
    late = counted_later(window, qtbot)
    assert all(late.times[name] <= 1 for name in (*DERIVED, *DRAWN, "status")), late.times
    assert late.again() == {}, "and once more at most when figures come later"


def counted_later(window: MainWindow, qtbot: QtBot) -> Work:
    with Work({**DERIVED, **DRAWN, "status": StatusLine.show_status}) as work:
        settle(window, qtbot)
    return work


@pytest.mark.parametrize("view", ("outline", "flow", "compare"))
@pytest.mark.parametrize("edit", (rated_elsewhere, renamed))
def test_in_the_other_views_of_the_journey(window: MainWindow, qtbot: QtBot, view: str, edit: Edit) -> None:
    context = window.context
    with context.session.transaction("") as draft:
        derive_journey(draft, context.selection.journey or "")
    context.commands.run(f"journey.show_{view}")
    settle(window, qtbot)
    work = counted(window, edit)
    assert work.again() == {}
    assert work.times["status"] == 1 and work.times["laid out whole"] == 0
    assert work.times["drawn"] == (view != "outline")
    assert counted_later(window, qtbot).again() == {}


def test_in_the_rate_table(window: MainWindow, qtbot: QtBot) -> None:
    window.context.commands.run("go.rate")
    window.context.selection.select(chosen(window))
    settle(window, qtbot)
    workspace_of(window).take_focus()
    work = counted(window, rated)
    assert work.again() == {}
    assert all(work.times[name] <= 1 for name in DERIVED), work.times
    assert {name: work.times[name] for name in DRAWN} == dict.fromkeys(DRAWN, 0), "the map is out of view"
    assert work.times["table"] == work.times["status"] == 1
    assert 0 < conditions(work) <= len(window.context.commands.rows)
    assert not work.objects("field")
    late = counted_later(window, qtbot)
    assert late.again() == {} and late.times["drawn"] == late.times["laid out"] == 0


def test_a_map_out_of_view_catches_up(window: MainWindow, qtbot: QtBot) -> None:
    """What it has not followed it shows once it is seen again."""
    context = window.context
    context.commands.run("go.rate")
    settle(window, qtbot)
    with context.session.transaction("") as draft:
        draft.update(Touchpoint, chosen(window), name="Renamed meanwhile")
    *_, last = context.document.journey_touchpoints(context.selection.journey or "")
    context.selection.select(last.id)
    context.commands.run("go.journey")
    settle(window, qtbot)
    made = workspace_of(window)
    assert isinstance(made, JourneyWorkspace)
    layout, scene = made.model.layout, made.area.scene
    assert layout is not None and scene.display_list is layout.body
    fresh = lay_out_map(
        context.document, context.selection.journey or "", made.model.figures, context.texts, layout.style
    )
    assert list(layout.body.flat()) == list(fresh.body.flat())
    card = made.view.place_of(last.id)
    assert card is not None
    assert made.view.window_rect.left() <= card.x <= made.view.window_rect.right(), (
        "what was selected meanwhile is seen"
    )
