"""Boards of the workspace Understand as they are exported, and the title above any board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cxstudio.errors import UserError
from cxstudio.layout.boards.empathy_items import empathy_of
from cxstudio.layout.boards.empathy_map import EmpathyStyle, lay_out_empathy
from cxstudio.layout.boards.stakeholder_items import stakeholders_of
from cxstudio.layout.boards.stakeholder_map import StakeholderStyle, lay_out_stakeholders
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Id, Persona, Stakeholder
from cxstudio.model.empathy_fields import empathy_notes
from cxstudio.render.assets import Assets
from cxstudio.render.drawing import Drawing
from cxstudio.wording.texts import N_, texts

_HEAD: Final = 44.0
_WIDE: Final = 1040.0


@dataclass(frozen=True, slots=True)
class PersonaOrder:
    """Whose board is exported."""

    persona: Id | None = None
    """None: the first persona whose board says something."""


def persona_with_notes(document: Document) -> Id | None:
    """The first persona whose empathy map has notes."""
    return next((p.id for p in document.all(Persona) if empathy_notes(document, p.id)), None)


def empathy_drawing(document: Document, language: str, order: PersonaOrder, assets: Assets) -> Drawing:
    """An empathy map. Raises UserError where there is none."""
    words, fonts = texts(language), font_book()
    persona = order.persona if order.persona in document else persona_with_notes(document)
    if persona is None:
        raise UserError(N_("There is no empathy map to export."), N_("Nothing was written."))
    shown = lay_out_empathy(empathy_of(document, persona, words, fonts), EmpathyStyle(_WIDE, empty=False))
    name = document.get(Persona, persona).name
    title = " · ".join(part for part in (words.tr("Empathy map"), name, document.project.title) if part)
    return Drawing(
        titled(shown.body, title, words.tr("As of {date}", date=words.date(date.today())), fonts),
        document.project.accent,
        language,
        assets,
        no_page=N_("The empathy map is too long for one page."),
        no_picture=N_("The empathy map is too long for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )


def stakeholder_drawing(document: Document, language: str, order: PersonaOrder) -> Drawing:
    """The stakeholder map around a persona. Raises UserError where nobody is on it."""
    words, fonts = texts(language), font_book()
    if not document.all(Stakeholder):
        raise UserError(N_("There is no stakeholder map to export."), N_("Nothing was written."))
    persona = order.persona if order.persona in document else next((p.id for p in document.all(Persona)), None)
    shown = lay_out_stakeholders(stakeholders_of(document, persona, words, fonts), StakeholderStyle(_WIDE))
    title = " · ".join(part for part in (words.tr("Stakeholder map"), document.project.title) if part)
    return Drawing(
        titled(shown.body, title, words.tr("As of {date}", date=words.date(date.today())), fonts),
        document.project.accent,
        language,
        no_page=N_("The stakeholder map is too large for one page."),
        no_picture=N_("The stakeholder map is too large for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )


def titled(picture: DisplayList, title: str, day: str, fonts: FontBook) -> DisplayList:
    """The picture below its title and the day it was made."""
    wide, high = picture.width, picture.height + _HEAD
    head = text.single(fonts, title, SCREEN.name, 0.0, SCREEN.name.rise, Role.INK, wide * 0.75,
                       meaning=Meaning.TITLE, words=True)  # fmt: skip
    made = text.single(fonts, day, SCREEN.small, wide, SCREEN.name.rise, Role.MUTED, align=1.0)
    root = picture.root
    below = Frame("picture", 0.0, _HEAD, picture.width, picture.height, root.frames, root.groups)
    group = Placed(0.0, 0.0, Group("title", wide, _HEAD, (head, made)))
    frames = (Frame("head", 0.0, 0.0, wide, _HEAD, groups=(group,)), below)
    return DisplayList(wide, high, Frame("whole", 0.0, 0.0, wide, high, frames), title)
