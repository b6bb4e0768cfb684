"""One program at a time writes a project: a lock in the data folder, gone when the process is gone."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from cxstudio.files.atomic import private_folder

LOCK_NAME = "lock"
"""In a folder that is not the usual one of its project: held by the session that writes there."""


class Locked(Exception):
    """Another window or program holds the project."""


class Lock:
    """Held from construction to `release`."""

    def __init__(self, path: Path) -> None:
        """Raises Locked, OSError."""
        import portalocker  # 15 ms, and no window needs it before something changes

        private_folder(path.parent)
        self.path = path
        self._stream: IO[bytes] | None = path.open("ab")
        try:
            portalocker.lock(self._stream, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.AlreadyLocked as error:
            self._let_go()
            raise Locked(str(path)) from error
        except portalocker.LockException as error:  # a disk without locks: that is nobody's window
            self._let_go()
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), str(path)) from error

    def release(self, *, remove: bool = False) -> None:
        """Let others have it. Harmless when called twice. `remove` where there is nothing left to hold."""
        if self._stream is not None:
            import portalocker

            with suppress(portalocker.LockException):  # closing lets go of it too
                portalocker.unlock(self._stream)
            self._let_go()
            if remove:
                with suppress(OSError):  # an empty file nobody holds is no harm
                    self.path.unlink(missing_ok=True)

    def _let_go(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None
