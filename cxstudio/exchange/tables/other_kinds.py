"""Files that are plainly no tables, each said to be what it is."""

from __future__ import annotations

import io
import re
import zipfile

from cxstudio.errors import UserError
from cxstudio.wording.texts import N_

_OTHER_KINDS = (
    (b"%PDF", N_("CX Studio cannot read PDF files.")),
    (b"\x89PNG", N_("CX Studio cannot read a table from a picture.")),
    (b"\xff\xd8\xff", N_("CX Studio cannot read a table from a picture.")),
    (b"GIF8", N_("CX Studio cannot read a table from a picture.")),
    (b"\xd0\xcf\x11\xe0", N_("CX Studio cannot read files of old Office versions.")),
)
"""How a file begins → why it is none to import."""


def assert_no_other_kind(data: bytes, name: str) -> None:
    """Raises UserError for what is plainly something else: a PDF, a picture, an archive that is no workbook."""
    todo = N_("Save the data as CSV or XLSX and import that.")
    why = next((said for start, said in _OTHER_KINDS if data.startswith(start)), None)
    if why is None and zipfile.is_zipfile(io.BytesIO(data)) and b"xl/" not in data:
        why = N_("{name} is a ZIP archive, but not an XLSX workbook.")
    if why is not None:
        raise UserError(why, N_("Nothing was imported."), todo, name=name)


_TEXTS = (
    (re.compile(r"BEGIN:VCALENDAR"), N_("This is a calendar.")),
    (re.compile(r"BEGIN:VCARD"), N_("This is an address book.")),
    (re.compile(r"(?:[A-Z][A-Za-z-]+: .*\n(?:[ \t].*\n)*){2,}\s*\n", re.MULTILINE), N_("This is an e-mail.")),
    (re.compile(r"<!doctype html|<html", re.IGNORECASE), N_("This is a web page.")),
    (re.compile(r"<\?xml|<[a-zA-Z][\w:.-]*[\s>/]"), N_("This is XML and holds no table.")),
    (re.compile(r"[\[{]\s*[\[{\"\]}]"), N_("This is JSON and holds no table.")),
    (
        re.compile(r"---\s*\n(?:[\w-]+:.*\n)+|(?:[\w-]+:[^,;\t\n]*\n)+[ ]+-? ?[\w-]+:.*\n"),
        N_("This is YAML and holds no table."),
    ),
)
"""How a text begins → what it is."""
_LOOKED_AT = 4_000


def assert_table_text(text: str) -> None:
    """Raises UserError for a text that is plainly something else than a table: a calendar, a web page, JSON."""
    start = text[:_LOOKED_AT].lstrip()
    why = next((said for pattern, said in _TEXTS if pattern.match(start)), None)
    if why is not None:
        todo = N_("Save the data as CSV or XLSX and import that.")
        raise UserError(why, N_("Nothing was imported."), todo)
