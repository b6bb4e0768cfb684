"""Stakeholders around the customer, where they stand in their rings, and what flows between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cxstudio.edits.common import last_key
from cxstudio.errors import N_, UserError
from cxstudio.model import Id, Stakeholder, StakeholderRelation
from cxstudio.model.kinds import StakeholderKind
from cxstudio.store import Draft

RINGS = 3


def add_stakeholders(
    draft: Draft, names: Iterable[str], kind: StakeholderKind = StakeholderKind.OTHER, closeness: int = 2
) -> list[Id]:
    """A stakeholder for each name that says something, in a ring from 1 (closest) to 3; returns their ids."""
    made = []
    for name in names:
        if words := " ".join(name.split()):
            order = last_key(draft.document.all(Stakeholder))
            record = Stakeholder(id=draft.new_id(), name=words, kind=kind, closeness=closeness, order=order)
            made.append(draft.create(record).id)
    return made


def place_stakeholder(
    draft: Draft, stakeholder: Id, closeness: int, angle: float | None, others: Mapping[Id, float] | None = None
) -> None:
    """Put one into a ring from 1 (closest) to 3, at an angle in degrees clockwise from the right; None: anywhere.

    `others` says at which angles those laid out automatically stand, so that they stay there.
    """
    ring = min(max(closeness, 1), RINGS)
    for each, where in (others or {}).items():
        if each != stakeholder and each in draft.document:
            draft.update(Stakeholder, each, angle=_kept(where))
    draft.update(Stakeholder, stakeholder, closeness=ring, angle=_kept(angle))


def _kept(angle: float | None) -> float | None:
    return None if angle is None else round(angle, 1) % 360


def place_freely(draft: Draft) -> None:
    """Forget where stakeholders were put by hand: they are laid out automatically."""
    for each in draft.document.all(Stakeholder):
        if each.angle is not None:
            draft.update(Stakeholder, each.id, angle=None)


def relate(draft: Draft, source: Id, target: Id, flows: str = "") -> Id:
    """Say that something flows from one to another; returns the relation's id, the known one's where there is one.

    Raises UserError for a relation of somebody with themselves.
    """
    if source == target:
        raise UserError(N_("A relation needs two different people."), N_("Nothing was changed."))
    known = (r for r in draft.document.having(StakeholderRelation, "source", source) if r.target == target)
    found = next(known, None)
    if found is None:
        return draft.create(StakeholderRelation(id=draft.new_id(), source=source, target=target, flows=flows)).id
    if flows:
        draft.update(StakeholderRelation, found.id, flows=flows)
    return found.id
