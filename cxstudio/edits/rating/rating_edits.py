"""Rounds and ratings: who says how much."""

from __future__ import annotations

from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.edits.rating.closed import refuse_closed
from cxstudio.model import Id, Journey, Participant, Round, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RoundKind, View
from cxstudio.model.questions import FIGURES, limits
from cxstudio.model.rounds import ratings_of
from cxstudio.store import Draft


def start_round(draft: Draft, journey: Id, *, kind: RoundKind = RoundKind.DISCUSSION, **values: Any) -> Id:
    """A new round of a journey on the project's scale, for the journey's first persona; returns its id."""
    about = draft.get(Journey, journey)
    values.setdefault("persona", about.personas[0] if about.personas else None)
    values.setdefault("scale", draft.document.project.scale)
    values.setdefault("view", View.EMPLOYEES)
    order = last_key(draft.document.having(Round, "journey", journey))
    return draft.create(Round(id=draft.new_id(), journey=journey, kind=kind, order=order, **values)).id


def group_round(draft: Draft, journey: Id, **values: Any) -> Id:
    """The journey's newest round of the group's one voice; started when there is none."""
    rounds = [r for r in draft.document.having(Round, "journey", journey) if r.kind is RoundKind.GROUP]
    return rounds[-1].id if rounds else start_round(draft, journey, kind=RoundKind.GROUP, **values)


def add_participant(draft: Draft, **values: Any) -> Id:
    """A new voice, nameless unless a name is given; returns its id."""
    order = last_key(draft.document.all(Participant))
    return draft.create(Participant(id=draft.new_id(), order=order, **values)).id


def rate(draft: Draft, round_id: Id, touchpoint: Id, voice: Id, figure: str, value: int | None) -> None:
    """Write one answer of one voice; None is a skip. Raises ValueError off the scale or for an unknown figure.

    `voice` is a participant's id or GROUP_VOICE.
    """
    check_value(draft.get(Round, round_id), figure, value)
    ratings = _ratings(draft, round_id, touchpoint)
    answers = {**getattr(ratings, figure), voice: value}
    draft.update(TouchpointRatings, ratings.id, **{figure: answers})


def clear_rating(draft: Draft, round_id: Id, touchpoint: Id, voice: Id, figure: str) -> None:
    """Take one answer back: it was never given (which is not a skip)."""
    ratings = _ratings(draft, round_id, touchpoint)
    answers = {k: v for k, v in getattr(ratings, figure).items() if k != voice}
    draft.update(TouchpointRatings, ratings.id, **{figure: answers})


def say_word(draft: Draft, round_id: Id, touchpoint: Id, voice: Id, word: str) -> None:
    """Write one voice's own word for the emotion; an empty one takes it back."""
    ratings = _ratings(draft, round_id, touchpoint)
    words = {key: said for key, said in ratings.word.items() if key != voice}
    draft.update(TouchpointRatings, ratings.id, word={**words, voice: word} if word else words)


def check_value(about: Round, figure: str, value: int | None) -> None:
    """Raises ValueError for a value off the round's scale, or a figure nobody rates."""
    if figure not in FIGURES:
        raise ValueError(f"{figure!r} cannot be rated")
    low, high = limits(figure, about.scale)
    if value is not None and not low <= value <= high:
        raise ValueError(f"{figure} runs from {low} to {high}, not {value}")


def _ratings(draft: Draft, round_id: Id, touchpoint: Id) -> TouchpointRatings:
    """Where answers are written. Raises UserError where the round is closed."""
    refuse_closed(draft.document, round_id)
    known = ratings_of(draft.document, round_id, touchpoint)
    if known is not None:
        return known
    draft.get(Round, round_id)
    draft.get(Touchpoint, touchpoint)
    return draft.create(TouchpointRatings(id=draft.new_id(), round=round_id, touchpoint=touchpoint))
