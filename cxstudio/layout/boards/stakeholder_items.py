"""What a stakeholder map is laid out from: people in rings around the customer, and what flows between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cxstudio.layout.boards.empathy_items import face_of
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Persona, Stakeholder, StakeholderRelation
from cxstudio.model.kinds import StakeholderKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import initials
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.texts import N_, Texts

RINGS = (N_("In direct contact"), N_("Involved"), N_("In the background"))
"""Message ids of the rings from the inside."""


class Node(NamedTuple):
    """One stakeholder, or the persona in the middle, as the map shows it."""

    record: Id
    name: str
    line: str
    """Which kind of stakeholder; empty for the persona."""
    ring: int
    """1 to 3 from the inside; 0 in the middle."""
    angle: float | None
    """In degrees from the right, clockwise; None: laid out automatically."""
    initials: str
    face: Role
    spoken: str


class Relation(NamedTuple):
    """What flows from one to another."""

    record: Id
    source: Id
    target: Id
    flows: str
    spoken: str


@dataclass(frozen=True, eq=False)
class Stakeholders:
    """All stakeholders around a persona, in one language."""

    persona: Id | None
    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]
    texts: Texts
    fonts: FontBook = field(repr=False)

    def node(self, record: Id | None) -> Node | None:
        """A stakeholder, or the persona in the middle."""
        return next((n for n in self.nodes if n.record == record), None)

    def relation(self, record: Id | None) -> Relation | None:
        """A relation."""
        return next((r for r in self.relations if r.record == record), None)


_KIND_ROLES = {
    StakeholderKind.CUSTOMER: Role.DEPARTMENT_1,
    StakeholderKind.EMPLOYEE: Role.DEPARTMENT_2,
    StakeholderKind.MANAGEMENT: Role.DEPARTMENT_3,
    StakeholderKind.PARTNER: Role.DEPARTMENT_4,
    StakeholderKind.AUTHORITY: Role.DEPARTMENT_5,
    StakeholderKind.OTHER: Role.DEPARTMENT_6,
}


def stakeholders_of(
    document: Document, persona: Id | None, texts: Texts, fonts: FontBook | None = None
) -> Stakeholders:
    """The stakeholders of the project around a persona; relations of other personas are left out."""
    book = fonts or font_book()
    nodes = []
    who = document.find(persona)
    if isinstance(who, Persona):
        name = who.name or texts.tr("No name yet")
        nodes.append(Node(who.id, name, "", 0, None, initials(who.name), face_of(document, who.id), name))
    for each in document.all(Stakeholder):
        kind = capital(texts.tr(choice_label(each.kind)))
        ring = texts.tr(RINGS[each.closeness - 1])
        name = each.name or texts.tr("No name yet")
        spoken = ". ".join(part for part in (f"{name}, {kind}", ring, each.note) if part)
        nodes.append(
            Node(each.id, name, kind, each.closeness, each.angle, initials(each.name), _KIND_ROLES[each.kind], spoken)
        )
    known = {node.record: node.name for node in nodes}
    relations = tuple(
        Relation(r.id, r.source, r.target, r.flows,
                 texts.tr("From {source} to {target}: {flows}", source=known[r.source], target=known[r.target],
                          flows=r.flows or texts.tr("not said yet")))
        for r in document.all(StakeholderRelation)
        if r.source in known and r.target in known
    )  # fmt: skip
    return Stakeholders(who.id if isinstance(who, Persona) else None, tuple(nodes), relations, texts, book)
