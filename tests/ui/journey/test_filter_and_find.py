"""Filter and find on the map: what steps back, what is marked, how it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.catalogue.samples import sample
from cxstudio.edits import remove_records, set_fields
from cxstudio.look.palette import contrast, palette
from cxstudio.look.roles import Role
from cxstudio.model import Journey, Stage, Touchpoint
from tests.ui.journey_desk import Desk
from ui.theme.theme import Theme
from ui.workspaces.journey.filter_and_find.filter_sheet import FilterSheet
from ui.workspaces.journey.map.map_dimming import veil_colour

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


def edge_colour(desk: Desk, touchpoint: str) -> QColor:
    """Colour of the bar on top of a card, as it is on the screen."""
    placed = desk.workspace.view.place_of(touchpoint)
    assert placed is not None
    spot = desk.workspace.view.mapFromScene(QPointF(placed.x + placed.group.width / 2, placed.y + 2))
    return desk.workspace.view.viewport().grab().toImage().pixelColor(spot)


def test_the_rest_steps_back_and_nothing_goes(desk: Desk) -> None:
    touchpoints = row(desk)
    before = [edge_colour(desk, t.id) for t in touchpoints[:9]]
    desk.workspace.model.highlight.set_filter(CRITICAL)
    desk.settle()
    layout = desk.workspace.model.layout
    assert layout is not None and len(layout.columns) == 14
    after = [edge_colour(desk, t.id) for t in touchpoints[:9]]
    assert [a == b for a, b in zip(before, after, strict=True)] == [n in (4, 8) for n in range(1, 10)]
    assert all(a.lightness() > b.lightness() for a, b in zip(after[:3], before[:3], strict=True))
    desk.workspace.model.highlight.clear_filter()
    desk.settle()
    assert [edge_colour(desk, t.id) for t in touchpoints[:9]] == before


@pytest.mark.parametrize("zoom", ["journey.zoom_100", "journey.zoom_out", "journey.zoom_all"])
def test_it_steps_back_at_every_zoom(desk: Desk, zoom: str) -> None:
    for _ in range(3):
        desk.context.commands.run(zoom)
    desk.workspace.view.scroll_to(QPointF(0, 0))
    desk.settle()
    shot = desk.workspace.view.viewport().grab().toImage()
    desk.workspace.model.highlight.set_filter(CRITICAL)
    desk.settle()
    now = desk.workspace.view.viewport().grab().toImage()
    layout = desk.workspace.model.layout
    assert layout is not None
    for number, column in enumerate(layout.columns[:8], 1):
        at = desk.workspace.view.mapFromScene(QPointF(column.x + column.width / 2, 40))
        around = [(at.x() + dx, y) for dx in range(-5, 6) for y in range(2, 30)]
        same = all(shot.pixel(*p) == now.pixel(*p) for p in around)
        assert same == (number in (4, 8)), f"touchpoint {number}"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_names_that_step_back_can_be_read(name: str) -> None:
    theme, colours = Theme(name), palette(name)
    share = veil_colour(theme).alphaF()
    ink = colours.mixed(Role.INK, Role.GROUND, share)
    ground = colours.mixed(Role.SURFACE, Role.GROUND, share)
    assert contrast(ink, ground) >= 4.5
    assert contrast(ink, ground) < 0.5 * contrast(colours[Role.INK], colours[Role.SURFACE])


def test_a_pile_says_how_many_it_hides(large: Desk) -> None:
    model = large.workspace.model
    stage = large.document.stages(large.journey)[1]
    model.highlight.set_filter(Filter(stages=frozenset({stage.id})))
    large.settle()
    marks = {p.group.key: p.group for p in large.workspace.area.dimming.marks.groups}
    assert set(marks) == {f"inside:{stage.id}"}
    said = [i.text for i in marks[f"inside:{stage.id}"].items if hasattr(i, "text")]
    layout = model.layout
    assert layout is not None
    pile = next(c for c in layout.columns if c.stage == stage.id and c.hidden)
    assert said == [str(pile.hidden)]


def test_wishes_are_pressed_in_the_sheet_and_taken_out_of_the_line(desk: Desk) -> None:
    highlight, bar = desk.workspace.model.highlight, desk.workspace.filter_bar
    assert not bar.isVisible()
    desk.workspace.take_focus()
    desk.key(Key.Key_F, CTRL | SHIFT)
    sheet = desk.workspace.findChild(FilterSheet)
    assert sheet is not None and sheet.line.hasFocus()
    sheet.chip(Mark.CRITICAL).click()
    sheet.chip(Mark.WITHOUT_MEASURE).click()
    assert highlight.matches == frozenset()
    sheet.chip(Mark.WITHOUT_MEASURE).click()
    QTest.keyClicks(sheet.line, "hotline")
    assert highlight.matches == {row(desk)[7].id}
    desk.key(Key.Key_Escape)
    assert not sheet.isVisible() and desk.workspace.view.hasFocus()
    assert bar.isVisible() and bar.count.text() == "Treffer: 1 von 14"
    assert [c.text() for c in bar.chips.values()] == ["kritisch", "„hotline“"]
    bar.chips["hotline"].click()
    assert bar.count.text() == "Treffer: 3 von 14"
    desk.settle()
    bar.chips[Mark.CRITICAL].click()
    assert not bar.isVisible() and not highlight.active


def test_the_filter_follows_the_document(desk: Desk) -> None:
    highlight, bar = desk.workspace.model.highlight, desk.workspace.filter_bar
    highlight.set_filter(Filter(text="hotline"))
    with desk.session.transaction("x") as draft:
        set_fields(draft, Touchpoint, row(desk)[0].id, name="Hotline")
    assert bar.count.text() == "Treffer: 2 von 14"
    stage = desk.stage("Anmelden").id
    highlight.set_filter(Filter(stages=frozenset({stage})))
    with desk.session.transaction("x") as draft:
        remove_records(draft, [stage])
    assert not highlight.filter and not bar.isVisible()


def test_another_journey_keeps_what_it_can_wish_for(desk: Desk) -> None:
    highlight = desk.workspace.model.highlight
    highlight.set_filter(Filter(marks=frozenset({Mark.STARDUST}), stages=frozenset({desk.stage("Anmelden").id})))
    highlight.show_way([row(desk)[0].id])
    with desk.session.transaction("x") as draft:
        other = draft.create(Journey(id=draft.new_id(), title="Other", order="z")).id
        draft.create(Stage(id=draft.new_id(), journey=other, name="S"))
    desk.context.selection.set_journey(other)
    desk.settle()
    assert highlight.filter == Filter(marks=frozenset({Mark.STARDUST})) and highlight.way == ()


def find_line(desk: Desk, text: str) -> None:
    desk.workspace.take_focus()
    desk.key(Key.Key_F, CTRL)
    line = desk.workspace.looking.line.line
    assert line.hasFocus()
    QTest.keyClicks(line, text)
    desk.settle()


def test_find_marks_goes_round_and_ends(desk: Desk) -> None:
    found = desk.workspace.looking.line
    names = [t.name for t in row(desk) if "nummer" in t.name.casefold()]
    assert names
    find_line(desk, "nummer")
    highlight, selection = desk.workspace.model.highlight, desk.context.selection
    many = len(highlight.found)
    assert many >= 3 and not highlight.active
    assert {p.group.key for p in desk.workspace.area.dimming.marks.groups} == {f"found:{i}" for i in highlight.found}
    assert selection.id is None, "typing selects nothing"
    walked = []
    for _ in range(many + 1):
        desk.key(Key.Key_Return)
        walked.append(selection.id)
    assert found.count.text() == f"1 von {many}"
    assert tuple(walked[:many]) == highlight.found and walked[0] == walked[many]
    desk.key(Key.Key_Return, SHIFT)
    assert selection.id == highlight.found[-1] and found.count.text() == f"{many} von {many}"
    desk.key(Key.Key_Escape)
    assert not found.isVisible() and highlight.found == () and desk.workspace.view.hasFocus()
    assert selection.id == walked[many - 1]


def test_find_starts_behind_what_is_selected_and_says_when_there_is_nothing(desk: Desk) -> None:
    desk.context.selection.select(row(desk)[9].id)
    find_line(desk, "r")
    later = [t.id for t in row(desk)[9:]]
    desk.key(Key.Key_Return)
    assert desk.context.selection.id in later
    desk.workspace.looking.line.line.setText("nirgends")
    assert desk.workspace.looking.line.count.text() == "nichts gefunden"
    desk.key(Key.Key_Return)
    assert desk.context.selection.id in later


def test_the_next_critical_is_reached_in_folded_stages(large: Desk) -> None:
    model, figures = large.workspace.model, large.workspace.model.figures
    assert figures is not None
    critical = [t.id for t in row(large) if figures.criticality[t.id].critical]
    large.workspace.take_focus()
    for wanted in critical[:5]:
        large.key(Key.Key_F8)
        assert large.context.selection.id == wanted
        placed = large.workspace.view.place_of(wanted)
        assert placed is not None
        assert large.workspace.view.window_rect.contains(QPointF(placed.x + placed.group.width / 2, 10))
    large.key(Key.Key_F8, SHIFT)
    assert large.context.selection.id == critical[3]
    assert model.layout is not None


def test_a_way_is_numbered_and_the_rest_steps_back(desk: Desk) -> None:
    highlight, touchpoints = desk.workspace.model.highlight, row(desk)
    highlight.show_way([touchpoints[i].id for i in (0, 3, 7, 3)])
    desk.settle()
    numbers = {
        p.group.key: [i.text for i in p.group.items if hasattr(i, "text")]
        for p in desk.workspace.area.dimming.marks.groups
    }
    ways = {f"way:{touchpoints[i].id}": [said] for i, said in ((0, "1"), (3, "2, 4"), (7, "3"))}
    assert numbers == ways
    assert highlight.dimmed(touchpoints[1].id) and not highlight.dimmed(touchpoints[7].id)
    highlight.clear_way()
    assert not highlight.active and not desk.workspace.area.dimming.marks.isVisible()


def test_dragging_a_card_works_under_the_veil(desk: Desk) -> None:
    desk.workspace.model.highlight.set_filter(CRITICAL)
    first, second = row(desk)[0], row(desk)[1]
    start = desk.card(first.id)
    desk.drag(start, desk.card(second.id) + QPoint(40, 0))
    assert [t.id for t in row(desk)[:2]] == [second.id, first.id]
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


def test_several_selected_touchpoints_are_zoomed_to_side_by_side(large: Desk) -> None:
    touchpoints = [t for t in row(large) if t.stage == row(large)[0].stage]
    large.context.selection.select(touchpoints[2].id, touchpoints[8].id)
    large.context.commands.run("journey.zoom_selection")
    large.settle()
    view, layout = large.workspace.view, large.workspace.model.layout
    assert layout is not None
    first, last = layout.column_of(touchpoints[2].id), layout.column_of(touchpoints[8].id)
    assert first is not None and last is not None
    window = view.window_rect
    assert window.left() <= first.x + 1 and last.x + last.width <= window.right() + 1
    assert (last.x + last.width - first.x) > 0.7 * window.width(), "as large as it fits"
    large.context.selection.select(touchpoints[4].id)
    large.context.commands.run("journey.zoom_selection")
    assert view.scale_factor == 1.5


def test_the_outline_lets_rows_step_back(desk: Desk) -> None:
    desk.context.commands.run("journey.show_outline")
    desk.settle()
    tree = desk.workspace.views.page.tree  # type: ignore[attr-defined]
    rows = {i: tree.rows.index_of(t.id) for i, t in enumerate(row(desk), 1)}
    role = Qt.ItemDataRole.ForegroundRole
    before = {i: index.data(role) for i, index in rows.items()}
    desk.workspace.model.highlight.set_filter(CRITICAL)
    changed = [i for i, index in rows.items() if index.data(role) != before[i]]
    assert changed == [i for i in rows if i not in (4, 8, 12)]


def test_a_pasted_page_of_text_is_looked_for_and_named_shortly(desk: Desk) -> None:
    highlight, bar = desk.workspace.model.highlight, desk.workspace.filter_bar
    highlight.set_filter(Filter(text="hotline nirgends " * 4000))
    assert highlight.matches == frozenset() and bar.count.text() == "Treffer: 0 von 14"
    chip = next(iter(bar.chips.values()))
    assert len(chip.text()) <= 42 and len(chip.toolTip()) < 140
    desk.settle()
    assert chip.width() < bar.width()
