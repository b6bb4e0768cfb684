"""Figures that come later than the change that made them necessary: every view that shows figures follows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_measure, remove_records, set_fields
from cxstudio.model import Document, Journey, Round, TouchpointRatings, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.session import Folders, Session
from cxstudio.store import Store
from tests.bench.projects import journey_of
from tests.ui.conftest import OpenWindow
from ui.context import session_bridge as bridges
from ui.inspector.handover import WaysPanel
from ui.main_window.main_window import MainWindow
from ui.widgets.folding_section import Section
from ui.workspaces.journey.outline.outline_tree import OutlineTree
from ui.workspaces.measures.measure_table import LINE_ROLE, TITLE
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace


def project() -> Document:
    """Two rounds of the same answers, the first one shown, and a measure at the first touchpoint."""
    known = journey_of(80, voices=3)
    ratings = known.having(TouchpointRatings, "round", "r")
    more = [r.model_copy(update={"id": f"2{r.id}", "round": "r2"}) for r in ratings]
    store = Store(known.evolve([Round(id="r2", journey="j", order="z"), *more]))
    with store.transaction("") as draft:
        set_fields(draft, Journey, "j", shown_round="r")
        add_measure(draft, "Ask back", touchpoints=["t0"])
    return store.document


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A journey so long that figures are worked out between two frames; those of the round shown are there."""
    monkeypatch.setattr(bridges, "IN_STEPS", 30)
    made = open_window(Session.new(folders, project()))
    qtbot.waitUntil(lambda: made.context.bridge.figures("r") is not None, timeout=60_000)
    return made


def show_the_other(window: MainWindow) -> None:
    """Show the round nobody has asked for yet."""
    with window.context.session.transaction("") as draft:
        set_fields(draft, Journey, "j", shown_round="r2")
    assert window.context.bridge.shown_figures("j") is None, "they have not come yet"


def come(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until they are there."""
    qtbot.waitUntil(lambda: window.context.bridge.shown_figures("j") is not None, timeout=60_000)


def test_the_list_of_measures_follows(window: MainWindow, qtbot: QtBot) -> None:
    window.context.commands.run("go.measures")
    made = window.findChild(MeasuresWorkspace)
    assert made is not None and made.without.touchpoints
    show_the_other(window)
    assert not made.without.touchpoints, "without figures nothing is known to be critical"
    told: list[str] = []
    made.table.dataChanged.connect(lambda *_: told.append(str(made.table.index(0, TITLE).data(LINE_ROLE))))
    come(window, qtbot)
    delta = window.context.bridge.figures("r2").of("t0").delta.mean  # type: ignore[union-attr]
    assert told and told[-1].endswith(window.context.texts.signed(delta)), "the small line under the title"
    assert made.without.touchpoints and made.without.isVisible()


def test_the_map_its_status_and_the_outline_follow(window: MainWindow, qtbot: QtBot) -> None:
    window.context.commands.run("journey.show_outline")
    QApplication.processEvents()
    tree = window.findChild(OutlineTree)
    assert tree is not None
    show_the_other(window)
    told: list[object] = []
    tree.rows.layoutChanged.connect(lambda *_: told.append(tree.rows.figures))
    come(window, qtbot)
    assert told and told[-1] is window.context.bridge.figures("r2")
    window.context.commands.run("journey.show_map")


def test_the_inspector_follows(window: MainWindow, qtbot: QtBot) -> None:
    window.context.selection.select("t0")
    QApplication.processEvents()
    panel = window.shell.view.inspector.panel  # type: ignore[union-attr,attr-defined]
    show_the_other(window)
    assert not panel.verdict.isVisible()
    come(window, qtbot)
    assert panel.verdict.isVisibleTo(panel)


def test_what_the_graph_marks_follows(
    open_window: OpenWindow, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A touchpoint in a loop of a journey whose graph is worked out between two frames."""
    monkeypatch.setattr(bridges, "GRAPH_AT_ONCE", 30)
    back = Transition(id="back", source="t3", target="t1", kind=TransitionKind.RETURN, share=0.2)
    window = open_window(Session.new(folders, project().evolve([back])))
    window.context.selection.select("t2")
    QApplication.processEvents()
    ways = window.findChild(WaysPanel)
    assert ways is not None
    section = next(s for s in window.findChildren(Section) if s.content.isAncestorOf(ways))
    assert not window.context.flow.busy, "folded away it asks for no graph"
    section.toggle()
    assert window.context.flow.busy and not ways.marks.text()
    qtbot.waitUntil(ways.marks.isVisible, timeout=60_000)
    assert "loop" in ways.marks.text()
    with window.context.session.transaction("") as draft:
        remove_records(draft, ["back"])
    qtbot.waitUntil(lambda: not ways.marks.isVisible(), timeout=60_000)
