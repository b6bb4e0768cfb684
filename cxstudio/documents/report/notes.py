"""What customers say, what hinders and what helps, in full and with its evidence: the map shortens these texts."""

from __future__ import annotations

from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.table import Cell, Column, Look, Part, Row, Table, cell
from cxstudio.documents.setting.type import CELL, CELL_STRONG, CONTENT_WIDTH, SMALL
from cxstudio.look.roles import Role
from cxstudio.model import Note, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.fields.field_table import choice_label

SECTION = "notes"
_NAME = 160.0


def pages(material: Material) -> list[Page]:
    """One row per touchpoint that has such notes; no page where none has."""
    told = [t for t in material.touchpoints if _noted(material, t)]
    if not told:
        return []
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=lead(material, SECTION))
    tr = material.texts.tr
    rest = (CONTENT_WIDTH - _NAME) / 3
    titles = (tr("Customer voice"), tr("Hurdles −"), tr("Opportunities +"))
    columns = (Column(tr("Touchpoint"), _NAME), *(Column(title, rest) for title in titles))
    flow.table(Table(material.fonts, columns, Look(aside=8.0)), (_row(material, t) for t in told))
    return flow.pages()


def _noted(material: Material, touchpoint: Touchpoint) -> list[Note]:
    kinds = (NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY)
    return [n for n in material.document.having(Note, "about", touchpoint.id) if n.kind in kinds]


def _row(material: Material, touchpoint: Touchpoint) -> Row:
    notes = _noted(material, touchpoint)
    by_kind = [_cell(material, notes, kind) for kind in (NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY)]
    return Row((cell(touchpoint.name, CELL_STRONG), *by_kind), touchpoint.id)


def _cell(material: Material, notes: list[Note], kind: NoteKind) -> Cell:
    parts: list[Part] = []
    for note in notes:
        if note.kind is kind:
            quoted = kind is NoteKind.QUOTE and note.text[:1] not in '„“"‚«»'
            parts.append(Part(material.texts.quoted(note.text) if quoted else note.text, CELL))
            said = [material.texts.tr(choice_label(note.evidence))] if note.evidence else []
            if note.source and note.source.casefold() not in {s.casefold() for s in said}:
                said.append(note.source)
            if said:
                parts.append(Part(", ".join(said), SMALL, Role.MUTED, 2))
    return tuple(parts)
