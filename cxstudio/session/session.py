"""One open project: store, file, journal and history together."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

from cxstudio.edits.empathy import keep_linked
from cxstudio.errors import N_, UserError
from cxstudio.files import Loaded, NotSaved, project_bytes
from cxstudio.files.pictures import clean_picture, is_clean
from cxstudio.files.saving import used_assets
from cxstudio.merging.conflicts import Decisions
from cxstudio.merging.three_way import Merge
from cxstudio.model import Document, Id
from cxstudio.session import notices as say
from cxstudio.session import opening
from cxstudio.session.disk_work import DiskWork
from cxstudio.session.folders import Folders
from cxstudio.session.log import log
from cxstudio.session.measure_history import note_changes
from cxstudio.session.noticeboard import Noticeboard
from cxstudio.session.notices import Action, Notice, NoticeKind
from cxstudio.session.protection import Protection
from cxstudio.session.reading import Reader
from cxstudio.session.recovering import Opened
from cxstudio.session.saver import Saver
from cxstudio.session.unsaved import PendingWork
from cxstudio.session.versions.kept import changes_between, keep_named
from cxstudio.session.versions.merging import Copy, Merged, is_decided, merged, own_copy
from cxstudio.session.watching import ReadOnly
from cxstudio.session.writing import Replacing
from cxstudio.steps import Steps, finished
from cxstudio.store import ChangeSet, Draft, Origin, Store, UndoResult

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
        self.work = DiskWork(self.post, self._run_next)
        """Saving and the like while a window goes on: `work.begin(saver.save(), …)`."""
        self.saver = Saver(self.store, self.file, self.assets, self.protection, self.notices)
        opened.journal.trouble = lambda: self.post(self._protect)
        self.store.listen(self._remember)

    @classmethod
    def open(cls, path: Path, folders: Folders) -> Session:
        """Open a file, with the unsaved work left from last time. Raises NotReadable."""
        return finished(cls.opening(path, folders, Reader()))

    @classmethod
    def opening(cls, path: Path, folders: Folders, reader: Reader) -> Steps[Session]:
        """The same in steps, as this reader reads; dropped between two of them it is as if it had never begun."""
        return cls((yield from opening.open_file(path, folders, reader)))

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
        return finished(cls.resuming(work, folders, Reader()))

    @classmethod
    def resuming(cls, work: PendingWork, folders: Folders, reader: Reader) -> Steps[Session]:
        """The same in steps, as `opening`."""
        return cls((yield from opening.resume(work, folders, reader)))

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
        """One step: all done to the draft, or nothing; linked notes follow, measures note it. Raises ReadOnly."""
        if self.read_only:
            raise ReadOnly
        return self._noted(label, origin, label_args)

    @contextmanager
    def _noted(self, label: str, origin: Origin, label_args: dict[str, str]) -> Iterator[Draft]:
        with self.store.transaction(label, origin, **label_args) as draft:
            yield draft
            keep_linked(draft)
            note_changes(draft, date.today())

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

    def own_copy(self) -> Copy:
        """The project as it stands, as one of two copies to be merged."""
        return self.own_copy_soon()()

    def own_copy_soon(self) -> Callable[[], Copy]:
        """What makes that copy of the project as it stands now, in whatever thread."""
        file, copies = self.file, self.file.merged.in_effect()
        return partial(
            own_copy, file.name, self.document, dict(self.assets), file.lineage, file.aside, copies, file.saved_at
        )

    def merge(
        self, there: Copy, merge: Merge, decisions: Decisions, ready: Merged | None = None
    ) -> tuple[str, ...]:  # fmt: skip
        """Merge another copy into the project as one step; conflicts that are not decided stay as they are here.

        `ready` is what was worked out for these decisions before. Returns the pictures it shows that neither copy has.
        Raises ReadOnly, NotSaved where a picture cannot be kept, and UserError where the project changed since the
        copies were compared: nothing is changed then.
        """
        if self.read_only:
            raise ReadOnly
        if merge.here is not self.document:
            raise UserError(N_("The project changed meanwhile. Compare the copies again."), N_("Nothing was changed."))
        if ready is None or ready.decisions != decisions:
            ready = merged(there, merge, decisions, frozenset(self.assets))
        for picture in ready.pictures.values():
            self._kept(picture)
        step = ready.ahead.changes
        if step:
            self.store.take_over(step, ready.ahead)
        if is_decided(merge, decisions):
            own_file = self.file.digest_of_own(there.file)
            self.file.merged.add(
                lambda: not step or self.store.history.holds(step), ready.lineage, self.file.lineage, own_file
            )
            if own_file:
                self.notices.withdraw(NoticeKind.CHANGED_ON_DISK)
        log.info("a copy was merged: %d changes, %d conflicts", len(step.changes), len(merge.conflicts))
        return ready.missing

    def restore(self, version: Loaded, when: str) -> None:
        """Turn the project into an earlier version, as one step; `when` says which. Raises ReadOnly, NotSaved."""
        if self.read_only:
            raise ReadOnly
        used = used_assets(version.content.document) - set(self.assets)
        for digest in used & version.assets.keys():
            self._kept(version.assets[digest])
        changes = changes_between(self.document, version.content.document)
        if changes:
            self.store.take_over(ChangeSet(changes, N_("Restore {version}"), Origin.USER, (("version", when),)))

    def keep_version(self, name: str) -> None:
        """Keep the project as it stands as a version with a name. Only for one that has a file. Raises NotSaved."""
        assert self.path is not None
        data = project_bytes(self.document, self.assets, self.file.aside, self.own_copy().lineage)
        keep_named(data, self.path, self.folders, name)

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

    def _run_next(self, within: float | None) -> None:
        """Wait so many seconds at most for the next call somebody posts, and run it."""
        with suppress(queue.Empty):
            self._posted.get(timeout=within)()

    # Saving it; each waits for what was begun with `work`, and does it at once

    def save(self, replacing: Replacing = Replacing.OWN) -> None:
        """As `Saver.save`."""
        self.work.now(self.saver.save(replacing))

    def save_as(self, path: Path, replacing: Replacing = Replacing.THEIRS) -> None:
        """As `Saver.save_as`."""
        self.work.now(self.saver.save_as(path, replacing))

    def erase_person(self, record_id: Id) -> None:
        """As `Saver.erase_person`."""
        self.work.now(self.saver.erase_person(record_id))

    def answer(self, notice: Notice, action: Action) -> None:
        """As `Saver.answer`."""
        self.work.now(self.saver.answer(notice, action))

    def check_disk(self) -> None:
        """Look whether somebody else changed the file, and ask if so."""
        finished(self.looking_at_disk())

    def looking_at_disk(self) -> Steps[None]:
        """The same without waiting for the disk (when the window comes to the front)."""
        if (yield from self.file.changed_by_others(lambda: not self.work.busy)):
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

    def close(self, *, wait: bool = True) -> None:
        """Let go, once everything begun is over. Never asks: unsaved work stays in the journal and comes back.

        Without `wait` a disk that does not answer is left to itself: what was being saved stays in the journal, too,
        and the lock is held as long as the process is there, since the disk may still answer.
        """
        if wait:
            self.work.finish()
        self.secure()
        kept = self.dirty or bool(self.unfinished_note) or self.work.busy
        if not self.read_only:
            self.protection.close(keep=kept)
        if not self.work.busy:
            self.file.release(remove=self.path is None and not kept)

    # Underneath

    def _remember(self, changes: ChangeSet) -> None:
        """Every published step goes into the journal before anybody shows it; pictures it names go first."""
        self.file.touch(changes.records())
        self.protection.remember(changes)

    def _protect(self) -> None:
        """What the disk did not take is written anew."""
        if self.dirty:
            self.protection.write()
