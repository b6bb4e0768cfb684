"""As whom somebody rates, and whether that voice may set this value here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cxstudio.edits import group_round, rate
from cxstudio.model import GROUP_VOICE, Document, Id, Journey, Participant, Round, TouchpointRatings
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.model.questions import FIGURES
from cxstudio.model.rounds import is_counted
from cxstudio.store import Draft
from cxstudio.wording import Texts

ONE_VOICE = (RoundKind.GROUP, RoundKind.TARGET)
"""Rounds that hold one consensus value instead of single answers."""


class Refusal(StrEnum):
    """Why a value cannot be set here."""

    MEAN = "mean"
    """Several people answered; their mean cannot be dragged."""
    SURVEY = "survey"
    """Counts of a survey are not edited by hand."""
    CLOSED = "closed"
    NEEDS_PERSON = "needs_person"
    """A round of single answers, but nobody is chosen to rate as."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rating goes: the round (None: a group round is started), and the key of the voice."""

    round: Id | None
    voice: Id


def place_of_rating(document: Document, shown: Round | None, voice: Id, touchpoint: Id) -> Place | Refusal:
    """Where a value that a voice gives this touchpoint goes, or why it cannot."""
    if shown is None:
        return Place(None, GROUP_VOICE)
    if shown.state is RoundState.CLOSED:
        return Refusal.CLOSED
    if shown.kind in ONE_VOICE:
        return Place(shown.id, GROUP_VOICE)
    if is_counted(document, shown.id, touchpoint):
        return Refusal.SURVEY
    if voice != GROUP_VOICE:
        return Place(shown.id, voice)
    if shown.kind is RoundKind.SURVEY:
        return Refusal.SURVEY
    return Refusal.MEAN if answers_of_others(document, shown.id, touchpoint, voice) else Refusal.NEEDS_PERSON


def may_drag(document: Document, shown: Round | None, voice: Id, touchpoint: Id, figure: str) -> Place | Refusal:
    """As `place_of_rating`, but what is dragged must be this voice's own value and no mean."""
    place = place_of_rating(document, shown, voice, touchpoint)
    if isinstance(place, Refusal) or place.round is None:
        return place
    return Refusal.MEAN if answers_of_others(document, place.round, touchpoint, place.voice, figure) else place


def answers_of_others(document: Document, round_id: Id, touchpoint: Id, voice: Id, figure: str = "") -> bool:
    """Whether anybody but this voice answered (one figure, or any)."""
    for ratings in document.having(TouchpointRatings, "touchpoint", touchpoint):
        if ratings.round == round_id:
            figures = (figure,) if figure else FIGURES
            return any(key != voice for name in figures for key in getattr(ratings, name))
    return False


def own_value(document: Document, place: Place, touchpoint: Id, figure: str) -> int | None:
    """The answer this voice has given so far."""
    for ratings in document.having(TouchpointRatings, "touchpoint", touchpoint):
        if ratings.round == place.round:
            value: int | None = getattr(ratings, figure).get(place.voice)
            return value
    return None


def rate_as(draft: Draft, journey: Id, place: Place, touchpoint: Id, figure: str, value: int | None) -> None:
    """Write one answer where it belongs; starts the group's round where there is none yet."""
    round_id = place.round or group_round(draft, journey)
    rate(draft, round_id, touchpoint, place.voice, figure, value)


def open_group_round(draft: Draft, journey: Id, like: Round | None) -> Id:
    """Show the group's own round from now on, on the scale and for the persona of the one shown so far."""
    values = {} if like is None else {"scale": like.scale, "persona": like.persona, "view": like.view, "day": like.day}
    round_id = group_round(draft, journey, **values)
    draft.update(Journey, journey, shown_round=round_id)
    return round_id


def voice_here(document: Document, voice: Id, shown: Round | None, texts: Texts) -> str:
    """As whom values are set in a round: the target where it holds what one wants to reach, else the voice."""
    return texts.tr("Target") if is_target(shown) else voice_name(document, voice, texts)


def is_target(shown: Round | None) -> bool:
    """Whether a round holds values one wants to reach."""
    return shown is not None and shown.kind is RoundKind.TARGET


def voice_name(document: Document, voice: Id, texts: Texts) -> str:
    """What a voice is called: the group, a person's name or role, or their number."""
    person = document.find(voice)
    if not isinstance(person, Participant):
        return texts.tr("Group")
    number = [p.id for p in document.all(Participant)].index(voice) + 1
    return person.name or person.role or texts.tr("Person {number}", number=number)


def refusal_sentence(refusal: Refusal, texts: Texts) -> str:
    """Why, and what can be done instead."""
    return {
        Refusal.MEAN: texts.tr("This is the mean of several people and cannot be dragged."),
        Refusal.SURVEY: texts.tr("These are answers of a survey; they are not edited by hand."),
        Refusal.CLOSED: texts.tr("This round is closed."),
        Refusal.NEEDS_PERSON: texts.tr("This round holds single answers. Choose a person to rate as."),
    }[refusal]
