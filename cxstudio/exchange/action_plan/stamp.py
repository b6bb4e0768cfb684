"""What a table was given: the ids and the cells of its rows as they were exported, kept in the table itself.

A workbook keeps them on a sheet nobody sees, a CSV file as a few signs a cell at the end of each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cxstudio.exchange.action_plan.plan_cells import COMES_BACK, digest, said
from cxstudio.model import Id, Measure
from cxstudio.wording.figures.plan_columns import MEASURE_COLUMNS, Source
from cxstudio.wording.texts import LANGUAGES, N_

SHEET: Final = "cxstudio"
"""Name of the sheet nobody sees."""
GIVEN: Final = N_("As exported")
"""Heading of the last column of a CSV file."""
_MARK: Final = "CX Studio plan 1"
_CSV_MARK: Final = "v1:"
_HEAD: Final = ("id", "sheets", *(column.key for column in MEASURE_COLUMNS))


@dataclass(frozen=True, slots=True)
class Stamp:
    """The rows a table was given."""

    language: str
    rows: Mapping[Id, Mapping[str, str]]
    """Id → key of a column → what its cell said; signs of it where `in_signs`."""
    sheets: Mapping[Id, frozenset[str]] = field(default_factory=dict)
    """On which sheets a row stood."""
    in_signs: bool = False

    def same(self, measure: Id, key: str, cell: str) -> bool:
        """Whether a cell still says what it said."""
        given = self.rows[measure].get(key)
        return given == (digest(cell) if self.in_signs else cell)

    def knows(self, measure: Id, key: str) -> bool:
        """Whether the table was given this cell."""
        return key in self.rows.get(measure, {})


def cells_of(source: Source, measure: Measure) -> dict[str, str]:
    """What every cell of a measure's row says."""
    return {c.key: said(source.value(measure, c), c.form, source.texts) for c in MEASURE_COLUMNS}


def stamp_rows(source: Source, sheets: Mapping[str, Sequence[Measure]]) -> list[list[str]]:
    """The sheet nobody sees: what it is, its headings, and a row for each measure that stands on one of `sheets`."""
    places: dict[Id, list[str]] = {}
    measures: dict[Id, Measure] = {}
    for name, listed in sheets.items():
        for measure in listed:
            places.setdefault(measure.id, []).append(name)
            measures[measure.id] = measure
    rows = [[_MARK, source.texts.language], list(_HEAD)]
    for key, measure in measures.items():
        rows.append([key, "\n".join(places[key]), *cells_of(source, measure).values()])
    return rows


def read_stamp(rows: Iterable[Sequence[str]]) -> Stamp | None:
    """The stamp on that sheet; None where it is another one, or broken."""
    lines = list(rows)
    if len(lines) < 2 or not lines[0] or lines[0][0] != _MARK or lines[1][:2] != ["id", "sheets"]:
        return None
    language = lines[0][1] if len(lines[0]) > 1 and lines[0][1] in LANGUAGES else LANGUAGES[0]
    given: dict[Id, Mapping[str, str]] = {}
    sheets: dict[Id, frozenset[str]] = {}
    for line in lines[2:]:
        padded = [*line, *[""] * (len(lines[1]) - len(line))]
        if padded and padded[0]:
            given[padded[0]] = dict(zip(lines[1][2:], padded[2:], strict=False))
            sheets[padded[0]] = frozenset(padded[1].split("\n"))
    return Stamp(language, given, sheets)


def row_signs(source: Source, measure: Measure) -> str:
    """What the last cell of a CSV row says of the others."""
    cells = cells_of(source, measure)
    return _CSV_MARK + "".join(digest(cells[column.key]) for column in COMES_BACK)


def read_signs(text: str) -> Mapping[str, str] | None:
    """Key of a column → signs of its cell; None where the text is none of ours."""
    signs = text.strip().removeprefix(_CSV_MARK)
    width = len(digest(""))
    if not text.strip().startswith(_CSV_MARK) or len(signs) != width * len(COMES_BACK):
        return None
    return {c.key: signs[n * width : (n + 1) * width] for n, c in enumerate(COMES_BACK)}
