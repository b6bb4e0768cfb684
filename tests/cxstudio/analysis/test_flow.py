"""The journey as a graph, against numpy, networkx's other algorithms and plain enumeration."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_values import FlowFigures, Route
from cxstudio.analysis.flow.graph_structure import MOST_WAYS_BACK
from cxstudio.analysis.flow.journey_graph import flow
from cxstudio.analysis.flow.markov_chain import OUT, expected_visits
from cxstudio.model import Channel, Department, Document, MissingRecord, Record, Transition
from cxstudio.model.kinds import ChannelPlace, TransitionKind, Travels
from tests.cxstudio.journeys import journey, journeys
from tests.examples import examples

NORMAL, OTHER = TransitionKind.NORMAL, TransitionKind.ALTERNATIVE
BACK, LEAVE = TransitionKind.RETURN, TransitionKind.DROP_OUT


def way(
    source: str, target: str | None, kind: TransitionKind = NORMAL, share: float | None = None, **more: Any
) -> Record:
    told = {"assumed": False, **more}
    return Transition(
        id=f"{source}-{target}-{kind.value}", source=source, target=target, kind=kind, share=share, **told
    )


def found(count: int, *ways: Record, emotions: Sequence[int | None] = ()) -> FlowFigures:
    """The flow of a journey with so many touchpoints, these ways, and one voice's emotions."""
    ratings = [{"emotion": (emotions[at],)} if at < len(emotions) else {} for at in range(count)]
    document = journey(ratings, more=ways)
    return flow_figures(document, "j", round_figures(document, "r"))


def times(flowing: FlowFigures) -> dict[str, float]:
    return {t: round(one.value, 9) for t, one in flowing.visits.items()}


def test_a_straight_journey_is_passed_once_by_everybody() -> None:
    flowing = found(3)
    assert times(flowing) == {"t1": 1, "t2": 1, "t3": 1}
    assert flowing.arrival is None and not flowing.drawn, "nobody drew a path: who arrives is not known"
    drawn = found(3, way("t1", "t2")).arrival
    assert drawn is not None and drawn.arrive == 1 and not drawn.assumed
    assert flowing.likely is not None and flowing.likely.touchpoints == ("t1", "t2", "t3")
    assert not flowing.branches and flowing.unavoidable == () and flowing.loops == ()


def test_returns_and_drop_outs_worked_out_by_hand() -> None:
    flowing = found(3, way("t2", "t1", BACK, 0.25), way("t2", None, LEAVE, 0.15))
    assert flowing.arrival is not None
    assert times(flowing) == {"t1": round(4 / 3, 9), "t2": round(4 / 3, 9), "t3": 0.8}
    assert flowing.arrival.arrive == pytest.approx(0.8) and flowing.arrival.drop_out == pytest.approx(0.2)
    assert flowing.arrival.drop_outs == (("t2", pytest.approx(0.2)),)
    (loop,) = flowing.loops
    assert loop.touchpoints == ("t1", "t2") and loop.has_exit
    assert loop.ways_back[0].touchpoints == ("t1", "t2") and loop.ways_back[0].share == 0.25


def shares(flowing: FlowFigures, source: str) -> dict[str | None, tuple[float, bool]]:
    return {w.target: (round(w.share, 6), w.assumed) for w in flowing.ways if w.source == source}


def test_shares_add_up_and_guesses_are_called_so() -> None:
    split = found(3, way("t1", "t2"), way("t1", "t3", OTHER))
    assert shares(split, "t1") == {"t2": (0.5, True), "t3": (0.5, True)}
    assert split.visits["t2"].assumed and split.likely is not None and split.likely.assumed
    rest = found(3, way("t1", "t2"), way("t1", "t3", OTHER, 0.3))
    assert shares(rest, "t1") == {"t2": (0.7, False), "t3": (0.3, False)}
    guessed = found(3, way("t1", "t2"), way("t1", "t3", OTHER, 0.3, assumed=True))
    assert shares(guessed, "t1") == {"t2": (0.7, True), "t3": (0.3, True)}
    scaled = found(3, way("t1", "t2", share=0.9), way("t1", "t3", OTHER, 0.6))
    assert shares(scaled, "t1") == {"t2": (0.6, True), "t3": (0.4, True)}
    thirds = found(4, *(way("t1", t, OTHER, 0.33) for t in ("t2", "t3", "t4")))
    assert shares(thirds, "t1")["t2"] == (0.333333, False)
    over = found(3, way("t1", "t2", share=1.0), way("t1", "t3", OTHER))
    assert shares(over, "t1") == {"t2": (1.0, False), "t3": (0.0, False)}


def test_a_known_drop_out_stays_known_beside_guessed_ways() -> None:
    document = journey([{}] * 3, more=[way("t1", None, LEAVE, 0.38), way("t1", "t2"), way("t1", "t3", OTHER)])
    (out,) = flow(document, "j").drop_outs
    assert (out.share, out.assumed) == (0.38, False)
    flowing = flow_figures(document, "j")
    assert flowing.arrival is not None and flowing.arrival.arrive == pytest.approx(0.62)
    assert not flowing.arrival.assumed


def test_the_last_touchpoint_may_lead_back_and_still_be_the_end() -> None:
    flowing = found(2, way("t2", "t1", BACK, 0.5))
    assert times(flowing) == {"t1": 2, "t2": 2}
    assert flowing.arrival is not None and flowing.arrival.arrive == pytest.approx(1)


def test_unreachable_and_dead_ends() -> None:
    flowing = found(5, way("t1", "t3"), way("t3", "t4", share=0))
    assert flowing.unreachable == ("t2", "t4", "t5") and flowing.dead_ends == ("t3",)
    assert flowing.arrival is not None and (flowing.arrival.arrive, flowing.arrival.stop) == (0, 1)
    assert flowing.likely is None and flowing.visits["t2"].value == 0


def test_everybody_drops_out() -> None:
    flowing = found(3, way("t2", None, LEAVE, 1.0), emotions=(1, 1, 1))
    assert flowing.arrival is not None and (flowing.arrival.arrive, flowing.arrival.drop_out) == (0, 1)
    assert flowing.likely is None and flowing.happiest is None and flowing.worst is None
    assert flowing.dead_ends == ("t2",)


def test_a_loop_without_exit_cannot_be_told() -> None:
    flowing = found(4, way("t2", "t3"), way("t3", "t2"), emotions=(1, 1, 1, 1))
    assert flowing.arrival is None and flowing.visits.keys() == {"t4"}
    assert flowing.handovers_met is None and flowing.likely is None
    (loop,) = flowing.loops
    assert not loop.has_exit
    half = found(4, way("t1", "t2"), way("t1", "t4", OTHER), way("t2", "t2"))
    assert half.arrival is None and half.visits["t1"].value == 1 and "t2" not in half.visits


def test_nothing_and_one_touchpoint() -> None:
    nothing = found(0)
    assert nothing.start is None and nothing.arrival is None and nothing.visits == {} and nothing.likely is None
    one = found(1, emotions=(2,))
    assert one.arrival is None and not one.drawn
    assert one.happiest == one.worst == one.likely == Route(("t1",), 1.0, False, 2.0, 1)
    with pytest.raises(MissingRecord):
        flow_figures(journey(), "gone")


def test_a_loop_left_once_in_a_million_is_still_told_and_worse_is_not() -> None:
    assert expected_visits("a", {"a": {"a": 1 - 1e-5, OUT: 1e-5}}) == {"a": pytest.approx(1e5)}
    assert expected_visits("a", {"a": {"a": 1 - 1e-7, OUT: 1e-7}}) is None
    tower = {f"s{n}": {"s0": 0.999, f"s{n + 1}" if n < 200 else OUT: 0.001} for n in range(201)}
    assert expected_visits("s0", tower) is None


@st.composite
def chains(draw: st.DrawFn) -> dict[str, dict[str, float]]:
    """Any chain whose states all let somebody out."""
    count = draw(st.integers(1, 9))
    names = [f"s{at}" for at in range(count)]
    rows = {}
    for name in names:
        targets = draw(st.lists(st.sampled_from(names), unique=True, max_size=4))
        weights = [draw(st.floats(0.01, 1)) for _ in targets] + [draw(st.floats(0.01, 1))]
        parts = [weight / sum(weights) for weight in weights]
        rows[name] = dict(zip([*targets, OUT], parts, strict=True))
    return rows


@settings(max_examples=examples(200), deadline=None)
@given(chains())
def test_expected_visits_are_those_of_the_fundamental_matrix(rows: dict[str, dict[str, float]]) -> None:
    names = list(rows)
    steps = np.array([[rows[a].get(b, 0.0) for b in names] for a in names])
    fundamental = np.linalg.inv(np.eye(len(names)) - steps)
    told = expected_visits("s0", rows)
    assert told is not None
    assert [told[name] for name in names] == pytest.approx(list(fundamental[0]), rel=1e-9, abs=1e-9)


def graph_of(flowing: FlowFigures) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from({w.source for w in flowing.ways})
    graph.add_edges_from((w.source, w.target or "end") for w in flowing.ways if not w.drops_out)
    return graph


@settings(max_examples=examples(150), deadline=None)
@given(journeys())
def test_what_no_way_avoids_is_what_cuts_the_end_off_when_taken_away(document: Document) -> None:
    flowing = flow_figures(document, "j")
    if not flowing.branches or flowing.start is None:
        assert flowing.unavoidable == ()
        return
    graph = graph_of(flowing)
    graph.add_node(flowing.start)
    reached = nx.descendants(graph, flowing.start) | {flowing.start}
    stops = {t for t in reached if t != "end" and graph.out_degree(t) == 0}
    graph.add_edges_from((t, "end") for t in stops)
    expected = set()
    if "end" in nx.descendants(graph, flowing.start):
        for touchpoint in reached - {"end"}:
            without = graph.copy()
            without.remove_node(touchpoint)
            if touchpoint == flowing.start or "end" not in nx.descendants(without, flowing.start):
                expected.add(touchpoint)
    assert set(flowing.unavoidable) == expected


def lines(graph: nx.DiGraph[str], start: str) -> Iterator[tuple[str, ...]]:
    for line in nx.all_simple_paths(graph, start, "end"):
        yield tuple(line[:-1])


@settings(max_examples=examples(150), deadline=None)
@given(
    st.integers(2, 7),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6), st.sampled_from((0.1, 0.25, 0.5, None))), max_size=8),
    st.lists(st.one_of(st.none(), st.integers(-3, 3)), max_size=7),
)
def test_ways_are_the_best_of_all_there_are(
    count: int, skips: list[tuple[int, int, float | None]], emotions: list[int | None]
) -> None:
    ways = {
        (f"t{at}", f"t{at + by}"): way(f"t{at}", f"t{at + by}", OTHER, share)
        for at, by, share in skips
        if at + by <= count
    }
    flowing = found(count, *ways.values(), emotions=emotions)
    share = {(w.source, w.target or "end"): w.share for w in flowing.ways}
    graph: nx.DiGraph[str] = nx.DiGraph([step for step, part in share.items() if part >= 1e-6])
    every = list(lines(graph, "t1"))
    told = {line: math.prod(share[step] for step in itertools.pairwise((*line, "end"))) for line in every}
    assert flowing.likely is not None
    assert flowing.likely.share == pytest.approx(max(told.values()))
    assert flowing.likely.share == pytest.approx(told[flowing.likely.touchpoints])
    felt = {f"t{at}": float(e) for at, e in enumerate(emotions[:count], 1) if e is not None}
    means = [np.mean([felt[t] for t in line if t in felt]) for line in every if felt.keys() & set(line)]
    if not means:
        assert flowing.happiest is None and flowing.worst is None
        return
    assert flowing.happiest is not None and flowing.happiest.emotion == pytest.approx(max(means))
    assert flowing.worst is not None and flowing.worst.emotion == pytest.approx(min(means))
    assert flowing.worst.share == pytest.approx(told[flowing.worst.touchpoints])


@settings(max_examples=examples(150), deadline=None)
@given(journeys())
def test_any_drawing_gives_figures_that_hold_together(document: Document) -> None:
    flowing = flow_figures(document, "j", round_figures(document, "r"))
    for touchpoint in {w.source for w in flowing.ways}:
        assert sum(w.share for w in flowing.ways if w.source == touchpoint) == pytest.approx(1)
    assert all(math.isfinite(one.value) and one.value >= 0 for one in flowing.visits.values())
    if flowing.arrival is not None:
        parts = (flowing.arrival.arrive, flowing.arrival.drop_out, flowing.arrival.stop)
        assert sum(parts) == pytest.approx(1) and all(-1e-9 <= part <= 1 + 1e-9 for part in parts)
    loops = {t for loop in flowing.loops for t in loop.touchpoints}
    graph = nx.DiGraph([(w.source, w.target) for w in flowing.ways if w.target and w.share >= 1e-6])
    assert loops == {t for cycle in nx.simple_cycles(graph) for t in cycle}
    for loop in flowing.loops:
        for back in loop.ways_back:
            assert back.touchpoints[0] == back.back_to and back.touchpoints[-1] == back.back_from
            assert all(graph.has_edge(*step) for step in itertools.pairwise(back.touchpoints))
    for route in (flowing.likely, flowing.happiest, flowing.worst):
        if route is not None:
            assert route.touchpoints[0] == flowing.start and len(set(route.touchpoints)) == len(route.touchpoints)
            assert 0 < route.share <= 1 and all(graph.has_edge(*step) for step in itertools.pairwise(route.touchpoints))


def test_a_detour_is_no_happier_way() -> None:
    flowing = found(4, way("t3", "t1", BACK, 0.5), way("t1", "t3", OTHER, 0.5), emotions=(0, 3, -1, 0))
    assert flowing.happiest is not None and flowing.happiest.touchpoints == ("t1", "t2", "t3", "t4")
    assert flowing.worst is not None and flowing.worst.touchpoints == ("t1", "t3", "t4")


def test_many_ways_back_are_bounded() -> None:
    flowing = found(40, *(way(f"t{at}", "t1", BACK, 0.1) for at in range(2, 41)))
    (loop,) = flowing.loops
    assert len(loop.ways_back) == MOST_WAYS_BACK and loop.more_ways_back == 39 - MOST_WAYS_BACK
    long = found(40, way("t40", "t1", BACK, 0.1)).loops[0].ways_back[0]
    assert (long.touchpoints, long.back_from, long.back_to) == ((), "t40", "t1")


DEPARTMENTS: list[Record] = [Department(id="d1", name="Netz", order="a"), Department(id="d2", name="IT", order="b")]
CHANNELS: list[Record] = [
    Channel(id="web", name="Web", place=ChannelPlace.ONLINE, order="a"),
    Channel(id="mail", name="Mail", place=ChannelPlace.ONLINE, order="b"),
    Channel(id="desk", name="Desk", place=ChannelPlace.OFFLINE, order="c"),
    Channel(id="odd", name="Odd", order="d"),
]


def test_handovers_and_channel_changes_are_listed_and_counted() -> None:
    fields = [
        {"departments": ("d1",), "channels": ("web",)},
        {"departments": ("d2",), "channels": ("mail", "desk")},
        {"departments": ("d1",), "channels": ("web", "mail")},
        {"departments": ("d2",), "channels": ("desk",)},
        {"channels": ("odd", "gone")},
    ]
    ways = [way("t1", "t2", travels=Travels.PART), way("t3", None, LEAVE, 0.5)]
    flowing = flow_figures(journey(touchpoints=fields, more=[*DEPARTMENTS, *CHANNELS, *ways]), "j")
    assert [(h.source, h.target) for h in flowing.handovers] == [("t1", "t2"), ("t2", "t3"), ("t3", "t4")]
    assert flowing.handover_matrix.names == ("d1", "d2")
    assert flowing.handover_matrix.counts == ((0, 2), (1, 0)) and flowing.handover_matrix.marked == ((0, 1), (0, 0))
    assert flowing.handovers_met is not None and flowing.handovers_met.value == pytest.approx(2.5)
    assert [(c.source, c.target, c.is_break) for c in flowing.channel_changes] == [
        ("t1", "t2", False),
        ("t3", "t4", True),
        ("t4", "t5", False),
    ]
    assert flowing.channel_matrix.names == ("web", "mail", "desk", "odd") and flowing.breaks == 1
    assert sum(map(sum, flowing.channel_matrix.counts)) == 3
    assert flowing.channel_changes_met is not None and flowing.channel_changes_met.value == pytest.approx(2)


def test_results_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        found(1).branches = True  # type: ignore[misc]
