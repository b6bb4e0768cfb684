"""Whose figures a slide shows; no names."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.wording.figures.figure_sentences import short_basis, view_words
from cxstudio.wording.texts import Texts


def basis_of(document: Document, figures: RoundFigures | None, texts: Texts, n: int | None = None) -> str:
    """View, number of people and day; "" without figures."""
    found = document.find(figures.round) if figures is not None else None
    if figures is None or not isinstance(found, Round):
        return ""
    people = figures.n if n is None else n
    told = people or found.kind is RoundKind.TARGET
    said = short_basis(found, people, texts) if told else view_words(found.view, texts)
    return f"{said} · {texts.long_date(found.day)}" if found.day is not None else said


def are_targets(document: Document, figures: RoundFigures | None) -> bool:
    """Whether nobody experienced these values: they are what one wants to reach."""
    found = document.find(figures.round) if figures is not None else None
    return isinstance(found, Round) and found.kind is RoundKind.TARGET
