"""Boards of the plan: everything stands in them, where it stands means what it says, and no day is too strange."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.layout.boards import schedule_rows
from cxstudio.layout.boards.effort_impact import MatrixStyle, lay_out_effort_impact
from cxstudio.layout.boards.plan_items import Plan, plan_of
from cxstudio.layout.boards.schedule_bars import Shape
from cxstudio.layout.boards.schedule_layout import LEAST_DAY, Part, ScheduleStyle, lay_out_schedule
from cxstudio.layout.boards.schedule_rows import bar_box
from cxstudio.layout.boards.status_board import BoardStyle, lay_out_board
from cxstudio.layout.boards.time_axis import axis_for
from cxstudio.layout.display.display_list import DisplayList, TextLine
from cxstudio.look.type_scale import PAPER, SCREEN
from cxstudio.model import Document, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording import texts

TODAY = date(2026, 5, 14)
GERMAN = texts("de")
near = st.none() | st.integers(-200, 400).map(lambda n: TODAY + timedelta(n))
points = st.none() | st.integers(1, 7)
TITLES = ["Formular", "Eine Ansprechperson je Umzug, Rückruf in 24 Stunden " * 4, "", "   ", "حملة\u202e", "a\nb\tc"]


def plan(document: Document, by: Grouping = Grouping.NONE) -> Plan:
    return plan_of(document, document.all(Measure), GERMAN, today=TODAY, delta_of=lambda _: -1.0, by=by)


@st.composite
def plans(draw: st.DrawFn, days: st.SearchStrategy[date | None] = near) -> Document:
    ids = [f"m{n}" for n in range(draw(st.integers(0, 7)))]
    return Document(
        Measure(
            id=one,
            title=draw(st.sampled_from(TITLES)),
            order=f"a{n}",
            owner_role=draw(st.sampled_from(["", "Leitung Kundenservice", "x" * 300])),
            start=draw(days),
            due=draw(days),
            status=draw(st.sampled_from(MeasureStatus)),
            progress=draw(st.integers(0, 100)),
            effort=draw(points),
            impact=draw(points),
            depends_on=tuple(draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))),
        )
        for n, one in enumerate(ids)
    )


def texts_within(picture: DisplayList) -> bool:
    """No text begins before its picture or stands above or below it; bars alone may have words beyond the end."""
    for placed in picture.flat():
        for item in placed.group.items:
            if isinstance(item, TextLine) and not (
                placed.x + item.x >= -0.5 and 0 <= placed.y + item.y <= picture.height + 0.5
            ):
                return False
    return True


@given(plans(), st.sampled_from(Grouping), st.sampled_from([LEAST_DAY, 0.6, 2.2]))
def test_every_measure_has_its_row_and_a_place_in_it_means_its_day(
    document: Document, by: Grouping, day: float
) -> None:
    layout = lay_out_schedule(plan(document, by), ScheduleStyle(day=day, least=700.0))
    assert set(layout.order) == {m.id for m in document.all(Measure)}
    assert layout.body.width >= 700.0 and texts_within(layout.header) and texts_within(layout.labels)
    tops = [row.y for row in layout.rows]
    assert tops == sorted(tops)
    for row in layout.rows:
        assert layout.row_at(row.y + 1) == row
        box = bar_box(row, SCREEN)
        if row.item is None or box is None or row.span is None:
            continue
        assert -0.01 <= box[0] <= layout.body.width and row.y < box[1] < row.y + row.height
        found = layout.part_at(box[0] + box[2] / 2, box[1] + box[3] / 2)
        assert found is not None and found[0] == row and found[1] is Part.BODY
        if row.span.shape is Shape.BAR and row.item.start is not None:
            assert layout.axis.day_at(layout.axis.x(row.item.start) + 0.01) == row.item.start
    assert len({p.group.key for p in layout.body.flat()}) == len(list(layout.body.flat()))


@given(plans(st.none() | st.dates()))
def test_no_day_is_too_far_away(document: Document) -> None:
    layout = lay_out_schedule(plan(document), ScheduleStyle())
    assert 0 < layout.body.width < 40_000
    for row in layout.rows:
        assert row.span is None or -0.01 <= row.span.x <= layout.body.width
    layout.whole()


@given(st.lists(near, max_size=4), st.sampled_from([LEAST_DAY, 1.0, 2.2, 6.0]), st.sampled_from([0.0, 400.0, 1500.0]))
def test_an_axis_begins_with_a_month_and_its_months_fill_it(days: list[date | None], day: float, least: float) -> None:
    axis = axis_for(days, TODAY, day, least)
    assert axis.first.day == 1 and axis.width >= least
    ticks = axis.months(GERMAN)
    assert ticks[0].x == 0 and ticks[0].year
    assert abs(sum(t.width for t in ticks) - axis.width) < 0.01
    for when in (TODAY, *(d for d in days if d is not None)):
        assert axis.day_at(axis.x(when) + day / 2) == when


@given(plans(), st.sampled_from([140.0, 220.0]))
def test_every_measure_has_one_card_in_the_column_of_its_status(document: Document, column: float) -> None:
    board = lay_out_board(plan(document, Grouping.TOUCHPOINT), BoardStyle(column=column))
    assert sorted(board.order) == sorted(m.id for m in document.all(Measure))
    assert texts_within(board.body) and texts_within(board.header)
    for card in board.cards:
        x, y = card.x + card.width / 2, card.y + card.height / 2
        assert board.card_at(x, y) == card and board.status_at(x) is card.item.status
    for status, cards in board.columns:
        numbers = [c.item.number for c in cards]
        assert numbers == sorted(numbers) and all(c.item.status is status for c in cards)
        for above, below in zip(cards, cards[1:], strict=False):
            assert above.y + above.height < below.y
            assert board.before_at(below.x, below.y + below.height, below.item.measure) == above.item.measure


@given(plans())
def test_arrows_reach_every_card(document: Document) -> None:
    board = lay_out_board(plan(document), BoardStyle())
    reached: set[str] = set()
    left = [i for i in (board.beside(None, 0, 1),) if i]
    while left:
        one = left.pop()
        reached.add(one)
        steps = (board.beside(one, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1)))
        left += [i for i in steps if i is not None and i not in reached]
    assert reached == set(board.order)


@given(plans(), st.sampled_from([(300.0, 320.0), (1100.0, 560.0)]), st.sampled_from([SCREEN, PAPER]))
def test_a_mark_stands_where_its_points_say(document: Document, size: tuple[float, float], unit: object) -> None:
    made = lay_out_effort_impact(plan(document), MatrixStyle(*size, unit))  # type: ignore[arg-type]
    assert list(made.order) == [m.id for m in document.all(Measure)] and texts_within(made.body)
    for mark in made.marks:
        known = None if None in (mark.item.effort, mark.item.impact) else (mark.item.effort, mark.item.impact)
        assert made.points_at(mark.x, mark.y) == known
        found = made.mark_at(mark.x, mark.y)
        assert found is not None and (found.x, found.y) == (mark.x, mark.y)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [270.0, 300.0, 400.0, 639.0, 900.0])
@pytest.mark.parametrize("estimated", [True, False])
def test_quadrants_and_axes_are_named_in_full_however_narrow_the_plane(
    language: str, width: float, estimated: bool
) -> None:
    points = {"effort": 2, "impact": 6} if estimated else {}
    document = Document([Measure(id="m1", title="Form", order="a0", **points)])  # type: ignore[arg-type]
    said = plan_of(document, document.all(Measure), texts(language), today=TODAY, delta_of=lambda _: -1.0)
    made = lay_out_effort_impact(said, MatrixStyle(width, 420.0))
    (plane,) = (placed for placed in made.body.flat() if placed.group.key == "plane")
    lines = [item for item in plane.group.items if isinstance(item, TextLine)]
    assert not [line.text for line in lines if line.text.endswith("…")]
    assert len(lines) == (6 if estimated else 7)
    for n, one in enumerate(lines):
        assert plane.x + one.x >= 0 and plane.x + one.x + one.width <= width
        for other in lines[n + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert beside or abs(one.y - other.y) >= 12


def test_words_of_a_row_keep_off_its_edges() -> None:
    document = Document([Measure(id="m1", title=TITLES[1], order="a0", owner_role="Leitung Kundenservice " * 3)])
    layout = lay_out_schedule(plan(document), ScheduleStyle())
    (label,) = (placed for placed in layout.labels.flat() if placed.group.key.startswith("label:"))
    lines = [item for item in label.group.items if isinstance(item, TextLine) and len(item.text) > 3]
    assert min(line.y - 12 for line in lines) >= 4 and max(line.y for line in lines) <= label.group.height - 9


def test_what_is_drawn_twice_is_made_once() -> None:
    document = Document(
        Measure(id=f"m{n}", title=f"Measure {n}", start=TODAY, due=TODAY + timedelta(30), order=f"a{n}")
        for n in range(5)
    )
    changed = document.evolve([document.get(Measure, "m2").model_copy(update={"title": "Other"})])
    first, second = (lay_out_board(plan(d), BoardStyle()) for d in (document, changed))
    groups = [{p.group.key: p.group for p in b.body.flat()} for b in (first, second)]
    same = {key for key in groups[0] if groups[0][key] is groups[1].get(key)}
    assert {f"card:m{n}" for n in (0, 1, 3, 4)} <= same and "card:m2" not in same


@pytest.mark.parametrize(
    ("start", "due", "shape"),
    [(1, 30, Shape.BAR), (1, None, Shape.OPEN), (None, 30, Shape.POINT), (30, 1, Shape.REVERSED)],
)
def test_what_is_known_of_its_days_can_be_seen(start: int | None, due: int | None, shape: Shape) -> None:
    days = [None if n is None else TODAY + timedelta(n) for n in (start, due)]
    document = Document([Measure(id="m", title="Form", start=days[0], due=days[1])])
    span = lay_out_schedule(plan(document)).rows[0].span
    assert span is not None and span.shape is shape and span.x < span.right


@given(plans())
def test_no_line_of_a_dependency_goes_through_words(document: Document) -> None:
    layout = lay_out_schedule(plan(document), ScheduleStyle())
    lines = schedule_rows._uprights(layout.rows, SCREEN)
    for placed in layout.body.flat():
        if placed.group.key.startswith("words:"):
            for item in placed.group.items:
                if isinstance(item, TextLine):
                    left, right = placed.x + item.x, placed.x + item.x + item.width
                    middle = placed.y + item.y - item.size / 3
                    assert not [x for x, top, bottom in lines if left < x < right and top < middle < bottom]


def test_rows_grow_with_what_they_say() -> None:
    short, long = ("Formular", "Eine Ansprechperson je Umzug, Rückruf in 24 Stunden " * 4)
    made = [Measure(id=f"m{n}", title=title, order=f"a{n}") for n, title in enumerate((short, long, short))]
    layout = lay_out_schedule(plan(Document(made)), ScheduleStyle())
    first, second, third = layout.rows
    assert first.height == third.height < second.height
    assert third.y == second.y + second.height
    said = [i.text for p in layout.labels.flat() for i in p.group.items if isinstance(i, TextLine)]
    assert not [words for words in said if words.endswith("…")]
