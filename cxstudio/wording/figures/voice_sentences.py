"""As whom somebody rates, what was set, and why something cannot be: in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from cxstudio.edits.rating.voices import Refusal
from cxstudio.model import Document, Id, Participant, Round, Touchpoint
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

Mark = Literal["critical", "stardust"]
_MARKS: Final[dict[tuple[Mark, bool], str]] = {
    ("critical", True): N_("critical"),
    ("critical", False): N_("not critical"),
    ("stardust", True): N_("stardust"),
    ("stardust", False): N_("no longer stardust"),
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


def set_words_at(touchpoint: Touchpoint, figure: str, value: int | None, texts: Texts) -> str:
    """What was set where, None for an answer skipped: "Hotline: Emotion −2"."""
    said = texts.tr("no answer") if value is None else written_value(figure, value, texts, 0)
    return f"{touchpoint.name}: {texts.tr(figure_label(figure))} {said}"


def mark_words(touchpoints: Sequence[Touchpoint], mark: Mark, on: bool, texts: Texts) -> str:
    """Which mark touchpoints have now, or have no longer: "Hotline: critical"."""
    said = texts.tr(_MARKS[mark, on])
    if len(touchpoints) > 1:
        return texts.trn("{n} touchpoint", "{n} touchpoints", len(touchpoints)) + f": {said}"
    return f"{touchpoints[-1].name}: {said}"
