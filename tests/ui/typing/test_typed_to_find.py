"""Whatever is typed to find is compared in one way: on the map, in the rating table, in lists and in the search."""

import ast
from pathlib import Path
from unicodedata import combining, normalize

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark, matching, measures_meant
from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.searching import matching as entries_matching
from cxstudio.catalogue.touchpoints import built_in
from cxstudio.edits import derive_journey
from cxstudio.model import Journey, Measure, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.model.kinds import JourneyKind
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.forms.record_picker import Choice, Picker
from ui.main_window.main_window import MainWindow
from ui.shell.command_palette import Finder
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace

NAME = "Große Prüfung der Zähler"
WAYS = [NAME, NAME.upper(), NAME.swapcase(), normalize("NFD", NAME), NAME.replace("ß", "ss"), "große   prüfung ",
        "Grosse Prufung der Zahler", "Prüfung Große", "zahler große"]  # fmt: skip
"""Ways to type it, all of which are meant."""
OTHERS = ["Grose Prufung", "Prüfungen", "Große Prüfung der Uhren"]
"""What is not the same word, or not every word."""


def bare(text: str) -> str:
    """Without what stands above and below letters."""
    return "".join(c for c in normalize("NFD", text) if not combining(c))


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
        same = folded(typed) == folded(NAME)
        assert picker.list.count() == (1 if same else 2), "no second one of the same name is offered"


def test_the_word_for_a_journey_finds_journeys_before_exports(window: MainWindow) -> None:
    with window.context.session.transaction("second") as draft:
        journey = draft.document.all(Journey)[0]
        derive_journey(draft, journey.id)
        draft.update(Journey, journey.id, title="Umzug")
    finder = window.shell.overlay(Finder)
    finder.open()
    finder.line.setText("Reise")
    model = finder.list.model()
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Ist-Reise" in said[0] and "Ziel-Reise" in said[1]
    assert any("PDF" in text for text in said[2:])
    window.context.commands.run("go.measures")
    finder.open()
    finder.line.setText("reise ziel")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert window.shell.view.name == "journey"
    shown = window.context.selection.journey
    assert shown is not None and window.context.document.get(Journey, shown).kind is JourneyKind.TO_BE


def test_the_catalogue_finds_it_as_well() -> None:
    for way in (str.upper, str.swapcase, lambda text: normalize("NFD", text), bare):
        for entry in built_in()[::25]:
            assert entry in entries_matching(built_in(), way(entry.name.de)), entry.name.de


def test_the_filter_of_map_and_plan_finds_the_same(window: MainWindow) -> None:
    document, journey = window.context.document, window.context.selection.journey
    measure = document.all(Measure)[0].model_copy(update={"title": NAME})
    document = document.evolve([measure])
    for typed in (*WAYS, *OTHERS):
        wanted = Filter(text=typed)
        assert bool(matching(document, journey or "", None, wanted)) == (typed in WAYS), typed
        assert (measure in measures_meant(document, wanted)) == (typed in WAYS), typed


def test_nobody_compares_what_is_typed_in_another_way() -> None:
    """No part of the window finds by itself, or lets Qt find; what is pasted or heard is no search."""
    others = ("casefold", "QSortFilterProxyModel", "QCompleter", "MatchContains", "MatchStartsWith")
    found = set()
    for path in Path("ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            if name in others:
                found.add(path.as_posix())
    assert found <= {"ui/workspaces/rate/table/answer_paste.py", "ui/theme/plain_texts.py"}
