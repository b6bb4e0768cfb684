"""What joins a journey that is there: a further round, measures, complaints; touchpoints are found by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cxstudio.exchange.plan.import_plan import ImportPlan, Message, say, trn
from cxstudio.model import Document, Id, Journey, Measure, Ordered, Persona, Record, Round, Stage, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.model.registry import Shape, ref_fields
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import N_

COMPLAINTS = "complaints"
"""Reader whose plans count complaints."""
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Joining:
    """How what arrives would join a journey."""

    journey: Journey
    plan: ImportPlan
    """The plan with records that belong to the journey, to be added to the project."""
    matched: tuple[str, ...]
    """Names of the touchpoints both have."""
    new: tuple[str, ...]
    """Names of touchpoints only it has; they get a stage of their own at the end."""
    notes: tuple[Message, ...] = ()
    rated: bool = True
    """Whether it is a further round; else measures or complaints."""

    @property
    def likely(self) -> bool:
        """Whether at least half of it is about touchpoints of the journey."""
        return len(self.matched) >= len(self.new)


def joining(plan: ImportPlan, document: Document, journey: Id | None) -> Joining | None:
    """How a plan joins this journey; None for lists of touchpoints and where no touchpoint has the same name."""
    target = document.find(journey) if journey else None
    own = next((record for record in plan.records if isinstance(record, Journey)), None)
    rated = any(isinstance(record, Round) for record in plan.records)
    done = any(isinstance(record, Measure) for record in plan.records)
    if not isinstance(target, Journey) or own is None or not (rated or done or plan.source.reader == COMPLAINTS):
        return None
    arrived = [record for record in plan.records if isinstance(record, Touchpoint)]
    same = _same(arrived, document.journey_touchpoints(target.id))
    if not same:
        return None
    new = [point.name for point in arrived if point.id not in same]
    moved = {**same, own.id: target.id, **_same_personas(plan.records, document)}
    kept = [_pointing(record, moved) for record in plan.records if record.id not in moved]
    if not new:
        kept = [record for record in kept if not isinstance(record, Stage)]
    kept += _complained(arrived, same, document)
    placed = {**_behind(Round, kept, document, target.id), **_behind(Stage, kept, document, target.id)}
    records = tuple(placed.get(record.id, record) for record in kept)
    matched = tuple(point.name for point in arrived if point.id in same)
    notes = tuple(_notes(len(matched), new, any(p.requirement for p in arrived if p.id in same)))
    return Joining(target, replace(plan, records=records), matched, tuple(new), notes, rated)


def _complained(arrived: Iterable[Touchpoint], same: dict[Id, Id], document: Document) -> list[Touchpoint]:
    """Touchpoints that are there, with the complaints that were counted for them."""
    counted = [(document.get(Touchpoint, same[p.id]), p.complaints_per_month) for p in arrived if p.id in same]
    return [point.model_copy(update={"complaints_per_month": n}) for point, n in counted if n is not None]


def _same(arrived: Iterable[Touchpoint], there: Iterable[Touchpoint]) -> dict[Id, Id]:
    """Arriving touchpoints with the one of the journey that has their name; a name held twice tells nothing."""
    known = [(folded(point.name), point.id) for point in there]
    often = Counter(name for name, _ in known)
    once = {name: touchpoint for name, touchpoint in known if often[name] == 1}
    same: dict[Id, Id] = {}
    for point in arrived:
        found = once.pop(folded(point.name), None)
        if found is not None:
            same[point.id] = found
    return same


def _same_personas(records: Iterable[Record], document: Document) -> dict[Id, Id]:
    known = {folded(persona.name): persona.id for persona in document.all(Persona)}
    return {
        record.id: known[folded(record.name)]
        for record in records
        if isinstance(record, Persona) and folded(record.name) in known
    }


def _pointing(record: Record, moved: dict[Id, Id]) -> Record:
    """The record with its references turned to what is there."""
    changed: dict[str, Id | tuple[Id, ...]] = {}
    for ref in ref_fields(type(record)):
        old = getattr(record, ref.name)
        if ref.shape is Shape.ONE and old in moved:
            changed[ref.name] = moved[old]
        elif ref.shape is Shape.MANY and any(each in moved for each in old):
            changed[ref.name] = tuple(dict.fromkeys(moved.get(each, each) for each in old))
    return record.model_copy(update=changed) if changed else record


def _behind(
    kind: type[Round] | type[Stage], records: Iterable[Record], document: Document, journey: Id
) -> dict[Id, Record]:
    """Rounds or stages with places behind those the journey has."""
    there: tuple[Ordered, ...] = tuple(document.having(kind, "journey", journey))
    arrived = sorted((r for r in records if isinstance(r, kind)), key=lambda r: (r.order, r.id))
    keys = keys_between(max((r.order for r in there), default=None), None, len(arrived))
    return {r.id: r.model_copy(update={"order": key}) for r, key in zip(arrived, keys, strict=True)}


def _notes(matched: int, new: list[str], requirements: bool) -> Iterable[Message]:
    yield trn(
        "{n} touchpoint has the same name there.",
        "{n} touchpoints have the same names there.",
        matched,
    )
    if new:
        names = ", ".join(new[:_NAMED]) + (" …" if len(new) > _NAMED else "")
        yield trn(
            "{n} would be new: {names}. Under “Columns” its name can be changed to one that is there.",
            "{n} would be new: {names}. Under “Columns” their names can be changed to ones that are there.",
            len(new),
            names=names,
        )
    if requirements:
        yield say(N_("Kinds of requirement from the Kano answers are not set at existing touchpoints."))
