"""How a session begins: from a file, anew, or from unsaved work left behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import Aside, Loaded, NotReadable, load
from cxstudio.files.assets import AssetStore
from cxstudio.files.encoding import encode
from cxstudio.files.journal import FILE_NAME, Base, Journal
from cxstudio.files.lock import Lock, Locked
from cxstudio.files.recovery import Recovered, change_head, drop_old, fits, move_aside, replay
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, new_id
from cxstudio.session import notices as say
from cxstudio.session.copies import earlier_versions
from cxstudio.session.folders import Folders, home_of, project_key
from cxstudio.session.log import log
from cxstudio.session.notices import Notice, NoticeKind
from cxstudio.session.unsaved import PendingWork, pending_work
from cxstudio.store import ChangeSet

__all__ = ["Opened", "PendingWork", "hold", "home_of", "open_file", "open_new", "project_key", "resume"]


@dataclass(slots=True)
class Opened:
    """Everything a session starts with."""

    folders: Folders
    document: Document
    saved: Document
    """The document as it stands in the file, or as a new project began."""
    assets: AssetStore
    journal: Journal
    path: Path | None = None
    digest: str | None = None
    saved_at: datetime | None = None
    aside: Aside = field(default_factory=Aside)
    lock: Lock | None = None
    read_only: NoticeKind | None = None
    notices: list[Notice] = field(default_factory=list)
    steps: list[ChangeSet] = field(default_factory=list)
    differs: bool = False
    """Whether `document` differs from `saved` by more than `steps` (a journal with a snapshot)."""


def open_file(path: Path, folders: Folders) -> Opened:
    """Open a file and replay what was not saved. Raises NotReadable."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link keeps its name
    notices: list[Notice] = []
    lock, reason = None, None
    try:
        lock = Lock(folders.locks / f"{project_key(path)}.lock")
    except Locked:
        reason = NoticeKind.SECOND_INSTANCE
        notices.append(say.second_instance(path.name))
    except OSError as error:
        log.warning("the data folder cannot be written: %s", error.strerror)
        notices.append(say.unprotected())
    try:
        loaded = _loaded(path, folders)
        if loaded.content.newer:
            reason = NoticeKind.NEWER_FORMAT
            notices = [say.newer_format(path.name)]
        opened = _opened(loaded, path, folders, reason)
        opened.lock, opened.notices = lock, notices + opened.notices
        if reason is None:
            _recover(opened)
        return opened
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _loaded(path: Path, folders: Folders) -> Loaded:
    """The file; where it cannot be read, the error names the newest backup. Raises NotReadable."""
    try:
        return load(path)
    except NotReadable as error:
        kept = earlier_versions(path, folders)
        if not kept:
            raise
        raise NotReadable(
            error.happened,
            error.safe,
            N_("An earlier version is kept in {place}."),
            **{**error.values, "place": kept[0]},
        ) from error


def _opened(loaded: Loaded, path: Path, folders: Folders, reason: NoticeKind | None) -> Opened:
    home, document = home_of(path, folders), loaded.content.document
    told = [say.problems(loaded.problems)] if loaded.problems else []
    return Opened(
        folders,
        document,
        document,
        AssetStore(home / "assets", loaded.assets),
        Journal(home, Base(path, loaded.digest, document.project.title)),
        path,
        loaded.digest,
        datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
        loaded.content.aside,
        read_only=reason,
        notices=told,
    )


def _recover(opened: Opened) -> None:
    """Replay the journal of the last session, if there is one."""
    folder = opened.journal.folder
    drop_old(folder, datetime.now())
    try:
        if not (folder / FILE_NAME).exists() and not _adopt(opened):
            return
        found = replay(folder, opened.document, opened.digest)
        if found is None:
            kept = move_aside(folder, datetime.now())
            opened.notices.append(say.recovery_kept(str(kept)))
            return
        _take(opened, found)
    except OSError as error:
        log.warning("the journal cannot be read: %s", error.strerror)
        opened.notices.append(say.unprotected())


def _adopt(opened: Opened) -> bool:
    """Take over the journal of a file that was moved or renamed here since. Raises OSError."""
    assert opened.path is not None
    for work in pending_work(opened.folders):
        if work.path is None or work.path.exists() or not fits(work.folder, opened.digest):
            continue
        home = opened.journal.folder
        home.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(home, ignore_errors=True)
        work.folder.rename(home)
        opened.assets.take_in(home / "assets")
        change_head(home, opened.path)
        return True
    return False


def _take(opened: Opened, found: Recovered) -> None:
    folder = opened.journal.folder
    if found.unread:
        kept = folder / f"kept-{datetime.now().strftime('%Y%m%d-%H%M%S-%f')}.jsonl"
        shutil.copyfile(folder / FILE_NAME, kept)
        opened.notices.append(say.recovery_kept(str(kept)))
    opened.document, opened.steps = found.document, found.steps
    if found.content is not None:
        opened.aside, opened.differs = found.content.aside, True
    opened.journal.resume(found.good)
    if opened.document != opened.saved:
        opened.notices.append(say.recovered(len(found.steps)))


def open_new(folders: Folders, document: Document, assets: Mapping[str, bytes]) -> Opened:
    """A project without a file: this document, which counts as unchanged until the first step."""
    name = f"new-{new_id()}"
    home = folders.journals / name
    store = AssetStore(home / "assets", loose=assets)

    def snapshot() -> bytes:
        store.make_safe(used_assets(document))
        return encode(document)

    journal = Journal(home, Base(None, None, document.project.title), snapshot)
    return Opened(folders, document, document, store, journal)


def hold(journal: Journal, folders: Folders) -> Lock:
    """The lock of a new project, taken when there is something to hold. Raises OSError."""
    return Lock(folders.locks / f"{journal.folder.name}.lock")


def resume(work: PendingWork, folders: Folders) -> Opened:
    """Take up unsaved work, with its file where it has one. Raises NotReadable."""
    if work.path is not None:
        if not work.path.exists():
            raise NotReadable(
                N_("“{name}” is not there any more."),
                N_("The unsaved work is kept and comes back when you open the file in its new place."),
                name=work.path.name,
            )
        return open_file(work.path, folders)
    try:
        lock = Lock(folders.locks / f"{work.folder.name}.lock")
    except Locked as error:
        raise NotReadable(N_("This work is already open in another window.")) from error
    try:
        found = replay(work.folder, Document(), None)
    except OSError:
        found = None
    if found is None or found.content is None:
        lock.release()
        kept = move_aside(work.folder, datetime.now())
        raise NotReadable(
            N_("The unsaved work cannot be read."), N_("It is kept in {place}."), place=str(kept or work.folder)
        )
    begun = found.content.document
    opened = Opened(
        folders,
        begun,
        begun,
        AssetStore(work.folder / "assets"),
        Journal(work.folder, Base(None, None, work.title)),
        lock=lock,
    )
    _take(opened, found)
    opened.differs = False
    return opened
