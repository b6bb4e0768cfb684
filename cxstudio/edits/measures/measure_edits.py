"""Measures, their targets and check-ins; items of cost, and what measures save of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from cxstudio.edits.common import last_key, move_record
from cxstudio.errors import N_, UserError
from cxstudio.model import CheckIn, CostItem, Document, Id, Measure, MeasureSaving, Record, Target, Touchpoint
from cxstudio.model.kinds import MeasureStatus, TargetFigure
from cxstudio.store import Draft

MONTHS_A_YEAR: Final = 12


def add_measure(draft: Draft, title: str, *, touchpoints: Sequence[Id] = (), **values: Any) -> Id:
    """A new measure behind the others; returns its id."""
    order = last_key(draft.document.all(Measure))
    return draft.create(
        Measure(id=draft.new_id(), title=title, touchpoints=tuple(touchpoints), order=order, **values)
    ).id


def add_target(draft: Draft, measure: Id, **values: Any) -> Id:
    """One more target of a measure; returns its id. What people rate is about its only touchpoint, if none is told."""
    about = draft.get(Measure, measure).touchpoints
    if len(about) == 1 and values.get("figure") is not TargetFigure.OWN:
        values = {"touchpoint": about[0], **values}
    order = last_key(draft.document.having(Target, "measure", measure))
    return draft.create(Target(id=draft.new_id(), measure=measure, order=order, **values)).id


def depend_on(draft: Draft, measure: Id, others: Sequence[Id]) -> None:
    """Let a measure wait for these others and no more. Raises UserError, naming the circle it would close."""
    path = circle(draft.document, measure, others)
    if path:
        numbers = {m.id: str(n) for n, m in enumerate(draft.document.all(Measure), 1)}
        raise UserError(
            N_("These measures would wait for each other in a circle: {path}."),
            N_("Nothing was changed."),
            N_("Take out one of the dependencies first."),
            path=" → ".join(numbers[i] for i in path),
        )
    draft.update(Measure, measure, depends_on=tuple(dict.fromkeys(others)))


def toggle_dependency(draft: Draft, measure: Id, other: Id) -> None:
    """Let a measure wait for another one, or no longer. Raises UserError, naming the circle it would close."""
    held = draft.get(Measure, measure).depends_on
    depend_on(
        draft, measure, [i for i in held if i != other] if other in held else [*held, draft.get(Measure, other).id]
    )


def set_status(draft: Draft, measures: Sequence[Id], status: MeasureStatus) -> None:
    """Give measures another status; their progress and their place in the plan stay."""
    for measure in measures:
        draft.update(Measure, measure, status=status)


def order_in_status(draft: Draft, measure: Id, after: Id | None) -> None:
    """Move a measure in the plan: right behind another one, or for None ahead of all others of its status."""
    listed = [m for m in draft.document.all(Measure) if m.id != measure]
    if after is None:
        status = draft.get(Measure, measure).status
        first = next((n for n, m in enumerate(listed) if m.status is status), len(listed))
        after = listed[first - 1].id if first else None
    move_record(draft, Measure, measure, after)


def estimate(draft: Draft, measure: Id, effort: int | None, impact: int | None) -> None:
    """How much a measure takes and how much it does, 1 to 7; None where nobody has estimated it."""
    draft.update(Measure, measure, effort=effort, impact=impact)


def shift_measures(draft: Draft, measures: Sequence[Id], days: int) -> None:
    """Move measures in time, all by the same number of days; who has no days yet gets none."""
    for measure in measures:
        record = draft.get(Measure, measure)
        start, due = (None if d is None else _moved(d, days) for d in (record.start, record.due))
        draft.update(Measure, measure, start=start, due=due)


def reschedule(draft: Draft, measure: Id, start: date | None, due: date | None) -> None:
    """Give a measure its days; a due date before the start is moved to the start."""
    if start is not None and due is not None and due < start:
        due = start
    draft.update(Measure, measure, start=start, due=due)


class ReturnedRecord(NamedTuple):
    """A new row of an edited plan as what it becomes."""

    kind: type[Record]
    """Measure, Target or CheckIn."""
    values: Mapping[str, Any]
    place: Hashable = None
    """Where it stood, for what belongs to it."""
    measure_at: Hashable = None
    """Place of the new measure it belongs to; None where its values name one that is here already."""


def take_returned(
    draft: Draft,
    changed: Mapping[Id, Mapping[str, Any]],
    new: Sequence[ReturnedRecord],
    gone: Sequence[Id],
) -> None:
    """Apply what came back with an edited plan: fields, new records behind the others, deleted ones.

    New measures come first, then what belongs to them or waits for them; what belongs to a new measure that is not
    among them is left out. What somebody wrote into a measure itself goes before the progress of a new check-in.
    Raises UserError for dependencies that would close a circle.
    """
    made: dict[Hashable, Id] = {}
    waiting: dict[Id, Sequence[Id]] = {}
    for record in new:
        if record.kind is Measure:
            fields = dict(record.values)
            others = fields.pop("depends_on", ())
            made[record.place] = one = add_measure(draft, **fields)
            waiting[one] = others
    for record in new:
        if record.kind is not Measure and record.measure_at is None:
            _add_part(draft, record.kind, record.values)
        elif record.measure_at in made:
            _add_part(draft, record.kind, {**record.values, "measure": made[record.measure_at]})
    for one, values in changed.items():
        plain = dict(values)
        if "depends_on" in plain:
            waiting[one] = plain.pop("depends_on")
            plain["depends_on"] = ()
        known = draft.document.find(one)
        draft.update(Measure if known is None else type(known), one, **plain)
    for measure, others in waiting.items():
        now = (made.get(other, other) for other in others)
        depend_on(draft, measure, [other for other in now if other in draft.document])
    draft.remove_many(gone)


def _add_part(draft: Draft, kind: type[Record], values: Mapping[str, Any]) -> None:
    if kind is Target:
        add_target(draft, **values)
    else:
        known = [c.day for c in draft.document.having(CheckIn, "measure", values["measure"]) if c.day is not None]
        check_in(draft, **values, newest=not known or (values.get("day") or date.max) >= max(known))


def _moved(day: date, days: int) -> date:
    """A day so many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def circle(document: Document, measure: Id, others: Sequence[Id]) -> list[Id]:
    """The measures on the shortest circle that would be closed, the first one again at the end; empty where none is."""
    if measure in others:
        return [measure, measure]
    if not others:
        return []
    import networkx as nx  # the window and the commands begin without it

    graph = nx.DiGraph((m.id, i) for m in document.all(Measure) if m.id != measure for i in m.depends_on)
    paths = [nx.shortest_path(graph, i, measure) for i in others if i in graph and measure in graph
             and nx.has_path(graph, i, measure)]  # fmt: skip
    return [measure, *min(paths, key=len)] if paths else []


def change_target(draft: Draft, target: Id, today: Callable[[Target], float | None], **values: Any) -> None:
    """Change what a target is about; where nobody entered another start, it starts from what the figure is `today`."""
    before = draft.get(Target, target)
    after = draft.update(Target, target, **values)
    if before.from_value is None or before.from_value == today(before):
        draft.update(Target, target, from_value=today(after))


def check_in(
    draft: Draft, measure: Id, *, progress: int | None = None, newest: bool = True, **values: Any
) -> Id:  # fmt: skip
    """Note how a measure stands; returns the check-in's id. Its progress follows unless a newer one is there."""
    order = last_key(draft.document.having(CheckIn, "measure", measure))
    if progress is not None and newest:
        draft.update(Measure, measure, progress=progress)
    return draft.create(CheckIn(id=draft.new_id(), measure=measure, progress=progress, order=order, **values)).id


def add_cost_item(draft: Draft, about: Id, title: str, **values: Any) -> Id:
    """What something costs at a touchpoint or a journey; returns its id. Cases start from those of the touchpoint."""
    touchpoint = draft.document.find(about)
    if "cases" not in values and isinstance(touchpoint, Touchpoint) and touchpoint.cases_per_month is not None:
        values["cases"] = touchpoint.cases_per_month * MONTHS_A_YEAR
    order = last_key(draft.document.having(CostItem, "about", about))
    return draft.create(CostItem(id=draft.new_id(), about=about, title=title, order=order, **values)).id


def add_saving(draft: Draft, measure: Id, item: Id | None = None, **values: Any) -> Id | None:
    """What a measure saves of an item of cost; by default of the first one it can save something of.

    Items at its own touchpoints come first, then those of their journeys, then any. None where there is no item.
    """
    found = item or next((one for one in _near(draft, measure)), None)
    if found is None:
        return None
    order = last_key(draft.document.having(MeasureSaving, "measure", measure))
    return draft.create(MeasureSaving(id=draft.new_id(), measure=measure, item=found, order=order, **values)).id


def _near(draft: Draft, measure: Id) -> list[Id]:
    """Items it saves nothing of yet, the nearest first."""
    document, record = draft.document, draft.get(Measure, measure)
    touchpoints = [t for i in record.touchpoints if isinstance(t := document.find(i), Touchpoint)]
    places = [*(t.id for t in touchpoints), *(document.journey_of(t).id for t in touchpoints)]
    taken = {one.item for one in document.having(MeasureSaving, "measure", measure)}
    near = [item.id for place in dict.fromkeys(places) for item in document.having(CostItem, "about", place)]
    everything = dict.fromkeys((*near, *(item.id for item in document.all(CostItem))))
    return [item for item in everything if item not in taken]
