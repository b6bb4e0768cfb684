"""Journeys read from event logs, and what people look for, in the flow view of the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.edits.journey.flow import draw_way
from cxstudio.exchange.readers import read
from cxstudio.model import PROJECT_ID, Document, Project, Stage, Touchpoint
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.flow.flow_page import FlowPage


def flow_of(window: MainWindow) -> FlowPage:
    window.resize(1600, 900)
    window.context.commands.run("go.journey")
    window.context.commands.run("journey.show_flow")
    QApplication.processEvents()
    page = window.findChild(FlowPage)
    assert page is not None
    return page


@pytest.mark.parametrize("name", ["receipt.csv", "roadtraffic100traces.csv", "running-example.xes"])
def test_a_log_reads_as_a_flow(open_window: OpenWindow, folders: Folders, real_data: Path, name: str) -> None:
    plan = read(real_data / "eventlogs" / name, language="en")
    document = Document([Project(id=PROJECT_ID, title=name), *plan.records])
    page = flow_of(open_window(Session.new(folders, document)))
    layout = page.model.layout
    assert layout is not None and len(layout.cards) == len(document.all(Touchpoint))
    known = layout.known_ways
    assert len(layout.ways) == known and "left out" not in page.bar.said.text()
    page.model.set_most_ways(len(layout.cards))
    few = page.model.layout
    assert few is not None and len(few.ways) < known
    said = page.bar.said.text()
    assert str(known) in said and str(known - len(few.ways)) in said and page.bar.slider.isVisible()
    page.bar.slider.setValue(known)
    page.bar.slider.valueChanged.emit(known)
    assert "(assumption)" not in page.panel.arrival.title.text(), "counted cases are no guess"
    findings = [button.accessibleName() for button in page.panel.sentences[0].list.buttons]
    assert any("most likely path" in said for said in findings) or any("get as far as" in said for said in findings)


def test_what_steps_back_on_the_map_steps_back_in_the_flow(sample_window: MainWindow) -> None:
    page = flow_of(sample_window)
    page.model.highlight.set_filter(Filter(marks=frozenset({Mark.CRITICAL})))
    layout = page.model.layout
    assert layout is not None and len(page.area.faded.boxes) == len(layout.cards) - 3
    page.model.highlight.set_filter(Filter())
    assert not page.area.faded.boxes


def test_a_header_selects_its_stage_and_unfolds_it(sample_window: MainWindow) -> None:
    page = flow_of(sample_window)
    context = sample_window.context
    context.commands.run("journey.fold_all")
    QApplication.processEvents()
    layout = page.model.layout
    assert layout is not None and any(card.hidden for card in layout.cards.values())
    stage = layout.stages[1]
    page.area.header.unfold_wanted.emit(stage.stage)
    after = page.model.layout
    assert after is not None and not after.stages[1].folded and after.stages[0].folded
    page.area.header.pressed.emit(stage.stage)
    assert isinstance(context.selection.record, Stage)


def test_selecting_what_is_folded_away_unfolds_it(sample_window: MainWindow) -> None:
    page = flow_of(sample_window)
    context = sample_window.context
    context.commands.run("journey.fold_all")
    context.selection.select("t05")
    layout = page.model.layout
    assert layout is not None and layout.cards["t05"].touchpoint == "t05"


def test_tooltips_name_marks_ways_and_piles(sample_window: MainWindow) -> None:
    from ui.workspaces.journey.flow.flow_tooltips import hint_at

    page, context = flow_of(sample_window), sample_window.context
    layout = page.model.layout
    assert layout is not None
    said = hint_at(context, page.model, layout.cards["t07"], None)
    assert said.startswith("Meter reading") and "In a loop:" in said and "Every path passes through here:" in said
    said = hint_at(context, page.model, None, layout.way("way07-10"))
    assert "30% (assumption)" in said and "alternative" in said
    context.commands.run("journey.fold_all")
    folded = page.model.layout
    assert folded is not None
    pile = next(card for card in folded.cards.values() if card.hidden)
    assert "folded" in hint_at(context, page.model, pile, None)
    into = next(way for way in folded.ways if way.source == pile.key and way.target is not None)
    assert "folded" in hint_at(context, page.model, None, into)
    assert hint_at(context, page.model, None, None) == ""


def test_the_overview_leads_through_the_flow(sample_window: MainWindow) -> None:
    page = flow_of(sample_window)
    page.zooming.zoom_100()
    before = page.view.window_rect.left()
    layout = page.model.layout
    assert layout is not None
    page.overview.wanted.emit(layout.body.width)
    assert page.view.window_rect.left() > before
    assert not page.view.exit.meets(QPoint(5, 5).toPointF())


def test_nothing_is_laid_out_while_nobody_looks(sample_window: MainWindow) -> None:
    page, context = flow_of(sample_window), sample_window.context
    seen: list[str] = []
    page.model.changed.connect(lambda: seen.append("laid out"))
    context.commands.run("journey.show_map")
    with context.session.transaction("Draw a path") as draft:
        draw_way(draft, "t11", "t13")
    context.selection.select("t11")
    assert seen == []
    context.commands.run("journey.show_flow")
    layout = page.model.layout
    assert seen and layout is not None and any(way.target == "t13" and way.source == "t11" for way in layout.ways)
