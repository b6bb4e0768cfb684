"""TrueType → WOFF 1.0: the same tables, each compressed (W3C Recommendation, 13 December 2012)."""

from __future__ import annotations

import struct
import zlib
from typing import Final

_HEADER: Final = ">4s4sIHHIHHIIIII"
_ENTRY: Final = ">4sIIII"


def woff(font: bytes) -> bytes:
    """The font file packed for a page or drawing."""
    (count,) = struct.unpack_from(">H", font, 4)
    start = struct.calcsize(_HEADER) + count * struct.calcsize(_ENTRY)
    entries, tables = b"", b""
    for place in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        table = font[offset : offset + length]
        stored = min(table, zlib.compress(table, 9), key=len)  # of equal length it is taken as it is
        entries += struct.pack(_ENTRY, tag, start + len(tables), len(stored), length, checksum)
        tables += stored + b"\0" * (-len(stored) % 4)
    header = struct.pack(
        _HEADER, b"wOFF", font[:4], start + len(tables), count, 0, len(font), 1, 0, 0, 0, 0, 0, 0
    )  # no metadata, no private block
    return header + entries + tables
