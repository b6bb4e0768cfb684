"""What every record shares: an id, frozen fields, read-only maps and declared references."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""No plugin has a say in our records; looking for one reads what is known of every package installed."""

Id = str
K = TypeVar("K")
V = TypeVar("V")

_ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz"
ID_LENGTH = 10
_IDS = len(_ALPHABET) ** ID_LENGTH

GROUP_VOICE: Id = "group"
"""Key of the one consensus voice in the answers of a group or target round; names no participant."""


def new_id() -> Id:
    """A fresh random id (ten characters, about 50 bits)."""
    number = secrets.randbelow(_IDS)  # one question to the system, not ten: imports draw ids by the hundred thousand
    letters = []
    for _ in range(ID_LENGTH):
        number, at = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[at])
    return "".join(letters)


class FrozenMap(dict[K, V]):
    """A dict that refuses every change, so that a frozen record is frozen all the way down."""

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a record's map is read-only; change it through an edit")

    __setitem__ = _refuse
    __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenMap, (dict(self),))

    def with_key(self, key: K, value: V) -> FrozenMap[K, V]:
        """A copy in which `key` holds `value`."""
        return FrozenMap({**self, key: value})

    def without_key(self, key: K) -> FrozenMap[K, V]:
        """A copy without `key`."""
        return FrozenMap({k: v for k, v in self.items() if k != key})


_freeze = (AfterValidator(FrozenMap), PlainSerializer(dict, when_used="always"))

Answers = Annotated[Mapping[str, int | None], *_freeze]
"""Participant id → answer; None is an answer refused or skipped, a missing key one not yet given."""
Words = Annotated[Mapping[str, str], *_freeze]
Counts = Annotated[Mapping[str, int], *_freeze]
"""Value (as text) → number of answers. Pairs are written "6|3", a skipped half "-"."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names other records: their kinds, and whether this record belongs to them.

    On a str field it is one id, on a tuple many, on a map the ids are the keys. When a target is
    removed, records that belong to it go too; any other reference to it is taken out.
    """

    kinds: tuple[str, ...]
    owner: bool = False

    def __init__(self, *kinds: str, owner: bool = False) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "owner", owner)


class Record(BaseModel):
    """One flat, frozen thing in a project, found by its id."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Id


class Ordered(Record):
    """A record with a place among its siblings: a fractional key, ties broken by id."""

    order: str = "a0"
