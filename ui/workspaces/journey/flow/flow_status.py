"""What the status line says about the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.wording.findings.transition_sentences import ways_shown
from ui.workspaces.workspace_base import Status

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.flow.flow_model import FlowModel


def flow_status(context: Context, model: FlowModel) -> Status | None:
    """Left: touchpoints, ways, and how a way is drawn. Right: the zoom."""
    layout, texts = model.layout, context.texts
    if layout is None:
        return None
    total = sum(band.touchpoints for band in layout.stages)
    left = [
        texts.trn("{n} touchpoint", "{n} touchpoints", total),
        ways_shown(len(layout.ways), layout.known_ways, texts),
    ]
    if not context.session.read_only:
        left.append(texts.tr("Drag from card to card to draw a path"))
    return Status(tuple(left), (texts.share(model.zoom.value),))
