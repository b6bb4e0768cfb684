"""A value from elsewhere as a line in a chart, with its source and year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.layout.charts.chart_source import Source
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Primitive, TextLine
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model.questions import limits

if TYPE_CHECKING:
    from cxstudio.layout.charts.drawing.two_figure_plane import Plane

_MOST = 2
"""More lines than these would hide the touchpoints."""


class Benchline(NamedTuple):
    """A value of the journey's benchmark, and what stands at its line."""

    value: float
    words: str

    def across(self, plane: Plane, taken: Sequence[Box]) -> tuple[tuple[Primitive, ...], Box] | None:
        """The line through a plane at its height, its words beside it where they cover nothing; None without room."""
        unit, plot, y = plane.unit, plane.plot, plane.y(self.value)
        style = unit.small
        laid = text.fitted(plane.style.fonts, self.words, style.face, style.size, plot.width * 0.6, plane.style.whole)
        lefts = (unit(6), plot.width - laid.width - unit(6), (plot.width - laid.width) / 2)
        tops = (y - style.leading - unit(1), y + unit(2))
        spots = (Box(plot.x + left, top, laid.width, style.leading) for left in lefts for top in tops)
        box = next((b for b in spots if b.inside(plot) and not any(b.meets(t) for t in taken)), None)
        if box is None:
            return None
        said = TextLine(box.x, box.y + style.rise, style.size, Role.MUTED, laid.runs, laid.width)
        line = marks.line(plot.x, y, plot.x + plot.width, y, Role.MUTED, unit(1.2), (unit(6), unit(3)))
        return (line, said), box


def benchlines(source: Source, figure: str) -> tuple[Benchline, ...]:
    """What is known from elsewhere about a figure of the whole journey; only with source and year, and on the scale."""
    if source.figures is None:
        return ()
    texts, about = source.texts, source.figures.journey
    wanted = {figure, "overall_experience"} if figure == "experience" else {figure}
    low, high = limits(figure, source.scale)
    known = (b for b in benchmarks(source.document, source.figures) if b.about == about and b.figure in wanted)
    return tuple(
        Benchline(
            b.value,
            texts.tr("{value} {source}, {year}", value=texts.number(b.value, 1), source=b.source, year=b.year),
        )
        for b in known
        if b.drawable and low <= b.value <= high
    )[:_MOST]
