"""A to-be journey against the as-is in words: the sentence on top, and what becomes of each touchpoint."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cxstudio.analysis.comparison.as_is_to_be import STEPS, Comparison, Fate, Match
from cxstudio.analysis.comparison.overlaid_rounds import FigureChange
from cxstudio.model import BackstageStep, Document, Id, Record, Stage, Touchpoint
from cxstudio.wording.fields.field_declaration import Editor, Field
from cxstudio.wording.fields.field_table import choice_label, field_of, figure_label, record_words
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import written_value
from cxstudio.wording.texts import DASH, N_, Texts

FATES: Final[dict[Fate, str]] = {
    Fate.NEW: N_("new"),
    Fate.GONE: N_("removed"),
    Fate.MOVED: N_("moved"),
    Fate.CHANGED: N_("changed"),
    Fate.SAME: N_("unchanged"),
}
_LONG: Final = (Editor.TEXT,)
"""Fields too long to be set against each other in a column."""


def fate_words(fate: Fate, texts: Texts) -> str:
    """What becomes of something, in a word."""
    return texts.tr(FATES[fate])


def comparison_sentence(comparison: Comparison, texts: Texts) -> str:
    """What differs, counted: "3 touchpoints new, 2 gone, 1 moved; 1 stage new"."""
    if comparison.alike:
        return texts.tr("Stages and touchpoints are still those of the as-is journey.")
    points = _counted(
        [(fate, comparison.count(fate)) for fate in (Fate.NEW, Fate.GONE, Fate.MOVED, Fate.CHANGED)],
        texts,
    )
    stages = _counted(
        [(fate, comparison.count_stages(fate)) for fate in (Fate.NEW, Fate.GONE, Fate.MOVED, Fate.CHANGED)],
        texts,
    )
    parts = []
    if points:
        parts.append(texts.tr("Touchpoints: {counted}", counted=points))
    if stages:
        parts.append(texts.tr("Stages: {counted}", counted=stages))
    return ". ".join(parts) + "."


def _counted(counts: list[tuple[Fate, int]], texts: Texts) -> str:
    return ", ".join(f"{texts.number(n)} {fate_words(fate, texts)}" for fate, n in counts if n)


def figure_sentence(change: FigureChange, texts: Texts) -> str:
    """What the target wants: "Experience 4.3 → 5.1, mean of the 13 touchpoints that have both"."""
    name = capital(texts.tr(figure_label(change.figure)))
    return texts.trn(
        "{figure} {today} → {later} at the {n} touchpoint with a value today and a target",
        "{figure} {today} → {later} on average, at the {n} touchpoints with a value today and a target",
        change.touchpoints,
        figure=name,
        today=written_value(change.figure, change.today, texts),
        later=written_value(change.figure, change.later, texts),
    )


def change_lines(document: Document, match: Match, texts: Texts) -> list[str]:
    """What is different at a touchpoint, a line each: where it came from, then field by field."""
    if match.today is None or match.later is None:
        return []
    one, other = document.get(Touchpoint, match.today), document.get(Touchpoint, match.later)
    lines = []
    if match.moved:
        lines.append(_came_from(document, match, one, texts))
    for name in match.changed:
        lines.append(
            _steps(document, match, texts) if name == STEPS else _field_line(document, name, one, other, texts)
        )
    return lines


def spoken_match(document: Document, match: Match, texts: Texts) -> str:
    """A touchpoint's fate for those who hear it: name, word, and the lines."""
    name = name_of(document, match.later or match.today, texts) or texts.tr("Untitled touchpoint")
    return ". ".join([f"{name}: {fate_words(match.fate, texts)}", *change_lines(document, match, texts)])


def _came_from(document: Document, match: Match, today: Touchpoint, texts: Texts) -> str:
    if match.elsewhere:
        return texts.tr("from {stage}", stage=texts.quoted(document.get(Stage, today.stage).name))
    place = [t.id for t in document.touchpoints(today.stage)].index(today.id) + 1
    return texts.tr("was number {place} of its stage", place=texts.number(place))


def _field_line(document: Document, name: str, one: Touchpoint, other: Touchpoint, texts: Texts) -> str:
    field = field_of(Touchpoint, name)
    label = texts.tr(field.label)
    before, after = getattr(one, name), getattr(other, name)
    if name == "name":
        return texts.tr("was called {name}", name=texts.quoted(" ".join(before.split())[:200]))
    if field.editor in _LONG:
        return texts.tr("{field} changed", field=label)
    values = {
        "field": label,
        "before": value_words(document, field, before, texts),
        "after": value_words(document, field, after, texts),
    }
    return texts.tr("{field}: {before} → {after}", **values)


def value_words(document: Document, field: Field, value: object, texts: Texts) -> str:
    """A field's value on one line; a dash where nothing is given."""
    if value in (None, "", ()):
        return DASH
    if isinstance(value, tuple):
        return ", ".join(value_words(document, field, one, texts) for one in value)
    if isinstance(value, StrEnum):
        return texts.tr(choice_label(value))
    if isinstance(value, bool):
        return texts.tr("yes") if value else texts.tr("no")
    if isinstance(value, int | float):
        number = texts.number(value, 0 if float(value).is_integer() else 1)
        return f"{number} {texts.tr(field.unit)}" if field.unit else number
    if field.refs:
        return _named(document, str(value), texts)
    return " ".join(str(value).split())[:200]


def _named(document: Document, record_id: Id, texts: Texts) -> str:
    record: Record | None = document.find(record_id)
    found = name_of(document, record_id, texts)
    return found or (texts.tr(record_words(type(record)).one) if record is not None else DASH)


def _steps(document: Document, match: Match, texts: Texts) -> str:
    counts = [len(document.having(BackstageStep, "touchpoint", t)) for t in (match.today or "", match.later or "")]
    if counts[0] == counts[1]:
        return texts.tr("{field} changed", field=texts.tr(record_words(BackstageStep).many))
    return texts.tr(
        "{field}: {before} → {after}",
        field=texts.tr(record_words(BackstageStep).many),
        before=texts.number(counts[0]),
        after=texts.number(counts[1]),
    )
