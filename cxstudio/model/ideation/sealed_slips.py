"""Slips of a vote that is not revealed yet, or sheets not counted yet, as one value.

It hides them from a glance, and is not encryption.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping

from cxstudio.model.base import Id

Slips = Mapping[str, Mapping[Id, int]]
"""Random code of a slip → idea → points. A code is nobody's name."""
SEALED = "sealed"
"""The field of a record that holds them."""
_LARGEST = 5_000_000
"""Bytes of slips that are read."""


def seal(slips: Slips) -> str:
    """All slips as one text, in the order of their codes: nothing says who handed in first."""
    if not slips:
        return ""
    text = json.dumps({code: dict(slip) for code, slip in slips.items()}, sort_keys=True)
    return b64encode(zlib.compress(text.encode())).decode()


def opened(sealed: str) -> dict[str, dict[Id, int]]:
    """The slips in a sealed text. Raises ValueError where it is damaged."""
    if not sealed:
        return {}
    try:
        reader = zlib.decompressobj()
        found = json.loads(reader.decompress(b64decode(sealed, validate=True), _LARGEST))
    except (ValueError, zlib.error, RecursionError) as error:
        raise ValueError("damaged slips") from error
    fits = isinstance(found, dict) and all(isinstance(slip, dict) for slip in found.values())
    if not fits or not all(type(n) is int for slip in found.values() for n in slip.values()):
        raise ValueError("damaged slips")
    return dict(found)
