"""The recovery journal: every step since the last save, on the disk within two seconds.

Beside it stands a note somebody has not finished typing: no part of the project, but not to be lost either.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from io import FileIO
from pathlib import Path

from cxstudio.files.atomic import flush_folder, replace_file
from cxstudio.files.journal_lines import write_step
from cxstudio.files.jsontext import write_json
from cxstudio.store import ChangeSet

FILE_NAME = "journal.jsonl"
NOTE_NAME = "unfinished_note.txt"
JOURNAL_FORMAT = 0
FLUSH_WITHIN = 1.0
"""Seconds after which a line is forced to the disk; two at most, with the time that takes."""


@dataclass(frozen=True, slots=True)
class Base:
    """What the steps start from: a file with this hash, or the snapshot that follows."""

    path: Path | None
    digest: str | None
    title: str = ""


class Journal:
    """Writes the journal of one open project. Nothing is on the disk before the first step."""

    def __init__(self, folder: Path, base: Base, snapshot: Callable[[], bytes] | None = None) -> None:
        """`snapshot` gives the project's content where no file does."""
        self.folder = folder
        self._base = base
        self._snapshot = snapshot
        self._stream: FileIO | None = None
        self._good = 0
        self._backlog: list[bytes] = []
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._flusher: threading.Thread | None = None
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        return self.folder / FILE_NAME

    def resume(self, good: int) -> None:
        """Go on writing behind the first `good` bytes of an earlier session's journal. Raises OSError."""
        self._good = good
        self._open()

    def call(self, title: str) -> None:
        """What the project is called by the time its journal begins."""
        self._base = replace(self._base, title=title)

    def append(self, step: ChangeSet) -> None:
        """Hand one step to the system at once. Raises OSError; the step is then tried again with the next one."""
        self._backlog.append(write_step(step) + b"\n")
        self._write_backlog()
        self._wake.set()

    def unfinished_note(self) -> str:
        """The note left unfinished, "" where there is none. Raises OSError."""
        path = self.folder / NOTE_NAME
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def keep_note(self, text: str) -> None:
        """Keep an unfinished note ("" forgets it); the journal begins with it, so that it is found. Raises OSError."""
        if not text:
            (self.folder / NOTE_NAME).unlink(missing_ok=True)
            return
        if self._stream is None:
            self._begin()
        replace_file(self.folder / NOTE_NAME, text.encode("utf-8", "replace"))

    def mark(self, digest: str) -> None:
        """Say that a file with this hash, about to be put in place, holds everything so far. Raises OSError."""
        if self._stream is not None or self._backlog:
            self._backlog.append(write_json({"base": digest}) + b"\n")
            self._write_backlog()
            self.flush()

    def flush(self) -> None:
        """Force everything written to the disk. Raises OSError."""
        with self._lock:
            if self._stream is None:
                return
            handle = os.dup(self._stream.fileno())
        try:
            os.fsync(handle)  # outside the lock: a slow disk must not hold up the next step
        finally:
            os.close(handle)

    def restart(self, folder: Path, base: Base, snapshot: Callable[[], bytes] | None = None) -> None:
        """Begin anew, on top of what was just saved. Raises OSError."""
        self._backlog.clear()
        note = self.unfinished_note()
        old, self.folder, self._base, self._snapshot, self._good = self.folder, folder, base, snapshot, 0
        self._shut()
        (old / FILE_NAME).unlink(missing_ok=True)
        self.keep_note(note)
        if old != folder:
            (old / NOTE_NAME).unlink(missing_ok=True)
            _remove_folder(old)

    def rewrite(self, content: bytes) -> None:
        """Replace all steps by the content they led to (a person's data was deleted for good). Raises OSError."""
        self._shut()
        self._backlog.clear()
        self.folder.mkdir(parents=True, exist_ok=True)
        head = write_json(_head(self._base)) + b'\n{"snapshot":' + content + b"}\n"
        replace_file(self.path, head)
        self._good = len(head)
        self._open()

    def close(self) -> None:
        """Flush and stop; the journal stays for the next start. Raises OSError."""
        try:
            if self._backlog:
                self._write_backlog()
            self.flush()
        finally:
            self._shut()

    def discard(self) -> None:
        """Stop and delete: everything is in the file. Journals kept aside stay. Raises OSError."""
        self._shut()
        self.path.unlink(missing_ok=True)
        _remove_folder(self.folder)

    def _write_backlog(self) -> None:
        if self._stream is None:
            self._begin()
        assert self._stream is not None
        data = memoryview(b"".join(self._backlog))
        try:
            written = 0
            while written < len(data):
                written += self._stream.write(data[written:])
        except OSError:
            self._stream.truncate(self._good)
            self._stream.seek(self._good)
            raise
        self._good += len(data)
        self._backlog.clear()

    def _begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        flush_folder(self.folder.parent)
        head = write_json(_head(self._base)) + b"\n"
        if self._snapshot is not None:
            head += b'{"snapshot":' + self._snapshot() + b"}\n"
        replace_file(self.path, head)
        self._good = len(head)
        self._open()

    def _open(self) -> None:
        self._stream = self.path.open("r+b", buffering=0)
        self._stream.truncate(self._good)
        self._stream.seek(self._good)
        self._stop.clear()
        self._wake.clear()
        self._flusher = threading.Thread(target=self._flush_now_and_then, name="journal", daemon=True)
        self._flusher.start()

    def _flush_now_and_then(self) -> None:
        while not self._stop.is_set():
            self._wake.wait()
            self._wake.clear()
            self._stop.wait(FLUSH_WITHIN)  # gathers a second's lines into one flush
            try:
                self.flush()
            except OSError:
                # The next write meets the same disk, on the thread that can tell it.
                continue

    def _shut(self) -> None:
        self._stop.set()
        self._wake.set()
        if self._flusher is not None:
            self._flusher.join()
            self._flusher = None
        with self._lock:
            if self._stream is not None:
                self._stream.close()
                self._stream = None


def _remove_folder(folder: Path) -> None:
    """Remove a journal's folder, unless journals that did not fit were kept in it."""
    shutil.rmtree(folder / "assets", ignore_errors=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _head(base: Base) -> dict[str, object]:
    return {
        "journal": JOURNAL_FORMAT,
        "path": None if base.path is None else str(base.path),
        "base": base.digest,
        "title": base.title,
        "started": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
