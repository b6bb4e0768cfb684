"""How often those who begin come by each touchpoint, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cxstudio.analysis.flow.flow_values import Arrival, Guessed
from cxstudio.analysis.flow.graph_structure import Structure
from cxstudio.analysis.flow.markov_chain import OUT, expected_visits
from cxstudio.analysis.flow.transition_shares import LEAST_SHARE, Way
from cxstudio.model import Id


def visits(structure: Structure) -> dict[Id, Guessed]:
    """Expected visits of every touchpoint; without those inside or behind a loop nobody gets out of."""
    if not structure.order:
        return {}
    guessed = structure.behind_guesses()
    found = {t: Guessed(0.0, False) for t in structure.unreachable}
    told = expected_visits(structure.order[0], _rows(structure)) if structure.order[0] not in structure.caught else None
    if told is not None:
        found |= {t: Guessed(times, t in guessed) for t, times in told.items()}
    return {t: found[t] for t in structure.order if t in found}


def _rows(structure: Structure) -> dict[Id, dict[Id, float]]:
    """The chain of everything that can be reached and can be left; who goes where neither holds is out."""
    rows: dict[Id, dict[Id, float]] = {}
    for touchpoint in structure.order:
        if touchpoint not in structure.reached or touchpoint in structure.caught:
            continue
        row: dict[Id, float] = {}
        for way in structure.ways_from[touchpoint]:
            to = OUT if way.target is None or way.target in structure.caught else way.target
            row[to] = row.get(to, 0.0) + way.share
        left = 1 - sum(row.values())
        if touchpoint in structure.out or not row:
            row[OUT] = row.get(OUT, 0.0) + max(left, LEAST_SHARE)
        rows[touchpoint] = row
    return rows


def arrival(structure: Structure, ways: Sequence[Way], times: Mapping[Id, Guessed]) -> Arrival | None:
    """The parts that arrive, drop out and stop; None where a loop without exit keeps somebody for ever."""
    if not structure.order or structure.reached & structure.caught or structure.order[0] not in times:
        return None
    arrive, leaving = 0.0, dict[Id, float]()
    leaving_guessed = False
    for way in ways:
        if way.target is not None or way.share < LEAST_SHARE or way.source not in structure.reached:
            continue
        part = times[way.source].value * way.share
        if way.arrives:
            arrive += part
        else:
            leaving[way.source] = part
            leaving_guessed = leaving_guessed or way.assumed or times[way.source].assumed
    stop = sum(times[t].value for t in structure.dead_ends if t in structure.reached and t not in structure.out)
    stop_guessed = any(times[t].assumed for t in structure.dead_ends if t in structure.reached)
    total = arrive + sum(leaving.values()) + stop
    if total <= 0:
        return None
    return Arrival(
        arrive=arrive / total,
        drop_out=sum(leaving.values()) / total,
        stop=stop / total,
        assumed=leaving_guessed or (stop_guessed and stop > 0),
        drop_outs=tuple(sorted(((t, part / total) for t, part in leaving.items()), key=lambda pair: -pair[1])),
    )


def met(steps: Iterable[tuple[Id, Id]], structure: Structure, times: Mapping[Id, Guessed]) -> Guessed | None:
    """How many of these steps one who begins takes on average; None where visits cannot be told."""
    wanted = set(steps)
    if not structure.order or structure.reached & structure.caught or structure.order[0] not in times:
        return None
    value, assumed = 0.0, False
    for source in structure.order:
        for way in structure.ways_from[source]:
            if way.target is not None and (source, way.target) in wanted and source in structure.reached:
                value += times[source].value * way.share
                assumed = assumed or way.assumed or times[source].assumed
    return Guessed(value, assumed)
