"""What no font on this computer can draw: said to whoever gets the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxstudio.documents.setting.sheet import Sheet
from cxstudio.layout.display.display_list import TextLine
from cxstudio.look.fonts import PLACEHOLDER, FontBook
from cxstudio.model import Document, Record
from cxstudio.wording import N_, Texts

_SHOWN_MISSING = 12


def placeholder_notices(document: Document, fonts: FontBook, pages: Sequence[Sheet], texts: Texts) -> tuple[str, ...]:
    """Says which characters stand as placeholders, where there are any."""
    if not any(PLACEHOLDER in line.text for page in pages for line in _lines(page)):
        return ()
    missing = fonts.missing(_strings(document))
    if not missing:
        return ()
    shown = " ".join(f"U+{ord(c):04X}" for c in missing[:_SHOWN_MISSING]) + (
        " …" if len(missing) > _SHOWN_MISSING else ""
    )
    return (
        texts.trn(
            "{n} character has no font on this computer and is shown as {placeholder} ({codes}).",
            "{n} characters have no font on this computer and are shown as {placeholder} ({codes}).",
            len(missing),
            placeholder=PLACEHOLDER,
            codes=shown,
        ),
    )


def placeholder_warning(texts: Texts) -> str:
    """The same for a first page: that something is missing; which characters says the notice."""
    said = N_("Characters without a font on this computer are shown as {placeholder}; the method note names them.")
    return texts.tr(said, placeholder=PLACEHOLDER)


def _lines(page: Sheet) -> Iterator[TextLine]:
    return (said.line for said in page.said())


def _strings(document: Document) -> Iterator[str]:
    """Every text in the document, in the order of its records."""
    for record in document:
        yield from _texts_of(record)


def _texts_of(record: Record) -> Iterator[str]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (v for v in value if isinstance(v, str))
