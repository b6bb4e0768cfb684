"""Unsaved work of earlier sessions: finding it wherever it had to go, throwing it away."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cxstudio.files import kept
from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.assets import drop_orphans
from cxstudio.files.errors import DamagedJson
from cxstudio.files.journal import FILE_NAME, NOTE_NAME
from cxstudio.files.journal_lines import JournalHead
from cxstudio.files.lock import LOCK_NAME, Lock, Locked
from cxstudio.files.recovery import read_head
from cxstudio.model import new_id
from cxstudio.session.folders import BESIDE, Folders, project_key
from cxstudio.session.log import log

NEW = "new-"
"""How the folder of a project begins that has no file."""


@dataclass(frozen=True, slots=True)
class PendingWork:
    """Unsaved work of an earlier session."""

    folder: Path
    path: Path | None
    """The file it belongs to; None for a project that never had one."""
    title: str
    changed_at: datetime
    readable: bool = True
    """Whether it could be read just now."""


def pending_work(folders: Folders, near: Iterable[Path] = (), mine: Path | None = None) -> tuple[PendingWork, ...]:
    """Unsaved work that no open window holds, newest first; `near` are files beside which some may lie.

    `mine` is the lock of the file that is being opened: what it guards is not held by anybody else.
    What cannot be read is listed, too. Raises nothing.
    """
    found = []
    for place in _places(folders, near):
        try:
            inside = _inside(place)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            log.warning("unsaved work cannot be listed: %s", error.strerror)
            found.append(PendingWork(place, None, "", datetime.now().astimezone(), readable=False))
            continue
        for folder in inside:
            held = _is_held(folder, folders, mine)
            work = None if held else _work_in(folder)
            if work is not None:
                found.append(work)
            kept.drop_old(folder, datetime.now())
            if not held:
                drop_orphans(folder, datetime.now())
    return tuple(sorted(found, key=lambda work: work.changed_at, reverse=True))


def folders_of_work(folders: Folders, near: Iterable[Path] = ()) -> Iterator[Path]:
    """Every folder in which unsaved work may lie, as far as they can be listed; `near` as above."""
    for place in _places(folders, near):
        with suppress(OSError):  # as above: told where unsaved work itself is listed
            yield from _inside(place)


def journals_of(path: Path, folders: Folders) -> tuple[Path, ...]:
    """Journals of a file that may hold what it does not, oldest first; those put aside only since it was saved.

    Nothing is moved or removed. What cannot be looked at is listed: whoever reads it says so.
    """
    key = project_key(path)
    found: dict[Path, float] = {}
    for folder in folders_of_work(folders, [path]):
        try:
            head = read_head(folder)
            mine = folder.name == key or (head is not None and head.path is not None and project_key(head.path) == key)
            if mine and head is not None:
                found[folder / FILE_NAME] = (folder / FILE_NAME).stat().st_mtime
            if mine:
                saved = path.stat().st_mtime
                found |= {each: at for each in kept.kept_in(folder) if (at := each.stat().st_mtime) >= saved}
        except (DamagedJson, OSError):
            if folder.name == key:
                found[folder / FILE_NAME] = 0.0
    return tuple(sorted(found, key=lambda journal: found[journal]))


def _inside(place: Path) -> list[Path]:
    return sorted([place] if place.name.startswith(BESIDE) else place.iterdir())


def set_aside(work: PendingWork) -> Path | None:
    """Keep unsaved work that cannot be read under another name, so that it is tried no more; returns where.

    Raises OSError.
    """
    return kept.move_aside(work.folder / FILE_NAME, datetime.now())


def other_places(folders: Folders, path: Path | None, name: str) -> Iterator[Path]:
    """Where the journal of a project may go when its own folder refuses, best first; `name` is that folder's."""
    unique = f"{name}-{new_id()}"
    yield folders.journals / unique
    if path is not None:
        yield path.absolute().parent / f"{BESIDE}{unique}"
    with suppress(OSError):  # the system has no folder for temporary files
        spare = folders.spare
        spare.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(spare):
            yield spare / unique


def discard(work: PendingWork, folders: Folders) -> None:
    """Delete unsaved work for good. Raises OSError; work that an open window holds stays, as do kept journals."""
    if _is_held(work.folder, folders):
        return
    for name in (FILE_NAME, NOTE_NAME, LOCK_NAME):
        (work.folder / name).unlink(missing_ok=True)
    if (work.folder / ASSETS).is_dir():
        shutil.rmtree(work.folder / ASSETS)
    with suppress(OSError):  # kept journals are in it
        work.folder.rmdir()
    if work.path is None:
        _guard(work.folder, folders).unlink(missing_ok=True)


def _places(folders: Folders, near: Iterable[Path]) -> Iterator[Path]:
    yield folders.journals
    with suppress(OSError):  # the system has no folder for temporary files
        if _is_ours(folders.spare):
            yield folders.spare
    for parent in dict.fromkeys(path.absolute().parent for path in near):
        with suppress(OSError):  # a folder that cannot be listed: the project in it cannot be opened either
            yield from (path for path in parent.iterdir() if path.name.startswith(BESIDE))


def _is_ours(folder: Path) -> bool:
    """Whether a folder where everybody may write is this person's and nobody else can put something in it."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _guard(folder: Path, folders: Folders) -> Path:
    """The lock of the project a journal's folder belongs to."""
    name = folder.name.removeprefix(BESIDE)
    stem = name if folder.parent == folders.journals and name.startswith(NEW) else name.split("-")[0]
    return folders.locks / f"{stem}.lock"


def _is_held(folder: Path, folders: Folders, mine: Path | None = None) -> bool:
    """Whether an open window writes there. Where that cannot be told it is not."""
    for lock in (_guard(folder, folders), folder / LOCK_NAME):
        try:
            if lock != mine and lock.exists():
                Lock(lock).release()
        except Locked:
            return True
        except OSError as error:
            log.warning("a lock cannot be looked at: %s", error.strerror)
    return False


def _work_in(folder: Path) -> PendingWork | None:
    readable, head = True, None
    try:
        head = _head_of(folder)
        if head is None:
            return None
    except DamagedJson:
        readable = folder.name.startswith(NEW)  # what follows says enough
    except NotADirectoryError:
        return None
    except OSError as error:
        log.warning("unsaved work cannot be read: %s", error.strerror)
        readable = False
    try:
        changed = datetime.fromtimestamp((folder / FILE_NAME).stat().st_mtime).astimezone()
    except OSError:
        changed = datetime.now().astimezone()
    if head is None:
        return PendingWork(folder, None, "", changed, readable)
    return PendingWork(folder, head.path, head.title or (head.path.stem if head.path else ""), changed)


def _head_of(folder: Path) -> JournalHead | None:
    try:
        return read_head(folder)
    except NotADirectoryError:
        raise
    except OSError:
        return read_head(folder)  # a second time: a share may have been away for a moment
