"""The ranking of deltas: a bar for each touchpoint's mean, and every single answer as a dot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.touchpoint_figures import single_answers_shown
from cxstudio.layout.charts.drawing.value_axis import ValueAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect, TextLine
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, TEXT_ROLES
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER, SCREEN, TypeScale
from cxstudio.model import Document, Id, Round, Touchpoint
from cxstudio.wording.figures.figure_sentences import DOWN, signed_delta
from cxstudio.wording.texts import Texts

ROW, BAR, AXIS = 30.0, 15.0, 26.0
_DOT = 2.6
_MOST_DOTS = 40
"""With more answers than this a value's answers are one circle with their number as its area."""


@dataclass(frozen=True, slots=True)
class DeltaRow:
    """One touchpoint in the ranking."""

    touchpoint: Id
    name: str
    figures: TouchpointFigures
    single: bool = True
    """Whether the single answers may be drawn: where that was announced, and where they tell on nobody."""


def delta_rows(document: Document, figures: RoundFigures) -> tuple[DeltaRow, ...]:
    """All touchpoints with a delta, lowest first."""
    found = []
    for f in figures.touchpoints:
        touchpoint = document.find(f.touchpoint)
        if f.delta is not None and isinstance(touchpoint, Touchpoint):
            single = single_answers_shown(document.get(Round, figures.round), f.delta.n)
            found.append(DeltaRow(touchpoint.id, " ".join(touchpoint.name[:2000].split()), f, single))
    order = {row.touchpoint: i for i, row in enumerate(found)}
    return tuple(sorted(found, key=lambda r: (r.figures.delta.mean if r.figures.delta else 0.0, order[r.touchpoint])))


def rows_in(height: float, *, paper: bool = True) -> int:
    """How many rows fit into a height."""
    unit = PAPER if paper else SCREEN
    return max(1, int((height - unit(AXIS)) // unit(ROW)))


class DeltaChart:
    """Places rows and axis of one chart; made once for all its pages."""

    def __init__(
        self,
        rows: Sequence[DeltaRow],
        texts: Texts,
        width: float,
        unit: TypeScale,
        fonts: FontBook,
        row_height: float | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self.texts, self.width, self.unit, self.fonts, self._whole = texts, width, unit, fonts, whole
        self.row_height = row_height or unit(ROW)
        body = unit.body
        names = (text.width(fonts, row.name, body.face, body.size) for row in rows)
        self.names = min(max(names, default=0.0), width * 0.36)
        number = text.width(fonts, f"{DOWN} {texts.signed(-8.8)}", unit.strong.face, unit.strong.size)
        left = self.names + unit(14) + number + unit(26)
        right = width - number - unit(18)
        values = [v for row in rows for v in _extent(row)]
        self.low, self.high = floor(min([*values, -1.0])), ceil(max([*values, 1.0]))
        self.axis = ValueAxis(left, right - left, self.low, self.high)
        self.x = self.axis.x

    def drawn(self, rows: Sequence[DeltaRow]) -> DisplayList:
        """The chart of some rows."""
        height = len(rows) * self.row_height + self.unit(AXIS)
        groups = [Placed(0.0, 0.0, self.grid(height))]
        groups.extend(Placed(0.0, i * self.row_height, self.row(row)) for i, row in enumerate(rows))
        frame = Frame("deltas", 0, 0, self.width, height, groups=tuple(groups))
        return DisplayList(self.width, height, frame, self.texts.tr("Delta"))

    def grid(self, height: float) -> Group:
        """Lines and numbers of the axis over a height."""
        unit, small = self.unit, self.unit.small
        bottom = height - unit(AXIS) + unit(4)
        step = max(1, ceil((self.high - self.low) / 12))

        def number(value: int, x: float) -> Primitive:
            words = self.texts.signed(value, 0)
            return text.single(self.fonts, words, small, x, bottom + small.leading, Role.MUTED, align=0.5)

        values = (value for value in range(self.low, self.high + 1) if not value % step)
        items = self.axis.lines(values, 0, bottom, unit, number)
        return Group("deltas:grid", self.width, height, tuple(items))

    def _name(self, name: str, middle: float) -> tuple[TextLine, ...]:
        """A row's name, right against the chart; on smaller lines where it is too long for one."""
        style, most = self.unit.body, 1
        if text.width(self.fonts, name, style.face, style.size) > self.names:
            style, most = self.unit.small, max(1, int(self.row_height // self.unit.small.leading))
        lines = min(most, len(text.wrap(self.fonts, name, style.face, style.size, self.names, most)))
        top = middle - lines * style.leading / 2
        return text.block(self.fonts, name, style, 0.0, top, self.names, Role.INK, most, 1.0,
                          meaning=Meaning.ROW_HEADER, words=self._whole)  # fmt: skip

    def tallest_name(self, rows: Sequence[DeltaRow]) -> float:
        """What the longest of the rows' names needs, over as many lines as it takes."""
        small = self.unit.small
        wraps = (text.wrap(self.fonts, row.name, small.face, small.size, self.names) for row in rows)
        return max(map(len, wraps), default=0) * small.leading

    def row(self, row: DeltaRow) -> Group:
        """One touchpoint, from 0 to the row's height."""
        unit, delta = self.unit, row.figures.delta
        assert delta is not None
        middle = self.row_height / 2
        body, strong = unit.body, unit.strong
        base = middle + body.size * 0.33
        items: list[Primitive] = list(self._name(row.name, middle))
        number = signed_delta(delta.mean, row.figures, self.texts)
        ink = TEXT_ROLES[row.figures.verdict]
        x = self.names + unit(14)
        shown = text.single(self.fonts, number, strong, x, base, ink, meaning=Meaning.CELL)
        items.append(shown)
        if row.figures.disagreeing:
            size = unit(13)
            items.extend(marks.sign("disagree", x + shown.width + unit(4), middle - size / 2, size, Role.MUTED))
        left, right = sorted((self.x(0), self.x(delta.mean)))
        mark = MARK_ROLES[row.figures.verdict] if row.figures.verdict is not Verdict.UNKNOWN else Role.OKAY
        bar = min(unit(BAR), self.row_height * 0.55)
        filled = Rect(
            left,
            middle - bar / 2,
            max(right - left, 0.6),
            bar,
            fill=mark,
            fill_opacity=0.85,
            radius=min(unit(3), (right - left) / 2),
        )
        items.append(marks.hollow(filled, row.figures.uncertain, unit(1.4)))
        if delta.interval is not None:
            low, high = (self.x(v) for v in delta.interval)
            items.append(marks.line(low, middle, high, middle, Role.INK, unit(1.4)))
            items.extend(marks.line(e, middle - unit(4), e, middle + unit(4), Role.INK, unit(1.4)) for e in (low, high))
        if row.single:
            items.extend(self._dots(row, middle))
        elif delta.interval is None and delta.n > 1:
            low, high = self.x(delta.lowest), self.x(delta.highest)
            items.append(marks.line(low, middle, high, middle, Role.INK, unit(1)))
            items.extend(marks.line(e, middle - unit(4), e, middle + unit(4), Role.INK, unit(1)) for e in (low, high))
        return Group(f"delta:{row.touchpoint}", self.width, self.row_height, tuple(items), row.touchpoint)

    def _dots(self, row: DeltaRow, middle: float) -> Iterator[Primitive]:
        delta = row.figures.delta
        assert delta is not None
        unit = self.unit
        if delta.n > _MOST_DOTS:
            most = max(count for _, count in delta.counts)
            for value, count in delta.counts:
                r = max(unit(1.2), self.row_height * 0.42 * sqrt(count / most))
                yield marks.circle(self.x(value), middle, r, stroke=Role.FAINT, stroke_width=unit(0.8))
            return
        r = unit(_DOT)
        per_column = max(1, int(self.row_height * 0.99 // (2 * r + unit(0.6))))
        for value, count in delta.counts:
            columns = ceil(count / per_column)
            for k in range(count):
                column, place = divmod(k, per_column)
                tall = min(per_column, count - column * per_column)
                x = self.x(value) + (column - (columns - 1) / 2) * (2 * r + unit(0.6))
                y = middle + (place - (tall - 1) / 2) * (2 * r + unit(0.6))
                yield marks.circle(x, y, r, fill=Role.SURFACE, stroke=Role.INK, stroke_width=unit(1))


def _extent(row: DeltaRow) -> Iterator[float]:
    delta = row.figures.delta
    if delta is not None:
        yield delta.mean
        yield from (float(delta.lowest), float(delta.highest))
        if delta.interval is not None:
            yield from delta.interval
