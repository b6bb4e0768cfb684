"""Who arrives, the ways worth showing, handovers and channel changes: the lines of the panel of flow figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.analysis.flow.flow_values import FlowFigures, Route
from cxstudio.analysis.flow.handover_counts import HandoverCell, handover_cells
from cxstudio.model import Document, Id
from cxstudio.model.kinds import Travels
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.findings.finding import Finding, named
from cxstudio.wording.findings.transition_sentences import share_words
from cxstudio.wording.texts import N_, Texts

ROUTE_WORDS: Final = {
    "likely": N_("Most likely path"),
    "happiest": N_("Happiest path"),
    "worst": N_("Worst path"),
}
"""Way → its name."""
_ALONE: Final[dict[Travels | None, str]] = {
    Travels.ALL: N_("everything passed on"),
    Travels.PART: N_("part passed on"),
    Travels.NOTHING: N_("nothing passed on"),
}
_TRAVELS: Final = (
    (Travels.ALL, N_("everything {n}")),
    (Travels.PART, N_("part of it {n}")),
    (Travels.NOTHING, N_("nothing {n}")),
    (None, N_("not said {n}")),
)


def arrival_lines(document: Document, flow: FlowFigures, texts: Texts) -> tuple[str, str]:
    """Who arrives, large; and what becomes of the others, small."""
    found = flow.arrival
    if not flow.drawn:
        return texts.tr("No paths drawn yet"), ""
    if found is None or flow.end is None:
        return texts.tr("Who reaches the end cannot be calculated."), ""
    title = texts.tr("{share} reach the end", share=texts.share(found.arrive))
    if found.assumed:
        title = texts.tr("{sentence} (assumption)", sentence=title)
    parts = []
    if found.drop_out > 0:
        parts.append(texts.tr("{share} drop out", share=texts.share(found.drop_out)))
    if found.stop > 0:
        parts.append(texts.tr("{share} stop on the way", share=texts.share(found.stop)))
    return title, " · ".join(parts)


def route_line(route: Route | None, texts: Texts, *, by_emotion: bool) -> str:
    """What a way is like: how many touchpoints, who goes exactly there, how it feels."""
    if route is None:
        return texts.tr("cannot be calculated")
    n = len(route.touchpoints)
    parts = [texts.trn("{n} touchpoint", "{n} touchpoints", n), share_words(route.share, route.assumed, texts)]
    if by_emotion and route.emotion is not None:
        parts.append(texts.tr("emotion {value}", value=texts.signed(route.emotion)))
    return " · ".join(parts)


def cell_words(cell: HandoverCell, texts: Texts) -> str:
    """What travels along at the handovers of one cell of the matrix: "nothing 1 · not said 2"."""
    kinds = {handover.travels for handover in cell.handovers}
    if len(kinds) == 1 and (alone := _ALONE.get(next(iter(kinds)))):
        return texts.tr(alone)
    parts = [
        texts.tr(said, n=texts.number(cell.travelling(travels)))
        for travels, said in _TRAVELS
        if cell.travelling(travels)
    ]
    return " · ".join(parts)


def handover_lines(document: Document, flow: FlowFigures, texts: Texts) -> list[Finding]:
    """One line per pair of departments, those with loss first, then the most frequent."""
    cells = handover_cells(flow.handovers)

    def weight(ends: tuple[Id, Id]) -> tuple[int, int]:
        cell = cells[ends]
        return -sum(handover.lossy for handover in cell.handovers), -cell.count

    return [_handover_line(document, ends, cells[ends], texts) for ends in sorted(cells, key=weight)]


def _handover_line(document: Document, ends: tuple[Id, Id], cell: HandoverCell, texts: Texts) -> Finding:
    source, target = (name_of(document, end, texts) for end in ends)
    said = texts.tr("{source} → {target}: {n}", source=source, target=target, n=texts.number(cell.count))
    if any(handover.travels is not None for handover in cell.handovers):
        said += f" ({cell_words(cell, texts)})"
    return Finding(said, cell.touchpoints)


def cell_sentence(document: Document, ends: tuple[Id, Id], cell: HandoverCell, texts: Texts) -> str:
    """A cell of the matrix for tooltips and screen readers."""
    return _handover_line(document, ends, cell, texts).text


def channel_lines(document: Document, flow: FlowFigures, texts: Texts) -> list[Finding]:
    """One line per channel change into a touchpoint, breaks between online and offline first."""
    found: dict[tuple[tuple[Id, ...], tuple[Id, ...], Id], list[Id]] = {}
    breaks = set()
    for change in sorted(flow.channel_changes, key=lambda c: not c.is_break):
        key = (change.from_channels, change.to_channels, change.target)
        found.setdefault(key, []).append(change.source)
        if change.is_break:
            breaks.add(key)
    lines = []
    for key, sources in found.items():
        said = texts.tr(
            "{source} → {target}: before {name}",
            source=_channels(document, key[0], texts),
            target=_channels(document, key[1], texts),
            name=named(document, key[2], texts),
        )
        if key in breaks:
            said += " " + texts.tr("(online and offline)")
        lines.append(Finding(said, tuple(dict.fromkeys((*sources, key[2])))))
    return lines


def _channels(document: Document, channels: Sequence[Id], texts: Texts) -> str:
    return ", ".join(name_of(document, channel, texts) for channel in channels)


def visit_lines(document: Document, flow: FlowFigures, texts: Texts, most: int = 5) -> list[Finding]:
    """Touchpoints passed more than once on average, most often first."""
    often = [(t, one) for t, one in flow.visits.items() if one.value > _ONCE]
    found = []
    for touchpoint, one in sorted(often, key=lambda pair: -pair[1].value)[:most]:
        times = texts.number(one.value, 1)
        if one.assumed:
            times = texts.tr("{sentence} (assumption)", sentence=times)
        said = texts.tr("{name}: {times} times", name=named(document, touchpoint, texts), times=times)
        found.append(Finding(said, (touchpoint,)))
    return found


_ONCE: Final = 1.05
