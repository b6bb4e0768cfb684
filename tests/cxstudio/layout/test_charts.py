"""The charts of the figures: whatever was answered they are drawn or say why not; what they show is what was said."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.charts import distribution_chart as distribution
from cxstudio.layout.charts import importance_chart as importance
from cxstudio.layout.charts.chart_base import FEW, ChartStyle
from cxstudio.layout.charts.chart_request import Wanted, read
from cxstudio.layout.charts.chart_source import Missing
from cxstudio.layout.charts.chart_table import BY_ID, CHARTS, ChartRow, draw
from cxstudio.layout.charts.drawing import density_grid as density
from cxstudio.layout.charts.drawing import row_chart as rows
from cxstudio.layout.display.display_list import Path, Rect
from cxstudio.look.palette import contrast, mix, palette
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import LARGE, PAPER, SCREEN, SMALLEST_PAPER, SMALLEST_SCREEN, TypeScale
from cxstudio.model import Benchmark, Document, FrozenMap, Round, Stage, SurveyCounts, Touchpoint
from cxstudio.model.kinds import ExperienceKind, RoundKind, View
from cxstudio.wording import texts
from tests.cxstudio.journeys import as_counts, journey, journeys
from tests.cxstudio.layout.chart_checks import (
    WHY_NOT,
    ascending,
    assert_sound,
    drawn,
    source_of,
    spoken,
    texts_in,
)
from tests.examples import examples

DE, EN = texts("de"), texts("en")
ROWS = pytest.mark.parametrize("row", CHARTS, ids=[row.id for row in CHARTS])
NEED_MORE = {"kano", "competitors"}
"""Charts of what not every project has: pairs of answers, values from elsewhere."""
NAMES = st.text(alphabet="abcdefg ÄÖß-“:日本עבر", min_size=1, max_size=70)


@cache
def moving() -> Document:
    return sample("lindenfurt", "de").document


@cache
def large() -> Document:
    return sample("large", "de", touchpoints=400).document


def style(width: float = 900, height: float = 560, unit: TypeScale = SCREEN) -> ChartStyle:
    return ChartStyle(width, height, DE, unit)


def variants(row: ChartRow) -> list[str]:
    return [value for value, _ in row.choices] or [""]


@ROWS
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
@given(document=journeys(), names=st.lists(NAMES, min_size=7, max_size=7), counted=st.booleans(), size=st.data())
def test_any_answers_give_a_sound_picture_or_a_reason(
    row: ChartRow, document: Document, names: list[str], counted: bool, size: st.DataObject
) -> None:
    if counted:
        document = as_counts(document)
    named = [t.model_copy(update={"name": n}) for t, n in zip(document.all(Touchpoint), names, strict=False)]
    document = document.evolve(put=named)
    choice = size.draw(st.sampled_from(variants(row)))
    paper = size.draw(st.booleans())
    width, height = size.draw(st.floats(420, 1300)), size.draw(st.floats(300, 900))
    made = draw(row, source_of(document, row, DE, choice=choice), style(width, height, PAPER if paper else SCREEN))
    if isinstance(made, Missing):
        assert made.reason.endswith(".")
        return
    data, chart = made
    assert_sound(chart, SMALLEST_PAPER if paper else SMALLEST_SCREEN)
    assert data.listing.lines
    assert not any("nan" in cell.lower().split() for line in data.listing.lines for cell in line.cells)


@ROWS
@pytest.mark.parametrize("unit", (SCREEN, LARGE, PAPER))
def test_both_samples_are_sound_and_speak_of_every_touchpoint(row: ChartRow, unit: TypeScale) -> None:
    for document in (moving(), large()):
        for choice in variants(row):
            made = draw(row, source_of(document, row, DE, choice=choice), style(980, 640, unit))
            if isinstance(made, Missing):
                assert row.id in NEED_MORE or (row.compares and document is large())
                continue
            data, chart = made
            assert_sound(chart, SMALLEST_PAPER if unit is PAPER else SMALLEST_SCREEN)
            said = spoken(chart)
            here = {spot.record for spot in chart.spots}
            if len(here) <= FEW:
                assert set(said) == here
                for touchpoint, words in said.items():
                    name = document.get(Touchpoint, touchpoint).name
                    assert row.id == "answers" or name in words
            assert data.head.title and data.head.basis.startswith("Innensicht")


@ROWS
def test_a_click_where_a_touchpoint_stands_finds_it(row: ChartRow) -> None:
    for document in (moving(), large()):
        made = draw(row, source_of(document, row, DE), style())
        if isinstance(made, Missing):
            continue
        chart = made[1]
        assert chart.record_at(-400, -400) is None
        for touchpoint, box in list(chart.names.items()):
            assert chart.record_at(box.x + box.width / 2, box.y + box.height / 2) == touchpoint
        if chart.names:
            continue
        for spot in chart.spots:
            middle = spot.box.x + spot.box.width / 2, spot.box.y + spot.box.height / 2
            found = chart.record_at(*middle)
            assert any(box == spot.box for box in chart.boxes(found))


@ROWS
def test_nothing_rated_says_why(row: ChartRow) -> None:
    empty = journey([{}, {}])
    for document in (empty, Document([r for r in empty if not isinstance(r, Round)])):
        made = draw(row, source_of(document, row, EN), style())
        assert isinstance(made, Missing)
        assert made.reason.startswith(WHY_NOT)


@ROWS
def test_one_person_all_equal_and_all_skipped(row: ChartRow) -> None:
    kinds = [{"experience_kinds": tuple(ExperienceKind)}] * 2
    same = {"expectation": [4, 4], "experience": [4, 4], "importance": [4, 4], "emotion": [0, 0]}
    one = {figure: answers[:1] for figure, answers in same.items()}
    skipped = {figure: [None, None] for figure in same}
    for ratings in ([same, same], [one, one]):
        document = journey(ratings, touchpoints=kinds)
        made = draw(row, source_of(document, row, EN), style())
        assert row.compares or row.id in NEED_MORE or not isinstance(made, Missing)
        if not isinstance(made, Missing):
            assert_sound(made[1], SMALLEST_SCREEN)
    document = journey([skipped, skipped], touchpoints=kinds)
    assert isinstance(draw(row, source_of(document, row, EN), style()), Missing)


@pytest.mark.parametrize("row", [row for row in CHARTS if row.id != "kano"], ids=lambda row: row.id)
def test_every_chart_says_whose_answers_it_shows(row: ChartRow) -> None:
    data, chart = drawn(row, source_of(moving(), row, EN), ChartStyle(900, 560, EN))
    words = " ".join(line.text for _, line in texts_in(chart))
    assert data.head.title in words
    assert "Employees’ view: 9 employees" in words
    assert "12 March 2026" in words
    assert ("scale −3 to +3" if row.id == "emotion" else "scale 1–7") in words


def test_ranking_is_ordered_and_surveys_have_intervals_discussions_dots() -> None:
    row = BY_ID["ranking"]
    data, chart = drawn(row, source_of(moving(), row, DE), style())
    tops = [spot.box.y for spot in chart.spots]
    assert ascending(tops)
    deltas = [r.figures.delta.mean for r in data.rows]  # type: ignore[attr-defined]
    assert ascending(deltas)
    assert "Punkte: die Antworten" in data.head.lead
    survey, _ = drawn(row, source_of(moving(), row, DE, round_=1), style())
    assert "95-%-Intervalle" in survey.head.lead
    assert any("95-%-Intervall" in line.cells[2] for line in survey.listing.lines)
    assert not any("95-%-Intervall" in line.cells[2] for line in data.listing.lines)


def test_many_are_drawn_as_density_with_the_five_most_urgent_named() -> None:
    figures = round_figures(large(), large().all(Round)[0].id)
    for chart_id in ("scatter", "importance"):
        row = BY_ID[chart_id]
        data, chart = drawn(row, source_of(large(), row, DE), style())
        assert set(chart.names) == set(figures.ranking[:5])
        squares = next(p.group for p in chart.picture.flat() if p.group.key.endswith(":density"))
        plates = [item for item in squares.items if isinstance(item, Rect)]
        assert 20 < len(plates) < 150
        assert len({plate.fill_opacity for plate in plates}) > 3
    for chart_id in ("ranking", "distribution"):
        row = BY_ID[chart_id]
        _, chart = drawn(row, source_of(large(), row, DE), style())
        assert len(chart.names) == 5
        assert len(chart.spots) == 400
        assert chart.picture.height <= 560


def test_the_counts_of_the_squares_are_those_of_the_touchpoints() -> None:
    row = BY_ID["scatter"]
    data, _ = drawn(row, source_of(large(), row, DE), style())
    points = data.points  # type: ignore[attr-defined]
    for size in (0.5, 1.0, 2.0):
        found = density.bins(points, size, (1, 1), (7, 7))
        assert sum(b.count for b in found) == len(points) == 400
        for each in found:
            inside = [
                p
                for p in points
                if (each.x <= p.x < each.x + size or (p.x == 7 and each.x + size == 7))
                and (each.y <= p.y < each.y + size or (p.y == 7 and each.y + size == 7))
            ]
            assert abs(len(inside) - each.count) <= 3, "rounding may move a point on an edge"


def test_numbers_on_every_shade_can_be_read() -> None:
    for name in ("light", "dark", "print"):
        colours = palette(name)
        grounds = [colours[r] for r in (Role.SURFACE, Role.DELIGHTING_GROUND, Role.DISAPPOINTING_GROUND)]
        for fill in (Role.OKAY, Role.DELIGHTING, Role.DISAPPOINTING_TEXT):
            for opacity, light in density.SHADES:
                ink = colours[Role.SURFACE if light else Role.INK]
                assert min(contrast(mix(g, colours[fill], opacity), ink) for g in grounds) >= 4.5, (name, fill, opacity)


def test_the_crosshair_stands_at_the_means_or_in_the_middle() -> None:
    row = BY_ID["importance"]
    mean, _ = drawn(row, source_of(moving(), row, DE), style())
    middle, _ = drawn(row, source_of(moving(), row, DE, choice="middle"), style())
    assert middle.cross == (4.0, 4.0)  # type: ignore[attr-defined]
    x, y = mean.cross  # type: ignore[attr-defined]
    assert (round(x, 1), round(y, 1)) == (4.6, 5.2)
    told = {line.cells[0]: line.cells[3] for line in mean.listing.lines}
    assert told["Hotline: „Ist die Abmeldung durch?“"] == "zuerst verbessern"
    assert told["Ummeldung im Kundenzentrum"] == "mehr als nötig"
    assert importance.quadrant(5, 5, (4, 4)) == "keep it up"
    assert importance.quadrant(3, 3, (4, 4)) == "look at later"


def test_without_importance_the_chart_says_so() -> None:
    document = journey([{"expectation": [5, 6], "experience": [3, 4]}])
    row = BY_ID["importance"]
    made = draw(row, source_of(document, row, EN), style())
    assert made == Missing("No result: importance was not asked in this round.")


def test_emotion_names_highs_and_lows_and_tells_peak_and_end() -> None:
    row = BY_ID["emotion"]
    data, chart = drawn(row, source_of(moving(), row, DE), style(1100, 600))
    words = [line.text for _, line in texts_in(chart)]
    assert words.count("einer der Tiefpunkte") == 2, "what cannot be told apart is no superlative"
    assert words.count("einer der Höhepunkte") == 3
    assert "Stärkstes Gefühl und Ende: +0,6" in data.head.lead
    stages = [s.name for s in moving().all(Stage)]
    assert all(name in words for name in stages)
    xs = [chart.places[t][0] for t in chart.records]
    assert ascending(xs)


def test_the_profile_shows_each_kind_with_its_touchpoints() -> None:
    row = BY_ID["profile"]
    data, chart = drawn(row, source_of(moving(), row, DE), style())
    figures = round_figures(moving(), moving().all(Round)[0].id)
    kinds = data.kinds  # type: ignore[attr-defined]
    assert [k.mean for k in kinds] == [p.mean_delta for p in figures.profile]
    assert [len(k.carriers) for k in kinds] == [p.touchpoints for p in figures.profile]
    assert len(chart.spots) == sum(p.touchpoints for p in figures.profile)
    nothing = moving().evolve(put=[t.model_copy(update={"experience_kinds": ()}) for t in moving().all(Touchpoint)])
    assert isinstance(draw(row, source_of(nothing, row, DE), style()), Missing)


@pytest.mark.parametrize("figure", distribution.FIGURES)
def test_a_dot_for_each_answer_of_a_discussion(figure: str) -> None:
    row = BY_ID["distribution"]
    data, chart = drawn(row, source_of(moving(), row, DE, choice=figure), style())
    for placed in chart.picture.flat():
        if placed.group.record is None:
            continue
        dots = [i for i in placed.group.items if isinstance(i, Path) and i.fill is Role.OKAY]
        spread = next(s for s in data.spreads if s.touchpoint == placed.group.record)  # type: ignore[attr-defined]
        assert len(dots) == spread.n


def test_a_survey_shows_shares_from_thirty_answers_on() -> None:
    row = BY_ID["distribution"]
    data, chart = drawn(row, source_of(moving(), row, DE, round_=1), style())
    assert not data.dots  # type: ignore[attr-defined]
    assert any(line.text.endswith("%") for _, line in texts_in(chart))


def test_answers_follow_the_chosen_touchpoint() -> None:
    row = BY_ID["answers"]
    chosen = moving().all(Touchpoint)[2]
    data, chart = drawn(row, source_of(moving(), row, DE, chosen=chosen.id), style())
    assert chosen.name in data.head.title
    assert {spot.record for spot in chart.spots} == {chosen.id}
    usual, _ = drawn(row, source_of(moving(), row, DE), style())
    assert "Hotline" in usual.head.title, "the most urgent one when nothing is chosen"


def test_the_team_takes_the_hotline_for_the_worst_the_customers_the_final_bill() -> None:
    row = BY_ID["views"]
    data, chart = drawn(row, source_of(moving(), row, DE), style())
    assert "„Hotline“" in data.head.lead
    assert "„Schlussrechnung alte Wohnung“" in data.head.lead
    pairs = data.pairs  # type: ignore[attr-defined]
    assert len(pairs) == 6
    assert ascending([-abs(p.difference) for p in pairs])
    by_name = {p.name: p for p in pairs}
    bill = by_name["Schlussrechnung alte Wohnung"]
    assert bill.misjudged and bill.difference < 0
    assert "46 von 180" in data.head.basis and "9 Mitarbeitende" in data.head.basis
    assert "▼ −0,6" in [line.text for _, line in texts_in(chart)]


def test_views_on_different_scales_or_with_too_few_customers_are_refused() -> None:
    row = BY_ID["views"]
    ratings = [{"expectation": [5, 5], "experience": [3, 3]}]
    other = Round(id="c", journey="j", view=View.CUSTOMERS, kind=RoundKind.SURVEY, scale=5, order="z")
    counts = SurveyCounts(id="k", round="c", touchpoint="t1", pairs=FrozenMap({"4|2": 3}))
    refused = draw(row, source_of(journey(ratings, more=[other, counts]), row, EN), style())
    assert isinstance(refused, Missing)
    assert "different scales, 1–7 and 1–5" in refused.reason
    same = other.model_copy(update={"scale": 7})
    few = draw(row, source_of(journey(ratings, more=[same, counts]), row, EN), style())
    assert isinstance(few, Missing)
    assert "fewer than 5 customers" in few.reason
    enough = counts.model_copy(update={"pairs": FrozenMap({"4|2": 8})})
    data, _ = drawn(row, source_of(journey(ratings, more=[same, enough]), row, EN), style())
    assert len(data.listing.lines) == 1
    alone = draw(row, source_of(journey(ratings), row, EN), style())
    assert alone == Missing("No comparison yet: this journey has no round in the customers’ view.")


@given(st.lists(st.floats(0, 300), max_size=12))
def test_labels_are_pushed_apart_in_order(wanted: list[float]) -> None:
    places = rows.apart(sorted(wanted), 14, 0, 300)
    assert ascending(places)
    assert all(b - a >= 14 - 1e-6 for a, b in zip(places, places[1:], strict=False))
    assert all(7 - 1e-6 <= y <= 293 + 1e-6 for y in places)


@given(st.sampled_from([row.id for row in CHARTS]), st.lists(st.text("abc123", min_size=1, max_size=8), max_size=2))
def test_a_kept_chart_reads_back_the_same(chart: str, about: list[str]) -> None:
    for choice in variants(BY_ID[chart]):
        wanted = Wanted(chart, choice, tuple(about))
        assert read(wanted.entry) == wanted
    assert read("unknown|x") is None
    assert read(f"{chart}|bogus") == Wanted(chart)


def asked_in_pairs(count: int) -> Document:
    """A survey of so many touchpoints: pairs "there|missing", 1 like … 5 dislike."""
    pairs = ("1|5", "2|5", "1|3", "3|3", "1|4", "2|5")
    counts = [
        SurveyCounts(
            id=f"k{n}",
            round="r",
            touchpoint=f"t{n}",
            pairs=FrozenMap({"6|3": 12}),
            kano=FrozenMap({pairs[n % 6]: 8, pairs[(n * 5) % 6]: 1 + n % 9, "-|2": 2}),
        )
        for n in range(1, count + 1)
    ]
    return journey([{}] * count, more=counts, kind=RoundKind.SURVEY, view=View.CUSTOMERS)


@pytest.mark.parametrize("count", [1, 6, 60])
def test_kano_shows_better_and_worse(count: int) -> None:
    row = BY_ID["kano"]
    document = asked_in_pairs(count)
    data, chart = drawn(row, source_of(document, row, EN), ChartStyle(900, 560, EN))
    assert_sound(chart, SMALLEST_SCREEN)
    points = {p.touchpoint: p for p in data.points}  # type: ignore[attr-defined]
    assert len(points) == count
    basic = points["t1"]
    assert 0 <= basic.y < 0.5 < basic.x <= 1, "liked by nobody, missed by all: a basic requirement"
    assert data.listing.lines[0].cells[3].startswith("−")
    assert "basic requirement" in [line.text for _, line in texts_in(chart)]


def test_a_benchmark_is_a_line_with_its_source_and_year() -> None:
    document, row = moving(), BY_ID["scatter"]
    about = document.all(Round)[0].journey
    known = Benchmark(id="b1", about=about, figure="experience", value=5.1, source="Branchenbarometer", year=2025)
    unsourced = Benchmark(id="b2", about=about, figure="experience", value=3.1)
    off = Benchmark(id="b3", about=about, figure="experience", value=99, source="Messe", year=1999)
    _, chart = drawn(row, source_of(document.evolve(put=[known, unsourced, off]), row, DE), style())
    assert_sound(chart, SMALLEST_SCREEN)
    words = [line.text for _, line in texts_in(chart)]
    assert "5,1 Branchenbarometer, 2025" in words
    assert not any("3,1" in word for word in words)
    assert not any("Messe" in word for word in words), "a value off the scale belongs to another scale"


@given(st.lists(st.floats(1, 7), min_size=1, max_size=3), st.floats(300, 1000), st.floats(260, 700))
def test_benchmark_lines_cover_no_words(values: list[float], width: float, height: float) -> None:
    document, row = moving(), BY_ID["scatter"]
    about = document.all(Round)[0].journey
    known = [
        Benchmark(id=f"b{n}", about=about, figure="experience", value=v, source="Branchenbarometer Energie", year=2025)
        for n, v in enumerate(values)
    ]
    _, chart = drawn(row, source_of(document.evolve(put=known), row, DE), style(width, height))
    assert_sound(chart, SMALLEST_SCREEN)
