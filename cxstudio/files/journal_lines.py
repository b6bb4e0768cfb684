"""One line of the recovery journal as JSON and back: its head, and a change set."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from cxstudio.files.encoding import plain
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import mend, read_json, write_json
from cxstudio.model import BY_NAME, Record
from cxstudio.store import Change, ChangeSet, Origin
from cxstudio.store.changes import ABSENT

JOURNAL_FORMAT = 0
LONGEST_TITLE = 200
"""So much of a project's title stands in the head."""
LONGEST_HEAD = 10_000_000
"""Bytes of a first line that are looked at."""


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The first line of a journal."""

    path: Path | None
    digest: str | None
    title: str = ""
    started: str = ""


def write_head(path: Path | None, digest: str | None, title: str, started: datetime) -> bytes:
    """The first line of a journal, without its end."""
    head: dict[str, Any] = {
        "journal": JOURNAL_FORMAT,
        "path": None if path is None else mend(str(path)),
        "base": digest,
        "title": mend(title[:LONGEST_TITLE]),
        "started": started.isoformat(timespec="seconds"),
    }
    if path is not None and head["path"] != str(path):  # a name that is no text
        head["path_bytes"] = os.fsencode(path).hex()
    return write_json(head)


def read_head_line(line: bytes) -> JournalHead:
    """The head of a journal. Raises DamagedJson."""
    head = read_json(line)
    try:
        if head["journal"] != JOURNAL_FORMAT:
            raise DamagedJson("an unknown journal")
        name = head["path"]
        if "path_bytes" in head:
            name = os.fsdecode(bytes.fromhex(head["path_bytes"]))
        digest = head["base"]
        return JournalHead(
            None if name is None else Path(name),
            None if digest is None else str(digest),
            str(head["title"]),
            str(head["started"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedJson("no head of a journal") from error


def write_mark(digest: str, lines: int) -> bytes:
    """The line that says: a file with this hash holds the first so many lines. Without its end."""
    return write_json({"base": digest, "lines": lines})


def write_step(step: ChangeSet) -> bytes:
    """The line for a change set, without its end."""
    return write_json(
        {
            "step": step.label,
            "values": dict(step.label_args),
            "origin": step.origin,
            "changes": [_change(change) for change in step.changes],
        }
    )


def read_step(line: dict[str, Any]) -> ChangeSet:
    """The change set of a line. Raises DamagedJson."""
    try:
        return ChangeSet(
            tuple(_read_change(part) for part in line["changes"]),
            line["step"],
            Origin(line["origin"]),
            tuple(sorted(line["values"].items())),
        )
    except (KeyError, TypeError, AttributeError, ValueError, ValidationError) as error:
        raise DamagedJson("a step cannot be read") from error


def _change(change: Change) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": change.record_id, "kind": change.kind.__name__}
    if change.field is not None:
        entry["field"] = change.field
    if change.key is not None:
        entry["key"] = change.key
    for side, value in (("before", change.before), ("after", change.after)):
        if change.field is None:
            if value is not None:
                entry[side] = plain(value)
        elif value is not ABSENT:
            entry[side] = value
    return entry


def _read_change(entry: dict[str, Any]) -> Change:
    kind = BY_NAME[entry["kind"]]
    field, key = entry.get("field"), entry.get("key")
    if field is not None and field not in kind.model_fields:
        raise DamagedJson("an unknown field")
    before, after = (_side(kind, field, key, entry, side) for side in ("before", "after"))
    return Change(str(entry["id"]), kind, field, before, after, key)


def _side(kind: type[Record], field: str | None, key: str | None, entry: dict[str, Any], side: str) -> Any:
    if field is None:
        return kind.model_validate(entry[side]) if side in entry else None
    if key is None:
        return field_adapter(kind, field).validate_python(entry[side])
    if side not in entry:
        return ABSENT
    return field_adapter(kind, field).validate_python({key: entry[side]})[key]


@cache
def field_adapter(kind: type[Record], field: str) -> TypeAdapter[Any]:
    """Reads one field's value."""
    info = kind.model_fields[field]
    hint: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return TypeAdapter(hint)
