"""Work that was not saved when a file was damaged: from its journals, as far as it fits what could be rescued."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cxstudio.errors import N_, trn
from cxstudio.files.assets import FOLDER_NAME as ASSETS
from cxstudio.files.container import LARGEST_FILE
from cxstudio.files.decoding import Problem
from cxstudio.files.errors import DamagedJson, NotReadable, Unusual
from cxstudio.files.journal_lines import read_head_line
from cxstudio.files.loading import load
from cxstudio.files.recovery import Recovered, bases_in, check_values, read_journal, replay_in_steps, steps_in
from cxstudio.model import PROJECT_ID, Document
from cxstudio.regular_files import read_regular
from cxstudio.steps import finished
from cxstudio.store import Change, ChangeSet, CheckFailed, apply, check_changed, what_fits

_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True)
class Unsaved:
    """What a project is with its unsaved work."""

    document: Document
    assets: dict[str, bytes] = field(default_factory=dict)
    """Pictures that lie beside its journals."""
    told: list[Problem] = field(default_factory=list)
    """What was found, and what of it could not be used, a line each."""
    whole: bool = False
    """Whether it holds all of the project, whatever the damaged file says."""


def with_unsaved(
    document: Document, digest: str, journals: Sequence[Path], kept: Sequence[Path] = ()
) -> Unsaved:  # fmt: skip
    """A rescued document with what these journals say was done since, oldest first.

    A journal based on the damaged file itself (`digest`), or on a version kept of it, is replayed on that; one that
    holds the whole project takes its place. Of any other a change is made only where it finds what it was made on.
    """
    made = Unsaved(document)
    for journal in journals:
        try:
            data = read_journal(journal)
        except (OSError, Unusual):
            made.told.append(Problem(N_("The unsaved work in “{place}” cannot be read."), (("place", str(journal)),)))
            continue
        found = _exactly(made.document, digest, data, kept)
        if found is not None:
            if found.whole:
                made.told.append(Problem(N_("The unsaved work beside the file holds all of the project and is used.")))
            if found.steps:
                made.told.append(_found(len(found.steps)))
            made.document, made.whole = found.document, made.whole or found.content is not None
            if found.unread:
                made.told.append(_unread(found.unread))
        else:
            _as_it_fits(made, data)
        made.assets |= dict(_pictures(journal.parent / ASSETS))
    return made


def _exactly(document: Document, digest: str, data: bytes, kept: Sequence[Path]) -> Recovered | None:
    """What the journal leads to from exactly what it is based on; None where that is not here."""
    bases = bases_in(data)
    if digest in bases and len(document):
        return finished(replay_in_steps(data, document, digest))
    try:
        head = read_head_line(data.split(b"\n", 1)[0])
    except DamagedJson:
        return None
    snapshot = finished(replay_in_steps(data, Document(), head.digest)) if None in bases else None
    if snapshot is not None and snapshot.whole and _same_project(document, snapshot.document):
        return snapshot
    for path in kept:
        try:
            version = path.read_bytes()
            if hashlib.sha256(version).hexdigest() not in bases:
                continue
            loaded = load(path)
        except (OSError, NotReadable):
            continue  # a damaged version is no base; the versions page names it
        if _same_project(document, loaded.content.document):
            found = finished(replay_in_steps(data, loaded.content.document, hashlib.sha256(version).hexdigest()))
            if found is not None:
                found.content = found.content or loaded.content
            return found
    return None


def _same_project(found: Document, other: Document) -> bool:
    """Whether two have something in common; whatever has nothing in it may be anything."""
    ids = {record.id for record in found} - {PROJECT_ID}
    return not ids or any(i in other for i in ids)


def _as_it_fits(made: Unsaved, data: bytes) -> None:
    """Make each change that finds what it was made on; what is there already is no news."""
    steps = left = 0
    for step in steps_in(data):
        plan = what_fits(step, made.document)
        missed = [change for change in plan.left if not _is_there(made.document, change)]
        left += len(missed)
        after = _after(made.document, plan.applied)
        if after is None:
            left += len(plan.applied.changes)
        elif plan.applied.changes:
            made.document = after
            steps += 1
    if steps:
        made.told.append(_found(steps))
    if left:
        made.told.append(_unread(left))


def _after(document: Document, step: ChangeSet) -> Document | None:
    """The document after a step; None where that would not be sound."""
    after = apply(document, step)
    try:
        check_changed(after, step.records())
        check_values(after, step)
    except (CheckFailed, DamagedJson):
        return None
    return after


def _is_there(document: Document, change: Change) -> bool:
    """Whether the document says already what a change says."""
    record = document.find(change.record_id)
    if change.field is None or record is None:
        return bool(record == change.after)
    value = getattr(record, change.field)
    return bool((value if change.key is None else value.get(change.key)) == change.after)


def _found(steps: int) -> Problem:
    told = trn(
        "{n} change that had not been saved is included.",
        "{n} changes that had not been saved are included.",
        steps,
    )
    return Problem(**told)


def _unread(changes: int) -> Problem:
    told = trn(
        "{n} unsaved change is left out: it does not fit what could be rescued.",
        "{n} unsaved changes are left out: they do not fit what could be rescued.",
        changes,
    )
    return Problem(**told)


def _pictures(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The pictures in a journal's folder that are what their name says."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return  # there are none, or those that are missed are named
    for path in paths:
        if _HASH.fullmatch(path.name):
            try:
                content = read_regular(path, LARGEST_FILE)
            except OSError:
                continue  # as above
            if hashlib.sha256(content).hexdigest() == path.name:
                yield path.name, content
