"""The zip a project lives in: project.json, manifest.json, assets/ and base/. Nothing is ever extracted to the disk."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import cxstudio
from cxstudio.files.errors import NotReadable, Unusual, damaged, not_a_project, too_large
from cxstudio.files.jsontext import write_json
from cxstudio.files.lineage import BASES, Lineage, is_base, read_lineage
from cxstudio.files.migrations import FORMAT
from cxstudio.files.pieces import PieceCompressor, checksums, pieces
from cxstudio.steps import Steps, finished

PROJECT = "project.json"
MANIFEST = "manifest.json"
ASSETS = "assets/"
SUFFIX = ".cxs"
NOT_ENCRYPTED = "CX Studio. Not encrypted / nicht verschlüsselt.".encode()
"""What the file itself says, to whoever looks into it."""

MEGABYTE = 1_000_000
LARGEST_FILE = 1_000 * MEGABYTE
LARGEST_PROJECT = 40 * MEGABYTE
LARGEST_WHOLE = 1_000 * MEGABYTE
MOST_MEMBERS = 20_000
FREE = 64 * MEGABYTE
"""What any file may unpack to; a larger one to MOST_TIMES its own size at most."""
MOST_TIMES = 3
QUICK_JSON = 4 * MEGABYTE
"""Of project.json, or of another packed member, that is read in steps of a few hundredths of a second."""
QUICK_MEMBER = 8 * MEGABYTE
"""The same of a picture, which is not packed."""
QUICK_MEMBERS = 2_000
_END_MARK = b"PK\x05\x06"
_BEGINNING = b"PK\x03\x04"
_MEMBER_MARK = b"PK\x01\x02"
"""How each entry of a container's list of contents begins."""

_HASH = re.compile(r"[0-9a-f]{64}")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Package:
    """What a container holds, in memory."""

    project: bytes
    assets: dict[str, bytes] = field(default_factory=dict)
    """SHA-256 → the picture's bytes."""
    others: dict[str, bytes] = field(default_factory=dict)
    """Members this program does not know."""
    lineage: Lineage = field(default_factory=Lineage)
    """Where it comes from."""


def unpack(data: bytes, name: str) -> Package:
    """Read a container. `name` is for the message. Raises NotReadable."""
    return finished(unpack_in_steps(data, name))


def unpack_in_steps(data: bytes, name: str, *, only_usual: bool = False) -> Steps[Package]:
    """The same, one member a step; with `only_usual` raises Unusual where one would take long."""
    if not data.startswith(b"PK"):
        raise _no_container(data, name)
    end = data.rfind(_END_MARK)
    if end >= 0 and end + 22 + int.from_bytes(data[end + 20 : end + 22], "little") > len(data):
        raise damaged(name, "ZIP: torn")
    if only_usual and data.count(_MEMBER_MARK) > QUICK_MEMBERS:
        raise Unusual
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _checked(archive, name, max(FREE, MOST_TIMES * len(data)))
            if PROJECT not in members:
                raise damaged(name, "ZIP: no project") if _is_ours(data) else not_a_project(name)
            if only_usual and not all(map(_is_quick, members.values())):
                raise Unusual
            package = Package(_member(archive, members[PROJECT], name))
            bases: dict[str, bytes] = {}
            for member, info in members.items():
                if member in {PROJECT, MANIFEST} or info.is_dir():
                    continue
                content = _member(archive, info, name)
                asset = member.removeprefix(ASSETS)
                if member.startswith(ASSETS) and _HASH.fullmatch(asset):
                    package.assets[asset] = content
                elif is_base(member):
                    bases[member] = content
                else:
                    package.others[member] = content
                yield
            package.lineage = read_lineage(_manifest(archive, members, name), bases)
            return package
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged(name, "ZIP") from error


def pack(package: Package) -> bytes:
    """The bytes of a container; the same content always gives the same bytes."""
    lineage = package.lineage
    program = f"CX Studio {cxstudio.__version__}"
    manifest = {
        "format": FORMAT, "program": program, "encrypted": False, "pieces": checksums(package.project),
        **lineage.entries(),
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = NOT_ENCRYPTED
        _add(archive, MANIFEST, write_json(manifest), zipfile.ZIP_DEFLATED)
        _add_in_pieces(archive, PROJECT, package.project)
        for digest in sorted(package.assets):
            _add(archive, ASSETS + digest, package.assets[digest], zipfile.ZIP_STORED)
        for digest in sorted(lineage.bases):
            _add_in_pieces(archive, f"{BASES}{digest}.json", lineage.bases[digest])
        for member in sorted(package.others):
            _add(archive, member, package.others[member], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _no_container(data: bytes, name: str) -> NotReadable:
    """What is said of bytes that do not begin as a container does."""
    return damaged(name, "ZIP: no beginning") if _is_ours(data) else not_a_project(name)


def _is_ours(data: bytes) -> bool:
    """Whether a file that cannot be opened was a project of ours once."""
    return NOT_ENCRYPTED in data[-1_000:] or (_BEGINNING in data and PROJECT.encode() in data)


def _add(archive: zipfile.ZipFile, member: str, content: bytes, method: int) -> None:
    info = zipfile.ZipInfo(member, _LONG_AGO)
    info.compress_type = method
    info.external_attr = 0o600 << 16
    archive.writestr(info, content)


def _add_in_pieces(archive: zipfile.ZipFile, member: str, content: bytes) -> None:
    """The same, in pieces that can be unpacked each by itself; for everybody else it is packed as ever."""
    info = zipfile.ZipInfo(member, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.file_size = len(content)
    with archive.open(info, "w") as stream:
        stream._compressor = PieceCompressor()  # type: ignore[attr-defined]
        for piece in pieces(content):
            stream.write(piece)


def _checked(archive: zipfile.ZipFile, name: str, most: int) -> Mapping[str, zipfile.ZipInfo]:
    """The members by name, once their number and declared sizes are within bounds."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise damaged(name, f"{len(infos)} files")
    most = min(most, LARGEST_WHOLE)
    if sum(info.file_size for info in infos) > most:
        raise too_large(name, most // MEGABYTE)
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.filename in members:
            raise damaged(name, "ZIP: two files of one name")
        if info.flag_bits & 0x1 or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise damaged(name, "ZIP: encrypted or packed in another way")
        members[info.filename] = info
    if PROJECT in members and members[PROJECT].file_size > LARGEST_PROJECT:
        raise too_large(name, LARGEST_PROJECT // MEGABYTE)
    return members


def _is_quick(info: zipfile.ZipInfo) -> bool:
    return info.file_size <= (QUICK_MEMBER if info.compress_type == zipfile.ZIP_STORED else QUICK_JSON)


def _manifest(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str) -> bytes | None:
    """What the manifest says; None where it cannot be read, without which a project opens all the same."""
    info = members.get(MANIFEST)
    if info is None or info.file_size > MEGABYTE:
        return None
    try:
        return _member(archive, info, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotReadable):
        return None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """One member's bytes, never more than it declared; a wrong checksum is a damaged file."""
    with archive.open(info) as stream:
        content = stream.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise damaged(name, "ZIP")
    return content
