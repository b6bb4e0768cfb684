"""Unsaved work of earlier sessions: finding it, throwing it away."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cxstudio.files.journal import FILE_NAME
from cxstudio.files.lock import Lock, Locked
from cxstudio.files.recovery import read_head
from cxstudio.session.folders import Folders


@dataclass(frozen=True, slots=True)
class PendingWork:
    """Unsaved work of an earlier session."""

    folder: Path
    path: Path | None
    """The file it belongs to; None for a project that never had one."""
    title: str
    changed_at: datetime


def pending_work(folders: Folders) -> tuple[PendingWork, ...]:
    """Unsaved work that no open window holds, newest first."""
    found = []
    for folder in folders.journals.iterdir() if folders.journals.is_dir() else ():
        head = read_head(folder)
        if head is None:
            continue
        try:
            Lock(folders.locks / f"{folder.name}.lock").release()
        except (Locked, OSError):
            continue
        changed = datetime.fromtimestamp((folder / FILE_NAME).stat().st_mtime).astimezone()
        found.append(PendingWork(folder, head.path, head.title or (head.path.stem if head.path else ""), changed))
    return tuple(sorted(found, key=lambda work: work.changed_at, reverse=True))


def discard(work: PendingWork, folders: Folders) -> None:
    """Delete unsaved work for good. Raises OSError; work that an open window holds stays."""
    try:
        lock = Lock(folders.locks / f"{work.folder.name}.lock")
    except Locked:
        return
    try:
        shutil.rmtree(work.folder)
    finally:
        lock.release(remove=work.path is None)
