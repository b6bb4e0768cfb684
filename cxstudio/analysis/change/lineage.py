"""A journey's life: what it was before a to-be journey became reality, and which touchpoints are the same ones.

What is new, dropped or split has no value before; it is listed, and never averaged into one.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model import Document, Id, Journey, Touchpoint
from cxstudio.model.kinds import JourneyKind


@dataclass(frozen=True, slots=True)
class Pairing:
    """Touchpoints of an earlier and a later journey, in the order of the later map."""

    pairs: tuple[tuple[Id, Id], ...]
    """(earlier, later); the same id twice within one journey."""
    new: tuple[Id, ...] = ()
    dropped: tuple[Id, ...] = ()
    split: tuple[tuple[Id, tuple[Id, ...]], ...] = ()
    """One earlier touchpoint, and the several it became."""


def lineage(document: Document, journey: Id) -> tuple[Id, ...]:
    """The journey and those it took the place of, newest first."""
    found = [journey]
    while True:
        about = document.find(found[-1])
        if not isinstance(about, Journey) or about.kind is not JourneyKind.AS_IS or about.since is None:
            return tuple(found)
        if about.derived_from in found or not isinstance(document.find(about.derived_from), Journey):
            return tuple(found)
        assert about.derived_from is not None
        found.append(about.derived_from)


def paired_touchpoints(document: Document, before: Id, after: Id) -> Pairing:
    """Which touchpoint of the earlier journey each of the later one is; by the counterparts between them."""
    later = [t.id for t in document.journey_touchpoints(after)]
    if before == after:
        return Pairing(tuple((t, t) for t in later))
    earlier = [t.id for t in document.journey_touchpoints(before)]
    known = frozenset(earlier)
    became: dict[Id, list[Id]] = {}
    new = []
    for touchpoint in later:
        origin = _origin(document, touchpoint, known)
        if origin is None:
            new.append(touchpoint)
        else:
            became.setdefault(origin, []).append(touchpoint)
    pairs = tuple((origin, parts[0]) for origin, parts in became.items() if len(parts) == 1)
    split = tuple((origin, tuple(parts)) for origin, parts in became.items() if len(parts) > 1)
    dropped = tuple(t for t in earlier if t not in became)
    return Pairing(pairs, tuple(new), dropped, split)


def _origin(document: Document, touchpoint: Id, known: frozenset[Id]) -> Id | None:
    """The touchpoint of the earlier journey it goes back to."""
    passed: set[Id] = set()
    here: Id | None = touchpoint
    while here is not None and here not in passed:
        if here in known:
            return here
        passed.add(here)
        about = document.find(here)
        here = about.counterpart if isinstance(about, Touchpoint) else None
    return None
