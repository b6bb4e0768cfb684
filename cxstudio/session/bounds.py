"""What a process may take that reads what strangers sent; past it the system ends it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """The system sees to memory and work where it can; the clock is looked at by whoever began the process."""

    megabytes: int
    """Beyond what the process has when it begins. Kept to on Linux."""
    seconds: int
    """Of work. Kept to on Linux and macOS."""
    longest: float = 120.0
    """Seconds on the clock: a disk may be slow, but not for ever."""

    def keep(self) -> None:
        """Keep to them from now on, in the process that reads."""
        if sys.platform == "win32":
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + self.seconds)
        size = _address_space()
        if size is not None:
            _lower(resource.RLIMIT_AS, size + self.megabytes * _MEGABYTE)


def _lower(kind: int, most: int) -> None:
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _address_space() -> int | None:
    """Bytes of addresses this process has; None where the system does not say (and does not bound them either)."""
    if sys.platform != "linux":
        return None
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
