"""A plain list of touchpoints from a table: stages, touchpoints and what else its columns say about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import Figure, ImportPlan, ImportRequest, LeftOut, Message, Preview, say, trn
from cxstudio.exchange.survey.survey_quotes import day_of
from cxstudio.exchange.tables.table_reading import Table, column_letters, column_place, row_place, rows_place, short
from cxstudio.model import Channel, Department, Journey, Record, Stage, Touchpoint, new_id
from cxstudio.model.known_channels import NameBook, usual_values
from cxstudio.store.order import key_between
from cxstudio.wording.number_parsing import parse_amount
from cxstudio.wording.texts import LANGUAGES, N_, texts

MOST_TOUCHPOINTS = 5_000
_ROWS_SHOWN = 8
_MOST_COLUMNS = 3
_LONGEST_NAME = 160

STAGE, TOUCHPOINT, CHANNEL, DEPARTMENT, DESCRIPTION, CASES = (
    "stage",
    "touchpoint",
    "channels",
    "departments",
    "description",
    "cases_per_month",
)
_HEADINGS: Final = (
    (CHANNEL, r"kan[aä]l|channel|medium"),
    (DEPARTMENT, r"abteilung|bereich|department|team|einheit|unit|zuständig|responsible|owner"),
    (TOUCHPOINT, r"kontaktpunkt|touch\s?-?point|berührungspunkt|schritt|step|aktivität|activity|kontakt\b|moment"),
    (STAGE, r"phase|stage|abschnitt|etappe|section"),
    (CASES, r"fälle|cases|volumen|volume|anzahl|kontakte pro|contacts per"),
    (DESCRIPTION, r"beschreibung|description|details?\b|erläuterung|notiz|bemerkung|comment|note"),
)
_COMPILED: Final = tuple((field_, re.compile(pattern)) for field_, pattern in _HEADINGS)
LABELS: Final = {
    STAGE: N_("Stage"),
    TOUCHPOINT: N_("Touchpoint"),
    CHANNEL: N_("Channel"),
    DEPARTMENT: N_("Department"),
    DESCRIPTION: N_("Description"),
    CASES: N_("Cases per month"),
}
_EVENT_LOG = re.compile(r"timestamp|zeitstempel|case[\s:_-]*(?:id|concept)")
_PARTED = re.compile(r"[,;/|\n]")


@dataclass(slots=True)
class _Draft:
    """The list while it is read."""

    journey: Journey
    stages: dict[str, Stage] = field(default_factory=dict)
    points: list[Touchpoint] = field(default_factory=list)
    named: dict[type[Channel] | type[Department], list[Channel | Department]] = field(default_factory=dict)
    books: dict[type[Channel] | type[Department], NameBook] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)


def is_list(table: Table) -> bool:
    """Whether the headings speak of touchpoints."""
    logged = any(_EVENT_LOG.search(name.casefold()) for name in table.header)
    return TOUCHPOINT in columns_by_heading(table.header) and not logged


def reads_like_a_list(table: Table) -> bool:
    """Whether it could be a list without headings: few columns of short texts that begin as names do."""
    rows = [as_row(table.header), *table.rows]
    first = [next((cell.strip() for cell in row if cell.strip()), "") for row in rows]
    named = [cell for cell in first if cell]
    if named and named[0][0] in "{[<":  # somebody's JSON or XML
        return False
    plain = sum(1 for cell in named if (cell[0].isalnum() or cell[0] in "„“\"'«¿¡(") and len(cell) <= _LONGEST_NAME)
    if any(
        not any(c.isalpha() for c in cell) or day_of(cell)
        for column in table.columns
        for cell in column
        if cell.strip()
    ):
        return False
    return len(table.header) <= _MOST_COLUMNS and plain >= 0.8 * len(named) and any(map(str.isalpha, "".join(named)))


def columns_by_heading(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what, as far as the headings say so."""
    found: dict[str, int] = {}
    for i, name in enumerate(header):
        folded = name.casefold()
        meaning = next((m for m, pattern in _COMPILED if pattern.search(folded)), None)
        if meaning is not None:
            found.setdefault(meaning, i)
    return found


def read_list(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a list of touchpoints. Raises UserError where there are none."""
    rows, first, columns = understood(table)
    return plan_of(table, request, rows, first, columns)


def understood(table: Table) -> tuple[list[Sequence[str]], int, dict[str, int]]:
    """The rows, the number of the first of them, and which column holds what. Raises UserError."""
    columns = columns_by_heading(table.header)
    rows, first = list(table.rows), table.first_row
    if not columns.keys() & {STAGE, TOUCHPOINT}:
        if table.has_header:
            rows, first = [as_row(table.header), *rows], first - 1
        columns = columns_by_content(rows)
    elif TOUCHPOINT not in columns:
        columns[TOUCHPOINT] = _fullest(rows, taken=set(columns.values()))
    return rows, first, columns


def plan_of(
    table: Table, request: ImportRequest, rows: Sequence[Sequence[str]], first: int, columns: dict[str, int]
) -> ImportPlan:
    """The plan of rows whose columns are known. Raises UserError where there is no touchpoint."""
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = Path(request.name).stem or said.tr("Customer journey")
    draft = _Draft(Journey(id=new_id(), title=title), left_out=list(table.left_out))
    _read_rows(rows, first, columns, said.tr("Touchpoints"), draft)
    if not draft.points:
        raise UserError(N_("There is no touchpoint in the table."), N_("Nothing was imported."))
    spare = [i for i in range(len(table.header)) if i not in columns.values() and any(row[i].strip() for row in rows)]
    why = say(N_("not assigned"))
    draft.left_out += [LeftOut(column_place(table.header[i]), say(N_("the whole column")), why) for i in spare]
    others: list[Record] = [r for found in draft.named.values() for r in found]
    return ImportPlan(
        title=title,
        records=(draft.journey, *others, *draft.stages.values(), *draft.points),
        preview=_preview(draft, columns),
        left_out=tuple(draft.left_out),
        source=table.source,
        request=request,
    )


def as_row(header: Sequence[str]) -> list[str]:
    """A heading that turned out to be none, as the row it was."""
    return ["" if name == column_letters(i) else name for i, name in enumerate(header)]


def columns_by_content(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """One column: touchpoints. More: the first that repeats itself or has gaps holds the stages."""
    width = len(rows[0])
    wordy = [i for i in range(width) if any(any(c.isalpha() for c in row[i]) for row in rows)]
    if len(wordy) < 2:
        return {TOUCHPOINT: wordy[0] if wordy else 0}
    first, second = wordy[:2]
    names = [row[first].strip() for row in rows]
    repeats = len({n for n in names if n}) < len(names)
    return {STAGE: first, TOUCHPOINT: second} if repeats else {TOUCHPOINT: first}


def _fullest(rows: Sequence[Sequence[str]], taken: set[int]) -> int:
    """The column with most words that has no meaning yet."""
    width = len(rows[0]) if rows else 0
    free = [i for i in range(width) if i not in taken]
    if not free:
        raise UserError(N_("There is no touchpoint in the table."), N_("Nothing was imported."))
    return max(free, key=lambda i: sum(1 for row in rows if any(c.isalpha() for c in row[i])))


def _read_rows(rows: Sequence[Sequence[str]], first: int, columns: dict[str, int], usual: str, draft: _Draft) -> None:
    nameless: list[int] = []
    beyond = 0
    current = ""
    for number, row in enumerate(rows, first):
        cells = {meaning: row[i].strip() for meaning, i in columns.items()}
        current = cells.get(STAGE) or current
        name = cells[TOUCHPOINT]
        if cells.get(STAGE):
            _stage(draft, current)
        if not any(c.isalpha() for c in name):
            if not cells.get(STAGE) and any(cells.values()):
                nameless.append(number)
        elif len(draft.points) >= MOST_TOUCHPOINTS:
            beyond += 1
        else:
            draft.points.append(_touchpoint(name, cells, number, _stage(draft, current or usual), draft))
    if nameless:
        what = trn("{n} row", "{n} rows", len(nameless))
        draft.left_out.append(LeftOut(rows_place(nameless), what, say(N_("no touchpoint is named")), len(nameless)))
    if beyond:
        what = trn("{n} touchpoint", "{n} touchpoints", beyond)
        why = say(N_("at most {most} can be imported at once"), most=Figure(MOST_TOUCHPOINTS))
        draft.left_out.append(LeftOut(say(N_("The end of the list")), what, why, beyond))


def _stage(draft: _Draft, name: str) -> Stage:
    key = " ".join(name.split()).casefold()
    if key not in draft.stages:
        last = next(reversed(draft.stages.values()), None)
        order = key_between(last.order if last else None, None)
        draft.stages[key] = Stage(id=new_id(), journey=draft.journey.id, name=" ".join(name.split()), order=order)
    return draft.stages[key]


def _touchpoint(name: str, cells: dict[str, str], row: int, stage: Stage, draft: _Draft) -> Touchpoint:
    order = key_between(draft.points[-1].order if draft.points else None, None)
    cases = _amount(cells.get(CASES, ""))
    if cases is None and cells.get(CASES):
        what = say(N_("“{value}”"), value=short(cells[CASES], 40))
        where = say(N_("{column}, {rows}"), column=Message(LABELS[CASES]), rows=row_place(row))
        draft.left_out.append(LeftOut(where, what, say(N_("it is not a number"))))
    return Touchpoint(
        id=new_id(),
        stage=stage.id,
        name=" ".join(name.split()),
        order=order,
        description=cells.get(DESCRIPTION, ""),
        channels=_named(draft, Channel, cells.get(CHANNEL, "")),
        departments=_named(draft, Department, cells.get(DEPARTMENT, "")),
        cases_per_month=cases,
    )


def _named(draft: _Draft, kind: type[Channel] | type[Department], cell: str) -> tuple[str, ...]:
    """Ids of the channels or departments a cell names, made once each."""
    known, book = draft.named.setdefault(kind, []), draft.books.setdefault(kind, NameBook(kind))
    ids = []
    for name in filter(None, map(str.strip, _PARTED.split(cell))):
        found = book.find(name)
        if found is None:
            order = key_between(known[-1].order if known else None, None)
            usual = usual_values(name) if kind is Channel else {}
            made = kind(id=new_id(), name=name, order=order, **usual)
            known.append(made)
            book.add(name, made.id)
            found = made.id
        ids.append(found)
    return tuple(dict.fromkeys(ids))


def _amount(cell: str) -> float | None:
    """A number as people write it: 1.200 or 1,200 or 1200,5; None where it is none, or below zero."""
    try:
        found = parse_amount(cell)
    except ValueError:
        return None
    return found if found is not None and found >= 0 else None


def _preview(draft: _Draft, columns: dict[str, int]) -> Preview:
    counts = [
        trn("{n} stage", "{n} stages", len(draft.stages)),
        trn("{n} touchpoint", "{n} touchpoints", len(draft.points)),
    ]
    if draft.named.get(Channel):
        counts.append(trn("{n} channel", "{n} channels", len(draft.named[Channel])))
    if draft.named.get(Department):
        counts.append(trn("{n} department", "{n} departments", len(draft.named[Department])))
    shown = [STAGE, TOUCHPOINT, *(m for m in (CHANNEL, DEPARTMENT, CASES, DESCRIPTION) if m in columns)]
    names = {r.id: r.name for found in draft.named.values() for r in found}
    names.update({s.id: s.name for s in draft.stages.values()})
    rows = tuple(tuple(_shown(point, m, names) for m in shown) for point in draft.points[:_ROWS_SHOWN])
    return Preview(tuple(counts), tuple(Message(LABELS[m]) for m in shown), rows)


def _shown(point: Touchpoint, meaning: str, names: dict[str, str]) -> str:
    if meaning == STAGE:
        return names[point.stage]
    if meaning == TOUCHPOINT:
        return point.name
    value = getattr(point, meaning)
    if isinstance(value, tuple):
        return _joined(names[i] for i in value)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)
