"""What stands beside before and after: what got worse elsewhere, what has no value before, figures of the journey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cxstudio.analysis.change.change_values import RoundChanges
from cxstudio.analysis.change.control_figures import ControlFigures
from cxstudio.analysis.change.loyalty_change import JourneyFigureChange
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.figures.loyalty_sentences import figure_name, figure_words
from cxstudio.wording.texts import N_, Texts

_MOST: Final = 5
_APART: Final = (
    ("new", N_("New since: {names}.")),
    ("dropped", N_("No longer there: {names}.")),
)


def worse_words(document: Document, found: ControlFigures, texts: Texts) -> str:
    """Where it got worse: "Without a measure and lower than before: Meter photo −0.1."; empty for nowhere."""
    rows = {row.touchpoint: row for row in found.rows}
    said = [f"{short_name(document, t)} {texts.signed(rows[t].change.difference)}" for t in found.worse]
    if not said:
        return ""
    return texts.tr("Without a measure and lower than before: {names}.", names=_listed(said))


def apart_words(document: Document, changes: RoundChanges, texts: Texts) -> str:
    """Touchpoints without a value before, because the journey is another one: listed, and never averaged."""
    said = [
        texts.tr(text, names=_listed(_names(document, getattr(changes, field))))
        for field, text in _APART
        if getattr(changes, field)
    ]
    for origin, parts in changes.split:
        (name,) = _names(document, (origin,)) or ("",)
        said.append(texts.tr("{name} became several: {names}.", name=name, names=_listed(_names(document, parts))))
    if said:
        said.append(texts.tr("These are not compared."))
    return " ".join(said)


def journey_lines(changes: Iterable[JourneyFigureChange], texts: Texts) -> list[str]:
    """Figures of the whole journey before and after: "NPS: +12 → +20"."""
    return [
        f"{figure_name(one.figure, texts)}: {figure_words(one.before, texts)} → {figure_words(one.after, texts)}"
        for one in changes
    ]


def _names(document: Document, touchpoints: Iterable[Id]) -> list[str]:
    return [short_name(document, t) for t in touchpoints if isinstance(document.find(t), Touchpoint)]


def _listed(names: Sequence[str]) -> str:
    more = ["…"] if len(names) > _MOST else []
    return ", ".join([*names[:_MOST], *more])
