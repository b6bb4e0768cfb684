"""The flow view in the real window: drawing ways by hand and by keys, walking along them, editing shares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cxstudio.edits import remove_records
from cxstudio.model import Document, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind
from ui.forms.record_picker import Picker
from ui.inspector.inspector import Inspector
from ui.inspector.transition_panel import WayPanel
from ui.main_window.main_window import MainWindow
from ui.shell.command_palette import Finder
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

LEFT = Qt.MouseButton.LeftButton


class Hands:
    """A person at the flow view."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.context = window, window.context
        self.context.commands.run("go.journey")
        self.context.commands.run("journey.show_flow")
        QApplication.processEvents()
        page = window.findChild(FlowPage)
        assert page is not None
        self.page = page
        self.view = page.view

    @property
    def document(self) -> Document:
        return self.context.document

    def at(self, touchpoint: str) -> QPoint:
        """The middle of a card in the viewport, scrolled into view."""
        self.page.area.reveal(touchpoint)
        QApplication.processEvents()
        layout = self.page.model.layout
        assert layout is not None
        card = layout.cards[touchpoint]
        return self.view.mapFromScene(QPointF(card.x + card.width / 2, card.middle))

    def drag(self, start: QPoint, end: QPoint, *, release: bool = True) -> None:
        port = self.view.viewport()
        QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
        for step in (0.2, 0.6, 1.0):
            QTest.mouseMove(port, start + (end - start) * step)
        if release:
            QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, end)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifier)

    def ways(self, source: str) -> dict[str | None, Transition]:
        return {way.target: way for way in self.document.having(Transition, "source", source)}

    def aim(self) -> str | None:
        """What the way under the pointer would lead to."""
        gesture = self.view.gesture
        return gesture.target if gesture is not None else None

    @property
    def panel(self) -> object:
        """What the inspector shows."""
        inspector = self.window.findChild(Inspector)
        assert inspector is not None
        return inspector.panel

    @property
    def selected(self) -> str | None:
        return self.context.selection.id


@pytest.fixture
def hands(sample_window: MainWindow) -> Iterator[Hands]:
    sample_window.resize(1600, 900)
    yield Hands(sample_window)


def test_dragging_from_card_to_card_draws_a_way_as_one_step(hands: Hands) -> None:
    before = hands.document
    hands.page.zooming.zoom_all()
    hands.drag(hands.at("t11"), hands.at("t13"))
    (made,) = [w for w in hands.ways("t11").values() if w.target == "t13"]
    assert made.kind is TransitionKind.ALTERNATIVE and made.assumed
    assert hands.selected == made.id
    hands.context.commands.run("edit.undo")
    assert hands.document.all(Transition) == before.all(Transition)


def test_towards_the_beginning_it_is_a_return(hands: Hands) -> None:
    hands.page.zooming.zoom_all()
    hands.drag(hands.at("t13"), hands.at("t12"))
    assert hands.ways("t13")["t12"].kind is TransitionKind.RETURN


def test_escape_leaves_nothing(hands: Hands) -> None:
    before = hands.document
    hands.page.zooming.zoom_all()
    hands.drag(hands.at("t11"), hands.at("t13"), release=False)
    assert hands.aim() == "t13"
    hands.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hands.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, hands.at("t13"))
    assert hands.aim() is None and hands.document is before and not hands.view.exit.isVisible()


def test_a_way_let_go_on_the_ground_or_its_own_card_is_none(hands: Hands) -> None:
    before = hands.document
    start = hands.at("t04")
    hands.drag(start, start + QPoint(14, 10))
    hands.drag(start, QPoint(start.x(), 12))
    assert hands.document is before


def test_dragging_to_the_exit_says_that_customers_give_up(hands: Hands) -> None:
    start = hands.at("t02")
    port = hands.view.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(10, 20))
    assert hands.view.exit.isVisible()
    end = hands.view.exit.geometry().center()
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert hands.ways("t02")[None].kind is TransitionKind.DROP_OUT
    assert not hands.view.exit.isVisible()


def test_a_way_is_drawn_by_keys_alone(hands: Hands, qtbot: QtBot) -> None:
    hands.context.selection.select("t11")
    hands.context.commands.run("flow.draw_way")
    picker = hands.window.findChild(Picker)
    assert picker is not None
    picker.line.setText("Card")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert hands.ways("t11")["t14"].kind is TransitionKind.ALTERNATIVE
    hands.context.selection.select("t11")
    hands.context.commands.run("flow.drop_out")
    assert hands.ways("t11")[None].kind is TransitionKind.DROP_OUT


def test_the_share_of_a_way_drawn_by_keys_is_typed_at_once(hands: Hands) -> None:
    hands.context.selection.select("t11")
    hands.page.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    finder = hands.window.shell.overlay(Finder)
    finder.line.setText("Draw a path to")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    picker = hands.window.findChild(Picker)
    assert picker is not None
    picker.line.setText("Card")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    line = hands.page.edits.line
    assert line.isVisible() and QApplication.focusWidget() is line
    line.setText("30")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert hands.ways("t11")["t14"].share == 0.3


def test_arrows_walk_along_ways_and_tab_through_them(hands: Hands) -> None:
    hands.context.selection.select("t01")
    hands.page.take_focus()
    hands.key(Qt.Key.Key_Right)
    assert hands.selected == "t02"
    hands.key(Qt.Key.Key_Left)
    assert hands.selected == "t01"
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert hands.selected == "way01-02"
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert hands.selected == "way01-03"
    assert "Website" in hands.view.accessibleDescription() and "25%" in hands.view.accessibleDescription()
    hands.key(Qt.Key.Key_Right)
    assert hands.selected == "t03"
    hands.key(Qt.Key.Key_End)
    assert hands.selected == "t14"
    hands.context.selection.select("t04")
    hands.key(Qt.Key.Key_Down)
    assert hands.selected == "t06"


def test_tab_leaves_the_flow_and_the_way_stays_selected(hands: Hands) -> None:
    hands.context.selection.select("t08")
    hands.page.take_focus()
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert hands.view.hasFocus() and isinstance(hands.context.selection.record, Transition)
    hands.key(Qt.Key.Key_Tab)
    assert not hands.view.hasFocus() and isinstance(hands.context.selection.record, Transition)


def test_a_click_on_a_way_selects_it_everywhere_and_del_removes_it(hands: Hands) -> None:
    layout = hands.page.model.layout
    assert layout is not None
    way = layout.way("way07-10")
    assert way is not None and way.label is not None
    hands.page.area.reveal_way(way)
    x, y, wide, high = way.label
    QTest.mouseClick(hands.view.viewport(), LEFT, pos=hands.view.mapFromScene(QPointF(x + wide / 2, y + high / 2)))
    assert hands.selected == "way07-10"
    assert isinstance(hands.panel, WayPanel)
    hands.context.commands.run("journey.remove")
    assert "t10" not in hands.ways("t07") and hands.selected == "t07"


def test_what_nobody_drew_is_told_and_stays(hands: Hands) -> None:
    before = hands.document
    hands.context.selection.select("t11")
    hands.page.take_focus()
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    way = hands.page.model.way
    assert way is not None and not way.drawn and hands.selected == "t11"
    hands.context.commands.run("journey.remove")
    assert hands.document is before


@pytest.mark.parametrize(
    ("typed", "share", "assumed"),
    [("≈ 45", 0.45, True), ("45 %", 0.45, False), ("", None, False), ("~7.5", 0.075, True)],
)
def test_a_share_is_typed_where_it_stands(hands: Hands, typed: str, share: float | None, assumed: bool) -> None:
    hands.context.selection.select("way01-03")
    hands.context.commands.run("journey.rename")
    line = hands.page.edits.line
    assert line.isVisible() and line.text() == "≈ 25"
    line.setText(typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    way = hands.document.get(Transition, "way01-03")
    assert way.share == (None if share is None else pytest.approx(share)) and way.assumed is assumed
    assert not line.isVisible()


@pytest.mark.parametrize("typed", ["120", "-3", "viel"])
def test_what_is_no_share_is_not_kept(hands: Hands, typed: str) -> None:
    before = hands.document
    hands.context.selection.select("way01-03")
    hands.context.commands.run("journey.rename")
    hands.page.edits.line.setText(typed)
    QTest.keyClick(hands.page.edits.line, Qt.Key.Key_Return)
    assert hands.page.edits.line.isVisible() and hands.document is before
    QTest.keyClick(hands.page.edits.line, Qt.Key.Key_Escape)
    assert not hands.page.edits.line.isVisible() and hands.document is before


def test_a_share_for_the_order_of_the_map_draws_it(hands: Hands) -> None:
    hands.context.selection.select("t11")
    hands.page.take_focus()
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    hands.context.commands.run("journey.rename")
    hands.page.edits.line.setText("80")
    QTest.keyClick(hands.page.edits.line, Qt.Key.Key_Return)
    assert hands.ways("t11")["t12"].share == pytest.approx(0.8)


def test_shares_over_everybody_are_told_and_not_blocked(hands: Hands) -> None:
    hands.context.selection.select("way01-03")
    hands.context.commands.run("journey.rename")
    hands.page.edits.line.setText("60")
    QTest.keyClick(hands.page.edits.line, Qt.Key.Key_Return)
    panel = hands.panel
    assert isinstance(panel, WayPanel)
    assert panel.total.isVisible() and "135%" in panel.total.text()


def test_a_new_touchpoint_is_named_where_it_stands(hands: Hands) -> None:
    hands.context.selection.select("t05")
    hands.context.commands.run("journey.new_touchpoint")
    line = hands.page.edits.line
    assert line.isVisible()
    line.setText("SMS")
    QTest.keyClick(line, Qt.Key.Key_Return)
    record = hands.context.selection.record
    assert isinstance(record, Touchpoint) and record.name == "SMS" and record.stage == "stage2"
    hands.context.commands.run("edit.undo")
    assert record.id not in hands.document and hands.context.session.store.history.undoable is None


def test_a_new_touchpoint_nobody_names_leaves_nothing(hands: Hands) -> None:
    hands.context.selection.select("t05")
    count = len(hands.document.all(Touchpoint))
    hands.context.commands.run("journey.new_touchpoint")
    QTest.keyClick(hands.page.edits.line, Qt.Key.Key_Escape)
    assert len(hands.document.all(Touchpoint)) == count
    assert hands.context.session.store.history.undoable is None


def test_a_share_of_a_way_that_is_gone_is_dropped(hands: Hands) -> None:
    way = next(w for w in hands.document.all(Transition) if w.target is not None)
    hands.context.selection.select(way.id)
    hands.context.commands.run("journey.rename")
    line = hands.page.edits.line
    assert line.isVisible()
    with hands.context.session.transaction("elsewhere") as draft:
        remove_records(draft, [way.source])
    line.setText("30")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not line.isVisible() and way.source not in hands.document


def test_the_way_shown_lies_over_flow_and_map(hands: Hands) -> None:
    hands.page.panel.routes.switches["happiest"].click()
    model = hands.page.model
    assert model.highlight.way[:2] == ("t01", "t06")
    assert len(hands.page.area.faded.boxes) == 14 - len(model.highlight.way)
    hands.context.commands.run("journey.show_map")
    workspace = hands.window.findChild(JourneyWorkspace)
    assert workspace is not None and workspace.model.highlight.dimmed("t02")
    hands.context.commands.run("flow.show_happiest")
    assert not model.highlight.way and not hands.page.panel.routes.switches["happiest"].isChecked()


def test_a_sentence_leads_to_its_touchpoints(hands: Hands) -> None:
    findings = hands.page.panel.sentences[0].list
    sentence = next(b for b in findings.buttons if "drop out at" in b.accessibleName())
    sentence.click()
    assert hands.selected == "t04"


def test_zooming_keeps_what_is_looked_at_and_all_fits(hands: Hands) -> None:
    hands.context.commands.run("journey.zoom_all")
    layout = hands.page.model.layout
    assert layout is not None and layout.body.width <= hands.view.viewport().width()
    hands.context.selection.select("t08")
    hands.context.commands.run("journey.zoom_100")
    card = hands.page.model.layout.cards["t08"]  # type: ignore[union-attr]
    assert hands.view.window_rect.contains(QPointF(card.x + 1, card.middle))


def test_the_number_of_ways_is_chosen_and_said(hands: Hands) -> None:
    model = hands.page.model
    model.set_most_ways(15)
    layout = model.layout
    assert layout is not None and len(layout.ways) < layout.known_ways
    assert "left out" in hands.page.bar.said.text() and hands.page.bar.slider.isVisible()


def test_everything_has_a_name_for_screen_readers(hands: Hands) -> None:
    for button in hands.page.findChildren(QLineEdit):
        assert button.accessibleName() or not button.isVisible()
    panel = hands.page.panel
    assert all(b.accessibleName() for part in panel.sentences for b in part.list.buttons)
    assert hands.view.accessibleName() and hands.page.bar.slider.accessibleName()


def test_what_was_folded_on_the_map_before_unfolds_in_the_drawing(sample_window: MainWindow) -> None:
    sample_window.context.commands.run("go.journey")
    workspace = sample_window.findChild(JourneyWorkspace)
    assert workspace is not None
    workspace.model.set_folded(frozenset({"stage2"}))
    hands = Hands(sample_window)
    hands.page.model.unfold("stage2")
    QApplication.processEvents()
    seen = hands.view.grab().toImage()
    hands.page.area.refresh()
    QApplication.processEvents()
    assert hands.view.grab().toImage() == seen
