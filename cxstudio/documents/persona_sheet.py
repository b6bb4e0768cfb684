"""A persona on one page: who it is at the left, what moves it at the right, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final

from cxstudio.analysis.journeys.persona_evidence import persona_evidence
from cxstudio.documents.paper import A1, MARGIN, PAPERS, USUAL, Paper
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import BODY, FINDING, LEAD, OVERLINE, SMALL, SMALL_STRONG
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import UserError
from cxstudio.files.pictures import inside_picture
from cxstudio.layout.boards.empathy_items import face_of
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Picture, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import SEMIBOLD, FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Channel, Document, ExpectationSource, Id, Journey, Persona, PersonaTrait
from cxstudio.model import Picture as Photo
from cxstudio.progress import silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.field_table import choice_label, field_of
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.fields.record_names import initials
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.persona_sentences import evidence_words
from cxstudio.wording.texts import N_, Texts

_LEFT: Final = 0.3
_GAP: Final = 26.0
_FACE: Final = 46.0
_INITIALS: Final = Type(SEMIBOLD, 30.0, 36.0)
_FACE_KEY: Final = "persona-face"
_SCALES: Final = (1.0, 0.92, 0.84)
"""How large a point is printed where a persona has much to say; beyond that the sheet is larger."""
_SIDE: Final = 360
"""Pixels of the cropped face."""


def persona_pdf(document: Document, persona: Id, assets: Mapping[str, bytes], language: str,
                paper: Paper = USUAL) -> PdfFile:  # fmt: skip
    """The sheet of one persona. Raises UserError where the persona is not there."""
    who = document.find(persona)
    if not isinstance(who, Persona):
        raise UserError(N_("There is no persona to export."), N_("Nothing was written."))
    texts, book = texts_in(language), font_book()
    face = face_picture(document, who, assets)
    for size in (*(Paper(paper.size, (scale,)) for scale in _SCALES), PAPERS["a3"].each[-1], A1):
        sheet, bottom, paper = *_sheet(document, who, bool(face), texts, book, size), size
        if bottom <= size.height - MARGIN:
            break
    mine = {_FACE_KEY: face} if face else {}
    return write_pdf([sheet], (), paper, title=who.name, texts=texts, fonts=book, accent=document.project.accent,
                     assets=mine, progress=silent)  # fmt: skip


def face_picture(document: Document, persona: Persona, assets: Mapping[str, bytes]) -> bytes:
    """The part of the persona's picture that is the face, as a square PNG; empty without a picture."""
    photos = document.having(Photo, "about", persona.id)
    data = assets.get(photos[0].asset, b"") if photos else b""
    if not data:
        return b""
    image = inside_picture(data)
    if image is None:
        return b""
    side = min(image.size) / persona.face_zoom
    left = min(max(persona.face_x * image.width - side / 2, 0.0), image.width - side)
    top = min(max(persona.face_y * image.height - side / 2, 0.0), image.height - side)
    box = (round(left), round(top), round(left + side), round(top + side))
    cut = image.convert("RGB").crop(box).resize((_SIDE, _SIDE))
    made = BytesIO()
    cut.save(made, "PNG")
    return made.getvalue()


def _sheet(document: Document, who: Persona, face: bool, texts: Texts, book: FontBook,
           paper: Paper) -> tuple[Sheet, float]:  # fmt: skip
    """The sheet, and how far down it reaches."""
    sheet = Sheet(book, paper, who.name)
    wide = (paper.room - _GAP) * _LEFT
    x = MARGIN + wide + _GAP
    foot = _who(sheet, document, who, face, texts, book, wide)
    room = paper.room - wide - _GAP
    half = (room - _GAP) / 2
    tops = [MARGIN, MARGIN]
    columns = (
        (("goals", "needs", "jobs", "best_experience"), x),
        (("frustrations", "worst_experience"), x + half + _GAP),
    )
    for at, (names, left) in enumerate(columns):
        for name in names:
            value = getattr(who, name)
            said = "\n".join(f"· {line}" for line in value) if isinstance(value, tuple) else value
            tops[at] += _part(sheet, texts.tr(field_of(Persona, name).label), said, left, tops[at], half)
    tops[1] += _sources(sheet, document, who, texts, x + half + _GAP, tops[1], half)
    traits = [t for t in document.having(PersonaTrait, "persona", who.id) if t.value is not None]
    if traits:
        y = max(tops) + 4.0
        sheet.rule(x, y, room)
        foot = max(foot, _traits(sheet, traits, texts, book, x, y + 12.0, room))
    return sheet, max(foot, *tops)


def _who(sheet: Sheet, document: Document, who: Persona, face: bool, texts: Texts, book: FontBook,
         wide: float) -> float:  # fmt: skip
    y = MARGIN + sheet.text(texts.tr("Persona"), OVERLINE, MARGIN, MARGIN, wide, Role.ACCENT) + 10.0
    r = _FACE
    if face:
        items: list[Primitive] = [Picture(MARGIN, y, 2 * r, 2 * r, _FACE_KEY, who.name)]
    else:
        first = text.single(book, initials(who.name), _INITIALS, MARGIN + r,
                            y + r + _INITIALS.rise - _INITIALS.leading / 2, Role.ON_ACCENT, align=0.5)  # fmt: skip
        items = [marks.circle(MARGIN + r, y + r, r, fill=face_of(document, who.id)), first]
    sheet.group("face", items)
    y += 2 * r + 12.0
    y += sheet.text(who.name, FINDING, MARGIN, y, wide, meaning=Meaning.TITLE)
    age = texts.trn("{n} year old", "{n} years old", who.age) if who.age is not None else ""
    about = " · ".join(part for part in (age, who.occupation) if part)
    if about:
        y += sheet.text(about, LEAD, MARGIN, y, wide, Role.MUTED) + 6.0
    if who.quote.strip():
        y += sheet.text(texts.quoted(who.quote), LEAD, MARGIN, y, wide) + 10.0
    channels = texts.listed([c.name for i in who.channels if isinstance(c := document.find(i), Channel)])
    journeys = "\n".join(journey_name(j, texts) for j in document.having(Journey, "personas", who.id))
    known = capital(texts.tr(choice_label(who.evidence))) if who.evidence else ""
    rests = "\n".join(p for p in (", ".join(k for k in (known, who.source) if k),
                                  evidence_words(persona_evidence(document, who.id), texts)) if p)  # fmt: skip
    for heading, said in (
        (texts.tr(field_of(Persona, "facts").label), who.facts),
        (texts.tr("Channels"), channels),
        (texts.tr("Journeys"), journeys),
        (texts.tr("Evidence"), rests),
    ):
        y += _part(sheet, heading, said, MARGIN, y, wide)
    return y


def _part(sheet: Sheet, heading: str, said: str, x: float, y: float, wide: float) -> float:
    """A heading with its text; nothing without one. Returns the height of both and the gap below."""
    if not said.strip():
        return 0.0
    high = sheet.text(heading, SMALL_STRONG, x, y, wide, Role.MUTED, meaning=Meaning.HEADING) + 2.0
    return high + sheet.text(said, BODY, x, y + high, wide) + 11.0


def _sources(sheet: Sheet, document: Document, who: Persona, texts: Texts, x: float, y: float,
             wide: float) -> float:  # fmt: skip
    """Where the expectation comes from, with a bar for the weight of each."""
    listed = [s for s in document.having(ExpectationSource, "persona", who.id) if s.text.strip()]
    if not listed:
        return 0.0
    start = y
    y += sheet.text(texts.tr("Where the expectation comes from"), SMALL_STRONG, x, y, wide, Role.MUTED,
                    meaning=Meaning.HEADING) + 3.0  # fmt: skip
    for source in listed:
        name = capital(texts.tr(choice_label(source.origin)))
        sheet.text(name, SMALL, x, y + 1.0, wide * 0.32, Role.MUTED)
        high = sheet.text(source.text, BODY, x + wide * 0.34, y, wide * 0.66)
        if source.weight is not None:
            sheet.group(source.id, _bar(x + wide * 0.34, y + high + 1.0, wide * 0.66, source.weight / 10))
        y += high + 10.0
    return y - start


def _bar(x: float, y: float, wide: float, share: float) -> list[Primitive]:
    ground = Rect(x, y, wide, 3.0, fill=Role.FAINT_LINE, radius=1.5)
    return [ground, Rect(x, y, max(wide * share, 3.0), 3.0, fill=Role.ACCENT, radius=1.5)]


def _traits(sheet: Sheet, traits: Iterable[PersonaTrait], texts: Texts, book: FontBook, x: float, y: float,
            wide: float) -> float:  # fmt: skip
    """A line for each trait with a dot where the persona stands, in two columns."""
    half = (wide - _GAP) / 2
    sheet.text(texts.tr("Traits"), SMALL_STRONG, x, y, wide, Role.MUTED, meaning=Meaning.HEADING)
    y += 16.0
    bottom = y
    for at, trait in enumerate(traits):
        left, top = x + at % 2 * (half + _GAP), y + at // 2 * 26.0
        sheet.text(trait.low, SMALL, left, top, half / 2)
        high = text.single(book, trait.high, SMALL, left + half, top + SMALL.rise, Role.INK, half / 2, 1.0)
        dot = left + half * (trait.value or 0) / 10
        line = Rect(left, top + 16.0, half, 2.0, fill=Role.LINE, radius=1.0)
        sheet.group(trait.id, [high, line, marks.circle(dot, top + 17.0, 4.0, fill=Role.ACCENT)])
        bottom = top + 26.0
    return bottom
