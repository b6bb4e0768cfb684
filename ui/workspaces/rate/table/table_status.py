"""What the status line says beside the grid."""

from __future__ import annotations

from cxstudio.model.questions import BY_NAME
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import short_basis
from cxstudio.wording.figures.voice_sentences import voice_name
from ui.context.context import Context
from ui.workspaces.rate.table.answer_table_model import RatingTable
from ui.workspaces.workspace_base import Status


def grid_status(context: Context, table: RatingTable, figure: str) -> Status:
    """How many touchpoints and people, and what keys do now."""
    texts, now = context.texts, table.asked
    left = [texts.trn("{n} touchpoint", "{n} touchpoints", len(table.touchpoints))]
    right: tuple[str, ...] = ()
    figures = table.figures
    if figures is not None and now.round is not None:
        left.append(short_basis(now.round, figures.n, texts, figures))
    if now.open and not context.session.read_only and now.round is not None and now.own is not None:
        name = texts.tr(figure_label(figure))
        left.append(texts.tr("Digits set: {figure} ({key})", figure=name, key=BY_NAME[figure].key))
        left.append(texts.tr("S skips · K critical · * stardust · ? why"))
        right = (texts.tr("Rating as: {voice}", voice=voice_name(context.document, now.own, texts)),)
    return Status(tuple(left), right)
