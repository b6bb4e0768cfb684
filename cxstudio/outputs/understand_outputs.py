"""What the workspace Understand hands on: boards, sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.outputs.output import Order

if TYPE_CHECKING:
    from cxstudio.model import Document, Id
    from cxstudio.render.drawing import Drawing


def has_empathy(document: Document, journey: Id | None = None) -> bool:
    """Whether any persona has an empathy map."""
    from cxstudio.render.board_files import persona_with_notes

    return persona_with_notes(document) is not None


def empathy_drawn(document: Document, order: Order) -> Drawing:
    """The empathy map of the persona the details name."""
    from cxstudio.render.board_files import PersonaOrder, empathy_drawing

    return empathy_drawing(document, order.language, order.detailed(PersonaOrder), order.assets)


def has_stakeholders(document: Document, journey: Id | None = None) -> bool:
    """Whether anybody is on the stakeholder map."""
    from cxstudio.model import Stakeholder

    return bool(document.all(Stakeholder))


def stakeholders_drawn(document: Document, order: Order) -> Drawing:
    """The stakeholder map around the persona the details name."""
    from cxstudio.render.board_files import PersonaOrder, stakeholder_drawing

    return stakeholder_drawing(document, order.language, order.detailed(PersonaOrder))
