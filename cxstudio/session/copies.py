"""Earlier versions of a project on this machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cxstudio.files.backups import Backups
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.log import log


def keep_backup(path: Path, folders: Folders) -> None:
    """Keep the file as it stands before it is replaced."""
    try:
        if path.is_file():
            Backups(folders.backups / project_key(path)).keep(path, datetime.now())
    except OSError as error:
        log.warning("no backup could be made: %s", error.strerror)


def earlier_versions(path: Path, folders: Folders) -> tuple[Path, ...]:
    """Backups of a file, newest first; their names tell when they were made."""
    return tuple(Backups(folders.backups / project_key(path)).all())


def forget_copies(folder: Path, path: Path | None, folders: Folders) -> None:
    """Delete backups and kept journals of a project (a person's data was deleted for good)."""
    for kept in folder.glob("kept-*.jsonl"):
        kept.unlink(missing_ok=True)
    if path is not None:
        Backups(folders.backups / project_key(path)).forget()
