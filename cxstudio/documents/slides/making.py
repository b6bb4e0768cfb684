"""Document → slides: planned from what the report says, written on the client's template or on our own base."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from cxstudio.documents.report.anonymising import anonymised
from cxstudio.documents.report.contents import report_contents
from cxstudio.documents.report.material import Material
from cxstudio.documents.slides.deck_base import DeckBase, deck_base
from cxstudio.documents.slides.deck_plan import Area, Slide, deck_plan
from cxstudio.documents.slides.slide_writing import SlideWriter
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.palette import palette
from cxstudio.model import Document
from cxstudio.plain_text import plain_cell
from cxstudio.progress import Progress, silent
from cxstudio.wording import N_
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.field_table import choice_label

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_PLANNED: Final = 0.4
"""Part of the work that is done when all slides are planned."""
WRITING: Final = N_("Writing the slides")


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A finished deck, and sentences whoever shows it has to be told."""

    pptx: bytes
    notices: tuple[str, ...] = ()
    slides: int = 0


def slides_pptx(document: Document, assets: Mapping[str, bytes], language: str, *, template: bytes | None = None,
                day: date | None = None, progress: Progress = silent) -> DeckFile:  # fmt: skip
    """The deck of a document, on the client's template where there is one. Raises UserError where it cannot be used.

    Raises whatever `progress` raises, and nothing has been written then. Safe to run in another process.
    """
    book, colours = font_book(), palette("print", document.project.accent)
    base = deck_base(template, colours)
    slides, notices = planned(document, language, base, book, day or date.today())
    texts = texts_in(language)
    writer = SlideWriter(base, texts, colours, book, assets)
    for place, slide in enumerate(slides):
        progress(_PLANNED + (1 - _PLANNED) * place / len(slides), WRITING)
        writer.write(slide)
    _describe(base.deck, slides[0].title, language)
    progress(1.0, "")
    return DeckFile(deck_bytes(base.deck), notices, len(slides))


def planned(document: Document, language: str, base: DeckBase, fonts: FontBook,
            day: date) -> tuple[tuple[Slide, ...], tuple[str, ...]]:  # fmt: skip
    """What stands on which slide of a deck on this base, and sentences for whoever shows it."""
    document = anonymised(document)
    from cxstudio.documents.report.making import check_value  # only slides that are written need the pages

    checked = texts_in(language).tr("Check value {mark}", mark=check_value(document, language, day))
    document = anonymised(document)
    material = Material(document, texts_in(language))
    contents = report_contents(material)
    project, texts = document.project, material.texts
    secrecy = texts.tr(choice_label(project.confidentiality))
    below = " · ".join(part for part in (project.client, secrecy, texts.long_date(day), checked) if part)
    lead = 30.0
    area = Area(base.room.width, base.room.height - lead, fonts, base.wider)
    return deck_plan(material, contents, area, below), contents.notices


def deck_bytes(deck: Presentation) -> bytes:
    """The deck as a file."""
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _describe(deck: Presentation, title: str, language: str) -> None:
    """Title and language of the file; nobody's name."""
    properties = deck.core_properties
    properties.title, properties.language = plain_cell(title)[:255], language
    properties.author = properties.last_modified_by = "CX Studio"
    properties.comments = properties.subject = ""
