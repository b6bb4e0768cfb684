"""The file of an open project: where it is, what it holds, and who may write it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from cxstudio.errors import N_
from cxstudio.files import Aside, Loaded, NotSaved
from cxstudio.files.atomic import digest_of, mode_of
from cxstudio.files.journal import Base
from cxstudio.files.lineage import Lineage
from cxstudio.files.lock import Lock, Locked
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, Id
from cxstudio.session.folders import Folders, home_of, lock_of, project_key
from cxstudio.session.log import log
from cxstudio.session.notices import NoticeKind
from cxstudio.session.versions.lineages import Merged, as_saved_here, next_lineage
from cxstudio.session.writing import Replacing, Writing
from cxstudio.steps import Steps, in_thread

_Seen: TypeAlias = tuple[int, int]
"""When a file was written, in nanoseconds, and its bytes: as much as can be asked without reading it."""


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
    lineage: Lineage = field(default_factory=Lineage)
    """Where the file comes from, as it was read or written last."""
    lock: Lock | None = None
    why_read_only: NoticeKind | None = None
    touched: set[Id] = field(default_factory=set, init=False)
    """Records that may differ from those in the file."""
    merged: Merged = field(default_factory=Merged, init=False)
    """Copies that were merged into the project since it was opened."""

    def __post_init__(self) -> None:
        self._touched_before: set[Id] = set()
        """Those before the document was taken that is being written."""
        self._seen: _Seen | None = None
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
            pairs = ((document.find(i), self.document.find(i)) for i in self.touched | self._touched_before)
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

    def writing(
        self,
        document: Document,
        assets: Mapping[str, bytes],
        replacing: Replacing,
        path: Path | None = None,
        *,
        backup: bool = True,
    ) -> Writing:
        """All it takes to put a document in the file, or in another one."""
        target = path or self.path
        assert target is not None
        pictures = {digest: assets[digest] for digest in used_assets(document) if digest in assets}
        mode = self._permissions() if path is not None else None
        lineage = next_lineage(self.lineage, self.document, self.aside, self.folders, self.merged)
        merged = self.merged.in_own_file if path is None else ""
        known = merged or self.digest
        return Writing(
            target, document, pictures, self.aside, known, replacing, self.folders, backup, mode, lineage, bool(merged)
        )

    def saving(self) -> None:
        """The document is being written as it stands; what is touched from now on differs from that."""
        self._touched_before, self.touched = self.touched, set()

    def not_saved(self) -> None:
        """It came to nothing: everything touched before may still differ."""
        self.touched |= self._touched_before
        self._touched_before = set()

    def in_place(self, digest: str) -> None:
        """What is at its place now has this SHA-256."""
        self.digest = digest
        self.merged.written()

    def holds(self, document: Document, digest: str, lineage: Lineage) -> None:
        """It was written, and holds this now."""
        self.in_place(digest)
        self.document, self.lineage = document, lineage
        self._touched_before = set()
        self.saved_at = datetime.now().astimezone()

    def is_at(self, path: Path) -> bool:
        """Whether this window writes the file at a path already."""
        return self.path is not None and not self.read_only and project_key(path) == project_key(self.path)

    def digest_of_own(self, read: tuple[Path, str] | None) -> str:
        """The SHA-256 of a file that was read where it is this one, as somebody else left it; else ""."""
        return read[1] if read is not None and self.is_at(read[0]) else ""

    def lock_at(self, path: Path) -> Lock | None:
        """The lock of another file this project is about to be written to; None where there can be no locks.

        Raises NotSaved where that is open in another window.
        """
        if self.why_read_only is NoticeKind.NEWER_FORMAT:
            self.may_save()
        try:
            return Lock(lock_of(path, self.folders))
        except OSError as error:
            log.warning("no lock can be taken: %s", error.strerror)
            return None
        except Locked as error:
            raise NotSaved(
                N_("“{name}” is open in another window, so it was not replaced."),
                N_("Nothing is lost."),
                N_("Choose another name."),
                name=path.name,
            ) from error

    def move_to(self, path: Path, lock: Lock | None) -> None:
        """It is another file from now on, whose lock this is."""
        old_path, old_lock = self.path, self.lock
        self.path, self.lock, self.why_read_only = path, lock, None
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

    def changed_by_others(self, idle: Callable[[], bool]) -> Steps[bool]:
        """Whether somebody else wrote the file since; asked again, only when it looks different from last time.

        The disk is waited for beside; what it answers holds only for a file that was left alone meanwhile: `idle` says
        whether it is not being saved just now.
        """
        asked = path, known = self.path, self.digest
        if path is None or known is None or not idle():
            return False
        found = yield from in_thread(_look_at, path, self._seen)
        if found is None or asked != (self.path, self.digest) or not idle():
            return False
        digest, self._seen = found
        return digest not in {None, known, self.merged.in_own_file}

    def was_read(self, loaded: Loaded) -> None:
        """It holds this now."""
        self.in_place(loaded.digest)
        self.aside, self.document = loaded.content.aside, loaded.content.document
        self.lineage = loaded.lineage

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

    def forget_people(self, ids: Iterable[Id], texts: Iterable[str], names: Iterable[str]) -> None:
        """Nothing the file embeds names these people any more, and it says that they do not come back."""
        gone, said, called = tuple(ids), tuple(texts), tuple(names)
        known = as_saved_here(self.lineage, self.document, self.aside, self.folders)  # what the next save would embed
        self.lineage = known.without_people(gone, said, called)
        self.merged.forget(gone, said, called)

    def release(self, *, remove: bool = False) -> None:
        """Let others write it; `remove` where there is nothing left to hold."""
        if self.lock is not None:
            self.lock.release(remove=remove)
            self.lock = None


def _look_at(path: Path, known: _Seen | None) -> tuple[str | None, _Seen] | None:
    """The digest of a file that looks different from how it is known, and how it looks; None where there is no news."""
    try:
        found = path.stat()
        seen = (found.st_mtime_ns, found.st_size)
        return None if seen == known else (digest_of(path), seen)
    except OSError:
        return None
