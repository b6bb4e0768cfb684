"""The parts of a damaged container, read from their own headers and from the marks between packed pieces."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cxstudio.files.container import LARGEST_PROJECT, LARGEST_WHOLE, MOST_MEMBERS
from cxstudio.files.pieces import MARK

LOCAL: Final = b"PK\x03\x04"
END: Final = b"PK\x05\x06"
_BORDER: Final = re.compile(rb"PK(?:\x03\x04|\x01\x02|\x05\x06)")
_HEADER: Final = struct.Struct("<4sHHHHHIIIHH")
_STORED, _DEFLATED = 0, 8
_AT_ONCE: Final = 64
"""Packed bytes unpacked at a time: what comes before the damage is kept."""
_HEAD_ROOM: Final = 200
"""Bytes in which a destroyed header ends."""
_FIRST: Final = b'{"'


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a member that was unpacked without what stands before it."""

    content: bytes
    complete: bool
    """Whether it was unpacked up to its end."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the container as far as it can be read."""

    parts: tuple[Part, ...]
    whole: bool
    """Whether its checksum is right."""

    @property
    def content(self) -> bytes:
        """All that was read."""
        return b"".join(part.content for part in self.parts)


def members_of(data: bytes) -> tuple[dict[str, Member], list[Member]]:
    """Members by name, and those of which no name can be read. The list at the end of the file is not needed."""
    found: dict[str, Member] = {}
    nameless: list[Member] = []
    room, at = LARGEST_WHOLE, 0
    while at < len(data) and room > 0 and len(found) + len(nameless) < MOST_MEMBERS:
        border = _BORDER.search(data, at)
        here = border.start() if border is not None else len(data)
        if here > at:
            parts = tuple(_parts(_from_first(data[at:here]), room))
            if any(part.content for part in parts):
                nameless.append(Member(parts, whole=False))
                room -= sum(len(part.content) for part in parts)
        if border is None:
            break
        if border[0] != LOCAL:
            at = _next_local(data, border.end())
            continue
        name, member, at = _member(data, here, room)
        room -= sum(len(part.content) for part in member.parts)
        if not name:
            nameless.append(member)
        elif name not in found or member.whole:
            found[name] = member
    return found, nameless


def _member(data: bytes, at: int, room: int) -> tuple[str, Member, int]:
    """The member whose header stands here, its name if that can be read, and where the next one may begin."""
    header = data[at : at + _HEADER.size]
    border = _BORDER.search(data, at + 4)
    end = border.start() if border is not None else len(data)
    if len(header) < _HEADER.size:
        return "", Member((), whole=False), end
    _, _, flags, method, _, _, crc, packed, size, names, extra = _HEADER.unpack(header)
    name = data[at + _HEADER.size : at + _HEADER.size + names].decode("utf-8", "replace")
    start = at + _HEADER.size + names + extra
    sound = method in (_STORED, _DEFLATED) and not flags & 0x9 and name.isprintable() and names < _HEAD_ROOM
    if sound and size <= min(LARGEST_PROJECT, room) and start + packed <= len(data):
        content = _whole(data[start : start + packed], method, size)
        if content is not None and zlib.crc32(content) == crc:
            return name, Member((Part(content, complete=True),), whole=True), start + packed
    if sound and method == _STORED:
        stop = min(start + packed, len(data))
        return name, Member((Part(data[start:stop], complete=False),), whole=False), max(end, at + 4)
    body = data[start:end] if sound and start < end else _from_first(data[at + 4 : end])
    return name if sound else "", Member(tuple(_parts(body, room)), whole=False), end


def _whole(packed: bytes, method: int, size: int) -> bytes | None:
    if method == _STORED:
        return packed if len(packed) == size else None
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacking.decompress(packed, size + 1)
    except zlib.error:
        return None
    return content if len(content) == size else None


def _parts(packed: bytes, room: int) -> Iterator[Part]:
    """What can be unpacked from the beginning on, and anew behind each mark between two pieces."""
    at = 0
    while at < len(packed) and room > 0:
        mark = packed.find(MARK, at)
        end = len(packed) if mark < 0 else mark + len(MARK)
        part = _unpacked(packed[at:end], min(room, LARGEST_PROJECT), last=mark < 0)
        if part.content:
            room -= len(part.content)
            yield part
        at = end


def _unpacked(packed: bytes, most: int, *, last: bool) -> Part:
    """As much as can be unpacked of one piece."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    got = 0
    for first in range(0, len(packed), _AT_ONCE):
        try:
            part = unpacking.decompress(packed[first : first + _AT_ONCE], max(1, most - got))
        except zlib.error:
            return Part(b"".join(parts), complete=False)
        parts.append(part)
        got += len(part)
        if got >= most or unpacking.eof:
            break
    return Part(b"".join(parts), complete=unpacking.eof if last else not unpacking.eof)


def _from_first(packed: bytes) -> bytes:
    """From where a JSON begins, if it does so soon; else from the first mark on."""
    for at in range(min(_HEAD_ROOM, len(packed))):
        if _unpacked(packed[at : at + _AT_ONCE], 2, last=True).content == _FIRST:
            return packed[at:]
    mark = packed.find(MARK)
    return packed[mark + len(MARK) :] if mark >= 0 else b""


def _next_local(data: bytes, at: int) -> int:
    """Behind the list at the end something may follow, where a file was pasted together."""
    there = data.find(LOCAL, at)
    return there if there >= 0 else len(data)
