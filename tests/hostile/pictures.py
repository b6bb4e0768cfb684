"""Pictures nobody should trust, made here: of other formats, damaged, or far larger than their bytes."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

from PIL import Image


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as the bytes of a file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *parts: bytes) -> bytes:
    """A PNG of three bytes a pixel, all black, with further parts before its pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    packer = zlib.compressobj(9)
    row = bytes(3 * width + 1)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(parts) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def claiming(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of this size."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


EPS = b"""%!PS-Adobe-3.0 EPSF-3.0
%%BoundingBox: 0 0 40 30
%%EndComments
(/etc/hostname) (r) file pop
newpath 0 0 moveto 40 30 lineto stroke
showpage
%%EOF
"""
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30">
<image xlink:href="file:///etc/hostname" width="40" height="30"/>
<image xlink:href="http://192.0.2.1/pixel.png" width="40" height="30"/></svg>"""
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@cache
def good() -> dict[str, bytes]:
    """What a project may hold."""
    scene = Image.radial_gradient("L").resize((160, 120))
    return {"png": encoded(scene, "PNG"), "jpeg": encoded(scene.convert("RGB"), "JPEG")}


@cache
def other_formats() -> dict[str, bytes]:
    """Well formed, but nothing a project may hold."""
    scene = Image.radial_gradient("L").resize((160, 120)).convert("RGB")
    kinds = ("GIF", "BMP", "TIFF", "WEBP", "ICO", "PPM", "PCX", "TGA", "SGI", "MSP", "DDS", "SPIDER")
    modes = {"MSP": "1", "SPIDER": "F"}
    made = {kind.lower(): encoded(scene.convert(modes.get(kind, "RGB")), kind) for kind in kinds}
    return {**made, "eps": EPS, "svg": SVG, "pdf": PDF, "nothing": b"", "text": b"Hello"}


@cache
def damaged() -> dict[str, bytes]:
    """PNG and JPEG by their first bytes, and then something else."""
    made = {"signature png": b"\x89PNG\r\n\x1a\n", "signature jpeg": b"\xff\xd8\xff\xe0"}
    for name, data in good().items():
        made[f"{name} cut early"] = data[:40]
        made[f"{name} cut late"] = data[: len(data) * 2 // 3]
        made[f"{name} flipped"] = data[:60] + bytes(b ^ 0x55 for b in data[60:90]) + data[90:]
        made[f"{name} with svg behind it"] = data[:12] + SVG
    made["png with no size"] = claiming(0, 0)
    made["png with eps behind it"] = b"\x89PNG\r\n\x1a\n" + EPS
    return made


@cache
def huge() -> dict[str, bytes]:
    """Few bytes, many pixels, or much text hidden."""
    profile = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(80_000_000), 9))
    texts = b"".join(chunk(b"zTXt", b"k%d\0\0" % n + zlib.compress(bytes(1_000_000), 9)) for n in range(80))
    return {
        "claims 60,000 square": claiming(60_000, 60_000),
        "claims 12,000 square": claiming(12_000, 12_000),
        "claims 2 billion in a row": claiming(2**31 - 1, 1),
        "really 4,200 square": png(4_200, 4_200),
        "really 200,000 in a row": png(200_000, 80),
        "with a profile of 80 MB": png(40, 30, profile),
        "with texts of 80 MB": png(40, 30, texts),
    }


def all_hostile() -> dict[str, bytes]:
    """Everything above that is not good, by name."""
    return {**other_formats(), **damaged(), **huge()}
