"""Reading files from strangers: regular ones only, and never more than the reader can hold."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotRegular(OSError):
    """A pipe, a device, a socket: something that may block or never end."""


class TooLong(OSError):
    """A file of more bytes than its reader takes."""


def read_regular(path: Path, most: int, only: int | None = None) -> bytes:
    """The whole file, or `only` so many bytes of its beginning; one that grows meanwhile is read as far as it was.

    Raises NotRegular, TooLong (more than `most` bytes), OSError.
    """
    with open_regular(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > most:
            raise TooLong(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return stream.read(size if only is None else min(size, only))


def open_regular(path: Path) -> BinaryIO:
    """The file, open for reading; waits for nobody. Raises NotRegular, OSError."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        stream = os.fdopen(os.open(path, flags), "rb")
    except PermissionError as error:  # what Windows says of a folder
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path)) from error
        raise
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except OSError:
        stream.close()
        raise
    if stat.S_ISREG(mode):
        return stream
    stream.close()
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise NotRegular(errno.EINVAL, "not a regular file", str(path))
