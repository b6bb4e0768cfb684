"""Who is behind the journey: the stakeholder map, and what flows between people as a table."""

from __future__ import annotations

from functools import partial

from cxstudio.documents.content import Block, Column, Figure, Missing, Room, Row, Section, Style, Table, cell
from cxstudio.documents.report.material import Material
from cxstudio.layout.boards.stakeholder_items import Stakeholders, stakeholders_of
from cxstudio.layout.boards.stakeholder_map import StakeholderMap, StakeholderStyle, lay_out_stakeholders
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Persona, Stakeholder

_WIDEST = 720.0
"""Points; a map that needs more than a page has is left out, and only listed."""


def content(material: Material) -> Section | Missing:
    """Nothing without stakeholders."""
    document, texts = material.document, material.texts
    people = document.all(Stakeholder)
    if not people:
        return Missing()
    shown = _shown(material, font_book())
    blocks: list[Block] = []
    drawn = _drawn(shown, 0.0)
    if drawn.body.width <= _WIDEST:
        blocks.append(Figure(partial(_figure, material), height=0.72, title=""))
    names = {node.record: node.name for node in shown.nodes}
    rows = tuple(
        Row((cell(names[r.source], Style.STRONG), cell(names[r.target], Style.STRONG), cell(r.flows)))
        for r in shown.relations
    )
    tr = texts.tr
    if rows:
        blocks.append(Table((Column(tr("From"), 0.26), Column(tr("To"), 0.26), Column(tr("What is exchanged"))), rows))
    if notes := tuple(Row((cell(s.name, Style.STRONG), cell(s.note))) for s in people if s.note.strip()):
        blocks.append(Table((Column(tr("Stakeholder"), 0.26), Column(tr("Note"))), notes))
    if not blocks:
        blocks.append(Table((Column(tr("Stakeholder")),), tuple(Row((cell(s.name),)) for s in people)))
    headline = texts.trn(
        "{n} stakeholder is behind the journey", "{n} stakeholders are behind the journey", len(people)
    )
    return Section(headline, tuple(blocks), note=tr("Stakeholder map"))


def _shown(material: Material, fonts: FontBook) -> Stakeholders:
    persona = material.persona() or next(iter(material.document.all(Persona)), None)
    return stakeholders_of(material.document, None if persona is None else persona.id, material.texts, fonts)


def _drawn(shown: Stakeholders, width: float, height: float = 0.0) -> StakeholderMap:
    return lay_out_stakeholders(shown, StakeholderStyle(width, height, PAPER, words_elsewhere=True))


def _figure(material: Material, room: Room) -> list[DisplayList]:
    return [_drawn(_shown(material, room.fonts), room.width, min(room.height, room.most)).body]
