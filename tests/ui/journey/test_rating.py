"""Who may set which value: by drag and by key, in every kind of round."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cxstudio.edits import rate, set_round_state, start_round
from cxstudio.edits.rating.voices import Allowed, Refusal, rater
from cxstudio.model import (
    GROUP_VOICE,
    Document,
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
from cxstudio.store import Store
from tests.ui.journey_desk import Desk

PAIR, EMOTION = LaneKind.EXPECTATION_EXPERIENCE, LaneKind.EMOTION


def small() -> Document:
    return Document(
        [
            Journey(id="j", title="Umzug"),
            Stage(id="s", journey="j", name="Vorher"),
            Touchpoint(id="t", stage="s", name="Anruf"),
            Participant(id="p1", name="Ada"),
            Participant(id="p2", name="Ben", order="a1"),
        ]
    )


def in_round(
    kind: RoundKind, answers: dict[str, int] | None = None, state: RoundState = RoundState.OPEN, **values: object
) -> Document:
    store = Store(small())
    with store.transaction("round") as draft:
        round_id = start_round(draft, "j", kind=kind, **values)
        for voice, value in (answers or {}).items():
            rate(draft, round_id, "t", voice, "experience", value)
        set_round_state(draft, round_id, state)
    return store.document


@pytest.mark.parametrize(
    ("document", "voice", "typed", "dragged"),
    [
        (small(), GROUP_VOICE, Allowed, Allowed),
        (in_round(RoundKind.GROUP), GROUP_VOICE, Allowed, Allowed),
        (in_round(RoundKind.GROUP, {GROUP_VOICE: 4}), "p1", Allowed, Allowed),
        (in_round(RoundKind.TARGET), GROUP_VOICE, Allowed, Allowed),
        (in_round(RoundKind.DISCUSSION), GROUP_VOICE, Refusal.NEEDS_PERSON, Refusal.NEEDS_PERSON),
        (in_round(RoundKind.DISCUSSION, {"p1": 4}), GROUP_VOICE, Refusal.MEAN, Refusal.MEAN),
        (in_round(RoundKind.DISCUSSION, {"p1": 4}), "p1", Allowed, Allowed),
        (in_round(RoundKind.DISCUSSION, {"p1": 4, "p2": 5}), "p1", Allowed, Refusal.MEAN),
        (in_round(RoundKind.SURVEY), GROUP_VOICE, Refusal.SURVEY, Refusal.SURVEY),
        (in_round(RoundKind.DISCUSSION, {"p1": 4}, state=RoundState.CLOSED), "p1", Refusal.CLOSED, Refusal.CLOSED),
    ],
)
def test_who_may_set_a_value(document: Document, voice: str, typed: object, dragged: object) -> None:
    rounds = document.all(Round)
    shown = rounds[-1] if rounds else None
    who = rater(document, "j", shown, voice)
    found = (who.may_answer(document, "t"), who.may_drag(document, "t", "experience"))
    for place, expected in zip(found, (typed, dragged), strict=True):
        assert isinstance(place, Allowed) if expected is Allowed else place is expected


def test_counts_of_a_survey_are_not_edited() -> None:
    document = in_round(RoundKind.SURVEY)
    round_id = document.all(Round)[0].id
    document = document.evolve([SurveyCounts(id="c", round=round_id, touchpoint="t")])
    assert rater(document, "j", document.all(Round)[0], "p1").may_answer(document, "t") is Refusal.SURVEY


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, in_round(RoundKind.GROUP))


def values(desk: Desk) -> dict[str, dict[str, int | None]]:
    (ratings,) = desk.document.having(TouchpointRatings, "touchpoint", "t")
    names = ("expectation", "experience", "emotion")
    return {name: dict(getattr(ratings, name)) for name in names if getattr(ratings, name)}


def test_tick_dot_and_face_are_dragged(desk: Desk) -> None:
    desk.context.selection.set_figure("expectation")
    desk.drag(desk.rating_spot("t", PAIR, 4), desk.rating_spot("t", PAIR, 6))
    assert values(desk) == {"expectation": {"group": 6}}
    desk.drag(desk.rating_spot("t", PAIR, 4), desk.rating_spot("t", PAIR, 2))
    assert values(desk) == {"expectation": {"group": 6}, "experience": {"group": 2}}
    desk.drag(desk.rating_spot("t", EMOTION, 0), desk.rating_spot("t", EMOTION, -2))
    assert values(desk)["emotion"] == {"group": -2}
    desk.drag(desk.rating_spot("t", PAIR, 6), desk.rating_spot("t", PAIR, 7) + QPoint(0, -60))
    assert values(desk)["expectation"] == {"group": 7}, "beyond the scale counts as its end"
    desk.drag(desk.rating_spot("t", PAIR, 2), desk.rating_spot("t", PAIR, 3))
    assert values(desk)["experience"] == {"group": 3}
    steps = 0
    while desk.session.undo() is not None:
        steps += 1
    assert steps == 5, "every drag is one step"


def test_escape_leaves_the_rating_as_it_was(desk: Desk) -> None:
    before = desk.document
    desk.drag(desk.rating_spot("t", PAIR, 4), desk.rating_spot("t", PAIR, 2), release=False)
    shown = desk.workspace.model.document
    assert shown is not before and shown.having(TouchpointRatings, "touchpoint", "t")
    desk.key(Qt.Key.Key_Escape)
    desk.release(desk.rating_spot("t", PAIR, 2))
    assert desk.document is before and desk.workspace.model.document is before


def test_a_key_takes_the_rating_back(desk: Desk) -> None:
    desk.context.selection.select("t")
    desk.workspace.take_focus()
    desk.key(Qt.Key.Key_5)
    assert values(desk) == {"experience": {"group": 5}}
    desk.key(Qt.Key.Key_Backspace)
    assert values(desk) == {}


def test_a_digit_off_the_scale_sets_nothing(desk: Desk) -> None:
    desk.context.selection.select("t")
    desk.workspace.take_focus()
    for key in (Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_8):
        desk.key(key)
    assert not desk.document.having(TouchpointRatings, "touchpoint", "t")


def test_a_digit_beyond_the_range_is_answered_with_the_range(desk: Desk) -> None:
    said: list[str] = []
    desk.context.messages.said.connect(said.append)
    desk.context.selection.select("t")
    for figure, digit, told in (
        ("emotion", "5", "Emotion reicht von \N{MINUS SIGN}3 bis +3."),
        ("experience", "9", "Erlebnis reicht von 1 bis 7."),
    ):
        desk.context.selection.set_figure(figure)
        desk.workspace.view.typed.emit(digit)
        assert said[-1] == told
    assert not desk.document.all(TouchpointRatings)
