"""The scene against its display list: the same picture as one painter, the same items as a fresh scene."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import Group
from tests.examples import examples
from tests.ui.canvas_lists import card, group_painter, map_list
from tests.ui.journey_desk import Desk
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hit_testing import frames_within
from ui.canvas.interaction.zoom import at
from ui.canvas.scene_items import CardBlock, paint_groups


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.3, 1.5])
def test_the_items_paint_what_one_painter_paints(qtbot: QtBot, tmp_path: Path, zoom: float) -> None:
    desk = Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)
    desk.workspace.zooming.set_zoom(at(zoom))
    view, area = desk.workspace.view, desk.workspace.area
    view.horizontalScrollBar().setValue(150)
    desk.settle()
    layout = desk.workspace.model.layout
    assert layout is not None
    window = view.window_rect
    found = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    view.viewport().render(found)
    expected = QImage(found.size(), found.format())
    expected.fill(area.scene.backgroundBrush().color())
    painter = QPainter(expected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(view.viewportTransform())
    for stood in frames_within(layout.body, window):
        painter.translate(stood.x, stood.y)
        paint_groups(stood.frame.groups, area.painter, painter, window.translated(-stood.x, -stood.y))
        painter.translate(-stood.x, -stood.y)
    painter.end()
    right = round(min(found.width(), (layout.body.width - window.left()) * view.scale_factor)) - 2
    different = [
        (x, y) for y in range(0, found.height(), 3) for x in range(right) if found.pixel(x, y) != expected.pixel(x, y)
    ]
    assert len(different) <= 0.001 * right * found.height() / 3, different[:5]


numbers = st.lists(st.integers(0, 30), unique=True, max_size=25)


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(numbers, st.sets(st.integers(0, 30)), st.sampled_from([92.0, 120.0])), min_size=1, max_size=6)
)
def test_after_any_changes_the_scene_is_as_a_fresh_one(
    qapp: QApplication, steps: list[tuple[list[int], set[int], float]]
) -> None:
    known: dict[tuple[int, bool], Group] = {}
    followed = CanvasScene(group_painter())
    followed.set_window(QRectF(0, 0, 900, 300))
    for order, renamed, height in steps:
        cards = []
        for number in order:
            key = (number, number in renamed)
            known.setdefault(key, card(number, "Neu" if key[1] else ""))
            cards.append(known[key])
        shown = map_list(cards, card_height=height)
        followed.show_list(shown)
        fresh = CanvasScene(group_painter())
        fresh.set_window(QRectF(0, 0, 900, 300))
        fresh.show_list(shown)
        assert standing(followed) == standing(fresh)


def standing(scene: CanvasScene) -> dict[str, object]:
    """Every item, where it stands and what it shows."""
    found: dict[str, object] = {}
    for path, block in scene.blocks.items():
        cards = block.cards if isinstance(block, CardBlock) else {}
        inside = {key: (item.x(), item.y(), id(item.shown), item.boundingRect()) for key, item in cards.items()}
        found[path] = (block.x(), block.y(), block.boundingRect(), inside, len(block.childItems()))
    return found
