"""The file of an open project: where it is, what it holds, and who may write it."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import Aside, Loaded, NotSaved, project_bytes
from cxstudio.files.assets import AssetStore
from cxstudio.files.atomic import NO_FILE, digest_of, mode_of, save_bytes
from cxstudio.files.errors import NotConfirmed, not_backed_up, saving_failed
from cxstudio.files.journal import Base
from cxstudio.files.lock import Lock, Locked
from cxstudio.model import Document, Id
from cxstudio.session import copies
from cxstudio.session.folders import Folders, home_of, lock_of, project_key
from cxstudio.session.log import log
from cxstudio.session.notices import NoticeKind


class Replacing(Enum):
    """What a save may replace."""

    OWN = "own"
    """Only what this window read or wrote."""
    THEIRS = "theirs"
    """What somebody else wrote, once a copy of it is kept."""
    ANYTHING = "anything"
    """What somebody else wrote, also where no copy can be kept."""


@dataclass(eq=False)
class SavedFile:
    """One file, held by a lock so that no other window writes it. A new project has none yet: `path` is None."""

    folders: Folders
    document: Document
    """The project as it stands in the file, or as a new one began."""
    path: Path | None = None
    digest: str | None = None
    """SHA-256 of the file as it was read or written last."""
    saved_at: datetime | None = None
    aside: Aside = field(default_factory=Aside)
    lock: Lock | None = None
    why_read_only: NoticeKind | None = None
    touched: set[Id] = field(default_factory=set, init=False)
    """Records that may differ from those in the file."""

    def __post_init__(self) -> None:
        self._mode: int | None = None
        """Permissions of the project that is being saved under another name."""
        self._seen: tuple[int, int] | None = None
        self._compared = (self.document, self.document, False)

    # What it is

    @property
    def name(self) -> str:
        """Its name without folders, nothing where there is no file yet."""
        return self.path.name if self.path else ""

    @property
    def read_only(self) -> bool:
        """Whether it must not be written: a newer program's, or open in another window."""
        return self.why_read_only is not None

    @property
    def base(self) -> Base:
        """What a journal begun now starts from."""
        return Base(self.path, self.digest, self.document.project.title)

    @property
    def home(self) -> Path:
        """The folder of its journal. Only for a project that has a file."""
        assert self.path is not None
        return home_of(self.path, self.folders)

    def differs(self, document: Document) -> bool:
        """Whether a document differs from what the file holds (or from how a new project began)."""
        known_now, known_then, known = self._compared
        if known_now is not document or known_then is not self.document:
            pairs = ((document.find(i), self.document.find(i)) for i in self.touched)
            known = any(a is not b and a != b for a, b in pairs)
            self._compared = (document, self.document, known)
        return known

    def touch(self, records: Iterable[Id]) -> None:
        """These records were changed, added or removed since the file was written."""
        self.touched.update(records)

    # Writing it

    def may_save(self) -> None:
        """Raises NotSaved where there is nothing to save to, or nothing may be written."""
        if self.path is None:
            raise NotSaved(N_("The project has no file yet."), "", N_("Save it under a name."))
        if self.read_only:
            raise NotSaved(
                N_("“{name}” is open for reading only, so it was not saved."),
                N_("The file was not changed."),
                name=self.name,
            )

    def write(
        self,
        document: Document,
        assets: AssetStore,
        announce: Callable[[str], object],
        replacing: Replacing = Replacing.OWN,
        *,
        backup: bool = True,
    ) -> Path | None:
        """Put a document in the file; `announce` is told the new file's digest before it is in place.

        `replacing` says what may be replaced. Returns where a version somebody else wrote is kept, if one was
        replaced. Raises NotSaved; ChangedOnDisk and NotBackedUp where it has to be asked first. Nothing is lost then.
        """
        assert self.path is not None
        data = project_bytes(document, assets, self.aside)
        digest = hashlib.sha256(data).hexdigest()
        expected, kept = self.digest, None
        if replacing is not Replacing.OWN:
            expected, kept = self._keep_theirs(self.path, replacing)
        elif backup:
            copies.keep_backup(self.path, self.folders)
        announce(digest)
        try:
            save_bytes(self.path, data, expected, self._mode)
        except NotConfirmed as error:
            self.digest = digest  # it is in place, but may be gone after a power cut: it counts as not saved
            error.kept = kept
            raise
        self.digest, self.document, self.touched = digest, document, set()
        self.saved_at = datetime.now().astimezone()
        return kept

    def _keep_theirs(self, path: Path, replacing: Replacing) -> tuple[str, Path | None]:
        """Keep what is to be replaced and is not what this window saved; returns its digest and where it is kept."""
        try:
            if not path.is_file():
                return NO_FILE, None
            data = path.read_bytes()
        except OSError as error:
            raise saving_failed(error, path.name) from error
        digest = hashlib.sha256(data).hexdigest()
        if digest == self.digest:
            copies.keep_backup(path, self.folders)
            return digest, None
        try:
            return digest, copies.keep_version(data, path, self.folders)
        except OSError as error:
            log.warning("what is to be replaced cannot be kept: %s", error.strerror)
            if replacing is Replacing.ANYTHING:
                return digest, None
            raise not_backed_up(path.name, error) from error

    def is_at(self, path: Path) -> bool:
        """Whether this window writes the file at a path already."""
        return self.path is not None and not self.read_only and project_key(path) == project_key(self.path)

    @contextmanager
    def moved_to(self, path: Path) -> Iterator[None]:
        """The file is another one from now on; an error within leaves it where it was.

        Raises NotSaved where the other one is open in another window. Where there can be no locks it goes without.
        """
        if self.why_read_only is NoticeKind.NEWER_FORMAT:
            self.may_save()
        mode = self._permissions()
        try:
            lock: Lock | None = Lock(lock_of(path, self.folders))
        except OSError as error:
            log.warning("no lock can be taken: %s", error.strerror)
            lock = None
        except Locked as error:
            raise NotSaved(
                N_("“{name}” is open in another window, so it was not replaced."),
                N_("Nothing is lost."),
                N_("Choose another name."),
                name=path.name,
            ) from error
        old_path, old_digest, old_lock, old_reason = self.path, self.digest, self.lock, self.why_read_only
        self.path, self.lock, self.why_read_only, self._mode = path, lock, None, mode
        try:
            yield
        except BaseException:
            self.path, self.digest, self.lock, self.why_read_only = old_path, old_digest, old_lock, old_reason
            if lock is not None:
                lock.release()
            raise
        finally:
            self._mode = None
        if old_lock is not None:
            old_lock.release(remove=old_path is None)
        log.info("saved under another name%s", "" if old_path else " for the first time")

    def _permissions(self) -> int | None:
        """Those of the file as it is; None where there is none, or they cannot be read."""
        try:
            return mode_of(self.path) if self.path is not None else None
        except OSError:
            return None

    # What others do to it

    def changed_by_others(self) -> bool:
        """Whether somebody else wrote the file since; asked again, only when it looks different from last time."""
        if self.path is None or self.digest is None:
            return False
        try:
            found = self.path.stat()
            seen = (found.st_mtime_ns, found.st_size)
            if seen == self._seen:
                return False
            digest, self._seen = digest_of(self.path), seen
        except OSError:
            return False
        return digest not in {None, self.digest}

    def was_read(self, loaded: Loaded) -> None:
        """It holds this now."""
        self.aside, self.digest, self.document = loaded.content.aside, loaded.digest, loaded.content.document

    def hold(self, journal: Path) -> None:
        """Have the lock without which nothing is written to the journal in this folder of the data folder.

        Raises OSError where it cannot be taken, also because another window has it by now.
        """
        if self.lock is None:
            place = lock_of(self.path, self.folders) if self.path else self.folders.locks / f"{journal.name}.lock"
            try:
                self.lock = Lock(place)
            except Locked as error:
                raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(place)) from error

    def release(self, *, remove: bool = False) -> None:
        """Let others write it; `remove` where there is nothing left to hold."""
        if self.lock is not None:
            self.lock.release(remove=remove)
            self.lock = None
