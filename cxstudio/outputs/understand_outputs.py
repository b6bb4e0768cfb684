"""What the workspace Understand hands on: boards, sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.model import Document, Id
    from cxstudio.render.drawing import Drawing


def has_empathy(document: Document, journey: Id | None = None) -> bool:
    """Whether any persona has an empathy map."""
    from cxstudio.render.picture_files.board_files import persona_with_notes

    return persona_with_notes(document) is not None


def empathy_drawn(document: Document, order: Order) -> Drawing:
    """The empathy map of the persona the details name."""
    from cxstudio.render.picture_files.board_files import PersonaOrder, empathy_drawing

    return empathy_drawing(document, order.language, order.detailed(PersonaOrder), order.assets)


def has_stakeholders(document: Document, journey: Id | None = None) -> bool:
    """Whether anybody is on the stakeholder map."""
    from cxstudio.model import Stakeholder

    return bool(document.all(Stakeholder))


def stakeholders_drawn(document: Document, order: Order) -> Drawing:
    """The stakeholder map around the persona the details name."""
    from cxstudio.render.picture_files.board_files import PersonaOrder, stakeholder_drawing

    return stakeholder_drawing(document, order.language, order.detailed(PersonaOrder))


def has_personas(document: Document, journey: Id | None = None) -> bool:
    """Whether there is a persona."""
    from cxstudio.model import Persona

    return bool(document.all(Persona))


def make_persona_sheet(document: Document, order: Order, _: Progress) -> Made:
    """The sheet of the persona the details name, else of the first one."""
    from cxstudio.documents.persona_sheet import persona_pdf
    from cxstudio.model import Persona
    from cxstudio.render.picture_files.board_files import PersonaOrder

    wanted = order.detailed(PersonaOrder).persona
    first = next((p.id for p in document.all(Persona)), "")
    made = persona_pdf(document, wanted if wanted in document and wanted else first, order.assets, order.language)
    return Made(made.pdf, made.notices)


def has_changes(document: Document, journey: Id | None = None) -> bool:
    """Whether anything is written about what was changed."""
    from cxstudio.model import CustomerChange

    return bool(document.all(CustomerChange))


def make_changes_pdf(document: Document, order: Order, _: Progress) -> Made:
    """What we changed, as one page."""
    from cxstudio.documents.changes_sheet import changes_pdf

    made = changes_pdf(document, order.language)
    return Made(made.pdf, made.notices)


def make_changes_html(document: Document, order: Order, _: Progress) -> Made:
    """What we changed, for the browser."""
    from cxstudio.documents.changes_sheet import changes_html

    return Made(changes_html(document, order.language))
