"""Another copy of the open project: read, compared against the version both came from, and merged as one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_, UserError
from cxstudio.files import Aside, Loaded
from cxstudio.files.encoding import encode
from cxstudio.files.errors import NotReadable
from cxstudio.files.lineage import Lineage, base_of, digest_of_content
from cxstudio.files.loading import load
from cxstudio.files.saving import used_assets
from cxstudio.merging.conflicts import Decisions
from cxstudio.merging.three_way import Merge
from cxstudio.model import PROJECT_ID, Document
from cxstudio.session.copies import earlier_versions
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.reading import Reader
from cxstudio.steps import Steps, in_thread
from cxstudio.store import Ahead, ChangeSet, Origin, work_ahead


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the two copies: what it holds, and where it comes from; its newest version is what it holds."""

    name: str
    document: Document
    assets: Mapping[str, bytes]
    lineage: Lineage
    aside: Aside
    saved_at: datetime | None = None
    file: tuple[Path, str] | None = None
    """Where it was read, and the SHA-256 of that file; None for the open project."""

    @property
    def digest(self) -> str:
        """What its content is known by."""
        return self.lineage.versions[-1]


@dataclass(frozen=True, slots=True)
class Ancestor:
    """The version two copies came from."""

    document: Document
    saved_at: datetime | None = None
    """When it was saved, where a version on this machine says so."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two copies held against each other."""

    here: Copy
    there: Copy
    merge: Merge
    ancestor: Ancestor | None
    """None where there is no common version."""
    path: Path
    """Where the other copy lies."""
    problems: int = 0
    """Things in the other copy that cannot be read."""


def comparing(own_copy_of: Callable[[], Copy], path: Path, folders: Folders, own: tuple[Path | None, str | None],
              reader: Reader) -> Steps[Comparison]:  # fmt: skip
    """Read another copy and hold it against the project, beside a window. Raises UserError.

    `own_copy_of` makes the project's own copy, which takes a moment; `own` is the project's own file, and the SHA-256
    by which it is known.
    """
    loaded = yield from reader.load(path)
    if own[0] is not None and project_key(own[0]) == project_key(path) and loaded.digest == own[1]:
        raise UserError(
            N_("“{name}” is the file of this project itself. There is nothing to merge."),
            "",
            N_("Choose another copy."),
            name=path.name,
        )
    there = copy_of(loaded)
    kept = kept_versions(folders, own[0], path)
    here = yield from in_thread(own_copy_of)
    merge, ancestor = yield from in_thread(compare, here, there, kept)
    return Comparison(here, there, merge, ancestor, path, len(loaded.problems))


def copy_of(loaded: Loaded) -> Copy:
    """A copy as it was read. Raises UserError for one of a newer program."""
    if loaded.content.newer:
        raise UserError(
            N_("“{name}” was made with a newer version of CX Studio and cannot be merged here."),
            N_("Both files are unchanged."),
            N_("Install the newer version."),
            name=loaded.path.name,
        )
    try:
        saved_at = datetime.fromtimestamp(loaded.path.stat().st_mtime).astimezone()
    except OSError:
        saved_at = None
    content = loaded.content
    file = loaded.path, loaded.digest
    return Copy(loaded.path.name, content.document, loaded.assets, loaded.lineage, content.aside, saved_at, file)


def own_copy(name: str, document: Document, assets: Mapping[str, bytes], known: Lineage, aside: Aside,
             merged: Iterable[Lineage] = (), saved_at: datetime | None = None) -> Copy:  # fmt: skip
    """The open project as it stands; `merged` says where copies come from that were merged into it already."""
    lineage = known
    for theirs in merged:
        lineage = lineage.merged_with(theirs)
    lineage = lineage.with_version(digest_of_content(encode(document, aside)))
    return Copy(name, document, assets, lineage, aside, saved_at)


def compare(here: Copy, there: Copy, kept: Iterable[Path] = ()) -> tuple[Merge, Ancestor | None]:
    """Both copies against the newest version they have in common, and that version; None where there is none.

    `kept` are versions on this machine that may hold it. Raises UserError where there is nothing to merge: both are
    the same, or strangers.
    """
    if here.digest == there.digest or here.document == there.document:
        raise UserError(N_("“{name}” holds the same as this project. There is nothing to merge."), name=there.name)
    common = _common(here.lineage, there.lineage)
    if not common and not _are_kin(here, there):
        raise UserError(
            N_("“{name}” is another project, not a copy of this one."),
            N_("Both files are unchanged."),
            N_("Choose a copy of this project."),
            name=there.name,
        )
    found = _ancestor(common, here, there, kept)
    erased = tuple(dict.fromkeys((*here.lineage.erased, *there.lineage.erased)))
    return Merge(here.document, there.document, found.document if found is not None else None, erased), found


def kept_versions(folders: Folders, *paths: Path | None) -> tuple[Path, ...]:
    """Earlier versions of these files on this machine, newest first."""
    return tuple(kept for path in paths if path is not None for kept in earlier_versions(path, folders))


def merged_lineage(there: Copy) -> Lineage:
    """Where the other copy comes from, with its own content to be embedded."""
    return there.lineage.with_base(there.digest, encode(there.document, there.aside))


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging with these decisions does, worked out before anything changes."""

    decisions: Decisions
    ahead: Ahead
    pictures: Mapping[str, bytes]
    """Those of the other copy that come with it."""
    missing: tuple[str, ...]
    """Those that neither copy has."""
    lineage: Lineage
    """Where the other copy comes from."""


def merged(there: Copy, merge: Merge, decisions: Decisions, known: Collection[str]) -> Merged:
    """Work it out, in whatever thread; `known` are the pictures of the project. Raises CheckFailed."""
    pictures, missing = pictures_for(merge.document(decisions), known, there)
    step = ChangeSet(merge.changes(decisions), N_("Merge {name}"), Origin.IMPORT, (("name", there.name),))
    return Merged(dict(decisions), work_ahead(merge.here, step), pictures, missing, merged_lineage(there))


def pictures_for(document: Document, here: Collection[str], there: Copy) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Pictures of the other copy the document needs, and those that neither copy has."""
    wanted = used_assets(document) - set(here)
    return {d: there.assets[d] for d in wanted if d in there.assets}, tuple(
        sorted(d for d in wanted if d not in there.assets and d in used_assets(there.document))
    )


def is_decided(merge: Merge, decisions: Decisions) -> bool:
    """Whether nothing is left open."""
    return all(conflict.place in decisions for conflict in merge.conflicts)


def _common(here: Lineage, there: Lineage) -> list[str]:
    """Versions both come from, the newest first: the same whichever is called here."""
    age_here = {v: age for age, v in enumerate(reversed(here.versions))}
    age_there = {v: age for age, v in enumerate(reversed(there.versions))}
    return sorted(age_here.keys() & age_there.keys(), key=lambda v: (age_here[v] + age_there[v], v))


def _are_kin(here: Copy, there: Copy) -> bool:
    """Whether two files without a common version are of one project all the same."""
    if here.lineage.project and here.lineage.project == there.lineage.project:
        return True
    mine = {r.id for r in here.document} - {PROJECT_ID}
    return any(r.id in mine for r in there.document)


def _ancestor(common: list[str], here: Copy, there: Copy, kept: Iterable[Path]) -> Ancestor | None:
    """The newest of these versions whose content is somewhere."""
    if not common:
        return None
    backups = _Backups(kept)
    for digest in common:
        for copy in (here, there):
            if digest == copy.digest:
                return Ancestor(copy.document, copy.saved_at)
        for copy in (here, there):
            base = base_of(copy.lineage.bases[digest]) if digest in copy.lineage.bases else None
            if base is not None:
                return Ancestor(base)
        found = backups.holding(digest)
        if found is not None:
            return found
    return None


class _Backups:
    """Versions on this machine, each read when first needed."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._waiting = iter(paths)
        self._known: dict[str, Ancestor] = {}

    def holding(self, digest: str) -> Ancestor | None:
        """The one with this content; None where none has it, or it cannot be read."""
        while digest not in self._known:
            path = next(self._waiting, None)
            if path is None:
                return None
            try:
                loaded = load(path)
            except NotReadable:
                continue
            if not loaded.content.newer:
                saved_at = copy_of(loaded).saved_at
                self._known.setdefault(loaded.lineage.versions[-1], Ancestor(loaded.content.document, saved_at))
        return self._known[digest]
