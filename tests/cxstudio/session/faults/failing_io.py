"""The system's calls on files below some folders, counted; the n-th fails as a disk would let it.

Only calls of the thread that switched it on count, so that the same run always counts the same.
"""

import builtins
import errno
import io
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any
from unittest import mock

CHANGING = frozenset(
    ("write", "fsync", "replace", "rename", "unlink", "remove", "rmdir", "mkdir", "truncate", "ftruncate")
    + ("fchmod", "chmod", "utime", "open-to-write")
)
"""Calls a full disk or a folder without rights refuses; all others only look."""
ON_PATHS = (
    ("stat", "lstat", "unlink", "remove", "rmdir", "mkdir", "replace", "rename")
    + ("truncate", "scandir", "listdir", "utime", "chmod")
)  # fmt: skip
ON_HANDLES = ("read", "write", "fsync", "ftruncate", "fchmod", "fstat")


READING = {"open": "read", "read": "read", "seek": "read"}
"""Calls that fail together where a file cannot be read."""


class Lasting(Enum):
    """What fails after the call that failed."""

    ONCE = ""
    FILE = "this file from then on"
    """The same with the same file."""
    DISK = "from then on"
    """All the error would hit."""


class FailingIO:
    """Counts; fails call number `at` (from 1), and later ones as `lasting` says."""

    def __init__(
        self, roots: Sequence[Path], at: int = 0, code: int = errno.EIO, lasting: Lasting = Lasting.ONCE
    ) -> None:
        self.calls: list[str] = []
        self.failed_call = ""
        """The first call that failed."""
        self.broken = ""
        """What the run with these failures broke."""
        self.outcome: frozenset[str] = frozenset()
        """How it ended."""
        self.armed = False
        """Whether calls are counted and fail just now; else they only go through here."""
        self._roots = tuple(str(root) for root in roots)
        self._at, self._code, self._lasting = at, code, lasting
        self._bad = ("", "")
        self._paths: dict[int, str] = {}
        self._thread = threading.get_ident()
        self._real = {name: getattr(os, name) for name in {*ON_PATHS, *ON_HANDLES, "open", "close", "dup"}}

    def count(self, name: str, path: object) -> bool:
        """One call; raises OSError where it is to fail. Returns whether the call is below the folders."""
        if isinstance(path, int):
            path = self._paths.get(path)
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        place = os.fsdecode(path)
        if not place.startswith(self._roots):
            return False
        if not self.armed or threading.get_ident() != self._thread:
            return True
        self.calls.append(f"{name} {Path(place).name}")
        number = len(self.calls)
        if number == self._at:
            self.failed_call, self._bad = self.calls[-1], (READING.get(name, name), place)
        elif not self._at or number < self._at or not self._fails_again(name, place):
            return True
        raise OSError(self._code, os.strerror(self._code), place)

    def _fails_again(self, name: str, place: str) -> bool:
        """Whether a call after the one that failed fails, too."""
        if self._lasting is Lasting.DISK:
            return self._code == errno.EIO or name in CHANGING
        return self._lasting is Lasting.FILE and self._bad == (READING.get(name, name), place)

    @contextmanager
    def on(self) -> Iterator[None]:
        """While this lasts, all calls go through here; they are counted while `armed`."""
        patches = [mock.patch.object(os, name, self._on_path(name)) for name in ON_PATHS]
        patches += [mock.patch.object(os, name, self._on_handle(name)) for name in ON_HANDLES]
        patches += [mock.patch.object(os, "open", self._open), mock.patch.object(os, "close", self._close)]
        patches += [mock.patch.object(os, "dup", self._dup)]
        patches += [mock.patch.object(place, "open", self._open_stream) for place in (io, builtins)]
        for patch in patches:
            patch.start()
        try:
            yield
        finally:
            for patch in reversed(patches):
                patch.stop()

    @contextmanager
    def sound(self) -> Iterator[None]:
        """While this lasts, nothing is counted and nothing fails."""
        armed, self.armed = self.armed, False
        try:
            yield
        finally:
            self.armed = armed

    def _on_path(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def call(path: Any = ".", *rest: Any, **named: Any) -> Any:
            if named.get("dir_fd") is not None and isinstance(path, str):
                self.count(name, Path(self._paths.get(named["dir_fd"], "")) / path)
            else:
                self.count(name, path)
            return real(path, *rest, **named)

        return call

    def _on_handle(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def call(handle: Any, *rest: Any, **named: Any) -> Any:
            ours = self.count(name, handle)
            return None if ours and name == "fsync" else real(handle, *rest, **named)  # nobody pulls the plug here

        return call

    def _open(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        self.count("open-to-write" if writes else "open", path)
        handle: int = self._real["open"](path, flags, *rest, **named)
        self._paths[handle] = os.fsdecode(path)
        return handle

    def _close(self, handle: int) -> None:
        self._paths.pop(handle, None)
        self._real["close"](handle)

    def _dup(self, handle: int) -> int:
        copy: int = self._real["dup"](handle)
        if handle in self._paths:
            self._paths[copy] = self._paths[handle]
        return copy

    def _open_stream(self, file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
        if not self._ours(file):
            return io.FileIO(file, mode) if buffering == 0 else _REAL_OPEN(file, mode, buffering, *rest, **named)
        if not isinstance(file, int):
            self.count("open" if mode in {"r", "rb", "rt"} else "open-to-write", file)
        place = self._paths[file] if isinstance(file, int) else os.fsdecode(file)
        raw = _FailingFile(self, file, mode.replace("b", "").replace("t", ""), place)
        self._paths[raw.fileno()] = place
        if buffering == 0:
            return raw
        buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedReader(raw) if "r" in mode else None
        whole = buffered or io.BufferedWriter(raw)
        return whole if "b" in mode else io.TextIOWrapper(whole, *rest, **named)

    def _ours(self, file: object) -> bool:
        place = self._paths.get(file, "") if isinstance(file, int) else file
        return isinstance(place, (str, os.PathLike)) and os.fspath(place).startswith(self._roots)


_REAL_OPEN = builtins.open


class _FailingFile(io.FileIO):
    """A file whose calls are counted; a write that fails has written half."""

    def __init__(self, owner: FailingIO, file: Any, mode: str, place: str) -> None:
        super().__init__(file, mode)
        self._owner, self._place = owner, place

    def write(self, data: Any, /) -> int | None:
        try:
            self._owner.count("write", self._place)
        except OSError:
            super().write(bytes(data)[: len(data) // 2])
            raise
        return super().write(data)

    def read(self, size: int | None = -1, /) -> bytes | None:
        self._owner.count("read", self._place)
        return super().read(-1 if size is None else size)

    def readall(self) -> bytes | None:
        self._owner.count("read", self._place)
        return super().readall()

    def readinto(self, buffer: Any, /) -> int | None:
        self._owner.count("read", self._place)
        return super().readinto(buffer)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._owner.count("seek", self._place)
        return super().seek(offset, whence)

    def truncate(self, size: int | None = None, /) -> int:
        self._owner.count("truncate", self._place)
        return super().truncate(size)
