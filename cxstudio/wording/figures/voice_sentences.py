"""As whom somebody rates, what was set, and why something cannot be: in words."""

from __future__ import annotations

from typing import Final

from cxstudio.edits.rating.voices import Refusal
from cxstudio.model import Document, Id, Participant, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import written_value
from cxstudio.wording.texts import N_, Texts

_WHY: Final[dict[Refusal, str]] = {
    Refusal.MEAN: N_("This is the mean of several people and cannot be dragged."),
    Refusal.SURVEY: N_("These are answers of a survey; they are not edited by hand."),
    Refusal.CLOSED: N_("This round is closed."),
    Refusal.NEEDS_PERSON: N_("This round holds single answers. Choose a person to rate as."),
}


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
    return texts.tr(_WHY[refusal])


def set_words(figure: str, value: int, who: str, texts: Texts) -> str:
    """What was set, and as whom: "Emotion: −2 · Group"."""
    return f"{texts.tr(figure_label(figure))}: {written_value(figure, value, texts, 0)} · {who}"
