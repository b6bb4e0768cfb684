"""A journal written anew beside the one that is still gone on with, to be put in its place in one step."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cxstudio.files.atomic import PRIVATE, NotGivenBack, digest_of, once_let_go, temporary_stem, write_through


class Rewriting:
    """`write` and `add` may take as long as the disk does, in a thread; each raises OSError, and is tried once."""

    def __init__(self, path: Path, lines: bytes) -> None:
        """`path` is the journal's, `lines` what it begins with."""
        self.path, self.lines = path, lines
        self._temp = path.with_name(f"{temporary_stem(path)}-{secrets.token_hex(4)}")

    def write(self) -> None:
        """Have the first lines on the disk, and read them back."""
        write_through(self._temp, self.lines, PRIVATE)
        if digest_of(self._temp) != hashlib.sha256(self.lines).hexdigest():
            raise NotGivenBack(errno.EIO, os.strerror(errno.EIO), str(self.path))

    def add(self, lines: bytes) -> None:
        """Have further lines on the disk."""
        handle = os.open(self._temp, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        try:
            view = memoryview(lines)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        self.lines += lines

    def put(self) -> None:
        """Have it in place of the other one, for every reader at once. Raises OSError, and the other one stays."""
        once_let_go(lambda: self._temp.replace(self.path))

    def drop(self) -> None:
        """It is not needed; what cannot be removed goes with the next journal."""
        with suppress(OSError):
            self._temp.unlink(missing_ok=True)
