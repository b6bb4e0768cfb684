"""How a session begins: from a file, anew, or from unsaved work left behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import Loaded, NotReadable, load
from cxstudio.files.assets import AssetStore
from cxstudio.files.encoding import encode
from cxstudio.files.journal import FILE_NAME, Base, Journal
from cxstudio.files.lock import Lock, Locked
from cxstudio.files.recovery import Recovered, change_head, drop_old, fits, move_aside, replay
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, new_id
from cxstudio.session import notices as say
from cxstudio.session.copies import earlier_versions
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.log import log
from cxstudio.session.notices import Notice, NoticeKind
from cxstudio.session.saved_file import SavedFile
from cxstudio.session.unsaved import PendingWork, pending_work
from cxstudio.store import ChangeSet


@dataclass(slots=True)
class Opened:
    """Everything a session starts with."""

    document: Document
    file: SavedFile
    assets: AssetStore
    journal: Journal
    notices: list[Notice] = field(default_factory=list)
    steps: list[ChangeSet] = field(default_factory=list)
    differs: bool = False
    """Whether `document` differs from the file's by more than `steps` (a journal with a snapshot)."""


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
        opened = _opened(loaded, SavedFile(folders, loaded.content.document, path, lock=lock, why_read_only=reason))
        opened.notices = notices + opened.notices
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


def _opened(loaded: Loaded, file: SavedFile) -> Opened:
    assert file.path is not None
    file.was_read(loaded)
    file.saved_at = datetime.fromtimestamp(file.path.stat().st_mtime).astimezone()
    told = [say.problems(loaded.problems)] if loaded.problems else []
    assets = AssetStore(file.home / "assets", loaded.assets)
    return Opened(file.document, file, assets, Journal(file.home, file.base), told)


def _recover(opened: Opened) -> None:
    """Replay the journal of the last session, if there is one."""
    folder = opened.journal.folder
    drop_old(folder, datetime.now())
    try:
        if not (folder / FILE_NAME).exists() and not _adopt(opened):
            return
        found = replay(folder, opened.document, opened.file.digest)
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
    assert opened.file.path is not None
    for work in pending_work(opened.file.folders):
        if work.path is None or work.path.exists() or not fits(work.folder, opened.file.digest):
            continue
        home = opened.journal.folder
        home.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(home, ignore_errors=True)
        work.folder.rename(home)
        opened.assets.take_in(home / "assets")
        change_head(home, opened.file.path)
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
        opened.file.aside, opened.differs = found.content.aside, True
    opened.journal.resume(found.good)
    if opened.document != opened.file.document:
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
    return Opened(document, SavedFile(folders, document), store, journal)


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
    assets, journal = AssetStore(work.folder / "assets"), Journal(work.folder, Base(None, None, work.title))
    opened = Opened(begun, SavedFile(folders, begun, lock=lock), assets, journal)
    _take(opened, found)
    opened.differs = False
    return opened
