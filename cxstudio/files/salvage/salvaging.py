"""What can still be read of a damaged project, and what is missing. The damaged file is only read."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cxstudio.errors import N_, trn
from cxstudio.files.backups import saved_when
from cxstudio.files.container import ASSETS, MANIFEST, PROJECT
from cxstudio.files.decoding import MOST_TOLD, Decoded, Problem, decode
from cxstudio.files.encoding import plain
from cxstudio.files.errors import NOTHING_CHANGED, DamagedJson, NotReadable, TooMuch, TooNew
from cxstudio.files.jsontext import read_json, write_json
from cxstudio.files.lineage import is_base, read_lineage
from cxstudio.files.loading import load, read_bytes
from cxstudio.files.migrations import FORMAT
from cxstudio.files.pictures import kind_of
from cxstudio.files.salvage.members import END, Member, members_of
from cxstudio.files.salvage.records import Pieces, pieces_of, stretches
from cxstudio.files.salvage.stand_ins import stand_ins
from cxstudio.files.salvage.unsaved import with_unsaved
from cxstudio.files.saving import used_assets
from cxstudio.model import PROJECT_ID, Document, Id
from cxstudio.progress import Progress


@dataclass(slots=True)
class Salvaged:
    """What was rescued of a project, and what was not."""

    document: Document
    assets: dict[str, bytes]
    missing: tuple[Problem, ...]
    """What is missing, a line each."""


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A version from before, from which gaps are filled."""

    document: Document
    assets: Mapping[str, bytes] = field(default_factory=dict)
    saved: datetime | None = None
    """When it was kept; None for one in the damaged file itself."""


def salvage(
    path: Path, kept: Sequence[Path] = (), journals: Sequence[Path] = (), *, progress: Progress | None = None
) -> Salvaged:
    """Read what can be read of a project. Raises NotReadable where that is nothing at all.

    `kept` are earlier versions of it, newest first: what is lost comes from the newest of them that can be read.
    `journals` hold what was done since it was saved, oldest first: it is made again, as far as it fits.
    """
    data = read_bytes(path)
    if progress is not None:
        progress(0.1, "")
    members, nameless = members_of(data)
    missing: list[Problem] = []
    if END not in data[-70_000:]:
        missing.append(Problem(N_("The end of the file is missing.")))
    document, earlier = _document(members, nameless, kept, missing)
    unsaved = with_unsaved(document, hashlib.sha256(data).hexdigest(), journals, kept)
    document = unsaved.document
    if unsaved.whole:
        missing.clear()
    missing += unsaved.told
    if not len(document):
        raise NotReadable(
            N_("“{name}” holds nothing that could be rescued."),
            NOTHING_CHANGED,
            N_("Open an earlier version from the backups, or ask for the file again."),
            name=path.name,
        )
    assets, used = _pictures(members), used_assets(document)
    assets |= {digest: unsaved.assets[digest] for digest in used & unsaved.assets.keys() - assets.keys()}
    if earlier is not None:
        assets |= {digest: earlier.assets[digest] for digest in used & earlier.assets.keys() - assets.keys()}
    for digest in sorted(used - assets.keys()):
        missing.append(Problem(N_("The picture {asset} is missing."), (("asset", digest[:12]),)))
    return Salvaged(document, assets, tuple(missing[:MOST_TOLD]))


def _document(
    members: Mapping[str, Member], nameless: Sequence[Member], kept: Sequence[Path], missing: list[Problem]
) -> tuple[Document, _Earlier | None]:
    """The project as far as it can be read, and the version its gaps were filled from."""
    project, manifest = members.get(PROJECT), members.get(MANIFEST)
    if project is not None and project.whole:
        content = _decoded(project.content)
        if content is not None and len(content.document):
            missing += _left_out(content)
            return content.document, None
    said = manifest.content if manifest is not None and manifest.whole else None
    others = [m for name, m in members.items() if m is not project and _may_be_the_project(name)]
    known, candidates = _checksums(said), [*([project] if project else []), *others, *nameless]
    found = pieces_of(stretches(candidates, known))
    earlier = _earlier(members, kept, found)
    if len(found):
        missing += _told(found, known, candidates)
    if earlier is not None:
        missing += _filled(found, earlier, read_lineage(said, {}).erased)
    for kind, n in sorted(stand_ins(found.records).items()):
        told = trn(
            "{kind}: {n} record is lost. What belongs to it is kept, at one without a name.",
            "{kind}: {n} records are lost. What belongs to them is kept, at ones without a name.",
            n,
        )
        missing.append(Problem(**told, values=(("kind", kind),)))
    content = _decoded(write_json({"format": FORMAT, "records": found.records}))
    if content is None:
        return Document(), None
    missing += _left_out(content)
    return content.document, earlier


def _may_be_the_project(name: str) -> bool:
    """Whether a member may be the project under a damaged name."""
    return not name.startswith(ASSETS) and name != MANIFEST and not is_base(name)


def _checksums(manifest: bytes | None) -> list[int]:
    """The checksums of the pieces of the project; none where the manifest does not say them."""
    try:
        said = read_json(manifest) if manifest is not None else None
    except DamagedJson:
        return []
    pieces = said.get("pieces") if isinstance(said, dict) else None
    return [each for each in pieces if isinstance(each, int)] if isinstance(pieces, list) else []


def _decoded(project: bytes) -> Decoded | None:
    try:
        return decode(project)
    except (DamagedJson, TooMuch, TooNew):
        return None


def _earlier(members: Mapping[str, Member], kept: Sequence[Path], found: Pieces) -> _Earlier | None:
    """The newest version kept on this machine, else the one in the file that has most in common with it."""
    ids = {entry["id"] for entries in found.records.values() for entry in entries} - {PROJECT_ID}
    for path in kept:
        try:
            loaded = load(path)
        except NotReadable:
            continue
        document = loaded.content.document
        if not loaded.content.newer and (not ids or any(i in document for i in ids)):
            return _Earlier(document, loaded.assets, saved_when(path))
    bases = [content.document for name, member in members.items()
             if is_base(name) and (content := _decoded(member.content)) is not None]  # fmt: skip
    best = max(bases, key=lambda each: (sum(i in each for i in ids), len(each)), default=None)
    return _Earlier(best) if best is not None and len(best) else None


def _filled(found: Pieces, earlier: _Earlier, erased: Collection[Id]) -> Iterator[Problem]:
    """Put what is lost among the pieces as it was in an earlier version, and say so."""
    own = len(found)
    known = {entry["id"] for entries in found.records.values() for entry in entries} | set(erased)
    taken = [record for record in earlier.document if record.id not in known]
    for record in taken:
        found.records.setdefault(type(record).__name__, []).append(plain(record))
    if not taken:
        return
    if own and earlier.saved is not None:
        told = trn(
            "{n} record comes from the version of {day}. It may have been deleted since.",
            "{n} records come from the version of {day}. Some may have been deleted since.",
            len(taken),
        )
        yield Problem(**told, values=(("day", earlier.saved),))
    elif own:
        told = trn(
            "{n} record comes from an earlier version in the file. It may have been deleted since.",
            "{n} records come from an earlier version in the file. Some may have been deleted since.",
            len(taken),
        )
        yield Problem(**told)
    elif earlier.saved is not None:
        yield Problem(N_("The project itself cannot be read. It is as it was on {day}."), (("day", earlier.saved),))
    else:
        yield Problem(N_("The project itself cannot be read. An earlier version was in the file."))


def _told(found: Pieces, known: Sequence[int], members: Iterable[Member]) -> Iterator[Problem]:
    """What is known to be lost of the pieces, and what has to be looked at; `known` are the checksums of all pieces."""
    whole = {zlib.crc32(part.content) for member in members for part in member.parts}
    damaged = sum(checksum not in whole for checksum in known)
    if damaged:
        told = trn("{n} part of {all} is damaged.", "{n} parts of {all} are damaged.", damaged)
        yield Problem(**told, values=(("all", len(known)),))
    for kind, n in sorted(found.lost.items()):
        told = trn("{kind}: at least {n} record cannot be read.", "{kind}: at least {n} records cannot be read.", n)
        yield Problem(**told, values=(("kind", kind),))
    if not known:
        yield Problem(N_("Whether all texts are as they were cannot be checked. Please look through them."))
    for kind, record_id in found.doubtful:
        entry = next(each for each in found.records[kind] if each["id"] == record_id)
        name = str(entry.get("name") or entry.get("title") or entry.get("text") or record_id)[:80]
        yield Problem(
            N_("{kind}: “{name}” stands in a damaged place. Please check what it says."),
            (("kind", kind), ("name", name)),
        )


def _left_out(content: Decoded) -> Iterator[Problem]:
    """What a project that was read does not show, by kind; in a rescued one it is lost."""
    for kind, entries in sorted(content.aside.records.items()):
        if entries:
            told = trn(
                "{kind}: {n} record is left out, it says nothing without what is lost.",
                "{kind}: {n} records are left out, they say nothing without what is lost.",
                len(entries),
            )
            yield Problem(**told, values=(("kind", kind),))
    aside = content.aside
    values = sum(map(len, aside.fields.values())) + sum(
        len(part) for f in aside.references.values() for part in f.values()
    )
    if values:
        yield Problem(
            **trn(
                "{n} field is empty: it cannot be read, or names what is lost.",
                "{n} fields are empty: they cannot be read, or name what is lost.",
                values,
            )
        )


def _pictures(members: Mapping[str, Member]) -> dict[str, bytes]:
    """The pictures that are what their name says."""
    found: dict[str, bytes] = {}
    for name, member in members.items():
        digest = name.removeprefix(ASSETS)
        if not name.startswith(ASSETS) or not kind_of(member.content):
            continue
        if hashlib.sha256(member.content).hexdigest() == digest:
            found[digest] = member.content
    return found
