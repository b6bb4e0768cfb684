"""Kano answers entered by hand, and the requirement taken over from them."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.edits.rating.closed import is_closed, refuse_closed
from cxstudio.model import Document, Id, Round, SurveyCounts, Touchpoint
from cxstudio.model.kinds import RequirementKind
from cxstudio.model.questions import KANO
from cxstudio.store import Draft

MOST = 100_000
"""People a single pair of answers may stand for."""


def may_enter_kano(document: Document, round_id: Id, touchpoint: Id) -> bool:
    """Whether pairs can be entered here by hand: not in a closed round, nor where a survey was imported."""
    return not is_closed(document, round_id) and not from_survey(document, round_id, touchpoint)


def from_survey(document: Document, round_id: Id, touchpoint: Id) -> bool:
    """Whether the pairs came with a survey."""
    here = _records(document, round_id, touchpoint)
    return any(record.rated or record.segment for record in here)


def set_kano_count(draft: Draft, round_id: Id, touchpoint: Id, there: int, missing: int, times: int) -> None:
    """How many people gave this pair of answers, 1 (like) to 5 (dislike). Raises ValueError beyond the limits."""
    low, high = KANO
    if not (low <= there <= high and low <= missing <= high and 0 <= times <= MOST):
        raise ValueError("no such pair of Kano answers")
    refuse_closed(draft.document, round_id)
    if not may_enter_kano(draft.document, round_id, touchpoint):
        raise ValueError("counts of a survey are not edited by hand")
    record = _record(draft, round_id, touchpoint)
    counts = {key: n for key, n in record.kano.items() if key != f"{there}|{missing}"}
    if times:
        counts[f"{there}|{missing}"] = times
    if counts:
        draft.update(SurveyCounts, record.id, kano=counts)
    else:
        draft.remove(record.id)


def take_over_requirements(draft: Draft, kinds: Mapping[Id, RequirementKind]) -> None:
    """Make touchpoints the kind of requirement their Kano answers say."""
    for touchpoint, kind in kinds.items():
        draft.update(Touchpoint, touchpoint, requirement=kind)


def _records(document: Document, round_id: Id, touchpoint: Id) -> list[SurveyCounts]:
    return [c for c in document.having(SurveyCounts, "touchpoint", touchpoint) if c.round == round_id]


def _record(draft: Draft, round_id: Id, touchpoint: Id) -> SurveyCounts:
    for record in _records(draft.document, round_id, touchpoint):
        return record
    draft.get(Round, round_id)
    draft.get(Touchpoint, touchpoint)
    return draft.create(SurveyCounts(id=draft.new_id(), round=round_id, touchpoint=touchpoint))
