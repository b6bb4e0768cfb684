"""What to shorten so that a workshop ends in time: of the blocks to come, each by its share of what it can spare."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from cxstudio.analysis.workshops.run_standing import RunStanding, minutes_of
from cxstudio.model import AgendaBlock, Id
from cxstudio.model.kinds import BlockKind

KEPT: Final = 2 / 3
"""Share of a block that stays where its method says nothing."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A block with the minutes it has and those proposed."""

    block: Id
    before: int
    after: int

    @property
    def gained(self) -> int:
        """Minutes gained."""
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class Shortening:
    """A proposal: what gets shorter, what stays, and what is missing even then."""

    cuts: tuple[Cut, ...]
    kept: tuple[Id, ...]
    """Blocks to come that stay as they are."""
    needed: int
    """Minutes to gain."""

    @property
    def gained(self) -> int:
        """Minutes the cuts gain."""
        return sum(cut.gained for cut in self.cuts)

    @property
    def missing(self) -> int:
        """Minutes that are missing even then."""
        return self.needed - self.gained


def least_minutes(block: AgendaBlock, shortest: Mapping[str, int]) -> int:
    """The fewest minutes a block can do with: its method's, else two thirds; a fixed one and a break need all."""
    now = minutes_of(block)
    if block.fixed or block.kind is BlockKind.BREAK:
        return now
    return min(now, shortest.get(block.method, ceil(now * KEPT)))


def propose_shortening(standing: RunStanding, shortest: Mapping[str, int], without: Collection[Id] = ()) -> Shortening:
    """What to shorten so that the end holds; `shortest` has the fewest minutes by method, `without` stays as it is."""
    blocks = [b.block for b in standing.to_come]
    needed = max(0, ceil(standing.too_long / 60 - 1e-9))
    return shorten(blocks, needed, shortest, without)


def shorten(
    blocks: Sequence[AgendaBlock], needed: int, shortest: Mapping[str, int], without: Collection[Id] = ()
) -> Shortening:
    """Gain so many minutes, each block giving its share of what it can spare (largest remainders rounded up)."""
    spare = {b.id: 0 if b.id in without else max(0, minutes_of(b) - least_minutes(b, shortest)) for b in blocks}
    total = sum(spare.values())
    wanted = min(needed, total)
    parts = {i: wanted * room / total if total else 0.0 for i, room in spare.items()}
    given = {i: int(part + 1e-9) for i, part in parts.items()}
    rest = wanted - sum(given.values())
    for i in sorted(parts, key=lambda i: given[i] - parts[i])[:rest]:
        given[i] += 1
    cuts = tuple(Cut(b.id, minutes_of(b), minutes_of(b) - given[b.id]) for b in blocks if given[b.id])
    return Shortening(cuts, tuple(b.id for b in blocks if not given[b.id]), needed)
