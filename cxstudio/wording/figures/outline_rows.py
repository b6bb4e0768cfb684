"""A journey as an outline: stages, touchpoints and what hangs on them, with every figure in words and numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary, TouchpointFigures
from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    Id,
    Measure,
    Note,
    Picture,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from cxstudio.model.questions import FULL
from cxstudio.steps import Steps, finished, gathered
from cxstudio.wording.fields.field_table import choice_label, figure_label
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import agreement_words, judged_words, written_value
from cxstudio.wording.texts import DASH, N_, Texts

NAME: Final = "name"
FIGURES: Final = ("importance", "expectation", "experience", "delta", "emotion", "agreement")
COLUMNS: Final[dict[str, str]] = {
    NAME: N_("Touchpoint"),
    "channels": N_("Channels"),
    "departments": N_("Departments"),
    **{figure: figure_label(figure) for figure in FIGURES},
    "marks": N_("Marks"),
}
"""Column → its heading, in the order they are shown."""
RATED: Final = FULL
"""Columns that hold the mean of answers."""
NAMED: Final = ("channels", "departments")
"""Columns that hold names of other records, with commas between them."""
EDITED: Final[dict[type[Record], str]] = {
    Stage: "name",
    Touchpoint: "name",
    Note: "text",
    Measure: "title",
    BackstageStep: "text",
    Picture: "alternative_text",
}
"""Kind of record → the field its row edits."""


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """One row, and the rows below it."""

    record: Id
    children: tuple[OutlineNode, ...] = ()


def outline(document: Document, journey: Id) -> tuple[OutlineNode, ...]:
    """The stages of a journey, each with its touchpoints, each with what hangs on it; in the order of the map."""
    return finished(outline_in_steps(document, journey))


def outline_in_steps(document: Document, journey: Id) -> Steps[tuple[OutlineNode, ...]]:
    """The same in steps."""
    made = []
    for stage in document.stages(journey):
        touchpoints = yield from gathered(_touchpoint(document, t.id) for t in document.touchpoints(stage.id))
        made.append(OutlineNode(stage.id, tuple(touchpoints)))
    return tuple(made)


def _touchpoint(document: Document, touchpoint: Id) -> OutlineNode:
    hanging: tuple[Record, ...] = (
        *document.having(Note, "about", touchpoint),
        *document.having(BackstageStep, "touchpoint", touchpoint),
        *document.having(Transition, "source", touchpoint),
        *document.having(Picture, "about", touchpoint),
        *document.having(Measure, "touchpoints", touchpoint),
    )
    return OutlineNode(touchpoint, tuple(OutlineNode(r.id) for r in hanging))


def is_edited(record: Record, column: str) -> bool:
    """Whether a cell is edited: as a text, or by picking names."""
    if column == NAME:
        return type(record) in EDITED or isinstance(record, Transition)
    return column in NAMED and isinstance(record, Touchpoint)


def edited_text(document: Document, record: Record, column: str, texts: Texts) -> str | None:
    """What editing a cell starts with, of a way its share in per cent; None where nothing can be typed."""
    if column == NAME and isinstance(record, Transition):
        known = "" if record.share is None else texts.number(record.share * 100)
        return f"≈ {known}" if known and record.assumed else known
    if column == NAME:
        field = EDITED.get(type(record))
        return None if field is None else str(getattr(record, field))
    return None


def cell(document: Document, figures: RoundFigures | None, record: Record, column: str, texts: Texts) -> str:
    """What a cell shows; empty where there is nothing to say."""
    if column == NAME:
        return _line(document, record, texts)
    if not isinstance(record, Touchpoint):
        return ""
    if column in NAMED:
        return _names(document, record, column)
    if column == "marks":
        return ", ".join(_marks(figures, record, texts))
    found = figures.of(record.id) if figures is not None else None
    return _figure(found, column, texts) if found is not None else DASH


def heard(document: Document, figures: RoundFigures | None, record: Record, column: str, texts: Texts) -> str:
    """A cell as a screen reader says it: a figure with what it is, a verdict and an agreement in words."""
    shown = cell(document, figures, record, column, texts)
    if column == NAME:
        return f"{shown}, {_count(document, record, texts)}" if isinstance(record, Stage) else shown
    if not isinstance(record, Touchpoint):
        return ""
    found = figures.of(record.id) if figures is not None else None
    if column == "delta" and found is not None and found.delta is not None:
        shown = ", ".join(part for part in (shown, judged_words(found, texts)) if part)
    value = texts.tr("no value") if shown in ("", DASH) else shown
    return f"{texts.tr(COLUMNS[column])}: {value}"


def _line(document: Document, record: Record, texts: Texts) -> str:
    if isinstance(record, Transition):
        return _way(document, record, texts)
    text = " ".join(str(getattr(record, EDITED[type(record)])).splitlines())
    if isinstance(record, Stage):
        return text or texts.tr("Unnamed stage")
    if isinstance(record, Touchpoint):
        return text or texts.tr("Unnamed touchpoint")
    words = _SAID[type(record)](record, texts)
    return f"{capital(words[0])}: " + " · ".join(part for part in (text or texts.tr("still empty"), *words[1:]) if part)


def _note(record: Record, texts: Texts) -> tuple[str, ...]:
    assert isinstance(record, Note)
    return texts.tr(choice_label(record.kind)), texts.tr(choice_label(record.evidence)) if record.evidence else ""


def _step(record: Record, texts: Texts) -> tuple[str, ...]:
    assert isinstance(record, BackstageStep)
    return (texts.tr(choice_label(record.kind)),)


def _measure(record: Record, texts: Texts) -> tuple[str, ...]:
    assert isinstance(record, Measure)
    due = texts.tr("due {date}", date=texts.date(record.due)) if record.due else ""
    return texts.tr("Measure"), texts.tr(choice_label(record.status)), record.owner_role, due


def _picture(_: Record, texts: Texts) -> tuple[str, ...]:
    return (texts.tr("Photo"),)


_SAID: Final[dict[type[Record], Callable[[Record, Texts], tuple[str, ...]]]] = {
    Note: _note,
    BackstageStep: _step,
    Measure: _measure,
    Picture: _picture,
}
"""What a row is called, and what follows its text."""


def _way(document: Document, way: Transition, texts: Texts) -> str:
    kind = texts.tr(choice_label(way.kind))
    target = name_of(document, way.target, texts)
    parts = [texts.tr("Path to {touchpoint}", touchpoint=target), kind] if target else [capital(kind)]
    if way.share is not None:
        guessed = texts.tr("assumption")
        parts.append(texts.share(way.share) + (f" ({guessed})" if way.assumed else ""))
    if way.travels is not None:
        parts.append(texts.tr("passed on: {what}", what=texts.tr(choice_label(way.travels))))
    return " · ".join(parts)


def _count(document: Document, stage: Stage, texts: Texts) -> str:
    return texts.trn("stage with {n} touchpoint", "stage with {n} touchpoints", len(document.touchpoints(stage.id)))


def _names(document: Document, touchpoint: Touchpoint, column: str) -> str:
    found = (document.find(i) for i in getattr(touchpoint, column))
    return ", ".join(r.name for r in found if isinstance(r, Channel | Department))


def _marks(figures: RoundFigures | None, touchpoint: Touchpoint, texts: Texts) -> list[str]:
    found = figures.of(touchpoint.id) if figures is not None else None
    marks = [texts.tr("critical")] if is_critical(figures, touchpoint) else []
    marks += [texts.tr("disagreeing")] if found is not None and found.disagreeing else []
    return marks + ([texts.tr("stardust")] if touchpoint.stardust else [])


def _figure(found: TouchpointFigures, column: str, texts: Texts) -> str:
    if column == "agreement":
        steps = found.agreement_steps
        return DASH if steps is None else agreement_words(steps, texts)
    part: Summary | None = getattr(found, column)
    if part is None:
        return DASH
    return written_value(column, part.mean, texts)
