"""Touchpoints and their counterparts in another journey."""

from __future__ import annotations

from cxstudio.model import Document, Id, Touchpoint


def twin_of(document: Document, touchpoint: Id, journey: Id) -> Id | None:
    """The touchpoint itself where it is of that journey, else its counterpart there."""
    about = document.find(touchpoint)
    if not isinstance(about, Touchpoint):
        return None
    if document.journey_of(about).id == journey:
        return touchpoint
    twin = document.find(about.counterpart)
    others = [twin] if isinstance(twin, Touchpoint) else []
    others += document.having(Touchpoint, "counterpart", touchpoint)
    return next((t.id for t in others if document.journey_of(t).id == journey), None)


def twins(document: Document, journey: Id, other: Id) -> dict[Id, Id]:
    """Touchpoint of a journey → its counterpart in another one, as `twin_of` finds it."""
    there = document.journey_touchpoints(other)
    known = {t.id for t in there}
    found: dict[Id, Id] = {}
    for touchpoint in there:
        if touchpoint.counterpart is not None:
            found.setdefault(touchpoint.counterpart, touchpoint.id)
    mine = document.journey_touchpoints(journey)
    found.update((t.id, t.counterpart) for t in mine if t.counterpart is not None and t.counterpart in known)
    return {t.id: found[t.id] for t in mine if t.id in found}
