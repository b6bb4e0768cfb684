"""What a tooltip and a screen reader say about a card or a way of the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.layout.flow import Card, WayLine
from cxstudio.model import Touchpoint
from cxstudio.wording.findings.transition_sentences import mark_lines, spoken_touchpoint, way_line

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.flow.flow_model import FlowModel


def hint_at(context: Context, model: FlowModel, card: Card | None, way: WayLine | None) -> str:
    """The tooltip over a card or way; "" over neither."""
    texts = context.texts
    if card is not None:
        found = context.document.find(card.touchpoint)
        if isinstance(found, Touchpoint):
            return "\n".join([found.name[:500], *mark_lines(context.flow.marks_at(found.id), texts)])
        return texts.trn("{n} touchpoint folded", "{n} touchpoints folded", len(card.hidden))
    return spoken_way(context, model, way) if way is not None else ""


def spoken_way(context: Context, model: FlowModel, way: WayLine) -> str:
    """A way on one line."""
    layout, document = model.layout, context.document
    if layout is None:
        return ""
    source = layout.cards[way.source].touchpoint
    target = layout.cards[way.target].touchpoint if way.target is not None else None
    if source not in document or (way.target is not None and target not in document):
        return context.tr("Paths to and from folded touchpoints")
    assert source is not None
    return way_line(document, source, target, way.kind, way.share, context.texts, assumed=way.assumed, drawn=way.drawn)


def spoken(context: Context, model: FlowModel) -> str:
    """What is selected, for screen readers."""
    way = model.way
    if way is not None:
        return spoken_way(context, model, way)
    record, state = context.selection.record, context.flow.state
    if not isinstance(record, Touchpoint) or state is None:
        return ""
    return spoken_touchpoint(context.document, record, state.flow.ways, context.flow.marks_at(record.id), context.texts)
