"""Taking up the unsaved work of earlier sessions: what fits is replayed, what does not is kept and named.

Whatever fails, a journal that was not replayed is neither removed nor written over.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cxstudio.files import kept
from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.assets import AssetStore
from cxstudio.files.atomic import PRIVATE, replace_file
from cxstudio.files.journal import FILE_NAME, Journal
from cxstudio.files.journal_lines import JournalHead
from cxstudio.files.lock import LOCK_NAME, Lock, Locked
from cxstudio.files.recovery import Recovered, bring_home
from cxstudio.model import Document, new_id
from cxstudio.regular_files import TooLong
from cxstudio.session import notices as say
from cxstudio.session.folders import project_key
from cxstudio.session.log import log
from cxstudio.session.notices import Notice
from cxstudio.session.reading import Reader
from cxstudio.session.saved_file import SavedFile
from cxstudio.session.unsaved import NEW, PendingWork, pending_work
from cxstudio.steps import Steps
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
    place_lock: Lock | None = None
    """Held where the journal lies elsewhere than usual."""
    write_anew: bool = False
    """Whether what came back has to be written to a journal of its own at once."""


@dataclass(slots=True)
class _Finds:
    """What was found of a project."""

    fitting: list[tuple[float, Path, Recovered]] = field(default_factory=list)
    """When it was written last, where it lies, and what replaying it gave."""
    put_aside: list[Path] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    """Journals and folders that cannot be read at the moment."""
    blocked: set[Path] = field(default_factory=set)
    """Folders in which a journal lies that was not replayed and could not be put aside."""


def recover(opened: Opened, reader: Reader) -> Steps[None]:
    """Take up what earlier sessions left unsaved of a file, wherever it lies."""
    assert opened.file.path is not None
    home = opened.journal.folder
    finds = yield from _find(opened, home, opened.file.path, reader)
    chosen = _choose(finds, home)
    if home in finds.blocked:
        _go_elsewhere(opened)
    if chosen is not None:
        _take(opened, *chosen, finds)
    with suppress(OSError):  # those that could not be listed are named the next time
        finds.put_aside += [path for path in kept.untold(home) if path not in finds.put_aside]
    _tell(opened, finds)


def take_up(opened: Opened, found: Recovered) -> None:
    """Take up the work of a project that never had a file, where it lies."""
    finds = _Finds()
    _take(opened, opened.journal.folder, found, finds)
    with suppress(OSError):  # as above
        finds.put_aside += [path for path in kept.untold(opened.journal.folder) if path not in finds.put_aside]
    _tell(opened, finds)


def _find(opened: Opened, home: Path, path: Path, reader: Reader) -> Steps[_Finds]:
    finds, folders = _Finds(), opened.file.folders
    if _may_hold_one(home):
        yield from _look(finds, opened, home, reader)
    mine = opened.file.lock.path if opened.file.lock else None
    for work in pending_work(folders, [path], mine):
        if work.folder == home:
            continue
        if work.path is None:
            if not work.readable and not work.folder.name.startswith(NEW):
                finds.unread.append(work.folder)
        elif project_key(work.path) == project_key(path):
            yield from _look(finds, opened, work.folder, reader)
        else:
            yield from _look_for_moved(finds, opened, work, reader)
    return finds


def _may_hold_one(folder: Path) -> bool:
    """Whether there is a journal in a folder, as far as can be told."""
    try:
        (folder / FILE_NAME).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _look_for_moved(finds: _Finds, opened: Opened, work: PendingWork, reader: Reader) -> Steps[None]:
    """Work whose file is not where it was belongs to this one, where it fits."""
    assert work.path is not None
    try:
        work.path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        yield from _look(finds, opened, work.folder, reader, moved=True)
    except OSError as error:
        log.warning("it cannot be told whether a file was moved: %s", error.strerror)
        finds.unread.append(work.folder)


def _look(finds: _Finds, opened: Opened, folder: Path, reader: Reader, *, moved: bool = False) -> Steps[None]:
    """Replay the journal in a folder; of a moved file only what fits is this project's."""
    found = None
    try:
        found = yield from replayed(folder, opened.file.document, opened.file.digest, reader)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("a journal cannot be read: %s", error.strerror)
        finds.unread.append(folder / FILE_NAME)
        finds.blocked.add(folder)
        return
    if found is not None:
        finds.fitting.append((_written(folder), folder, found))
    elif not moved:
        _put_aside(finds, folder)


def replayed(folder: Path, document: Document, digest: str | None, reader: Reader) -> Steps[Recovered | None]:
    """As `Reader.replay`, tried twice: a share may have been away for a moment."""
    try:
        return (yield from reader.replay(folder / FILE_NAME, document, digest))
    except (FileNotFoundError, TooLong):
        raise
    except OSError:
        return (yield from reader.replay(folder / FILE_NAME, document, digest))


def _written(folder: Path) -> float:
    try:
        return (folder / FILE_NAME).stat().st_mtime
    except OSError:
        return 0.0


def _put_aside(finds: _Finds, folder: Path) -> None:
    try:
        aside = kept.move_aside(folder / FILE_NAME, datetime.now())
    except OSError as error:
        log.warning("a journal cannot be put aside: %s", error.strerror)
        finds.put_aside.append(folder / FILE_NAME)
        finds.blocked.add(folder)
        return
    if aside is not None:
        finds.put_aside.append(aside)


def _choose(finds: _Finds, home: Path) -> tuple[Path, Recovered] | None:
    """What was written last; what differs from it and fits as well is put aside."""
    if not finds.fitting:
        return None
    _, folder, found = max(finds.fitting, key=lambda each: (each[0], each[1] == home))
    for _, other, same in finds.fitting:
        if other == folder:
            continue
        if same.document == found.document and not same.unread:
            with suppress(OSError):  # it is found again, and is the same again
                (other / FILE_NAME).unlink()
        else:
            _put_aside(finds, other)
    return folder, found


def _take(opened: Opened, folder: Path, found: Recovered, finds: _Finds) -> None:
    opened.document, opened.steps = found.document, found.steps
    if found.content is not None:
        opened.file.aside, opened.differs = found.content.aside, True
    opened.assets.take_in(folder / ASSETS)
    if opened.document != opened.file.document:
        opened.notices.append(say.recovered(len(found.steps), has_file=opened.file.path is not None))
    try:
        if found.unread:
            copy = kept.kept_name(folder, datetime.now())
            replace_file(copy, (folder / FILE_NAME).read_bytes(), mode=PRIVATE)
            finds.put_aside.append(copy)
        if folder != opened.journal.folder:
            folder = _bring_home(opened, folder, found)
        opened.journal.folder = folder
        opened.journal.resume(found.good)
    except OSError as error:
        log.warning("the journal cannot be gone on with: %s", error.strerror)
        if found.unread:
            finds.put_aside.append(folder / FILE_NAME)
        _go_elsewhere(opened)
        opened.write_anew = True


def _bring_home(opened: Opened, folder: Path, found: Recovered) -> Path:
    """Copy a journal from elsewhere to its project's folder; returns where it is gone on with. Raises OSError."""
    file, home = opened.file, opened.journal.folder
    if file.lock is not None and not _may_hold_one(home):
        try:
            bring_home(folder, home, JournalHead(file.path, file.digest, opened.document.project.title), found.good)
        except OSError as error:
            log.warning("a journal could not be brought home: %s", error.strerror)
        else:
            opened.assets.take_in(home / ASSETS)
            return home
    with suppress(Locked):  # a program without locks of its own is no window of ours
        opened.place_lock = Lock(folder / LOCK_NAME)
    opened.assets.place = folder / ASSETS, frozenset()
    opened.assets.take_in(folder / ASSETS)
    return folder


def _go_elsewhere(opened: Opened) -> None:
    """Nothing may be written where the journal would be: another folder of the data folder is begun when needed."""
    home = opened.journal.folder
    opened.journal.folder = home.with_name(f"{home.name.split('-')[0]}-{new_id()}")
    opened.assets.place = opened.journal.folder / ASSETS, frozenset(opened.assets.in_file)


def _tell(opened: Opened, finds: _Finds) -> None:
    if finds.put_aside:
        opened.notices.append(say.recovery_kept(finds.put_aside))
        for path in finds.put_aside:
            if path.name != FILE_NAME:
                with suppress(OSError):  # it is named again the next time
                    kept.was_told(path)
    if finds.unread:
        opened.notices.append(say.recovery_unread(finds.unread))
