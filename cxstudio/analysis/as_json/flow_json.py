"""The graph of a journey as plain data, for `figures --json`."""

from __future__ import annotations

from typing import Any

from cxstudio.analysis.flow.flow_values import Arrival, FlowFigures, Guessed, Loop, Matrix, Route
from cxstudio.analysis.flow.transition_shares import Way

Plain = dict[str, Any]


def flow_json(found: FlowFigures) -> Plain:
    """Everything the ways tell; ids stand for touchpoints, departments and channels."""
    return {
        "start": found.start,
        "end": found.end,
        "branches": found.branches,
        "ways": [_way(way) for way in found.ways],
        "unreachable": list(found.unreachable),
        "dead_ends": list(found.dead_ends),
        "every_way_passes": list(found.unavoidable),
        "loops": [_loop(loop) for loop in found.loops],
        "visits": [{"touchpoint": t, "times": one.value, "assumed": one.assumed} for t, one in found.visits.items()],
        "arrival": _arrival(found.arrival),
        "likely_way": _route(found.likely),
        "happiest_way": _route(found.happiest),
        "worst_way": _route(found.worst),
        "handovers": [
            {
                "source": h.source,
                "target": h.target,
                "from_department": h.from_department,
                "to_department": h.to_department,
                "travels": h.travels.value if h.travels else None,
            }
            for h in found.handovers
        ],
        "handover_matrix": _matrix(found.handover_matrix, "with_loss"),
        "handovers_met": _guessed(found.handovers_met),
        "channel_changes": [
            {
                "source": c.source,
                "target": c.target,
                "from_channels": list(c.from_channels),
                "to_channels": list(c.to_channels),
                "online_offline": c.is_break,
            }
            for c in found.channel_changes
        ],
        "channel_matrix": _matrix(found.channel_matrix, "breaks"),
        "channel_changes_met": _guessed(found.channel_changes_met),
    }


def _way(way: Way) -> Plain:
    return {
        "source": way.source,
        "target": way.target,
        "kind": way.kind.value,
        "share": way.share,
        "assumed": way.assumed,
        "drawn": way.drawn,
    }


def _loop(loop: Loop) -> Plain:
    return {
        "touchpoints": list(loop.touchpoints),
        "has_exit": loop.has_exit,
        "ways_back": [
            {
                "source": back.back_from,
                "target": back.back_to,
                "share": back.share,
                "assumed": back.assumed,
                "around": list(back.touchpoints),
            }
            for back in loop.ways_back
        ],
        "more_ways_back": loop.more_ways_back,
    }


def _arrival(found: Arrival | None) -> Plain | None:
    if found is None:
        return None
    return {
        "arrive": found.arrive,
        "drop_out": found.drop_out,
        "stop": found.stop,
        "assumed": found.assumed,
        "drop_outs": [{"touchpoint": t, "share": share} for t, share in found.drop_outs],
    }


def _route(found: Route | None) -> Plain | None:
    if found is None:
        return None
    return {
        "touchpoints": list(found.touchpoints),
        "share": found.share,
        "assumed": found.assumed,
        "emotion": found.emotion,
        "felt": found.felt,
    }


def _matrix(found: Matrix, mark: str) -> Plain:
    return {
        "names": list(found.names),
        "steps": [list(row) for row in found.counts],
        mark: [list(row) for row in found.marked],
    }


def _guessed(found: Guessed | None) -> Plain | None:
    return None if found is None else {"value": found.value, "assumed": found.assumed}
