"""Which fields of a project can say who a person is. Free text can, too, and cannot be told by its field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cxstudio.model import (
    AgendaBlock,
    BreakoutGroup,
    Document,
    Id,
    Journey,
    Measure,
    Note,
    Participant,
    Persona,
    Picture,
    Record,
    ReportSettings,
    Stakeholder,
    Test,
    VoteRule,
)

NAMING: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Participant: ("name", "code"),
    Measure: ("owner_name",),
    AgendaBlock: ("who",),
    Test: ("with_whom",),
    Note: ("source",),
}
"""Kinds of records → fields that may name real people; a copy without names leaves them empty."""
TO_CHECK: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Persona: ("name", "source"),
    Stakeholder: ("name",),
    Journey: ("owner",),
    VoteRule: ("tie_by", "fixed_by"),
    BreakoutGroup: ("name",),
    ReportSettings: ("decision_by",),
    Picture: ("alternative_text",),
}
"""Fields that usually name nobody real; people have to look at them themselves."""
SHORTEST: Final = 3
"""Letters of a name that is looked for in other texts."""
_BETWEEN: Final = re.compile(r"[,;/&+\n]|\b(?:und|and)\b")
"""What stands between the names of several people."""


def named_in(document: Document) -> Iterator[tuple[Id, type[Record], str, str]]:
    """Record, its kind, field and text of everything that may say who a person is."""
    for kinds in (NAMING, TO_CHECK):
        for kind, fields in kinds.items():
            for record in document.all(kind):
                for field in fields:
                    text = getattr(record, field)
                    if text.strip() or kind is Picture:
                        yield record.id, kind, field, text


def names_of_people(document: Document) -> tuple[str, ...]:
    """Names of participants and of those responsible, the longest first, and their surnames."""
    return _searched({p.name.strip() for p in document.all(Participant)} | _owners(document))


def names_of_owners(document: Document) -> tuple[str, ...]:
    """Names of those responsible, each by itself where a field names several, the longest first; and their surnames."""
    each = {part.strip() for name in _owners(document) for part in _BETWEEN.split(name)}
    return _searched(each | _owners(document))


def names_of(document: Document, people: Iterable[Id]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What says who these participants and personas are, to be looked for in any text; and names of others that stay.

    A surname is not among them where somebody else has it, nor a name that is all of somebody else's.
    """
    gone = set(people)
    mine = {record.name.strip() for i in gone if isinstance(record := document.find(i), Participant | Persona)}
    codes = {record.code.strip() for i in gone if isinstance(record := document.find(i), Participant)}
    others = {each.name.strip() for each in document.all(Participant) if each.id not in gone}
    others |= {each.name.strip() for each in document.all(Persona) if each.id not in gone}
    responsible = {part.strip() for name in _owners(document) for part in _BETWEEN.split(name)}
    others |= {name for name in responsible if not any(f" {who} " in f" {name} " for who in mine)}
    surnames = {name.split()[-1] for name in others if name.split()}
    names = tuple(name for name in _searched(mine) if name not in others and (name in mine or name not in surnames))
    codes = {code for code in codes if len(code) >= SHORTEST and code not in others}
    spared = {name for name in others if set(name.split()) & set(names)}
    return tuple(sorted({*names, *codes}, key=lambda n: (-len(n), n))), tuple(sorted(spared))


def _owners(document: Document) -> set[str]:
    return {m.owner_name.strip() for m in document.all(Measure)}


def _searched(whole: set[str]) -> tuple[str, ...]:
    last = {name.split()[-1] for name in whole if len(name.split()) > 1}
    return tuple(sorted((n for n in whole | last if len(n) >= SHORTEST), key=lambda n: (-len(n), n)))
