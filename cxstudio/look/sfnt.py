"""Reads what we need from a TrueType file (coverage, advances, whether it may be embedded), in milliseconds.

fontTools would do, but importing it and opening four faces costs more than the rest of the window's start.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

RESTRICTED = 0x0002
"""OS/2 fsType: restricted licence, must not be embedded."""


class NotUsable(ValueError):
    """The file holds no TrueType outlines that can be embedded, or cannot be read."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a face covers and how wide its characters are, in thousandths of an em."""

    family: str
    style: str
    advances: dict[int, float]
    """Character code → advance. Its keys are the coverage."""


def faces_in(path: Path) -> int:
    """How many faces a file holds (more than one in a collection)."""
    with path.open("rb") as file:
        head = file.read(12)
    return int(struct.unpack(">I", head[8:12])[0]) if head[:4] == b"ttcf" else 1


def read(path: Path, number: int = 0) -> FontFile:
    """Read one face. Raises NotUsable."""
    try:
        return _read(path.read_bytes(), number)
    except (OSError, struct.error, IndexError, KeyError, UnicodeDecodeError) as error:
        raise NotUsable(f"{path.name}: {error}") from error


def _read(data: bytes, number: int) -> FontFile:
    start = 0
    if data[:4] == b"ttcf":
        start = struct.unpack_from(">I", data, 12 + 4 * number)[0]
    tables = {}
    for i in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * i)
        tables[tag] = (offset, length)
    if b"glyf" not in tables:
        raise NotUsable("no TrueType outlines")
    if b"OS/2" in tables and struct.unpack_from(">H", data, tables[b"OS/2"][0] + 8)[0] & 0x000F == RESTRICTED:
        raise NotUsable("must not be embedded")
    units = struct.unpack_from(">H", data, tables[b"head"][0] + 18)[0]
    widths = _widths(data, tables)
    last = len(widths) - 1
    scale = 1000 / units
    glyphs = _characters(data, tables[b"cmap"][0])
    advances = {code: widths[min(glyph, last)] * scale for code, glyph in glyphs.items() if glyph}
    family, style = _names(data, tables.get(b"name"))
    return FontFile(family, style, advances)


def _widths(data: bytes, tables: dict[bytes, tuple[int, int]]) -> tuple[int, ...]:
    count = struct.unpack_from(">H", data, tables[b"hhea"][0] + 34)[0]
    return struct.unpack_from(">" + "Hh" * count, data, tables[b"hmtx"][0])[::2]


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    best, rank = None, 0
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * i)
        kind = struct.unpack_from(">H", data, cmap + offset)[0]
        unicode = platform == 0 or (platform == 3 and encoding in (1, 10))
        if unicode and kind in (4, 12) and kind > rank:
            best, rank = cmap + offset, kind
    if best is None:
        raise NotUsable("no Unicode character map")
    return _segments(data, best) if rank == 4 else _groups(data, best)


def _groups(data: bytes, at: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for i in range(struct.unpack_from(">I", data, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * i)
        if last > 0x10FFFF or last < first:
            raise NotUsable("damaged character map")
        found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return found


def _segments(data: bytes, at: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    shape = f">{count}H"
    ends = struct.unpack_from(shape, data, at + 14)
    starts = struct.unpack_from(shape, data, at + 16 + 2 * count)
    deltas = struct.unpack_from(shape, data, at + 16 + 4 * count)
    ranges_at = at + 16 + 6 * count
    ranges = struct.unpack_from(shape, data, ranges_at)
    found: dict[int, int] = {}
    for i, (first, last, delta, step) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        if first == 0xFFFF:
            continue
        if step == 0:
            found.update((code, (code + delta) & 0xFFFF) for code in range(first, last + 1))
            continue
        glyphs = struct.unpack_from(f">{last - first + 1}H", data, ranges_at + 2 * i + step)
        found.update((first + k, (glyph + delta) & 0xFFFF) for k, glyph in enumerate(glyphs) if glyph)
    return found


def _names(data: bytes, table: tuple[int, int] | None) -> tuple[str, str]:
    if table is None:
        return "", ""
    start = table[0]
    _, count, strings = struct.unpack_from(">HHH", data, start)
    found: dict[int, str] = {}
    for i in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(">6H", data, start + 6 + 12 * i)
        if name in (1, 2) and platform == 3 and (name not in found or language == 0x409):
            raw = data[start + strings + offset : start + strings + offset + length]
            found[name] = raw.decode("utf-16-be")
    return found.get(1, ""), found.get(2, "")
