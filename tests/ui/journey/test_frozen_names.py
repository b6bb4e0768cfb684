"""Whatever scrolls away: the names of touchpoints and stages stay where they can be read."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import TextLine
from cxstudio.model import Touchpoint
from tests.ui.journey_desk import Desk
from ui.canvas.interaction.zoom import at


@pytest.fixture
def desk(qtbot, tmp_path):
    made = Desk(qtbot, tmp_path / "person", sample("lindenfurt", "de").document)
    made.workspace.resize(1000, 520)
    made.settle()
    return made


def scroll(desk, down=400, right=0):
    view = desk.workspace.view
    view.verticalScrollBar().setValue(down)
    view.horizontalScrollBar().setValue(right)
    desk.settle()


def shown_in(strip, desk):
    """Touchpoints whose name stands in the strip."""
    boxes = ((t.id, strip.rect_of(t.id)) for t in desk.document.all(Touchpoint))
    return [i for i, box in boxes if box is not None and strip.rect().contains(box.center())]


def test_names_stay_under_the_stages_once_the_cards_are_gone(desk):
    names = desk.workspace.area.names
    assert names.isHidden()
    scroll(desk)
    assert names.isVisible() and shown_in(names, desk)
    words = " ".join(i.text for p in names.display_list.flat() for i in p.group.items if isinstance(i, TextLine))
    assert "Kundenzentrum" in words
    scroll(desk, 0)
    assert names.isHidden()


def test_from_far_there_are_no_names_to_keep(desk):
    scroll(desk)
    desk.workspace.zooming.set_zoom(at(0.2))
    desk.workspace.resize(420, 300)
    scroll(desk)
    assert desk.workspace.view.verticalScrollBar().value()
    assert desk.workspace.area.names.isHidden()


def test_a_name_is_pressed_renamed_and_has_the_menu_of_its_card(desk):
    scroll(desk)
    view, names = desk.workspace.view, desk.workspace.area.names
    top = view.verticalScrollBar().value()
    chosen = shown_in(names, desk)[2]
    QTest.mouseClick(names, Qt.MouseButton.LeftButton, pos=names.rect_of(chosen).center())
    assert desk.context.selection.id == chosen
    assert view.verticalScrollBar().value() == top, "the map stands still"
    QTest.mouseDClick(names, Qt.MouseButton.LeftButton, pos=names.rect_of(chosen).center())
    desk.settle()
    field = desk.workspace.editor.field
    assert field.isVisible() and desk.workspace.editor.record == chosen
    assert names.geometry().intersects(field.geometry())
    field.leave()
    menus = []
    names.menu_wanted.connect(lambda record, at: menus.append(record))
    names.menu_wanted.disconnect(desk.workspace._menu)
    names.menu(QPointF(names.at(QPointF(names.rect_of(chosen).center()))), QPointF())
    assert menus == [chosen]


def test_arrows_go_from_name_to_name_without_scrolling_up(desk):
    scroll(desk)
    view, names = desk.workspace.view, desk.workspace.area.names
    top = view.verticalScrollBar().value()
    desk.context.selection.select(shown_in(names, desk)[0])
    for _ in range(9):
        desk.key(Qt.Key.Key_Right)
        assert desk.context.selection.id in shown_in(names, desk)
    assert view.verticalScrollBar().value() == top


def test_what_is_revealed_is_not_below_the_names(desk):
    scroll(desk, 10_000)
    view = desk.workspace.view
    lane = desk.workspace.model.layout.lanes[2]
    view.reveal(QRectF(100.0, lane.y + 4, 50.0, 10.0))
    desk.settle()
    covered = desk.workspace.area.names.height() if desk.workspace.area.names.isVisible() else 0
    assert view.pixels(QRectF(100.0, lane.y + 4, 50.0, 10.0)).top() >= covered - 1


def test_the_name_of_the_stage_at_the_left_edge_stays(desk):
    header = desk.workspace.area.header
    first = desk.document.stages(desk.journey)[0]
    for right in (0, 20, 60, 150, 200):
        scroll(desk, 0, right)
        box = header.stage_rect(first.id)
        assert box.left() >= -1 and box.width() > 60
        stuck = header.stuck
        words = [i.text for i in stuck.group.items if isinstance(i, TextLine)] if stuck else ["Informieren"]
        assert "Informieren" in words


def test_a_press_on_the_sticking_name_means_its_stage(desk):
    scroll(desk, 0, 150)
    header, first = desk.workspace.area.header, desk.document.stages(desk.journey)[0]
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(30, header.height() // 2))
    assert desk.context.selection.id == first.id


def test_scrolling_by_single_pixels_paints_what_a_fresh_painting_does(desk):
    header = desk.workspace.area.header
    for right in (90, 91, 95, 330, 300):
        scroll(desk, 0, right)
        QApplication.processEvents()
        seen = header.grab().toImage()
        header.update()
        QApplication.processEvents()
        assert header.grab().toImage() == seen


def test_folded_stages_keep_a_readable_name(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path / "person", sample("large", "de").document)
    layout = desk.workspace.model.layout
    assert desk.workspace.model.folded
    for placed in layout.header.flat():
        words = [i.text for i in placed.group.items if isinstance(i, TextLine)]
        assert words and not any(word.endswith("…") for word in words), words


def test_names_step_back_with_what_a_filter_leaves_out(desk):
    scroll(desk)
    names = desk.workspace.area.names
    before = names.grab().toImage()
    desk.workspace.model.highlight.set_filter(Filter(marks=frozenset({Mark.CRITICAL})))
    desk.settle()
    assert names.grab().toImage() != before


def test_both_journeys_share_one_row_of_names_in_the_comparison(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path / "person", sample("lindenfurt", "de").document)
    desk.context.commands.run("journeys.show_to_be")
    desk.context.commands.run("journeys.derive")
    desk.context.commands.run("journey.show_compare")
    desk.workspace.resize(1000, 300)
    desk.settle()
    area = desk.workspace._beside_map.area
    assert area.names.isHidden()
    area.view.verticalScrollBar().setValue(10_000)
    desk.settle()
    assert area.names.isVisible()
    words = {i.text for p in area.names.display_list.flat() for i in p.group.items if isinstance(i, TextLine)}
    assert "Tarifrechner" in words
