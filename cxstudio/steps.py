"""Long computations in steps, so that a window can work them off between two frames and drop them at any time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from threading import Thread
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Steps = Generator[None, None, T]
"""Yields between steps of a few milliseconds; what it returns is the result."""
_AT_A_TIME: Final = 48
"""Parts that together take a few milliseconds at most."""
_LOOK_S: Final = 0.001


def finished(steps: Steps[T]) -> T:
    """The result, without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def gathered(parts: Iterable[T], at_a_time: int = _AT_A_TIME) -> Steps[list[T]]:
    """Everything an iterator makes, with a pause after so many parts."""
    found: list[T] = []
    for part in parts:
        found.append(part)
        if not len(found) % at_a_time:
            yield
    return found


def at_once(function: Callable[P, T]) -> Callable[P, Steps[T]]:
    """A short computation as a single step."""

    def steps(*args: P.args, **kwargs: P.kwargs) -> Steps[T]:
        yield
        return function(*args, **kwargs)

    return steps


def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Steps[T]:
    """A call that mostly waits, for a disk or a share: in a thread; yields until it is back, and raises what it raised.

    Whoever drops the steps drops the answer: the thread goes on until the disk answers, and ends with the program.
    """
    found: list[T] = []
    failed: list[BaseException] = []

    def call() -> None:
        try:
            found.append(function(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - the border of the thread: raised where it is waited for
            failed.append(error)

    thread = Thread(target=call, name="beside", daemon=True)
    thread.start()
    while True:
        thread.join(_LOOK_S)
        if not thread.is_alive():
            break
        yield
    if failed:
        raise failed[0]
    return found[0]
