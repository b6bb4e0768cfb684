"""A person's own file of touchpoints: where it is, how it begins, and when it changed."""

from __future__ import annotations

from pathlib import Path

from cxstudio.catalogue.starter import starter_file
from cxstudio.catalogue.touchpoints import FILE_NAME
from cxstudio.errors import N_, UserError
from cxstudio.files.atomic import private_folder, replace_file
from cxstudio.session.folders import Folders


def own_entries(folders: Folders) -> Path:
    """The file, whether it is there or not."""
    return folders.catalogue / FILE_NAME


def begin_own_entries(folders: Folders, language: str) -> Path:
    """The file, made with remarks and an example where there is none. Raises UserError."""
    path = own_entries(folders)
    if path.exists():
        return path
    try:
        private_folder(path.parent)
        replace_file(path, starter_file(language))
    except OSError as error:
        raise UserError(
            N_("“{file}” could not be created ({why})."), N_("Nothing was changed."), file=path.name, why=error.strerror
        ) from error
    return path


def stamp(folders: Folders) -> tuple[int, int] | None:
    """What tells one state of the file from another; None where there is no file."""
    try:
        found = own_entries(folders).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
