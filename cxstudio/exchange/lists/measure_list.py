"""A list of measures, one a row: what is done, who is responsible, by when, at which touchpoints."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.lists.headed_columns import cell, headed, patterns, unassigned
from cxstudio.exchange.lists.list_mapping import chosen_columns, chosen_order, mapping_of
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, LeftOut, Preview, say, trn
from cxstudio.exchange.survey.survey_comments import days_of
from cxstudio.exchange.tables.day_order import day_order, day_order_asked
from cxstudio.exchange.tables.table import Table, row_place, short
from cxstudio.model import Department, Id, Journey, Measure, Record, Stage, Touchpoint, new_id
from cxstudio.model.kinds import MeasureStatus
from cxstudio.store.order import key_between, keys_between
from cxstudio.wording.texts import LANGUAGES, N_, texts

TITLE, OWNER, DEPARTMENT, DUE, STATUS, TOUCHPOINT, DESCRIPTION = (
    "title",
    "owner",
    "department",
    "due",
    "status",
    "touchpoint",
    "description",
)
_HEADINGS: Final = patterns(
    {
        TITLE: r"ma(?:ß|ss)nahmen?|measures?|action items?|to-?dos?|initiativen?|initiatives?",
        OWNER: r"verantwortlich(?:e[rs]?|keit)?|zust[aä]ndig(?:e[rs]?|keit)?|owners?|responsible|wer|who",
        DEPARTMENT: r"abteilung(?:en)?|departments?|bereich",
        DUE: r"termin|f[aä]llig(?:keit)?(?: am)?|bis(?: wann)?|due(?: date)?|deadline|frist|ende|end date|until",
        STATUS: r"status|stand|state",
        TOUCHPOINT: r"kontaktpunkte?|touch[\s-]?points?|schritte?|steps?",
        DESCRIPTION: r"beschreibung|description|details?|bemerkung(?:en)?|notes?|kommentare?|comments?",
    }
)
_STATUSES: Final = {
    MeasureStatus.IDEA: r"idee|idea|offen|open|new|neu|backlog|to-?do",
    MeasureStatus.PROPOSED: r"vorgeschlagen|proposed|vorschlag",
    MeasureStatus.PLANNED: r"geplant|planned|eingeplant|scheduled",
    MeasureStatus.RUNNING: r"in arbeit|l[aä]uft|laufend|in umsetzung|begonnen|in progress|running|doing|started",
    MeasureStatus.DONE: r"erledigt|fertig|abgeschlossen|umgesetzt|done|complete[d]?|closed|finished",
    MeasureStatus.DROPPED: r"verworfen|abgelehnt|gestrichen|dropped|rejected|cancel+ed|won't do",
}
_PARTED: Final = re.compile(r"[,;/|\n]")
_MOST: Final = 2_000
_SHOWN: Final = 8


def holds_measures(table: Table) -> bool:
    """Whether the headings speak of measures, and of who does them or by when."""
    found = headed(table.header, _HEADINGS)
    titles = [row[found[TITLE]].strip() for row in table.rows if TITLE in found]
    wordy = sum(any(c.isalpha() for c in title) for title in titles)
    return bool(titles) and wordy * 2 > len(titles) and bool(found.keys() & {OWNER, DUE, STATUS})


def read_measures(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a list of measures. Raises UserError where there are none."""
    chosen = chosen_columns(request, "measures", table.header)
    columns = headed(table.header, _HEADINGS) if chosen is None else chosen
    if TITLE not in columns:
        raise UserError(
            N_("No heading names measures."),
            N_("Nothing was imported."),
            N_("Name one column “Measure”, and others “Owner”, “Due”, “Status” and “Touchpoint”."),
        )
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = Path(request.name).stem or said.tr("Measures")
    journey = Journey(id=new_id(), title=title)
    stage = Stage(id=new_id(), journey=journey.id, name=said.tr("Touchpoints"))
    rows = [(n, row) for n, row in zip(table.row_numbers, table.rows, strict=True) if cell(row, columns, TITLE)]
    order = day_order([cell(row, columns, DUE) for _, row in rows], request.language, chosen_order(request))
    days = days_of((cell(row, columns, DUE) for _, row in rows), day_first=order.day_first)
    points: dict[str, Touchpoint] = {}
    departments: dict[str, Department] = {}
    measures: list[Measure] = []
    told: list[LeftOut] = [*table.left_out, *unassigned(table, tuple(columns.values()))]
    for (number, row), key in zip(rows[:_MOST], keys_between(None, None, len(rows[:_MOST])), strict=True):
        due, status = cell(row, columns, DUE), cell(row, columns, STATUS)
        measures.append(
            Measure(
                id=new_id(),
                title=" ".join(cell(row, columns, TITLE).split()),
                order=key,
                description=cell(row, columns, DESCRIPTION),
                owner_role=cell(row, columns, OWNER),
                department=_department(cell(row, columns, DEPARTMENT), departments),
                due=days.get(due),
                status=_status(status) or MeasureStatus.IDEA,
                touchpoints=_touched(cell(row, columns, TOUCHPOINT), points, stage),
            )
        )
        told += _not_read(number, due, days.get(due), N_("it is not a day"))
        told += _not_read(number, status, _status(status), N_("it is not a known status"))
    if not measures:
        raise UserError(N_("There is no measure in the table."), N_("Nothing was imported."))
    stages = (stage,) if points else ()
    mapping = mapping_of("measures", table.header, columns).with_day_first(chosen_order(request))
    records: tuple[Record, ...] = (journey, *stages, *points.values(), *departments.values(), *measures)
    return ImportPlan(
        title=title,
        records=records,
        preview=_preview(measures, points),
        left_out=tuple(told),
        source=table.source,
        request=request,
        mapping=mapping,
        doubts=day_order_asked(order, table.header[columns.get(DUE, 0)], mapping.with_day_first),
    )


def _status(text: str) -> MeasureStatus | None:
    folded = " ".join(text.casefold().split())
    return next((status for status, words in _STATUSES.items() if re.fullmatch(words, folded)), None)


def _department(name: str, known: dict[str, Department]) -> Id | None:
    if not name:
        return None
    last = next(reversed(known.values()), None)
    made = known.setdefault(
        name.casefold(), Department(id=new_id(), name=name, order=key_between(last.order if last else None, None))
    )
    return made.id


def _touched(text: str, known: dict[str, Touchpoint], stage: Stage) -> tuple[Id, ...]:
    found = []
    for name in filter(None, (" ".join(part.split()) for part in _PARTED.split(text))):
        if name.casefold() not in known:
            last = next(reversed(known.values()), None)
            order = key_between(last.order if last else None, None)
            known[name.casefold()] = Touchpoint(id=new_id(), stage=stage.id, name=name, order=order)
        found.append(known[name.casefold()].id)
    return tuple(dict.fromkeys(found))


def _not_read(number: int, text: str, value: date | MeasureStatus | None, why: str) -> list[LeftOut]:
    if not text or value is not None:
        return []
    return [LeftOut(row_place(number), say(N_("“{value}”"), value=short(text, 40)), say(why))]


def _preview(measures: list[Measure], points: dict[str, Touchpoint]) -> Preview:
    told = [trn("{n} measure", "{n} measures", len(measures))]
    if points:
        told.append(trn("{n} touchpoint", "{n} touchpoints", len(points)))
    rows = tuple((m.title, m.owner_role, "" if m.due is None else m.due) for m in measures[:_SHOWN])
    return Preview(tuple(told), (say(N_("Measure")), say(N_("Owner")), say(N_("Due"))), rows)
