"""How fresh a figure is: what it reads, of which revision of the document it is, and what stands in until it is anew.

Pure. Whoever keeps figures (in the window it is the bridge) asks here what a change makes stale.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Generic, TypeVar

from cxstudio.analysis.journeys.target_values import todays_round
from cxstudio.analysis.round.employees_against_customers import customers_round
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.round.touchpoint_update import with_touchpoints
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import (
    Channel,
    Department,
    Document,
    Id,
    Journey,
    Project,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.rounds import shown_round
from cxstudio.store import Change, ChangeSet

T = TypeVar("T")
Reads = Mapping[type[Record], frozenset[str]]
"""Kind of record → the fields a figure reads. That a record is there at all is read of every kind named."""
_ANSWERS: Final = (TouchpointRatings, SurveyCounts)
ROUND_FIGURES: Final[Reads] = {
    Project: frozenset({"importance_exponent", "gap_exponent", "verdict_points"}),
    Journey: frozenset({"derived_from", "shown_round"}),
    Stage: frozenset({"journey", "order"}),
    Touchpoint: frozenset(
        {
            "stage",
            "order",
            "departments",
            "accountable",
            "experience_kinds",
            "requirement",
            "critical",
            "critical_reason",
            "counterpart",
        }
    ),
    Transition: frozenset(Transition.model_fields),
    Department: frozenset({"merged_into"}),
    Round: frozenset({"journey", "kind", "view", "scale", "order", "minimum_group", "respondents"}),
    TouchpointRatings: frozenset(TouchpointRatings.model_fields) - {"word"},
    SurveyCounts: frozenset(SurveyCounts.model_fields) - {"segment"},
}
FLOW_FIGURES: Final[Reads] = {
    Journey: frozenset(),
    Stage: frozenset({"journey", "order"}),
    Touchpoint: frozenset({"stage", "order", "departments", "accountable", "channels"}),
    Transition: frozenset(Transition.model_fields),
    Department: frozenset({"merged_into", "order"}),
    Channel: frozenset({"place", "order"}),
}
"""What the graph of a journey reads besides the emotions of the round shown (`same_emotions`)."""
SHOWN_ROUND: Final[Reads] = {Journey: frozenset({"shown_round"}), Round: frozenset(Round.model_fields)}
MANY: Final = 120
"""Touchpoints above which figures that went stale are worked out anew only when nothing comes for a moment."""


def touches(reads: Reads, changes: Iterable[Change]) -> bool:
    """Whether something that is read may differ after these changes."""
    return any(_is_read(reads, change) for change in changes)


def _is_read(reads: Reads, change: Change) -> bool:
    fields = reads.get(change.kind)
    return fields is not None and (change.field is None or change.field in fields)


def rounds_touched(document: Document, changes: Iterable[Change], rounds: Iterable[Id]) -> frozenset[Id]:
    """Those of the rounds whose figures may be others after the changes that led to this document."""
    read = [change for change in changes if _is_read(ROUND_FIGURES, change)]
    if not read:
        return frozenset()
    if any(not issubclass(change.kind, _ANSWERS) for change in read):
        return frozenset(rounds)
    answered = {round_id for change in read for round_id in _answered(document, change)}
    return frozenset(r for r in rounds if r in answered or not answered.isdisjoint(_compared_with(document, r)))


def _answered(document: Document, change: Change) -> Iterable[Id]:
    """The rounds an answer belongs to, before and after."""
    for record in (document.find(change.record_id), change.before, change.after):
        if isinstance(record, TouchpointRatings | SurveyCounts):
            yield record.round
    if change.field == "round":
        yield from (change.before, change.after)


def _compared_with(document: Document, round_id: Id) -> Iterable[Id]:
    """The rounds whose answers a round is told against: today's for targets, the customers' for any other view."""
    about = document.find(round_id)
    if isinstance(about, Round):
        found = (todays_round(document, about), customers_round(document, about))
        yield from (other.id for other in found if other is not None)


def same_emotions(one: RoundFigures | None, other: RoundFigures | None) -> bool:
    """Whether the graph of a journey reads the same from both."""
    return one is other or _emotions(one) == _emotions(other)


def _emotions(figures: RoundFigures | None) -> dict[Id, float]:
    told = figures.touchpoints if figures is not None else ()
    return {f.touchpoint: f.emotion.mean for f in told if f.emotion is not None}


class Standing(StrEnum):
    """How what is known of a figure stands to the document as it is."""

    MISSING = "missing"
    STALE = "stale"
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """What is known of one figure: its value, from which revision of the document, and when its inputs last changed."""

    value: T | None = None
    revision: int = 0
    touched: int = 0
    """The last revision that changed something it reads, as far as it is known since when it was first asked for."""

    @property
    def standing(self) -> Standing:
        """Fresh only where nothing it reads has changed since the revision it was worked out from."""
        if self.value is None:
            return Standing.MISSING
        return Standing.FRESH if self.revision >= self.touched else Standing.STALE


@dataclass(frozen=True, slots=True)
class KnownFigures(Generic[T]):
    """What is known of the figures of one kind, by the id of what they are about."""

    revision: int = 0
    """How many changes the document has seen."""
    known: Mapping[Id, Known[T]] = field(default_factory=dict)

    def of(self, about: Id) -> Known[T]:
        """What is known of one of them."""
        return self.known.get(about) or Known(touched=self.revision)

    def after(self, touched: Collection[Id]) -> KnownFigures[T]:
        """The document has changed, and with it what these figures read."""
        now = self.revision + 1
        return KnownFigures(now, {i: replace(k, touched=now) if i in touched else k for i, k in self.known.items()})

    def with_value(self, about: Id, value: T | None, revision: int) -> KnownFigures[T]:
        """One of them has been worked out from that revision; whether it is fresh follows from what came since."""
        return replace(self, known={**self.known, about: replace(self.of(about), value=value, revision=revision)})

    def without(self, gone: Collection[Id]) -> KnownFigures[T]:
        """These are about nothing any more."""
        return replace(self, known={i: k for i, k in self.known.items() if i not in gone})


def patched(document: Document, known: RoundFigures, changes: Iterable[Change]) -> RoundFigures:
    """Stale figures with each answered touchpoint's own as the document has them; what compares touchpoints stays."""
    rated = {touchpoint for change in changes for touchpoint in _rated(document, change, known.round)}
    return with_touchpoints(document, known, rated) if 0 < len(rated) <= MANY else known


def _rated(document: Document, change: Change, round_id: Id) -> Iterable[Id]:
    """The touchpoint an answer in a round is about."""
    record = document.find(change.record_id) or change.before
    if isinstance(record, TouchpointRatings | SurveyCounts) and record.round == round_id:
        yield record.touchpoint


def previewed(document: Document, changes: ChangeSet, journey: Id, known: RoundFigures | None) -> RoundFigures | None:
    """Figures of the round a journey shows in a document nobody has kept yet; only answers under way tell in them."""
    if not changes.touches(*_ANSWERS, Round):
        return known
    shown = shown_round(document, journey)
    if shown is None:
        return None
    before = known if known is not None and known.round == shown.id else None
    if before is not None and len(before.touchpoints) > MANY:
        return patched(document, before, changes)
    return round_figures(document, shown.id, before=before)
