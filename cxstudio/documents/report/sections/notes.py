"""What customers say, what hinders and what helps, in full and with its evidence: the map shortens these texts."""

from __future__ import annotations

from cxstudio.documents.content import Cell, Column, Missing, Row, Section, Style, Table, Text, cell
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Note, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.fields.field_table import choice_label


def content(material: Material) -> Section | Missing:
    """One row per touchpoint that has such notes."""
    rows = tuple(_row(material, t) for t in material.touchpoints if _noted(material, t))
    if not rows:
        return Missing()
    tr = material.texts.tr
    titles = (tr("Customer quotes"), tr("Hurdles −"), tr("Opportunities +"))
    table = Table((Column(tr("Touchpoint"), 0.212), *map(Column, titles)), rows)
    lead = tr("Every statement with its evidence. An assumption is what nobody has checked yet.")
    kinds = [note.kind for touchpoint in material.touchpoints for note in _noted(material, touchpoint)]
    counted = {"quotes": NoteKind.QUOTE, "hurdles": NoteKind.HURDLE, "opportunities": NoteKind.OPPORTUNITY}
    headline = tr("Customer quotes: {quotes}, hurdles: {hurdles}, opportunities: {opportunities}",
                  **{name: material.texts.number(kinds.count(kind)) for name, kind in counted.items()})  # fmt: skip
    return Section(headline, (table,), lead)


def _noted(material: Material, touchpoint: Touchpoint) -> list[Note]:
    kinds = (NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY)
    return [n for n in material.document.having(Note, "about", touchpoint.id) if n.kind in kinds]


def _row(material: Material, touchpoint: Touchpoint) -> Row:
    notes = _noted(material, touchpoint)
    by_kind = [_cell(material, notes, kind) for kind in (NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY)]
    return Row((cell(touchpoint.name, Style.STRONG), *by_kind), touchpoint.id)


def _cell(material: Material, notes: list[Note], kind: NoteKind) -> Cell:
    parts: list[Text] = []
    for note in notes:
        if note.kind is kind:
            quoted = kind is NoteKind.QUOTE and note.text[:1] not in '„“"‚«»'
            parts.append(Text(material.texts.quoted(note.text) if quoted else note.text))
            said = [material.texts.tr(choice_label(note.evidence))] if note.evidence else []
            if note.source and note.source.casefold() not in {s.casefold() for s in said}:
                said.append(note.source)
            if said:
                parts.append(Text(", ".join(said), Style.SMALL, Role.MUTED, 2))
    return tuple(parts)
