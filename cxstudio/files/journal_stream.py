"""The open file of a journal: written at once, and forced to the disk by a thread of its own, which may take long."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cxstudio.files.atomic import flush_file, flush_folder

FLUSH_WITHIN = 1.0
"""Seconds after which a line is forced to the disk; two at most, with the time that takes."""
PATIENCE = 0.02
"""So many seconds its thread is waited for; one that waits for the disk ends by itself."""


class JournalStream:
    """Open from construction to `close`."""

    def __init__(self, path: Path, good: int, trouble: Callable[[OSError], object], *, begun: bool) -> None:
        """Go on behind the first `good` bytes. `begun`: the file is new, and so may its folder be.

        `trouble` is called from the thread when lines could not be forced to the disk. Raises OSError.
        """
        self._path, self._trouble = path, trouble
        self._unflushed_folders = [path.parent, path.parent.parent] if begun else []
        self._unflushed_files: set[Path] = set()
        self._stream = path.open("ab", buffering=0)  # always at the end, wherever that is
        try:
            self._stream.truncate(good)
        except OSError:
            self._stream.close()
            raise
        self._lock = threading.Lock()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._flush_now_and_then, name="journal", daemon=True)
        self._thread.start()

    @property
    def unflushed(self) -> tuple[Path, ...]:
        """Files beside it that are to be forced to the disk with its next lines."""
        with self._lock:
            return tuple(self._unflushed_files)

    def write(self, lines: bytes, good: int) -> None:
        """Hand lines to the system, behind the `good` bytes there are. Raises OSError."""
        found = os.fstat(self._stream.fileno())
        if found.st_size != good or not os.path.samestat(found, self._path.stat()):
            raise OSError(errno.EIO, "the journal is not as it was left, or its folder is gone", str(self._path))
        data = memoryview(lines)
        written = 0
        while written < len(data):
            written += self._stream.write(data[written:])

    def flush_soon(self, *beside: Path) -> None:
        """Let the thread force everything written so far to the disk; `beside`: and these files, before that."""
        with self._lock:
            self._unflushed_files.update(beside)
        self._wake.set()

    def flush(self) -> None:
        """Force everything written to the disk; any thread may. Raises OSError."""
        with self._lock:
            if self._stream.closed:
                return
            handle = os.dup(self._stream.fileno())
            files, folders = tuple(self._unflushed_files), tuple(self._unflushed_folders)
            self._unflushed_files.clear()
        try:  # outside the lock: a slow disk must not hold up the next step
            for file in files:
                flush_file(file)
            for folder in {file.parent for file in files}.difference(folders):
                with suppress(FileNotFoundError):  # as a file that has gone: emptied once all of it was saved
                    flush_folder(folder)
            for folder in folders:
                flush_folder(folder)
            os.fsync(handle)
        finally:
            os.close(handle)
        self._unflushed_folders.clear()

    def close(self) -> None:
        """Stop, without forcing anything to the disk."""
        self._stop.set()
        self._wake.set()
        self._thread.join(PATIENCE)
        with self._lock:
            self._stream.close()

    def _flush_now_and_then(self) -> None:
        while not self._stop.is_set():
            self._wake.wait()
            self._wake.clear()
            if self._stop.wait(FLUSH_WITHIN):  # gathers a second's lines into one flush
                return
            try:
                self.flush()
            except OSError as error:
                self._trouble(error)
                return  # told; the next step is written anew, elsewhere if need be
