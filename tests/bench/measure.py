"""Measuring: medians of several runs, and ratios of two things that ran beside each other."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import TypedDict


class Entry(TypedDict):
    """One line of the result: a ratio (or plain figure), its limit if it has one, and how many runs it is from."""

    value: float
    limit: float | None
    n: int


def seconds(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long one call takes, the collector held still."""
    gc.collect()
    gc.disable()
    try:
        start = clock()
        action()
        return clock() - start
    finally:
        gc.enable()


def processor_seconds(action: Callable[[], object]) -> float:
    """The same of what only computes: other work of the machine does not count."""
    return seconds(action, time.thread_time)


def ratio(
    action: Callable[[], object],
    reference: Callable[[], object],
    limit: float | None,
    n: int = 7,
    taken: Callable[[Callable[[], object]], float] = seconds,
) -> Entry:
    """Median of `action` over median of `reference`, run in turns so that both meet the same noise."""
    action(), reference()
    mine, theirs = [], []
    for _ in range(n):
        theirs.append(taken(reference))
        mine.append(taken(action))
    return {"value": statistics.median(mine) / statistics.median(theirs), "limit": limit, "n": n}


def plain(value: float, n: int = 1) -> Entry:
    """A figure for the record, without a limit."""
    return {"value": value, "limit": None, "n": n}
