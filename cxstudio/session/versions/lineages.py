"""Where the open project comes from, as its file will say: versions, copies merged into it, and who saved it last."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from cxstudio.files import Aside
from cxstudio.files.encoding import encode
from cxstudio.files.lineage import Lineage
from cxstudio.model import Document, Id, new_id
from cxstudio.session.folders import Folders


@dataclass(slots=True)
class Merged:
    """Copies that were merged into a project, as long as nobody takes the merge back."""

    _copies: list[_Copy] = field(default_factory=list)

    def add(self, holds: Callable[[], bool], theirs: Lineage, known: Lineage, own_file: str = "") -> None:
        """One more, with its own content embedded; it counts while `holds` says so. `known` is the project's own.

        `own_file` is the SHA-256 of the project's own file where that is what somebody else wrote there.
        """
        self._copies.append(_Copy(holds, theirs, frozenset(theirs.versions) - set(known.versions), own_file))

    @property
    def in_own_file(self) -> str:
        """The SHA-256 of the project's own file as somebody else left it, where all of that was merged; else ""."""
        return next((copy.own_file for copy in reversed(self._copies) if copy.own_file and copy.holds()), "")

    def written(self) -> None:
        """The project's own file holds something else now."""
        self._copies = [replace(copy, own_file="") for copy in self._copies]

    def in_effect(self) -> tuple[Lineage, ...]:
        """Those that were not taken back."""
        return tuple(copy.lineage for copy in self._copies if copy.holds())

    def taken_back(self) -> frozenset[str]:
        """Versions of the others that are no longer part of the project."""
        stay = {version for lineage in self.in_effect() for version in lineage.versions}
        return frozenset(v for copy in self._copies if not copy.holds() for v in copy.new) - stay

    def forget(self, ids: Iterable[Id], texts: Iterable[str], names: Iterable[str] = ()) -> None:
        """Forget people who were deleted for good."""
        gone, said, called = tuple(ids), tuple(texts), tuple(names)
        self._copies = [replace(copy, lineage=copy.lineage.without_people(gone, said, called)) for copy in self._copies]


@dataclass(frozen=True, slots=True)
class _Copy:
    holds: Callable[[], bool]
    lineage: Lineage
    new: frozenset[str]
    """Versions that were not the project's before."""
    own_file: str = ""


def next_lineage(known: Lineage, in_file: Document, aside: Aside, folders: Folders, merged: Merged) -> Lineage:
    """What a file will say of where it comes from, with the copies merged into it that were not taken back."""
    found = as_saved_here(known, in_file, aside, folders)
    back = merged.taken_back()
    found = replace(
        found,
        versions=tuple(v for v in found.versions if v not in back),
        bases={digest: data for digest, data in found.bases.items() if digest not in back},
    )
    for theirs in merged.in_effect():
        found = found.merged_with(theirs)
    return found


def as_saved_here(known: Lineage, in_file: Document, aside: Aside, folders: Folders) -> Lineage:
    """A lineage once its file is saved on this machine: after another machine's with the project as it was opened."""
    project = known.project or new_id()
    mine = machine_mark(project, folders)
    found = replace(known, project=project, saved_by=mine)
    if known.versions and known.saved_by != mine and known.versions[-1] not in known.bases:
        found = found.with_base(known.versions[-1], encode(in_file, aside))
    return found


def machine_mark(project: Id, folders: Folders) -> str:
    """Tells whether two versions of a project were saved on one machine; says nothing else, and not even that of
    two different projects."""
    said = "\0".join((project, platform.node(), str(folders.data)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
