"""What a workbook's sheet says beside its values: hidden rows and columns, merged cells, formulas never worked out."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

_ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_UNWORKED: Final = re.compile(
    rb"<(?:\w+:)?c\b[^>]*\br=\"([A-Z]+)(\d+)\"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_HIDDEN: Final = re.compile(rb"\bhidden=\"(?:1|true)\"")
_NUMBER: Final = re.compile(rb"\b(r|min|max)=\"(\d+)\"")
_MOST_COLUMNS: Final = 2_000
_CHUNK: Final = 4_000_000
_OVERLAP: Final = 4_000


@dataclass(slots=True)
class SheetDetails:
    """Rows and columns counted from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column."""
    unworked: Counter[int] = field(default_factory=Counter)
    """Column → formulas without a value."""


def sheet_details(archive: zipfile.ZipFile, path: str) -> SheetDetails:
    """The details of one sheet, by its path in the archive; read in pieces, so that memory stays bounded."""
    found = SheetDetails()
    unworked: dict[tuple[int, int], None] = {}
    merged: dict[tuple[int, int, int, int], None] = {}
    with archive.open(path) as file:
        before = b""
        while piece := file.read(_CHUNK):
            text = before + piece
            _hidden(text, found)
            for column, row in _UNWORKED.findall(text):
                unworked[int(row), column_index(column)] = None
            for left, top, right, bottom in _MERGED.findall(text):
                merged[int(top) - 1, column_index(left), int(bottom) - 1, column_index(right)] = None
            before = text[-_OVERLAP:]
    found.merged = list(merged)
    found.unworked = Counter(column for _, column in unworked)
    return found


def filled_cells(archive: zipfile.ZipFile, path: str) -> tuple[int, int]:
    """About how many rows and cells with a value one sheet has: its tags are counted, nothing is parsed."""
    rows = cells = 0
    with archive.open(path) as file:
        while piece := file.read(_CHUNK):
            rows += piece.count(b"<row") + piece.count(b":row>") // 2 + piece.count(b":row ")
            cells += piece.count(b"<v>") + piece.count(b"<v ") + piece.count(b"<is>")
            cells += (piece.count(b":v>") + piece.count(b":is>")) // 2
    return rows, cells


def column_index(letters: bytes) -> int:
    """A column's index from 0 for its letters: A, B … AA."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _hidden(text: bytes, found: SheetDetails) -> None:
    for attributes in _ROW.findall(text):
        if _HIDDEN.search(attributes):
            numbers = dict(_NUMBER.findall(attributes))
            if b"r" in numbers:
                found.hidden_rows.add(int(numbers[b"r"]) - 1)
    for attributes in _COLUMN.findall(text):
        if _HIDDEN.search(attributes):
            numbers = dict(_NUMBER.findall(attributes))
            low, high = int(numbers.get(b"min", 1)), int(numbers.get(b"max", 1))
            found.hidden_columns.update(range(low - 1, min(high, _MOST_COLUMNS)))
