"""The map around the cards: zoom, pan, overview, lanes, menus, folded stages, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.model import Journey, LaneSetting, Picture, Stage
from cxstudio.model.lane_kinds import LaneKind
from tests.ui.journey_desk import LEFT, NONE, Desk
from ui.canvas.interaction.zoom import LARGEST, SMALLEST, Zoom, at
from ui.workspaces.journey.context_menus import map_menu
from ui.workspaces.journey.lane_labels.lanes_menu import lane_menu, lanes_menu

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("large", "de").document)


def wheel(desk: Desk, notches: int, spot: QPointF, modifiers: Qt.KeyboardModifier, *, settle: bool = True) -> None:
    viewport = desk.workspace.view.viewport()
    event = QWheelEvent(
        spot,
        viewport.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    if settle:
        desk.settle()


def test_the_wheel_zooms_around_the_pointer(desk: Desk) -> None:
    spot = QPointF(500, 80)
    layout = desk.workspace.model.layout
    assert layout is not None
    under = layout.touchpoint_at(desk.workspace.view.mapToScene(spot.toPoint()).x())
    for notches in (2, -1, -3, -2):
        wheel(desk, notches, spot, Qt.KeyboardModifier.ControlModifier)
        desk.workspace.zooming.settle()
        layout = desk.workspace.model.layout
        assert layout is not None
        if desk.workspace.view.horizontalScrollBar().maximum() > 0:
            assert layout.touchpoint_at(desk.workspace.view.mapToScene(spot.toPoint()).x()) == under
    assert desk.workspace.model.zoom.value < 1


def test_below_a_hundred_per_cent_only_columns_shrink(desk: Desk) -> None:
    desk.workspace.zooming.set_zoom(at(0.6))
    layout = desk.workspace.model.layout
    assert layout is not None and desk.workspace.view.scale_factor == 1.0
    assert layout.columns[0].width == pytest.approx(67)
    sizes = [i.size for p in layout.body.flat() for i in p.group.items if hasattr(i, "size")]
    assert min(sizes) >= 11


def test_zoom_never_passes_its_ends_nor_over_a_hundred() -> None:
    zoom = Zoom()
    for _ in range(40):
        zoom = zoom.times(1.15)
    assert zoom.value == LARGEST
    passed = []
    for _ in range(60):
        zoom = zoom.step(-1)
        passed.append(zoom.value)
    assert zoom.value == SMALLEST and 1.0 in passed


def test_a_large_map_is_stretched_while_the_wheel_turns_and_laid_out_when_it_rests(large: Desk, qtbot: QtBot) -> None:
    large.context.commands.run("journey.fold_all")
    layout = large.workspace.model.layout
    wheel(large, -2, QPointF(400, 80), Qt.KeyboardModifier.ControlModifier, settle=False)
    assert large.workspace.model.layout is layout
    assert large.workspace.view.scale_factor < 1.0
    qtbot.waitUntil(lambda: large.workspace.model.layout is not layout, timeout=60_000)
    assert large.workspace.view.scale_factor == 1.0
    assert large.workspace.model.zoom.value < 1.0


def test_space_and_the_middle_button_pan(desk: Desk) -> None:
    view = desk.workspace.view
    bar = view.horizontalScrollBar()
    before = desk.document
    for button in (Qt.MouseButton.MiddleButton, LEFT):
        bar.setValue(100)
        if button is LEFT:
            QTest.keyPress(view, Key.Key_Space)
        QTest.mousePress(view.viewport(), button, NONE, QPoint(600, 60))
        QTest.mouseMove(view.viewport(), QPoint(560, 60))
        QTest.mouseRelease(view.viewport(), button, NONE, QPoint(560, 60))
        QTest.keyRelease(view, Key.Key_Space)
        assert bar.value() == 140
    assert desk.document is before and view.gesture is None


def test_the_frame_of_the_overview_is_dragged(desk: Desk) -> None:
    strip = desk.workspace.overview
    frame = strip.frame()
    assert frame is not None
    start = frame.center().toPoint()
    QTest.mousePress(strip, LEFT, NONE, start)
    QTest.mouseMove(strip, start + QPoint(400, 0))
    QTest.mouseRelease(strip, LEFT, NONE, start + QPoint(400, 0))
    bar = desk.workspace.view.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert strip.name_at(frame.left() + 5) == "Website „Strom ummelden“"


def entry(menu: QMenu, text: str) -> None:
    action = next(a for a in menu.actions() if a.text() == text)
    action.trigger()


def test_lanes_are_hidden_shown_folded_sized_and_moved(desk: Desk) -> None:
    context, model = desk.context, desk.workspace.model

    def lanes() -> list[LaneKind]:
        assert model.layout is not None
        return [row.kind for row in model.layout.lanes]

    whole = lanes()
    entry(lanes_menu(context, model, desk.workspace), "Emotion")
    assert LaneKind.EMOTION not in lanes()
    entry(lanes_menu(context, model, desk.workspace), "Emotion")
    assert lanes() == whole
    menu = lane_menu(context, model, "lane:emotion", desk.workspace)
    assert menu is not None
    entry(menu, "Zuklappen")
    assert model.layout is not None
    collapsed = {row.kind for row in model.layout.lanes if row.collapsed}
    assert collapsed == {LaneKind.EMOTION}
    menu = lane_menu(context, model, "lane:emotion", desk.workspace)
    assert menu is not None
    desk.workspace.area.labels.choose("lane:emotion")
    entry(menu, "Zeile nach oben")
    assert lanes()[1] is LaneKind.EMOTION
    menu = lane_menu(context, model, "lane:quotes", desk.workspace)
    assert menu is not None
    desk.workspace.area.labels.choose("lane:quotes")
    entry(menu, "Zeile höher machen")
    setting = next(s for s in desk.document.all(LaneSetting) if s.kind is LaneKind.QUOTES)
    assert setting.height is not None
    while desk.session.undo() is not None:
        pass
    assert lanes() == whole and not desk.document.having(LaneSetting, "journey", desk.journey)


@pytest.mark.parametrize("record", ["t04", "stage2", None])
def test_every_menu_offers_commands_that_exist(desk: Desk, record: str | None) -> None:
    if record is not None:
        desk.context.selection.select(record)
    menu = map_menu(desk.context, desk.document.find(record), desk.workspace)
    offered = [a for a in menu.actions() if not a.isSeparator()]
    assert offered and all(a.isEnabled() and a.text() for a in offered)


def test_a_folded_stage_opens_by_a_click_on_its_arrow(large: Desk) -> None:
    model, header = large.workspace.model, large.workspace.area.header
    first = large.document.stages(large.journey)[0].id
    rect = header.stage_rect(first)
    assert rect is not None and first in model.folded
    QTest.mouseClick(header, LEFT, NONE, QPoint(round(rect.x()) + 14, round(rect.height() / 2)))
    assert first not in model.folded


def test_selecting_what_is_folded_away_unfolds_it(large: Desk) -> None:
    stage = large.document.stages(large.journey)[5]
    plain = next(t for t in large.document.touchpoints(stage.id) if not t.stardust)
    large.context.selection.select(plain.id)
    large.settle()
    assert large.workspace.view.place_of(plain.id) is not None


def test_an_empty_stage_invites(qtbot: QtBot, tmp_path: Path) -> None:
    from cxstudio.model import Document

    desk = Desk(qtbot, tmp_path, Document([Journey(id="j", title="Umzug"), Stage(id="s", journey="j", name="Vorher")]))
    desk.click(desk.spot(60, 60))
    desk.write("Anruf")
    desk.key(Key.Key_Escape)
    assert desk.names == [[]], "Esc takes back what was begun"
    desk.click(desk.spot(60, 60))
    desk.write("Anruf")
    desk.key(Key.Key_Return)
    assert desk.names == [["Anruf", ""]]
    desk.key(Key.Key_Escape)
    assert desk.names == [["Anruf"]]


def test_a_picture_dropped_on_a_card_is_pinned_to_it(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    good, bad = tmp_path / "Flur.png", tmp_path / "Text.png"
    assert image.save(str(good))
    bad.write_text("kein Bild", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
    told: list[object] = []
    desk.context.messages.posted.connect(told.append)
    viewport = desk.workspace.view.viewport()
    spot, copy = desk.card("t03"), Qt.DropAction.CopyAction
    QApplication.sendEvent(viewport, QDragEnterEvent(spot, copy, data, LEFT, NONE))
    QApplication.sendEvent(viewport, QDragMoveEvent(spot, copy, data, LEFT, NONE))
    QApplication.sendEvent(viewport, QDropEvent(spot.toPointF(), copy, data, LEFT, NONE))
    qtbot.waitUntil(lambda: not desk.workspace.hands.pinning.busy, timeout=60_000)
    (picture,) = desk.document.having(Picture, "about", "t03")
    assert picture.alternative_text == "Flur" and picture.asset in desk.session.assets
    assert [n.key for n in told] == ["pictures", "error.pictures"], "the one that is no picture is told"
