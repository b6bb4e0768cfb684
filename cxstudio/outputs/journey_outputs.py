"""A journey for other programs, and its round as sheet or questionnaire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.model import Document


@dataclass(frozen=True, slots=True)
class SheetDetails:
    """What a rating sheet asks: its touchpoints and questions."""

    every: bool = False
    """Every touchpoint, not only those of the shortlist."""
    shortlist: bool = False
    """Only the shortlist, also while touchpoints nobody has looked at are left."""
    quick: bool = False
    """The one quick question only."""


def make_rating_sheet(document: Document, order: Order, progress: Progress) -> Made:
    """The round shown, to be filled in with a pen."""
    from cxstudio.analysis.journeys.first_pass import to_rate
    from cxstudio.documents.rating_sheet import rating_sheet_pdf
    from cxstudio.model.rounds import shown_round

    details = order.detailed(SheetDetails)
    round_ = shown_round(document, order.about)
    listed = None if details.every else to_rate(document, order.about, chosen=details.shortlist).touchpoints
    made = rating_sheet_pdf(
        document, order.about, round_.id if round_ else None, order.language,
        touchpoints=listed, quick=details.quick, progress=progress,
    )  # fmt: skip
    return Made(made.pdf, made.notices)


def make_mermaid(document: Document, order: Order, _: Progress) -> Made:
    """The journey as Mermaid, with what that cannot hold."""
    from cxstudio.exchange.mermaid.mermaid_export import export_mermaid
    from cxstudio.wording import texts

    exported = export_mermaid(document, order.about)
    return Made(exported.text.encode(), tuple(lost.said(texts(order.language)) for lost in exported.lost))


def make_opml(document: Document, order: Order, _: Progress) -> Made:
    """The journey as outline."""
    from cxstudio.exchange.outlines.opml_outline import write_opml

    return Made(write_opml(document, order.about).encode())


def make_questionnaire(document: Document, order: Order, _: Progress) -> Made:
    """The questions of the round as text."""
    from cxstudio.exchange.questionnaires.questionnaire import as_text, questionnaire

    return Made(as_text(questionnaire(document, order.about, order.language), order.language).encode("utf-8-sig"))


def make_questionnaire_list(document: Document, order: Order, _: Progress) -> Made:
    """The questions, one a line."""
    from cxstudio.exchange.questionnaires.questionnaire import as_list, questionnaire

    return Made(as_list(questionnaire(document, order.about, order.language)).encode("utf-8-sig"))


def make_limesurvey(document: Document, order: Order, _: Progress) -> Made:
    """The questions as a survey of LimeSurvey."""
    from cxstudio.exchange.questionnaires.questionnaire import as_limesurvey, questionnaire

    return Made(as_limesurvey(questionnaire(document, order.about, order.language), order.language).encode())
