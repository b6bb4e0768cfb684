"""Where a journey crosses from one department or channel to another: listed, and counted as a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxstudio.analysis.flow.flow_values import ChannelChange, Matrix
from cxstudio.analysis.flow.journey_graph import Handover
from cxstudio.analysis.flow.transition_shares import Way
from cxstudio.model import Channel, Department, Document, Id, Touchpoint
from cxstudio.model.kinds import ChannelPlace

Crossing = tuple[Id, Id, bool]
"""From, to, and whether it is marked."""


def channel_changes(
    document: Document, touchpoints: Sequence[Touchpoint], ways: Iterable[Way]
) -> tuple[ChannelChange, ...]:
    """Steps between touchpoints that have channels, but none in common."""
    channels = {t.id: tuple(c for c in t.channels if isinstance(document.find(c), Channel)) for t in touchpoints}
    places = {channel.id: channel.place for channel in document.all(Channel)}
    found = []
    for way in ways:
        if way.target is None or way.target == way.source:
            continue
        ahead, behind = channels[way.source], channels[way.target]
        if ahead and behind and not set(ahead) & set(behind):
            sides = {places[c] for c in ahead}, {places[c] for c in behind}
            found.append(ChannelChange(way.source, way.target, ahead, behind, sides in _BREAKS))
    return tuple(found)


_ONLINE: set[ChannelPlace | None] = {ChannelPlace.ONLINE}
_OFFLINE: set[ChannelPlace | None] = {ChannelPlace.OFFLINE}
_BREAKS = ((_ONLINE, _OFFLINE), (_OFFLINE, _ONLINE))


def handover_matrix(document: Document, handovers: Iterable[Handover]) -> Matrix:
    """Handovers between departments, in the order of the project; marked are those with loss."""
    crossings = [(h.from_department, h.to_department, h.lossy) for h in handovers]
    return _matrix([d.id for d in document.all(Department)], crossings)


def channel_matrix(document: Document, changes: Iterable[ChannelChange]) -> Matrix:
    """Channel changes between the first channels of touchpoints; marked are breaks between online and offline."""
    crossings = [(change.from_channels[0], change.to_channels[0], change.is_break) for change in changes]
    return _matrix([c.id for c in document.all(Channel)], crossings)


def _matrix(order: Sequence[Id], crossings: Sequence[Crossing]) -> Matrix:
    met = {end for crossing in crossings for end in crossing[:2]}
    names = tuple(name for name in order if name in met)
    at = {name: place for place, name in enumerate(names)}
    counts = [[0] * len(names) for _ in names]
    marked = [[0] * len(names) for _ in names]
    for source, target, is_marked in crossings:
        counts[at[source]][at[target]] += 1
        marked[at[source]][at[target]] += is_marked
    return Matrix(names, tuple(map(tuple, counts)), tuple(map(tuple, marked)))
