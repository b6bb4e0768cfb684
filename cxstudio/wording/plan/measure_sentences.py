"""Measures in words: their targets, costs, benefit and last check-in, for tables and page one."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import CheckIn, Measure, Target
from cxstudio.model.kinds import TargetFigure
from cxstudio.wording.figures.figure_sentences import written_value
from cxstudio.wording.texts import Texts

_ARROW = "→"
_LEAST_SHOWN = 0.005
_TWO_DECIMALS, _ONE_DECIMAL = 10, 100


def target_text(target: Target, texts: Texts, *, with_date: bool = False) -> str:
    """What a measure shall reach: "Experience 2.7 → 4.5", "Experience ≥ 5.4"."""
    text = _fall(target, texts)
    if not text:
        label, values = figure_label(target, texts), _values(target, texts)
        text = " ".join(part for part in (label, values) if part) or target.note
    if with_date and target.by is not None:
        text += " " + texts.tr("by {date}", date=texts.date(target.by))
    return text


def _fall(target: Target, texts: Texts) -> str:
    """What shall fall by a share of today's value: a share below zero and no value to start from; else empty."""
    label, goal = figure_label(target, texts), target.to_value
    if not label or target.unit != "%" or target.from_value is not None or target.at_least:
        return ""
    if goal is None or goal >= 0 or target.figure is not TargetFigure.OWN:
        return ""
    return texts.tr("{figure} down by {share}", figure=label, share=short_number(-goal, texts) + _unit(target, texts))


def figure_label(target: Target, texts: Texts) -> str:
    """What a target counts."""
    if target.figure is TargetFigure.OWN or target.label:
        return target.label
    return {
        TargetFigure.EXPECTATION: texts.tr("Expectation"),
        TargetFigure.EXPERIENCE: texts.tr("Experience"),
        TargetFigure.DELTA: texts.tr("Delta"),
        TargetFigure.EMOTION: texts.tr("Emotion"),
    }[target.figure]


def _values(target: Target, texts: Texts) -> str:
    start, goal = _value(target, target.from_value, texts), _value(target, target.to_value, texts)
    if not goal:
        return start
    if target.at_least:
        return f"≥\N{NO-BREAK SPACE}{goal}"
    if not start:
        return f"{_ARROW} {goal}"
    return f"{start} {_ARROW} {goal}{_unit(target, texts)}"


def _unit(target: Target, texts: Texts) -> str:
    """The unit with what stands before it: English writes "20%", German "20 %"."""
    if not target.unit:
        return ""
    return target.unit if target.unit == "%" and texts.language == "en" else f"\N{NO-BREAK SPACE}{target.unit}"


def _value(target: Target, value: float | None, texts: Texts) -> str:
    if value is None:
        return ""
    own = target.figure is TargetFigure.OWN
    text = own_number(value, texts) if own else written_value(target.figure, value, texts)
    both = target.from_value is not None and not target.at_least
    return text if both else text + _unit(target, texts)


def short_number(value: float, texts: Texts) -> str:
    """A number with one decimal only where it has one."""
    return texts.number(value, 0 if value == round(value) else 1)


def own_number(value: float, texts: Texts) -> str:
    """A value of a figure of one's own as it was counted: with up to two decimals, none too many."""
    decimals = next((n for n in (0, 1) if abs(value - round(value, n)) < _LEAST_SHOWN), 2)
    return texts.number(value, decimals)


def limit_number(value: float, texts: Texts) -> str:
    """An end of a band, no more exact than three digits."""
    size = abs(value)
    return own_number(round(value, 2 if size < _TWO_DECIMALS else 1 if size < _ONE_DECIMAL else 0), texts)


def measured_text(value: float, target: Target, texts: Texts) -> str:
    """A value of a figure of one's own with its unit: "0.62", "20%"."""
    return own_number(value, texts) + _unit(target, texts)


def costs(measures: Iterable[Measure]) -> tuple[float, float]:
    """Cost once and cost per year of several measures together."""
    listed = list(measures)
    return sum(m.cost_once or 0.0 for m in listed), sum(m.cost_per_year or 0.0 for m in listed)


def check_in_text(check_in: CheckIn, texts: Texts) -> str:
    """How a measure stood on one day: "30 Sept 2026: 40%, first calls answered"."""
    progress = None if check_in.progress is None else texts.share(check_in.progress / 100)
    said = ", ".join(part for part in (progress, check_in.text) if part)
    day = texts.date(check_in.day) if check_in.day else ""
    return ": ".join(part for part in (day, said) if part)
