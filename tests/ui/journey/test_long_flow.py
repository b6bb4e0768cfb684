"""A flow of very many cards: laid out between two frames, the same as at once, with the last one in view meanwhile."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields
from cxstudio.layout.flow import FlowLayout, flow_in_steps
from cxstudio.model import Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.steps import finished
from tests.bench.projects import journey_of
from tests.ui.conftest import OpenWindow
from ui.canvas.interaction.zoom import at
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.flow import flow_model as models
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(models, "IN_STEPS", 30)
    return open_window(Session.new(folders, journey_of(80, voices=3)))


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> FlowPage:
    window.context.commands.run("journey.show_flow")
    found = window.findChildren(FlowPage)[0]
    qtbot.waitUntil(lambda: found.model.settled, timeout=60_000)
    return found


def at_once(page: FlowPage) -> FlowLayout:
    state = page.context.flow.state
    assert state is not None
    return finished(flow_in_steps(state.document, state.flow, state.figures, page.context.texts, page.model.style))


def same(one: FlowLayout | None, other: FlowLayout) -> bool:
    """Cards, ways and everything drawn."""
    drawn = one is not None and list(one.groups()) == list(other.groups())
    return one is not None and drawn and one.cards == other.cards and one.ways == other.ways


def test_it_comes_later_and_is_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.context.commands.run("journey.show_flow")
    page = window.findChildren(FlowPage)[0]
    assert page.model.layout is None and page.model.work.busy
    assert page._waiting.isVisible()
    qtbot.waitUntil(lambda: page.model.settled, timeout=60_000)
    assert same(page.model.layout, at_once(page))
    qtbot.waitUntil(page.area.isVisible, timeout=60_000)


def test_the_last_one_stays_until_a_change_is_laid_out(page: FlowPage, qtbot: QtBot) -> None:
    before = page.model.layout
    with page.context.session.transaction("") as draft:
        set_fields(draft, Touchpoint, "t3", name="Renamed")
    assert page.model.layout is before and page.model.work.busy and page.area.isVisible()
    assert page.model.document.get(Touchpoint, "t3").name != "Renamed", "the document of what is drawn"
    qtbot.waitUntil(lambda: page.model.settled, timeout=60_000)
    assert same(page.model.layout, at_once(page))
    assert page.model.document is page.context.document


def test_another_zoom_drops_the_work_and_keeps_the_card_in_place(page: FlowPage, qtbot: QtBot) -> None:
    page.context.selection.select("t40")
    page.area.reveal("t40")
    spot = page.zooming.anchor()
    assert spot is not None
    page.zooming.set_zoom(at(0.5), spot)
    page.zooming.set_zoom(at(0.8), spot)
    assert page.model.work.busy and not page.model.settled
    qtbot.waitUntil(lambda: page.model.settled, timeout=60_000)
    layout = page.model.layout
    assert layout is not None and layout.style == page.model.style
    after = page.zooming.anchor()
    assert after is not None and abs(after.x() - spot.x()) < 2


def test_stopped_it_stays_stopped_until_somebody_wants_it(page: FlowPage, qtbot: QtBot) -> None:
    before = page.model.layout
    page.model.set_zoom(at(0.5))
    assert page.model.layout is before and page.model.work.busy
    page.model.work.stop()
    assert page.model.layout is before and not page.model.work.busy and page.model.work.stopped
    page.model.again()
    qtbot.waitUntil(lambda: page.model.settled, timeout=60_000)
    assert same(page.model.layout, at_once(page))


def test_nothing_goes_on_out_of_view(page: FlowPage) -> None:
    page.model.set_zoom(at(0.5))
    assert page.model.layout is not None and page.model.work.busy
    page.context.commands.run("journey.show_map")
    assert not page.model.work.busy


def test_folded_it_comes_later_the_first_time_only(window: MainWindow, qtbot: QtBot) -> None:
    model = window.findChildren(JourneyWorkspace)[0].model
    model.set_folded(frozenset(stage.id for stage in window.context.document.stages("j")))
    window.context.commands.run("journey.show_flow")
    page = window.findChildren(FlowPage)[0]
    assert page.model.layout is None and page.model.work.busy
    qtbot.waitUntil(lambda: page.model.settled, timeout=60_000)
    assert same(page.model.layout, at_once(page))
    page.model.set_zoom(at(0.5))
    assert not page.model.work.busy and same(page.model.layout, at_once(page))
