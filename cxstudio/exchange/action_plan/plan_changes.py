"""What an edited plan would change, as values: cells, new rows, missing ones, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cxstudio.edits.measures.measure_edits import ReturnedRecord
from cxstudio.exchange.plan.import_plan import Message
from cxstudio.model import Id, Record


def place_id(sheet: str, row: int) -> Id:
    """What stands for a new measure where another one waits for it, until it has an id of its own."""
    return f"{sheet}\n{row}"


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell that says something else than the plan."""

    record: Id
    """Of a measure, a target or a check-in."""
    title: str
    key: str
    """The field."""
    heading: str
    values: Mapping[str, Any]
    """What the cell sets."""
    given: str
    """What the table was given; empty where nobody knows."""
    here: str
    there: str
    conflict: bool
    """Whether it changed here meanwhile, too."""
    where: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row without an id."""

    kind: type[Record]
    place: tuple[str, int]
    title: str
    values: Mapping[str, Any]
    about: str
    """Who, until when, how far, in words."""
    where: Message
    hint: Message | None = None
    number: str = ""
    """What it says as a measure's number, to which rows of other sheets may refer."""
    measure_at: tuple[str, int] | None = None
    """Place of the new measure it belongs to; None for a measure, and where the measure is here already."""

    @property
    def record(self) -> ReturnedRecord:
        """What it becomes if somebody wants it."""
        belongs = None if self.measure_at is None else place_id(*self.measure_at)
        return ReturnedRecord(self.kind, self.values, place_id(*self.place), belongs)


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A row the table was given and does not have any more."""

    record: Id
    title: str
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReturnedPlan:
    """Everything a person has to look at before anything is applied."""

    name: str
    edits: tuple[CellEdit, ...] = ()
    new: tuple[NewRow, ...] = ()
    missing: tuple[MissingRow, ...] = ()
    problems: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to apply."""
        return not (self.edits or self.new or self.missing)


def decided(edits: Iterable[CellEdit]) -> dict[Id, dict[str, Any]]:
    """The values to write, by record, of the edits a person accepted."""
    values: dict[Id, dict[str, Any]] = {}
    for edit in edits:
        values.setdefault(edit.record, {}).update(edit.values)
    return values
