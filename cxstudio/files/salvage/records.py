"""The records that stand whole in the stretches of a damaged project.json, and of which kind each is."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from cxstudio.files.decoding import MOST_RECORDS
from cxstudio.files.salvage.members import Member
from cxstudio.model import BY_NAME, Id, Record
from cxstudio.model.registry import Shape, ref_fields

_LIST: Final = re.compile(r'"(\w{1,40})"\s*:\s*\[')
_NAMES: Final = tuple(sorted(BY_NAME))
"""Kinds in the order in which their lists stand in a file."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of a project.json without a gap."""

    text: str
    follows: bool
    """Whether nothing is missing between it and the stretch before."""
    doubtful: bool = False
    """Whether it may not say what it said."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it stands in the text."""

    entry: dict[str, Any]
    kind: str
    """The list it stands in; "" where no heading is left before it."""
    sure: bool
    """Whether nothing is missing between that heading and the record."""
    until: str
    """The next heading behind it; "" where none is left."""
    doubtful: bool


@dataclass(slots=True)
class Pieces:
    """What was found of a project.json."""

    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    doubtful: list[tuple[str, Id]] = field(default_factory=list)
    """Kind and id of records that may not say what they said."""
    lost: dict[str, int] = field(default_factory=dict)
    """Kind → so many pieces of records, at least, that cannot be read."""

    def __len__(self) -> int:
        return sum(map(len, self.records.values()))


def stretches(members: Iterable[Member], known: Collection[int]) -> list[Stretch]:
    """The text of these members; `known` are the checksums of all pieces, where the file still says them."""
    order = {checksum: place for place, checksum in enumerate(known)}
    found: list[Stretch] = []
    for member in members:
        last = None
        for part in member.parts:
            text = part.content.decode("utf-8", "replace")
            place = order.get(zlib.crc32(part.content))
            follows = place is not None and last is not None and place == last + 1
            if follows and not found[-1].doubtful:
                found[-1] = Stretch(found[-1].text + text, found[-1].follows)
            else:
                found.append(Stretch(text, follows, doubtful=bool(order) and place is None and not member.whole))
            last = place
    return found


def pieces_of(given: Iterable[Stretch]) -> Pieces:
    """The records of these stretches, those first of which it is sure what they say."""
    made = Pieces()
    found = list(_scan(given, made.lost))
    wanted = _wanted(found)
    ids: set[Id] = set()
    for each in sorted(found, key=lambda f: f.doubtful):
        record_id = each.entry["id"]
        kind = each.kind if each.sure else _kind_of(each, wanted.get(record_id, frozenset()))
        if not kind:
            made.lost[each.kind or each.until] = made.lost.get(each.kind or each.until, 0) + 1
        elif record_id not in ids:
            ids.add(record_id)
            made.records.setdefault(kind, []).append(each.entry)
            if each.doubtful:
                made.doubtful.append((kind, record_id))
    made.lost.pop("", None)
    return made


def _scan(given: Iterable[Stretch], lost: dict[str, int]) -> Iterator[Found]:
    """Every record, in the order of the text; pieces of records are counted in `lost`."""
    kind, total = "", 0
    waiting: list[tuple[dict[str, Any], str, bool, bool]] = []
    for stretch in given:
        sure = stretch.follows and bool(kind)
        for entry, heading in _objects(stretch.text):
            if heading:
                yield from (Found(*each[:3], heading, each[3]) for each in waiting)
                waiting.clear()
                kind, sure = heading, True
            elif entry is None:
                lost[kind] = lost.get(kind, 0) + 1
                sure = False
            elif total < MOST_RECORDS:
                total += 1
                waiting.append((entry, kind, sure, stretch.doubtful))
    yield from (Found(*each[:3], "", each[3]) for each in waiting)


def _objects(text: str) -> Iterator[tuple[dict[str, Any] | None, str]]:
    """Records and headings in the order of the text: (record, ""), (None, heading), and (None, "") for a piece."""
    decoder = json.JSONDecoder()
    at, begun = 0, False
    while at < len(text):
        brace = text.find("{", at)
        stop = brace if brace >= 0 else len(text)
        for match in _LIST.finditer(text, at, stop):
            if match[1] in BY_NAME:
                begun = True
                yield None, match[1]
        if brace < 0:
            return
        try:
            value, end = decoder.raw_decode(text, brace)
        except (ValueError, RecursionError):
            if begun or brace > 0:
                yield None, ""
            at = _next_record(text, brace + 1)
            continue
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            begun = True
            yield value, ""
            at = end
        else:
            at = end if begun else brace + 1


def _next_record(text: str, at: int) -> int:
    """Where the next record may begin behind a damaged one: a list's heading, or what follows a comma."""
    places = [p for p in (text.find('},{"', at), text.find(':[{"', at)) if p >= 0]
    if not places:
        return len(text)
    place = min(places)
    if text.startswith("},", place):
        return place + 2
    return max(at, text.rfind('"', at, place - 1))  # with the heading itself, so that it is read


def _wanted(found: Iterable[Found]) -> dict[Id, frozenset[str]]:
    """What kinds of records others take one for, by id."""
    wanted: dict[Id, frozenset[str]] = {}
    for each in found:
        if not each.sure or each.doubtful:
            continue
        for ref in ref_fields(BY_NAME[each.kind]):
            value = each.entry.get(ref.name)
            targets = (value,) if ref.shape is Shape.ONE else value if isinstance(value, list | dict) else ()
            kinds = frozenset(kind.__name__ for kind in ref.kinds)
            for target in targets:
                if isinstance(target, str):
                    wanted[target] = wanted.get(target, kinds) & kinds or kinds
    return wanted


def _kind_of(found: Found, wanted: frozenset[str]) -> str:
    """Of which kind a record is whose list is not sure; "" where none fits."""
    first = _NAMES.index(found.kind) if found.kind else 0
    behind = _NAMES.index(found.until) + 1 if found.until and found.until >= found.kind else len(_NAMES)
    between = [name for name in _NAMES[first:behind] if _fits(BY_NAME[name], found.entry)]
    named = [name for name in between if name in wanted] if wanted else []
    return next(iter(named or between), "")


def _fits(kind: type[Record], entry: dict[str, Any]) -> bool:
    if not entry.keys() <= kind.model_fields.keys():
        return False
    try:
        kind.model_validate(entry)
    except ValidationError:
        return False
    return True
