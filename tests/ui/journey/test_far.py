"""All stages in one view: charts use the height of the window, and give it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.model.lane_kinds import LaneKind
from tests.ui.journey_desk import Desk


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("large", "de").document)


def heights(desk: Desk) -> dict[LaneKind, float]:
    layout = desk.workspace.model.layout
    assert layout is not None
    return {row.kind: row.height for row in layout.lanes}


def test_charts_fill_the_window_from_far_and_never_more(large: Desk) -> None:
    near = heights(large)
    large.context.commands.run("journey.zoom_all")
    large.settle()
    model, area = large.workspace.model, large.workspace.area
    assert model.layout is not None and model.layout.style.density is Density.FAR
    room = area.height() - model.layout.header.height
    assert 0.6 * room < model.layout.body.height <= room
    tall = heights(large)
    large.workspace.resize(1400, 520)
    large.settle()
    low = heights(large)
    assert low[LaneKind.EMOTION] < tall[LaneKind.EMOTION]
    assert low[LaneKind.QUOTES] == tall[LaneKind.QUOTES], "lanes of notes have nothing more to show"
    large.workspace.resize(1400, 1000)
    large.settle()
    assert heights(large) == tall
    large.context.commands.run("journey.zoom_100")
    large.settle()
    assert heights(large) == near


def test_an_edit_seen_from_far_keeps_the_heights(large: Desk) -> None:
    large.context.commands.run("journey.zoom_all")
    large.settle()
    before = heights(large)
    touchpoint = next(iter(large.workspace.model.layout.scene.index))  # type: ignore[union-attr]
    large.context.selection.select(touchpoint)
    large.context.commands.run("journey.stardust")
    large.settle()
    assert heights(large) == before
    large.session.undo()
    large.settle()
    assert heights(large) == before
