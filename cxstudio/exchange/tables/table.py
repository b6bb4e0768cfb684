"""A table other people made: headings, rows, where they stand, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import LeftOut, Message, Numbers, Repair, Source, say, shortened
from cxstudio.wording.texts import N_


@dataclass(frozen=True)
class Table:
    """A table with its headings; all rows are as long as the header."""

    header: tuple[str, ...]
    rows: tuple[Sequence[str], ...]
    first_row: int
    """Number of the first data row as a spreadsheet counts, from 1."""
    source: Source
    left_out: tuple[LeftOut, ...] = ()
    has_header: bool = True
    numbers: tuple[int, ...] = ()
    """Numbers of the rows where some between them are left out; else they follow the first."""
    repairs: tuple[Repair, ...] = ()
    """Other ways to read it: hidden rows and columns with the rest."""

    @property
    def row_numbers(self) -> Sequence[int]:
        """Number of each row as a spreadsheet counts, from 1."""
        return self.numbers or range(self.first_row, self.first_row + len(self.rows))

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The table turned on its side."""
        if not self.rows:
            return tuple(() for _ in self.header)
        return tuple(zip(*self.rows, strict=True))


def row_place(row: int) -> Message:
    """Where something stands: a row, as a spreadsheet counts them."""
    return say(N_("Row {row}"), row=row)


def column_place(name: str) -> Message:
    """Where something stands: a column by its heading."""
    return say(N_("Column “{column}”"), column=short(name))


def short(text: str, most: int = 60) -> str:
    """A heading or a cell as a message names it: one line, cut with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def rows_place(rows: Sequence[int]) -> Message:
    """Where something stands: a few rows, named."""
    if len(rows) == 1:
        return row_place(rows[0])
    if len(rows) <= 5:
        return say(N_("Rows {rows}"), rows=", ".join(map(str, rows)))
    whole = say(N_("Rows {rows}"), rows=Numbers(tuple(rows)))
    few = ", ".join(map(str, rows[:4]))
    return shortened(N_("Rows {rows} and {more} more"), whole, rows=few, more=len(rows) - 4)


def column_letters(index: int) -> str:
    """The letters a spreadsheet gives a column counted from 0: A … Z, AA …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def filled(values: Iterable[str]) -> int:
    """How many cells hold something."""
    return sum(1 for value in values if value.strip())


def nothing_in_it(name: str) -> UserError:
    """The error for a file or text without content."""
    if not name:
        return UserError(N_("There is nothing in it to import."))
    return UserError(N_("{name} is empty."), N_("Nothing was imported."), name=name)
