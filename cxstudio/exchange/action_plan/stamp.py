"""What a table was given: the ids and the cells of its rows as they were exported, kept in the table itself.

A workbook keeps them on a sheet nobody sees, a CSV file as a few signs a cell at the end of each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.exchange.action_plan.plan_cells import COMES_BACK, MEASURES, NUMBER, PARTS, digest, said, untold
from cxstudio.model import Id, Measure, Record
from cxstudio.wording.plan.plan_columns import MEASURE_COLUMNS, Column, Source
from cxstudio.wording.texts import LANGUAGES, N_

SHEET: Final = "cxstudio"
"""Name of the sheet nobody sees."""
GIVEN: Final = N_("As exported")
"""Heading of the last column of a CSV file."""
_MARK: Final = "CX Studio plan 1"
_CSV_MARK: Final = "v1:"
_HEAD: Final = ("id", "sheets")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The rows a table was given."""

    language: str
    rows: Mapping[Id, Mapping[str, str]]
    """Id → key of a column → what its cell said; signs of it where `in_signs`."""
    sheets: Mapping[Id, frozenset[str]] = field(default_factory=dict)
    """On which sheets a row stood."""
    in_signs: bool = False

    def same(self, record: Id, key: str, cell: str) -> bool:
        """Whether a cell still says what it said."""
        given = self.rows[record].get(key)
        return given == (digest(cell) if self.in_signs else cell)

    def knows(self, record: Id, key: str) -> bool:
        """Whether the table was given this cell."""
        return key in self.rows.get(record, {})


def cells_of(source: Source, record: Record, columns: Iterable[Column[Any]] = MEASURE_COLUMNS) -> dict[str, str]:
    """What every cell of a record's row says; by default of a measure's."""
    return {c.key: said(source.value(record, c), c.form, source.texts) for c in columns}


def stamp_rows(source: Source, sheets: Mapping[str, Sequence[Record]], scope: PlanScope) -> list[list[str]]:
    """The sheet nobody sees: what it is, and per kind of record its headings and a row for each that stands on a sheet.

    Measures that stand on none are there by their numbers, which dependencies name. What the scope does not tell is not
    there either.
    """
    places: dict[Id, list[str]] = {}
    records: dict[Id, Record] = {}
    for name, listed in sheets.items():
        for record in listed:
            places.setdefault(record.id, []).append(name)
            records[record.id] = record
    rows = [[_MARK, source.texts.language]]
    for part in PARTS:
        columns = [c for c in part.columns if part is not MEASURES or c.field not in untold(scope)]
        rows.append([*_HEAD, *(column.key for column in columns)])
        for key, record in records.items():
            if isinstance(record, part.kind):
                rows.append([key, "\n".join(places[key]), *cells_of(source, record, columns).values()])
    rows.append([*_HEAD, NUMBER])
    rows += [[key, "", str(number)] for key, number in source.numbers.items() if key not in records]
    return rows


def read_stamp(rows: Iterable[Sequence[str]]) -> Stamp | None:
    """The stamp on that sheet; None where it is another one, or broken."""
    lines = list(rows)
    if len(lines) < 2 or not lines[0] or lines[0][0] != _MARK or tuple(lines[1][:2]) != _HEAD:
        return None
    language = lines[0][1] if len(lines[0]) > 1 and lines[0][1] in LANGUAGES else LANGUAGES[0]
    given: dict[Id, Mapping[str, str]] = {}
    sheets: dict[Id, frozenset[str]] = {}
    keys: list[str] = []
    for line in lines[1:]:
        if tuple(line[:2]) == _HEAD:
            keys = [key for key in line[2:] if key]
            continue
        padded = [*line, *[""] * (len(keys) + 2 - len(line))]
        if padded[0]:
            given[padded[0]] = dict(zip(keys, padded[2:], strict=False))
            sheets[padded[0]] = frozenset(padded[1].split("\n"))
    return Stamp(language, given, sheets)


def row_signs(source: Source, measure: Measure, scope: PlanScope) -> str:
    """What the last cell of a CSV row says of the others; of what the scope does not tell, as if it were empty."""
    cells, hidden = cells_of(source, measure), untold(scope)
    return _CSV_MARK + "".join(digest("" if c.field in hidden else cells[c.key]) for c in COMES_BACK)


def read_signs(text: str) -> Mapping[str, str] | None:
    """Key of a column → signs of its cell; None where the text is none of ours."""
    signs = text.strip().removeprefix(_CSV_MARK)
    width = len(digest(""))
    if not text.strip().startswith(_CSV_MARK) or len(signs) != width * len(COMES_BACK):
        return None
    return {c.key: signs[n * width : (n + 1) * width] for n, c in enumerate(COMES_BACK)}
