"""The text of a file or of the clipboard, in whatever encoding it came."""

from __future__ import annotations

from cxstudio.exchange.plan.import_plan import ImportRequest, Source
from cxstudio.exchange.tables.table import nothing_in_it
from cxstudio.exchange.tables.table_reading import read_bytes
from cxstudio.exchange.tables.text_encoding import decode

MOST_TEXT = 2_000_000
"""Bytes of a text that is read as a whole."""


def text_of(request: ImportRequest, most: int = MOST_TEXT) -> tuple[str, Source]:
    """The text a request names, with how it was read. Raises UserError where there is none."""
    if request.text is not None:
        if not request.text.strip():
            raise nothing_in_it("")
        return request.text.removeprefix("\ufeff"), Source()
    if request.path is None:
        raise nothing_in_it("")
    decoded = decode(read_bytes(request.path, most), request.encoding)
    source = Source(request.name, encoding=decoded.encoding, encoding_confidence=decoded.confidence)
    return decoded.text.removeprefix("\ufeff"), source
