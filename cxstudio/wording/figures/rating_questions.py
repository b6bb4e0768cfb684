"""The questions of a rating as they are asked: the round's own wording or the fixed one, with the scale's ends."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model import Document, Persona, Round
from cxstudio.model.kinds import View
from cxstudio.wording.fields.question_words import WORDS
from cxstudio.wording.figures.figure_sentences import ends_words, in_words
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
    known = document.find(round_.persona) if round_ is not None else None
    name = in_words(known, texts) if isinstance(known, Persona) and known.name else texts.tr("the customer")
    scale = round_.scale if round_ is not None else document.project.scale
    fixed = WORDS[figure]
    customers = round_ is not None and round_.view is View.CUSTOMERS
    text = texts.tr((customers and fixed.of_customers) or fixed.text, persona=name)
    asked = round_.wording.get(figure, "") if round_ is not None else ""
    ends = texts.tr(fixed.ends, **ends_words(figure, texts, scale))
    return Question(figure, texts.tr(fixed.name), asked or text, ends)
