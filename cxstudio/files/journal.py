"""The recovery journal: every step since the last save, on the disk within two seconds.

Beside it stands a note somebody has not finished typing: no part of the project, but not to be lost either.
A journal that was found and not replayed is never written over: it is put aside under another name.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cxstudio.files.atomic import PRIVATE, NotFlushed, flush_folder, private_folder, replace_file
from cxstudio.files.journal_lines import write_head, write_mark, write_step
from cxstudio.files.journal_rewriting import Rewriting
from cxstudio.files.journal_stream import JournalStream
from cxstudio.files.kept import move_aside
from cxstudio.files.lock import LOCK_NAME
from cxstudio.store import ChangeSet

FILE_NAME = "journal.jsonl"
NOTE_NAME = "unfinished_note.txt"
SNAPSHOT = b'{"snapshot":'
"""How a line begins that holds a project."""


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
        self._stream: JournalStream | None = None
        self._ours = False
        """Whether what lies at `path` was begun or replayed by this session."""
        self._begun = False
        """Whether it was begun and is not known to be in its folder after a power cut."""
        self._count_from_top()
        self.unflushed: Callable[[], Iterable[Path]] = tuple
        """Files its lines name and which were not forced to the disk yet, each told once: they are, with the lines."""
        self._beside: set[Path] = set()
        self._backlog: list[bytes] = []
        self._unflushed: OSError | None = None
        self._left: list[Path] = []
        """Journals of ours whose content is elsewhere by now, and which could not be removed."""
        self._came: list[bytes] | None = None
        """Lines since the file that is being saved was taken from memory; None while none is being saved."""
        self._announced: str | None = None
        """Digest of that file, once it is known."""
        self._marked = False
        """Whether that stands in the journal."""

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
        line = write_step(step) + b"\n"
        self._backlog.append(line)
        if self._came is not None:
            self._came.append(line)

    def write_backlog(self) -> None:
        """Hand over what could not be handed over before. Raises OSError."""
        if self._unflushed is not None:
            raise self._unflushed
        try:
            self._write(b"".join(self._backlog))
            self._backlog.clear()
            if self._announced is not None and not self._marked:
                self._write(write_mark(self._announced, self._lines - len(self._came or ())) + b"\n")
                self._marked = True
        except OSError:
            self._shut()  # who knows where it stands now: it is opened and looked at anew
            raise

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
        replace_file(self.folder / NOTE_NAME, text.encode("utf-8", "replace"), mode=PRIVATE, flush=False)
        self._open().flush_soon(self.folder / NOTE_NAME)

    def flush(self) -> None:
        """Force everything written to the disk; any thread may. Raises OSError."""
        stream = self._stream
        if stream is not None:
            try:
                stream.flush()
            except OSError as error:
                self._unflushed = error  # the system may forget that it failed; what follows has to know
                raise

    # While the file is saved

    def saving(self) -> None:
        """The project is saved as it stands: what comes from now on is not in the file."""
        self._came, self._announced, self._marked = [], None, False

    @property
    def came(self) -> tuple[bytes, ...]:
        """The lines that came while the file was saved."""
        return tuple(self._came or ())

    def announce(self, digest: str) -> None:
        """Say that a file with this hash, about to be put in place, holds all that came before. Raises OSError."""
        self._announced = digest
        if self._ours or self._backlog:
            self.write_backlog()

    def not_saved(self) -> None:
        """It came to nothing: everything goes on as it was."""
        self._came, self._announced = None, None

    def go_on(self, base: Base) -> None:
        """The file is saved, and something came meanwhile: it stands behind what the file holds."""
        self._base, self._snapshot = base, None
        self._came, self._announced = None, None

    def head_for(self, base: Base) -> bytes:
        """The first line of a journal that starts from this."""
        return write_head(base.path, base.digest, base.title, datetime.now().astimezone()) + b"\n"

    def go_on_in(self, folder: Path, base: Base, written: Iterable[bytes]) -> None:
        """As `go_on`, in another folder, where a head and the first of the lines that came are `written` already.

        What was written before stays until `clean_up`.
        """
        head, *lines = written
        if self._ours:
            self._left.append(self.path)
        self._shut()
        self._backlog = list(self.came[len(lines) :])
        self.folder, self._ours, self._unflushed = folder, True, None
        self._count_from_top()
        self._count(b"".join((head, *lines)))
        self.go_on(base)

    def restart(self, folder: Path, base: Base, *, clean: bool = True) -> None:
        """Begin anew, on top of what was just saved. Nothing is written before the next step.

        Without `clean` what was written stays until it stands elsewhere.
        """
        self._shut()
        self._backlog.clear()
        if self._ours:
            self._left.append(self.path)
        self.folder, self._unflushed = folder, None
        self._ours = False
        self.go_on(base)
        if clean:
            self.clean_up()

    def move(self, folder: Path, content: bytes) -> None:
        """Begin anew in a folder with what all steps led to; what was written before is needless then.

        Raises OSError, and everything is as it was.
        """
        before = self.folder, self._ours
        if folder != self.folder:
            self.folder, self._ours = folder, False
        whole = _whole(content)
        try:
            self._begin(self.head_for(self._base) + whole, lasting=True)
        except OSError:
            self.folder, self._ours = before
            raise
        self._backlog.clear()
        self._unflushed = None
        if self._came is not None:
            self._came, self._marked = [whole], False
        if before[1] and before[0] != folder:
            self._left.append(before[0] / FILE_NAME)
        self.clean_up()

    def rewriting(self, content: bytes) -> Rewriting:
        """The same beside the journal, which is gone on with until `put_in_place`; `came` is what comes meanwhile."""
        return Rewriting(self.path, self.head_for(self._base) + _whole(content))

    def put_in_place(self, anew: Rewriting) -> None:
        """Go on with what was written beside, which holds everything that came.

        Raises OSError; the journal is then the one before, or that one, and looked at before it is gone on with.
        """
        beside = self._stream.unflushed if self._stream is not None else ()
        self._beside.update(beside)
        self._shut()
        anew.put()
        self._begun, self._unflushed = True, None
        self._backlog.clear()
        self._count_from_top()
        self._count(anew.lines)
        self._open().flush_soon(*self._beside)
        self._beside.clear()

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
        stream = self._open()
        self._beside.update(self.unflushed())
        stream.flush_soon(*self._beside)
        stream.write(lines, self._good)
        self._count(lines)
        self._beside.clear()
        stream.flush_soon()

    def _head(self) -> bytes:
        """The first lines: where the steps start from, with what a new project began with."""
        head = self.head_for(self._base)
        if self._snapshot is not None:
            head += SNAPSHOT + self._snapshot() + b"}\n"
        return head

    def _begin(self, head: bytes, *, lasting: bool = False) -> None:
        """Begin anew with these lines; `lasting`: in place of others, so that a power cut leaves these or those."""
        self._shut()
        private_folder(self.folder)
        if lasting:
            flush_folder(self.folder.parent)
        if not self._ours and self.path not in self._left:
            move_aside(self.path, datetime.now())
        try:
            replace_file(self.path, head, mode=PRIVATE, flush=lasting)
        except NotFlushed:
            self._left.append(self.path)
            raise
        self._ours, self._begun = True, not lasting
        self._count_from_top()
        self._count(head)

    def _count_from_top(self) -> None:
        self._good, self._lines, self._hash = 0, 0, hashlib.sha256()

    def _count(self, written: bytes) -> None:
        self._good += len(written)
        self._lines += written.count(b"\n")
        self._hash.update(written)

    def _look_at(self) -> None:
        """Before going on: what was written is there, unharmed. Raises OSError."""
        with self.path.open("rb") as stream:
            if hashlib.sha256(stream.read(self._good)).digest() != self._hash.digest():
                raise OSError(errno.EIO, "the journal is not as it was written", str(self.path))

    def _open(self) -> JournalStream:
        if self._stream is None:
            made = JournalStream(self.path, self._good, lambda error: self._in_trouble(made, error), begun=self._begun)
            self._stream, self._begun = made, False
        return self._stream

    def _in_trouble(self, stream: JournalStream, error: OSError) -> None:
        """In the stream's thread: the disk did not confirm lines. Of a journal needed no more that is no news."""
        if stream is self._stream:
            self._unflushed = error
            self.trouble()

    def _shut(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()


def _whole(content: bytes) -> bytes:
    """The line that holds all of a project as it stands."""
    return SNAPSHOT + content + b',"whole":true}\n'


def _remove_folder(folder: Path) -> None:
    """Remove a journal's folder where nothing else is kept in it."""
    with suppress(OSError):  # not empty, or to be removed another time: an empty folder is no harm
        (folder / LOCK_NAME).unlink(missing_ok=True)
        folder.rmdir()
