"""Work that waits for the disk: beside the session, one after the other, or all of it at once."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue

import pytest

from cxstudio.errors import UserError
from cxstudio.session.disk_work import DiskWork, Turns, at_once


class Desk:
    """Work on the disk, and what came of it."""

    def __init__(self) -> None:
        self.posted: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.work = DiskWork(self.posted.put, self._run_next)
        self.said: list[object] = []
        self.beside: set[bool] = set()
        """Whether parts were done in another thread."""

    def _run_next(self, within: float | None) -> None:
        with suppress(Empty):
            self.posted.get(timeout=within)()

    def part(self, value: str) -> str:
        self.beside.add(threading.current_thread() is not threading.main_thread())
        if value == "fails":
            raise UserError("It failed.")
        if value == "breaks":
            raise ZeroDivisionError
        return value.upper()

    def turns(self, *values: str) -> Turns[str]:
        found = ""
        for value in values:
            self.said.append(value)
            found += yield partial(self.part, value)
        self.said.append(found)
        return found

    def begin(self, *values: str) -> None:
        self.work.begin(self.turns(*values), lambda: self.said.append("done"), lambda e: self.said.append(str(e)))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_at_once_it_stays_in_the_thread(desk: Desk) -> None:
    assert at_once(desk.turns("a", "b")) == "AB" and desk.beside == {False}
    with pytest.raises(UserError):
        at_once(desk.turns("a", "fails"))


def test_beside_it_comes_back_in_order(desk: Desk) -> None:
    desk.begin("a", "b")
    desk.begin("c")
    assert desk.work.busy and desk.said == ["a"]
    desk.work.finish()
    assert desk.said == ["a", "b", "AB", "done", "c", "C", "done"] and desk.beside == {True} and not desk.work.busy


def test_an_error_is_raised_where_the_part_was_yielded_and_the_next_goes_on(desk: Desk) -> None:
    desk.begin("fails", "never")
    desk.begin("c")
    desk.work.finish()
    assert desk.said == ["fails", "It failed.", "c", "C", "done"]


def test_an_error_nobody_expected_reaches_the_thread_of_the_session(desk: Desk) -> None:
    desk.begin("breaks")
    desk.begin("c")
    with pytest.raises(ZeroDivisionError):
        desk.work.finish()
    desk.work.finish()
    assert desk.said == ["breaks", "c", "C", "done"]


def test_at_once_waits_for_what_was_begun(desk: Desk) -> None:
    desk.begin("a")
    assert desk.work.now(desk.turns("b")) == "B"
    assert desk.said == ["a", "A", "done", "b", "B"]


def test_what_is_begun_when_something_is_over_comes_after_what_waits(desk: Desk) -> None:
    desk.work.begin(desk.turns("a"), lambda: desk.begin("z"), lambda _: None)
    desk.begin("b")
    desk.work.finish()
    assert [word for word in desk.said if word in {"a", "b", "z"}] == ["a", "b", "z"]


def test_it_cannot_wait_for_itself(desk: Desk) -> None:
    def turns() -> Turns[None]:
        yield partial(desk.part, "a")
        desk.work.finish()

    desk.work.begin(turns(), lambda: None, lambda _: None)
    with pytest.raises(RuntimeError, match="itself"):
        desk.work.finish()


def test_a_disk_that_does_not_answer_is_waited_for_only_so_long(desk: Desk) -> None:
    answers = threading.Event()

    def hangs() -> Turns[None]:
        yield answers.wait
        desk.said.append("answered")

    desk.work.begin(hangs(), lambda: desk.said.append("done"), lambda e: desk.said.append(str(e)))
    desk.work.finish(within=0.05)
    assert desk.work.busy and not desk.said
    answers.set()
    desk.work.finish(within=60)
    assert not desk.work.busy and desk.said == ["answered", "done"]
