"""What a filter can wish for in a journey, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cxstudio.analysis.flow.responsible_departments import departments_of
from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.model import Channel, Department, Document, Id, Journey, Stage
from cxstudio.model.kinds import ContactKind, JourneyKind
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context

MARKS: dict[Mark, str] = {
    Mark.CRITICAL: N_("critical"),
    Mark.STARDUST: N_("stardust"),
    Mark.WITHOUT_MEASURE: N_("without measure"),
    Mark.DISAGREEING: N_("disagreeing"),
    Mark.PROMISED: N_("with a promise"),
    Mark.PROMISE_NOT_KEPT: N_("promise not kept"),
}
_OF_RATINGS = frozenset({Mark.CRITICAL, Mark.STARDUST, Mark.DISAGREEING})
"""Marks only a rated journey has."""
_OF_PROMISES = frozenset({Mark.PROMISED, Mark.PROMISE_NOT_KEPT})
"""Offered where something is promised."""


CRITICAL: Final = Filter(marks=frozenset({Mark.CRITICAL}))


class Wish(NamedTuple):
    """One thing a filter can wish for: the filter's field, its value, what it is called."""

    kind: str
    value: object
    text: str


class Wishes(NamedTuple):
    """Wishes of one kind below their heading."""

    title: str
    wishes: tuple[Wish, ...]


def wishes_of(context: Context, journey: Id) -> tuple[Wishes, ...]:
    """What can be wished for in a journey; kinds of which there is nothing are left out."""
    document, tr = context.document, context.tr
    row = document.journey_touchpoints(journey)
    behind = {d for t in row for d in departments_of(document, t)}
    channels = {c for t in row for c in t.channels}
    contacts = {t.contact for t in row}
    promised = any(t.promise.strip() for t in row)
    groups = (
        (N_("Mark"), "marks", [(m, tr(text)) for m, text in MARKS.items() if m not in _OF_PROMISES or promised]),
        (N_("Stage"), "stages", [(s.id, _name(context, s)) for s in document.stages(journey)]),
        (N_("Department"), "departments", _named(context, (d for d in document.all(Department) if d.id in behind))),
        (N_("Channel"), "channels", _named(context, (c for c in document.all(Channel) if c.id in channels))),
        (N_("Contact"), "contacts", [(k, tr(choice_label(k))) for k in ContactKind if k in contacts]),
    )
    return tuple(
        Wishes(tr(title), tuple(Wish(kind, value, text) for value, text in found))
        for title, kind, found in groups
        if found
    )


def wished(context: Context, wanted: Filter) -> tuple[Wish, ...]:
    """What a filter wishes for, in words, in the order of the sheet; its text is no part of it."""
    document, tr = context.document, context.tr
    found = [Wish("marks", m, tr(text)) for m, text in MARKS.items() if m in wanted.marks]
    for kind, ids in (("stages", wanted.stages), ("departments", wanted.departments), ("channels", wanted.channels)):
        found += [Wish(kind, i, name) for i, name in _records(context, document, ids)]
    return (*found, *(Wish("contacts", k, tr(choice_label(k))) for k in ContactKind if k in wanted.contacts))


def why_none(context: Context, wanted: Filter) -> str:
    """Why no touchpoint of a to-be journey gets a mark of the rating; "" where that is not the reason."""
    journey = context.document.find(context.selection.journey)
    if isinstance(journey, Journey) and journey.kind is JourneyKind.TO_BE and wanted.marks & _OF_RATINGS:
        return context.tr("Targets are not judged. Critical touchpoints are on the as-is journey.")
    return ""


def _records(context: Context, document: Document, ids: frozenset[Id]) -> list[tuple[Id, str]]:
    records = (document.find(i) for i in ids)
    found = (r for r in records if isinstance(r, Stage | Department | Channel))
    return [(r.id, _name(context, r)) for r in sorted(found, key=lambda r: (r.order, r.id))]


def _named(context: Context, records: Iterator[Department] | Iterator[Channel]) -> list[tuple[object, str]]:
    return [(r.id, _name(context, r)) for r in records]


def _name(context: Context, record: Stage | Department | Channel) -> str:
    name = " ".join(record.name[:300].split())
    return (name if len(name) <= 40 else name[:39] + "…") or context.tr("Untitled")
