"""Reading a journal back: what was done since the last save, as far as it fits the file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.atomic import PRIVATE, private_folder, replace_file
from cxstudio.files.container import MEGABYTE, QUICK_JSON
from cxstudio.files.decoding import Decoded, decode_in_steps
from cxstudio.files.errors import DamagedJson, Unusual
from cxstudio.files.journal import FILE_NAME, NOTE_NAME, SNAPSHOT
from cxstudio.files.journal_lines import (
    JOURNAL_FORMAT,
    LONGEST_HEAD,
    JournalHead,
    read_head_line,
    read_step,
    write_head,
)
from cxstudio.files.jsontext import json_in_steps, read_json, write_json
from cxstudio.files.kept import move_aside, needed
from cxstudio.files.loading import SMALL
from cxstudio.files.lock import LOCK_NAME
from cxstudio.model import Document
from cxstudio.regular_files import NotRegular, TooLong, open_regular, read_regular
from cxstudio.steps import Steps, finished
from cxstudio.store import ChangeSet, CheckFailed, apply, check_changed

LARGEST = 1_000 * MEGABYTE
"""Bytes of a journal that is read at all."""
QUICK_JOURNAL = 16 * MEGABYTE
"""Bytes of one that is replayed line by line, a few hundredths of a second each."""
QUICK_STEP = MEGABYTE // 2
"""Of one of its lines; of a snapshot QUICK_JSON."""


@dataclass(slots=True)
class Recovered:
    """What replaying a journal gave."""

    document: Document
    steps: list[ChangeSet] = field(default_factory=list)
    """The steps since the last snapshot or save, in order; all of them are in `document`."""
    content: Decoded | None = None
    """Set where the journal holds a snapshot: its document is the base instead of the file's."""
    whole: bool = False
    """Whether that snapshot is itself unsaved work, not what a new project began with."""
    unread: int = 0
    """Lines at the end that did not fit and were left out."""
    good: int = 0
    """Bytes of the journal up to the last line that fits."""


def read_head(folder: Path) -> JournalHead | None:
    """The head of the journal in a folder; None where there is none. Raises OSError, DamagedJson."""
    return read_head_of(folder / FILE_NAME)


def read_head_of(journal: Path) -> JournalHead | None:
    """The same of a journal wherever it lies."""
    try:
        with open_regular(journal) as stream:
            return read_head_line(stream.readline(LONGEST_HEAD).rstrip(b"\n"))
    except FileNotFoundError:
        return None
    except NotRegular as error:
        raise DamagedJson("not a regular file") from error


def replay(folder: Path, document: Document, digest: str | None) -> Recovered | None:
    """Replay the journal of a folder on a document read from a file with this hash (None: no file).

    None where the journal was written for another state of the file. A torn last line is skipped. Raises OSError.
    """
    return finished(replay_in_steps(read_journal(folder / FILE_NAME), document, digest))


def read_journal(journal: Path, most: int = LARGEST) -> bytes:
    """A journal as it lies there. Raises OSError, and Unusual where it has more than `most` bytes."""
    try:
        return read_regular(journal, most)
    except TooLong as error:
        if most == LARGEST:
            raise
        raise Unusual from error


def replay_in_steps(
    journal: bytes, document: Document, digest: str | None, *, only_usual: bool = False
) -> Steps[Recovered | None]:
    """The same of what was read from it, one line a step; with `only_usual` raises Unusual where one takes longer."""
    lines = yield from _lines(journal, only_usual=only_usual)
    start = _start(lines, digest)
    if start is None:
        return None
    recovered = Recovered(document, good=sum(len(raw) + 1 for raw, _ in lines[:start]))
    for place, (raw, line) in enumerate(lines[start:], start):
        try:
            yield from _follow(recovered, line, only_usual=only_usual and len(raw) > SMALL)
        except (DamagedJson, CheckFailed):
            recovered.unread = len(lines) - place
            break
        recovered.good += len(raw) + 1
        yield
    return recovered


def bases_in(journal: bytes) -> set[str | None]:
    """SHA-256 of every file a journal says its steps are based on; None where they begin with a snapshot."""
    found: set[str | None] = set()
    for raw in journal.split(b"\n")[:-1]:
        if raw.startswith(SNAPSHOT):
            found.add(None)
        elif b'"base"' in raw and len(raw) <= LONGEST_HEAD:
            with contextlib.suppress(DamagedJson):
                line = read_json(raw)
                if isinstance(line, dict) and isinstance(line.get("base"), str):
                    found.add(line["base"])
    return found


def steps_in(journal: bytes) -> Iterator[ChangeSet]:
    """The steps of a journal that can be read, whatever they are based on."""
    for raw in journal.split(b"\n")[:-1]:
        if len(raw) <= QUICK_STEP:
            with contextlib.suppress(DamagedJson):
                line = read_json(raw)
                if isinstance(line, dict) and "changes" in line:
                    yield read_step(line)


def bring_home(folder: Path, home: Path, head: JournalHead, good: int) -> None:
    """Copy a replayed journal, with its pictures and note, to where its project's journal belongs; then remove it.

    `head` is what the new one begins with, `good` the bytes of the old one that were replayed. Raises OSError, and the
    old one is untouched then. There must be no journal at home. Kept journals and their pictures stay where they are.
    """
    private_folder(home)
    rest = (folder / FILE_NAME).read_bytes()[:good].split(b"\n", 1)[1]
    with_it = [NOTE_NAME] if (folder / NOTE_NAME).exists() else []
    pictures = folder / ASSETS
    if pictures.is_dir():
        private_folder(home / ASSETS)
        with_it += [f"{ASSETS}/{path.name}" for path in pictures.iterdir() if path.is_file()]
    for name in with_it:
        replace_file(home / name, (folder / name).read_bytes(), mode=PRIVATE)
    started = datetime.now().astimezone()
    replace_file(home / FILE_NAME, write_head(head.path, head.digest, head.title, started) + b"\n" + rest, mode=PRIVATE)
    stay = needed(folder, (name.rpartition("/")[2] for name in with_it))
    for name in [FILE_NAME, *(name for name in with_it if name.rpartition("/")[2] not in stay)]:
        with contextlib.suppress(OSError):  # all of it is at home; what stays is found and put aside
            (folder / name).unlink()
    for left in (pictures, folder):
        with contextlib.suppress(OSError):
            (left / LOCK_NAME).unlink(missing_ok=True)
            left.rmdir()


def begin_elsewhere(folder: Path, lines: Iterable[bytes], pictures: Mapping[str, bytes]) -> None:
    """Begin a journal with these lines and pictures, for its session to go on with. Raises OSError: none is there."""
    private_folder(folder)
    move_aside(folder / FILE_NAME, datetime.now())
    for digest, picture in pictures.items():
        private_folder(folder / ASSETS)
        replace_file(folder / ASSETS / digest, picture, mode=PRIVATE)
    try:
        replace_file(folder / FILE_NAME, b"".join(lines), mode=PRIVATE)
    except OSError:
        with contextlib.suppress(OSError):  # where it stays it is found and put aside
            (folder / FILE_NAME).unlink(missing_ok=True)
        raise


_Line = tuple[bytes, dict[str, Any] | None]


def _lines(journal: bytes, *, only_usual: bool) -> Steps[list[_Line]]:
    """All lines, and None beside one that cannot be read. What follows the last line end was torn."""
    found: list[_Line] = []
    for raw in journal.split(b"\n")[:-1]:
        if only_usual and len(raw) > (QUICK_JSON if raw.startswith(SNAPSHOT) else QUICK_STEP):
            raise Unusual
        value = None
        with contextlib.suppress(DamagedJson):
            value = yield from json_in_steps(raw, only_usual=only_usual and len(raw) > SMALL)
        found.append((raw, value if isinstance(value, dict) else None))
        yield
    return found


def _start(lines: list[_Line], digest: str | None) -> int | None:
    """The line behind the last one that says: this file holds everything so far.

    Where there is no file and the head is damaged, the snapshot it begins with says as much.
    """
    if not lines or (lines[0][1] or {}).get("journal", JOURNAL_FORMAT) != JOURNAL_FORMAT:
        return None
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place][1]
        if line is not None and "base" in line and line["base"] == digest:
            return _held(line, place)
    if digest is None and "base" not in (lines[0][1] or {}):
        return next((n for n, (_, line) in enumerate(lines) if line is not None and "snapshot" in line), None)
    return None


def _held(line: dict[str, Any], place: int) -> int:
    """How many lines a file holds that the line at this place tells of: all before it, where it does not say."""
    held = line.get("lines", place + 1)
    return held if isinstance(held, int) and 0 < held <= place else place + 1


def _follow(recovered: Recovered, line: dict[str, Any] | None, *, only_usual: bool) -> Steps[None]:
    """Take one line in. Raises DamagedJson, CheckFailed."""
    if line is None:
        raise DamagedJson("no JSON")
    if "snapshot" in line:
        content = yield from decode_in_steps(write_json(line["snapshot"]), only_usual=only_usual)
        recovered.content, recovered.document, recovered.steps = content, content.document, []
        recovered.whole = line.get("whole") is True
    elif "changes" in line:
        step = read_step(line)
        document = apply(recovered.document, step)
        check_changed(document, step.records())
        check_values(document, step)
        recovered.document = document
        recovered.steps.append(step)
    elif "base" not in line:
        raise DamagedJson("an unknown line")


def check_values(document: Document, step: ChangeSet) -> None:
    """Fields fit one by one; this sees to it that they fit together. Raises DamagedJson."""
    for record_id in step.records():
        record = document.find(record_id)
        if record is not None:
            try:
                type(record).model_validate(dict(record.__dict__))
            except ValueError as error:
                raise DamagedJson("a step leads to a record that is not valid") from error
