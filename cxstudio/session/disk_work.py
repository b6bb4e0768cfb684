"""Work in which a disk is waited for, of a session that is waited for by nobody: those parts run in a thread beside it.

What is done with a project's file is written once, as a generator on the session's thread that yields each part that
waits for the disk. `at_once` runs the parts where it is; `DiskWork` lets a window go on meanwhile.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any, TypeAlias, TypeVar

from cxstudio.errors import UserError

T = TypeVar("T")
Part: TypeAlias = Callable[[], Any]
Turns: TypeAlias = Generator[Part, Any, T]
"""Yields parts that touch nothing of the session, and gets what each gave, or raised, in turn."""


def at_once(turns: Turns[T]) -> T:
    """Do all of it here and now."""
    give: Callable[[], Part] = partial(next, turns)
    while True:
        try:
            part = give()
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        give = outcome(turns, part)


def outcome(turns: Turns[Any], part: Part) -> Callable[[], Part]:
    """Do a part; returns how the turns go on."""
    try:
        value = part()
    except Exception as error:  # noqa: BLE001 - raised again where the part was yielded
        return partial(turns.throw, error)
    return partial(turns.send, value)


@dataclass(frozen=True, slots=True)
class _Errand:
    turns: Turns[Any]
    done: Callable[[], object]
    failed: Callable[[UserError], object]


class DiskWork:
    """One piece of work after the other. All methods are of the session's thread, which `post` reaches."""

    def __init__(
        self, post: Callable[[Callable[[], None]], None], await_posted: Callable[[float | None], None]
    ) -> None:
        """`await_posted` waits so many seconds at most for the next call posted (None: for ever), and runs it."""
        self._post, self._await_posted = post, await_posted
        self._now: _Errand | None = None
        self._waiting: deque[_Errand] = deque()
        self._in_turn = False

    @property
    def busy(self) -> bool:
        """Whether something is under way or waits for its turn."""
        return self._now is not None or bool(self._waiting)

    def begin(self, turns: Turns[Any], done: Callable[[], object], failed: Callable[[UserError], object]) -> None:
        """Do it as soon as what was begun before is over; `done` or `failed` is called then."""
        self._waiting.append(_Errand(turns, done, failed))
        self._next()

    def now(self, turns: Turns[T]) -> T:
        """Do it here, once everything begun is over. Raises what it raises."""
        self.finish()
        return at_once(turns)

    def finish(self, within: float | None = None) -> None:
        """Wait until everything begun is over, or so many seconds have gone by."""
        if self._in_turn:
            raise RuntimeError("work on the disk cannot wait for itself")
        until = None if within is None else monotonic() + within
        while self.busy and (until is None or monotonic() < until):
            self._next()
            if self._now is not None:
                self._await_posted(None if until is None else max(0.0, until - monotonic()))

    def _next(self) -> None:
        while self._now is None and self._waiting and not self._in_turn:
            self._now = self._waiting.popleft()
            self._go_on(partial(next, self._now.turns))

    def _go_on(self, give: Callable[[], Part]) -> None:
        """One turn, up to the next part that waits for the disk."""
        errand = self._now
        assert errand is not None
        self._in_turn = True
        try:
            part = give()
        except StopIteration:
            self._over(errand.done)
        except UserError as error:
            self._over(partial(errand.failed, error))
        except BaseException:
            self._over(lambda: None)
            raise
        else:
            threading.Thread(target=self._beside, args=(errand.turns, part), name="disk work", daemon=True).start()
        finally:
            self._in_turn = False

    def _beside(self, turns: Turns[Any], part: Part) -> None:
        """In a thread of its own."""
        give = outcome(turns, part)
        self._post(partial(self._go_on, give))

    def _over(self, tell: Callable[[], object]) -> None:
        self._now, self._in_turn = None, False
        try:
            tell()
        finally:
            self._next()
