"""Keeps what is not in the file on a disk: in its usual folder, else in another one, else it says that it cannot."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final

from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.encoding import encode
from cxstudio.files.journal import SNAPSHOT, Base
from cxstudio.files.journal_rewriting import Rewriting
from cxstudio.files.lock import LOCK_NAME, Lock, Locked
from cxstudio.files.recovery import begin_elsewhere
from cxstudio.files.saving import used_assets
from cxstudio.model import Document
from cxstudio.session import notices as say
from cxstudio.session.disk_work import Turns
from cxstudio.session.log import log
from cxstudio.session.noticeboard import Noticeboard
from cxstudio.session.notices import NoticeKind
from cxstudio.session.recovering import Opened
from cxstudio.session.unsaved import other_places
from cxstudio.session.watching import pictures_in
from cxstudio.store import ChangeSet, Store

_ROUNDS: Final = 5
"""So often what comes while the disk is waited for is written after it; then it is not waited for any longer."""


class Standing(Enum):
    """Where unsaved work is."""

    USUAL = "usual"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Followed:
    """What was written to the journal of another file while that was saved."""

    head: bytes = b""
    came: tuple[bytes, ...] = ()
    """The lines behind the head."""
    pictures: frozenset[str] = frozenset()


class Protection:
    """Journal, pictures and unfinished note of one session."""

    def __init__(self, opened: Opened, store: Store, notices: Noticeboard) -> None:
        self._store, self._notices = store, notices
        self._file, self._assets = opened.file, opened.assets
        self.journal = opened.journal
        self.journal.unflushed = self._assets.unflushed
        self._place_lock = opened.place_lock
        self._standing = Standing.USUAL
        self._pictures: set[str] = set()
        """Pictures of steps that are not in the journal yet."""
        self._note = ""
        """The unfinished note as it is on the disk."""
        self._name = opened.journal.folder.name
        self._anew = opened.write_anew
        """Whether it does not do to go on with the journal there is."""
        if self._anew:
            self.write_anew()

    @property
    def safe(self) -> bool:
        """Whether everything that is not in the file would come back after a crash."""
        return self._standing is not Standing.NOWHERE and not self.journal.waiting

    def remember(self, changes: ChangeSet) -> None:
        """Keep one step, with the pictures it names."""
        self._pictures.update(pictures_in(changes))
        self.journal.put(changes)
        self.write()

    def write(self) -> bool:
        """Write what could not be written yet, elsewhere if need be; whether all of it is on a disk now."""
        for _ in range(0 if self._anew else 2):  # what cannot be gone on with is opened and looked at anew
            try:
                self._write_here()
            except OSError as error:
                log.warning("the journal cannot be written: %s", error.strerror)
            else:
                return self._stands(self._where())
        return self.write_anew()

    def secure(self) -> bool:
        """Have everything on a disk, also through a power cut; whether it is."""
        if not self.safe:
            return self.write()
        try:
            self.journal.flush()
        except OSError as error:
            log.warning("the journal cannot be forced to the disk: %s", error.strerror)
            return self.write()
        return True

    def write_anew(self) -> bool:
        """Write all of the project to a journal begun anew, in the first place that takes it; whether one did."""
        document = self._store.document
        content, needed = encode(document, self._file.aside), used_assets(document)
        for place in self._places():
            try:
                self._move(place, content, needed)
            except OSError as error:
                log.warning("the journal cannot be written anew: %s", error.strerror)
            else:
                return self._stands(self._where())
        return self._stands(Standing.NOWHERE)

    def unfinished_note(self) -> str:
        """The note an earlier session left."""
        try:
            self._note = self.journal.unfinished_note()
        except OSError as error:
            log.warning("an unfinished note cannot be read: %s", error.strerror)
        return self._note

    def keep_note(self, text: str) -> None:
        """Keep the unfinished note; "" forgets it."""
        if text == self._note:
            return
        self._note = text
        try:
            self._hold()
            self.journal.call(self._store.document.project.title)
            self.journal.keep_note(text)
        except OSError as error:
            log.warning("an unfinished note cannot be written: %s", error.strerror)
            if text:
                self.write_anew()

    # While the file is saved

    def saving(self) -> None:
        """The project is saved as it stands; what comes from now on is kept for afterwards."""
        self.journal.saving()

    def announce(self, digest: str) -> Turns[None]:
        """Have it on the disk that a file with this digest, about to be in place, holds everything so far."""
        try:
            self.journal.announce(digest)
            yield self.journal.flush
        except OSError as error:
            log.warning("the journal cannot be written: %s", error.strerror)

    def not_saved(self) -> None:
        """It came to nothing."""
        self.journal.not_saved()

    def saved(self, in_file: Document) -> None:
        """This is in the file: the journal begins anew on top of it, or goes on where something came meanwhile."""
        used, home = used_assets(in_file), self._file.home
        if self.journal.came:
            self._assets.saved(used, used_assets(self._store.document))
            self.journal.go_on(self._file.base)
            if not self.safe:
                self.write()
            return
        self._assets.saved(used)
        self._assets.go_on_in(home / ASSETS, used)
        self.journal.restart(home, self._file.base)
        self._pictures.clear()
        self._at_home()
        self._stands(Standing.USUAL)

    def follow(self, in_file: Document, base: Base, home: Path) -> Turns[Followed]:
        """This is in another file, whose journal belongs in the folder `home`: write there what came meanwhile.

        Returns what is there for `moved`: nothing where nothing came or the folder refuses.
        """
        came = self.journal.came
        if not came:
            return Followed()
        named = used_assets(self._store.document) - used_assets(in_file)
        pictures = {digest: self._assets[digest] for digest in named if digest in self._assets}
        head = self.journal.head_for(base)
        try:
            yield partial(begin_elsewhere, home, (head, *came), pictures)
        except OSError as error:
            log.warning("the journal cannot be brought along: %s", error.strerror)
            return Followed()
        return Followed(head, came, frozenset(pictures))

    def moved(self, in_file: Document, followed: Followed) -> None:
        """As `saved`, once the file is the other one."""
        came = self.journal.came
        if not came:
            self.saved(in_file)
            return
        before, home = self._assets.folder, self._file.home
        fits = bool(followed.came) and came[: len(followed.came)] == followed.came  # else it was written anew meanwhile
        self._assets.go_on_in(home / ASSETS, used_assets(in_file), followed.pictures if fits else ())
        self._pictures |= used_assets(self._store.document)
        if fits:
            self.journal.go_on_in(home, self._file.base, (followed.head, *followed.came))
        else:
            self.journal.restart(home, self._file.base, clean=False)
        self._at_home()
        self._anew = not fits
        if self.write():  # what is elsewhere is needless only now
            self._assets.discard(set(), before)
            self.journal.clean_up()

    def erase(self) -> Turns[list[Path]]:
        """Keep nothing of what was before (a person's data was deleted for good); returns what stays of it."""
        old = self.journal.path
        if (yield from self._rewrite()):
            return []
        self._anew = True
        if self.write_anew() and self.journal.path == old:
            return []
        try:
            old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the journal could not be removed: %s", error.strerror)
            return [old]
        return []

    def close(self, *, keep: bool) -> None:
        """Stop; what was written stays where it is to be kept, and goes where it is needless."""
        try:
            if keep:
                self.journal.close()
            else:
                self._assets.discard(used_assets(self._store.document))
                self.journal.discard()
        except OSError as error:
            log.warning("the journal could not be closed: %s", error.strerror)
        self._let_go_of_place()

    def _rewrite(self) -> Turns[bool]:
        """Have the journal written anew while the window goes on; whether that worked. Else it is as it was."""
        if self._anew or not (self.safe and self.journal.begun):
            return False
        document, anew = self._store.document, None
        self.journal.saving()
        try:
            anew = self.journal.rewriting((yield partial(encode, document, self._file.aside)))
            yield anew.write
            if not (yield from self._caught_up(anew)):
                anew.drop()
                return False
            self.journal.put_in_place(anew)
            yield self.journal.flush
        except OSError as error:
            log.warning("the journal cannot be written anew beside: %s", error.strerror)
            if anew is not None:
                anew.drop()
            return False
        finally:
            self.journal.not_saved()
        return self.safe

    def _caught_up(self, anew: Rewriting) -> Turns[bool]:
        """Have there what came while it was written; False where the journal had to be written anew meanwhile."""
        held = 0
        for _ in range(_ROUNDS):
            came = self.journal.came
            if anew.path != self.journal.path or not self.safe or any(line.startswith(SNAPSHOT) for line in came):
                return False
            if len(came) == held:
                return True
            yield partial(anew.add, b"".join(came[held:]))
            held = len(came)
        return False

    def _write_here(self) -> None:
        self._hold()
        self._assets.make_safe(self._pictures)
        self.journal.call(self._store.document.project.title)
        self.journal.write_backlog()
        self._pictures.clear()

    def _hold(self) -> None:
        """Have the lock of the place a journal is about to be begun in. Raises OSError."""
        if self.journal.begun:
            return
        if self._is_usual(self.journal.folder):
            self._file.hold(self.journal.folder)
        elif self._place_lock is None:
            self._place_lock = _place_lock(self.journal.folder)

    def _is_usual(self, folder: Path) -> bool:
        if self._file.path is not None:
            return folder == self._file.home
        lock = self._file.lock
        return folder.parent == self._file.folders.journals and (lock is None or lock.path.stem == folder.name)

    def _places(self) -> Iterator[Path]:
        yield self.journal.folder
        yield from other_places(self._file.folders, self._file.path, self._name.split("-")[0])

    def _move(self, place: Path, content: bytes, needed: set[str]) -> None:
        """Have everything in this place from now on. Raises OSError, and everything is where it was."""
        if place == self.journal.folder:
            self._hold()
            self._assets.write_again(needed)
            self.journal.move(place, content)
            lock = self._place_lock
        else:
            lock, before = _place_lock(place), self._assets.place
            try:
                self._assets.move(place / ASSETS, needed)
                self.journal.move(place, content)
            except OSError:
                self._assets.place = before
                if lock is not None:
                    lock.release()
                shutil.rmtree(place, ignore_errors=True)  # begun just now, and it does not take everything
                raise
            self._let_go_of_place()
        self._place_lock, self._anew = lock, False
        self._pictures.clear()
        if self._note:
            self.journal.keep_note(self._note)

    def _at_home(self) -> None:
        """The journal is in the folder of its file, and the note comes along."""
        self._let_go_of_place()
        self._name, self._anew = self._file.home.name, False
        note, self._note = self._note, ""
        self.keep_note(note)

    def _where(self) -> Standing:
        return Standing.USUAL if self.journal.folder.parent == self._file.folders.journals else Standing.ELSEWHERE

    def _stands(self, standing: Standing) -> bool:
        """Say where unsaved work is now, where that is news."""
        told = NoticeKind.UNPROTECTED in {notice.kind for notice in self._notices}
        if standing is Standing.NOWHERE and not told:
            self._notices.tell(say.unprotected())
        elif standing is Standing.ELSEWHERE and self._standing is not standing:
            self._notices.tell(say.protected_elsewhere(self.journal.folder))
        if standing is not Standing.NOWHERE and self._standing is Standing.NOWHERE:
            self._notices.withdraw(NoticeKind.UNPROTECTED)
        if standing is Standing.USUAL and self._standing is not standing:
            self._notices.withdraw(NoticeKind.PROTECTED_ELSEWHERE)
        self._standing = standing
        return standing is not Standing.NOWHERE

    def _let_go_of_place(self) -> None:
        if self._place_lock is not None:
            self._place_lock.release()
            self._place_lock = None


def _place_lock(place: Path) -> Lock | None:
    """The lock of an unusual place; None where there can be none, as nobody else knows of the place."""
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Lock(place / LOCK_NAME)
    except (OSError, Locked) as error:
        log.warning("no lock can be taken: %s", type(error).__name__)
        return None
