"""What the graph of a journey tells: plain frozen values, worked out by the other modules of this room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.flow.journey_graph import DropOut, Handover
from cxstudio.analysis.flow.transition_shares import Way
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id

GRAPH_PACKAGE: Final = "networkx"
"""Imported when a graph is worked out, in one piece of a tenth of a second and more; a window does so before."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """A figure that rests on shares, and whether any of those is a guess."""

    value: float
    assumed: bool


@dataclass(frozen=True, slots=True)
class WayBack:
    """The shortest way round a loop: from where a way leads back to, to where it leads back from."""

    touchpoints: tuple[Id, ...]
    """Empty where it passes more touchpoints than are listed."""
    back_from: Id
    back_to: Id
    share: float
    """Part of those at `back_from` who go back, 0 … 1."""
    assumed: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """Touchpoints that all lead to one another."""

    touchpoints: tuple[Id, ...]
    """In the order of the map."""
    ways_back: tuple[WayBack, ...]
    """The shortest way round for each way back, in the order of the map; bounded by length and count."""
    more_ways_back: int
    """Ways back beyond those listed."""
    has_exit: bool
    """Somebody gets out of it; else the end cannot be told for those inside."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way from the first touchpoint to the end, without passing any touchpoint twice."""

    touchpoints: tuple[Id, ...]
    share: float
    """Part of those who begin that take exactly this way, 0 … 1."""
    assumed: bool
    emotion: float | None
    """Mean of the touchpoints' mean emotions along it; None where nobody felt anything on it."""
    felt: int
    """Touchpoints behind that mean."""


@dataclass(frozen=True, slots=True)
class ChannelChange:
    """A step on which no channel stays the same."""

    source: Id
    target: Id
    from_channels: tuple[Id, ...]
    to_channels: tuple[Id, ...]
    is_break: bool
    """From online only to offline only, or the other way round."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Steps from each (row) to each (column) of the names."""

    names: tuple[Id, ...]
    counts: tuple[tuple[int, ...], ...]
    marked: tuple[tuple[int, ...], ...]
    """How many of them are handovers with loss, or breaks between online and offline."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What becomes of those who begin; the parts add up to 1."""

    arrive: float
    """Part that reaches the end of the journey, 0 … 1."""
    drop_out: float
    stop: float
    """Part that comes to a touchpoint from which nobody goes on."""
    assumed: bool
    drop_outs: tuple[tuple[Id, float], ...]
    """Touchpoint → part of those who begin that leaves there, largest first."""


@dataclass(frozen=True, slots=True)
class FlowFigures:
    """The graph of one journey. Everything is in the order of the map unless it says otherwise."""

    journey: Id
    ways: tuple[Way, ...]
    start: Id | None
    end: Id | None
    branches: bool
    unreachable: tuple[Id, ...]
    """No way from the first touchpoint leads here."""
    dead_ends: tuple[Id, ...]
    """Nobody goes on from here, though it is not the end of the journey."""
    loops: tuple[Loop, ...]
    unavoidable: tuple[Id, ...]
    """Every way to the end passes here; empty where ways do not branch."""
    visits: Mapping[Id, Guessed]
    """How often one who begins comes by on average. Absent where it cannot be told: inside a loop without exit."""
    arrival: Arrival | None
    """None where it cannot be told: nobody drew a way, no touchpoints, or ways into a loop without exit."""
    likely: Route | None
    happiest: Route | None
    """None without emotions, or where ways lead nowhere."""
    worst: Route | None
    drop_outs: tuple[DropOut, ...]
    handovers: tuple[Handover, ...]
    handover_matrix: Matrix
    handovers_met: Guessed | None
    """Handovers one who begins meets on average."""
    channel_changes: tuple[ChannelChange, ...]
    channel_matrix: Matrix
    """By the first channel of each touchpoint."""
    channel_changes_met: Guessed | None

    @property
    def drawn(self) -> bool:
        """Whether somebody drew a way; else the order of the map is all that is known."""
        return any(way.drawn for way in self.ways)

    @property
    def breaks(self) -> int:
        """Channel changes between online and offline."""
        return sum(change.is_break for change in self.channel_changes)

    @property
    def lossy_handovers(self) -> int:
        """Handovers at which it is known that not everything travels along."""
        return sum(handover.lossy for handover in self.handovers)


@dataclass(frozen=True, eq=False)
class FlowState:
    """A graph with the document and the round's figures it was read from."""

    document: Document
    figures: RoundFigures | None
    flow: FlowFigures
