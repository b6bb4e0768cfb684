"""Where a file comes from: its project, the versions before it, and the contents two copies can be merged against."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from cxstudio.files.errors import DamagedJson, TooMuch, TooNew
from cxstudio.files.jsontext import read_json, write_json

if TYPE_CHECKING:
    from cxstudio.model import Document, Id, Record

BASES: Final = "base/"
MOST_VERSIONS: Final = 200
"""Digests of earlier versions a file names, the newest."""
MOST_BASES: Final = 4
LARGEST_BASES: Final = 12_000_000
"""Bytes of all contents embedded in a file; beside the largest project it still opens."""
MOST_ERASED: Final = 1_000
_DIGITS: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a file says of its past. Nothing of it is needed to open the project."""

    project: Id = ""
    """The same in all copies of a project; "" in a file from before, which gets one when it is saved."""
    saved_by: str = ""
    """Tells whether two versions were saved on one machine, and nothing else."""
    versions: tuple[str, ...] = ()
    """SHA-256 of project.json in each version, oldest first, of merged copies, too."""
    bases: Mapping[str, bytes] = field(default_factory=dict)
    """SHA-256 → project.json of that version, where two copies were edited apart from it."""
    erased: tuple[Id, ...] = ()
    """People deleted for good: they do not come back with another copy."""

    def with_version(self, digest: str) -> Lineage:
        """With one more version, the newest now."""
        if self.versions[-1:] == (digest,):
            return self
        return replace(self, versions=(*self.versions, digest)[-MOST_VERSIONS:])

    def with_base(self, digest: str, project: bytes) -> Lineage:
        """With the content of a version, which is kept as long as newer ones leave room for it."""
        if len(project) > LARGEST_BASES:
            return self
        kept = {**{d: data for d, data in self.bases.items() if d != digest}, digest: project}
        while len(kept) > MOST_BASES or sum(map(len, kept.values())) > LARGEST_BASES:
            kept.pop(next(iter(kept)))
        return replace(self, bases=kept)

    def merged_with(self, theirs: Lineage) -> Lineage:
        """The lineage of what both copies were merged into: it comes from the versions of both."""
        other = [v for v in theirs.versions if v not in self.versions]
        versions = (*self.versions, *other)[-MOST_VERSIONS:]
        ours = replace(
            self,
            versions=versions,
            bases={},
            erased=tuple(dict.fromkeys((*theirs.erased, *self.erased)))[-MOST_ERASED:],
        )
        contents = {**self.bases, **theirs.bases}
        for digest in sorted(contents, key=lambda d: versions.index(d) if d in versions else -1):
            ours = ours.with_base(digest, contents[digest])
        return ours.without_people(ours.erased) if ours.erased else ours

    def without_people(self, ids: Iterable[Id], texts: Iterable[str] = (), names: Iterable[str] = ()) -> Lineage:
        """Once these people are deleted for good: no content names them, and none says who they were, or `texts`."""
        from cxstudio.files.encoding import encode  # the window is on the screen before records are loaded
        from cxstudio.model.personal_data.naming import names_of
        from cxstudio.store import without_persons

        gone = tuple(ids)
        contents = {digest: document for digest, data in self.bases.items() if (document := base_of(data)) is not None}
        people = [record for each in contents.values() for i in gone if (record := each.find(i)) is not None]
        called = {*names, *(name for each in contents.values() for name in names_of(each, gone)[0])}
        said = {text for text in texts if text.strip()} | {text for record in people for text in texts_of(record)}
        bases = {}
        for digest, document in contents.items():
            clean = without_persons(document, gone, called)
            cleaned = self.bases[digest] if clean is document else encode(clean)
            if not any(_says(cleaned, text) for text in said | called):
                bases[digest] = cleaned
        return replace(self, bases=bases, erased=tuple(dict.fromkeys((*self.erased, *gone)))[-MOST_ERASED:])

    def entries(self) -> dict[str, object]:
        """What the manifest says of it."""
        found: dict[str, object] = {}
        if self.project:
            found["project"] = self.project
        if self.saved_by:
            found["saved_by"] = self.saved_by
        if self.versions:
            found["versions"] = list(self.versions)
        if self.erased:
            found["erased"] = list(self.erased)
        return found


def digest_of_content(project: bytes) -> str:
    """The SHA-256 of a project.json, by which its version is known."""
    return hashlib.sha256(project).hexdigest()


def base_of(project: bytes) -> Document | None:
    """The document in an embedded content; None where it cannot be read."""
    from cxstudio.files.decoding import decode

    try:
        return decode(project).document
    except (DamagedJson, TooMuch, TooNew):
        return None


def read_lineage(manifest: bytes | None, bases: Mapping[str, bytes]) -> Lineage:
    """What a manifest and the embedded contents say; whatever does not fit is left out."""
    said: Any = None
    if manifest is not None:
        try:
            said = read_json(manifest)
        except DamagedJson:
            said = None
    if not isinstance(said, dict):
        said = {}
    versions = tuple(v for v in _texts(said.get("versions")) if is_digest(v))[-MOST_VERSIONS:]
    names = {member.removeprefix(BASES).removesuffix(".json"): data for member, data in bases.items()}
    order = sorted(names, key=lambda d: (versions.index(d) if d in versions else -1, d))
    lineage = Lineage(_text(said.get("project")), _text(said.get("saved_by")), versions)
    for digest in order:
        lineage = lineage.with_base(digest, names[digest])
    return replace(lineage, erased=_texts(said.get("erased"))[-MOST_ERASED:])


def is_base(member: str) -> bool:
    """Whether a member of the container is the content of an earlier version."""
    return member.startswith(BASES) and member.endswith(".json") and is_digest(member[len(BASES) : -len(".json")])


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256 in hexadecimal digits."""
    return len(text) == 64 and _DIGITS.issuperset(text)


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= 200 else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(v for v in value if _text(v)) if isinstance(value, list) else ()


def _says(project: bytes, text: str) -> bool:
    """Whether a content holds a text, in whatever field."""
    return write_json(text)[1:-1] in project


def texts_of(record: Record) -> tuple[str, ...]:
    """What tells who a person is: name, code and the like, three letters or more."""
    named = (getattr(record, name, "") for name in ("name", "code", "quote", "facts"))
    return tuple(text for text in named if isinstance(text, str) and len(text.strip()) >= 3)
