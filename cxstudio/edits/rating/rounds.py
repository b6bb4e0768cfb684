"""What happens to a round after it was begun, and to the people who rated in it."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.edits.common import last_key
from cxstudio.model import Document, Id, Journey, JourneyFigures, Participant, Round, SurveyCounts, TouchpointRatings
from cxstudio.model.kinds import RoundState
from cxstudio.model.questions import FIGURES, SINGLE
from cxstudio.store import Draft

_PERSONAL: Final = (*FIGURES, *(question.word for question in SINGLE if question.word))
_NOT_KEPT: Final = ("day", "respondents", "source", "raters_knew_measures")
"""Fields of a round that belong to its own occasion."""


def has_answers(document: Document, round_id: Id) -> bool:
    """Whether anybody has answered anything in a round: from then on it keeps its scale."""
    counts = document.having(SurveyCounts, "round", round_id)
    asked = document.having(JourneyFigures, "round", round_id)
    ratings = document.having(TouchpointRatings, "round", round_id)
    return bool(counts or asked) or any(getattr(r, figure) for r in ratings for figure in _PERSONAL)


def set_round_state(draft: Draft, round_id: Id, state: RoundState) -> None:
    """Close a round, so that nothing in it can be changed by a slip, or open it again."""
    draft.update(Round, round_id, state=state)


def rescale_round(draft: Draft, round_id: Id, scale: int) -> None:
    """Give a round another scale. Raises ValueError once somebody has answered."""
    if has_answers(draft.document, round_id):
        raise ValueError("a round keeps its scale from the first answer on")
    draft.update(Round, round_id, scale=scale)


def next_round(draft: Draft, round_id: Id, **values: Any) -> Id:
    """A new round asked like this one, without answers, the newest, and shown from now on; returns its id."""
    record = draft.get(Round, round_id)
    order = last_key(draft.document.having(Round, "journey", record.journey))
    plain = {name: Round.model_fields[name].default for name in _NOT_KEPT}
    made = record.model_copy(
        update={"id": draft.new_id(), "order": order, "state": RoundState.OPEN, "title": "", **plain, **values}
    )
    draft.create(made)
    draft.update(Journey, record.journey, shown_round=made.id)
    return made.id


def answers_of(document: Document, participant: Id) -> int:
    """How many answers somebody has given, over all rounds; what was skipped is none."""
    ratings = document.all(TouchpointRatings)
    return sum(getattr(r, figure).get(participant) is not None for r in ratings for figure in FIGURES)


def forget_person(draft: Draft, participant: Id) -> None:
    """Take name, role, group and code from somebody; the answers stay and count."""
    draft.update(Participant, participant, name="", role="", group="", code="")
