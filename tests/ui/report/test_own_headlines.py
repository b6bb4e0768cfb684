"""Headlines of one's own in the workspace Report: marked when their figures changed, kept, changed and taken away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields
from cxstudio.model import FrozenMap, Headline, Journey, TouchpointRatings
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, shown
from ui.context.context import Context
from ui.widgets.basics import column
from ui.workspaces.report.own_headlines import OwnHeadlines

CHANGED = "Seit das geschrieben wurde, haben sich die Zahlen geändert."


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


@pytest.fixture
def made(qtbot: QtBot, desk: Context) -> Iterator[OwnHeadlines]:
    around = QWidget()
    qtbot.addWidget(around)
    listed = OwnHeadlines(desk)
    column(around, listed)
    shown(around, 400, 700)
    listed.refresh()
    yield listed
    around.close()


def marks(made: OwnHeadlines) -> list[str]:
    return [child.text() for child in made.findChildren(QLabel) if child.property("kind") == "error" and child.text()]


def press(qtbot: QtBot, made: OwnHeadlines, headline: str, text: str) -> None:
    (found,) = [b for b in made.rows[headline].findChildren(QPushButton) if b.text() == text]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def rate_better(desk: Context) -> None:
    rated = next(r for r in desk.document.all(TouchpointRatings) if r.round == "round1" and r.touchpoint == "t08")
    voice = next(iter(rated.experience))
    with desk.session.transaction("rate") as draft:
        set_fields(draft, TouchpointRatings, rated.id, experience=FrozenMap({**rated.experience, voice: 7}))


def test_a_headline_is_marked_until_somebody_says_it_still_holds(
    qtbot: QtBot, desk: Context, made: OwnHeadlines
) -> None:
    assert set(made.rows) == {h.id for h in desk.document.all(Headline)} and marks(made) == []
    rate_better(desk)
    qtbot.waitUntil(lambda: marks(made) == [CHANGED] * 3)
    first = next(iter(made.rows))
    press(qtbot, made, first, "Stimmt noch")
    qtbot.waitUntil(lambda: marks(made) == [CHANGED] * 2)
    press(qtbot, made, first, "Überschrift entfernen")
    assert first not in made.rows and desk.document.find(first) is None


def test_what_was_written_for_another_round_is_said_not_to_be_printed(
    qtbot: QtBot, desk: Context, made: OwnHeadlines
) -> None:
    with desk.session.transaction("round") as draft:
        set_fields(draft, Journey, desk.document.all(Journey)[0].id, shown_round="round2")
    qtbot.waitUntil(lambda: len(marks(made)) == 3)
    assert all("andere Runde" in mark for mark in marks(made))
