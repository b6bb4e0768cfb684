"""The picture of expectation against experience: names never overlap, everything lies inside, zones fit the verdict."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.analysis.statistics.method_options import USUAL
from cxstudio.catalogue.samples import sample
from cxstudio.layout.charts.chart_base import FEW, Chart, ChartStyle
from cxstudio.layout.charts.chart_source import Head, Listing
from cxstudio.layout.charts.drawing.two_figure_plane import Point
from cxstudio.layout.charts.scatter_chart import ScatterData, lay_out, points_in_steps, round_scatter_in_steps, to_name
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Path, Rect, TextLine
from cxstudio.layout.display.label_collision import fit_together
from cxstudio.model import Round
from cxstudio.steps import finished
from cxstudio.wording import texts
from tests.examples import examples

DE = texts("de")
WORDS = st.text(alphabet="abcdefgh ÄÖß-“日本עב", min_size=1, max_size=80)
NO_WORDS = Head("", "", ""), Listing((), ())


def point(number: int, scale: int, expectation: float, experience: float, name: str) -> Point:
    delta = experience - expectation
    threshold = USUAL.verdict_threshold(scale - 1)
    bad, good = delta <= -threshold, delta >= threshold
    verdict = Verdict.DISAPPOINTING if bad else Verdict.DELIGHTING if good else Verdict.OKAY
    return Point(f"t{number}", name, expectation, experience, verdict)


def lay_out_scatter(points: list[Point], named: dict[str, str], scale: int, width: float, height: float) -> Chart:
    threshold = USUAL.verdict_threshold(scale - 1)
    data = ScatterData(*NO_WORDS, tuple(points), named, scale, threshold)
    return lay_out(data, ChartStyle(width, height, DE, framed=False))


@st.composite
def charts(draw: st.DrawFn) -> tuple[list[Point], int, float, float]:
    scale = draw(st.sampled_from((5, 7, 10)))
    values = st.floats(1, scale)
    means = draw(st.lists(st.tuples(values, values, WORDS), max_size=60))
    points = [point(n, scale, a, b, name) for n, (a, b, name) in enumerate(means)]
    return points, scale, draw(st.floats(180, 700)), draw(st.floats(160, 600))


def lines(scatter: Chart) -> list[TextLine]:
    return [item for placed in scatter.picture.flat() for item in placed.group.items if isinstance(item, TextLine)]


@settings(max_examples=examples(60))
@given(charts())
def test_names_never_overlap_and_everything_is_inside(chart: tuple[list[Point], int, float, float]) -> None:
    points, scale, width, height = chart
    named = {p.touchpoint: p.name for p in points[:8]}
    scatter = lay_out_scatter(points, named, scale, width, height)
    whole = Box(0, 0, width, height)
    assert all(not a.meets(b) for a, b in combinations(scatter.names.values(), 2))
    assert all(box.inside(whole) for box in scatter.names.values())
    for x, y in scatter.places.values():
        assert 0 <= x <= width
        assert 0 <= y <= height
    for line in lines(scatter):
        assert line.x >= 0
        assert line.x + line.width <= width + 0.01
        assert 0 <= line.y <= height
    if len(points) <= FEW:
        marks = [Box(x - 5, y - 5, 10, 10) for x, y in scatter.places.values()]
        assert not any(name.meets(mark) for name in scatter.names.values() for mark in marks)


@settings(max_examples=examples(40))
@given(charts())
def test_a_click_on_a_mark_finds_it_or_what_lies_on_it(chart: tuple[list[Point], int, float, float]) -> None:
    points, scale, width, height = chart
    scatter = lay_out_scatter(points, {}, scale, width, height)
    for touchpoint, (x, y) in scatter.places.items():
        found = scatter.record_at(x, y)
        assert found is not None
        assert scatter.places[found] == scatter.places[touchpoint]
    assert scatter.record_at(-500, -500) is None


def test_the_zones_begin_where_the_verdict_changes() -> None:
    points = [point(0, 7, 5, 6, "a"), point(1, 7, 6, 5, "b"), point(2, 7, 4, 4.9, "c")]
    scatter = lay_out_scatter(points, {}, 7, 400, 320)
    ground = next(p.group for p in scatter.picture.flat() if p.group.key == "scatter:ground")
    assert any(isinstance(item, Rect) for item in ground.items)
    good, bad = (i for i in ground.items if isinstance(i, Path) and i.fill is not None)
    corners = [segment[1:] for segment in good.segments if len(segment) == 3]
    left, right = scatter.places["t0"], scatter.places["t1"]
    (x1, y1), (x2, y2) = corners[0], corners[2]
    assert abs((left[0] - x1) * (y2 - y1) - (left[1] - y1) * (x2 - x1)) < 1e-6, "+1 lies on the edge of delighting"
    edge = [segment[1:] for segment in bad.segments if len(segment) == 3]
    (x1, y1), (x2, y2) = edge[0], edge[2]
    assert abs((right[0] - x1) * (y2 - y1) - (right[1] - y1) * (x2 - x1)) < 1e-6


def test_the_sample_names_the_most_urgent_and_the_best() -> None:
    document = sample("lindenfurt", "de").document
    figures = round_figures(document, document.all(Round)[0].id)
    scatter = finished(round_scatter_in_steps(document, figures, DE, 360, 320))
    assert len(scatter.places) == 14
    assert {*figures.ranking[:3]} <= set(scatter.names)
    chosen = figures.touchpoints[1].touchpoint
    assert chosen in finished(round_scatter_in_steps(document, figures, DE, 360, 320, chosen)).names
    assert {"begeisternd", "enttäuschend"} <= {line.text for line in lines(scatter)}


def test_among_many_only_the_five_most_urgent_are_named() -> None:
    document = sample("large", "de", touchpoints=400).document
    figures = round_figures(document, document.all(Round)[0].id)
    points = finished(points_in_steps(document, figures, DE))
    assert list(to_name(document, figures, points, points[0].touchpoint)) == list(figures.ranking[:5])
    scatter = finished(round_scatter_in_steps(document, figures, DE, 360, 320))
    assert set(scatter.names) <= set(figures.ranking[:5])
    assert len(scatter.picture.root.groups) < 20


def test_nobody_rated_gives_an_empty_picture() -> None:
    scatter = lay_out_scatter([], {}, 7, 300, 200)
    assert scatter.places == {}
    assert scatter.record_at(100, 100) is None


def test_who_comes_first_is_placed_first_and_everybody_where_that_can_be() -> None:
    wide, left, right = Box(0, 0, 20, 10), Box(0, 0, 9, 10), Box(11, 0, 9, 10)
    assert fit_together([("a", [wide, left]), ("b", [right])]) == {"a": left, "b": right}
    assert fit_together([("a", [wide]), ("b", [right])]) == {"a": wide}
    assert fit_together([("a", []), ("b", [right])]) == {"b": right}
