"""Kept journals: unsaved work that fitted no version of its file when it was found. Listed, opened, read, deleted."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_, UserError
from cxstudio.files import NotReadable, kept
from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.assets import AssetStore
from cxstudio.files.atomic import digest_of
from cxstudio.files.errors import DamagedJson, Unusual
from cxstudio.files.journal import FILE_NAME
from cxstudio.files.recovery import QUICK_JOURNAL, Recovered, bases_in, read_head_of, read_journal, steps_in
from cxstudio.files.saving import used_assets
from cxstudio.model import Document
from cxstudio.session.copies import earlier_versions
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.log import log
from cxstudio.session.reading import Reader
from cxstudio.session.unsaved import folders_of_work
from cxstudio.steps import Steps, in_thread
from cxstudio.store import ChangeSet

MOST_STEPS = 500
"""Steps of a kept journal that are told in words, the newest."""


@dataclass(frozen=True, slots=True)
class KeptWork:
    """A journal kept aside."""

    place: Path
    """Itself."""
    path: Path | None
    """The file it belonged to; None for a project that never had one, or where it does not say."""
    title: str
    changed_at: datetime
    size: int
    """Bytes."""


def kept_work(folders: Folders, near: Iterable[Path] = ()) -> tuple[KeptWork, ...]:
    """All kept journals, newest first; `near` are files beside which some may lie. Raises nothing."""
    found = []
    for folder in folders_of_work(folders, near):
        with suppress(OSError):  # a folder that cannot be listed now is the next time
            found += [_described(place) for place in kept.kept_in(folder)]
    return tuple(sorted(found, key=lambda work: work.changed_at, reverse=True))


def open_kept(work: KeptWork, folders: Folders, reader: Reader) -> Steps[tuple[Document, Mapping[str, bytes]]]:
    """The project it leads to, for a new one; the journal stays where it is. Raises NotReadable."""
    try:
        bases = bases_in((yield from in_thread(read_journal, work.place)))
        found = yield from _replayed(work, bases, folders, reader)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise NotReadable(
            N_("Kept work cannot be read at the moment ({why})."), N_("It stays where it is."), why=why
        ) from error
    if found is None:
        raise NotReadable(
            N_("This kept work fits no version of its project that is still there."),
            N_("It stays where it is."),
            N_("What was typed in it can be looked at and copied."),
        )
    store = AssetStore(work.place.parent / ASSETS)
    store.take_in(work.place.parent / ASSETS)
    recovered, theirs = found
    used = used_assets(recovered.document)
    pictures = {**theirs, **{digest: data for digest, data in store.items() if digest in used}}
    return recovered.document, {digest: data for digest, data in pictures.items() if digest in used}


def _replayed(
    work: KeptWork, bases: set[str | None], folders: Folders, reader: Reader
) -> Steps[tuple[Recovered, Mapping[str, bytes]] | None]:
    """What it leads to, on whatever version of its file it fits; with the pictures of that version."""
    if None in bases:
        found = yield from reader.replay(work.place, Document(), None)
        if found is not None and found.content is not None:
            return found, {}
    if work.path is None:
        return None
    for version in (work.path, *earlier_versions(work.path, folders)):
        digest = None
        with suppress(OSError):  # a version that cannot be read is none it can be put on
            digest = yield from in_thread(digest_of, version)
        if digest is None or digest not in bases:
            continue
        with suppress(NotReadable):
            loaded = yield from reader.load(version)
            found = yield from reader.replay(work.place, loaded.content.document, loaded.digest)
            if found is not None and found.steps:
                return found, loaded.assets
    return None


def words_of(work: KeptWork) -> tuple[ChangeSet, ...]:
    """Its steps as far as they can be read by themselves, oldest first, MOST_STEPS at most. Raises UserError."""
    try:
        return tuple(steps_in(read_journal(work.place, QUICK_JOURNAL)))[-MOST_STEPS:]
    except Unusual as error:
        raise UserError(N_("This kept work is too large to be shown."), N_("It stays where it is.")) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise NotReadable(
            N_("Kept work cannot be read at the moment ({why})."), N_("It stays where it is."), why=why
        ) from error


def discard_kept(work: KeptWork) -> None:
    """Delete it for good, with its pictures where nothing else is left that needs them. Raises OSError."""
    folder = work.place.parent
    kept.remove(work.place)
    if kept.kept_in(folder) or (folder / FILE_NAME).exists():
        return
    if (folder / ASSETS).is_dir():
        shutil.rmtree(folder / ASSETS)
    with suppress(OSError):  # something else lies in it
        folder.rmdir()


def forget_kept(path: Path, folders: Folders) -> list[Path]:
    """Delete all kept work of a file (a person's data was deleted for good); returns what stays."""
    left = []
    for work in kept_work(folders, [path]):
        if work.path is not None and project_key(work.path) == project_key(path):
            try:
                discard_kept(work)
            except OSError as error:
                log.warning("a kept journal could not be deleted: %s", error.strerror)
                left.append(work.place)
    return left


def _described(place: Path) -> KeptWork:
    path, title, size = None, "", 0
    changed = datetime.now().astimezone()
    try:
        found = place.stat()
        size, changed = found.st_size, datetime.fromtimestamp(found.st_mtime).astimezone()
        head = read_head_of(place)
        if head is not None:
            path, title = head.path, head.title
    except (OSError, DamagedJson) as error:
        log.warning("the head of a kept journal cannot be read: %s", type(error).__name__)
    return KeptWork(place, path, title or (path.stem if path else ""), changed, size)
