"""Writes a project's file, or takes what somebody else wrote there: in turns, so that a window goes on meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import ChangedOnDisk, Loaded, NotBackedUp, NotSaved, load, project_bytes
from cxstudio.files.assets import AssetStore
from cxstudio.files.errors import NotConfirmed, not_backed_up
from cxstudio.files.journal import Base
from cxstudio.files.lineage import Lineage, texts_of
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, Id
from cxstudio.session import copies
from cxstudio.session import notices as say
from cxstudio.session.disk_work import Turns
from cxstudio.session.folders import home_of
from cxstudio.session.kept_work import forget_kept
from cxstudio.session.noticeboard import Noticeboard
from cxstudio.session.notices import Action, Notice, NoticeKind
from cxstudio.session.protection import Protection
from cxstudio.session.saved_file import SavedFile
from cxstudio.session.watching import NotErased, ReadOnly
from cxstudio.session.writing import Replacing, Writing
from cxstudio.store import ChangeSet, Origin, Store, erase_people
from cxstudio.store.changes import between


class Saver:
    """Nothing it does may begin before what it does is over: `DiskWork` sees to that."""

    def __init__(
        self, store: Store, file: SavedFile, assets: AssetStore, protection: Protection, notices: Noticeboard
    ) -> None:
        self._store, self._file, self._assets = store, file, assets
        self._protection, self._notices = protection, notices

    def save(self, replacing: Replacing = Replacing.OWN, *, backup: bool = True) -> Turns[None]:
        """Write the file. Raises NotSaved (ChangedOnDisk, NotBackedUp: a notice then asks); nothing is lost then."""
        self._file.may_save()
        writing = self._file.writing(self._store.document, self._assets, replacing, backup=backup)
        try:
            digest, kept, lineage = yield from self._write(writing)
        except NotConfirmed as error:
            self._file.in_place(str(error.values["digest"]))  # it is in place, but may be gone after a power cut
            raise
        self._file.holds(writing.document, digest, lineage)
        self._protection.saved(writing.document)
        self._tell(writing, kept)

    def save_as(self, path: Path, replacing: Replacing = Replacing.THEIRS) -> Turns[None]:
        """Write to another file and go on there; replaces what is there, and keeps a copy of it. Raises NotSaved."""
        file = self._file
        if file.is_at(path):
            yield from self.save(replacing)
            return
        lock = file.lock_at(path)
        try:
            writing = file.writing(self._store.document, self._assets, replacing, path)
            digest, kept, lineage = yield from self._write(writing)
            base = Base(path, digest, writing.document.project.title)
            followed = yield from self._protection.follow(writing.document, base, home_of(path, file.folders))
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        file.move_to(path, lock)
        file.holds(writing.document, digest, lineage)
        self._notices.withdraw(*(kind for kind in NoticeKind if kind not in _STAYS_AFTER_SAVE_AS))
        self._protection.moved(writing.document, followed)
        self._tell(writing, kept)

    def erase_person(self, record_id: Id) -> Turns[None]:
        """Delete a participant or persona for good: from project, history, journal, backups and, by saving, the file.

        Raises ChangedOnDisk where it has to be asked first, NotErased where something of before stays on the disk, the
        file included; everything else is clean then.
        """
        if self._file.read_only:
            raise ReadOnly
        before = {record.id for record in self._store.document}
        said = texts_of(person) if (person := self._store.document.find(record_id)) is not None else ()
        with self._store.transaction(N_("Delete a person for good")) as draft:
            names = erase_people(draft, [record_id])  # where somebody was quicker the copies are still there
        gone = before - {record.id for record in self._store.document}
        self._store.history.forget()
        self._file.aside.forget(gone, names)
        self._file.forget_people([record_id], said, names)
        self._protection.journal.call(self._store.document.project.title)
        left = self._assets.forget(used_assets(self._store.document))
        path, folders = self._file.path, self._file.folders
        left += yield partial(copies.forget_copies, self._protection.journal.folder, path, folders)
        left += yield from self._protection.erase()
        if path is not None:
            left += yield partial(forget_kept, path, folders)
            try:
                yield from self.save(backup=False)
            except ChangedOnDisk:
                raise
            except NotSaved as error:
                raise NotErased([path, *left]) from error
        if left:
            raise NotErased(left)

    def answer(self, notice: Notice, action: Action) -> Turns[None]:
        """Do what was chosen. SAVE_AS is the window's own. Raises UserError."""
        if action is Action.OVERWRITE:
            yield from self.save(Replacing.THEIRS)
        elif action is Action.OVERWRITE_ANYWAY:
            yield from self.save_as(Path(str(notice.values["path"])), Replacing.ANYTHING)
        elif action in {Action.RELOAD, Action.RELOAD_ANYWAY}:
            yield from self._take_theirs(give_up_mine=action is Action.RELOAD_ANYWAY)
        elif action is Action.BACK_TO_FILE:
            self._become(self._file.document, N_("Back to the saved version"))
        self._notices.dismiss(notice)

    # Underneath

    def _write(self, writing: Writing) -> Turns[tuple[str, Path | None, Lineage]]:
        """Put a document in its file; returns the file's digest, where a version somebody else wrote is kept, and
        where the file comes from now."""
        unread = self._assets.still_unread(used_assets(writing.document))
        if unread:
            self._notices.tell(say.pictures_unread(unread))
        self._file.saving()
        self._protection.saving()
        kept = None
        try:
            data, digest, lineage = yield writing.content
            expected, kept = yield writing.keep_replaced
            yield from self._protection.announce(digest)
            yield partial(writing.put, data, expected)
        except BaseException as error:
            self._file.not_saved()
            self._protection.not_saved()
            self._ask(writing, error, kept)
            raise
        return digest, kept, lineage

    def _ask(self, writing: Writing, error: BaseException, kept: Path | None) -> None:
        """Where it has to be asked before anything is written, a notice asks."""
        if isinstance(error, ChangedOnDisk):
            self._notices.tell(say.changed_on_disk(writing.path.name))
        elif isinstance(error, NotBackedUp):
            self._notices.tell(say.no_copy_of_theirs(writing.path))
        elif isinstance(error, NotConfirmed) and kept is not None:
            self._notices.tell(say.version_kept(writing.path.name, kept))

    def _tell(self, writing: Writing, kept: Path | None) -> None:
        """The file holds what was to be written; it is said where another version is kept."""
        self._notices.withdraw(*_SETTLED_BY_SAVING)
        if kept is not None:
            self._notices.tell(say.version_kept(writing.path.name, kept))

    def _take_theirs(self, *, give_up_mine: bool) -> Turns[None]:
        """The file as somebody else left it becomes the project; undo brings ours back, and a copy of ours is kept.

        Raises NotReadable, and NotBackedUp where it has to be asked first.
        """
        file = self._file
        assert file.path is not None
        loaded: Loaded = yield partial(load, file.path)
        kept = None if give_up_mine else (yield from self._keep_mine())
        self._assets.add_saved(loaded.assets)
        theirs = loaded.content.document
        file.touch(record.id for found in (theirs, self._store.document) for record in found)
        self._become(theirs, N_("Use their version"))
        file.was_read(loaded)
        self._protection.saved(theirs)
        self._notices.withdraw(*_SETTLED_BY_SAVING)
        if kept is not None:
            self._notices.tell(say.version_kept(file.name, kept))

    def _keep_mine(self) -> Turns[Path]:
        """Keep a copy of the project as it stands; of what comes meanwhile, too."""
        file, assets = self._file, dict(self._assets)
        assert file.path is not None
        while True:
            mine = self._store.document
            try:
                made = yield partial(project_bytes, mine, assets, file.aside, file.lineage)
                kept: Path = yield partial(copies.keep_version, made, file.path, file.folders)
            except OSError as error:
                self._notices.tell(say.no_copy_of_mine(file.name))
                raise not_backed_up(file.name, error) from error
            if self._store.document is mine:
                return kept

    def _become(self, document: Document, label: str) -> None:
        """Turn the project into this document, as one step."""
        changes = between(self._store.document, document, self._file.touched)
        if changes:
            self._store.take_over(ChangeSet(changes, label, Origin.USER))


_STAYS_AFTER_SAVE_AS = frozenset(
    {
        NoticeKind.RECOVERY_KEPT,
        NoticeKind.RECOVERY_UNREAD,
        NoticeKind.PICTURES_UNREAD,
        NoticeKind.VERSION_KEPT,
    }
)
"""News of what lies somewhere else."""
_SETTLED_BY_SAVING = (NoticeKind.CHANGED_ON_DISK, NoticeKind.NO_COPY, NoticeKind.RECOVERED)
