"""Earlier versions of the open project: listed, read, named, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files import Loaded, NotReadable, NotSaved
from cxstudio.files.backups import Backups, saved_when, when
from cxstudio.model import Document
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.log import log
from cxstudio.session.reading import Reader
from cxstudio.steps import Steps
from cxstudio.store import Change
from cxstudio.store.changes import between


@dataclass(frozen=True, slots=True)
class Version:
    """One version kept on this machine."""

    path: Path
    made_at: datetime
    """When it was saved."""
    name: str = ""
    """What somebody called it; such a one is never thinned out."""


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version that was read again, and so verified."""

    version: Version
    loaded: Loaded | None
    """None where it is damaged."""
    changes: tuple[Change, ...] = ()
    """What changed in it since the version before."""
    first: bool = False
    """Whether there is none before it."""

    @property
    def document(self) -> Document | None:
        """What it holds; None where it cannot be read."""
        return self.loaded.content.document if self.loaded is not None else None


def versions_of(path: Path | None, folders: Folders) -> tuple[Version, ...]:
    """The versions of a file, newest first; none for a project without a file."""
    if path is None:
        return ()
    backups = Backups(folders.backups / project_key(path))
    try:
        names = backups.names()
        found = [(kept, saved_when(kept)) for kept in backups.all()]
    except OSError as error:
        log.warning("the versions cannot be listed: %s", error.strerror)
        return ()
    return tuple(Version(kept, made, names.get(kept.name, "")) for kept, made in found if made is not None)


def reading_all(versions: Iterable[Version], now: Document, reader: Reader, tell: list[ReadVersion]) -> Steps[None]:
    """Read the versions from the oldest on; each goes into `tell` with what changed since the one before.

    `now` is the project as it stands: the last that is told, with a version of no file. Raises nothing.
    """
    before: Document | None = None
    for version in reversed(tuple(versions)):
        try:
            loaded = yield from reader.load(version.path)
        except NotReadable:
            tell.append(ReadVersion(version, None))
            continue
        document = loaded.content.document
        tell.append(ReadVersion(version, loaded, changes_between(before, document), before is None))
        before = document
        yield
    present = Version(Path(), datetime.now())
    tell.append(ReadVersion(present, None, changes_between(before, now), before is None))


def changes_between(before: Document | None, after: Document) -> tuple[Change, ...]:
    """What leads from one version to another; nothing where there is none before."""
    if before is None:
        return ()
    ids = {record.id for record in before} | {record.id for record in after}
    return between(before, after, ids)


def changed_here(
    of: Callable[[Document], object],
    versions: Iterable[ReadVersion],
    saved: Document,
    saved_at: datetime | None,
    now: Document,
) -> tuple[datetime | None, datetime | None]:
    """Between which saved versions something became what it is now; `of` says what it was in a document.

    The first is the newest version in which it was not so yet, the second the first in which it was; None where there
    is none. `saved` is what the file holds.
    """
    present = of(now)
    steps = [(each.document, each.version.made_at) for each in versions if each.document is not None]
    before: datetime | None = None
    after: datetime | None = None
    for document, moment in [*steps, (saved, saved_at)]:
        if of(document) == present:
            after = after or moment
        else:
            before, after = moment, None
    return before, after


def name_version(version: Version, name: str) -> Version:
    """Call it something, or take its name away. Raises NotSaved."""
    try:
        Backups(version.path.parent).name(version.path, name)
    except OSError as error:
        raise NotSaved(
            N_("The version was not named: it cannot be written to the disk."),
            N_("Nothing is lost."),
            N_("Make room on the disk and try again."),
        ) from error
    return replace(version, name=" ".join(name.split()))


def keep_named(data: bytes, path: Path, folders: Folders, name: str) -> Version:
    """Keep the bytes of a project as a version with a name. Raises NotSaved."""
    backups = Backups(folders.backups / project_key(path))
    try:
        made = datetime.now()
        kept = backups.keep_bytes(data, made)
        version = Version(kept, when(kept) or made)
    except OSError as error:
        raise NotSaved(
            N_("No version was kept: it cannot be written to the disk."),
            N_("Nothing is lost."),
            N_("Make room on the disk and try again."),
        ) from error
    return name_version(version, name)
