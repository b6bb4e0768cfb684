"""What a round is called where its values are drawn over another one's."""

from __future__ import annotations

from cxstudio.model import Document, Persona, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.wording.fields.record_names import round_name
from cxstudio.wording.texts import Texts


def over_name(document: Document, over: Round, shown: Round | None, texts: Texts) -> str:
    """ "Target", the persona where it is another one's round, else the round's own name."""
    if over.kind is RoundKind.TARGET:
        return over.title or texts.tr("Target")
    persona = document.find(over.persona)
    if isinstance(persona, Persona) and persona.name and (shown is None or shown.persona != persona.id):
        return persona.name
    return round_name(over, texts)


def other_scale(document: Document, over: Round, shown: Round | None, texts: Texts) -> str:
    """Why a round's values cannot be drawn over the one shown."""
    return texts.tr(
        "{name} has a scale from 1 to {points}, the round shown one from 1 to {shown}. They are never "
        "drawn on one axis.",
        name=texts.quoted(over_name(document, over, shown, texts)),
        points=texts.number(over.scale),
        shown=texts.number(shown.scale if shown is not None else document.project.scale),
    )


def nothing_to_show(document: Document, over: Round, shown: Round | None, texts: Texts) -> str:
    """Why a round has nothing to be drawn."""
    return texts.tr(
        "{name} has no values of this figure yet.", name=texts.quoted(over_name(document, over, shown, texts))
    )
