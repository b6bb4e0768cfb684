"""Ideas as the plane of effort and impact shows them: numbered as they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxstudio.layout.boards.plan_items import Plan, PlanGroup, PlanItem
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Idea, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.texts import Texts


def plan_of_ideas(document: Document, ideas: Sequence[Idea], texts: Texts, fonts: FontBook | None = None) -> Plan:
    """These ideas, each with its number from 1."""
    items = tuple(_item(document, idea, number, texts) for number, idea in enumerate(ideas, 1))
    return Plan((PlanGroup("", "", items),), date.min, texts, fonts or font_book())


def _item(document: Document, idea: Idea, number: int, texts: Texts) -> PlanItem:
    title = idea_words(idea, texts)
    measure = texts.tr("is a measure") if document.having(Measure, "ideas", idea.id) else ""
    spoken = ". ".join(part for part in (f"{number}. {title}", measure) if part)
    return PlanItem(
        measure=idea.id, number=number, title=title, line="", status=MeasureStatus.IDEA, words=measure,
        due_words="", overdue=False, at_risk=False, in_cycle=False, progress=0, start=None, due=None,
        effort=idea.effort, impact=idea.impact, depends_on=(), spoken=spoken,
    )  # fmt: skip
