"""A palette or language switched in the middle of work leaves every view of the journey where it was."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractScrollArea

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.model import Stage
from tests.ui.place_desk import (
    Work,
    find,
    notes_seen,
    scrolled,
    settle,
    stays_where_it_was,
    touchpoints,
)
from ui.canvas.interaction.zoom import at
from ui.main_window.main_window import MainWindow
from ui.notes.note_sorter import NoteSorter
from ui.widgets.folding_section import Section
from ui.workspaces.journey.catalogue.catalogue_panel import CataloguePanel
from ui.workspaces.journey.comparison.comparison_view import Comparing
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.lane_labels.label_strip import LabelStrip
from ui.workspaces.journey.map.map_view import MapView
from ui.workspaces.journey.outline.outline_tree import OutlineTree


def the_map(window: MainWindow) -> None:
    workspace = find(window, JourneyWorkspace)
    stages = window.context.document.all(Stage)
    workspace.model.set_folded(frozenset({stages[1].id}))
    workspace.zooming.set_zoom(at(1.5))
    workspace.model.highlight.set_filter(Filter(marks=frozenset({Mark.CRITICAL})))
    window.context.selection.select(touchpoints(window)[5], touchpoints(window)[0])
    workspace.area.labels.choose(workspace.area.labels.rows[2].key)


def map_seen(window: MainWindow) -> object:
    workspace, view = find(window, JourneyWorkspace), find(window, MapView)
    groups = [placed.group.key for placed in workspace.area.header.display_list.flat()]  # type: ignore[union-attr]
    piles = [placed.group.key for placed in workspace.model.layout.body.flat() if placed.group.key.startswith("fold:")]  # type: ignore[union-attr]
    labels = find(window, LabelStrip).current
    return (
        view.transform().m11(), scrolled(view), len(groups), piles, labels and labels.key,
        workspace.filter_bar.isVisible(), len(workspace.model.highlight.matches), workspace.area.header.height(),
    )  # fmt: skip


def far_map(window: MainWindow) -> None:
    find(window, JourneyWorkspace).zooming.set_zoom(at(0.3))
    window.context.selection.clear()


def finding(window: MainWindow) -> None:
    window.context.commands.run("looking.find")
    line = find(window, JourneyWorkspace).looking.line
    line.line.setText("e")
    line.step(1)
    line.line.setCursorPosition(0)


def finding_seen(window: MainWindow) -> object:
    line = find(window, JourneyWorkspace).looking.line
    found = find(window, JourneyWorkspace).model.highlight.found
    return line.line.text(), line.isVisible(), line.line.hasFocus(), found, window.context.selection.ids


def way(window: MainWindow) -> None:
    window.context.commands.run("flow.show_likely")


def way_seen(window: MainWindow) -> object:
    return find(window, JourneyWorkspace).model.highlight.way, window.context.flow.route


def flow(window: MainWindow) -> None:
    page = find(window, FlowPage)
    page.zooming.set_zoom(at(1.25))
    window.context.selection.select(touchpoints(window)[3])
    page.view.stepped.emit(1)
    page._toggle_panel()


def flow_seen(window: MainWindow) -> object:
    page = find(window, FlowPage)
    chosen = page.model.way
    return page.view.transform().m11(), scrolled(page.view), chosen and chosen.key, page.panel.isVisible()


def outline(window: MainWindow) -> None:
    tree = find(window, OutlineTree)
    tree.collapseAll()
    stage = tree.model().index(1, 0)
    tree.expand(stage)
    tree.expand(tree.model().index(0, 0, stage))
    tree.setCurrentIndex(tree.model().index(0, 3, stage))


def outline_seen(window: MainWindow) -> object:
    tree = find(window, OutlineTree)
    model = tree.model()

    def opened(parent: QModelIndex) -> list[Any]:
        rows = [model.index(n, 0, parent) for n in range(model.rowCount(parent))]
        return [(index.row(), opened(index)) for index in rows if tree.isExpanded(index)]

    here = tree.currentIndex()
    return opened(QModelIndex()), here.row(), here.column(), here.parent().row(), scrolled(tree)


def comparison(window: MainWindow) -> None:
    window.context.commands.run("journeys.derive")
    window.context.commands.run("journey.show_compare")
    page = find(window, Comparing)
    page.model.set_figure("experience")
    page.figure.set_value("experience")
    page.zooming.set_zoom(at(1.5))


def comparison_seen(window: MainWindow) -> object:
    page = find(window, Comparing)
    return page.view.transform().m11(), scrolled(page.view), page.figure.value, page.model.figure


def notes(window: MainWindow) -> None:
    sorter = find(window, NoteSorter)
    sorter.list.setCurrentRow(3, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    sorter.list.item(5).setSelected(True)


def catalogue(window: MainWindow) -> None:
    panel = find(window, CataloguePanel)
    panel.filters.missing.setChecked(True)
    for entry in panel.checklist.visible[:3]:
        panel.checklist.tick(entry, True)
    panel.list.setCurrentIndex(panel.list.rows.index_of(panel.checklist.visible[2].id))
    panel.list.collapse(panel.list.model().index(1, 0))


def catalogue_search(window: MainWindow) -> None:
    panel = find(window, CataloguePanel)
    panel.filters.search.setText("e")
    panel.filters._search()
    panel.filters.stage.setCurrentIndex(2)
    panel.filters._choose()
    panel.list.setCurrentIndex(panel.list.rows.index_of(panel.checklist.visible[-1].id))


def catalogue_seen(window: MainWindow) -> object:
    panel = find(window, CataloguePanel)
    rows = panel.list.model()
    folds = [panel.list.isExpanded(rows.index(n, 0)) for n in range(rows.rowCount())]
    entry = panel.list.current
    return (
        panel.filters.search.text(), panel.filters.stage.currentIndex(), panel.filters.missing.isChecked(), folds,
        entry and entry.id, sorted(panel.checklist.picked), panel.footer.isVisible(), scrolled(panel.list),
    )  # fmt: skip


def inspector(window: MainWindow) -> None:
    window.context.commands.run("frame.inspector")
    window.context.selection.select(touchpoints(window)[2])
    settle()
    for section in _sections(window):
        section.toggle()
    settle()


def _sections(window: MainWindow) -> list[Section]:
    assert window.shell.view.inspector is not None
    return [s for s in window.shell.view.inspector.findChildren(Section) if s.isVisible()]


def inspector_seen(window: MainWindow) -> object:
    area = next(a for a in window.shell.view.inspector.findChildren(QAbstractScrollArea) if a.isVisible())  # type: ignore[union-attr]
    return [section.folded for section in _sections(window)], scrolled(area)


WORK = {
    "map": Work(("go.journey",), the_map, map_seen),
    "map from far": Work(("go.journey",), far_map, map_seen),
    "find on the map": Work(("go.journey",), finding, finding_seen),
    "way on the map": Work(("go.journey",), way, way_seen),
    "flow": Work(("journey.show_flow",), flow, flow_seen),
    "outline": Work(("journey.show_outline",), outline, outline_seen),
    "comparison": Work(("go.journey",), comparison, comparison_seen),
    "notes beside the map": Work(("journey.panel_notes",), notes, notes_seen),
    "catalogue beside the map": Work(("journey.panel_catalogue",), catalogue, catalogue_seen),
    "search in the catalogue": Work(("journey.panel_catalogue",), catalogue_search, catalogue_seen),
    "inspector": Work(("go.journey",), inspector, inspector_seen),
}


@pytest.mark.parametrize("name", WORK)
def test_the_place_is_kept(busy_window: MainWindow, name: str) -> None:
    stays_where_it_was(busy_window, WORK[name])
