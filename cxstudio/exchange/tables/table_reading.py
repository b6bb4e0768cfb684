"""Reading other people's tables: CSV and TSV in any encoding, workbooks, what was copied from a spreadsheet."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportRequest, LeftOut, Message, Source, plain, say, trn
from cxstudio.exchange.tables.row_gathering import MOST_CELLS, MOST_COLUMNS, Rows, too_many_cells
from cxstudio.exchange.tables.text_encoding import decode
from cxstudio.regular_files import TooLong, read_regular
from cxstudio.wording.texts import N_

MOST_BYTES = 100_000_000
LONGEST_LINE = 4_000_000
_SMALL = 5_000_000
"""Characters of a table whose cells need not be shared to fit into memory."""
_DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_LINES = 50
_HEADER_SEARCH = 15


@dataclass(frozen=True, slots=True)
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

    @property
    def row_numbers(self) -> Sequence[int]:
        """Number of each row as a spreadsheet counts, from 1."""
        return self.numbers or range(self.first_row, self.first_row + len(self.rows))

    @property
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


def read_table(request: ImportRequest) -> Table:
    """The table a request names. Raises UserError where there is none or it cannot be read."""
    if request.text is not None:
        return _from_text(request.text, request, Source(name="", encoding="", delimiter=""), pasted=True)
    if request.path is None:
        raise nothing_in_it("")
    data = read_bytes(request.path, MOST_BYTES)
    if data[:4] == b"PK\x03\x04":
        from cxstudio.exchange.tables.xlsx_reading import read_workbook

        rows, source = read_workbook(data, request)
        return table_of(rows, source)
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


_OTHER_KINDS = (
    (b"%PDF", N_("CX Studio cannot read PDF files.")),
    (b"\x89PNG", N_("CX Studio cannot read a table from a picture.")),
    (b"\xff\xd8\xff", N_("CX Studio cannot read a table from a picture.")),
    (b"GIF8", N_("CX Studio cannot read a table from a picture.")),
    (b"\xd0\xcf\x11\xe0", N_("CX Studio cannot read files of old Office versions.")),
)
"""How a file begins → why it is none to import."""


def assert_no_other_kind(data: bytes, name: str) -> None:
    """Raises UserError for what is plainly something else: a PDF, a picture, an archive that is no workbook."""
    todo = N_("Save the data as CSV or XLSX and import that.")
    why = next((said for start, said in _OTHER_KINDS if data.startswith(start)), None)
    if why is None and zipfile.is_zipfile(io.BytesIO(data)) and b"xl/" not in data:
        why = N_("{name} is a ZIP archive, but not an XLSX workbook.")
    if why is not None:
        raise UserError(why, N_("Nothing was imported."), todo, name=name)


def nothing_in_it(name: str) -> UserError:
    """The error for a file or text without content."""
    if not name:
        return UserError(N_("There is nothing in it to import."))
    return UserError(N_("{name} is empty."), N_("Nothing was imported."), name=name)


def _from_text(text: str, request: ImportRequest, source: Source, *, pasted: bool = False) -> Table:
    text = text.removeprefix("\ufeff")
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
        for row in reader:
            rows.add(row)
    except csv.Error as error:
        raise UserError(
            N_("This is not a table: it cannot be read from row {row} on."),
            N_("Nothing was imported."),
            row=reader.line_num,
        ) from error
    return rows.rows


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends. Raises UserError for one no table has."""
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
            raise UserError(
                N_("This is not a table: a line is longer than {most} characters."),
                N_("Nothing was imported."),
                most=LONGEST_LINE,
            )
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


def table_of(rows: list[list[str]], source: Source) -> Table:
    """Rows made into a table: junk above the header told and dropped, ragged rows evened out.

    Raises UserError where nothing is in it or it is wider than any table we can read.
    """
    widths = set(map(len, rows))
    width = max(widths, default=0)
    if width > MOST_COLUMNS or width * len(rows) > MOST_CELLS:
        raise too_many_cells(len(rows), width)
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise nothing_in_it(source.name)
    left_out: list[LeftOut] = []
    start = _header_row(rows)
    left_out += [
        LeftOut(row_place(i + 1), plain(short(" ".join(rows[i]))), say(N_("it is above the headings")))
        for i in range(start)
        if any(cell.strip() for cell in rows[i])
    ]
    head = rows[start]
    has_header = _is_header(head, rows[start + 1 : start + 21])
    body = rows[start + 1 :] if has_header else rows[start:]
    first = start + (2 if has_header else 1)
    if len(widths) > 1:
        width, told = _evened(body, len(head), first)
        left_out += told
    else:
        width = len(head)
    names = _names(head if has_header else [], width)
    while body and not any(body[-1]):
        body.pop()
    return Table(names, tuple(body), first, source, tuple(left_out), has_header)


def _header_row(rows: list[list[str]]) -> int:
    """Index of the row that holds the headings: the first that is about as full as the fullest near the top."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows[:_HEADER_SEARCH]]
    fullest = max(filled)
    if fullest == 0:
        return next(i for i, row in enumerate(rows) if any(cell.strip() for cell in row))
    return next(i for i, n in enumerate(filled) if n * 2 > fullest or n == fullest)


def _is_header(head: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    """Whether the row names columns: words, each once, and below them something else."""
    names = [cell.strip() for cell in head if cell.strip()]
    if not following or any(_is_number(name) for name in names) or len(set(names)) < len(names):
        return bool(following) and not any(_is_number(name) for name in names) and _numbers_below(head, following)
    return True


def _numbers_below(head: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    return any(_is_number(row[i]) for row in following for i in range(min(len(head), len(row))))


def _is_number(text: str) -> bool:
    text = text.strip().replace(",", ".", 1)
    return text.replace(".", "", 1).lstrip("+-−").isdecimal()


def _evened(body: list[list[str]], width: int, first: int) -> tuple[int, list[LeftOut]]:
    """Rows made as long as the header, in place; columns without a heading stay where they hold something."""
    longest = max((len(row) for row in body), default=width)
    used = width
    for row in body:
        for i in range(len(row) - 1, used - 1, -1):
            if row[i].strip():
                used = i + 1
                break
    longer = [first + i for i, row in enumerate(body) if len(row) > width and any(c.strip() for c in row[width:])]
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


def rows_place(rows: Sequence[int]) -> Message:
    """Where something stands: a few rows, named."""
    if len(rows) == 1:
        return row_place(rows[0])
    if len(rows) <= 5:
        return say(N_("Rows {rows}"), rows=", ".join(map(str, rows)))
    return say(N_("Rows {rows} and {more} more"), rows=", ".join(map(str, rows[:4])), more=len(rows) - 4)


def _names(head: Sequence[str], width: int) -> tuple[str, ...]:
    """Names of the columns; nameless ones get the letters a spreadsheet would show."""
    names = [" ".join(cell.split()) for cell in head[:width]]
    names += [""] * (width - len(names))
    return tuple(name or column_letters(i) for i, name in enumerate(names))


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
