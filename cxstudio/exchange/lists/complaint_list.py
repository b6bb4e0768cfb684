"""Complaints with one row per ticket: counted per touchpoint and month, and their texts for the pile of notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from cxstudio.errors import UserError
from cxstudio.exchange.lists.headed_columns import cell, headed, patterns, unassigned
from cxstudio.exchange.lists.list_columns import LABELS
from cxstudio.exchange.lists.list_mapping import chosen_columns, chosen_order, mapping_of
from cxstudio.exchange.lists.touchpoint_list import plan_of, understood
from cxstudio.exchange.plan.import_plan import Figure, ImportPlan, ImportRequest, LeftOut, Preview, Repair, say, trn
from cxstudio.exchange.survey.column_headings import role_in
from cxstudio.exchange.survey.free_text import BLACK_OUT
from cxstudio.exchange.survey.personal_details import blacked_out
from cxstudio.exchange.survey.survey_comments import MOST_COMMENTS, days_of
from cxstudio.exchange.survey.survey_mapping import JOURNEY_FIGURES
from cxstudio.exchange.tables.day_order import day_order, day_order_asked
from cxstudio.exchange.tables.table import Table, column_place, rows_place
from cxstudio.model import Note, Record, Touchpoint, new_id
from cxstudio.model.kinds import Evidence, NoteKind
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import N_

TICKET, DAY, POINT, TOPIC, TEXT, CHANNEL = "ticket", "day", "point", "topic", "text", "channel"
_HEADINGS: Final = patterns(
    {
        TICKET: r"(?:ticket|beschwerde|reklamation|complaint|vorgang|anliegen|incident|st[oö]rung|fall|case)s?"
        r"[\s_-]*(?:id|nr\.?|no\.?|nummer|number)|ticket|vorgangsnummer|beschwerdenummer",
        DAY: r"datum|date|eingang(?:sdatum)?|created(?: at)?|erstellt(?: am)?|received|gemeldet(?: am)?|tag|day",
        POINT: r"kontaktpunkte?|touch[\s-]?points?|schritt|step",
        TOPIC: r"kategorien?|categor(?:y|ies)|themen?|topics?|bereich|betreff|subject|grund|reason|produkt|product",
        CHANNEL: r"kan[aä]le?|channels?|medium",
        TEXT: r"(?:beschwerde|reklamations)?text|beschwerden?|reklamationen?|complaints?|beschreibung|description|"
        r"nachricht|message|kommentar|comments?|anliegen|schilderung|inhalt|details?",
    }
)
_LONGEST_NAME: Final = 80
_MONTHS_SHOWN: Final = 6
_SHOWN: Final = 8
_MOSTLY: Final = 0.8


class _Ticket(NamedTuple):
    """One complaint: what it is about, its day, and its row."""

    name: str
    day: date
    row: Sequence[str]


def holds_complaints(table: Table) -> bool:
    """Whether each row is a ticket: its number or the word for it, a day, and what it is about."""
    found = headed(table.header, _HEADINGS)
    named = " ".join(table.header).casefold()
    complains = TICKET in found or any(word in named for word in ("beschwerde", "reklamation", "complaint"))
    rated = any(role_in(name) in JOURNEY_FIGURES for name in table.header)
    if not complains or DAY not in found or rated or not found.keys() & {POINT, TOPIC, TEXT}:
        return False
    days = [cell(row, found, DAY) for row in table.rows]
    tickets = [cell(row, found, TICKET) for row in table.rows if cell(row, found, TICKET)]
    known = days_of(days, day_first=day_order(days, "en").day_first)
    dated = sum(1 for day in days if day in known)
    return len(days) > 1 and dated >= _MOSTLY * len(days) and len(set(tickets)) >= _MOSTLY * len(tickets)


def read_complaints(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a list of complaints. Raises UserError where no day, or nothing they are about, is found."""
    chosen = chosen_columns(request, "complaints", table.header)
    columns = headed(table.header, _HEADINGS) if chosen is None else chosen
    about = next((meaning for meaning in (POINT, TOPIC, CHANNEL) if meaning in columns), "")
    order = day_order([cell(row, columns, DAY) for row in table.rows], request.language, chosen_order(request))
    days = days_of((cell(row, columns, DAY) for row in table.rows), day_first=order.day_first)
    dated = _tickets(table, columns, about, days)
    if not dated or not about:
        raise UserError(
            N_("No complaints were found: each needs a day and what it is about."),
            N_("Nothing was imported."),
            N_("Name the columns “Date”, “Touchpoint” or “Category”, and “Text”."),
        )
    first, last = min(each.day for each in dated), max(each.day for each in dated)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    listed = _counted(table, dated, columns, about, months)
    plan = plan_of(listed, request, *understood(listed))
    notes, repairs, told = _texts(table, dated, columns, about, plan, request)
    gone = [n for n, row in zip(table.row_numbers, table.rows, strict=True) if cell(row, columns, DAY) not in days]
    if gone:
        told.append(
            LeftOut(rows_place(gone), trn("{n} row", "{n} rows", len(gone)), say(N_("it names no day")), len(gone))
        )
    told += unassigned(table, tuple(columns.values()))
    note = trn(
        "{n} complaint from {first} to {last}, counted over {months} calendar months.",
        "{n} complaints from {first} to {last}, counted over {months} calendar months.",
        len(dated),
        first=Figure(first),
        last=Figure(last),
        months=months,
    )
    mapping = mapping_of("complaints", table.header, columns).with_day_first(chosen_order(request))
    return replace(
        plan,
        records=(*plan.records, *notes),
        preview=_preview(listed, dated, len(notes)),
        left_out=(*plan.left_out, *told),
        repairs=(*plan.repairs, *repairs),
        notes=(*plan.notes, note),
        mapping=mapping,
        doubts=day_order_asked(order, table.header[columns[DAY]], mapping.with_day_first),
    )


def _tickets(table: Table, columns: dict[str, int], about: str, days: dict[str, date]) -> list[_Ticket]:
    """The rows with a day; names that differ in case only are one, spelled as the first."""
    spelled: dict[str, str] = {}
    found = []
    for row in table.rows:
        day = days.get(cell(row, columns, DAY))
        if day is not None:
            name = " ".join(cell(row, columns, about).split())[:_LONGEST_NAME]
            found.append(_Ticket(spelled.setdefault(name.casefold(), name), day, row))
    return found


def _counted(table: Table, dated: Sequence[_Ticket], columns: dict[str, int], about: str, months: int) -> Table:
    """A list of touchpoints: how often each was complained about in a month, and over which channels."""
    times: Counter[str] = Counter()
    channels: dict[str, dict[str, None]] = {}
    for each in dated:
        if not any(c.isalpha() for c in each.name):
            continue
        times[each.name] += 1
        channel = cell(each.row, columns, CHANNEL) if about != CHANNEL else ""
        if channel:
            channels.setdefault(each.name, {})[channel] = None
    header = ("Touchpoint", "Channel", "Complaints per month")
    rows = [[name, ", ".join(channels.get(name, ())), f"{n / months:.7f}"] for name, n in times.most_common()]
    return replace(table, header=header, rows=tuple(rows), numbers=(), has_header=True, repairs=())


def _texts(
    table: Table,
    dated: Sequence[_Ticket],
    columns: dict[str, int],
    about: str,
    plan: ImportPlan,
    request: ImportRequest,
) -> tuple[list[Record], list[Repair], list[LeftOut]]:
    """The texts as notes for the pile, without details of people where these are covered."""
    if TEXT not in columns:
        return [], [], []
    points = {point.name: point.id for point in plan.records if isinstance(point, Touchpoint)}
    given = [(text, each) for each in dated if (text := cell(each.row, columns, TEXT))]
    personal = sum(1 for text, _ in given[:MOST_COMMENTS] if blacked_out(text)[1])
    covered = request.decided(BLACK_OUT, True)
    where = column_place(table.header[columns[TEXT]])
    repairs, told = [], []
    if personal:
        problem = trn(
            "{n} comment seems to hold a name, a number or an address.",
            "{n} comments seem to hold names, numbers or addresses.",
            personal,
        )
        repairs.append(Repair(BLACK_OUT, where, problem, say(N_("Black them out.")), covered))
    if len(given) > MOST_COMMENTS:
        beyond = len(given) - MOST_COMMENTS
        why = say(N_("at most {most} comments can be imported at once"), most=MOST_COMMENTS)
        told.append(LeftOut(where, trn("{n} comment", "{n} comments", beyond), why, beyond))
    kept = given[:MOST_COMMENTS]
    notes: list[Record] = [
        Note(
            id=new_id(),
            text=blacked_out(text)[0] if covered else text,
            kind=NoteKind.UNSORTED,
            about=points.get(each.name),
            evidence=Evidence.COMPLAINT,
            source=request.name,
            said_on=each.day,
            theme=cell(each.row, columns, TOPIC) if about != TOPIC else "",
            order=key,
        )
        for (text, each), key in zip(kept, keys_between(None, None, len(kept)), strict=True)
    ]
    return notes, repairs, told


def _preview(listed: Table, dated: Sequence[_Ticket], noted: int) -> Preview:
    """How often each touchpoint was complained about, in the latest months."""
    by_month = Counter((each.name, each.day.replace(day=1)) for each in dated)
    months = sorted({month for _, month in by_month})[-_MONTHS_SHOWN:]
    counts = [
        trn("{n} touchpoint", "{n} touchpoints", len(listed.rows)),
        trn("{n} complaint", "{n} complaints", len(dated)),
    ]
    if noted:
        counts.append(trn("{n} comment as an unsorted note", "{n} comments as unsorted notes", noted))
    heads = (say(LABELS["touchpoint"]), *(say("{text}", text=f"{month:%Y-%m}") for month in months))
    shown = listed.rows[:_SHOWN]
    rows: list[tuple[str | int, ...]] = [(row[0], *(by_month[row[0], month] for month in months)) for row in shown]
    return Preview(tuple(counts), heads, tuple(rows))
