"""Scripts whose letters join, stack or reorder: measured by the shaping engine instead of by plain sums."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import Any

from cxstudio.caches import cached
from cxstudio.look.fonts import Face

_SHAPED = (
    (0x0300, 0x036F),
    (0x0590, 0x109F),
    (0x1780, 0x18AF),
    (0x1A00, 0x1CFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xA8E0, 0xABFF),
    (0xFB1D, 0xFDFF),
    (0xFE20, 0xFE2F),
    (0xFE70, 0xFEFC),
    (0x10A00, 0x11FFF),
)


_SHAPED_LETTERS = "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _SHAPED) + "]"


def needed(text: str) -> bool:
    """Whether a run has to be shaped, here and by whoever draws it: letters of such scripts, marks upon others."""
    return not text.isascii() and re.search(_SHAPED_LETTERS, text) is not None


def is_mark(character: str) -> bool:
    """Whether a character sits on the one before it."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or character in "\u200d\u200c"


@cached(20_000)
def width(face: Face, text: str) -> float:
    """Width of a shaped run in thousandths of an em."""
    uharfbuzz: Any = import_module("uharfbuzz")
    font, units = _font(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": True, "liga": True, "dlig": True})
    return float(sum(p.x_advance for p in buffer.glyph_positions) * 1000 / units)


@lru_cache(maxsize=16)
def _font(face: Face) -> tuple[Any, int]:
    uharfbuzz: Any = import_module("uharfbuzz")
    loaded = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)), face.number)
    return uharfbuzz.Font(loaded), loaded.upem
