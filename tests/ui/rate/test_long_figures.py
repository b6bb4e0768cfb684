"""Figures of a very long journey: the window never waits for them, and they are the same as worked out at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cxstudio.analysis import round_figures
from cxstudio.edits import rate, remove_records, set_fields
from cxstudio.model import Round, SurveyCounts, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.session import Folders, Session
from tests.bench.projects import journey_of
from tests.ui.forms_desk import desk_on
from ui.context import session_bridge as bridges
from ui.context.session_bridge import Bridge


@pytest.fixture
def bridge(qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bridge]:
    monkeypatch.setattr(bridges, "IN_STEPS", 150)
    session = Session.new(folders, journey_of(200, voices=6))
    made = Bridge(session)
    yield made
    made.close()
    session.close()


def test_they_come_later_and_are_the_same(bridge: Bridge, qtbot: QtBot) -> None:
    assert bridge.figures("r") is None
    assert bridge.working
    qtbot.waitUntil(lambda: not bridge.working, timeout=60_000)
    found = bridge.figures("r")
    assert found is not None
    expected = round_figures(bridge.document, "r")
    assert found == expected
    assert dict(found.stability) == dict(expected.stability)


def test_everybody_is_told_when_they_are_there(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.figured, timeout=60_000):
        assert bridge.figures("r") is None
    assert bridge.figures("r") is not None


def test_a_change_in_between_begins_anew_and_nothing_old_remains(bridge: Bridge, qtbot: QtBot) -> None:
    assert bridge.figures("r") is None
    with bridge.session.transaction("") as draft:
        rate(draft, "r", "t3", "p1", "experience", 7)
        set_fields(draft, Touchpoint, "t5", requirement="basic")
    qtbot.waitUntil(lambda: bridge.figures("r") is not None and not bridge.working, timeout=60_000)
    assert bridge.figures("r") == round_figures(bridge.document, "r")
    with bridge.session.transaction("") as draft:
        rate(draft, "r", "t3", "p1", "experience", 1)
    known, expected = bridge.figures("r"), round_figures(bridge.document, "r")
    assert known is not None, "a moment old, but never nothing"
    assert known.of("t3") == expected.of("t3"), "the touchpoint's own figures follow at once"
    qtbot.waitUntil(lambda: bridge.figures("r") == expected, timeout=60_000)


def test_two_rounds_are_worked_out_one_after_the_other(bridge: Bridge, qtbot: QtBot) -> None:
    with bridge.session.transaction("") as draft:
        draft.create(Round(id="r2", journey="j", order="b"))
        for n in range(200):
            rate(draft, "r2", f"t{n}", "p1", "experience", 1 + n % 7)
            rate(draft, "r2", f"t{n}", "p1", "expectation", 4)
    assert bridge.figures("r") is None
    assert bridge.figures("r2") is None
    qtbot.waitUntil(lambda: bridge.figures("r") is not None and bridge.figures("r2") is not None, timeout=60_000)
    assert bridge.figures("r2") == round_figures(bridge.document, "r2")


def test_closing_drops_the_work(bridge: Bridge) -> None:
    assert bridge.figures("r") is None
    bridge.close()
    assert not bridge.working


def test_a_round_removed_meanwhile_is_forgotten(bridge: Bridge, qtbot: QtBot) -> None:
    assert bridge.figures("r") is None
    with bridge.session.transaction("") as draft:
        draft.remove("r")
    qtbot.waitUntil(lambda: not bridge.working, timeout=60_000)
    assert bridge.figures("r") is None


def test_stopped_they_stay_unknown_until_somebody_wants_them(bridge: Bridge, qtbot: QtBot) -> None:
    assert bridge.figures("r") is None
    bridge.work.stop()
    assert bridge.figures("r") is None and not bridge.working and bridge.waits_for("r")
    with bridge.session.transaction("") as draft:
        rate(draft, "r", "t3", "p1", "experience", 7)
    assert bridge.figures("r") is None and not bridge.working, "a change does not begin what was stopped"
    bridge.again()
    qtbot.waitUntil(lambda: bridge.figures("r") is not None and not bridge.working, timeout=60_000)
    assert bridge.figures("r") == round_figures(bridge.document, "r")
    assert not bridge.waits_for("r")


def test_answers_of_customers_reach_the_round_held_against_them(qtbot: QtBot, folders: Folders) -> None:
    """What customers see worse makes a touchpoint critical for the employees, too."""
    with desk_on(folders) as desk:
        ours, theirs = (r.id for r in desk.document.all(Round))
        with desk.session.transaction("") as draft:
            set_fields(draft, Round, theirs, state=RoundState.OPEN)
        before = desk.bridge.figures(ours)
        with desk.session.transaction("") as draft:
            remove_records(draft, [c.id for c in desk.document.having(SurveyCounts, "round", theirs)])
        assert desk.bridge.figures(ours) == round_figures(desk.document, ours) != before
