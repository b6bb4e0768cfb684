"""Reading projects and unsaved work: where one waits for it, or beside a window that goes on meanwhile."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from cxstudio.errors import UserError
from cxstudio.files.container import LARGEST_FILE, MEGABYTE
from cxstudio.files.errors import NotReadable, Unusual, took_too_much
from cxstudio.files.loading import QUICK_FILE, Loaded, collector_off, load, load_in_steps, read_bytes
from cxstudio.files.recovery import QUICK_JOURNAL, Recovered, read_journal, replay_in_steps
from cxstudio.model import Document
from cxstudio.progress import Progress
from cxstudio.regular_files import TooLong
from cxstudio.session.bounds import Bounds
from cxstudio.session.tasks import BoundedTask
from cxstudio.steps import Steps, finished, in_thread

T = TypeVar("T")
MEGABYTES: Final = 300
"""What reading may take, beyond what the file itself and its copy on the way here do."""
SECONDS: Final = 10


class Reader:
    """Reads where one waits for it: commands, tests."""

    def load(self, path: Path) -> Steps[Loaded]:
        """As `files.load`. Raises NotReadable."""
        yield from ()
        return load(path)

    def replay(self, journal: Path, document: Document, digest: str | None) -> Steps[Recovered | None]:
        """As `files.recovery.replay`, of a journal wherever it lies. Raises OSError: TooLong past the bounds."""
        return (yield from replay_in_steps(read_journal(journal), document, digest))


class ReaderBeside(Reader):
    """Reads in steps of a few hundredths of a second, and in a process of its own what would take longer.

    In steps goes only what is as this program writes it, and of such a size: anything else is the process's, which may
    take so much memory and time and no more.
    """

    def __init__(self) -> None:
        self.progress = 0.0
        """Of what is read in a process, 0 to 1; 0 where nothing is known."""

    def load(self, path: Path) -> Steps[Loaded]:
        try:
            data = yield from in_thread(read_bytes, path, QUICK_FILE)
            with collector_off():  # between two steps, too: it would walk through all that came in the last one
                return (yield from load_in_steps(data, path, only_usual=True))
        except Unusual:
            return (yield from self._apart(path, took_too_much(path.name), _load_apart, path))

    def replay(self, journal: Path, document: Document, digest: str | None) -> Steps[Recovered | None]:
        try:
            data = yield from in_thread(read_journal, journal, QUICK_JOURNAL)
            return (yield from replay_in_steps(data, document, digest, only_usual=True))
        except Unusual:
            refused = took_too_much(journal.name)
        try:
            return (yield from self._apart(journal, refused, _replay_apart, journal, document, digest))
        except NotReadable as error:
            raise TooLong(errno.EFBIG, os.strerror(errno.EFBIG), str(journal)) from error

    def _apart(self, path: Path, refused: UserError, function: Callable[..., T], *args: object) -> Steps[T]:
        task = BoundedTask(_bounds_for(path), refused, function, *args)
        task.start()
        try:
            while not task.poll():
                self.progress = task.progress
                yield
            return task.result()
        finally:
            task.cancel()


def _bounds_for(path: Path) -> Bounds:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return Bounds(MEGABYTES + 4 * min(size, LARGEST_FILE) // MEGABYTE, SECONDS)


def _load_apart(path: Path, *, progress: Progress) -> Loaded:
    progress(0.1, "")
    return load(path)


def _replay_apart(journal: Path, document: Document, digest: str | None, *, progress: Progress) -> Recovered | None:
    progress(0.1, "")
    return finished(replay_in_steps(read_journal(journal), document, digest))
