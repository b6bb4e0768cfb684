"""With the to-be journey shown, Rate and Measures speak of the as-is journey, and no target is judged anywhere."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cxstudio.analysis.comparison.overlaid_rounds import target_beginning
from cxstudio.analysis.search.touchpoint_filter import Filter, Mark, matching
from cxstudio.edits import derive_journey, target_round
from cxstudio.model import Id, Measure, Touchpoint
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, shown
from tests.ui.rate_desk import workspace
from ui.context.context import Context
from ui.inspector.touchpoint_panel import TouchpointPanel
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.workspace_table import BY_NAME


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def with_targets(desk: Context) -> tuple[Id, Id]:
    """The sample's journey and one to be, whose targets all lie far below what is expected; that one is in view."""
    today = desk.selection.journey
    assert today is not None
    with desk.session.transaction("drop measures") as draft:
        for measure in draft.document.all(Measure):
            draft.remove(measure.id)
    with desk.session.transaction("to be") as draft:
        later = derive_journey(draft, today)
    begun = target_beginning(desk.document, later, desk.bridge.shown_figures(today))
    worst = {
        touchpoint: {**values, "expectation": 7, "experience": 1, "emotion": -3} for touchpoint, values in begun.items()
    }
    with desk.session.transaction("aim") as draft:
        target_round(draft, later, worst)
    desk.selection.set_journey(later)
    return today, later


def test_the_rating_table_stays_with_what_was_rated(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    assert made.as_is.isHidden()
    before = [line.name for line in made.side.need.rows]
    today, later = with_targets(desk)
    assert made.table.asked.journey == today and desk.selection.journey == later
    assert made.table.asked.round is not None and made.table.asked.round.id == "round1"
    assert [line.name for line in made.side.need.rows] == before
    assert made.as_is.isVisible() and "Ist-Reise" in made.as_is.said.text()
    desk.selection.set_journey(today)
    assert made.as_is.isHidden()


def test_measures_ask_for_what_the_as_is_journey_lacks(qtbot: QtBot, desk: Context) -> None:
    made = BY_NAME["measures"].make(desk)
    assert isinstance(made, MeasuresWorkspace)
    qtbot.addWidget(made)
    shown(made, 1212, 800)
    today, _ = with_targets(desk)
    asked_for = {t.id for t in made.without.touchpoints}
    assert asked_for == {"t02", "t04", "t08", "t09", "t11", "t12", "t13"}
    assert all(desk.document.journey_of(t).id == today for t in made.without.touchpoints)
    assert made.as_is.isVisible()


def test_no_target_is_critical_found_by_a_filter_or_judged_in_the_inspector(qtbot: QtBot, desk: Context) -> None:
    panel = TouchpointPanel(desk)
    qtbot.addWidget(panel)
    today, later = with_targets(desk)
    figures = desk.bridge.shown_figures(later)
    assert figures is not None and figures.target
    for mark in (Mark.CRITICAL, Mark.UNMET_BASIC, Mark.DISAGREEING, Mark.OVERRULED):
        assert not matching(desk.document, later, figures, Filter(marks=frozenset({mark})))
    hotline = next(t for t in desk.document.journey_touchpoints(later) if t.counterpart == "t08")
    panel.show_record(hotline.id)
    assert panel.verdict.isHidden() and panel.decision.isHidden() and panel.chip.isHidden()
    assert isinstance(desk.document.find("t08"), Touchpoint)
    panel.show_record("t08")
    assert not panel.verdict.isHidden() and not panel.decision.isHidden() and not panel.chip.isHidden()
