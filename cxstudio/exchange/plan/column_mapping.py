"""How the columns of a table are read, whatever is in it: a value that can be changed, saved as JSON and used again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from cxstudio.errors import UserError
from cxstudio.wording.texts import N_

MAPPING_FORMAT = 1


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ColumnPlace(_Frozen):
    """Where a column of a table stands."""

    name: str = ""
    """The column's heading; found whatever its spacing and case."""
    number: Annotated[int | None, Field(ge=1)] = None
    """Its place from 1; used where no heading is given, or to tell two equal headings apart."""


class Mapping(_Frozen):
    """How the columns of a table are read; `columns` is what every kind of mapping adds."""

    format: Literal[1] = 1
    title: str = ""
    note: str = ""
    """For people who read the file."""
    recognised_by: dict[Annotated[int, Field(ge=1)], str] = Field(default_factory=dict)
    """Column number → words its heading has to hold: tells the table from others where columns go by number."""
    day_first: bool | None = None
    """Whether 03/04/2026 is in April; None looks at all the dates."""

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        """Where the mapped columns stand, in the order of `columns`."""
        raise NotImplementedError

    def to_json(self) -> str:
        """The mapping as people can read and change it."""
        values = self.model_dump(mode="json", exclude_defaults=True)
        columns = values.pop("columns", [])
        head = json.dumps({"format": MAPPING_FORMAT, **self._kind(), **values}, ensure_ascii=False, indent=2)
        lines = ",\n".join("    " + json.dumps(column, ensure_ascii=False) for column in columns)
        return head.removesuffix("\n}") + ',\n  "columns": [\n' + lines + "\n  ]\n}\n"

    def _kind(self) -> dict[str, str]:
        """What tells this kind of mapping from the others in a file."""
        return {}


def column_indices(mapping: Mapping, header: Sequence[str]) -> tuple[int, ...]:
    """Index of each mapped column in the table. Raises UserError naming the first that is not there."""
    missing = _missing(mapping, header)
    if missing is not None:
        raise _absent(missing, len(header))
    number = _stranger(mapping, header)
    if number is not None:
        raise UserError(
            N_("Column {number} of the table is “{heading}”, but the mapping expects “{expected}” there."),
            N_("Nothing was imported."),
            N_("Choose another mapping or change the column in it."),
            number=number,
            heading=header[number - 1] if number <= len(header) else "",
            expected=mapping.recognised_by[number],
        )
    return tuple(index for use in mapping.places if (index := _found(use, header)) is not None)


def fits(mapping: Mapping, header: Sequence[str]) -> bool:
    """Whether a table with this header has every column the mapping names, and none that speaks against it."""
    return _stranger(mapping, header) is None and _missing(mapping, header) is None


def _missing(mapping: Mapping, header: Sequence[str]) -> ColumnPlace | None:
    return next((use for use in mapping.places if _found(use, header) is None), None)


def _stranger(mapping: Mapping, header: Sequence[str]) -> int | None:
    """Number of the first column whose heading lacks the words the survey is recognised by."""
    for number, words in mapping.recognised_by.items():
        heading = header[number - 1] if number <= len(header) else ""
        if _folded(words) not in _folded(heading):
            return number
    return None


def _found(use: ColumnPlace, header: Sequence[str]) -> int | None:
    place = None if use.number is None else use.number - 1
    if not use.name:
        return place if place is not None and place < len(header) else None
    wanted = _folded(use.name)
    if place is not None and place < len(header) and _folded(header[place]) == wanted:
        return place
    return next((i for i, name in enumerate(header) if _folded(name) == wanted), None)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _absent(use: ColumnPlace, width: int) -> UserError:
    nothing, todo = N_("Nothing was imported."), N_("Choose another mapping or change the column in it.")
    if use.name:
        return UserError(
            N_("The table has no column “{column}”, which the mapping names."), nothing, todo, column=use.name
        )
    return UserError(
        N_("The table ends at column {width}, but the mapping names column {number}."),
        nothing,
        todo,
        width=width,
        number=use.number or 0,
    )
