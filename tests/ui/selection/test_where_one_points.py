"""Double clicks, F2, typing and Del act on what is under the pointer or has the keyboard, in every lane and list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.edits import set_fields, set_lane
from cxstudio.model import Id, Journey, Note, Stage, Touchpoint
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from ui.forms.link_picker import LinkPicker
from ui.inspector.inspector import Inspector
from ui.inspector.touchpoint_panel import TouchpointPanel
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.actions.cell_sheets import LaneSheet
from ui.workspaces.journey.comparison.comparison_view import Comparing
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.outline.outline_model import NAMES
from ui.workspaces.journey.outline.outline_view import Outline

Key = Qt.Key
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """The map of the sample with every lane shown, and a finger on it."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.context = window, window.context
        window.resize(1600, 1900)
        self.journey = self.context.document.all(Journey)[0].id
        with self.context.session.transaction("every lane") as draft:
            for kind in LaneKind:
                if kind not in (LaneKind.OWN, LaneKind.TOUCHPOINTS):
                    set_lane(draft, self.journey, kind, shown=True)
        self.context.commands.run("go.journey")
        self.page.take_focus()
        self.settle()

    @property
    def page(self) -> JourneyWorkspace:
        found = self.window.shell.view.current
        assert isinstance(found, JourneyWorkspace)
        return found

    @property
    def row(self) -> tuple[Touchpoint, ...]:
        return self.context.document.journey_touchpoints(self.journey)

    def settle(self) -> None:
        QApplication.processEvents()

    def spot(self, kind: LaneKind, number: int = 0) -> QPoint:
        """A free place in the cell of a lane."""
        view, layout = self.page.view, self.page.model.layout
        assert layout is not None
        lane = next(r for r in layout.lanes if r.kind is kind)
        column = layout.column_of(self.row[number].id)
        assert column is not None
        view.scroll_to(QPointF(0, max(0.0, lane.y - 40)))
        self.settle()
        for share in (0.5, 0.95, 0.05, 0.75, 0.25):
            at = QPointF(column.x + column.width / 2, lane.y + lane.height * share)
            if view.finder.thing(at) is None:
                return view.mapFromScene(at)
        raise AssertionError(f"no free place in {kind}")

    def double_click(self, at: QPoint) -> None:
        port = self.page.view.viewport()
        QTest.mouseClick(port, LEFT, NONE, at)
        QTest.mouseDClick(port, LEFT, NONE, at)
        self.settle()

    def sheets(self) -> list[LaneSheet | LinkPicker]:
        found = [*self.window.findChildren(LaneSheet), *self.window.findChildren(LinkPicker)]
        return [sheet for sheet in found if sheet.isVisible()]

    def key(self, key: Qt.Key | str) -> None:
        for each in key if isinstance(key, str) else (key,):
            target = QApplication.focusWidget() or self.page
            QTest.keyClicks(target, each) if isinstance(each, str) else QTest.keyClick(target, each)
            self.settle()


@pytest.fixture
def hand(sample_window: MainWindow) -> Hand:
    return Hand(sample_window)


def empty_at(hand: Hand, kind: LaneKind) -> int:
    """A touchpoint with nothing in that lane."""
    contents = LANE_CONTENTS[kind]
    for number, touchpoint in enumerate(hand.row):
        if contents.record == "Note":
            here = [n for n in hand.context.document.having(Note, "about", touchpoint.id) if n.kind in contents.notes]
        elif contents.record:
            here = list(hand.context.document.references_to(touchpoint.id))
            here = [r for r, _ in here if type(r).__name__ == contents.record]
        else:
            here = [value for field in contents.fields[:1] if (value := getattr(touchpoint, field))]
        if not here:
            return number
    return 0


@pytest.mark.parametrize("kind", [kind for kind in LaneKind if kind is not LaneKind.OWN])
def test_a_double_click_in_a_lane_never_opens_the_name_of_the_card(kind: LaneKind, hand: Hand) -> None:
    """It opens a list, a rating, a field or a text there; only the card itself opens its name."""
    names = [t.name for t in hand.row]
    number = empty_at(hand, kind)
    if kind is LaneKind.TOUCHPOINTS:
        found = hand.page.view.place_of(hand.row[number].id)
        assert found is not None
        at = hand.page.view.mapFromScene(QPointF(found.x + found.group.width / 2, found.y + found.group.height / 2))
        hand.double_click(at)
        assert hand.page.editor.record == hand.row[number].id and hand.page.editor.field.text == names[number]
        return
    hand.double_click(hand.spot(kind, number))
    editing = hand.page.editor.record
    sheets = hand.sheets()
    assert sheets or editing is not None, "something opens there"
    if sheets:
        assert len(sheets) == 1 and editing is None
        owner = getattr(sheets[0], "touchpoint", None) or sheets[0]._ids[0]  # type: ignore[union-attr]
        assert owner == hand.row[number].id, "and for the touchpoint of that column"
    else:
        assert hand.page.editor.field.text == "", "and not with the name of the card, ready to be typed over"
    if not sheets or kind in (LaneKind.CHANNELS, LaneKind.DEPARTMENTS):
        hand.key("Vertrieb")
    hand.key(Key.Key_Escape)
    assert [t.name for t in hand.row] == names


def test_a_rating_opened_in_its_lane_is_given_there(hand: Hand) -> None:
    number = 2
    hand.double_click(hand.spot(LaneKind.EMOTION, number))
    (sheet,) = hand.sheets()
    assert isinstance(sheet, LaneSheet) and sheet.touchpoint == hand.row[number].id
    assert list(sheet.body.rows) == ["emotion"]  # type: ignore[attr-defined]
    assert sheet.isAncestorOf(QApplication.focusWidget())
    hand.key(Key.Key_Escape)
    assert not hand.sheets() and hand.page.view.hasFocus()


def test_a_double_click_on_a_folded_lane_unfolds_it(hand: Hand) -> None:
    with hand.context.session.transaction("fold") as draft:
        set_lane(draft, hand.journey, LaneKind.EMOTION, shown=True, collapsed=True)
    hand.settle()
    at = hand.spot(LaneKind.EMOTION)
    hand.double_click(at)
    layout = hand.page.model.layout
    assert layout is not None and not next(r for r in layout.lanes if r.kind is LaneKind.EMOTION).collapsed
    assert hand.page.editor.record is None


def test_letters_and_digits_in_a_marked_cell_are_words(hand: Hand) -> None:
    number = empty_at(hand, LaneKind.QUOTES)
    QTest.mouseClick(hand.page.view.viewport(), LEFT, NONE, hand.spot(LaneKind.QUOTES, number))
    hand.settle()
    assert hand.page.cells.current is not None
    before = hand.row[number]
    hand.key("Knapp 2 Tage")
    hand.key(Key.Key_Return)
    (quote,) = hand.context.document.having(Note, "about", before.id)[-1:]
    assert quote.text == "Knapp 2 Tage"
    assert hand.row[number] == before and len(hand.row) == 14


def test_del_in_a_marked_cell_deletes_its_text_or_nothing(hand: Hand) -> None:
    touchpoint = hand.row[0].id
    with hand.context.session.transaction("staff") as draft:
        set_fields(draft, Touchpoint, touchpoint, staff="Counter")
    hand.settle()
    QTest.mouseClick(hand.page.view.viewport(), LEFT, NONE, hand.spot(LaneKind.STAFF))
    hand.settle()
    assert hand.page.cells.current is not None
    hand.key(Key.Key_Delete)
    assert hand.context.document.get(Touchpoint, touchpoint).staff == ""
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_Backspace)
    assert touchpoint in hand.context.document
    hand.context.commands.run("edit.undo")
    assert hand.context.document.get(Touchpoint, touchpoint).staff == "Counter"


@pytest.mark.parametrize("view", ["map", "outline"])
def test_a_stage_that_goes_with_its_touchpoints_is_told_with_undo(view: str, hand: Hand) -> None:
    hand.context.commands.run(f"journey.show_{view}")
    stage = next(s for s in hand.context.document.stages(hand.journey) if hand.context.document.touchpoints(s.id))
    count = len(hand.row)
    hand.context.selection.select(stage.id)
    hand.settle()
    hand.key(Key.Key_Delete)
    assert stage.id not in hand.context.document and hand.window.shell.bars.keys == ("journey.removed",)
    undo = next(b for b in hand.window.shell.findChildren(QPushButton) if b.text() == "Undo" and b.isVisible())
    undo.click()
    assert len(hand.row) == count and hand.window.shell.bars.keys == ()


def outline(hand: Hand) -> Outline:
    hand.context.commands.run("journey.show_outline")
    hand.settle()
    view = hand.page.views.page
    assert isinstance(view, Outline)
    return view


def cell(hand: Hand, touchpoint: Id, column: str) -> None:
    """Put the keyboard into a cell of the outline."""
    tree = outline(hand).tree
    hand.context.selection.select(touchpoint)
    at = tree.rows.index_of(touchpoint).siblingAtColumn(NAMES.index(column))
    tree.setCurrentIndex(at)
    tree.setFocus()
    hand.settle()


@pytest.mark.parametrize("view", ["outline", "flow", "map"])
def test_esc_after_a_new_one_returns_to_where_one_came_from(view: str, hand: Hand) -> None:
    hand.context.commands.run(f"journey.show_{view}")
    hand.settle()
    touchpoint = hand.row[4].id
    hand.context.selection.select(touchpoint)
    hand.page.take_focus()
    hand.settle()
    hand.key(Key.Key_N)
    assert len(hand.row) == 15
    hand.key(Key.Key_Escape)
    assert len(hand.row) == 14 and hand.context.selection.id == touchpoint
    shown = hand.page.views.page
    if isinstance(shown, Outline):
        record = shown.tree.rows.record(shown.tree.currentIndex())
        assert record is not None and record.id == touchpoint


def test_del_in_a_cell_of_the_outline_deletes_what_stands_there(hand: Hand) -> None:
    touchpoint = next(t.id for t in hand.row if t.channels and t.departments)
    for column, empty in (("channels", ()), ("departments", ())):
        cell(hand, touchpoint, column)
        hand.key(Key.Key_Delete)
        assert getattr(hand.context.document.get(Touchpoint, touchpoint), column) == empty
        hand.key(Key.Key_Delete)
        assert touchpoint in hand.context.document
    for column in ("delta", "agreement", "emotion"):
        cell(hand, touchpoint, column)
        hand.key(Key.Key_Delete)
        assert touchpoint in hand.context.document, column
    cell(hand, touchpoint, "name")
    hand.key(Key.Key_Delete)
    assert touchpoint not in hand.context.document


def test_f2_where_nothing_can_be_typed_renames_nothing(hand: Hand) -> None:
    touchpoint = hand.row[0]
    cell(hand, touchpoint.id, "delta")
    hand.key(Key.Key_F2)
    tree = outline(hand).tree
    assert tree.state() is not tree.State.EditingState
    hand.key("Vertrieb")
    assert hand.context.document.get(Touchpoint, touchpoint.id).name == touchpoint.name


def test_a_double_click_on_empty_ground_of_the_flow_opens_nothing(hand: Hand) -> None:
    hand.context.commands.run("journey.show_flow")
    hand.settle()
    page = hand.page.views.page
    assert isinstance(page, FlowPage)
    view, wanted = page.area.view, []
    view.edit_wanted.connect(lambda: wanted.append(1))
    layout = page.model.layout
    assert layout is not None
    hand.context.selection.select(hand.row[0].id)
    view.open(QPointF(2, layout.body.height - 2))
    assert not wanted
    card = layout.card_of(hand.row[0].id)
    assert card is not None
    view.open(QPointF(card.x + card.width / 2, card.y + 10))
    assert wanted == [1]


def test_a_double_click_on_a_curve_of_the_comparison_renames_nothing(hand: Hand) -> None:
    hand.context.commands.run("journeys.derive")
    hand.context.commands.run("journey.show_compare")
    hand.settle()
    page = hand.page.views.page
    assert isinstance(page, Comparing)
    wanted: list[str] = []
    page.view.edit_wanted.connect(wanted.append)
    layout = page.model.layout
    assert layout is not None
    box = page.view.box(hand.row[0].id)
    assert box is not None
    page.view.open(QPointF(box.center().x(), layout.body.height - 8))
    assert wanted == []


# Esc


def panel(hand: Hand) -> TouchpointPanel:
    inspector = hand.window.shell.view.inspector
    assert isinstance(inspector, Inspector)
    found = inspector.panel
    assert isinstance(found, TouchpointPanel)
    return found


def test_esc_in_prose_keeps_what_was_typed_and_undo_brings_back(hand: Hand) -> None:
    touchpoint = hand.row[0].id
    hand.context.selection.select(touchpoint)
    hand.settle()
    before = hand.context.document.get(Touchpoint, touchpoint).description
    box = panel(hand).description.editor.box  # type: ignore[attr-defined]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "Typed in prose")
    QTest.keyClick(box, Key.Key_Escape)
    hand.settle()
    assert hand.context.document.get(Touchpoint, touchpoint).description == "Typed in prose"
    QTest.keyClick(box, Key.Key_Escape)
    hand.settle()
    assert hand.page.view.hasFocus(), "a second Esc goes back to the map"
    QTest.keyClick(hand.page.view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert hand.context.document.get(Touchpoint, touchpoint).description == before


def test_esc_puts_a_name_back_and_undo_brings_back_what_was_typed(hand: Hand) -> None:
    touchpoint = hand.row[0]
    hand.context.selection.select(touchpoint.id)
    hand.settle()
    box = panel(hand).name.editor.box  # type: ignore[attr-defined]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "Another name")
    QTest.keyClick(box, Key.Key_Escape)
    hand.settle()
    assert box.toPlainText() == touchpoint.name
    assert hand.context.document.get(Touchpoint, touchpoint.id).name == touchpoint.name
    QTest.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == "Another name"


@pytest.mark.parametrize("view", ["map", "outline"])
def test_esc_in_a_note_keeps_it(view: str, hand: Hand) -> None:
    note = next(n for n in hand.context.document.all(Note) if n.about == hand.row[3].id or n.about == hand.row[0].id)
    hand.context.commands.run(f"journey.show_{view}")
    hand.context.selection.select(note.about or "")
    hand.context.selection.select(note.id)
    hand.page.take_focus()
    hand.settle()
    hand.key(Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None and field is not hand.page.view
    QTest.keyClicks(field, "All of this stays")
    QTest.keyClick(field, Key.Key_Escape)
    hand.settle()
    assert hand.context.document.get(Note, note.id).text == "All of this stays"
    hand.context.commands.run("edit.undo")
    assert hand.context.document.get(Note, note.id).text == note.text


def test_esc_in_a_name_on_the_map_puts_it_back(hand: Hand) -> None:
    stage = hand.context.document.stages(hand.journey)[0]
    hand.context.selection.select(stage.id)
    hand.page.take_focus()
    hand.key(Key.Key_F2)
    hand.key("Anything")
    hand.key(Key.Key_Escape)
    assert hand.context.document.get(Stage, stage.id).name == stage.name
