"""Writing a file so that at every moment either the old or the new one is there, whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import sys
import time
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files.errors import ChangedOnDisk, NotSaved, saving_failed

TEMP_MARK = ".cxs-part-"
LEFT_BEHIND = 3600.0
"""Seconds after which a half-written file is taken for the remains of a crash."""


def digest_of(path: Path) -> str | None:
    """SHA-256 of the file on the disk; None where there is none. Raises OSError."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def save_bytes(path: Path, data: bytes, expected: str | None = None) -> str:
    """Replace the file at `path` by `data` and return its SHA-256.

    `expected` is the hash the file must still have (ChangedOnDisk otherwise; a file that has gone is no
    obstacle); None replaces whatever is there. Raises NotSaved, and the file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(target))
        if expected is not None and digest_of(target) not in {expected, None}:
            raise changed_on_disk(path.name)
        return replace_file(target, data)
    except OSError as error:
        raise saving_failed(error, path.name) from error


def changed_on_disk(name: str) -> ChangedOnDisk:
    return ChangedOnDisk(
        N_("“{name}” was changed by somebody else since you opened it, so it was not saved."),
        N_("Both versions are safe: theirs in the file, yours here."),
        N_("Save yours under another name, or replace theirs."),
        name=name,
    )


def replace_file(target: Path, data: bytes) -> str:
    """Write beside, flush to the disk, read back, put in place. Raises OSError; returns the SHA-256."""
    stem = TEMP_MARK + hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    temp = target.with_name(f"{stem}-{secrets.token_hex(4)}")
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        write_through(temp, data, mode)
        digest = hashlib.sha256(data).hexdigest()
        if digest_of(temp) != digest:
            raise NotSaved(
                N_("“{name}” was not saved: the data read back did not match what was written."),
                N_("The file on the disk is as it was, and your work is still open."),
                N_("Save it on another disk."),
                name=target.name,
            )
        temp.replace(target)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)
    _sweep(target.parent, stem)
    return digest


def _sweep(folder: Path, stem: str) -> None:
    """Remove what a killed save of this file left behind; the save itself has succeeded, so nothing is raised."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{stem}-*"):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND:
                left.unlink(missing_ok=True)


def write_through(path: Path, data: bytes, mode: int | None = None) -> None:
    """A new file whose bytes are on the disk when this returns. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        if mode is not None and sys.platform != "win32":
            os.fchmod(handle, mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut, where the system can; the rename itself has happened."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # some folders cannot be read, and some network file systems cannot flush them
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
