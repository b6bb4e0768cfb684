"""Handovers between two departments, counted by what travels along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio.analysis.flow.journey_graph import Handover
from cxstudio.model import Id
from cxstudio.model.kinds import Travels


@dataclass(frozen=True, slots=True)
class HandoverCell:
    """All handovers from one department to another."""

    handovers: tuple[Handover, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.handovers)

    def travelling(self, travels: Travels | None) -> int:
        """How many of them pass that much on; None: nobody said."""
        return sum(handover.travels is travels for handover in self.handovers)

    @property
    def touchpoints(self) -> tuple[Id, ...]:
        """Both ends of each, without repetition."""
        ends = (end for handover in self.handovers for end in (handover.source, handover.target))
        return tuple(dict.fromkeys(ends))


def handover_cells(handovers: Iterable[Handover]) -> dict[tuple[Id, Id], HandoverCell]:
    """(From, to) → its handovers, in the order of the map."""
    found: dict[tuple[Id, Id], list[Handover]] = {}
    for handover in handovers:
        found.setdefault((handover.from_department, handover.to_department), []).append(handover)
    return {ends: HandoverCell(tuple(listed)) for ends, listed in found.items()}
