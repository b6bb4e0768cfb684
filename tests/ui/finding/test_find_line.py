"""Finding on a long map: typing changes nothing, Enter goes there, Esc folds back, and what was found is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import remove_records
from cxstudio.model import Stage, Touchpoint
from tests.ui.journey_desk import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


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


def find_line(desk: Desk, text: str) -> None:
    desk.workspace.take_focus()
    desk.key(Key.Key_F, CTRL)
    line = desk.workspace.looking.line.line
    assert line.hasFocus()
    line.insert(text)
    desk.settle()


def test_typing_unfolds_nothing_enter_unfolds_one_stage_and_esc_folds_back(large: Desk) -> None:
    model, view, selection = large.workspace.model, large.workspace.view, large.context.selection
    before, corner = model.folded, view.window_rect.topLeft()
    hidden = next(t for t in reversed(row(large)) if not seen(large, t.id))
    find_line(large, hidden.name)
    assert hidden.id in model.highlight.found
    assert model.folded == before and selection.id is None
    assert view.window_rect.topLeft() != corner, "the pile it lies in is in view"
    large.key(Key.Key_Escape)
    assert model.folded == before and selection.id is None and view.window_rect.topLeft() == corner


def test_one_stage_at_most_is_open_for_what_was_found(large: Desk) -> None:
    model, selection = large.workspace.model, large.context.selection
    before = model.folded
    find_line(large, "Bestätigung per E-Mail")
    places = [t for t in model.highlight.found if not seen(large, t)]
    assert len({large.document.get(Touchpoint, t).stage for t in places}) > 1 and model.folded == before
    for _ in model.highlight.found:
        large.key(Key.Key_Return)
        assert seen(large, selection.id) and len(before - model.folded) <= 1
    large.key(Key.Key_Escape)
    assert seen(large, selection.id), "what was gone to stays in view"
    assert before - model.folded <= {large.document.get(Touchpoint, selection.id or "").stage}


def test_a_stage_that_shows_its_critical_ones_stays_folded_for_them(large: Desk) -> None:
    before = large.workspace.model.folded
    for wanted in critical_of(large):
        large.context.commands.run("journey.next_critical")
        assert large.context.selection.id == wanted and seen(large, wanted)
    assert large.workspace.model.folded == before


def test_many_hits_are_listed_with_stage_and_figure(large: Desk) -> None:
    line = large.workspace.looking.line
    find_line(large, "e")
    found, hits = large.workspace.model.highlight.found, line.hits
    assert hits.isVisible() and hits.rows.rowCount() == len(found) > 200
    touchpoint = large.document.get(Touchpoint, found[0])
    name, stage, figure = (hits.rows.index(0, n).data() for n in range(3))
    assert (name, stage) == (" ".join(touchpoint.name.split()), large.document.get(Stage, touchpoint.stage).name)
    assert figure.startswith(("−", "+", "0", "–"))
    critical = next(n for n, t in enumerate(found) if t in critical_of(large))
    item = hits.rows.index(critical, 2)
    assert "kritisch" in item.data().casefold()
    assert hits.geometry().bottom() < line.y() and hits.x() >= 0
    assert stage in line.line.accessibleDescription()
    # the arrows only point, a click goes there
    large.key(Key.Key_Down)
    large.key(Key.Key_Down)
    assert large.context.selection.id is None and line.count.text().startswith("3 von")
    hits.scrollTo(item)
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=hits.visualRect(item).center())
    assert large.context.selection.id == found[critical] and line.line.hasFocus()
    large.key(Key.Key_Escape)
    assert not hits.isVisible()


def test_a_single_hit_needs_no_list(large: Desk) -> None:
    line, highlight = large.workspace.looking.line, large.workspace.model.highlight
    name = next(t.name for t in row(large) if sum(t.name.casefold() in o.name.casefold() for o in row(large)) == 1)
    find_line(large, name)
    assert line.hits.isVisible() == (len(highlight.found) > 1)
    line.line.setText("nirgends zu finden")
    assert not line.hits.isVisible() and line.count.text() == "nichts gefunden"


def test_the_list_follows_the_document(large: Desk) -> None:
    line = large.workspace.looking.line
    find_line(large, "Bestätigung per E-Mail")
    found = large.workspace.model.highlight.found
    with large.session.transaction("x") as draft:
        remove_records(draft, [found[0]])
    large.settle()
    assert line.hits.rows.found == found[1:] and line.count.text().endswith(f"von {len(found) - 1}")
    large.session.undo()
    large.settle()
    assert line.hits.rows.found == found
