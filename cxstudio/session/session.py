"""One open project: store, file, journal and history together."""

from __future__ import annotations

import queue
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import ChangedOnDisk, NotBackedUp, NotSaved, load, project_bytes
from cxstudio.files.errors import NotConfirmed, not_backed_up
from cxstudio.files.pictures import clean_picture, is_clean
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, Id
from cxstudio.session import copies, opening
from cxstudio.session import notices as say
from cxstudio.session.folders import Folders
from cxstudio.session.log import log
from cxstudio.session.noticeboard import Noticeboard
from cxstudio.session.notices import Action, Notice, NoticeKind
from cxstudio.session.protection import Protection
from cxstudio.session.recovering import Opened
from cxstudio.session.saved_file import Replacing
from cxstudio.session.unsaved import PendingWork
from cxstudio.session.watching import NotErased, ReadOnly
from cxstudio.store import ChangeSet, Draft, Origin, Store, UndoResult
from cxstudio.store.changes import between

Listener = Callable[[ChangeSet], None]


class Session:
    """Belongs to one thread; other threads use `post`. Use `open`, `new` or `resume` to get one."""

    def __init__(self, opened: Opened) -> None:
        self.folders = opened.file.folders
        self.file = opened.file
        self.assets = opened.assets
        self.store = Store(opened.document)
        self.notices = Noticeboard(opened.notices)
        self.protection = Protection(opened, self.store, self.notices)
        self.unfinished_note = "" if self.read_only else self.protection.unfinished_note()
        """What somebody is still typing as a note: comes back with this project, and is no part of it."""
        for step in opened.steps:
            self.file.touch(step.records())
            self.store.history.replay(step)
        if opened.differs:
            self.file.touch(record.id for found in (opened.document, opened.file.document) for record in found)
        self.given_up = False
        """Whether somebody said that unsaved work may be lost where no disk takes it."""
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.wake: Callable[[], None] | None = None
        """Called from any thread after `post`; the window lets its loop call `run_posted`."""
        opened.journal.trouble = lambda: self.post(self._protect)
        self.store.listen(self._remember)

    @classmethod
    def open(cls, path: Path, folders: Folders) -> Session:
        """Open a file, with the unsaved work left from last time. Raises NotReadable."""
        return cls(opening.open_file(path, folders))

    @classmethod
    def new(
        cls,
        folders: Folders,
        document: Document | None = None,
        assets: Mapping[str, bytes] | None = None,
        *,
        keep: bool = False,
    ) -> Session:
        """A project without a file yet: empty, or this document.

        A copy of a sample counts as work from its first change on; with `keep` (an import) it does at once.
        """
        if not keep or document is None:
            return cls(opening.open_new(folders, document or Document(), assets or {}))
        session = cls(opening.open_new(folders, Document(), assets or {}))
        with session.transaction(N_("Begin the project"), Origin.IMPORT) as draft:
            draft.create_many(list(document))
        session.store.history.forget()
        return session

    @classmethod
    def resume(cls, work: PendingWork, folders: Folders) -> Session:
        """Take up unsaved work from an earlier session. Raises NotReadable."""
        return cls(opening.resume(work, folders))

    # What it is

    @property
    def document(self) -> Document:
        """The project as it stands."""
        return self.store.document

    @property
    def title(self) -> str:
        """The project's title, else its file's name, else nothing."""
        return self.document.project.title or (self.path.stem if self.path else "")

    @property
    def path(self) -> Path | None:
        """Its file; None while it has none."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Whether it can only be read and printed."""
        return self.file.read_only

    @property
    def dirty(self) -> bool:
        """Whether the project differs from what was saved (or from how a new one began)."""
        return self.file.differs(self.document)

    # Changing it

    def transaction(self, label: str, origin: Origin = Origin.USER, **label_args: str) -> AbstractContextManager[Draft]:
        """One step: everything done to the draft, or nothing. Raises ReadOnly."""
        if self.read_only:
            raise ReadOnly
        return self.store.transaction(label, origin, **label_args)

    def undo(self) -> UndoResult | None:
        """Take this user's last step back; None when there is none. Raises ReadOnly."""
        if self.read_only:
            raise ReadOnly
        return self.store.undo()

    def redo(self) -> UndoResult | None:
        """Make the step undone last again; None when there is none. Raises ReadOnly."""
        if self.read_only:
            raise ReadOnly
        return self.store.redo()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every published change set; returns what ends it."""
        return self.store.listen(listener)

    def add_picture(self, data: bytes) -> str:
        """Clean a picture, put it on the disk and return its hash for a record. Raises NotAPicture, NotSaved."""
        if self.read_only:
            raise ReadOnly
        return self._kept(clean_picture(data))

    def _kept(self, picture: bytes) -> str:
        try:
            return self.assets.put(picture)
        except OSError as error:
            log.warning("a picture could not be written: %s", error.strerror)
            raise NotSaved(
                N_("The picture was not taken: it cannot be written to the disk."),
                N_("The project is unchanged."),
                N_("Make room on the disk and try again."),
            ) from error

    def take_over_picture(self, data: bytes) -> str:
        """As `add_picture`, for one another project of ours holds: taken as it is where it needs no cleaning."""
        if not self.read_only and data in self.assets.values():
            return next(digest for digest, known in self.assets.items() if known == data)
        return self._kept(data) if is_clean(data) and not self.read_only else self.add_picture(data)

    def keep_note(self) -> None:
        """Put the unfinished note on the disk, beside the project's unsaved work."""
        if not self.read_only:
            self.protection.keep_note(self.unfinished_note)

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` run on the session's thread. The one method other threads may use."""
        self._posted.put(call)
        if self.wake is not None:
            self.wake()

    def run_posted(self) -> None:
        """Run what other threads posted. Called on the session's thread."""
        while not self._posted.empty():
            self._posted.get()()

    # Saving it

    def save(self, replacing: Replacing = Replacing.OWN) -> None:
        """Write the file. Raises NotSaved (ChangedOnDisk, NotBackedUp: a notice then asks); nothing is lost then."""
        self.file.may_save()
        self._write(replacing)

    def save_as(self, path: Path, replacing: Replacing = Replacing.THEIRS) -> None:
        """Write to another file and go on there; replaces what is there, and keeps a copy of it. Raises NotSaved."""
        if self.file.is_at(path):
            self.save(replacing)
            return
        with self.file.moved_to(path):
            kept = self._put(replacing)
        self.notices.withdraw(*(kind for kind in NoticeKind if kind not in _STAYS_AFTER_SAVE_AS))
        self._settle(kept)

    def check_disk(self) -> None:
        """Look whether somebody else changed the file, and ask if so (when the window comes to the front)."""
        if self.file.changed_by_others():
            self.notices.tell(say.changed_on_disk(self.file.name))

    @property
    def secured(self) -> bool:
        """Whether all that is not in the file would come back after a crash, as far as is known."""
        return self.read_only or not self.dirty or self.protection.safe

    def secure(self) -> bool:
        """Have all that is not in the file on some disk; whether it is. Where it is not, closing would lose it."""
        if self.read_only:
            return True
        self.keep_note()
        return not (self.dirty or self.unfinished_note) or self.protection.secure()

    def close(self) -> None:
        """Let go. Never asks: unsaved work stays in the journal and comes back at the next start."""
        self.secure()
        kept = self.dirty or bool(self.unfinished_note)
        if not self.read_only:
            self.protection.close(keep=kept)
        self.file.release(remove=self.path is None and not kept)

    def erase_person(self, record_id: Id) -> None:
        """Delete a participant or persona for good: from project, history, journal, backups and, by saving, the file.

        Raises NotSaved where the file could not be written, NotErased where something of before stays on the disk;
        everything else is clean then.
        """
        before = {record.id for record in self.document}
        with self.transaction(N_("Delete a person for good")) as draft:
            draft.remove(record_id)
        gone = before - {record.id for record in self.document}
        self.store.history.forget()
        self.file.aside.forget(gone)
        left = self.assets.forget(used_assets(self.document))
        left += copies.forget_copies(self.protection.journal.folder, self.path, self.folders)
        left += self.protection.erase()
        if self.path is not None:
            self._write(backup=False)
        if left:
            raise NotErased(left)

    # Notices

    def answer(self, notice: Notice, action: Action) -> None:
        """Do what was chosen. SAVE_AS is the window's own. Raises UserError."""
        if action is Action.OVERWRITE:
            self.save(Replacing.THEIRS)
        elif action is Action.OVERWRITE_ANYWAY:
            self.save_as(Path(str(notice.values["path"])), Replacing.ANYTHING)
        elif action in {Action.RELOAD, Action.RELOAD_ANYWAY}:
            self._take_theirs(give_up_mine=action is Action.RELOAD_ANYWAY)
        elif action is Action.BACK_TO_FILE:
            self._become(self.file.document, N_("Back to the saved version"))
        self.notices.dismiss(notice)

    # Underneath

    def _remember(self, changes: ChangeSet) -> None:
        """Every published step goes into the journal before anybody shows it; pictures it names go first."""
        self.file.touch(changes.records())
        self.protection.remember(changes)

    def _protect(self) -> None:
        """What the disk did not take is written anew."""
        if self.dirty:
            self.protection.write()

    def _write(self, replacing: Replacing = Replacing.OWN, *, backup: bool = True) -> None:
        """Write the file; the journal begins anew on top of it. Asks in a notice where it has to be asked first."""
        self._settle(self._put(replacing, backup=backup))

    def _put(self, replacing: Replacing, *, backup: bool = True) -> Path | None:
        """Put the project in its file; returns where a version somebody else wrote is kept."""
        unread = self.assets.still_unread(used_assets(self.document))
        if unread:
            self.notices.tell(say.pictures_unread(unread))
        try:
            return self.file.write(self.document, self.assets, self.protection.mark, replacing, backup=backup)
        except ChangedOnDisk:
            self.notices.tell(say.changed_on_disk(self.file.name))
            raise
        except NotBackedUp:
            assert self.path is not None
            self.notices.tell(say.no_copy_of_theirs(self.path))
            raise
        except NotConfirmed as error:
            if error.kept is not None:
                self.notices.tell(say.version_kept(self.file.name, error.kept))
            raise

    def _settle(self, kept: Path | None) -> None:
        """The file holds everything: the journal begins anew, and it is said where another version is kept."""
        self.protection.saved()
        self.notices.withdraw(*_SETTLED_BY_SAVING)
        if kept is not None:
            self.notices.tell(say.version_kept(self.file.name, kept))

    def _take_theirs(self, *, give_up_mine: bool) -> None:
        """The file as somebody else left it becomes the project; undo brings ours back, and a copy of ours is kept.

        Raises NotReadable, and NotBackedUp where it has to be asked first.
        """
        assert self.path is not None
        loaded = load(self.path)
        kept = None
        if not give_up_mine:
            try:
                mine = project_bytes(self.document, self.assets, self.file.aside)
                kept = copies.keep_version(mine, self.path, self.folders)
            except OSError as error:
                self.notices.tell(say.no_copy_of_mine(self.file.name))
                raise not_backed_up(self.file.name, error) from error
        self.assets.add_saved(loaded.assets)
        theirs = loaded.content.document
        self.file.touch(record.id for found in (theirs, self.document) for record in found)
        self._become(theirs, N_("Use their version"))
        self.file.was_read(loaded)
        self._settle(kept)

    def _become(self, document: Document, label: str) -> None:
        """Turn the project into this document, as one step."""
        changes = between(self.document, document, self.file.touched)
        if changes:
            self.store.take_over(ChangeSet(changes, label, Origin.USER))


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
