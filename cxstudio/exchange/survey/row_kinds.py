"""Rows of a survey's table that are nobody's answers: totals and means, previews, tests, interviews not finished."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.exchange.plan.import_plan import LeftOut, Message, trn
from cxstudio.exchange.tables.table import Table, rows_place
from cxstudio.wording.texts import N_

_TOTAL: Final = re.compile(
    r"(?:gesamt(?:summe|ergebnis)?|summe|total|subtotal|sum|mittelwerte?|mittel|durchschnitt(?:lich)?|"
    r"schnitt|average|avg|means?|ø|minimum|maximum|min|max|anzahl|count|n|median|modus|mode|"
    r"standardabweichung|std\.?(?: ?abw\.?)?|stdev|sd|varianz|variance|ziel(?:wert)?|target|goal|"
    r"soll(?:wert)?|vorjahr|previous year|last year|benchmark|prozent|percent|anteil|share|ergebnis|"
    r"result)(?:[\s:=(].*)?",
    re.IGNORECASE,
)
_MEAN: Final = re.compile(r"[ø∅⌀x̄]\s*+[:=]?\s*+\d+(?:[.,]\d+)?", re.IGNORECASE)
_MEAN_SIGNS: Final = frozenset("øØ∅⌀x")
_ALSO_NAMES: Final = frozenset({"max", "min", "mode", "n", "sd"})
"""Words for sums that are names or initials of people as well."""
_LOOKED_AT: Final = 500
_TEST: Final = re.compile(
    r"test(?:person|user|ing|antwort|er)?\s*\d*|probe|dummy|asdf+|vorschau|preview",
    re.IGNORECASE,
)
_PREVIEW: Final = re.compile(r"(?:survey )?preview|vorschau|test", re.IGNORECASE)
_STATUS: Final = re.compile(
    r"status|response type|antworttyp|distribution ?channel|distributionchannel|modus|mode",
    re.IGNORECASE,
)
_FINISHED: Final = re.compile(r"finished|completed?|abgeschlossen|beendet|vollständig", re.IGNORECASE)
_NOT_FINISHED: Final = frozenset({"0", "false", "falsch", "nein", "no", "incomplete", "partial", "unvollständig"})
_FIRST_COLUMNS: Final = 3
_MOST_AFTER_BLANK: Final = 6
_FEWEST_BEFORE: Final = 5
_LONGEST_LABEL: Final = 40
_LONGEST_TEST: Final = 16

TOTALS, AFTER_BLANK, PREVIEWS, UNFINISHED, TESTS = "totals", "after_blank", "previews", "unfinished", "tests"
REPEATED: Final = "repeated"
REASONS: Final = {
    TOTALS: N_("they sum up or compare, and are nobody’s answers"),
    AFTER_BLANK: N_("they stand below an empty row, where sums and means are kept"),
    PREVIEWS: N_("they are previews of the survey, and nobody’s answers"),
    UNFINISHED: N_("these people did not finish the survey"),
    TESTS: N_("they are called a test"),
    REPEATED: N_("they are by people who had answered before"),
}
"""Kind → why such rows are proposed to be left out."""


@dataclass(frozen=True, slots=True)
class RowsOfKind:
    """Rows of one kind, by their index among the table's rows."""

    kind: str
    at: tuple[int, ...]

    def place(self, table: Table) -> Message:
        """Where they stand."""
        return rows_place([table.row_numbers[at] for at in self.at])

    def why(self) -> Message:
        """Why they are proposed to be left out."""
        return Message(REASONS[self.kind])


def rows_of_kinds(table: Table) -> tuple[RowsOfKind, ...]:
    """The rows of each kind; a row belongs to the first kind that fits."""
    found: dict[str, tuple[int, ...]] = {
        TOTALS: _totals(table),
        AFTER_BLANK: _after_blank(table),
        PREVIEWS: _coded(table, _STATUS, _is_preview),
        UNFINISHED: _coded(table, _FINISHED, lambda cell, _: cell.casefold() in _NOT_FINISHED),
        TESTS: _tests(table),
    }
    taken: set[int] = set()
    kinds = []
    for kind, every in found.items():
        rows = tuple(at for at in every if at not in taken)
        taken.update(rows)
        if rows and len(rows) * 2 <= max(len(table.rows), 2):
            kinds.append(RowsOfKind(kind, rows))
    return tuple(kinds)


def without_rows(table: Table, decided: Mapping[str, bool], kinds: Sequence[RowsOfKind] | None = None) -> Table:
    """The table without the rows of kinds that are left out; those nobody has decided about are.

    `kinds` are its rows of each kind, where they have been looked for already.
    """
    gone: set[int] = set()
    told: list[LeftOut] = []
    for found in rows_of_kinds(table) if kinds is None else kinds:
        if decided.get(found.kind, True):
            gone.update(found.at)
            what = trn("{n} row", "{n} rows", len(found.at))
            told.append(LeftOut(found.place(table), what, found.why(), len(found.at)))
    if not gone:
        return table
    kept = tuple(row for at, row in enumerate(table.rows) if at not in gone)
    numbers = tuple(number for at, number in enumerate(table.row_numbers) if at not in gone)
    return replace(table, rows=kept, numbers=numbers, left_out=(*table.left_out, *told))


def without_blank_rows(table: Table) -> Table:
    """The table without rows in which nothing stands: they are nobody."""
    filled = [any(map(str.strip, row)) for row in table.rows]
    if all(filled):
        return table
    rows = tuple(row for row, kept in zip(table.rows, filled, strict=True) if kept)
    numbers = tuple(number for number, kept in zip(table.row_numbers, filled, strict=True) if kept)
    return replace(table, rows=rows, numbers=numbers)


def _totals(table: Table) -> tuple[int, ...]:
    """The last rows, as far as their first words name a sum, a mean or a target; a single Max may be a person."""
    found: list[int] = []
    for at in range(len(table.rows) - 1, 1, -1):
        row = table.rows[at]
        if names_a_total(row[:_FIRST_COLUMNS]) or any(map(_is_mean, row)):
            found.append(at)
        elif any(map(str.strip, row)):
            break
    found.reverse()
    labels = [_label(table.rows[at]).casefold() for at in found]
    person = bool(labels) and {label for label in labels if label in _ALSO_NAMES} == {labels[0]}
    return tuple(found[1:] if person and _are_names(table.rows[: found[0]]) else found)


def _are_names(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows begin with names rather than numbers and codes."""
    labels = [label for row in rows[:_LOOKED_AT] if (label := _label(row))]
    return sum(label.isalpha() for label in labels) * 2 > len(labels)


def _label(row: Sequence[str]) -> str:
    return next((cell.strip() for cell in row[:_FIRST_COLUMNS] if cell.strip()), "")


def _is_mean(cell: str) -> bool:
    return cell[:1] in _MEAN_SIGNS and _MEAN.fullmatch(cell.strip()) is not None


def names_a_total(cells: Sequence[str]) -> bool:
    """Whether the first words of a row name a sum, a mean or a target."""
    label = _label(cells)
    return 0 < len(label) <= _LONGEST_LABEL and _TOTAL.fullmatch(label) is not None


def _after_blank(table: Table) -> tuple[int, ...]:
    """A few rows below an empty one at the end."""
    rows = table.rows
    last = range(len(rows) - 1, max(-1, len(rows) - 2 - _MOST_AFTER_BLANK), -1)
    blank = next((at for at in last if not any(map(str.strip, rows[at]))), -1)
    after = range(blank + 1, len(rows))
    if blank < _FEWEST_BEFORE or not 0 < len(after) <= _MOST_AFTER_BLANK:
        return ()
    return tuple(after)


def _coded(table: Table, heading: re.Pattern[str], wanted: Callable[[str, Sequence[str]], bool]) -> tuple[int, ...]:
    columns = [at for at, name in enumerate(table.header) if heading.fullmatch(name.strip())]
    if not columns:
        return ()
    return tuple(
        at for at, row in enumerate(table.rows) if any(wanted(row[column].strip(), table.header) for column in columns)
    )


def _is_preview(cell: str, header: Sequence[str]) -> bool:
    """A preview by its word, or by the code a survey tool writes beside progress and response id."""
    if _PREVIEW.fullmatch(cell):
        return True
    names = {"".join(name.split()).casefold() for name in header}
    return cell == "1" and "progress" in names and bool(names & {"responseid", "finished"})


def _is_test(cell: str) -> bool:
    return len(cell) <= _LONGEST_TEST and _TEST.fullmatch(cell.strip()) is not None


def _tests(table: Table) -> tuple[int, ...]:
    found: set[int] = set()
    for cells in table.columns[:_FIRST_COLUMNS]:
        named = {cell for cell in set(cells) if cell[:1].isalpha() and _is_test(cell)}
        if named:
            found.update(at for at, cell in enumerate(cells) if cell in named)
    return tuple(sorted(found))
