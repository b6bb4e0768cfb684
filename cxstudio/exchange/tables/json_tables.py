"""Lists of like things in JSON, as survey tools export answers, read as a table: one row each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from cxstudio.errors import UserError
from cxstudio.exchange.tables.row_gathering import (
    LONGEST_LINE,
    MOST_CELLS,
    MOST_COLUMNS,
    line_too_long,
    too_many_cells,
)
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json, values_in
from cxstudio.wording.texts import N_

MOST_CHARACTERS: Final = 20_000_000
MOST_VALUES: Final = 750_000
"""Of a JSON and all that lies in it; as cells of a table they take much memory."""
_BEGINS: Final = re.compile(r"\s*(\[\s*\{|\{\s*\")")
_FEWEST: Final = 2
_DEEPEST: Final = 3
_HOLDERS: Final = ("responses", "answers", "data", "items", "results", "values", "rows")


def rows_of_json(text: str) -> list[list[str]] | None:
    """Headings and rows of a list of objects, or of one object a line; None where the text is something else.

    What lies inside an object is named “question [thing]”, as matrix questions are. Raises UserError for more columns
    than a table may have.
    """
    if not _BEGINS.match(text):
        return None
    if len(text) > MOST_CHARACTERS:
        raise UserError(
            N_("The JSON is too large: at most {most} MB can be read."),
            N_("Nothing was imported."),
            most=MOST_CHARACTERS // 1_000_000,
        )
    things = _things(text)
    if things is None or len(things) < _FEWEST:
        return None
    return _rows(things)


def _rows(things: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    flat = [dict(_cells(thing)) for thing in things]
    names = tuple(dict.fromkeys(name for cells in flat for name in cells))
    if len(names) > MOST_COLUMNS:
        raise UserError(
            N_("The table has {columns} columns, at most {most} can be read."), columns=len(names), most=MOST_COLUMNS
        )
    if len(flat) * len(names) > MOST_CELLS:
        raise too_many_cells(len(flat), len(names))
    if any(sum(map(len, cells.values())) > LONGEST_LINE for cells in flat):
        raise line_too_long()
    return [list(names), *([cells.get(name, "") for name in names] for cells in flat)]


def _things(text: str) -> list[Mapping[str, Any]] | None:
    value = _value(text)
    if value is None:
        lines = [line for line in text.splitlines() if line.strip()]
        whole = lines and lines[0].rstrip().endswith("}")
        value = _value(f"[{','.join(lines)}]") if whole else None
    if isinstance(value, Mapping):
        value = next((value[name] for name in _HOLDERS if isinstance(value.get(name), list | tuple)), None)
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        return None
    return list(value)


def _value(text: str) -> Any:
    """What a JSON holds; None where it is none. Raises UserError for more values than can be read."""
    data = text.encode("utf-8", "surrogatepass")
    if values_in(data) > MOST_VALUES:
        raise UserError(N_("The JSON holds more than {most} values."), N_("Nothing was imported."), most=MOST_VALUES)
    try:
        return read_json(data)
    except DamagedJson:
        return None


def _cells(thing: Mapping[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in thing.items():
        heading = f"{before} [{name}]" if before else str(name)
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from _cells(value, heading, depth + 1)
        else:
            yield heading, _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        return ", ".join(_text(each) for each in _plain(value))
    return str(value)


def _plain(values: Iterable[Any]) -> Iterator[Any]:
    return (value for value in values if not isinstance(value, Mapping | list | tuple))
