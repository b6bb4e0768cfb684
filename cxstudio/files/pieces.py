"""project.json packed in pieces, each by itself, so that damage to the file stays where it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

LEAST: Final = 4_000
"""Bytes of a piece before it is packed, at least; it ends with the record in which it reaches that."""
MOST: Final = 48
"""Pieces at most: a large project is cut less finely, so that it packs as well."""
MARK: Final = b"\x00\x00\xff\xff"
"""What stands between two packed pieces: the end of an empty block, after which nothing refers to what was before."""
_BETWEEN: Final = b'},{"'


def pieces(project: bytes) -> Iterator[bytes]:
    """The bytes cut between records."""
    size, at = max(LEAST, len(project) // MOST), 0
    while at < len(project):
        end = project.find(_BETWEEN, at + size)
        end = len(project) if end < 0 else end + 2
        yield project[at:end]
        at = end


def checksums(project: bytes) -> list[int]:
    """The CRC-32 of each piece, in order."""
    return [zlib.crc32(piece) for piece in pieces(project)]


class PieceCompressor:
    """Packs as a container does (deflate without a head); each call of `compress` gives one piece."""

    def __init__(self) -> None:
        self._packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)

    def compress(self, data: bytes) -> bytes:
        """One piece, packed."""
        return self._packing.compress(data) + self._packing.flush(zlib.Z_FULL_FLUSH)

    def flush(self) -> bytes:
        """What ends it all."""
        return self._packing.flush()
