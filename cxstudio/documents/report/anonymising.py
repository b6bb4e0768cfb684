"""What somebody wants left out of what is handed on, taken out of the document before anything is written from it.

What a record names by itself (a client, a source, who answers for something) is emptied. Names of owners are blacked
out in every text; roles only where a text is nothing but the role, for they are ordinary words. Whatever still stands
in a text somebody wrote is told, and nothing is told of a name that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final

from cxstudio.documents.chosen import report_settings
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.model import (
    AgendaBlock,
    BreakoutGroup,
    Decision,
    Department,
    Document,
    Journey,
    Measure,
    MeasureChange,
    Note,
    Participant,
    Persona,
    Promise,
    Record,
    ReportSettings,
    Stakeholder,
    VoteRule,
)
from cxstudio.model.kinds import Anonymised
from cxstudio.model.personal_data.blacking_out import BLACKED_OUT, blacked_out, pattern_of
from cxstudio.model.personal_data.naming import names_of_owners
from cxstudio.wording.texts import Texts

SOURCES: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Note: ("source",),
    Persona: ("source",),
    Promise: ("source",),
}
"""Where something was said. Sources of figures stay: a figure nobody can trace is worth nothing."""
OWNERS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Measure: ("owner_role", "owner_name"),
    Journey: ("owner",),
    ReportSettings: ("decision_by",),
    Decision: ("body",),
    AgendaBlock: ("who",),
    VoteRule: ("fixed_by", "tie_by"),
}
"""Who is responsible, decides or leads."""
ROLES: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Stakeholder: ("name",),
    Participant: ("name", "role", "group"),
    BreakoutGroup: ("name",),
    Persona: ("occupation",),
}
"""Texts that may be nothing but the role of an owner: shown, but not under that name."""
_RESPONSIBLE: Final = (Measure, Journey, ReportSettings, Decision)
"""Whose roles are looked for in other texts; who leads a block or fixes a rule is told of in ordinary words."""
_TOLD: Final[Mapping[type[Record], tuple[str, ...]]] = {VoteRule: ("tie_by",)}
"""Of what is left out: where nothing at all would say something else."""
_UNITS: Final[Mapping[str, Any]] = {"department": None, "contributing": ()}


def anonymised(document: Document, *, units: bool = False) -> Document:
    """The document without what the report's settings leave out; the same one where they leave out nothing.

    `units`: the departments that answer for measures stay, as in a plan that is sorted by them.
    """
    left_out = frozenset(report_settings(document).anonymised)
    for what, without in _WITHOUT.items():
        if what in left_out:
            document = _put(document, without(document))
    if Anonymised.OWNERS in left_out and not units:
        document = _put(document, (m.model_copy(update=dict(_UNITS)) for m in document.all(Measure)))
    return document


def title_handed_on(document: Document, title: str) -> str:
    """What a file that is handed on may be called; empty where that names a client who is left out."""
    client = _flat(document.project.client)
    hidden = Anonymised.CLIENT in report_settings(document).anonymised and bool(client) and client in _flat(title)
    return "" if hidden else title


class Where(Enum):
    """How a place in a file is called."""

    PAGE = "page"
    SLIDE = "slide"
    HEADLINE = "headline"
    FILE = "file"


def name_notices(document: Document, places: Sequence[tuple[str, str]], texts: Texts,
                 where: Where = Where.PAGE) -> tuple[str, ...]:  # fmt: skip
    """A sentence where the client's name was to be left out and stands in a text somebody wrote; one for owners' roles.

    Of the whole document, and of the places of a file written without what it leaves out: what each is called, and all
    its words.
    """
    left_out, client = report_settings(document).anonymised, _flat(document.project.client)
    roles = _roles(document, _RESPONSIBLE) if Anonymised.OWNERS in left_out else frozenset()
    told = pattern_of(sorted(roles, key=lambda role: (-len(role), role)))
    said = [(place, _flat(words)) for place, words in places]
    named = [place for place, words in said if client in words] if client and Anonymised.CLIENT in left_out else []
    responsible = [place for place, words in said if told.search(words)] if told is not None else []
    return (*(_client_named(named, texts, where) if named else ()),
            *(_owners_named(responsible, texts, where) if responsible else ()))  # fmt: skip


def pages_said(pages: Sequence[Sheet]) -> list[tuple[str, str]]:
    """The numbers of pages with all their words; one that is divided at the end of a line is whole."""
    return [
        (str(place), "".join(
            said.text[:-1] if said.line.broken else f"{said.text} " for said in page.said()
        ) + page.note)
        for place, page in enumerate(pages, 1)
    ]  # fmt: skip


def _client_named(named: list[str], texts: Texts, where: Where) -> Iterator[str]:
    if where is Where.PAGE:
        yield texts.trn("The client’s name still stands on page {pages}, in a text somebody wrote.",
                        "The client’s name still stands on pages {pages}, in texts somebody wrote.", len(named),
                        pages=texts.listed(named))  # fmt: skip
    elif where is Where.SLIDE:
        yield texts.trn("The client’s name still stands on slide {slides}, in a text somebody wrote.",
                        "The client’s name still stands on slides {slides}, in texts somebody wrote.", len(named),
                        slides=texts.listed(named))  # fmt: skip
    elif where is Where.HEADLINE:
        yield texts.tr("The client’s name still stands under {headlines}, in a text somebody wrote.",
                       headlines=_quoted(named, texts))  # fmt: skip
    else:
        yield texts.tr("The client’s name still stands in this file, in a text somebody wrote.")


def _owners_named(named: list[str], texts: Texts, where: Where) -> Iterator[str]:
    if where is Where.PAGE:
        yield texts.trn("Who is responsible still stands on page {pages}, in a text somebody wrote.",
                        "Who is responsible still stands on pages {pages}, in texts somebody wrote.", len(named),
                        pages=texts.listed(named))  # fmt: skip
    elif where is Where.SLIDE:
        yield texts.trn("Who is responsible still stands on slide {slides}, in a text somebody wrote.",
                        "Who is responsible still stands on slides {slides}, in texts somebody wrote.", len(named),
                        slides=texts.listed(named))  # fmt: skip
    elif where is Where.HEADLINE:
        yield texts.tr("Who is responsible still stands under {headlines}, in a text somebody wrote.",
                       headlines=_quoted(named, texts))  # fmt: skip
    else:
        yield texts.tr("Who is responsible still stands in this file, in a text somebody wrote.")


def _quoted(named: list[str], texts: Texts) -> str:
    return texts.listed([texts.quoted(name) for name in dict.fromkeys(named)])


def _without_client(document: Document) -> Iterator[Record]:
    project = document.project
    if project.client or project.logo:
        yield project.model_copy(update={"client": "", "logo": "", "title": title_handed_on(document, project.title)})


def _without_sources(document: Document) -> Iterator[Record]:
    yield from _emptied(document, SOURCES)


def _without_owners(document: Document) -> Iterator[Record]:
    """Their names first, which stand in any text; then what names them by itself; then texts that are their roles."""
    names, roles = pattern_of(names_of_owners(document)), _roles(document)
    document = _put(document, (clean for one in document if (clean := blacked_out(one, names)) is not one))
    for record in _put(document, _emptied(document, OWNERS)):
        if isinstance(record, MeasureChange) and record.field in OWNERS[Measure]:
            yield record.model_copy(update={"before": "", "after": ""})
            continue
        same = [name for name in ROLES.get(type(record), ()) if _flat(getattr(record, name)) in roles]
        yield record.model_copy(update=dict.fromkeys(same, BLACKED_OUT)) if same else record


_WITHOUT: Final[Mapping[Anonymised, Callable[[Document], Iterator[Record]]]] = {
    Anonymised.CLIENT: _without_client,
    Anonymised.SOURCES: _without_sources,
    Anonymised.OWNERS: _without_owners,
}


def _emptied(document: Document, fields: Mapping[type[Record], tuple[str, ...]]) -> Iterator[Record]:
    """Records whose fields name something, without it."""
    for kind, names in fields.items():
        shown = _TOLD.get(kind, ())
        for record in document.all(kind):
            values = {name: BLACKED_OUT if name in shown else "" for name in names if getattr(record, name).strip()}
            if values:
                yield record.model_copy(update=values)


def _roles(document: Document, kinds: Collection[type[Record]] = tuple(OWNERS)) -> frozenset[str]:
    """Roles and boards that are responsible, decide or lead; a department is called so everywhere, and no secret."""
    said = (_flat(getattr(one, name)) for kind in kinds for one in document.all(kind) for name in OWNERS[kind])
    units = {_flat(unit.name) for unit in document.all(Department)}
    return frozenset(said) - units - {"", _flat(BLACKED_OUT)}


def _put(document: Document, records: Iterator[Record]) -> Document:
    changed = [one for one in records if document.find(one.id) is not one]
    return document.evolve(changed) if changed else document


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
