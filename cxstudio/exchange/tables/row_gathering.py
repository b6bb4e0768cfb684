"""Rows of a table gathered in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from cxstudio.errors import UserError
from cxstudio.wording.texts import N_

MOST_ROWS = 1_000_000
MOST_COLUMNS = 2_000
MOST_CELLS = 8_000_000
MOST_HELD = 120_000_000
"""Bytes of memory all different cells may take; cells of one text share it."""
LONGEST_LINE = 4_000_000
"""Characters of a line, or of what one row says."""
_CELL_BYTES = 60


class Rows:
    """Rows as they come, in bounded memory: cells of one text are one object, unless so little is read (`small`)."""

    def __init__(self, *, small: bool = False) -> None:
        self.rows: list[list[str]] = []
        self._small = small
        self._known: dict[str, str] = {}
        self._cells = self._held = 0

    def take(self, rows: Iterable[list[str]]) -> None:
        """Take all these rows. Raises UserError where the table is larger than can be read."""
        if not self._small:
            for row in rows:
                self.add(row)
            return
        more = list(islice(rows, MOST_ROWS + 1))
        self.rows += more
        self._cells += sum(map(len, more))
        self._assert_bounds()

    def add(self, row: list[str]) -> None:
        """Take one more row. Raises UserError where the table is larger than can be read."""
        self.rows.append(row if self._small else self._shared(row))
        self._cells += len(row)
        self._assert_bounds()

    def _assert_bounds(self) -> None:
        if len(self.rows) > MOST_ROWS:
            raise UserError(N_("The table has more than {most} rows."), N_("Nothing was imported."), most=MOST_ROWS)
        if self._cells > MOST_CELLS or self._held > MOST_HELD:
            raise too_many_cells(len(self.rows), max(map(len, self.rows)))

    def _shared(self, row: list[str]) -> list[str]:
        """The row with cells known before, where they say the same."""
        before = len(self._known)
        row = list(map(self._known.setdefault, row, row))
        new = len(self._known) - before
        if new:
            self._held += new * _CELL_BYTES + sum(map(len, row))
        return row


def too_many_cells(rows: int, columns: int) -> UserError:
    """The error for a table larger than can be held."""
    return UserError(
        N_("The table is too large: {rows} rows, {columns} columns."),
        N_("Nothing was imported."),
        rows=rows,
        columns=columns,
    )


def line_too_long() -> UserError:
    """The error for a line no table has."""
    return UserError(
        N_("This is not a table: a line is longer than {most} characters."),
        N_("Nothing was imported."),
        most=LONGEST_LINE,
    )
