"""Earlier versions of a project on this machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cxstudio.files import kept as kept_journals
from cxstudio.files.backups import Backups
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.log import log


def keep_backup(path: Path, folders: Folders, *, promised: bool = False) -> None:
    """Keep one's own file as it stands before it is replaced by what came of it; a `promised` one in any case."""
    try:
        if path.is_file():
            Backups(folders.backups / project_key(path)).keep(path, datetime.now(), promised=promised)
    except OSError as error:
        log.warning("no backup could be made: %s", error.strerror)


def keep_version(data: bytes, path: Path, folders: Folders) -> Path:
    """Keep what the file at `path` held or would have held, before another version takes its place. Raises OSError."""
    return Backups(folders.backups / project_key(path)).keep_bytes(data, datetime.now(), promised=True)


def earlier_versions(path: Path, folders: Folders) -> tuple[Path, ...]:
    """Backups of a file, newest first; their names tell when they were made."""
    try:
        return tuple(Backups(folders.backups / project_key(path)).all())
    except OSError as error:
        log.warning("the backups cannot be listed: %s", error.strerror)
        return ()


def forget_copies(folder: Path, path: Path | None, folders: Folders) -> list[Path]:
    """Delete backups and kept journals of a project (a person's data was deleted for good); returns what stays."""
    left = []
    try:
        kept_journals.forget(folder)
    except OSError as error:
        log.warning("a kept journal could not be deleted: %s", error.strerror)
        left.append(folder)
    if path is not None:
        backups = Backups(folders.backups / project_key(path))
        try:
            backups.forget()
        except OSError as error:
            log.warning("the backups could not be deleted: %s", error.strerror)
            left.append(backups.folder)
    return left
