"""Findings about the ways of a journey, each leading to its touchpoints. Silent where there is no difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cxstudio.analysis.flow.flow_values import FlowFigures, Loop
from cxstudio.model import Document, Id
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.findings.finding import Finding, listed, named, sentence
from cxstudio.wording.texts import Texts

_MOST_LOOPS: Final = 3
_OFTEN: Final = 1.1
"""Visits from which coming by again is worth a sentence."""
_LEAST: Final = 0.005
"""Shares that would be shown as 0% or 100% are told in words."""


def flow_findings(document: Document, flow: FlowFigures, texts: Texts) -> list[Finding]:
    """Everything the graph of a journey tells, what matters most first."""
    parts = (_arrival, _shape, _loops, _unavoidable, _routes, _handovers, _channels)
    return [finding for part in parts for finding in part(document, flow, texts)]


def _arrival(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    if flow.end is None or not flow.drawn:
        return
    found, end = flow.arrival, named(document, flow.end, texts)
    if found is None:
        yield Finding(texts.tr("How many reach {end} cannot be calculated.", end=end), (flow.end,))
    elif found.arrive < _LEAST:
        yield Finding(sentence(texts.tr("Nobody reaches {end}", end=end), texts, assumed=found.assumed))
    elif found.arrive <= 1 - _LEAST:
        arriving = texts.share(found.arrive)
        if any(way.arrives and way.source != flow.end for way in flow.ways):
            said = texts.tr("{share} reach the end", share=arriving)
        else:
            said = texts.tr("{share} get as far as {end}", share=arriving, end=end)
        yield Finding(sentence(said, texts, assumed=found.assumed), (flow.end,))
    if found is not None and found.drop_outs and found.drop_outs[0][1] >= _LEAST:
        place, share = found.drop_outs[0]
        values = {"share": texts.share(share), "name": named(document, place, texts)}
        if len(found.drop_outs) == 1:
            said = texts.tr("{share} drop out at {name}", **values)
        else:
            said = texts.tr("Most drop out at {name}: {share} of all cases", **values)
        others = [part for _, part in found.drop_outs[1:]]
        if not others or share > others[0] + _LEAST:
            yield Finding(sentence(said, texts, assumed=found.assumed), (place,))


def _shape(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    if flow.unreachable:
        names = listed(document, flow.unreachable, texts)
        yield Finding(texts.tr("No path leads to {names}.", names=names), flow.unreachable)
    if flow.dead_ends:
        names = listed(document, flow.dead_ends, texts)
        said = texts.tr("Nobody goes on from {names}, though the journey does not end there.", names=names)
        yield Finding(said, flow.dead_ends)


def _loops(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    for loop in flow.loops[:_MOST_LOOPS]:
        yield Finding(_loop(document, loop, texts), loop.touchpoints)
    if len(flow.loops) > _MOST_LOOPS:
        more = len(flow.loops) - _MOST_LOOPS
        places = tuple(t for loop in flow.loops[_MOST_LOOPS:] for t in loop.touchpoints)
        yield Finding(texts.trn("{n} more loop.", "{n} more loops.", more), places)
    again = {t: one for t, one in flow.visits.items() if one.value >= _OFTEN}
    if again:
        most = max(again, key=lambda t: again[t].value)
        said = texts.tr(
            "{name} is passed {times} times on average",
            name=named(document, most, texts),
            times=texts.number(again[most].value, 1),
        )
        yield Finding(sentence(said, texts, assumed=again[most].assumed), (most,))


def _loop(document: Document, loop: Loop, texts: Texts) -> str:
    if not loop.has_exit:
        names = listed(document, loop.touchpoints, texts)
        return texts.tr("Nobody gets out of the loop of {names}.", names=names)
    back = loop.ways_back[0]
    if back.back_from == back.back_to:
        said = texts.tr(
            "{share} come to {name} once more", share=texts.share(back.share), name=named(document, back.back_to, texts)
        )
    else:
        said = texts.tr(
            "{share} go back from {source} to {target}",
            share=texts.share(back.share),
            source=named(document, back.back_from, texts),
            target=named(document, back.back_to, texts),
        )
    said = sentence(said, texts, assumed=back.assumed)
    more = len(loop.ways_back) - 1 + loop.more_ways_back
    if more:
        said += " " + texts.trn(
            "{n} more path leads back in this loop.", "{n} more paths lead back in this loop.", more
        )
    return said


def _unavoidable(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    everything = len({way.source for way in flow.ways})
    inner = tuple(t for t in flow.unavoidable if t not in (flow.start, flow.end))
    if inner and 2 * len(inner) < everything:
        yield Finding(texts.tr("Every path goes through {names}.", names=listed(document, inner, texts)), inner)


def _routes(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    likely, happy, bad = flow.likely, flow.happiest, flow.worst
    reached = len({way.source for way in flow.ways}) - len(flow.unreachable)
    if likely is not None and len(likely.touchpoints) < reached and likely.share >= _LEAST:
        said = texts.trn(
            "The most likely path has {n} touchpoint; {share} take exactly this path",
            "The most likely path has {n} touchpoints; {share} take exactly this path",
            len(likely.touchpoints),
            share=texts.share(likely.share),
        )
        yield Finding(sentence(said, texts, assumed=likely.assumed), likely.touchpoints)
    if happy is None or bad is None or happy.emotion is None or bad.emotion is None:
        return
    high, low = texts.signed(happy.emotion), texts.signed(bad.emotion)
    if happy.touchpoints != bad.touchpoints and high != low:
        over = _where(document, happy.touchpoints, bad.touchpoints, texts)
        said = texts.tr("The happiest path (mean emotion {high}) goes {over}.", high=high, over=over)
        yield Finding(said, happy.touchpoints)
        over = _where(document, bad.touchpoints, happy.touchpoints, texts)
        said = texts.tr("The worst path (mean emotion {low}) goes {over}.", low=low, over=over)
        yield Finding(said, bad.touchpoints)


def _where(document: Document, mine: Sequence[Id], other: Sequence[Id], texts: Texts) -> str:
    """What only this way passes; where that is nothing, what it leaves out."""
    if only := [t for t in mine if t not in set(other)]:
        return texts.tr("via {names}", names=listed(document, only, texts))
    return texts.tr("without {names}", names=listed(document, [t for t in other if t not in set(mine)], texts))


def _handovers(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    if not flow.handovers:
        return
    places = tuple(dict.fromkeys(h.target for h in flow.handovers))
    said = texts.trn(
        "{n} path with a handover between departments",
        "{n} paths with a handover between departments",
        len(flow.handovers),
    )
    lossy = tuple(dict.fromkeys(h.target for h in flow.handovers if h.lossy))
    yield Finding(said + ".", places)
    if lossy:
        names = listed(document, lossy, texts)
        yield Finding(texts.tr("Not everything is passed on at the handover to {names}.", names=names), lossy)
    matrix = flow.handover_matrix
    cells = sorted(
        ((n, a, b) for a, row in enumerate(matrix.counts) for b, n in enumerate(row) if n), key=lambda cell: -cell[0]
    )
    if len(cells) > 1 and cells[0][0] > cells[1][0]:
        n, source, target = cells[0]
        ends = (matrix.names[source], matrix.names[target])
        said = texts.trn(
            "Most often from {source} to {target}: on {n} path.",
            "Most often from {source} to {target}: on {n} paths.",
            n,
            source=name_of(document, ends[0], texts),
            target=name_of(document, ends[1], texts),
        )
        mine = (h.target for h in flow.handovers if (h.from_department, h.to_department) == ends)
        yield Finding(said, tuple(dict.fromkeys(mine)))


def _channels(document: Document, flow: FlowFigures, texts: Texts) -> Iterator[Finding]:
    if not flow.channel_changes:
        return
    places = tuple(dict.fromkeys(c.target for c in flow.channel_changes))
    said = texts.trn("{n} channel change", "{n} channel changes", len(flow.channel_changes))
    if 0 < flow.breaks < len(flow.channel_changes):
        said = texts.trn(
            "{changes}, {n} of them between online and offline",
            "{changes}, {n} of them between online and offline",
            flow.breaks,
            changes=said,
        )
    elif flow.breaks:
        said = texts.tr("{changes} between online and offline", changes=said)
    yield Finding(said + ".", places)
