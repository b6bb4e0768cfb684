"""What holds for every chart, checked on its display list: for any figures, sizes and media."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from math import isfinite

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.employees_against_customers import view_pair
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_base import Chart, ChartStyle
from cxstudio.layout.charts.chart_source import ChartData, Missing, Source
from cxstudio.layout.charts.chart_table import ChartRow, draw
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Meaning, Path, Placed, Primitive, Rect, TextLine
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.wording import Texts
from tests.unmeasured import unmeasured

NEAR = 0.05
WHY_NOT = ("No result", "No comparison", "This journey has not been rated yet.")
"""How the reason begins where a chart cannot be drawn."""
_kept: dict[tuple[int, Id], tuple[Document, RoundFigures]] = {}


def figures_of(document: Document, round_: Id) -> RoundFigures:
    """The figures of a round, kept for the few documents that are drawn again and again."""
    key = (id(document), round_)
    if key not in _kept:
        if len(_kept) > 8:
            _kept.clear()
        _kept[key] = (document, round_figures(document, round_))
    return _kept[key][1]


def source_of(
    document: Document, row: ChartRow, texts: Texts, round_: int = 0, choice: str = "", chosen: Id | None = None
) -> Source:
    """A round of the first journey, or the two rounds the chart compares."""
    rounds = document.all(Round)
    if not row.compares:
        figures = figures_of(document, rounds[round_].id) if rounds else None
        return Source(document, texts, figures, choice=choice, chosen=chosen)
    pair = view_pair(document, document.all(Journey)[0].id)
    ours, theirs = (figures_of(document, r.id) if r is not None else None for r in pair)
    return Source(document, texts, ours, theirs)


def drawn(row: ChartRow, source: Source, style: ChartStyle) -> tuple[ChartData, Chart]:
    """The chart; fails where it cannot be told."""
    made = draw(row, source, style)
    assert not isinstance(made, Missing), made
    return made


def texts_in(chart: Chart) -> list[tuple[Placed, TextLine]]:
    return [(p, item) for p in chart.picture.flat() for item in p.group.items if isinstance(item, TextLine)]


@unmeasured()
def assert_sound(chart: Chart, least: float) -> None:
    """Finite numbers, nothing outside, no text under the smallest size, no text on another one."""
    picture = chart.picture
    for placed in picture.flat():
        for item in placed.group.items:
            assert all(map(isfinite, numbers(item))), (placed.group.key, item)
    boxes = []
    for placed, line in texts_in(chart):
        if not line.runs:
            continue
        assert line.size >= least, line.text
        box = Box(placed.x + line.x, placed.y + line.y - 0.7 * line.size, line.width, 0.72 * line.size)
        assert box.x >= -NEAR and box.x + box.width <= picture.width + NEAR, (line.text, box, picture.width)
        assert box.y >= -NEAR and box.y + box.height <= picture.height + NEAR, (line.text, box, picture.height)
        boxes.append((box, line.text))
    boxes.sort()
    for at, (box, text) in enumerate(boxes):
        for other, words in boxes[at + 1 :]:
            if other.x >= box.x + box.width - NEAR:
                break
            assert not box.meets(other), (text, words)
    for spot in chart.spots:
        assert all(map(isfinite, spot.box))
        assert -NEAR <= spot.box.x + spot.box.width / 2 <= picture.width + NEAR
        assert -NEAR <= spot.box.y + spot.box.height / 2 <= picture.height + NEAR


def numbers(item: Primitive) -> list[float]:
    if isinstance(item, Path):
        return [float(v) for segment in item.segments for v in segment[1:]] + [item.stroke_width]
    return [float(v) for f in fields(item) if isinstance(v := getattr(item, f.name), int | float)]


def spoken(chart: Chart) -> dict[Id, str]:
    """What a reader of the page is told about each touchpoint."""
    return {
        placed.group.record: item.alternative
        for placed in chart.picture.flat()
        for item in placed.group.items
        if placed.group.record and isinstance(item, Rect | Path) and item.meaning is Meaning.FIGURE
    }


def ascending(values: list[float]) -> bool:
    return all(a <= b + 1e-9 for a, b in pairwise(values))
