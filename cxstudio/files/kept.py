"""Journals that could not be replayed: kept under another name until somebody was told, and for a while after."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from cxstudio.files.atomic import once_let_go

KEPT_DAYS = 90
"""So long a kept journal stays once it was named to somebody."""
PATTERN = "kept-*.jsonl"
_TOLD = ".told"


def kept_name(folder: Path, now: datetime) -> Path:
    """A free name for a journal to be kept under."""
    path = folder / f"kept-{now.strftime('%Y%m%d-%H%M%S-%f')}.jsonl"
    number = 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"kept-{now.strftime('%Y%m%d-%H%M%S-%f')}-{number}.jsonl"
    return path


def move_aside(journal: Path, now: datetime) -> Path | None:
    """Keep a journal under another name; None where there is none. Raises OSError."""
    target = kept_name(journal.parent, now)
    try:
        once_let_go(lambda: journal.rename(target))
    except FileNotFoundError:
        return None
    return target


def untold(folder: Path) -> list[Path]:
    """Kept journals of a folder nobody was told of yet. Raises OSError."""
    return [path for path in kept_in(folder) if not _mark(path).exists()]


def kept_in(folder: Path) -> list[Path]:
    """All kept journals of a folder. Raises OSError."""
    try:
        return sorted(path for path in folder.iterdir() if path.match(PATTERN))
    except (FileNotFoundError, NotADirectoryError):
        return []


def was_told(kept: Path) -> None:
    """Somebody was told of it: from now on it ages. Raises OSError."""
    _mark(kept).touch()


def needed(folder: Path, names: Iterable[str]) -> set[str]:
    """Those of these hashes of pictures that kept journals of a folder name. Where one cannot be read, all are."""
    wanted = set(names)
    try:
        text = b"".join(path.read_bytes() for path in kept_in(folder)) if wanted else b""
    except OSError:
        return wanted
    return {name for name in wanted if name.encode() in text} if text else set()


def drop_old(folder: Path, now: datetime) -> None:
    """Delete the kept journals that were named to somebody more than KEPT_DAYS ago."""
    with contextlib.suppress(OSError):  # what cannot be deleted now is the next time
        for kept in kept_in(folder):
            mark = _mark(kept)
            if mark.exists() and (now - datetime.fromtimestamp(mark.stat().st_mtime)).days > KEPT_DAYS:
                kept.unlink()
                mark.unlink()


def remove(kept: Path) -> None:
    """Delete one for good, as somebody wished. Raises OSError."""
    kept.unlink(missing_ok=True)
    _mark(kept).unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Delete all kept journals of a folder (a person's data was deleted for good). Raises OSError."""
    for kept in kept_in(folder):
        remove(kept)


def _mark(kept: Path) -> Path:
    return kept.with_name(kept.name + _TOLD)
