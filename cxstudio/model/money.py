"""What the present way costs, and how much of it a measure saves: every factor by itself, so that a sum can be read."""

from __future__ import annotations

from typing import Annotated

from cxstudio.model.base import Id, Ordered, Ref
from cxstudio.model.journey import Amount
from cxstudio.model.kinds import CostItemKind, CountedAs, Evidence


class CostItem(Ordered):
    """What one thing costs in a year while nothing is done: cases × how often per case × what one of them costs.

    Entered once, at the touchpoint or the journey where it arises. Every factor may be a range.
    """

    about: Annotated[Id, Ref("Touchpoint", "Journey", owner=True)]
    title: str
    """What is counted: "calls", "drop-outs"."""
    kind: CostItemKind = CostItemKind.HANDLING
    cases: Amount | None = None
    """Cases a year."""
    cases_to: Amount | None = None
    """The other end, where it is a range."""
    cases_name: str = ""
    """What a case is: "moves"."""
    cases_evidence: Evidence | None = None
    counted_as: CountedAs = CountedAs.PER_CENT
    share: Amount | None = None
    """Per cent of the cases, or how often per case; every case once when None."""
    share_to: Amount | None = None
    share_evidence: Evidence | None = None
    unit_cost: Amount | None = None
    """€ each."""
    unit_cost_to: Amount | None = None
    unit_cost_evidence: Evidence | None = None
    source: str = ""


class MeasureSaving(Ordered):
    """How much a measure takes off one item of cost."""

    measure: Annotated[Id, Ref("Measure", owner=True)]
    item: Annotated[Id, Ref("CostItem", owner=True)]
    less: Amount | None = None
    """By how much the share falls, as the item counts it: percentage points, or times per case."""
    less_to: Amount | None = None
    evidence: Evidence | None = None
    counted_in: Annotated[Id | None, Ref("Measure")] = None
    """The measure in whose saving this one is contained already."""
