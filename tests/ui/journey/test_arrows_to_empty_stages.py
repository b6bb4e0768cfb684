"""Arrows reach a stage without cards, and lead on from it: what comes next is added there by one key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_touchpoints, start_project
from cxstudio.model import Document
from cxstudio.store import Store
from tests.ui.journey_desk import Desk

RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


def holed() -> Document:
    """Stages with two, no, one and no cards."""
    store = Store(Document())
    with store.transaction("") as draft:
        journey = start_project(draft, title="Umzug", stages=("Eins", "Zwei", "Drei", "Vier"))
        first, _, third, _ = draft.document.stages(journey)
        add_touchpoints(draft, first.id, ["a", "b"])
        add_touchpoints(draft, third.id, ["c"])
    return store.document


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, holed())


def selected(desk: Desk) -> str:
    record = desk.document.find(desk.context.selection.id)
    return str(getattr(record, "name", ""))


def test_right_and_left_walk_through_every_column(desk: Desk) -> None:
    desk.context.selection.select(desk.touchpoint("a").id)
    there = []
    for _ in range(5):
        desk.key(RIGHT)
        there.append(selected(desk))
    assert there == ["b", "Zwei", "c", "Vier", "Vier"]
    back = []
    for _ in range(5):
        desk.key(LEFT)
        back.append(selected(desk))
    assert back == ["c", "Zwei", "b", "a", "a"]


def test_from_the_last_card_into_the_empty_stage_and_a_card_is_added_there(desk: Desk) -> None:
    desk.context.selection.select(desk.touchpoint("c").id)
    desk.key(RIGHT)
    desk.key(Qt.Key.Key_N)
    desk.write("d")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Escape)
    assert desk.names == [["a", "b"], [], ["c"], ["d"]]


def test_headers_with_cards_are_walked_as_before(desk: Desk) -> None:
    desk.context.selection.select(desk.stage("Eins").id)
    desk.key(RIGHT)
    assert selected(desk) == "Zwei"
    desk.context.selection.select(desk.touchpoint("c").id)
    desk.key(Qt.Key.Key_Home)
    assert selected(desk) == "a"
    desk.key(Qt.Key.Key_End)
    assert selected(desk) == "c"
