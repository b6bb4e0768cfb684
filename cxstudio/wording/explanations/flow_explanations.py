"""What the figures of a journey's graph mean: the answer to "Why?"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cxstudio.analysis.flow.flow_values import FlowFigures, Guessed, Route
from cxstudio.model import Document
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.findings.finding import listed
from cxstudio.wording.texts import N_, Texts


def explain_flow(figure: str, document: Document, flow: FlowFigures, texts: Texts) -> Explained:
    """One of FLOW_FIGURES explained with the journey's own numbers. Raises KeyError for another figure."""
    numbers, title, definition, source = _FIGURES[figure]
    said = texts.tr(definition)
    if figure in _BY_SHARES:
        said += " " + texts.tr(_SHARES)
    return Explained(texts.tr(title), said, numbers(document, flow, texts), texts.tr(source))


_Numbers = Callable[[Document, FlowFigures, Texts], str]


def _assumed(said: str, assumed: bool, texts: Texts) -> str:
    return texts.tr("{sentence} (assumption)", sentence=said) if assumed else said


def _arrival(document: Document, flow: FlowFigures, texts: Texts) -> str:
    found = flow.arrival
    if not flow.drawn:
        return texts.tr("no paths drawn yet")
    if found is None:
        return texts.tr("cannot be calculated")
    said = texts.tr(
        "{arrive} reach the end, {leave} drop out, {stop} stop on the way",
        arrive=texts.share(found.arrive),
        leave=texts.share(found.drop_out),
        stop=texts.share(found.stop),
    )
    return _assumed(said, found.assumed, texts)


def _visits(document: Document, flow: FlowFigures, texts: Texts) -> str:
    if not flow.visits:
        return texts.tr("cannot be calculated") if flow.start else ""
    values = flow.visits.values()
    low, high = min(v.value for v in values), max(v.value for v in values)
    said = texts.tr("{low} to {high} times", low=texts.number(low, 1), high=texts.number(high, 1))
    return _assumed(said, any(v.assumed for v in values), texts)


def _unreachable(document: Document, flow: FlowFigures, texts: Texts) -> str:
    return listed(document, flow.unreachable, texts)


def _dead_ends(document: Document, flow: FlowFigures, texts: Texts) -> str:
    return listed(document, flow.dead_ends, texts)


def _loops(document: Document, flow: FlowFigures, texts: Texts) -> str:
    if not flow.loops:
        return ""
    n = sum(len(loop.touchpoints) for loop in flow.loops)
    loops = texts.trn("{n} loop", "{n} loops", len(flow.loops))
    return texts.trn("{loops} with {n} touchpoint", "{loops} with {n} touchpoints", n, loops=loops)


def _unavoidable(document: Document, flow: FlowFigures, texts: Texts) -> str:
    if not flow.branches:
        return texts.tr("The paths of this journey do not branch.")
    return listed(document, flow.unavoidable, texts)


def _route(pick: Callable[[FlowFigures], Route | None], *, by_emotion: bool) -> _Numbers:
    def numbers(document: Document, flow: FlowFigures, texts: Texts) -> str:
        found = pick(flow)
        if found is None:
            return ""
        said = texts.trn(
            "{n} touchpoint, {share} take exactly this path",
            "{n} touchpoints, {share} take exactly this path",
            len(found.touchpoints),
            share=texts.share(found.share),
        )
        said = _assumed(said, found.assumed, texts)
        if by_emotion and found.emotion is not None:
            felt = texts.number(found.felt)
            said += "; " + texts.tr("mean emotion {emotion} over {n}", emotion=texts.signed(found.emotion), n=felt)
        return said

    return numbers


def _met(count: int, met: Guessed | None, texts: Texts) -> str:
    said = texts.trn("{n} drawn", "{n} drawn", count)
    if met is None or not count:
        return said
    told = texts.tr("{times} per case on average", times=texts.number(met.value, 1))
    return f"{said}; {_assumed(told, met.assumed, texts)}"


def _handovers(document: Document, flow: FlowFigures, texts: Texts) -> str:
    return _met(len(flow.handovers), flow.handovers_met, texts)


def _channels(document: Document, flow: FlowFigures, texts: Texts) -> str:
    return _met(len(flow.channel_changes), flow.channel_changes_met, texts)


_SHARES: Final = N_(
    "Shares nobody entered are split evenly and called an assumption. Where nobody drew a usual path, "
    "the order of the map is the path."
)
_BY_SHARES: Final = frozenset({"arrival", "visits", "likely"})
_CHAIN: Final = N_("Absorbing Markov chain: Kemeny and Snell 1960")
_FIGURES: Final[dict[str, tuple[_Numbers, str, str, str]]] = {
    "arrival": (_arrival, N_("Who reaches the end"),
        N_("The share that reaches the last touchpoint on the map. If there is a loop without a way out, it "
        "cannot be calculated."), _CHAIN),
    "visits": (_visits, N_("Visits"), N_("How often a case passes here on average, returns included."), _CHAIN),
    "unreachable": (_unreachable, N_("Unreachable"), N_("Touchpoints to which no path leads from the first one."), ""),
    "dead_ends": (_dead_ends, N_("Dead ends"),
        N_("Touchpoints from which nobody goes on, although they are not the last one on the map."), ""),
    "loops": (_loops, N_("Loops"), N_("Touchpoints that all lead to one another in a circle."),
        N_("Strongly connected components: Tarjan 1972")),
    "unavoidable": (_unavoidable, N_("Every path passes through here"),
        N_("Without this touchpoint no path leads from the first one to the end. Shown only where paths branch."),
        N_("Dominators: Lengauer and Tarjan 1979")),
    "likely": (_route(lambda flow: flow.likely, by_emotion=False), N_("Most likely path"),
        N_("The path to the end that most take, step by step."), N_("Shortest path: Dijkstra 1959")),
    "happiest": (_route(lambda flow: flow.happiest, by_emotion=True), N_("Happiest path"),
        N_("Of all paths to the end, the one whose touchpoints have the highest mean emotion. Paths that "
        "lead back are left out."), N_("Best ratio: Dinkelbach 1967")),
    "worst": (_route(lambda flow: flow.worst, by_emotion=True), N_("Worst path"),
        N_("Of all paths to the end, the one whose touchpoints have the lowest mean emotion. Paths that lead "
        "back are left out."), N_("Best ratio: Dinkelbach 1967")),
    "handovers": (_handovers, N_("Handovers"),
        N_("Paths on which another department takes over. What is passed on is shown beside each, where known."), ""),
    "channel_changes": (_channels, N_("Channel changes"),
        N_("Paths on which no channel stays the same. From only online to only offline, or back, is a break."), ""),
}  # fmt: skip
"""How its numbers are said, name, definition, source; in the order they are shown."""
FLOW_FIGURES: Final = tuple(_FIGURES)
"""Figures of the graph that can be explained."""
