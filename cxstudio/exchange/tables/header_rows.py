"""Headings that take more than one row: groups above their columns, codes above questions, rows survey tools add."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_MARK: Final = re.compile(r'\{"ImportId"\s*:')
"""What one survey tool writes below its questions."""
_CODE: Final = re.compile(r"[\w.\-\[\]#:]{1,24}")
_NO_PART: Final = frozenset({"response", "antwort", "open-ended response", "offene antwort", "open ended response"})
_MOST_ROWS: Final = 3
_LOOKED_AT: Final = 40
_DATE: Final = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")

Rows = Sequence[Sequence[str]]


class Headings(NamedTuple):
    """The names of the columns, and how many rows they take."""

    names: list[str]
    rows: int


def headings(rows: Rows) -> Headings:
    """The headings rows begin with: one row, or several that belong together."""
    first = list(rows[0])
    marked = next((at for at, row in enumerate(rows[1 : _MOST_ROWS + 1], 1) if _is_marked(row)), None)
    if marked is not None:
        texts = rows[marked - 1]
        return Headings(_filled(texts, first), marked + 1)
    if len(rows) < 3 or not _goes_on(first, rows[1], rows[2:_LOOKED_AT]):
        return Headings(first, 1)
    return Headings(_joined(first, rows[1]), 2)


def group_row_above(rows: Rows, start: int) -> bool:
    """Whether the row above the headings names groups of them: some cells, each above the first of its columns."""
    if start == 0:
        return False
    above, head = rows[start - 1], rows[start]
    given = [cell.strip() for cell in above if cell.strip()]
    if len(given) < 2 or len(set(given)) < 2 or any(map(is_number, given)):
        return False
    return _goes_on(above, head, rows[start + 1 : start + 1 + _LOOKED_AT])


def is_number(text: str) -> bool:
    """Whether a cell is a plain number."""
    text = text.strip().replace(",", ".", 1)
    return text.replace(".", "", 1).lstrip("+-−").isdecimal()


def _is_marked(row: Sequence[str]) -> bool:
    given = [cell for cell in row if cell.strip()]
    return bool(given) and sum(1 for cell in given if _MARK.match(cell.strip())) * 2 >= len(given)


def _goes_on(first: Sequence[str], second: Sequence[str], below: Rows) -> bool:
    """Whether the second row still names columns: words where answers stand below, and what the first leaves open."""
    words = [cell.strip() for cell in second]
    given = [at for at, word in enumerate(words) if word]
    if len(given) < 2 or not below or any(is_number(words[at]) or _DATE.fullmatch(words[at]) for at in given):
        return False
    counted = [at for at in given if _mostly_numbers(below, at)]
    if len(counted) < 2:
        return False
    return _parts(first, words, counted) or _explains(first, words, given)


def _mostly_numbers(below: Rows, at: int) -> bool:
    cells = [row[at].strip() for row in below if at < len(row) and row[at].strip()]
    return bool(cells) and sum(map(is_number, cells)) * 2 > len(cells)


def _parts(first: Sequence[str], words: Sequence[str], counted: Sequence[int]) -> bool:
    """Whether columns of numbers have a name of their own only in the second row."""
    above = [first[at].strip() if at < len(first) else "" for at in counted]
    return "" in above or len(set(above)) < len(above)


def _explains(first: Sequence[str], words: Sequence[str], given: Sequence[int]) -> bool:
    """Whether the first row holds codes, and the second the questions."""
    codes = [first[at].strip() for at in given if at < len(first)]
    if len(codes) < len(given) or not all(map(_CODE.fullmatch, codes)):
        return False
    return sum(" " in words[at] for at in given) * 2 > len(given)


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """“Group [part]” where both rows name a column; the group reaches over the empty cells to its right."""
    if _explains(first, [cell.strip() for cell in second], [at for at, cell in enumerate(second) if cell.strip()]):
        return _filled(second, first)
    names, group = [], ""
    for at in range(max(len(first), len(second))):
        over = " ".join(first[at].split()) if at < len(first) else ""
        part = " ".join(second[at].split()) if at < len(second) else ""
        part = "" if part.casefold() in _NO_PART else part
        group = over or (group if part else "")
        names.append(f"{group} [{part}]" if group and part and group != part else part or group)
    return names


def _filled(names: Sequence[str], otherwise: Sequence[str]) -> list[str]:
    """The names, and for empty ones what the other row says."""
    width = max(len(names), len(otherwise))
    chosen = ((row[at].strip() if at < len(row) else "") for at in range(width) for row in (names,))
    return [name or (otherwise[at] if at < len(otherwise) else "") for at, name in enumerate(chosen)]
