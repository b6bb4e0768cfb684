"""What the canvas paints against what the display list says."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from cxstudio.layout.display.display_list import Detail, Group, Path, Rect
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from tests.ui.canvas_lists import card, face_path, group_painter, line, map_list
from ui.canvas.display_scene import CanvasScene
from ui.canvas.glyph_faces import Faces
from ui.canvas.group_painter import GroupPainter
from ui.canvas.hit_testing import frames_within, group_at
from ui.canvas.scene_items import CardBlock


def painted(ready: GroupPainter, group: Group, scale: float = 1.0) -> QImage:
    image = QImage(200, 160, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    ready.set_scale(scale)
    ready.paint(painter, group)
    painter.end()
    return image


def test_roles_become_the_palettes_colours(qapp: object) -> None:
    for name in ("light", "dark"):
        image = painted(group_painter(name), Group("g", 50, 50, (Rect(10, 10, 20, 20, Role.DISAPPOINTING),)))
        assert image.pixelColor(15, 15).name().upper() == palette(name)[Role.DISAPPOINTING]
        assert image.pixelColor(35, 35).name() == "#ffffff"


def test_a_card_looks_the_same_from_its_pixmap_and_drawn_directly(qapp: object) -> None:
    ready = group_painter()
    shared = painted(ready, Group("g", 104, 92, (Rect(0, 0, 104, 92, Role.ACCENT_GROUND, Role.ACCENT, radius=10),)))
    direct = painted(
        ready,
        Group("g", 500, 92, (Rect(0, 0, 104, 92, Role.ACCENT_GROUND, Role.ACCENT, radius=10, dash=(1000.0, 1.0)),)),
    )
    different = sum(shared.pixel(x, y) != direct.pixel(x, y) for x in range(120) for y in range(100))
    assert different < 40


def test_one_pixmap_serves_all_cards(qapp: object) -> None:
    ready = group_painter()
    for number in range(20):
        painted(ready, card(number))
    assert len(ready.sprites._pixmaps) == 3


def test_text_stands_where_the_list_says(qapp: object) -> None:
    image = painted(group_painter(), Group("g", 100, 50, (line(20, 30, "HH", size=20),)))
    dark = [(x, y) for x in range(100) for y in range(60) if image.pixelColor(x, y).lightness() < 100]
    assert min(x for x, _ in dark) in (21, 22, 23)
    assert max(y for _, y in dark) == 29


def test_advances_are_the_files_own(qapp: object) -> None:
    from fontTools.ttLib import TTFont

    text = "Hotline: ist die Abmeldung durch? fi ffl AVATo"
    font = TTFont(face_path("semibold"))
    cmap, widths = font.getBestCmap(), font["hmtx"]
    expected = sum(widths[cmap[ord(c)]][0] for c in text) * 13 / font["head"].unitsPerEm
    raw = Faces(face_path).raw("semibold", 13)
    found = sum(a.x() for a in raw.advancesForGlyphIndexes(raw.glyphIndexesForString(text)))
    assert found == pytest.approx(expected, rel=0.002)


def test_detail_decides_what_is_drawn(qapp: object) -> None:
    ready = group_painter()
    group = Group("g", 20, 20, (Rect(0, 0, 20, 20, Role.INK, detail=Detail.NEAR),))
    ready.set_detail(Detail.FAR)
    assert painted(ready, group).pixelColor(10, 10).name() == "#ffffff"
    ready.set_detail(Detail.NEAR)
    assert painted(ready, group).pixelColor(10, 10).name() != "#ffffff"


def test_only_frames_in_the_window_are_items(qapp: object) -> None:
    scene = CanvasScene(group_painter())
    scene.set_window(QRectF(0, 0, 1000, 200))
    scene.show_list(map_list([card(n) for n in range(400)]))
    assert 0 < len(scene.blocks) < 10
    scene.set_window(QRectF(30_000, 0, 1000, 200))
    assert all(block.x() > 28_000 for path, block in scene.blocks.items() if "block" in path)
    assert scene.card("card:270") is not None


def test_an_edit_leaves_every_other_card_alone(qapp: object) -> None:
    scene = CanvasScene(group_painter())
    scene.set_window(QRectF(0, 0, 1000, 200))
    cards = [card(n) for n in range(20)]
    scene.show_list(map_list(cards))
    before = {key: scene.card(key) for key in ("card:0", "card:3", "card:4")}
    scene.show_list(map_list([*cards[:3], card(3, "Neu"), *cards[4:]]))
    assert {key: scene.card(key) for key in before} == before
    changed = scene.card("card:3")
    assert changed is not None and any("Neu" in i.text for i in changed.shown.items if hasattr(i, "text"))


def test_inserting_moves_and_removing_takes_away(qapp: object) -> None:
    scene = CanvasScene(group_painter())
    scene.set_window(QRectF(0, 0, 1000, 200))
    cards = [card(n) for n in range(8)]
    scene.show_list(map_list(cards))
    third = scene.card("card:2")
    scene.show_list(map_list([card(99), *cards]))
    assert third is not None and scene.card("card:2") is third and third.x() == 4 + 112 * 3
    scene.show_list(map_list(cards[1:]))
    assert scene.card("card:0") is None and scene.card("card:99") is None
    blocks = [b for b in scene.blocks.values() if isinstance(b, CardBlock)]
    assert len([i for b in blocks for i in b.childItems()]) == 7


def test_what_cannot_be_painted_is_left_out_and_told(qapp: object, qtbot: QtBot) -> None:
    scene = CanvasScene(group_painter())
    scene.set_window(QRectF(0, 0, 1000, 200))
    broken = dataclasses.replace(card(1), items=(Path((("?", 1.0, 2.0),), Role.INK),))
    scene.show_list(map_list([card(0), broken]))
    image = QImage(300, 160, QImage.Format.Format_ARGB32_Premultiplied)
    for _ in range(2):
        image.fill(QColor("white"))
        painter = QPainter(image)
        with qtbot.waitSignal(scene.failed, raising=False, timeout=50) as told:
            scene.render(painter, QRectF(0, 0, 300, 160), QRectF(0, 0, 300, 160))
        painter.end()
        assert image.pixelColor(30, 6).name().upper() == palette("light")[Role.OKAY]
    assert not told.signal_triggered, "it is told once"


def test_the_group_under_the_pointer_is_found(qapp: object) -> None:
    shown = map_list([card(n) for n in range(400)])
    found = group_at(shown, 112 * 300 + 20, 30)
    assert found is not None and found.group.record == "tp300" and found.x == 112 * 300 + 4
    assert len(list(frames_within(shown, QRectF(0, 0, 500, 500)))) == 3
