"""The selected thing, and any touchpoint, in words for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.model import Document, Measure, Note, Stage, Touchpoint
from cxstudio.wording import Texts
from cxstudio.wording.figures.figure_sentences import verdict_words

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel


def spoken(context: Context, model: MapModel) -> str:
    """Name, stage, place and figures of what is selected."""
    texts, document = context.texts, context.document
    record, many = context.selection.record, len(context.selection.ids)
    if many > 1:
        return texts.trn("{n} selected", "{n} selected", many)
    if isinstance(record, Stage):
        count = len(document.touchpoints(record.id))
        return f"{record.name}, " + texts.trn("stage with {n} touchpoint", "stage with {n} touchpoints", count)
    if isinstance(record, Note):
        return record.text
    if isinstance(record, Measure):
        return record.title
    if not isinstance(record, Touchpoint):
        return ""
    return touchpoint_words(document, model.figures, record, texts)


def touchpoint_words(document: Document, figures: RoundFigures | None, touchpoint: Touchpoint, texts: Texts) -> str:
    """Name, stage and place, expectation, experience, delta with its verdict, and marks."""
    row = [t.id for t in document.touchpoints(touchpoint.stage)]
    stage = document.get(Stage, touchpoint.stage).name
    parts = [
        touchpoint.name or texts.tr("Unnamed touchpoint"),
        texts.tr("{stage}, {place} of {all}", stage=stage, place=row.index(touchpoint.id) + 1, all=len(row)),
    ]
    found = figures.of(touchpoint.id) if figures is not None else None
    for name, words in (("expectation", texts.tr("expectation")), ("experience", texts.tr("experience"))):
        summary = getattr(found, name, None)
        if summary is not None:
            parts.append(f"{words} {texts.number(summary.mean, 1)}")
    if found is not None and found.delta is not None:
        parts.append(texts.tr("delta") + " " + texts.signed(found.delta.mean))
        parts += [] if found.verdict is Verdict.UNKNOWN else [verdict_words(found.verdict, texts)]
    if is_critical(figures, touchpoint):
        parts.append(texts.tr("critical"))
    if touchpoint.stardust:
        parts.append(texts.tr("stardust"))
    return ", ".join(parts)
