"""The catalogue of typical touchpoints: the one that comes with the program, and entries of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from cxstudio.catalogue.rows import read_rows
from cxstudio.catalogue.vocabulary import STAGES
from cxstudio.errors import UserError
from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import ContactKind, RequirementKind
from cxstudio.resources import resource_path

FILE_NAME: Final = "touchpoints.csv"


@dataclass(frozen=True, slots=True)
class Entry:
    """One typical touchpoint."""

    id: str
    stage: str
    """Id of a `vocabulary.CatalogueStage`."""
    industries: tuple[str, ...]
    """Ids of industries or words of one's own; empty: every industry."""
    channel: str
    """Id of a `vocabulary.KnownChannel`, a word of one's own, or ""."""
    contact: ContactKind | None
    requirement: RequirementKind | None
    name: Bilingual
    note: Bilingual
    """The question to ask about it."""
    own: bool = False
    """Whether it comes from the person's own file."""

    def fits(self, industry: str) -> bool:
        """Whether it belongs to an industry; entries of every industry always do."""
        return not industry or not self.industries or industry in self.industries


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All entries, by stage and in the order of the files, and what could not be read."""

    entries: tuple[Entry, ...]
    problems: tuple[UserError, ...] = ()

    def find(self, entry_id: str) -> Entry | None:
        """The entry of that id."""
        return next((e for e in self.entries if e.id == entry_id), None)


@cache
def built_in() -> tuple[Entry, ...]:
    """The entries that come with the program. Raises UserError in a broken installation."""
    rows = read_rows(resource_path("catalogue", FILE_NAME))
    if rows.problems:
        raise rows.problems[0]
    return tuple(_entry(values, own=False) for values in rows.rows)


def catalogue(folder: Path | None = None) -> Catalogue:
    """The program's entries with those of the file in a person's own folder.

    An own entry with the id of another one takes its place.
    """
    known = {entry.id: entry for entry in built_in()}
    path = folder / FILE_NAME if folder is not None else None
    if path is None or not path.exists():
        return _sorted(known, ())
    rows = read_rows(path)
    for values in rows.rows:
        entry = _entry(values, own=True)
        known[entry.id] = entry
    return _sorted(known, rows.problems)


def _sorted(known: dict[str, Entry], problems: tuple[UserError, ...]) -> Catalogue:
    place = {stage.id: at for at, stage in enumerate(STAGES)}
    return Catalogue(tuple(sorted(known.values(), key=lambda e: place[e.stage])), problems)


def _entry(values: dict[str, str], *, own: bool) -> Entry:
    return Entry(
        values["id"],
        values["stage"],
        tuple(values["industries"].split("|")) if values["industries"] else (),
        values["channel"],
        ContactKind(values["contact"]) if values["contact"] else None,
        RequirementKind(values["requirement"]) if values["requirement"] else None,
        Bilingual(values["name_de"], values["name_en"]),
        Bilingual(values["note_de"], values["note_en"]),
        own,
    )
