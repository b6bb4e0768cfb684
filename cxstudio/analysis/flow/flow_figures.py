"""All figures of a journey's graph, put together."""

from __future__ import annotations

from functools import partial

from cxstudio.analysis.flow.arrival_rates import arrival, met, visits
from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.analysis.flow.graph_structure import Structure
from cxstudio.analysis.flow.handovers import channel_changes, channel_matrix, handover_matrix
from cxstudio.analysis.flow.journey_graph import flow_in_steps
from cxstudio.analysis.flow.routes import by_emotion, likely
from cxstudio.analysis.flow.transition_shares import LEAST_SHARE
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, Journey
from cxstudio.steps import Steps, finished


def flow_figures(document: Document, journey: Id, figures: RoundFigures | None = None) -> FlowFigures:
    """Everything the ways of a journey tell; by emotion where a round's figures are given.

    Raises MissingRecord for a journey that is not there.
    """
    return finished(flow_figures_in_steps(document, journey, figures))


def flow_figures_in_steps(document: Document, journey: Id, figures: RoundFigures | None = None) -> Steps[FlowFigures]:
    """The same in steps."""
    document.get(Journey, journey)
    touchpoints = document.journey_touchpoints(journey)
    order = tuple(t.id for t in touchpoints)
    found = yield from flow_in_steps(document, journey)
    yield
    structure = Structure(order, found.ways)
    yield
    times = visits(structure)
    yield
    loops = structure.loops()
    yield
    emotions: dict[Id, float] = {}
    if figures is not None:
        emotions = {f.touchpoint: f.emotion.mean for f in figures.touchpoints if f.emotion is not None}
    ends = {way.source: way for way in found.ways if way.arrives and way.share >= LEAST_SHARE}
    routes = []
    for find in (likely, by_emotion, partial(by_emotion, worst=True)):
        routes.append(find(structure, ends, emotions))
        yield
    changes = channel_changes(document, touchpoints, found.ways)
    yield
    return FlowFigures(
        journey=journey,
        ways=found.ways,
        start=order[0] if order else None,
        end=order[-1] if order else None,
        branches=found.branches,
        unreachable=structure.unreachable,
        dead_ends=structure.dead_ends,
        loops=loops,
        unavoidable=tuple(t for t in order if t in found.unavoidable),
        visits=times,
        arrival=arrival(structure, found.ways, times) if any(way.drawn for way in found.ways) else None,
        likely=routes[0],
        happiest=routes[1],
        worst=routes[2],
        drop_outs=found.drop_outs,
        handovers=found.handovers,
        handover_matrix=handover_matrix(document, found.handovers),
        handovers_met=met(((h.source, h.target) for h in found.handovers), structure, times),
        channel_changes=changes,
        channel_matrix=channel_matrix(document, changes),
        channel_changes_met=met(((c.source, c.target) for c in changes), structure, times),
    )
