"""The recovery journal: every step since the last save, on the disk within two seconds.

Beside it stands a note somebody has not finished typing: no part of the project, but not to be lost either.
A journal that was found and not replayed is never written over: it is put aside under another name.
"""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from io import FileIO
from pathlib import Path

from cxstudio.files.atomic import PRIVATE, NotFlushed, flush_folder, private_folder, replace_file
from cxstudio.files.journal_lines import write_head, write_step
from cxstudio.files.jsontext import write_json
from cxstudio.files.kept import move_aside
from cxstudio.store import ChangeSet

FILE_NAME = "journal.jsonl"
NOTE_NAME = "unfinished_note.txt"
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
        self.trouble: Callable[[], object] = lambda: None
        """Called from any thread when lines could not be forced to the disk."""
        self._base = base
        self._snapshot = snapshot
        self._stream: FileIO | None = None
        self._ours = False
        """Whether what lies at `path` was begun or replayed by this session."""
        self._good = 0
        self._hash = hashlib.sha256()
        """Of the first `_good` bytes."""
        self._backlog: list[bytes] = []
        self._unflushed: OSError | None = None
        self._left: list[Path] = []
        """Journals of ours whose content is elsewhere by now, and which could not be removed."""
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._flusher: threading.Thread | None = None
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        return self.folder / FILE_NAME

    @property
    def begun(self) -> bool:
        """Whether there is anything of this session on the disk."""
        return self._ours

    @property
    def waiting(self) -> bool:
        """Whether something could not be written or forced to the disk yet."""
        return bool(self._backlog) or self._unflushed is not None

    def resume(self, good: int) -> None:
        """Go on writing behind the first `good` bytes of an earlier session's journal. Raises OSError."""
        with self.path.open("rb") as stream:
            self._count(stream.read(good))
        self._ours = True

    def call(self, title: str) -> None:
        """What the project is called by the time its journal begins."""
        self._base = replace(self._base, title=title)

    def append(self, step: ChangeSet) -> None:
        """Hand one step to the system at once. Raises OSError; the step is then tried again with the next one."""
        self.put(step)
        self.write_backlog()

    def put(self, step: ChangeSet) -> None:
        """Take one step in, to be handed over by `write_backlog`."""
        self._backlog.append(write_step(step) + b"\n")

    def write_backlog(self) -> None:
        """Hand over what could not be handed over before. Raises OSError."""
        if self._unflushed is not None:
            raise self._unflushed
        try:
            self._write(b"".join(self._backlog))
        except OSError:
            self._shut()  # who knows where it stands now: it is opened and looked at anew
            raise
        self._backlog.clear()
        self._wake.set()

    def unfinished_note(self) -> str:
        """The note left unfinished, "" where there is none. Raises OSError."""
        try:
            return (self.folder / NOTE_NAME).read_text("utf-8", "replace")
        except FileNotFoundError:
            return ""

    def keep_note(self, text: str) -> None:
        """Keep an unfinished note ("" forgets it); the journal begins with it, so that it is found. Raises OSError."""
        if not text:
            (self.folder / NOTE_NAME).unlink(missing_ok=True)
            return
        if not self._ours:
            self._begin(self._head())
        replace_file(self.folder / NOTE_NAME, text.encode("utf-8", "replace"), mode=PRIVATE)

    def mark(self, digest: str) -> None:
        """Say that a file with this hash, about to be put in place, holds everything so far. Raises OSError."""
        if self._ours or self._backlog:
            self._backlog.append(write_json({"base": digest}) + b"\n")
            self.write_backlog()
            self.flush()

    def flush(self) -> None:
        """Force everything written to the disk. Raises OSError."""
        with self._lock:
            if self._stream is None:
                return
            handle = os.dup(self._stream.fileno())
        try:
            os.fsync(handle)  # outside the lock: a slow disk must not hold up the next step
        except OSError as error:
            self._unflushed = error  # the system may forget that it failed; what follows has to know
            raise
        finally:
            os.close(handle)

    def restart(self, folder: Path, base: Base) -> None:
        """Begin anew, on top of what was just saved. Nothing is written before the next step."""
        self._shut()
        self._backlog.clear()
        if self._ours:
            self._left.append(self.path)
        self.folder, self._base, self._snapshot, self._unflushed = folder, base, None, None
        self._ours = False
        self.clean_up()

    def move(self, folder: Path, content: bytes) -> None:
        """Begin anew in a folder with what all steps led to; what was written before is needless then.

        Raises OSError, and everything is as it was.
        """
        before = self.folder, self._ours
        if folder != self.folder:
            self.folder, self._ours = folder, False
        try:
            self._begin(self._head(content))
        except OSError:
            self.folder, self._ours = before
            raise
        self._backlog.clear()
        self._unflushed = None
        if before[1] and before[0] != folder:
            self._left.append(before[0] / FILE_NAME)
        self.clean_up()

    def close(self) -> None:
        """Flush and stop; the journal stays for the next start. Raises OSError."""
        try:
            if self._backlog:
                self.write_backlog()
            self.flush()
        finally:
            self._shut()

    def discard(self) -> None:
        """Stop and delete: everything is in the file. What is not of this session stays. Raises OSError."""
        self._shut()
        if self._ours:
            self._left.append(self.path)
        self._ours = False
        self.clean_up()
        _remove_folder(self.folder)
        if self._left:
            raise OSError(errno.EIO, "a journal that is needed no more cannot be removed", str(self._left[0]))

    def clean_up(self) -> None:
        """Remove journals of this session whose content is elsewhere by now; what stays is tried again."""
        for path in tuple(self._left):
            if path == self.path and self._ours:
                self._left.remove(path)
                continue
            with suppress(OSError):
                path.unlink(missing_ok=True)
                self._left.remove(path)
                if path.parent != self.folder:
                    (path.parent / NOTE_NAME).unlink(missing_ok=True)
                    _remove_folder(path.parent)

    def _write(self, lines: bytes) -> None:
        if not self._ours:
            self._begin(self._head())
        elif self._stream is None:
            self._look_at()
        if self._stream is None:
            self._open()
        assert self._stream is not None
        found = os.fstat(self._stream.fileno())
        if found.st_size != self._good or not os.path.samestat(found, self.path.stat()):
            raise OSError(errno.EIO, "the journal is not as it was left, or its folder is gone", str(self.path))
        data = memoryview(lines)
        written = 0
        while written < len(data):
            written += self._stream.write(data[written:])
        self._count(lines)

    def _head(self, whole: bytes | None = None) -> bytes:
        """The first lines: with the whole content as unsaved work, or with what a new project began with."""
        base = self._base
        head = write_head(base.path, base.digest, base.title, datetime.now().astimezone()) + b"\n"
        if whole is not None:
            head += b'{"snapshot":' + whole + b',"whole":true}\n'
        elif self._snapshot is not None:
            head += b'{"snapshot":' + self._snapshot() + b"}\n"
        return head

    def _begin(self, head: bytes) -> None:
        self._shut()
        private_folder(self.folder)
        flush_folder(self.folder.parent)
        if not self._ours and self.path not in self._left:
            move_aside(self.path, datetime.now())
        try:
            replace_file(self.path, head, mode=PRIVATE)
        except NotFlushed:
            self._left.append(self.path)
            raise
        self._ours = True
        self._good, self._hash = 0, hashlib.sha256()
        self._count(head)

    def _count(self, written: bytes) -> None:
        self._good += len(written)
        self._hash.update(written)

    def _look_at(self) -> None:
        """Before going on: what was written is there, unharmed. Raises OSError."""
        with self.path.open("rb") as stream:
            if hashlib.sha256(stream.read(self._good)).digest() != self._hash.digest():
                raise OSError(errno.EIO, "the journal is not as it was written", str(self.path))

    def _open(self) -> None:
        self._stream = self.path.open("ab", buffering=0)  # always at the end, wherever that is
        self._stream.truncate(self._good)
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
                self.trouble()
                return  # told; the next step is written anew, elsewhere if need be

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
    """Remove a journal's folder where nothing else is kept in it."""
    with suppress(OSError):  # not empty, or to be removed another time: an empty folder is no harm
        (folder / "lock").unlink(missing_ok=True)
        folder.rmdir()
