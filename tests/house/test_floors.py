"""Floors that no contract of pyproject.toml names: those of workspaces, which may be more, and of pages in rows."""

from importlib import import_module
from itertools import permutations

import grimp
import pytest
from PySide6.QtWidgets import QWidget

from ui.workspaces.journey.view_table import PANELS, VIEWS
from ui.workspaces.rate.rate_tabs import TABS
from ui.workspaces.workspace_table import BY_NAME

pytestmark = pytest.mark.no_cover
PAGES = [
    *(("ui.workspaces.journey.view_table", row) for row in (*VIEWS, *PANELS)),
    *(("ui.workspaces.rate.rate_tabs", row) for row in TABS),
]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("cxstudio", "ui", cache_dir=None)


def test_workspaces_do_not_know_each_other(graph):
    folders = [room for room in graph.find_children("ui.workspaces") if graph.find_children(room)]
    assert {room.rpartition(".")[2] for room in folders} == set(BY_NAME)
    pairs = permutations(sorted(folders), 2)
    assert [(a, b) for a, b in pairs if graph.direct_import_exists(importer=a, imported=b, as_packages=True)] == []


def test_a_table_stands_above_the_pages_it_names(graph):
    named = [(table, row.module) for table, row in PAGES if row.module]
    assert named
    assert [module for _, module in named if module not in graph.modules] == []
    assert [module for table, module in named if graph.chain_exists(importer=module, imported=table)] == []


def test_a_page_named_in_a_row_is_a_widget():
    classes = [getattr(import_module(row.module), row.widget) for _, row in PAGES if row.module]
    assert classes
    assert all(issubclass(made, QWidget) for made in classes)
