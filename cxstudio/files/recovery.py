"""Reading a journal back: what was done since the last save, as far as it fits the file."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cxstudio.files.atomic import replace_file
from cxstudio.files.decoding import Decoded, decode
from cxstudio.files.errors import DamagedJson
from cxstudio.files.journal import FILE_NAME, JOURNAL_FORMAT
from cxstudio.files.journal_lines import read_step
from cxstudio.files.jsontext import read_json, write_json
from cxstudio.model import Document
from cxstudio.store import ChangeSet, CheckFailed, apply, check_changed

KEPT_DAYS = 90


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The first line of a journal."""

    path: Path | None
    digest: str | None
    title: str = ""
    started: str = ""


@dataclass(slots=True)
class Recovered:
    """What replaying a journal gave."""

    document: Document
    steps: list[ChangeSet] = field(default_factory=list)
    """The steps since the last snapshot or save, in order; all of them are in `document`."""
    content: Decoded | None = None
    """Set where the journal holds a snapshot: its document is the base instead of the file's."""
    unread: int = 0
    """Lines at the end that did not fit and were left out."""
    good: int = 0
    """Bytes of the journal up to the last line that fits."""


def read_head(folder: Path) -> JournalHead | None:
    """The head of the journal in a folder; None where there is none that can be read."""
    try:
        with (folder / FILE_NAME).open("rb") as stream:
            head = read_json(stream.readline(100_000).rstrip(b"\n"))
        if head["journal"] != JOURNAL_FORMAT:
            return None
        path = head["path"]
        return JournalHead(None if path is None else Path(path), head["base"], str(head["title"]), str(head["started"]))
    except (OSError, DamagedJson, KeyError, TypeError):
        return None


def fits(folder: Path, digest: str | None) -> bool:
    """Whether the journal in a folder continues a file with this hash. Raises OSError."""
    return _start(_lines(folder), digest) is not None


def change_head(folder: Path, path: Path) -> None:
    """Say in the head that the file is now here. Raises OSError."""
    first, rest = (folder / FILE_NAME).read_bytes().split(b"\n", 1)
    replace_file(folder / FILE_NAME, write_json({**read_json(first), "path": str(path)}) + b"\n" + rest)


def replay(folder: Path, document: Document, digest: str | None) -> Recovered | None:
    """Replay the journal of a folder on a document read from a file with this hash (None: no file).

    None where the journal was written for another state of the file. A torn last line is skipped.
    """
    lines = _lines(folder)
    start = _start(lines, digest)
    if start is None:
        return None
    recovered = Recovered(document, good=sum(len(raw) + 1 for raw, _ in lines[:start]))
    for place, (raw, line) in enumerate(lines[start:], start):
        try:
            _follow(recovered, line)
        except (DamagedJson, CheckFailed):
            recovered.unread = len(lines) - place
            break
        recovered.good += len(raw) + 1
    return recovered


def move_aside(folder: Path, now: datetime) -> Path | None:
    """Keep a journal that does not fit under another name; None where there is none. Raises OSError."""
    source = folder / FILE_NAME
    if not source.exists():
        return None
    target = folder / f"kept-{now.strftime('%Y%m%d-%H%M%S-%f')}.jsonl"
    source.replace(target)
    return target


def drop_old(folder: Path, now: datetime) -> None:
    """Delete journals that were kept because they did not fit, once nobody has asked for them in KEPT_DAYS."""
    for kept in folder.glob("kept-*.jsonl"):
        with contextlib.suppress(OSError):
            if (now - datetime.fromtimestamp(kept.stat().st_mtime)).days > KEPT_DAYS:
                kept.unlink()


_Line = tuple[bytes, dict[str, Any] | None]


def _lines(folder: Path) -> list[_Line]:
    """All lines, and None beside one that cannot be read. What follows the last line end was torn."""
    found: list[_Line] = []
    for raw in (folder / FILE_NAME).read_bytes().split(b"\n")[:-1]:
        value = None
        with contextlib.suppress(DamagedJson):
            value = read_json(raw)
        found.append((raw, value if isinstance(value, dict) else None))
    return found


def _start(lines: list[_Line], digest: str | None) -> int | None:
    """The line behind the last one that says: this file holds everything so far."""
    if not lines or lines[0][1] is None or lines[0][1].get("journal") != JOURNAL_FORMAT:
        return None
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place][1]
        if line is not None and "base" in line and line["base"] == digest:
            return place + 1
    return None


def _follow(recovered: Recovered, line: dict[str, Any] | None) -> None:
    """Take one line in. Raises DamagedJson, CheckFailed."""
    if line is None:
        raise DamagedJson("no JSON")
    if "snapshot" in line:
        content = decode(write_json(line["snapshot"]))
        recovered.content, recovered.document, recovered.steps = content, content.document, []
    elif "changes" in line:
        step = read_step(line)
        document = apply(recovered.document, step)
        check_changed(document, step.records())
        _check_values(document, step)
        recovered.document = document
        recovered.steps.append(step)
    elif "base" not in line:
        raise DamagedJson("an unknown line")


def _check_values(document: Document, step: ChangeSet) -> None:
    """Fields fit one by one; this sees to it that they fit together. Raises DamagedJson."""
    for record_id in step.records():
        record = document.find(record_id)
        if record is not None:
            try:
                type(record).model_validate(dict(record.__dict__))
            except ValueError as error:
                raise DamagedJson("a step leads to a record that is not valid") from error
