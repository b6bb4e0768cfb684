"""Which files a window reads itself; any other is read in a process of its own, with bounds."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

AT_ONCE: Final = 300_000
"""Bytes up to which a file is read at once."""
_UNPACKED_AT_ONCE: Final = 3_000_000


def is_quick(path: Path) -> bool:
    """Whether reading or refusing this file takes no longer than one waits for: told from its first and last bytes."""
    try:
        if path.stat().st_size > AT_ONCE:
            return False
        if not path.is_file():
            return True  # refused at once
        with path.open("rb") as stream:
            head = stream.read(4)
        if head[:2] == b"\x1f\x8b":
            return False
        if head != b"PK\x03\x04":
            return True
        with ZipFile(path) as archive:
            return sum(member.file_size for member in archive.infolist()) <= _UNPACKED_AT_ONCE
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return True  # said at once
