"""What the status line says about the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.round_names import round_status
from cxstudio.wording.figures.voice_sentences import voice_here
from cxstudio.wording.plan.progress_sentences import outcome_words
from ui.workspaces.workspace_base import Status

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map.map_view import MapView
    from ui.workspaces.journey.map_model.map_model import MapModel


def map_status(context: Context, model: MapModel, view: MapView) -> Status:
    """Left: what is in view, how many are critical, as whom one rates. Right: the round and the zoom."""
    layout, texts, journey = model.layout, context.texts, model.journey
    if layout is None or journey is None:
        return Status()
    begin, end = view.window_rect.left(), view.window_rect.right()
    seen = sum(1 for c in layout.columns if c.x < end and c.x + c.width > begin and c.touchpoint)
    total = sum(s.touchpoints for s in layout.stages)
    left = [
        texts.trn(
            "{seen} of {n} touchpoint in view", "{seen} of {n} touchpoints in view", total, seen=texts.number(seen)
        )
    ]
    if (many := len(context.selection.ids)) > 1:
        left.append(texts.trn("{n} selected", "{n} selected", many))
    figures = model.figures
    if model.outcome.critical:
        left.append("!" + outcome_words(model.outcome, texts))
    figure = texts.tr(figure_label(context.selection.figure))
    shown = context.bridge.shown_round(journey)
    voice = voice_here(context.document, context.selection.voice, shown, texts)
    left.append(texts.tr("Rating as: {voice}", voice=voice))
    left.append(texts.tr("Digits: {figure}", figure=figure))
    right = [] if shown is None else [round_status(context.document, shown, figures.n if figures else 0, texts)]
    right.append(texts.share(model.zoom.value))
    return Status(tuple(left), tuple(right))
