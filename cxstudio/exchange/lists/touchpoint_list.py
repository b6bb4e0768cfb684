"""A plain list of touchpoints from a table: stages, touchpoints and what else its columns say about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cxstudio.errors import UserError
from cxstudio.exchange.lists.list_columns import RATINGS, STAGE, TOUCHPOINT, columns_by_heading, months_of
from cxstudio.exchange.lists.list_mapping import ListMapping, chosen_columns, mapping_of
from cxstudio.exchange.lists.list_preview import preview
from cxstudio.exchange.lists.list_ratings import RatedList, list_ratings
from cxstudio.exchange.lists.list_rows import ListDraft, read_rows
from cxstudio.exchange.lists.list_shapes import lanes_down, stages_across
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, LeftOut, Repair, say
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.survey_comments import day_of
from cxstudio.exchange.survey.word_scales import word_scales
from cxstudio.exchange.tables.month_names import with_month_numbers
from cxstudio.exchange.tables.table import Table, column_letters, column_place, row_place
from cxstudio.model import Journey, Record, TouchpointRatings, new_id
from cxstudio.wording.texts import LANGUAGES, N_, texts

HEADINGS = "headings"
"""Id of the proposal to leave out the first row of a list without known headings."""
_MOST_COLUMNS = 3
_LONGEST_NAME = 160

_CODE = re.compile(r"[A-Za-zÄÖÜ]{0,6}[-_:#]?\d+")
_EVENT_LOG = re.compile(r"timestamp|zeitstempel|case[\s:_-]*(?:id|concept)")


def is_list(table: Table) -> bool:
    """Whether the headings speak of touchpoints, and names of touchpoints stand below them."""
    if lanes_down(table) is not None or stages_across(table) is not None:
        return True
    at = columns_by_heading(table.header).get(TOUCHPOINT)
    logged = any(_EVENT_LOG.search(name.casefold()) for name in table.header)
    return at is not None and not logged and _are_names([row[at].strip() for row in table.rows])


def _are_names(cells: Sequence[str]) -> bool:
    """Whether cells are names: words, mostly different ones, and no answers given in words."""
    given = [cell for cell in cells if cell]
    different = set(given)
    wordy = sum(any(c.isalpha() for c in cell) and written_number(cell) is None for cell in given)
    if not given or wordy * 2 < len(given) or len(different) * 2 < len(given):
        return False
    return not (len(given) > 3 and word_scales(tuple(different)))


def reads_like_a_list(table: Table) -> bool:
    """Whether it could be a list without headings: few columns of short texts that begin as names do."""
    rows = [as_row(table.header), *table.rows]
    given = [cell.strip() for row in table.rows for cell in row if cell.strip()]
    if sum(1 for cell in given if _CODE.fullmatch(cell)) * 2 > len(given):  # numbers of cases, orders, people
        return False
    first = [next((cell.strip() for cell in row if cell.strip()), "") for row in rows]
    named = [cell for cell in first if cell]
    if named and named[0][0] in "{[<":  # somebody's JSON or XML
        return False
    plain = sum(1 for cell in named if (cell[0].isalnum() or cell[0] in "„“\"'«¿¡(") and len(cell) <= _LONGEST_NAME)
    if any(
        not any(c.isalpha() for c in cell) or day_of(with_month_numbers(cell.strip()))
        for column in table.columns
        for cell in column
        if cell.strip()
    ):
        return False
    return len(table.header) <= _MOST_COLUMNS and plain >= 0.8 * len(named) and any(map(str.isalpha, "".join(named)))


def read_list(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a list of touchpoints. Raises UserError where there are none."""
    chosen = chosen_columns(request, "touchpoints", table.header)
    shaped = (lanes_down(table) or stages_across(table)) if chosen is None else None
    if shaped is not None:
        return plan_of(shaped, request, *understood(shaped))
    unheaded = table.has_header and not columns_by_heading(table.header).keys() & {STAGE, TOUCHPOINT}
    headings = unheaded and request.decided(HEADINGS, _words_above_numbers(table) or _named_by_heading(request))
    rows, first, columns = understood(table, chosen, headings=headings)
    mapping = _as_told(mapping_of("touchpoints", table.header, columns), request)
    plan = replace(plan_of(table, request, rows, first, columns, mapping), mapping=mapping)
    if not unheaded or len(table.header) < 2:
        return plan
    problem, proposal = say(N_("It may hold headings.")), say(N_("Leave it out as a row of headings."))
    repair = Repair(HEADINGS, row_place(table.first_row - 1), problem, proposal, headings)
    return replace(plan, repairs=(repair, *plan.repairs))


def _named_by_heading(request: ImportRequest) -> bool:
    """Whether somebody named a column by words of the first row alone."""
    places = request.mapping.places if request.mapping is not None else ()
    return any(place.name and place.number is None for place in places)


def _words_above_numbers(table: Table) -> bool:
    """Whether the first row differs in kind from those below it: words above a column of numbers."""
    for name, column in zip(table.header, table.columns, strict=True):
        given = [cell for cell in map(str.strip, column) if cell]
        numbers = sum(1 for cell in given if written_number(cell) is not None)
        if given and numbers == len(given) and any(c.isalpha() for c in name) and written_number(name) is None:
            return True
    return False


def understood(
    table: Table, chosen: dict[str, int] | None = None, *, headings: bool = False
) -> tuple[list[Sequence[str]], int, dict[str, int]]:
    """The rows, the number of the first of them, and which column holds what. Raises UserError.

    `chosen` are columns somebody named; `headings` says that the first row is no row, though no word in it tells.
    """
    columns = columns_by_heading(table.header)
    rows, first = list(table.rows), table.first_row
    told = columns.keys() & {STAGE, TOUCHPOINT}
    if not told and table.has_header and not headings:
        rows, first = [as_row(table.header), *rows], first - 1
    if chosen is not None:
        if TOUCHPOINT not in chosen:
            raise UserError(
                N_("No column is read as the touchpoint."),
                N_("Nothing was imported."),
                N_("Choose the column that names the touchpoints."),
            )
        return rows, first, chosen
    if not told:
        columns = columns_by_content(rows)
    elif TOUCHPOINT not in columns:
        columns[TOUCHPOINT] = _fullest(rows, taken=set(columns.values()))
    return rows, first, columns


def _as_told(mapping: ListMapping, request: ImportRequest) -> ListMapping:
    """The mapping with what somebody said about its ratings."""
    asked = request.mapping
    if not isinstance(asked, ListMapping):
        return mapping
    told = ("lowest", "highest", "people", "emotion_scale")
    return mapping.model_copy(update={name: getattr(asked, name) for name in told})


def plan_of(
    table: Table,
    request: ImportRequest,
    rows: Sequence[Sequence[str]],
    first: int,
    columns: dict[str, int],
    mapping: ListMapping | None = None,
) -> ImportPlan:
    """The plan of rows whose columns are known. Raises UserError where there is no touchpoint."""
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = Path(request.name).stem or said.tr("Customer journey")
    numbers = table.numbers if len(rows) == len(table.rows) else ()
    listed = replace(table, rows=tuple(rows), first_row=first, numbers=numbers)
    draft = ListDraft(Journey(id=new_id(), title=title), left_out=list(table.left_out))
    draft.months = months_of(table.header, columns)
    points = read_rows(listed, columns, said.tr("Touchpoints"), draft)
    if not draft.points:
        raise UserError(N_("There is no touchpoint in the table."), N_("Nothing was imported."))
    read_as = mapping or _as_told(ListMapping(), request)
    rated = list_ratings(RatedList(listed, points, draft.journey.id, title, request, read_as), columns)
    known = {*columns.values(), *rated.used}
    spare = [i for i in range(len(table.header)) if i not in known and any(row[i].strip() for row in rows)]
    why = say(N_("not assigned"))
    draft.left_out += [*rated.left_out]
    draft.left_out += [LeftOut(column_place(table.header[i]), say(N_("the whole column")), why) for i in spare]
    others: list[Record] = [r for found in draft.named.values() for r in found]
    return ImportPlan(
        title=title,
        records=(draft.journey, *others, *draft.stages.values(), *draft.points, *draft.notes, *rated.records),
        preview=preview(draft, columns, sum(_values(r) for r in rated.records if isinstance(r, TouchpointRatings))),
        left_out=tuple(draft.left_out),
        notes=rated.notes,
        doubts=rated.doubts,
        source=table.source,
        request=request,
        scale=rated.scale,
    )


def _values(ratings: TouchpointRatings) -> int:
    """How many ratings were given."""
    return sum(len(getattr(ratings, figure)) for figure in RATINGS)


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
