"""Map, rating table and inspector offer the same answers to the same voice, whatever the round is."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.edits.rating.voices import ONE_VOICE, Refusal, rater
from cxstudio.model import (
    GROUP_VOICE,
    Document,
    Id,
    Journey,
    Participant,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.model.lane_kinds import LaneKind
from tests.ui.forms_desk import shown
from tests.ui.journey_desk import Desk
from tests.ui.rate_desk import press, workspace
from ui.inspector.touchpoint_rating import RatingPanel

Written = dict[tuple[Id, Id], int | None]
"""Round and voice → answer on the experience of the one touchpoint that is rated."""
ANSWERS = ({}, {"p1": 3}, {"p1": 3, "p2": 6})
CASES = [
    (*case, counted)
    for case in product(RoundKind, RoundState, (GROUP_VOICE, "p1"), ANSWERS)
    for counted in ((False, True) if case[0] is RoundKind.SURVEY else (False,))
]
"""Kind, state, voice, answers so far, and whether another touchpoint was counted in a survey."""


def project() -> Document:
    return Document(
        [
            Journey(id="j", title="Umzug", shown_round="r"),
            Stage(id="s", journey="j", name="Vorher"),
            Touchpoint(id="t", stage="s", name="Anruf"),
            Touchpoint(id="t2", stage="s", name="Brief", order="a1"),
            Participant(id="p1", name="Ada"),
            Participant(id="p2", name="Ben", order="a1"),
            Round(id="r", journey="j", title="Runde"),
        ]
    )


class Surfaces:
    """The three places where an experience can be rated, on one project."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.desk = Desk(qtbot, folder, project())
        self.context = self.desk.context
        self.table = workspace(qtbot, self.context)
        self.panel = RatingPanel(self.context)
        qtbot.addWidget(self.panel)
        shown(self.panel)
        self.context.bridge.changed.connect(self.panel.refresh)

    def begin(self, kind: RoundKind, state: RoundState, voice: Id, given: dict[str, int], counted: bool) -> None:
        """Make the round what it shall be."""
        voices = {GROUP_VOICE: min(given.values())} if kind in ONE_VOICE and given else given
        with self.context.session.transaction("case") as draft:
            for record in (*draft.document.all(TouchpointRatings), *draft.document.all(SurveyCounts)):
                draft.remove(record.id)
            draft.update(Round, "r", kind=kind, state=state)
            if voices:
                draft.create(TouchpointRatings(id=draft.new_id(), round="r", touchpoint="t", experience=voices))
            if counted:
                draft.create(SurveyCounts(id=draft.new_id(), round="r", touchpoint="t2", pairs={"3|4": 2}))
        self.context.selection.set_voice(voice)
        self.context.selection.set_figure("experience")
        self.context.selection.select("t")
        self.table.refresh()
        self.panel.show_record("t")
        QApplication.processEvents()

    @property
    def written(self) -> Written:
        found: Written = {}
        for record in self.context.document.having(TouchpointRatings, "touchpoint", "t"):
            found |= {(record.round, voice): value for voice, value in record.experience.items()}
        return found

    def by(self, surface: str) -> Written:
        """What stands there after a 5 was given, and everything is as before."""
        before = self.written
        getattr(self, surface)()
        QApplication.processEvents()
        after = self.written
        while self.written != before:
            self.context.session.undo()
        self.context.selection.select("t")
        QApplication.processEvents()
        return after

    def digit_on_the_map(self) -> None:
        self.desk.workspace.view.setFocus()
        QTest.keyClick(self.desk.workspace.view, Qt.Key.Key_5)

    def digit_in_the_table(self) -> None:
        press(self.qtbot, self.table, "5")

    def digit_on_the_slider(self) -> None:
        QTest.keyClick(self.panel.rows["experience"].slider, Qt.Key.Key_5)

    def drag_on_the_map(self) -> None:
        figures = self.context.bridge.figures("r")
        known = figures.of("t") if figures is not None else None
        mean = known.experience.mean if known is not None and known.experience is not None else 4.0
        lane = LaneKind.EXPECTATION_EXPERIENCE
        self.desk.drag(self.desk.rating_spot("t", lane, mean), self.desk.rating_spot("t", lane, 5) + QPoint(0, 1))


@pytest.fixture
def surfaces(qtbot: QtBot, tmp_path: Path) -> Surfaces:
    return Surfaces(qtbot, tmp_path)


def test_the_same_answer_is_set_or_refused_everywhere(surfaces: Surfaces) -> None:
    allowed = 0
    for case in CASES:
        surfaces.begin(*case)
        who = rater(surfaces.context.document, "j", surfaces.context.document.get(Round, "r"), case[2])
        place = who.may_answer(surfaces.context.document, "t")
        expected = surfaces.written if isinstance(place, Refusal) else surfaces.written | {("r", place.voice): 5}
        for surface in ("digit_on_the_map", "digit_in_the_table", "digit_on_the_slider"):
            if surface == "digit_in_the_table" and case[0] is RoundKind.TARGET:
                continue  # the table speaks of what was rated, never of targets
            assert surfaces.by(surface) == expected, (surface, case)
        dragged = who.may_drag(surfaces.context.document, "t", "experience")
        kept = surfaces.written if isinstance(dragged, Refusal) else expected
        assert surfaces.by("drag_on_the_map") == kept, ("drag", case)
        allowed += not isinstance(place, Refusal)
    assert 0 < allowed < len(CASES)
