"""The questions of a rating as they are asked: the round's own wording or the fixed one, with the scale's ends."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model import Document, Persona, Round
from cxstudio.model.kinds import View
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it fills, how it is asked, and what its ends mean."""

    figure: str
    name: str
    text: str
    ends: str


def question(figure: str, document: Document, round_: Round | None, texts: Texts) -> Question:
    """One of the questions people answer one by one; without a round as a group would be asked. Raises KeyError."""
    tr = texts.tr
    view = round_.view if round_ is not None else View.EMPLOYEES
    persona = document.find(round_.persona) if round_ is not None else None
    known = isinstance(persona, Persona) and bool(persona.name)
    name = persona.name if isinstance(persona, Persona) and known else tr("the customer")
    top = round_.scale if round_ is not None else document.project.scale
    if view is View.CUSTOMERS:
        expectation, experience = tr("How good did you expect this to be?"), tr("How good was it really?")
    else:
        expectation = tr("What does {persona} expect here?", persona=name)
        experience = tr("How does {persona} experience it?", persona=name)
    good = tr("1 = very bad … {top} = very good", top=top)
    text, ends = {
        "expectation": (expectation, good),
        "experience": (experience, good),
        "emotion": (tr("How does it feel?"), tr("−3 = very bad … +3 = very good")),
        "importance": (tr("How important is it?"), tr("1 = unimportant … {top} = decisive", top=top)),
        "quick": (
            tr("Measured against the expectation?"),
            tr("−3 = much worse … 0 = as expected … +3 = much better"),
        ),
    }[figure]
    asked = round_.wording.get(figure, "") if round_ is not None else ""
    return Question(figure, tr(figure_label(figure)), asked or text, ends)
