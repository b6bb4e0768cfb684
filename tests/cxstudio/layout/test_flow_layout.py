"""The flow view's layout: nothing overlaps, stages stay in their order, lines keep off cards, whatever is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import Placed, TextLine
from cxstudio.layout.flow import FlowLayout, FlowStyle, flow_in_steps
from cxstudio.layout.map_scene.map_style import Density, density_of
from cxstudio.look.fonts import font_book
from cxstudio.model import Document, Id, Record, Stage, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.steps import finished
from cxstudio.wording import texts
from tests.cxstudio.journeys import journey
from tests.examples import examples

FONTS = font_book()
WIDTHS = (112.0, 70.0, 30.0, 4.0)
NORMAL, OTHER = TransitionKind.NORMAL, TransitionKind.ALTERNATIVE
BACK, LEAVE = TransitionKind.RETURN, TransitionKind.DROP_OUT


def laid(document: Document, journey_id: Id = "j", wide: float = 112.0, **more: object) -> FlowLayout:
    style = FlowStyle(wide, density_of(wide), **more)  # type: ignore[arg-type]
    return finished(flow_in_steps(document, flow_figures(document, journey_id), None, texts("en"), style, FONTS))


def way(source: str, target: str | None, kind: TransitionKind = OTHER, share: float | None = None) -> Record:
    return Transition(id=f"{source}{target}{kind}", source=source, target=target, kind=kind, share=share)


def apart(a: Placed, b: Placed) -> bool:
    """Whether two groups share no point inside both."""
    close = 0.01
    return (
        a.x + a.group.width <= b.x + close
        or b.x + b.group.width <= a.x + close
        or a.y + a.group.height <= b.y + close
        or b.y + b.group.height <= a.y + close
    )


def staged(places: Sequence[int], drawn: Sequence[Record]) -> Document:
    """A journey whose touchpoints stand in these stages; stages nobody is in are empty."""
    stages = [Stage(id=f"s{n}", journey="j", name=f"Stage {n}", order=f"b{n}") for n in range(4)]
    points = [{"stage": f"s{n}"} for n in places]
    return journey([{} for _ in places], touchpoints=points, more=[*stages, *drawn])


@st.composite
def tangles(draw: st.DrawFn) -> Document:
    count = draw(st.integers(1, 14))
    ends = st.integers(1, count)
    drawn: list[Record] = []
    for number in range(draw(st.integers(0, 30))):
        target = draw(st.one_of(st.none(), ends))
        drawn.append(
            Transition(
                id=f"w{number}",
                source=f"t{draw(ends)}",
                target=None if target is None else f"t{target}",
                kind=draw(st.sampled_from(TransitionKind)),
                share=draw(st.one_of(st.none(), st.floats(0, 1))),
                assumed=draw(st.booleans()),
            )
        )
    cuts = sorted(draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)))
    return staged(cuts, drawn)


def last_before_others() -> Document:
    """The last touchpoint has a card to its right, where the sign of having arrived must not reach."""
    ends = ["t1"] * 11 + ["t5", "t6"]
    leaving = [Transition(id=f"w{n}", source=end, target=None, kind=NORMAL) for n, end in enumerate(ends)]
    return staged([0, 0, 0, 2, 2, 2, 2], [way("t4", "t6"), *leaving])


@settings(max_examples=examples(40), deadline=None)
@given(tangles(), st.sampled_from(WIDTHS))
@example(last_before_others(), 30.0)
def test_nothing_overlaps_whatever_is_drawn(document: Document, wide: float) -> None:
    layout = laid(document, wide=wide)
    flat = list(layout.body.flat())
    solid = [p for p in flat if p.group.key.startswith(("card:", "pile:", "share:"))]
    exits = [p for p in flat if p.group.key.endswith((">out", ">end")) and p.group.key.startswith("way:")]
    far = density_of(wide) is Density.FAR  # where rings are dots, two of them may touch, but never a card
    for one, other in combinations([*solid, *exits], 2):
        both = far and one in exits and other in exits
        assert both or apart(one, other), (one.group.key, other.group.key)
    for placed in flat:
        assert placed.x >= -0.01 and placed.y >= -12, placed.group.key
        assert placed.x + placed.group.width <= layout.body.width + 0.01, placed.group.key
        assert placed.y + placed.group.height <= layout.body.height + 0.01, placed.group.key


@settings(max_examples=examples(25), deadline=None)
@given(tangles())
def test_stages_stay_in_their_order_and_hold_their_cards(document: Document) -> None:
    layout = laid(document)
    for one, other in pairwise(layout.stages):
        assert one.x + one.width == pytest.approx(other.x)
    bands = {band.stage: band for band in layout.stages}
    for card in layout.cards.values():
        band = bands[card.stage]
        assert band.x <= card.x and card.right <= band.x + band.width + 0.01


@settings(max_examples=examples(25), deadline=None)
@given(tangles())
def test_lines_run_through_no_card_but_their_own(document: Document) -> None:
    layout = laid(document)
    for line in layout.ways:
        for card in layout.cards.values():
            if card.key in (line.source, line.target):
                continue
            for x, y in line.points:
                inside = card.x < x < card.right and card.y < y < card.y + card.height
                assert not inside, (line.key, card.key)


def test_ways_lead_from_left_to_right_and_returns_back() -> None:
    layout = laid(journey([{}] * 4, more=[way("t1", "t3"), way("t4", "t2", BACK)]))
    lines = {line.key: line for line in layout.ways}
    ahead, back = lines["way:t1>t3"].points, lines["way:t4>t2"].points
    assert ahead[0][0] < ahead[-1][0] and back[0][0] > back[-1][0]
    assert lines["way:t2>t3"].drawn is False and lines["way:t2>t3"].record is None
    assert layout.way(lines["way:t1>t3"].record) == lines["way:t1>t3"]


def test_alternatives_stand_below_each_other_and_the_order_of_the_map_is_kept() -> None:
    ways = [way("t1", "t2", NORMAL), way("t1", "t3"), way("t2", "t4", NORMAL), way("t3", "t4", NORMAL)]
    layout = laid(journey([{}] * 4, more=ways))
    layers = {key: card.layer for key, card in layout.cards.items()}
    assert layers == {"t1": 0, "t2": 1, "t3": 1, "t4": 2}
    assert layout.above("t3", -1) == layout.cards["t2"] and layout.above("t2", -1) is None


def test_guessed_shares_carry_their_sign() -> None:
    drawn = [
        Transition(id="a", source="t1", target="t2", share=0.6, assumed=True),
        Transition(id="b", source="t1", target="t3", kind=OTHER, share=0.4, assumed=False),
    ]
    layout = laid(journey([{}] * 3, more=drawn))
    said = {
        p.group.key: "".join(item.text for item in p.group.items if isinstance(item, TextLine))
        for p in layout.body.flat()
        if p.group.key.startswith("share:")
    }
    assert said["share:way:t1>t2"].startswith("≈") and said["share:way:t1>t3"] == "40%"


def test_what_is_at_a_place_is_found() -> None:
    layout = laid(journey([{}] * 3, more=[way("t1", None, LEAVE, 0.4)]))
    card = layout.cards["t2"]
    assert layout.card_at(card.x + 1, card.y + 1) == card
    assert layout.card_at(card.x - 20, card.y) is None
    line = next(line for line in layout.ways if line.key == "way:t2>t3")
    x, y = line.points[len(line.points) // 2]
    assert layout.way_at(x, y + 3, 6.0) == line and layout.way_at(x, y + 30, 6.0) is None
    leaving = next(line for line in layout.ways if line.drops_out)
    assert leaving.label is not None
    left, top, wide, high = leaving.label
    assert layout.way_at(left + wide / 2, top + high / 2, 1.0) == leaving


def test_only_the_strongest_ways_are_drawn_but_every_card_stays_joined() -> None:
    drawn = [
        Transition(id=f"w{a}-{b}", source=f"t{a}", target=f"t{b}", kind=OTHER, share=1 / (b - a + 2), assumed=False)
        for a in range(1, 13)
        for b in range(a + 1, 13)
    ]
    document = journey([{}] * 12, more=drawn)
    few, many = laid(document, most_ways=12), laid(document, most_ways=500)
    assert few.known_ways == many.known_ways == len(many.ways) > len(few.ways)
    assert {line.target for line in few.ways} >= {f"t{n}" for n in range(2, 13)}
    assert {line.source for line in few.ways} >= {f"t{n}" for n in range(1, 12)}
    usual = laid(document)
    assert len(few.ways) < len(usual.ways) < len(many.ways)


def test_folded_stages_are_piles_between_what_stands_out() -> None:
    points: list[dict[str, Any]] = [{"stage": "s1"} for _ in range(6)]
    points[3] = {"stage": "s1", "stardust": True}
    stage = Stage(id="s1", journey="j", name="One", order="b")
    document = journey([{}] * 6, touchpoints=points, more=[stage, way("t2", "t5")])
    layout = laid(document, folded_stages=frozenset({"s1"}))
    piles = [card for card in layout.cards.values() if card.touchpoint is None]
    assert [card.hidden for card in piles] == [("t1", "t2", "t3"), ("t5", "t6")]
    assert layout.card_of("t4") is not None and layout.card_of("t4") == layout.cards["t4"]
    assert layout.card_of("t2") == piles[0]
    assert {(line.source, line.target) for line in layout.ways if line.target} == {
        (piles[0].key, "t4"), (piles[0].key, piles[1].key), ("t4", piles[1].key)
    }  # fmt: skip
    assert next(band for band in layout.stages if band.stage == "s1").folded


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_anything_to_draw(count: int) -> None:
    layout = laid(journey([{}] * count))
    assert len(layout.cards) == count
    assert layout.card_at(0, 0) is None and layout.card_of("nobody") is None and layout.way_at(5, 5, 3) is None


def test_ways_over_half_the_journey_run_above_or_below_everything() -> None:
    layout = laid(journey([{}] * 40, more=[way("t1", "t38"), way("t39", "t2", BACK)]))
    lines = {line.key: line for line in layout.ways}
    top, bottom = min(c.y for c in layout.cards.values()), max(c.y + c.height for c in layout.cards.values())
    assert max(y for _, y in lines["way:t1>t38"].points) > bottom
    assert min(y for _, y in lines["way:t39>t2"].points) < top


def test_the_sample_reads_from_left_to_right() -> None:
    document = sample("lindenfurt", "de").document
    found = flow_figures(document, "journey1", round_figures(document, "round1"))
    layout = finished(
        flow_in_steps(document, found, round_figures(document, "round1"), texts("de"), FlowStyle(), FONTS)
    )
    assert layout.body.height < 500
    marked = {p.group.key for p in layout.body.flat() if p.group.key.startswith("marks:")}
    assert "marks:t07" in marked and "marks:t08" in marked and "marks:t02" not in marked
