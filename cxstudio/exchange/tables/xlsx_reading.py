"""Workbooks (XLSX): one sheet as rows of text, read as a stream, with bombs turned away before unpacking."""

from __future__ import annotations

import io
import os
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportRequest, Source
from cxstudio.exchange.tables.row_gathering import MOST_COLUMNS, Rows, too_many_cells
from cxstudio.exchange.tables.sheet_details import SheetDetails, filled_cells, sheet_details
from cxstudio.exchange.tables.table import Table
from cxstudio.exchange.tables.visible_cells import visible_table
from cxstudio.wording.texts import N_

os.environ["OPENPYXL_LXML"] = "False"
"""Where lxml is installed, openpyxl would parse with it and leave entities out in silence; defusedxml refuses them."""
MOST_UNPACKED = 200_000_000
MOST_RATIO = 200
LARGEST_PARTS = 60_000_000
"""Bytes of everything but sheets: it is held as a whole."""
MOST_CELLS = 500_000
"""Each takes ten microseconds to read, a row four times that; CSV takes more."""
_ROW_COSTS = 4
MOST_ENTRIES = 2_000
_SMALL = 1_000_000
"""Unpacked bytes below which no ratio is suspicious."""
_HEAD = 4_000
"""Bytes at the beginning of a sheet in which its size stands, where it says it."""
_FORMATS_READ = 60
"""Rows that are looked at for how a sheet shows its numbers."""
_BROKEN = (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error)
"""What an archive raises that is none, or is damaged."""
_PART = re.compile(r"[01](?:\.\d{1,17})?")


def read_workbook(data: bytes, request: ImportRequest) -> Table:
    """The table of the chosen sheet (the first visible one with content when none is). Raises UserError."""
    with opened_workbook(data, request.name) as book:
        names = tuple(book.sheetnames)
        shown = tuple(name for name in names if book[name].sheet_state == "visible")
        sheet = request.sheet or _first_filled(book, shown or names)
        if sheet not in names:
            raise UserError(
                N_("The workbook has no sheet “{sheet}”."),
                "",
                N_("It has: {sheets}."),
                sheet=sheet,
                sheets=", ".join(names),
            )
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _assert_countable(archive, [str(getattr(book[sheet], "_worksheet_path", ""))])
        rows = _with_percent(_rows(book[sheet]), book[sheet])
        details = _details(data, book[sheet])
    source = Source(request.name, encoding="XLSX", sheet=sheet, sheets=names)
    return visible_table(rows, details, source, request)


@contextmanager
def opened_workbook(data: bytes, name: str, *, formulas: bool = False) -> Iterator[Any]:
    """A workbook of openpyxl that is read as a stream: values as they were worked out, or the formulas instead.

    Raises UserError for a bomb, and for whatever goes wrong while it is read.
    """
    _assert_harmless(data, name)
    import openpyxl
    from openpyxl.xml import DEFUSEDXML, LXML

    if LXML or not DEFUSEDXML:  # without it a workbook could blow up the parser
        raise UserError(N_("Workbooks cannot be read safely: the part “defusedxml” is missing."))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas, keep_links=False)
        try:
            with warnings.catch_warnings():  # about what is only seen, such as colours of another program
                warnings.filterwarnings("ignore", module="openpyxl")
                yield book
        finally:
            book.close()
    except UserError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise on a broken workbook
        raise _broken(name) from error


def _details(data: bytes, sheet: Any) -> SheetDetails:
    path = str(getattr(sheet, "_worksheet_path", ""))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sheet_details(archive, path) if path in archive.namelist() else SheetDetails()


def _assert_countable(archive: zipfile.ZipFile, paths: Iterable[str]) -> None:
    """Raises UserError for sheets of too many cells, which are only counted."""
    known = set(archive.namelist())
    counted = [filled_cells(archive, path) for path in paths if path in known]
    rows, cells = sum(n for n, _ in counted), sum(n for _, n in counted)
    if cells > MOST_CELLS:
        raise too_many_cells(rows, max(1, round(cells / max(rows, 1))))


def _sizeless(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a part may be a sheet that does not say its size: openpyxl parses the whole of it to find out."""
    if entry.file_size < _SMALL:
        return False
    with archive.open(entry) as file:
        return b"dimension" not in file.read(_HEAD)


def _assert_harmless(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if _unpacks_to_too_much(entries):
                raise UserError(
                    N_("{name} would unpack to far more than a table holds."),
                    N_("It was not opened."),
                    name=name or "XLSX",
                )
            _assert_countable(archive, [entry.filename for entry in entries if _sizeless(archive, entry)])
    except _BROKEN as error:
        raise _broken(name) from error
    if not any(entry.filename.startswith("xl/") for entry in entries):
        raise UserError(N_("{name} is not a workbook with tables."), N_("Nothing was imported."), name=name or "ZIP")


def _unpacks_to_too_much(entries: Sequence[zipfile.ZipInfo]) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    worst = any(e.file_size > _SMALL and e.file_size > MOST_RATIO * max(e.compress_size, 1) for e in entries)
    parts = sum(entry.file_size for entry in entries if not entry.filename.startswith("xl/worksheets/"))
    return unpacked > MOST_UNPACKED or parts > LARGEST_PARTS or len(entries) > MOST_ENTRIES or worst


def _broken(name: str) -> UserError:
    return UserError(N_("{name} is damaged or not a workbook."), N_("Nothing was imported."), name=name or "XLSX")


def _first_filled(book: Any, names: tuple[str, ...]) -> str:
    for name in names:
        sheet = book[name]
        if hasattr(sheet, "iter_rows"):
            for row in sheet.iter_rows(max_row=30, values_only=True):
                if any(cell is not None for cell in row):
                    return name
    return names[0] if names else ""


def _rows(sheet: Any) -> list[list[str]]:
    if not hasattr(sheet, "iter_rows"):
        raise UserError(N_("The sheet “{sheet}” holds a chart, not a table."), sheet=sheet.title)
    sheet.reset_dimensions()
    rows = Rows()
    empty = cells = 0
    for row in sheet.iter_rows(values_only=True):
        cells += len(row) + _ROW_COSTS
        texts = [_text(cell) for cell in _cut(row)]
        empty = 0 if any(texts) else empty + 1
        if empty > 1_000:
            break
        rows.add(texts)
        if cells > MOST_CELLS:
            raise too_many_cells(len(rows.rows), max(map(len, rows.rows)))
    return rows.rows


def _with_percent(rows: list[list[str]], sheet: Any) -> list[list[str]]:
    """The rows with parts of one as the sheet shows them where it shows per cent: 0.25 as 25%."""
    width = max(map(len, rows), default=0)
    parts = [at for at in range(width) if _are_parts(row[at] for row in rows[:_FORMATS_READ] if at < len(row))]
    if not parts:
        return rows
    formats: dict[int, set[bool]] = {}
    for row in sheet.iter_rows(max_row=_FORMATS_READ):
        for at in (at for at in parts if at < len(row) and row[at].value is not None):
            if isinstance(row[at].value, int | float):
                formats.setdefault(at, set()).add("%" in str(row[at].number_format))
    shown = [at for at, found in formats.items() if found == {True}]
    for cells in rows:
        for at in (at for at in shown if at < len(cells)):
            cells[at] = _percent(cells[at])
    return rows


def _are_parts(cells: Iterable[str]) -> bool:
    numbers = [float(cell) for cell in cells if _PART.fullmatch(cell)]
    return any(not number.is_integer() for number in numbers) and max(numbers) <= 1


def _percent(cell: str) -> str:
    return f"{round(float(cell) * 100, 6):g}%" if _PART.fullmatch(cell) else cell


def _cut(row: Iterable[Any]) -> list[Any]:
    cells = list(row)
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise UserError(
            N_("The table has {columns} columns, at most {most} can be read."), columns=len(cells), most=MOST_COLUMNS
        )
    return cells


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
