"""What was done is said, and what a canvas draws is heard touchpoint by touchpoint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxstudio.model import Participant
from tests.screens.idea_states import QUESTION
from ui.main_window.main_window import MainWindow
from ui.shell.toast import reading_ms
from ui.theme.heard_roles import teach_roles
from ui.theme.plain_texts import heard_name
from ui.widgets.basics import label
from ui.workspaces.journey.comparison.comparison_view import Comparing
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

Key = Qt.Key


@pytest.fixture
def said(sample_window: MainWindow) -> list[str]:
    """What the status line shows and lets be heard, without what is taken back."""
    heard: list[str] = []
    sample_window.context.messages.said.connect(lambda text: heard.append(text) if text else None)
    return heard


def test_marks_digits_undo_notes_and_rounds_are_said(sample_window: MainWindow, said: list[str]) -> None:
    window, run = sample_window, sample_window.context.commands.run
    touchpoints = window.context.document.journey_touchpoints(window.context.selection.journey)
    window.context.selection.select(touchpoints[0].id)
    name = touchpoints[0].name
    for command in ("journey.critical", "journey.stardust", "edit.undo"):
        run(command)
    assert said[:2] == [f"{name}: critical", f"{name}: stardust"] and said[2].startswith("Undone: ")
    run("go.rate")
    run("rate.reopen_round")
    assert said[-1] == "The round is open again."
    run("rate.close_round")
    assert said[-1] == "The round is closed."


def test_a_digit_says_where_it_went(sample_window: MainWindow, said: list[str]) -> None:
    window, run = sample_window, sample_window.context.commands.run
    run("go.rate")
    run("rate.reopen_round")
    view = window.shell.view.current.view
    first = window.context.document.journey_touchpoints(window.context.selection.journey)[0]
    window.context.selection.select(first.id)
    window.context.selection.set_voice(window.context.document.all(Participant)[0].id)
    QTest.keyClick(view, Key.Key_5)
    assert said[-1].startswith(f"{first.name}: ") and said[-1].endswith(" 5")


def test_the_words_of_the_map_follow_the_document(sample_window: MainWindow) -> None:
    window = sample_window
    page = window.shell.view.current
    assert isinstance(page, JourneyWorkspace)
    touchpoint = window.context.document.journey_touchpoints(window.context.selection.journey)[0]
    window.context.selection.select(touchpoint.id)
    assert "critical" not in page.view.accessibleDescription()
    window.context.commands.run("journey.critical")
    assert "critical" in page.view.accessibleDescription()


def test_map_flow_and_comparison_have_a_child_for_every_touchpoint_in_view(sample_window: MainWindow) -> None:
    window, run = sample_window, sample_window.context.commands.run
    page = window.shell.view.current
    assert isinstance(page, JourneyWorkspace)
    touchpoints = window.context.document.journey_touchpoints(window.context.selection.journey)
    window.context.selection.select(touchpoints[-1].id)
    QApplication.processEvents()
    page.view.heard.tell()
    names = [child.accessibleName() for child in page.view.heard.labels]
    hotline = next(name for name in names if name.startswith(touchpoints[7].name)) if len(names) > 7 else names[0]
    assert ", delta " in hotline and any(word in hotline for word in ("disappointing", "okay", "delighting"))
    assert any(name.startswith(touchpoints[-1].name) for name in names), "the selected one as well"
    inside = page.view.rect()
    assert all(inside.contains(child.geometry()) or child.geometry().isEmpty() for child in page.view.heard.labels)
    run("journey.show_flow")
    QApplication.processEvents()
    flow = page.findChild(FlowPage)
    assert flow is not None
    flow.view.heard.tell()
    assert any(child.accessibleName().startswith(touchpoints[-1].name) for child in flow.view.heard.labels)
    run("journeys.show_to_be")
    run("journeys.derive")
    run("journey.show_compare")
    QApplication.processEvents()
    view = page.findChild(Comparing)
    assert view is not None
    view.view.heard.tell()
    assert len(view.view.heard.labels) >= 2 and all(child.accessibleName() for child in view.view.heard.labels)


def test_headings_are_heard_as_headings(qtbot) -> None:
    teach_roles()
    heading, plain = label("What it costs", "title"), label("Nothing", "small")
    for part, role in ((heading, QAccessible.Role.Heading), (plain, QAccessible.Role.StaticText)):
        qtbot.addWidget(part)
        heard = QAccessible.queryAccessibleInterface(part)
        assert heard.role() == role and heard.text(QAccessible.Text.Name) == part.text()
    assert isinstance(heading, QLabel)


def test_a_button_is_heard_with_what_is_read_on_it() -> None:
    assert heard_name("As whom you rate", "Group  ▾") == "As whom you rate: Group"
    assert heard_name("Show: Inspector", "") == "Show: Inspector"
    assert heard_name("New touchpoint", "+ touchpoint") == "New touchpoint"


def test_news_stay_as_long_as_reading_takes() -> None:
    assert reading_ms("Saved.") >= 10_000
    assert reading_ms(QUESTION["de"] * 4) > 2 * reading_ms("Saved.")
