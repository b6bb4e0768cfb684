"""Channels and departments are picked where they stand: in a cell of the map, or for all that is selected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_lane
from cxstudio.model import Channel, Department, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from tests.ui.journey_desk import LEFT, NONE, Desk
from ui.forms.link_picker import LinkPicker

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    made = Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)
    made.context.selection.select("t02")
    return made


def picker_of(desk: Desk) -> LinkPicker:
    found = [p for p in desk.workspace.window().findChildren(LinkPicker) if p.isVisible()]
    assert len(found) == 1
    return found[0]


def channels_of(desk: Desk, touchpoint: str = "t02") -> list[str]:
    return [desk.document.get(Channel, c).name for c in desk.document.get(Touchpoint, touchpoint).channels]


def departments_of(desk: Desk, touchpoint: str = "t02") -> list[str]:
    return [desk.document.get(Department, d).name for d in desk.document.get(Touchpoint, touchpoint).departments]


def cell(desk: Desk, kind: LaneKind, touchpoint: str) -> QPoint:
    layout = desk.workspace.model.layout
    assert layout is not None
    row = next(r for r in layout.lanes if r.kind is kind)
    column = layout.column_of(touchpoint)
    assert column is not None
    return desk.spot(column.x + column.width / 2, row.y + row.height / 2)


def rows(picker: LinkPicker) -> dict[str, Qt.CheckState]:
    return {(item := picker.list.item(n)).text(): item.checkState() for n in range(picker.list.count())}


def test_a_known_channel_is_picked_by_another_of_its_names_and_comes_with_its_icon(desk: Desk) -> None:
    desk.key(Key.Key_C)
    picker = picker_of(desk)
    assert picker.line.hasFocus()
    assert rows(picker)["Web"] is Qt.CheckState.Checked
    assert rows(picker)["Telefon"] is Qt.CheckState.Unchecked
    assert "Messenger" in rows(picker), "channels the program knows can be picked before they are there"
    QTest.keyClicks(picker.line, "whats")
    desk.key(Key.Key_Return)
    assert channels_of(desk) == ["Web", "Messenger"]
    made = next(c for c in desk.document.all(Channel) if c.name == "Messenger")
    assert (made.icon, made.place) == ("messenger", "online")
    assert picker.isVisible() and picker.line.text() == "", "more can be picked"
    desk.key(Key.Key_Return)
    assert not picker.isVisible() and desk.workspace.view.hasFocus()
    desk.session.undo()
    assert channels_of(desk) == ["Web"] and "Messenger" not in [c.name for c in desk.document.all(Channel)]


def test_a_name_nobody_has_yet_becomes_a_department(desk: Desk) -> None:
    before = departments_of(desk)
    desk.key(Key.Key_D)
    picker = picker_of(desk)
    QTest.keyClicks(picker.line, "Datenschutz")
    assert list(rows(picker)) == ["„Datenschutz“ anlegen"]
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Escape)
    assert departments_of(desk) == [*before, "Datenschutz"]


def test_what_is_ticked_is_taken_away_by_a_click_and_answers_no_longer(desk: Desk) -> None:
    name = departments_of(desk)[0]
    department = desk.document.get(Touchpoint, "t02").departments[0]
    with desk.session.transaction("answer") as draft:
        draft.update(Touchpoint, "t02", accountable=department)
    desk.key(Key.Key_D)
    picker = picker_of(desk)
    item = next(i for n in range(picker.list.count()) if (i := picker.list.item(n)).text() == name)
    QTest.mouseClick(picker.list.viewport(), LEFT, NONE, picker.list.visualItemRect(item).center())
    desk.settle()
    assert departments_of(desk) == []
    assert desk.document.get(Touchpoint, "t02").accountable is None
    assert rows(picker)[name] is Qt.CheckState.Unchecked, "the list stays open and shows it"


@pytest.mark.parametrize(("kind", "said"), [(LaneKind.CHANNELS, "Kanäle"), (LaneKind.DEPARTMENTS, "Abteilungen")])
def test_a_double_click_in_the_lane_picks_there(desk: Desk, kind: LaneKind, said: str) -> None:
    with desk.session.transaction("lanes") as draft:
        set_lane(draft, desk.journey, kind, shown=True, collapsed=False)
    desk.settle()
    spot = cell(desk, kind, "t04")
    view = desk.workspace.view
    QTest.mouseDClick(view.viewport(), LEFT, NONE, spot)
    desk.settle()
    picker = picker_of(desk)
    assert picker.accessibleName().startswith(said + " · ")
    assert desk.context.selection.ids == ("t04",)
    assert not desk.workspace.editor.field.open, "the name of the card is not what is pointed at"
    assert picker.mapTo(desk.workspace.window(), QPoint(0, 0)).y() >= 0
    QTest.keyClicks(picker.line, "Vertrieb 2")
    desk.key(Key.Key_Return)
    assert desk.document.get(Touchpoint, "t04").name == sample("lindenfurt", "de").document.get(Touchpoint, "t04").name


def test_several_cards_get_it_together_and_half_a_tick_becomes_a_whole_one(desk: Desk) -> None:
    desk.context.selection.select("t01", "t02", "t08")
    desk.key(Key.Key_C)
    picker = picker_of(desk)
    assert "3" in picker.heading.text()
    assert rows(picker)["Telefon"] is Qt.CheckState.PartiallyChecked
    QTest.keyClicks(picker.line, "Telefon")
    desk.key(Key.Key_Return)
    assert all("Telefon" in channels_of(desk, t) for t in ("t01", "t02", "t08"))
    QTest.keyClicks(picker.line, "Telefon")
    desk.key(Key.Key_Return)
    assert not any("Telefon" in channels_of(desk, t) for t in ("t01", "t02", "t08"))


def test_those_who_do_not_see_the_ticks_hear_them(desk: Desk) -> None:
    desk.key(Key.Key_C)
    picker = picker_of(desk)
    desk.key(Key.Key_Down)
    assert picker.line.accessibleDescription() == f"{picker.list.item(0).text()}, ausgewählt"
    desk.key(Key.Key_Return)
    assert picker.line.accessibleDescription() == f"{picker.list.item(0).text()}, nicht ausgewählt"
