"""In which stage of somebody's own journey an entry of the catalogue is at home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.catalogue.covering import covered
from cxstudio.catalogue.names import key_of
from cxstudio.catalogue.touchpoints import Entry
from cxstudio.catalogue.vocabulary import STAGE_BY_ID, STAGES, CatalogueStage
from cxstudio.model import Document, Id, Stage

_NAMED: Final = 3.0
"""A stage's name says what it is."""
_HELD: Final = 1.0
"""It holds a touchpoint of that kind already."""
_MOST_HELD: Final = 3
_FAR: Final = 2.0
"""It stands at the other end of the journey."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picked entry goes."""

    entry: Entry
    stage: Id | None
    """None: a stage called `stage_name`, to be made."""
    stage_name: str
    after: Id | None = None
    """The touchpoint it goes right behind; None: to the end of the stage."""


def places(
    document: Document,
    journey: Id | None,
    entries: Sequence[Entry],
    chosen: Iterable[Entry],
    language: str,
    *,
    stage: Id | None = None,
    after: Id | None = None,
) -> list[Place]:
    """Where each chosen entry goes: into `stage`, right behind the touchpoint `after`, else where it fits best.

    A journey without stages gets those of the catalogue, named in the language.
    """
    if stage is not None:
        name = document.get(Stage, stage).name
        return [Place(entry, stage, name, after) for entry in chosen]
    fitting = homes(document, journey, entries) if journey is not None else {}
    found = []
    for entry in chosen:
        home = fitting.get(entry.stage)
        name = document.get(Stage, home).name if home is not None else STAGE_BY_ID[entry.stage].name.say(language)
        found.append(Place(entry, home, name))
    return found


def homes(document: Document, journey: Id, entries: Sequence[Entry]) -> dict[str, Id]:
    """Stage of the catalogue → the stage of the journey that fits best; empty where the journey has none.

    The name counts most, then the touchpoints already there, then how far along the journey both stand.
    """
    stages = document.stages(journey)
    if not stages:
        return {}
    held = _held(document, journey, entries)
    found = {}
    for at, wanted in enumerate(STAGES):
        along = at / (len(STAGES) - 1)
        scores = []
        for place, stage in enumerate(stages):
            here = place / max(1, len(stages) - 1)
            there = min(_MOST_HELD, held.get((wanted.id, stage.id), 0))
            named = _named(wanted, stage.name)
            scores.append(_NAMED * named + _HELD * there - _FAR * abs(here - along))
        found[wanted.id] = stages[scores.index(max(scores))].id
    return found


def _held(document: Document, journey: Id, entries: Iterable[Entry]) -> dict[tuple[str, Id], int]:
    """How many touchpoints of a stage cover entries of a stage of the catalogue."""
    touchpoints = {t.id: t for t in document.journey_touchpoints(journey)}
    known = {e.id: e for e in entries}
    counted: dict[tuple[str, Id], int] = {}
    for entry, touchpoint in covered(known.values(), touchpoints.values()).items():
        pair = (known[entry].stage, touchpoints[touchpoint].stage)
        counted[pair] = counted.get(pair, 0) + 1
    return counted


def _named(wanted: CatalogueStage, name: str) -> bool:
    """Whether a stage's name is the catalogue's, or has a word that begins like one of its."""
    key = key_of(name)
    if key in (key_of(wanted.name.de), key_of(wanted.name.en)):
        return True
    return any(word.startswith(hint) for word in key.split() for hint in wanted.hints)
