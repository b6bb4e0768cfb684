"""Reading other people's tables: CSV and TSV in any encoding, workbooks, what was copied from a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import JSON, ImportRequest, Source
from cxstudio.exchange.tables.json_tables import rows_of_json
from cxstudio.exchange.tables.other_kinds import assert_no_other_kind, assert_table_text
from cxstudio.exchange.tables.row_gathering import LONGEST_LINE, Rows, line_too_long
from cxstudio.exchange.tables.table import Table, nothing_in_it
from cxstudio.exchange.tables.table_shape import table_of
from cxstudio.exchange.tables.text_encoding import decode
from cxstudio.regular_files import TooLong, read_regular
from cxstudio.wording.texts import N_

MOST_BYTES = 100_000_000
_SMALL = LONGEST_LINE
"""Characters of a table whose cells need not be shared to fit into memory."""
_DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_LINES = 50


def read_table(request: ImportRequest) -> Table:
    """The table a request names. Raises UserError where there is none or it cannot be read."""
    if request.text is not None:
        return _from_text(request.text, request, Source(name="", encoding="", delimiter=""), pasted=True)
    if request.path is None:
        raise nothing_in_it("")
    data = read_bytes(request.path, MOST_BYTES)
    if data[:4] == b"PK\x03\x04":
        from cxstudio.exchange.tables.xlsx_reading import read_workbook

        return read_workbook(data, request)
    decoded = decode(data, request.encoding)
    source = Source(request.name, encoding=decoded.encoding, encoding_confidence=decoded.confidence)
    return _from_text(decoded.text, request, source)


def read_bytes(path: Path, most: int, only: int | None = None) -> bytes:
    """A file's content, or `only` so many bytes of its beginning.

    Raises UserError for a folder, a missing, forbidden, empty or oversized file, a pipe or a device.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UserError(N_("{name} is a folder, not a file."), "", N_("Choose a file."), name=name)
        data = read_regular(path, most, only)
    except TooLong as error:
        raise UserError(
            N_("{name} is too large: {size} MB, at most {most} MB can be read."),
            N_("Nothing was imported."),
            name=name,
            size=path.stat().st_size // 1_000_000,
            most=most // 1_000_000,
        ) from error
    except FileNotFoundError as error:
        raise UserError(N_("There is no file {name}."), name=name) from error
    except PermissionError as error:
        raise UserError(N_("{name} may not be read: permission is missing."), name=name) from error
    except (OSError, ValueError) as error:
        raise UserError(N_("{name} cannot be read."), N_("Nothing was imported."), name=name) from error
    if not data.strip():
        raise nothing_in_it(name)
    assert_no_other_kind(data, name)
    return data


def _from_text(text: str, request: ImportRequest, source: Source, *, pasted: bool = False) -> Table:
    text = text.removeprefix("\ufeff")
    listed = rows_of_json(text)
    if listed is not None:
        return table_of(listed, Source(source.name, encoding=JSON, encoding_confidence=1.0))
    assert_table_text(text)
    delimiter = request.delimiter or ("\t" if pasted and "\t" in text else sniff_delimiter(text))
    if len(delimiter) != 1:
        raise UserError(N_("Columns must be separated by a single character."))
    rows = _parsed(text, delimiter)
    named = Source(
        source.name, encoding=source.encoding, encoding_confidence=source.encoding_confidence, delimiter=delimiter
    )
    return table_of(rows, named)


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(_lines(text), delimiter=delimiter)
    rows = Rows(small=len(text) <= _SMALL)
    try:
        rows.take(reader)
    except csv.Error as error:
        raise UserError(
            N_("This is not a table: it cannot be read from row {row} on."),
            N_("Nothing was imported."),
            row=reader.line_num,
        ) from error
    return rows.rows


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends. Raises UserError for one no table has."""
    return io.StringIO(text, newline="") if len(text) <= LONGEST_LINE else _bounded_lines(text)


def _bounded_lines(text: str) -> Iterator[str]:
    start, most = 0, len(text)
    feed = back = -1
    while start < most:
        if 0 <= feed < start or feed < 0 == start:
            feed = text.find("\n", start)
        if 0 <= back < start or back < 0 == start:
            back = text.find("\r", start)
        end = feed + 1 if feed >= 0 else most
        if 0 <= back < end - 1:
            end = back + (2 if text[back + 1 : back + 2] == "\n" else 1)
        if end - start > LONGEST_LINE:
            raise line_too_long()
        yield text[start:end]
        start = end


def sniff_delimiter(text: str) -> str:
    """The character that parts the columns: the one that gives most rows the same number of them."""
    lines = []
    for line in io.StringIO(text[:200_000], newline=""):
        if line.strip():
            lines.append(line)
        if len(lines) >= _SNIFFED_LINES:
            break
    best, chosen = 0.0, ","
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            continue
        if not widths:
            continue
        width, often = max(widths.items(), key=lambda w: (w[1], w[0]))
        total = sum(widths.values())
        weight = (often / total) ** 2 * (width - 1) / (width + 1)
        if weight > best + 1e-9:
            best, chosen = weight, delimiter
    return chosen
