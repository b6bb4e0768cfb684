"""The questions of a rating as they are asked: the round's own wording or the fixed one, with the scale's ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.model import Document, Persona, Round
from cxstudio.model.kinds import View
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import ends_words
from cxstudio.wording.texts import N_, Texts


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it fills, how it is asked, and what its ends mean."""

    figure: str
    name: str
    text: str
    ends: str


class _Fixed(NamedTuple):
    """The fixed wording of a question, and the ends of its scale."""

    text: str
    ends: str
    of_customers: str = ""
    """Wording for customers themselves; "" where all are asked alike."""


_GOOD: Final = N_("{low} = very bad … {high} = very good")
_FIXED: Final = {
    "expectation": _Fixed(N_("What does {persona} expect here?"), _GOOD, N_("How good did you expect this to be?")),
    "experience": _Fixed(N_("How does {persona} experience it?"), _GOOD, N_("How good was it really?")),
    "emotion": _Fixed(N_("How does it feel?"), _GOOD),
    "importance": _Fixed(N_("How important is it?"), N_("{low} = unimportant … {high} = decisive")),
    "quick": _Fixed(
        N_("Measured against the expectation?"), N_("{low} = much worse … 0 = as expected … {high} = much better")
    ),
}


def question(figure: str, document: Document, round_: Round | None, texts: Texts) -> Question:
    """One of the questions people answer one by one; without a round as a group would be asked. Raises KeyError."""
    known = document.find(round_.persona) if round_ is not None else None
    name = known.name if isinstance(known, Persona) and known.name else texts.tr("the customer")
    scale = round_.scale if round_ is not None else document.project.scale
    fixed = _FIXED[figure]
    customers = round_ is not None and round_.view is View.CUSTOMERS
    text = texts.tr((customers and fixed.of_customers) or fixed.text, persona=name)
    asked = round_.wording.get(figure, "") if round_ is not None else ""
    ends = texts.tr(fixed.ends, **ends_words(figure, texts, scale))
    return Question(figure, texts.tr(figure_label(figure)), asked or text, ends)
