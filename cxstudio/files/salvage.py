"""What can still be read of a damaged project, and what is missing. The damaged file is only read."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cxstudio.errors import N_, trn
from cxstudio.files.container import ASSETS, LARGEST_PROJECT, LARGEST_WHOLE, MOST_MEMBERS, PROJECT
from cxstudio.files.decoding import MOST_RECORDS, MOST_TOLD, Decoded, Problem, decode
from cxstudio.files.errors import NOTHING_CHANGED, DamagedJson, NotReadable, TooMuch, TooNew
from cxstudio.files.lineage import is_base
from cxstudio.files.loading import read_bytes
from cxstudio.files.migrations import FORMAT
from cxstudio.files.pictures import kind_of
from cxstudio.files.saving import used_assets
from cxstudio.model import BY_NAME, Document
from cxstudio.model.registry import ref_fields
from cxstudio.progress import Progress

_LOCAL: Final = b"PK\x03\x04"
_END: Final = b"PK\x05\x06"
_HEADER: Final = struct.Struct("<4sHHHHHIIIHH")
_STORED, _DEFLATED = 0, 8
_LIST: Final = re.compile(r'"(\w{1,40})"\s*:\s*\[')


_STAND_INS: Final[dict[str, dict[str, str]]] = {
    "Journey": {"title": "?"},
    "Stage": {"name": "?"},
    "Touchpoint": {"name": "?"},
    "Round": {},
    "Measure": {"title": "?"},
    "Persona": {"name": "?"},
    "Question": {"text": "?"},
    "Idea": {"text": "?"},
    "Workshop": {},
}
"""Kinds to which much belongs → what a nameless one holds."""
_OWNERS: Final = {"Stage": ("journey", "Journey"), "Touchpoint": ("stage", "Stage"), "Round": ("journey", "Journey")}


@dataclass(slots=True)
class Salvaged:
    """What was rescued of a project, and what was not."""

    document: Document
    assets: dict[str, bytes]
    missing: tuple[Problem, ...]
    """What is missing, a line each."""


@dataclass(slots=True)
class _Member:
    content: bytes
    whole: bool


def salvage(path: Path, *, progress: Progress | None = None) -> Salvaged:
    """Read what can be read of a project. Raises NotReadable where that is nothing at all."""
    data = read_bytes(path)
    if progress is not None:
        progress(0.1, "")
    members = _members(data)
    missing: list[Problem] = []
    if _END not in data[-70_000:]:
        missing.append(Problem(N_("The end of the file is missing.")))
    document = _document(members, missing, path)
    assets = _pictures(members)
    for digest in sorted(used_assets(document) - assets.keys()):
        missing.append(Problem(N_("The picture {asset} is missing."), (("asset", digest[:12]),)))
    return Salvaged(document, assets, tuple(missing[:MOST_TOLD]))


def _document(members: dict[str, _Member], missing: list[Problem], path: Path) -> Document:
    """The project, else the newest embedded version of it that can be read."""
    found = members.get(PROJECT)
    if found is not None:
        document = _decoded(found, missing)
        if len(document):
            return document
    best: tuple[Document, list[Problem]] | None = None
    for name, member in members.items():
        if is_base(name):
            told: list[Problem] = []
            document = _decoded(member, told)
            if len(document) and (best is None or len(document) > len(best[0])):
                best = document, told
    if best is None:
        raise NotReadable(
            N_("“{name}” holds nothing that could be rescued."),
            NOTHING_CHANGED,
            N_("Open an earlier version from the backups, or ask for the file again."),
            name=path.name,
        )
    missing.append(Problem(N_("The project itself cannot be read. An earlier version was in the file.")))
    missing += best[1]
    return best[0]


def _decoded(member: _Member, missing: list[Problem]) -> Document:
    """What a project.json says, whole or in pieces."""
    try:
        content = decode(member.content)
    except (DamagedJson, TooMuch, TooNew):
        content = None
    if content is None:
        pieces, lost = _pieces(member.content.decode("utf-8", "replace"))
        for kind, n in sorted(lost.items()):
            told = trn("{kind}: at least {n} record cannot be read.", "{kind}: at least {n} records cannot be read.", n)
            missing.append(Problem(**told, values=(("kind", kind),)))
        for kind, n in sorted(_stand_ins(pieces).items()):
            told = trn(
                "{kind}: {n} record is lost. What belongs to it is kept, at one without a name.",
                "{kind}: {n} records are lost. What belongs to them is kept, at ones without a name.",
                n,
            )
            missing.append(Problem(**told, values=(("kind", kind),)))
        try:
            content = decode(json.dumps({"format": FORMAT, "records": pieces}).encode("utf-8", "surrogatepass"))
        except (DamagedJson, TooMuch, TooNew):
            return Document()
    missing += _left_out(content)
    return content.document


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


def _pieces(text: str) -> tuple[dict[str, list[Any]], dict[str, int]]:
    """The records that stand whole in a damaged project.json, by kind, and how many pieces do not."""
    decoder = json.JSONDecoder()
    found: dict[str, list[Any]] = {}
    lost: dict[str, int] = {}
    kind, at, total = "", 0, 0
    while at < len(text) and total < MOST_RECORDS:
        brace = text.find("{", at)
        heading = next((m for m in _LIST.finditer(text, at, brace if brace >= 0 else len(text))
                        if m[1] in BY_NAME), None)  # fmt: skip
        if heading is not None:
            kind = heading[1]
        if brace < 0:
            break
        try:
            value, end = decoder.raw_decode(text, brace)
        except (ValueError, RecursionError):
            if kind:
                lost[kind] = lost.get(kind, 0) + 1
            at = _next_record(text, brace + 1)
            continue
        if kind and isinstance(value, dict) and isinstance(value.get("id"), str):
            found.setdefault(kind, []).append(value)
            total += 1
            at = end
        else:
            at = brace + 1 if not kind else end
    return found, lost


def _stand_ins(pieces: dict[str, list[Any]]) -> dict[str, int]:
    """Put a nameless record where one is lost that others belong to; returns how many of each kind."""
    known = {entry["id"] for entries in pieces.values() for entry in entries}
    made: dict[str, int] = {}
    for sure in (True, False):  # first what can only be of one kind
        waiting = [(kind, entry) for kind, entries in pieces.items() for entry in entries]
        while waiting:
            name, entry = waiting.pop()
            for ref in ref_fields(BY_NAME[name]):
                target, kinds = entry.get(ref.name), [each.__name__ for each in ref.kinds]
                kind = kinds[0] if sure or "Touchpoint" not in kinds else "Touchpoint"  # most things stand there
                lost = ref.owner and isinstance(target, str) and target not in known
                if lost and kind in _STAND_INS and (len(kinds) == 1 if sure else kind == "Touchpoint"):
                    known.add(target)
                    made[kind] = made.get(kind, 0) + 1
                    waiting.append((kind, _stand_in(pieces, kind, target)))
    return made


def _stand_in(pieces: dict[str, list[Any]], kind: str, record_id: str) -> dict[str, str]:
    """A nameless record, at the first one it can belong to."""
    made = {"id": record_id, **_STAND_INS[kind]}
    owner = _OWNERS.get(kind)
    if owner is not None:
        field, above = owner
        made[field] = next((each["id"] for each in pieces.get(above, ())), f"rescued-{above.lower()}")
    pieces.setdefault(kind, []).append(made)
    return made


def _next_record(text: str, at: int) -> int:
    """Where the next record may begin behind a damaged one: a list's heading, or what follows a comma."""
    places = [p for p in (text.find('},{"', at), text.find(':[{"', at)) if p >= 0]
    return min(places) + 2 if places else len(text)


def _members(data: bytes) -> dict[str, _Member]:
    """Every member whose beginning is still there, read from its own header: the list at the end may be lost."""
    found: dict[str, _Member] = {}
    at, room = data.find(_LOCAL), LARGEST_WHOLE
    while at >= 0 and len(found) < MOST_MEMBERS and room > 0:
        end = at + 4
        header = data[at : at + _HEADER.size]
        if len(header) == _HEADER.size:
            _, _, flags, method, _, _, crc, packed, size, names, extra = _HEADER.unpack(header)
            start = at + _HEADER.size + names + extra
            name = data[at + _HEADER.size : at + _HEADER.size + names].decode("utf-8", "replace")
            if method in (_STORED, _DEFLATED) and not flags & 0x9 and name and size <= LARGEST_PROJECT:
                content = _unpacked(data[start : start + packed], method, size)
                whole = len(content) == size and zlib.crc32(content) == crc
                if name not in found or whole:
                    found[name] = _Member(content, whole)
                room -= len(content)
                end = start + packed if whole else end
        at = data.find(_LOCAL, end)
    return found


def _unpacked(packed: bytes, method: int, size: int) -> bytes:
    """As much as can be unpacked."""
    if method == _STORED:
        return packed[:size]
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    got = 0
    for first in range(0, len(packed), 512):  # in small parts: what comes before the damage is kept
        try:
            part = unpacker.decompress(packed[first : first + 512], max(0, size - got) or 1)
        except zlib.error:
            break
        parts.append(part)
        got += len(part)
        if got >= size:
            break
    return b"".join(parts)[:size]


def _pictures(members: dict[str, _Member]) -> dict[str, bytes]:
    """The pictures that are what their name says."""
    found: dict[str, bytes] = {}
    for name, member in members.items():
        digest = name.removeprefix(ASSETS)
        if not name.startswith(ASSETS) or not kind_of(member.content):
            continue
        if hashlib.sha256(member.content).hexdigest() == digest:
            found[digest] = member.content
    return found
