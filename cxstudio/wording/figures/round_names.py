"""What a round is called among the others of its journey: title, day, view and how many people."""

from __future__ import annotations

from typing import Final

from cxstudio.model import Document, Id, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.figure_sentences import short_basis
from cxstudio.wording.texts import N_, Texts

_UNTITLED: Final = {RoundKind.GROUP: N_("Group value"), RoundKind.TARGET: N_("Target values")}


def numbered_name(document: Document, shown: Round, texts: Texts) -> str:
    """Title, else the group's value or the number among the journey's rounds."""
    if shown.title:
        return shown.title
    if shown.kind in _UNTITLED:
        return texts.tr(_UNTITLED[shown.kind])
    number = [r.id for r in document.having(Round, "journey", shown.journey)].index(shown.id) + 1
    return texts.tr("Round {number}", number=number)


def next_name(document: Document, journey: Id, texts: Texts) -> str:
    """What the next round of a journey is called."""
    return texts.tr("Round {number}", number=len(document.having(Round, "journey", journey)) + 1)


def round_status(document: Document, shown: Round, people: int, texts: Texts) -> str:
    """The round as the status line names it; without a number of people where that is 0."""
    parts = [numbered_name(document, shown, texts)]
    if shown.day is not None and texts.long_date(shown.day, year=False) not in parts[0]:
        parts.append(texts.long_date(shown.day, year=False))
    if people > 0 and shown.kind not in _UNTITLED:
        parts.append(short_basis(shown, people, texts))
    elif shown.kind is not RoundKind.TARGET:
        parts.append(texts.tr(choice_label(shown.view)))
    return " · ".join(parts)
