"""Rows made into a table: where the headings are, junk above them, rows of different lengths."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.exchange.plan.import_plan import LeftOut, Repair, Source, plain, say, trn
from cxstudio.exchange.tables.header_rows import group_row_above, headings, is_number
from cxstudio.exchange.tables.row_gathering import MOST_CELLS, MOST_COLUMNS, too_many_cells
from cxstudio.exchange.tables.table import Table, column_letters, nothing_in_it, row_place, rows_place, short
from cxstudio.wording.texts import N_

_HEADER_SEARCH = 15


def table_of(
    rows: list[list[str]],
    source: Source,
    *,
    numbers: Sequence[int] = (),
    left_out: Sequence[LeftOut] = (),
    repairs: Sequence[Repair] = (),
) -> Table:
    """Rows made into a table: junk above the header told and dropped, ragged rows evened out.

    `numbers` are those of the rows where they do not follow each other from 1. Raises UserError where nothing is in
    it or it is wider than any table we can read.
    """
    width = max(map(len, rows), default=0)
    if width > MOST_COLUMNS or width * len(rows) > MOST_CELLS:
        raise too_many_cells(len(rows), width)
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise nothing_in_it(source.name)
    counted = numbers or range(1, len(rows) + 1)
    start = _header_row(rows)
    told = [*left_out, *_above(rows[:start], counted)]
    found = headings(rows[start:])
    head = found.names
    has_header = found.rows > 1 or _is_header(head, rows[start + 1 : start + 21])
    begin = start + (found.rows if has_header else 0)
    body = rows[begin:]
    while body and not any(body[-1]):
        body.pop()
    at = counted[begin : begin + len(body)]
    width = len(head)
    if any(len(row) != width for row in body):
        width, evened = _evened(body, width, at)
        told += evened
    names = _names(head if has_header else [], width)
    first = at[0] if at else begin + 1
    kept = tuple(at) if numbers else ()
    return Table(names, tuple(body), first, source, tuple(told), has_header, kept, tuple(repairs))


def _above(rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> list[LeftOut]:
    return [
        LeftOut(row_place(number), plain(short(" ".join(row))), say(N_("it is above the headings")))
        for row, number in zip(rows, numbers, strict=False)
        if any(cell.strip() for cell in row)
    ]


def _header_row(rows: list[list[str]]) -> int:
    """Index of the row that holds the headings: the first that is about as full as the fullest near the top."""
    filled = [_fullness(row) for row in rows[:_HEADER_SEARCH]]
    fullest = max(filled)
    if fullest == 0:
        return next(i for i, row in enumerate(rows) if any(cell.strip() for cell in row))
    start = next(i for i, n in enumerate(filled) if n * 2 > fullest or n == fullest)
    return start - 1 if group_row_above(rows, start) else start


def _fullness(row: Sequence[str]) -> int:
    """How many cells are filled; one text over all of them is a title, and counts once."""
    given = [cell for cell in row if cell.strip()]
    return 1 if len(set(given)) == 1 else len(given)


def _is_header(head: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    """Whether the row names columns: words, each once, and below them something else."""
    names = [cell.strip() for cell in head if cell.strip()]
    if not following or any(is_number(name) for name in names) or len(set(names)) < len(names):
        return bool(following) and not any(is_number(name) for name in names) and _numbers_below(head, following)
    return True


def _numbers_below(head: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    return any(is_number(row[i]) for row in following for i in range(min(len(head), len(row))))


def _evened(body: list[list[str]], width: int, numbers: Sequence[int]) -> tuple[int, list[LeftOut]]:
    """Rows made as long as the header, in place; columns without a heading stay where they hold something."""
    longest = max((len(row) for row in body), default=width)
    used = width
    for row in body:
        for i in range(len(row) - 1, used - 1, -1):
            if row[i].strip():
                used = i + 1
                break
    longer = [numbers[i] for i, row in enumerate(body) if len(row) > width and any(c.strip() for c in row[width:])]
    told = []
    if longer and len(longer) * 4 < len(body):
        used = width
        told.append(
            LeftOut(
                rows_place(longer),
                trn("{n} row longer than the headings", "{n} rows longer than the headings", len(longer)),
                say(N_("cells beyond the last heading belong to no column")),
                len(longer),
            )
        )
    for i, row in enumerate(body):
        if len(row) != used:
            body[i] = row[:used] if len(row) > used else row + [""] * (used - len(row))
    return min(used, max(longest, width)), told


def _names(head: Sequence[str], width: int) -> tuple[str, ...]:
    """Names of the columns; nameless ones get the letters a spreadsheet would show."""
    names = [" ".join(cell.split()) for cell in head[:width]]
    names += [""] * (width - len(names))
    return tuple(name or column_letters(i) for i, name in enumerate(names))
