"""All answers about one touchpoint: a small column chart per question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.statistics.figure_values import DeltaSummary, Summary
from cxstudio.analysis.statistics.touchpoint_figures import single_answers_shown
from cxstudio.layout.charts.chart_base import Body, Chart, ChartStyle, Spot, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.distribution_chart import values_of
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Path, Primitive, Rect
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.model.questions import DELTA, is_signed
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import agreement_words, delta_words, interval_words, written_value
from cxstudio.wording.texts import N_

TITLE = N_("Answers on one touchpoint")
FIGURES: Final = ("expectation", "experience", "delta", "emotion", "importance", "quick")
_GAP, _LEAST, _MOST_HIGH = 26.0, 190.0, 280.0
_MARK: Final = 8.0
"""How high the mark of the mean is."""
_FOOT_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Question:
    """The answers to one question."""

    figure: str
    title: str
    values: tuple[int, ...]
    counts: tuple[tuple[int, int], ...]
    mean: float
    foot: str
    """Mean, n and what was skipped, in words."""
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class AnswersData:
    """Everything answered about one touchpoint."""

    head: Head
    listing: Listing
    touchpoint: Id
    questions: tuple[Question, ...]


def data(source: Source) -> AnswersData | Missing:
    """The answers about the selected touchpoint; about the most urgent one when none is selected."""
    figures, texts = source.figures, source.texts
    if figures is None or not figures.touchpoints:
        return source.nobody_yet()
    about = source.document.find(source.chosen)
    if not isinstance(about, Touchpoint) or source.document.journey_of(about).id != figures.journey:
        known = [t for t in (*figures.ranking, *(f.touchpoint for f in figures.touchpoints)) if t in source.document]
        if not known:
            return source.nobody_yet()
        about = source.document.get(Touchpoint, known[0])
    mine = figures.of(about.id)
    name = flat_name(about.name)
    if mine is None:
        return Missing(texts.tr("No result: “{name}” was not rated in this round.", name=name))
    parts = [(figure, part) for figure in FIGURES if (part := getattr(mine, figure)) is not None]
    shown = [(figure, part) for figure, part in parts if single_answers_shown(source.round, part.n)]
    if not shown and (parts or mine.withheld):
        return source.too_few_answers()
    questions = tuple(_question(source, figure, part) for figure, part in shown)
    if not questions:
        return Missing(texts.tr("No result: everyone skipped “{name}”.", name=name))
    said = [delta_words(mine, texts)] if mine.delta is not None else []
    if mine.agreement_steps is not None:
        said.append(agreement_words(mine.agreement_steps, texts))
    head = Head(texts.tr("Answers on {name}", name=texts.quoted(name)), " · ".join(said), source.basis())
    lines = [Line(about.id, (q.title, q.foot)) for q in questions]
    listing = whole(lines, texts.tr("Question"), texts.tr("Answers"))
    return AnswersData(head, listing, about.id, questions)


def lay_out(data: AnswersData, style: ChartStyle) -> Chart:
    """Small charts side by side, in further lines where the width asks for it."""
    return framed("answers", data.head, style, lambda wide, high: _body(data, style, wide, high))


def _question(source: Source, figure: str, part: Summary) -> Question:
    texts = source.texts
    values = values_of(figure, source.scale)
    if figure == DELTA:
        low, high = min(part.lowest, -1), max(part.highest, 1)
        values = tuple(range(low, high + 1))
    mean = written_value(figure, part.mean, texts)
    foot = [texts.tr("Mean {mean}", mean=mean), texts.tr("n = {n}", n=texts.number(part.n))]
    interval = part.interval if isinstance(part, DeltaSummary) else None
    if interval is not None:
        foot.append(interval_words(interval, texts))
    if part.skipped:
        foot.append(texts.trn("{n} skipped", "{n} skipped", part.skipped))
    title = texts.tr(figure_label(figure))
    return Question(figure, title, values, part.counts, part.mean, " · ".join(foot), interval)


def _body(data: AnswersData, style: ChartStyle, width: float, height: float) -> Body:
    unit = style.unit
    across = max(1, min(len(data.questions), int((width + unit(_GAP)) // unit(_LEAST + _GAP))))
    lines = -(-len(data.questions) // across)
    across = -(-len(data.questions) // lines)
    wide = (width - (across - 1) * unit(_GAP)) / across
    high = min(max((height - (lines - 1) * unit(_GAP)) / lines, unit(120)), unit(_MOST_HIGH))
    groups, box = [], Box(0.0, 0.0, width, lines * high + (lines - 1) * unit(_GAP))
    for place, question in enumerate(data.questions):
        line, column = divmod(place, across)
        x, y = column * (wide + unit(_GAP)), line * (high + unit(_GAP))
        spoken = f"{question.title}: {question.foot}"
        items = told(tuple(_histogram(question, style, Box(x, y, wide, high))), spoken)
        groups.append(Group(f"answers:{question.figure}", width, box.height, items, data.touchpoint))
    return Body(tuple(groups), (Spot(data.touchpoint, box),), {}, box.height)


def _histogram(question: Question, style: ChartStyle, box: Box) -> Iterator[Primitive]:
    """A column per value with its number; below the axis the mean as a mark and a survey's interval as a bar."""
    unit, texts, small = style.unit, style.texts, style.small
    foot = box.y + box.height - (1 + _FOOT_LINES) * unit.small.leading - unit(_MARK + 6)
    top = box.y + unit.title.leading + unit.small.leading
    step = box.width / len(question.values)
    most = max(count for _, count in question.counts)

    def x(value: float) -> float:
        return box.x + (value - question.values[0] + 0.5) * step

    for value, count in question.counts:
        tall = (foot - top) * count / most
        gap = min(unit(3), step * 0.12)
        role = _role(question.figure, value)
        yield Rect(x(value) - step / 2 + gap, foot - tall, step - 2 * gap, tall, fill=role, fill_opacity=0.85,
                   radius=min(unit(2), tall / 2))  # fmt: skip
        if style.width_of(texts.number(count), strong=True) <= step:
            yield small(texts.number(count), x(value), foot - tall - unit(4), Role.INK, align=0.5, strong=True)
    yield marks.line(box.x, foot, box.x + box.width, foot, Role.LINE, unit(1.0))
    room = max(1, -(-int(style.width_of(texts.signed(-8, 0)) + unit(3)) // max(int(step), 1)))
    for value in question.values[::room]:
        words = written_value(question.figure, value, texts, 0)
        yield small(words, x(value), foot + unit(_MARK) + unit.small.rise, align=0.5)
    at, low = x(question.mean), foot + unit(_MARK)
    yield Path((("M", at, foot + 1), ("L", at + unit(5), low), ("L", at - unit(5), low), ("Z",)), fill=Role.ACCENT)
    if question.interval is not None:
        start, end = (x(v) for v in question.interval)
        yield Rect(start, foot - unit(1.5), end - start, unit(3), fill=Role.ACCENT)
    yield small(question.title, box.x, box.y + unit.small.rise, Role.INK, wide=box.width, strong=True)
    below = foot + unit(_MARK + 4) + unit.small.leading
    yield from text.block(style.fonts, question.foot, unit.small, box.x, below, box.width, Role.MUTED, _FOOT_LINES)


def _role(figure: str, value: int) -> Role:
    """Below and above zero differ where there is a zero."""
    if not is_signed(figure) or value == 0:
        return Role.OKAY
    return Role.DELIGHTING if value > 0 else Role.DISAPPOINTING
