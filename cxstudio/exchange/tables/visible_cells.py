"""A sheet as people see it: hidden rows and columns left out and told, merged cells filled, empty formulas named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportRequest, LeftOut, Message, Repair, Source, plain, say, trn
from cxstudio.exchange.tables.sheet_details import SheetDetails
from cxstudio.exchange.tables.table import Table, column_letters, rows_place
from cxstudio.exchange.tables.table_shape import table_of
from cxstudio.wording.texts import N_

HIDDEN: Final = "hidden"
"""Id of the proposal to read hidden rows and columns as well."""
_MOST_FILLED: Final = 100_000
_MOST_NAMED: Final = 8


def visible_table(rows: list[list[str]], details: SheetDetails, source: Source, request: ImportRequest) -> Table:
    """The table of a sheet's rows. Raises UserError where nothing visible is in it, or nothing but empty formulas."""
    _fill_merged(rows, details.merged)
    filled_columns = {at for row in rows for at, cell in enumerate(row) if cell.strip()}
    hidden_rows = sorted(at for at in details.hidden_rows if at < len(rows) and any(map(str.strip, rows[at])))
    hidden_columns = sorted(details.hidden_columns & filled_columns)
    left_out = _unworked(details, rows, source)
    if not hidden_rows and not hidden_columns:
        return table_of(rows, source, left_out=left_out)
    wanted = request.decided(HIDDEN)
    where = _places(hidden_rows, hidden_columns)
    problem = say(N_("They are hidden in the workbook."))
    repair = Repair(HIDDEN, where, problem, say(N_("Read them as well.")), wanted)
    if wanted:
        return table_of(rows, source, left_out=left_out, repairs=(repair,))
    numbers = [at + 1 for at in range(len(rows)) if at not in details.hidden_rows]
    gone = set(hidden_columns)
    kept = [[cell for at, cell in enumerate(rows[number - 1]) if at not in gone] for number in numbers]
    what = trn("{n} row or column", "{n} rows and columns", len(hidden_rows) + len(hidden_columns))
    told = LeftOut(where, what, say(N_("they are hidden in the workbook")), len(hidden_rows) + len(hidden_columns))
    return table_of(kept, source, numbers=numbers, left_out=[*left_out, told], repairs=(repair,))


def _places(rows: Sequence[int], columns: Sequence[int]) -> Message:
    letters = ", ".join(column_letters(at) for at in columns[:_MOST_NAMED])
    if not columns:
        return rows_place([at + 1 for at in rows])
    where = say(N_("Columns {columns}"), columns=plain(letters))
    if not rows:
        return where
    return say(N_("{rows}; {columns}"), rows=rows_place([at + 1 for at in rows]), columns=where)


def _fill_merged(rows: list[list[str]], merged: Sequence[tuple[int, int, int, int]]) -> None:
    """What merged cells show stands in each of them."""
    filled = 0
    for top, left, bottom, right in merged:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left].strip():
            continue
        for at in range(top, min(bottom + 1, len(rows))):
            row = rows[at]
            row += [""] * (right + 1 - len(row))
            for across in range(left, right + 1):
                row[across] = row[across] or rows[top][left]
                filled += 1
        if filled > _MOST_FILLED:
            return


def _unworked(details: SheetDetails, rows: list[list[str]], source: Source) -> list[LeftOut]:
    """Columns of formulas nobody worked out. Raises UserError where the sheet holds hardly anything else."""
    total = sum(details.unworked.values())
    if not total:
        return []
    todo = N_("Open it in your spreadsheet program, save it there, and import it again.")
    answers = sum(1 for row in rows[1:] for cell in row[1:] if cell.strip())
    if total > answers:
        raise UserError(
            N_("The formulas in the sheet “{sheet}” of {name} were never worked out."),
            N_("Nothing was imported."),
            todo,
            sheet=source.sheet,
            name=source.name,
        )
    why = say(N_("their values were never worked out; open it in your spreadsheet program and save it there"))
    return [
        LeftOut(say(N_("Column {column}"), column=column_letters(at)), trn("{n} formula", "{n} formulas", n), why, n)
        for at, n in sorted(details.unworked.items())
    ]
