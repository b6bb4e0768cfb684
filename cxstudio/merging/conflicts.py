"""What the merging of two copies says: the conflicts, and how one can be decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from cxstudio.model import Id, Record
from cxstudio.store import Change

Records: TypeAlias = Mapping[Id, Record]
Place: TypeAlias = tuple[Id, str, str | None]
"""Record, its field ("" for the record as a whole), and the key of a map."""


class Side(StrEnum):
    """One of the two copies, or both of them at once."""

    HERE = "here"
    THERE = "there"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The other copy."""
        return Side.THERE if self is Side.HERE else Side.HERE


Decisions: TypeAlias = Mapping[Place, Side]
"""What was decided; a conflict that is not in it stays as it is here."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing both copies changed in different ways, or one deleted and the other went on with."""

    place: Place
    kind: type[Record]
    fields: tuple[str, ...]
    """The fields decided together; none for a record that only one copy still has."""
    before: tuple[Any, ...]
    """Their values in the common version; none where there is none."""
    here: tuple[Any, ...]
    there: tuple[Any, ...]
    record: Record
    """The record as it stands here, else there."""
    both: bool = False
    """Whether both can be kept."""
    gone: Side | None = None
    """Of a whole record: the copy that does not have it."""
    added: tuple[Change, ...] = ()
    """Of a whole record: what the other copy changed in it since, or at what belongs to it or names it."""
    along: tuple[Record, ...] = ()
    """Of a whole record: what belongs to it and was deleted with it."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """How it can be decided."""
        return (Side.HERE, Side.THERE, Side.BOTH) if self.both else (Side.HERE, Side.THERE)
