"""Writing a file so that at every moment either the old or the new one is there, whole."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cxstudio.errors import N_
from cxstudio.files.errors import ChangedOnDisk, no_file, not_confirmed, not_given_back, saving_failed

T = TypeVar("T")
_AGAIN_S = (0.05, 0.1, 0.2, 0.4)
PRIVATE = 0o600
"""Mode of what the program keeps for itself: nobody else of the machine may look into it."""
TEMP_MARK = ".cxs-part-"
NO_FILE = ""
"""The hash expected of a file that must not be there."""
_CANNOT = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS, errno.EROFS})
"""What a file system says that cannot flush folders at all."""
LEFT_BEHIND = 3600.0
"""Seconds after which a half-written file is taken for the remains of a crash."""


class NotGivenBack(OSError):
    """The disk gives back something else than was written."""


class NotFlushed(OSError):
    """A file is in place, and the disk did not say that it will be there after a power cut."""

    def __init__(self, digest: str, why: OSError) -> None:
        super().__init__(why.errno, why.strerror)
        self.digest = digest
        """SHA-256 of what is in place."""


def digest_of(path: Path) -> str | None:
    """SHA-256 of the file on the disk; None where there is none. Raises OSError."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, into which only this person may look. Raises OSError."""
    for each in reversed((folder, *folder.parents)):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def mode_of(path: Path) -> int | None:
    """The permissions of a file; None where there is none. Raises OSError."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def save_bytes(path: Path, data: bytes, expected: str | None = None, mode: int | None = None) -> str:
    """Replace the file at `path` by `data` and return its SHA-256.

    `mode` are the permissions it gets (None: those it has, for a new file those the system gives).

    `expected` is the hash the file must still have, also at the last moment (ChangedOnDisk otherwise; a file that has
    gone is no obstacle), NO_FILE where there must be none; None replaces whatever file is there. Raises NotSaved, and
    the file is then as it was; NotConfirmed where it is in place and the disk did not say that it will stay.
    """
    target = Path(os.path.realpath(path))

    def check() -> None:
        if expected is not None and digest_of(target) not in {expected or None, None}:
            raise changed_on_disk(path.name)

    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if target.exists() and not target.is_file():
            raise no_file(path.name)
        check()
        return replace_file(target, data, check, mode)
    except NotGivenBack as error:
        raise not_given_back(path.name) from error
    except NotFlushed as error:
        raise not_confirmed(path.name, error.digest) from error
    except OSError as error:
        raise saving_failed(error, path.name) from error


def changed_on_disk(name: str) -> ChangedOnDisk:
    return ChangedOnDisk(
        N_("“{name}” was changed by somebody else since you opened it, so it was not saved."),
        N_("Both versions are safe: theirs in the file, yours here."),
        N_("Save yours under another name, or replace theirs."),
        name=name,
    )


def replace_file(
    target: Path,
    data: bytes,
    check: Callable[[], object] | None = None,
    mode: int | None = None,
    *,
    flush: bool = True,
) -> str:
    """Write beside, flush to the disk, read back, put in place; returns the SHA-256.

    `check` is called just before it is put in place and may raise; `mode` as in `save_bytes`. Without `flush` the disk
    is not waited for: where there is nothing to replace that matters. Raises OSError; NotFlushed where it is in place,
    and the disk did not say that it will stay.
    """
    stem = temporary_stem(target)
    temp = target.with_name(f"{stem}-{secrets.token_hex(4)}")
    try:
        mode = mode_of(target) if mode is None else mode
        write_through(temp, data, mode, flush=flush)
        digest = hashlib.sha256(data).hexdigest()
        if digest_of(temp) != digest:
            raise NotGivenBack(errno.EIO, os.strerror(errno.EIO), str(target))
        if check is not None:
            check()
        once_let_go(lambda: temp.replace(target))
    except BaseException:
        with contextlib.suppress(OSError):  # the first error is the one to tell; the next save sweeps
            temp.unlink(missing_ok=True)
        raise
    if flush:
        try:
            flush_folder(target.parent)
        except OSError as error:
            raise NotFlushed(digest, error) from error
    _sweep(target.parent, stem)
    return digest


def temporary_stem(target: Path) -> str:
    """How the names begin of files that are written to be put in place of this one."""
    return TEMP_MARK + hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def once_let_go(act: Callable[[], T]) -> T:
    """Do it; on Windows again for a moment, where another program (virus scanner, sync client) holds the file open."""
    if sys.platform == "win32":
        for pause in _AGAIN_S:
            try:
                return act()
            except PermissionError:
                time.sleep(pause)
    return act()


def _sweep(folder: Path, stem: str) -> None:
    """Remove what a killed save of this file left behind; the save itself has succeeded, so nothing is raised."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{stem}-*"):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND:
                left.unlink(missing_ok=True)


def write_through(path: Path, data: bytes, mode: int | None = None, *, flush: bool = True) -> None:
    """A new file whose bytes are on the disk when this returns, unless without `flush`. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666 if mode is None else PRIVATE)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        if mode is not None and sys.platform != "win32":
            os.fchmod(handle, mode)
        if flush:
            os.fsync(handle)
    finally:
        os.close(handle)


def flush_file(path: Path) -> None:
    """Force a file that was written to the disk; one that has gone needs it no more. Raises OSError."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut, where the system can. Raises OSError where it failed."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # one may write in some folders that one may not read
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(handle)
