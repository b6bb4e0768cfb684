"""Method cards to hand out or put up: a page each, what to do on the left, what to know on the right."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from cxstudio.catalogue.methods import MethodCard, methods
from cxstudio.documents.paper import MARGIN, USUAL, Paper
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import DECISION, DECISION_STRONG, FINDING, OVERLINE, SMALL_STRONG
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.layout.display.display_list import Meaning
from cxstudio.look.fonts import REGULAR, SEMIBOLD, FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.progress import silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.findings.method_sentences import minutes_said, people_said
from cxstudio.wording.texts import Texts

_GAP: Final = 40.0
_LEFT: Final = 0.58
"""Part of the width the steps have."""
_NUMBER: Final = 28.0
_STEP: Final = Type(REGULAR, 16.0, 22.0)
_MARK: Final = Type(SEMIBOLD, 16.0, 22.0)


def method_cards_pdf(cards: Collection[str], language: str, accent: str = "", paper: Paper = USUAL,
                     fonts: FontBook | None = None) -> PdfFile:  # fmt: skip
    """The cards of these ids, all where none is named; `accent` is the client's colour, where there is one."""
    texts, book = texts_in(language), fonts or font_book()
    chosen = [card for card in methods().cards if not cards or card.id in cards]
    pages = [_page(card, texts, book, paper) for card in chosen]
    title = chosen[0].name.say(language) if len(chosen) == 1 else texts.tr("Method cards")
    return write_pdf(pages, (), paper, title=title, texts=texts, fonts=book, accent=accent, assets={}, progress=silent)


def _page(card: MethodCard, texts: Texts, book: FontBook, paper: Paper) -> Sheet:
    language, tr = texts.language, texts.tr
    sheet = Sheet(book, paper, card.name.say(language))
    y = MARGIN
    y += sheet.text(methods().phase_of(card).name.say(language), OVERLINE, MARGIN, y, paper.room, Role.ACCENT) + 2.0
    y += sheet.text(card.name.say(language), FINDING, MARGIN, y, paper.room, meaning=Meaning.TITLE)
    y += sheet.text(card.about.say(language), DECISION, MARGIN, y, paper.room, Role.MUTED) + 8.0
    figures = f"{minutes_said(card.minutes, texts)} · {people_said(card.people, texts)}"
    y += sheet.text(figures, DECISION_STRONG, MARGIN, y, paper.room) + 12.0
    sheet.rule(MARGIN, y, paper.room)
    wide = (paper.room - _GAP) * _LEFT
    _steps(sheet, card, texts, y + 14.0, wide)
    x, at = MARGIN + wide + _GAP, y + 14.0
    names = (found.name.say(language) for found in map(methods().find, card.next) if found is not None)
    for heading, said in (
        (tr("When"), card.when.say(language)),
        (tr("Pitfalls"), card.pitfalls.say(language)),
        (tr("Material"), card.material.say(language)),
        (tr("Next"), ", ".join(names)),
    ):
        at += _part(sheet, heading, said, DECISION, x, at, paper.room - wide - _GAP)
    return sheet


def _steps(sheet: Sheet, card: MethodCard, texts: Texts, y: float, wide: float) -> None:
    how = texts.tr("How it works")
    y += sheet.text(how, SMALL_STRONG, MARGIN, y, wide, Role.MUTED, meaning=Meaning.HEADING) + 6.0
    for number, step in enumerate(card.steps, 1):
        sheet.text(str(number), _MARK, MARGIN, y, _NUMBER, Role.ACCENT)
        y += sheet.text(step.say(texts.language), _STEP, MARGIN + _NUMBER, y, wide - _NUMBER) + 11.0


def _part(sheet: Sheet, heading: str, said: str, style: Type, x: float, y: float, wide: float) -> float:
    """A heading with its text; returns the height of both and the gap below."""
    high = sheet.text(heading, SMALL_STRONG, x, y, wide, Role.MUTED, meaning=Meaning.HEADING) + 3.0
    return high + sheet.text(said, style, x, y + high, wide) + 14.0
