"""Long computations in steps, so that a window can work them off between two frames and drop them at any time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Steps = Generator[None, None, T]
"""Yields between steps of a few milliseconds; what it returns is the result."""
_AT_A_TIME: Final = 48
"""Parts that together take a few milliseconds at most."""


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
