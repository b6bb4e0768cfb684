"""The file of an open project: where it is, what it holds, and who may write it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import Aside, Loaded, NotSaved, project_bytes
from cxstudio.files.assets import AssetStore
from cxstudio.files.atomic import digest_of, save_bytes
from cxstudio.files.journal import Base
from cxstudio.files.lock import Lock, Locked
from cxstudio.model import Document, Id
from cxstudio.session import copies
from cxstudio.session.folders import Folders, home_of, project_key
from cxstudio.session.log import log
from cxstudio.session.notices import NoticeKind


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
        *,
        overwrite: bool = False,
        backup: bool = True,
    ) -> None:
        """Put a document in the file; `announce` is told the new file's digest before it is in place.

        Raises NotSaved; ChangedOnDisk where somebody else wrote the file meanwhile and `overwrite` does not say that
        theirs may go. Nothing is lost then.
        """
        assert self.path is not None
        data = project_bytes(document, assets, self.aside)
        digest = hashlib.sha256(data).hexdigest()
        if backup:
            copies.keep_backup(self.path, self.folders)
        announce(digest)
        save_bytes(self.path, data, None if overwrite else self.digest)
        self.digest, self.document, self.touched = digest, document, set()
        self.saved_at = datetime.now().astimezone()

    def is_at(self, path: Path) -> bool:
        """Whether this window writes the file at a path already."""
        return self.path is not None and not self.read_only and project_key(path) == project_key(self.path)

    @contextmanager
    def moved_to(self, path: Path) -> Iterator[None]:
        """The file is another one from now on; an error within leaves it where it was.

        Raises NotSaved where the other one is open in another window.
        """
        if self.why_read_only is NoticeKind.NEWER_FORMAT:
            self.may_save()
        try:
            lock = Lock(self.folders.locks / f"{project_key(path)}.lock")
        except Locked as error:
            raise NotSaved(
                N_("“{name}” is open in another window, so it was not replaced."),
                N_("Nothing is lost."),
                N_("Choose another name."),
                name=path.name,
            ) from error
        old_path, old_lock, old_reason = self.path, self.lock, self.why_read_only
        self.path, self.lock, self.why_read_only = path, lock, None
        try:
            yield
        except BaseException:
            self.path, self.lock, self.why_read_only = old_path, old_lock, old_reason
            lock.release()
            raise
        if old_lock is not None:
            old_lock.release(remove=old_path is None)
        log.info("saved under another name%s", "" if old_path else " for the first time")

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

    def lock_new(self, journal: Path) -> None:
        """Take the lock of a new project, whose journal is in this folder. Raises OSError."""
        if self.lock is None and self.path is None:
            self.lock = Lock(self.folders.locks / f"{journal.name}.lock")

    def release(self, *, remove: bool = False) -> None:
        """Let others write it; `remove` where there is nothing left to hold."""
        if self.lock is not None:
            self.lock.release(remove=remove)
            self.lock = None
