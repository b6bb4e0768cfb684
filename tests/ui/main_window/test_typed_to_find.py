"""Whatever is typed to find is compared in one way: on the map, in the rating table, in lists and in the search."""

from unicodedata import normalize

import pytest

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark, matching
from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.searching import matching as entries_matching
from cxstudio.catalogue.touchpoints import built_in
from cxstudio.model import Touchpoint
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.forms.record_picker import Choice, Picker
from ui.main_window.main_window import MainWindow
from ui.shell.command_palette import Finder
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace

NAME = "Große Prüfung der Zähler"
WAYS = [NAME, NAME.upper(), NAME.swapcase(), normalize("NFD", NAME), NAME.replace("ß", "ss"), "große   prüfung "]
"""Ways to type it, all of which are meant."""
OTHERS = ["Grose Prufung", "Prüfung Große", "Prüfungen"]
"""What is not the same word, or not in that order."""


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders) -> MainWindow:
    made = sample("lindenfurt", "de")
    first = made.document.all(Touchpoint)[0].model_copy(update={"name": NAME})
    return open_window(Session.new(folders, made.document.evolve([first]), made.assets), language="de")


def rows(window: MainWindow) -> RateWorkspace:
    window.context.commands.run("go.rate")
    made = window.shell.view.current
    assert isinstance(made, RateWorkspace)
    return made


def test_map_and_table_find_the_same(window: MainWindow) -> None:
    journey = window.shell.view.current
    assert isinstance(journey, JourneyWorkspace)
    table = rows(window)
    for typed in (*WAYS, *OTHERS):
        journey.model.highlight.find(typed)
        found = journey.model.highlight.found
        assert bool(found) == (typed in WAYS), typed
        table.bar.search.setText(typed)
        assert tuple(table.table.touchpoints) == found, typed
    table.bar.search.setText("dreimal verbunden")
    (beside,) = table.table.touchpoints
    assert window.context.document.get(Touchpoint, beside).name.startswith("Hotline"), "what a note there says"


def test_a_mark_means_the_same_in_the_table_as_in_the_filter(window: MainWindow) -> None:
    table, document, journey = rows(window), window.context.document, window.context.selection.journey
    assert journey is not None
    for mark in set(Mark) - {Mark.UNRATED}:
        wanted = Filter(marks=frozenset({mark}))
        table.bar.set_filter(wanted)
        assert set(table.table.touchpoints) == matching(document, journey, table.table.figures, wanted)


def test_search_and_lists_find_it_however_it_is_typed(window: MainWindow) -> None:
    finder = window.shell.overlay(Finder)
    finder.open()
    picker = Picker(window.context, window, [Choice("d", NAME), Choice("e", "Netz")], name="Department", can_make=True)
    for typed in WAYS:
        finder.line.setText(typed)
        assert finder.list.model().index(0, 0).data() == NAME, typed
        picker.line.setText(typed)
        assert picker.list.item(0).text() == NAME, typed
        assert picker.list.count() == (1 if typed != WAYS[-1] else 2), "no second one of the same name is offered"


def test_the_catalogue_finds_it_as_well() -> None:
    for way in (str.upper, str.swapcase, lambda text: normalize("NFD", text)):
        for entry in built_in()[::25]:
            assert entry in entries_matching(built_in(), way(entry.name.de)), entry.name.de
