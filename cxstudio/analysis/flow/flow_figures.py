"""All figures of a journey's graph, put together."""

from __future__ import annotations

from cxstudio.analysis.flow.arrival_rates import arrival, met, visits
from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.analysis.flow.graph_structure import Structure
from cxstudio.analysis.flow.handovers import channel_changes, channel_matrix, handover_matrix
from cxstudio.analysis.flow.journey_graph import flow
from cxstudio.analysis.flow.routes import by_emotion, likely
from cxstudio.analysis.flow.transition_shares import LEAST_SHARE
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, Journey


def flow_figures(document: Document, journey: Id, figures: RoundFigures | None = None) -> FlowFigures:
    """Everything the ways of a journey tell; by emotion where a round's figures are given.

    Raises MissingRecord for a journey that is not there.
    """
    document.get(Journey, journey)
    touchpoints = document.journey_touchpoints(journey)
    order = tuple(t.id for t in touchpoints)
    found = flow(document, journey)
    structure = Structure(order, found.ways)
    times = visits(structure)
    emotions: dict[Id, float] = {}
    if figures is not None:
        emotions = {f.touchpoint: f.emotion.mean for f in figures.touchpoints if f.emotion is not None}
    ends = {way.source: way for way in found.ways if way.arrives and way.share >= LEAST_SHARE}
    changes = channel_changes(document, touchpoints, found.ways)
    return FlowFigures(
        journey=journey,
        ways=found.ways,
        start=order[0] if order else None,
        end=order[-1] if order else None,
        branches=found.branches,
        unreachable=structure.unreachable,
        dead_ends=structure.dead_ends,
        loops=structure.loops(),
        unavoidable=tuple(t for t in order if t in found.unavoidable),
        visits=times,
        arrival=arrival(structure, found.ways, times),
        likely=likely(structure, ends, emotions),
        happiest=by_emotion(structure, ends, emotions),
        worst=by_emotion(structure, ends, emotions, worst=True),
        drop_outs=found.drop_outs,
        handovers=found.handovers,
        handover_matrix=handover_matrix(document, found.handovers),
        handovers_met=met(((h.source, h.target) for h in found.handovers), structure, times),
        channel_changes=changes,
        channel_matrix=channel_matrix(document, changes),
        channel_changes_met=met(((c.source, c.target) for c in changes), structure, times),
    )
