"""What a workshop needs on paper and what comes of it: slips, cards, agenda, wall templates, minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.outputs.output import Made, Make, Order
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.model import Document


@dataclass(frozen=True, slots=True)
class MethodDetails:
    """Which method cards are printed."""

    cards: tuple[str, ...] = ()
    """Their ids; empty: all of them."""


@dataclass(frozen=True, slots=True)
class AgendaDetails:
    """Which workshops are handed on."""

    workshops: tuple[str, ...] = ()
    """Their ids; empty: all of them."""


def make_vote_slips(document: Document, order: Order, _: Progress) -> Made:
    """Slips of the vote under way."""
    from cxstudio.documents.vote_slips import vote_slips_pdf

    made = vote_slips_pdf(document, order.language)
    return Made(made.pdf, made.notices)


def make_method_cards(document: Document, order: Order, _: Progress) -> Made:
    """The cards chosen, else all."""
    from cxstudio.documents.method_cards import method_cards_pdf

    made = method_cards_pdf(order.detailed(MethodDetails).cards, order.language, document.project.accent)
    return Made(made.pdf, made.notices)


def make_agenda(document: Document, order: Order, _: Progress) -> Made:
    """The hand-out of the workshops chosen, else of all."""
    from cxstudio.documents.agenda import agenda_pdf

    made = agenda_pdf(document, order.language, order.detailed(AgendaDetails).workshops)
    return Made(made.pdf, made.notices)


def make_agenda_ics(document: Document, order: Order, _: Progress) -> Made:
    """A calendar entry for each workshop."""
    from datetime import UTC, datetime

    from cxstudio.exchange.action_plan.workshop_ics import workshops_ics

    chosen = order.detailed(AgendaDetails).workshops
    return Made(workshops_ics(document, order.language, chosen, now=datetime.now(UTC)))


def wall_template(wall: str) -> Make:
    """An empty template of this kind."""

    def make(document: Document, order: Order, _: Progress) -> Made:
        from cxstudio.documents.wall_templates.wall_details import WallDetails
        from cxstudio.documents.wall_templates.wall_pdf import wall_pdf

        made = wall_pdf(wall, order.language, order.detailed(WallDetails), document.project.accent)
        return Made(made.pdf, made.notices)

    return make


def make_minutes_pdf(document: Document, order: Order, progress: Progress) -> Made:
    """Minutes on pages, with photos."""
    from cxstudio.documents.minutes.minutes_details import MinutesDetails
    from cxstudio.documents.minutes.minutes_pdf import minutes_pdf

    made = minutes_pdf(document, order.assets, order.language, order.detailed(MinutesDetails), progress=progress)
    return Made(made.pdf, made.notices)


def make_minutes_markdown(document: Document, order: Order, _: Progress) -> Made:
    """Minutes as text."""
    from cxstudio.documents.minutes.minutes_details import MinutesDetails
    from cxstudio.documents.minutes.minutes_pdf import minutes_markdown

    return Made(minutes_markdown(document, order.language, order.detailed(MinutesDetails)))
