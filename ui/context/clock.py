"""What time it is: a clock that goes on steadily, also while the computer sleeps and when its time is set anew."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, tzinfo

_SLEEPLESS = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
"""Counts while the computer sleeps; on Windows `time.monotonic` does."""


def _steady() -> float:
    return time.clock_gettime(_SLEEPLESS) if _SLEEPLESS is not None else time.monotonic()


class Clock:
    """Moments in UTC. Tests hand over one of their own."""

    zone: tzinfo | None = None
    """Where the reader is; None: the computer's own time zone."""

    def __init__(self) -> None:
        self._wall, self._began = datetime.now(UTC), _steady()

    def now(self) -> datetime:
        """This moment, not disturbed by a change of the computer's time since the start or the last `settle`."""
        return self._wall + timedelta(seconds=_steady() - self._began)

    def today(self) -> date:
        """The day it is where the reader is."""
        return self.now().astimezone(self.zone).date()

    def jump(self) -> float:
        """By how many seconds the computer's time was set anew."""
        return (datetime.now(UTC) - self.now()).total_seconds()

    def settle(self) -> None:
        """From now on, the computer's time as it is."""
        self._wall, self._began = datetime.now(UTC), _steady()
