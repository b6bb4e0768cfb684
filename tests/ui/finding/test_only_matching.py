"""A filter that leaves out what it does not mean: one key for the critical ones, one to go through them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.catalogue.samples import sample
from cxstudio.model import Touchpoint
from tests.ui.journey_desk import Desk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CRITICAL = Filter(marks=frozenset({Mark.CRITICAL}))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("large", "de").document)


def row(desk: Desk) -> tuple[Touchpoint, ...]:
    return desk.document.journey_touchpoints(desk.journey)


def seen(desk: Desk, touchpoint: str | None) -> bool:
    layout = desk.workspace.model.layout
    return layout is not None and layout.column_of(touchpoint or "") is not None


def critical_of(desk: Desk) -> list[str]:
    figures = desk.workspace.model.figures
    assert figures is not None
    return [t.id for t in row(desk) if figures.criticality[t.id].critical]


def test_one_key_shows_the_critical_ones_alone_and_one_goes_through_them(large: Desk) -> None:
    model, selection = large.workspace.model, large.context.selection
    critical = critical_of(large)
    large.workspace.take_focus()
    large.key(Key.Key_F9)
    layout = model.layout
    assert layout is not None
    assert [c.touchpoint for c in layout.columns if c.touchpoint] == critical
    assert large.workspace.filter_bar.count.text() == f"Treffer: {len(critical)} von {len(row(large))}"
    assert large.workspace.filter_bar.others.value is True
    for wanted in critical[:3]:
        large.key(Key.Key_F3)
        assert selection.id == wanted and seen(large, wanted)
    large.key(Key.Key_Right)
    assert selection.id == critical[3], "arrows go to what is shown"
    large.key(Key.Key_F3, SHIFT)
    assert selection.id == critical[2]
    large.key(Key.Key_End)
    assert selection.id == critical[-1]
    large.key(Key.Key_A, CTRL)
    assert set(selection.ids) == set(critical), "nothing that is out of sight is selected"
    large.key(Key.Key_F9)
    layout = model.layout
    assert layout is not None and not model.highlight.active and seen(large, critical[-1])
    assert len(layout.stages) == len(large.document.stages(large.journey))


def test_what_is_new_or_selected_stays_in_sight_while_only_matches_are_shown(desk: Desk) -> None:
    highlight = desk.workspace.model.highlight
    highlight.set_filter(CRITICAL)
    highlight.set_only(True)
    desk.settle()
    other = row(desk)[0].id
    assert not seen(desk, other)
    desk.context.selection.select(other)
    assert seen(desk, other), "who is looked at in the inspector is on the map too"
    desk.key(Key.Key_N)
    desk.write("Neu")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Escape)
    made = desk.touchpoint("Neu")
    desk.context.selection.select(made.id)
    assert seen(desk, made.id)
    desk.context.selection.clear()
    assert seen(desk, made.id), "what has just been typed does not vanish"
    assert not seen(desk, other)
    highlight.set_filter(Filter(marks=frozenset({Mark.STARDUST})))
    assert not seen(desk, made.id)


def test_the_filter_line_chooses_between_dimming_and_leaving_out(desk: Desk) -> None:
    highlight, bar = desk.workspace.model.highlight, desk.workspace.filter_bar
    highlight.set_filter(CRITICAL)
    desk.settle()
    assert bar.others.value is False and seen(desk, row(desk)[0].id)
    bar.others.findChildren(QAbstractButton)[1].click()
    desk.settle()
    assert highlight.only and not seen(desk, row(desk)[0].id)
    state = desk.workspace.view_state()
    highlight.set_only(False)
    desk.workspace.restore_view_state(state)
    assert highlight.only, "a window made anew leaves out the same"
    desk.context.commands.run("looking.only_matching")
    assert not highlight.only and seen(desk, row(desk)[0].id)
    highlight.set_filter(Filter(text="nirgends"))
    highlight.set_only(True)
    layout = desk.workspace.model.layout
    assert layout is not None and layout.columns == () and bar.count.text() == "Treffer: 0 von 14"


def test_where_nothing_matches_it_is_said(desk: Desk) -> None:
    said: list[str] = []
    desk.context.messages.said.connect(said.append)
    desk.context.commands.run("looking.next")
    desk.context.commands.run("looking.only_matching")
    desk.workspace.model.highlight.set_filter(Filter(text="nirgends"))
    desk.context.commands.run("looking.next")
    assert len(said) == 3 and len(set(said)) == 3


def test_the_outline_leaves_out_the_same(desk: Desk) -> None:
    highlight = desk.workspace.model.highlight
    desk.context.commands.run("journey.show_outline")
    desk.settle()
    tree = desk.workspace.views.page.tree  # type: ignore[attr-defined]

    def listed() -> list[str]:
        found = [tree.rows.index_of(t.id) for t in row(desk)]
        return [t.id for t, at in zip(row(desk), found, strict=True)
                if not tree.isRowHidden(at.row(), at.parent())]  # fmt: skip

    highlight.set_filter(CRITICAL)
    assert listed() == [t.id for t in row(desk)]
    highlight.set_only(True)
    assert listed() == critical_of(desk)
    stages = {t.stage for t in row(desk) if t.id in critical_of(desk)}
    shown = [s.id for n, s in enumerate(desk.document.stages(desk.journey))
             if not tree.isRowHidden(n, tree.rootIndex())]  # fmt: skip
    assert set(shown) == stages
    desk.context.selection.select(row(desk)[0].id)
    assert row(desk)[0].id in listed(), "what is selected is shown"
    with desk.session.transaction("x") as draft:
        draft.update(Touchpoint, row(desk)[1].id, name="Umbenannt", critical="yes")
    desk.settle()
    assert set(critical_of(desk)) <= set(listed())
    highlight.clear_filter()
    assert listed() == [t.id for t in row(desk)]


@pytest.mark.parametrize("key", [Key.Key_F9, Key.Key_F8])
def test_on_a_to_be_journey_it_says_why_nothing_is_critical(desk: Desk, key: Qt.Key) -> None:
    said: list[str] = []
    desk.context.messages.said.connect(said.append)
    desk.context.commands.run("journeys.derive")
    desk.workspace.take_focus()
    everything = [t.id for t in desk.document.journey_touchpoints(desk.context.selection.journey or "")]
    desk.key(key)
    assert "Ist-Reise" in said[-1] and len(everything) == 14
    assert all(seen(desk, one) for one in everything), "the map is not empty"


def test_a_filter_taken_along_to_a_to_be_journey_says_why_nothing_matches(desk: Desk) -> None:
    desk.context.commands.run("journeys.derive")
    desk.context.commands.run("journeys.show_as_is")
    desk.workspace.take_focus()
    desk.key(Key.Key_F9)
    bar = desk.workspace.filter_bar
    assert bar.isVisible() and not bar.why.isVisible()
    desk.context.commands.run("journeys.show_to_be")
    desk.settle()
    assert bar.why.isVisible() and "Ist-Reise" in bar.why.text()
    desk.context.commands.run("journeys.show_as_is")
    desk.settle()
    assert not bar.why.isVisible()
