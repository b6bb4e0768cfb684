"""An edited plan as it came back: its rows, sheet by sheet, and what it was given when it was exported."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.plan_cells import ID, MEASURES, PARTS, Part, said, unquoted
from cxstudio.exchange.action_plan.stamp import GIVEN, SHEET, Stamp, read_signs, read_stamp
from cxstudio.exchange.tables.table_reading import MOST_BYTES, read_bytes, sniff_delimiter
from cxstudio.exchange.tables.text_encoding import decode
from cxstudio.exchange.tables.xlsx_reading import MOST_CELLS, opened_workbook
from cxstudio.model import Document, Id
from cxstudio.model.folding import folded
from cxstudio.progress import Progress, silent
from cxstudio.regular_files import open_regular
from cxstudio.wording import Texts, texts
from cxstudio.wording.plan.plan_columns import Column, Source
from cxstudio.wording.texts import LANGUAGES, N_

_LOOKED_AT: Final = 12
"""Rows in which headings are searched: somebody may have put a title above them."""
_LIKELY: Final = 4
"""Headings of ours that make a table a part of the plan, even without its ids."""
_LARGEST_INDEX: Final = 1_000_000
"""Bytes of the list of a workbook's sheets."""
_MOST_EMPTY: Final = 1_000
NOTHING: Final = N_("Nothing was changed.")
Grid = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row below the headings."""

    sheet: str
    number: int
    """As a spreadsheet counts, from 1."""
    record: Id
    """Id of the measure, target or check-in; empty for a new row."""
    cells: Mapping[str, str]
    """Key of a column → what its cell says."""
    unread: frozenset[str] = frozenset()
    """Keys of columns in which a formula stands whose result the file does not hold."""


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    """All rows of a file, and what it was given."""

    name: str
    language: str
    rows: tuple[ReturnedRow, ...]
    """Of measures."""
    sheets: frozenset[str]
    stamp: Stamp | None
    """None where the file holds none: then nobody can tell what changed here meanwhile."""
    others: Mapping[str, tuple[ReturnedRow, ...]] = field(default_factory=dict)
    """Name of another part of the plan → its rows, as far as the file has a table of them."""
    without_ids: tuple[str, ...] = ()
    """Sheets with our headings but no ids any more, beside others that have them: their rows were not read."""

    def rows_of(self, part: Part) -> tuple[ReturnedRow, ...]:
        """The rows of one part of the plan."""
        return self.rows if part is MEASURES else self.others.get(part.name, ())

    def has(self, part: Part) -> bool:
        """Whether the file holds a table of one part of the plan; a CSV file only has measures."""
        return part is MEASURES or part.name in self.others


@dataclass(frozen=True, slots=True)
class _Head:
    part: Part
    row: int
    language: str
    places: Mapping[int, Column[Any]]
    id: int
    signs: int | None


def read_returned(path: Path, progress: Progress = silent) -> ReturnedTable:
    """The rows of an edited plan, XLSX or CSV. Raises UserError in one clear sentence; changes nothing."""
    progress(0.0, N_("Reading the file"))
    data = read_bytes(path, MOST_BYTES)
    if data[:4] == b"PK\x03\x04":
        return _workbook(data, path.name)
    text = decode(data, "").text.removeprefix("\ufeff")
    try:
        grid = list(csv.reader(io.StringIO(text, newline=""), delimiter=sniff_delimiter(text)))
    except csv.Error as error:
        raise _foreign(path.name) from error
    return _table(path.name, [("", [[unquoted(cell) for cell in row] for row in grid], ())], None)


def carries_stamp(path: Path) -> bool:
    """Whether a file is a workbook of ours that says what it was given; not where it cannot be read at all."""
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive:
            part = archive.getinfo("xl/workbook.xml")
            return part.file_size <= _LARGEST_INDEX and f'name="{SHEET}"'.encode() in archive.read(part)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return False


def _workbook(data: bytes, name: str) -> ReturnedTable:
    """Values as the program that saved the file worked them out, and where formulas stand instead."""
    with opened_workbook(data, name) as book:
        values = {sheet: _grid(book[sheet]) for sheet in book.sheetnames}
    with opened_workbook(data, name, formulas=True) as book:
        formulas = {sheet: _grid(book[sheet]) for sheet in book.sheetnames}
    stamp = read_stamp([["" if c is None else str(c) for c in row] for row in values.pop(SHEET, [])])
    return _table(name, [(sheet, grid, formulas[sheet]) for sheet, grid in values.items()], stamp)


def _grid(sheet: Any) -> list[list[Any]]:
    if not hasattr(sheet, "iter_rows"):
        return []
    sheet.reset_dimensions()
    rows: list[list[Any]] = []
    empty = cells = 0
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
        empty = 0 if any(cell is not None for cell in row) else empty + 1
        if empty > _MOST_EMPTY or cells > MOST_CELLS:
            break
        rows.append(list(row))
    return rows


def _table(name: str, sheets: Sequence[tuple[str, Grid, Grid]], stamp: Stamp | None) -> ReturnedTable:
    heads = {sheet: head for sheet, grid, _ in sheets if (head := _head(grid)) is not None}
    bare = tuple(sheet for sheet, grid, _ in sheets if sheet not in heads and _likely(grid))
    if not any(head.part is MEASURES for head in heads.values()):
        raise _without_ids(name) if bare else _foreign(name)
    language = stamp.language if stamp else next(iter(heads.values())).language
    rows: dict[str, list[ReturnedRow]] = {part.name: [] for part in PARTS}
    signs: dict[Id, Mapping[str, str]] = {}
    for sheet, grid, formulas in sheets:
        if (head := heads.get(sheet)) is None:
            continue
        for at, line in enumerate(grid[head.row + 1 :], head.row + 1):
            row = _row(sheet, at, line, formulas[at] if at < len(formulas) else (), head, texts(language))
            if row is None:
                continue
            rows[head.part.name].append(row)
            given = read_signs(_text(line, head.signs)) if head.signs is not None and row.record else None
            if given is not None:
                signs[row.record] = given
    if stamp is None and signs:
        stamp = Stamp(language, signs, in_signs=True)
    here = {head.part.name for head in heads.values()}
    named = {part.name: tuple(rows[part.name]) for part in PARTS[1:] if part.name in here}
    return ReturnedTable(name, language, tuple(rows[MEASURES.name]), frozenset(heads), stamp, named, bare)


def _row(sheet: str, at: int, line: Sequence[Any], formulas: Sequence[Any], head: _Head, words: Texts) -> (
    ReturnedRow | None
):  # fmt: skip
    """One row; None for an empty one."""
    cells = {c.key: said(line[n] if n < len(line) else None, c.form, words) for n, c in head.places.items()}
    unread = frozenset(
        c.key for n, c in head.places.items()
        if n < len(formulas) and isinstance(formulas[n], str) and formulas[n].startswith("=")
        and (n >= len(line) or line[n] is None)
    )  # fmt: skip
    record = _text(line, head.id).strip()
    if not record and not unread and not any(text for key, text in cells.items() if key):
        return None
    return ReturnedRow(sheet, at + 1, record, cells, unread)


def _text(line: Sequence[Any], place: int) -> str:
    cell = line[place] if place < len(line) else None
    return "" if cell is None else str(cell)


def _head(grid: Grid) -> _Head | None:
    """The headings: the row that has the ids and what the part of the plan must have."""
    for at, row in enumerate(grid[:_LOOKED_AT]):
        found = max((_matched(at, row, language, part) for part in PARTS for language in LANGUAGES),
                    key=lambda head: (_complete(head), len(head.places)))  # fmt: skip
        if _complete(found):
            return found
    return None


def _complete(head: _Head) -> bool:
    return head.id >= 0 and any(column.key == head.part.needed for column in head.places.values())


def _likely(grid: Grid) -> bool:
    return any(
        len(_matched(at, row, language, part).places) >= _LIKELY
        for at, row in enumerate(grid[:_LOOKED_AT])
        for part in PARTS
        for language in LANGUAGES
    )


def _matched(at: int, row: Iterable[Any], language: str, part: Part) -> _Head:
    headings = [folded(str(cell)) if cell is not None else "" for cell in row]
    words = texts(language)
    places: dict[int, Column[Any]] = {}
    for column, heading in _headings(words, part):
        if heading in headings:
            places.setdefault(headings.index(heading), column)
    ids, given = folded(words.tr(ID)), folded(words.tr(GIVEN))
    return _Head(part, at, language, places, headings.index(ids) if ids in headings else -1,
                 headings.index(given) if given in headings else None)  # fmt: skip


def _headings(words: Texts, part: Part) -> Iterator[tuple[Column[Any], str]]:
    source = Source(Document(), words)
    for column in part.columns:
        yield column, folded(source.heading(part.kind, column))


def _without_ids(name: str) -> UserError:
    return UserError(
        N_("“{name}” has no column “ID” any more, by which its rows are found again."),
        NOTHING,
        N_("Export the plan again and copy the changes into the new file."),
        name=name,
    )


def _foreign(name: str) -> UserError:
    return UserError(
        N_("“{name}” is not an action plan that CX Studio exported."),
        NOTHING,
        N_("Choose the edited Excel or CSV file of the action plan."),
        name=name,
    )
