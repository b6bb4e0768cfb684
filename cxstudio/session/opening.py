"""How a session begins: from a file, anew, or from unsaved work left behind."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from time import sleep

from cxstudio.errors import N_
from cxstudio.files import Loaded, NotReadable
from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.assets import AssetStore
from cxstudio.files.encoding import encode
from cxstudio.files.journal import Base, Journal
from cxstudio.files.lock import LOCK_NAME, Lock, Locked
from cxstudio.files.recovery import Recovered
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, new_id
from cxstudio.session import notices as say
from cxstudio.session.copies import earlier_versions
from cxstudio.session.folders import Folders, lock_of
from cxstudio.session.log import log
from cxstudio.session.notices import Notice, NoticeKind
from cxstudio.session.reading import Reader
from cxstudio.session.recovering import Opened, recover, replayed, take_up
from cxstudio.session.saved_file import SavedFile
from cxstudio.session.unsaved import NEW, PendingWork
from cxstudio.steps import Steps

_LOOKS = 3
"""So many times a lock is tried: who lists unsaved work holds each for a moment."""
_BETWEEN_S = 0.02


def open_file(path: Path, folders: Folders, reader: Reader) -> Steps[Opened]:
    """Open a file and replay what was not saved. Raises NotReadable."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link keeps its name
    notices: list[Notice] = []
    lock, reason = None, None
    try:
        lock = yield from _lock(lock_of(path, folders))
    except Locked:
        reason = NoticeKind.SECOND_INSTANCE
        notices.append(say.second_instance(path.name))
    except OSError as error:
        log.warning("no lock can be taken: %s", error.strerror)
    try:
        loaded = yield from _loaded(path, folders, reader)
        if loaded.content.newer:
            reason = NoticeKind.NEWER_FORMAT
            notices = [say.newer_format(path.name)]
        opened = _opened(loaded, SavedFile(folders, loaded.content.document, path, lock=lock, why_read_only=reason))
        until = loaded.content.document.project.retain_until
        over = [say.retention_over()] if until is not None and until < date.today() else []
        opened.notices = notices + opened.notices + over
        if reason is None:
            yield from recover(opened, reader)
        return opened
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _lock(path: Path) -> Steps[Lock]:
    """Raises Locked, OSError."""
    for _ in range(_LOOKS - 1):
        with suppress(Locked):
            return Lock(path)
        sleep(_BETWEEN_S)
        yield
    return Lock(path)


def _loaded(path: Path, folders: Folders, reader: Reader) -> Steps[Loaded]:
    """The file; where it cannot be read, the error names the newest backup that can. Raises NotReadable."""
    try:
        return (yield from reader.load(path))
    except NotReadable as error:
        kept = yield from _good_version(path, folders, reader)
        if kept is None:
            raise
        raise NotReadable(
            error.happened,
            error.safe,
            N_("An earlier version is kept in {place}."),
            **{**error.values, "place": kept},
        ) from error


def _good_version(path: Path, folders: Folders, reader: Reader) -> Steps[Path | None]:
    """The newest backup of a file that can be opened."""
    for kept in earlier_versions(path, folders):
        try:
            yield from reader.load(kept)
        except NotReadable:
            continue
        return kept
    return None


def _opened(loaded: Loaded, file: SavedFile) -> Opened:
    assert file.path is not None
    file.was_read(loaded)
    try:
        file.saved_at = datetime.fromtimestamp(file.path.stat().st_mtime).astimezone()
    except OSError as error:
        log.warning("it cannot be told when the file was saved: %s", error.strerror)
    told = [say.problems(loaded.problems)] if loaded.problems else []
    assets = AssetStore(file.home / ASSETS, loaded.assets)
    return Opened(file.document, file, assets, Journal(file.home, file.base), told)


def open_new(folders: Folders, document: Document, assets: Mapping[str, bytes]) -> Opened:
    """A project without a file: this document, which counts as unchanged until the first step."""
    name = f"{NEW}{new_id()}"
    home = folders.journals / name
    store = AssetStore(home / ASSETS, loose=assets)

    def snapshot() -> bytes:
        store.make_safe(used_assets(document))
        return encode(document)

    journal = Journal(home, Base(None, None, document.project.title), snapshot)
    return Opened(document, SavedFile(folders, document), store, journal)


def resume(work: PendingWork, folders: Folders, reader: Reader) -> Steps[Opened]:
    """Take up unsaved work, with its file where it has one. Raises NotReadable, and the work stays where it is."""
    if work.path is not None:
        if not _is_there(work.path):
            raise NotReadable(
                N_("“{name}” is not there any more."),
                N_("The unsaved work is kept and comes back when you open the file in its new place."),
                name=work.path.name,
            )
        return (yield from open_file(work.path, folders, reader))
    found = yield from _replayed(work, reader)
    file = SavedFile(folders, found.content.document if found.content and not found.whole else Document())
    place_lock = _hold(work, file)
    assets = AssetStore(work.folder / ASSETS)
    journal = Journal(work.folder, Base(None, None, work.title))
    opened = Opened(file.document, file, assets, journal, place_lock=place_lock)
    take_up(opened, found)
    opened.differs = found.whole
    return opened


def _is_there(path: Path) -> bool:
    """Whether a file is there; where that cannot be told, opening it says why."""
    try:
        return path.exists()
    except OSError:
        return True


def _hold(work: PendingWork, file: SavedFile) -> Lock | None:
    """Take the lock of work without a file; returns that of its place where it is not the usual one."""
    try:
        if work.folder.parent != file.folders.journals:
            return Lock(work.folder / LOCK_NAME)
        file.lock = Lock(file.folders.locks / f"{work.folder.name}.lock")
    except Locked as error:
        raise NotReadable(N_("This project is already open in another window.")) from error
    except OSError as error:
        log.warning("no lock can be taken: %s", error.strerror)
    return None


def _replayed(work: PendingWork, reader: Reader) -> Steps[Recovered]:
    """The work of a project without a file. Raises NotReadable."""
    stays = N_("It stays in {place} and is tried again at the next start.")
    try:
        found = yield from replayed(work.folder, Document(), None, reader)
    except OSError as error:
        why = error.strerror or type(error).__name__
        said = N_("Unsaved work cannot be read at the moment ({why}).")
        raise NotReadable(said, stays, why=why, place=str(work.folder)) from error
    if found is None or found.content is None:
        raise NotReadable(N_("Unsaved work cannot be read: its beginning is damaged."), stays, place=str(work.folder))
    return found
