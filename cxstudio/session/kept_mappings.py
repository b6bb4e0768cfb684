"""How tables were read before, by their headings: the mapping is offered again when a table with the same comes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from cxstudio.files.atomic import PRIVATE, private_folder, replace_file
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json
from cxstudio.regular_files import TooLong, read_regular
from cxstudio.session.folders import Folders
from cxstudio.session.log import log

FILE_NAME: Final = "mappings.json"
MOST: Final = 40
_LARGEST: Final = 5_000_000
_PARTED: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """A mapping somebody imported with."""

    key: str
    """What stands for the headings; they themselves are not kept beside the mapping."""
    name: str
    """The file's name then."""
    day: str
    """As YYYY-MM-DD."""
    mapping: str
    """As JSON."""

    @property
    def on(self) -> date:
        """The day it was imported."""
        return date.fromisoformat(self.day)


def kept_mapping(folders: Folders, header: Sequence[str]) -> KeptMapping | None:
    """The mapping a table with these headings was imported with last; None where there was none."""
    key = _key(header)
    return next((kept for kept in _read(folders) if kept.key == key), None)


def keep_mapping(folders: Folders, header: Sequence[str], name: str, mapping: str, today: date) -> None:
    """Remember how a table was read. What cannot be kept is noted in the log: the import is done."""
    new = KeptMapping(_key(header), name, today.isoformat(), mapping)
    kept = [new, *(each for each in _read(folders) if each.key != new.key)][:MOST]
    try:
        private_folder(_path(folders).parent)
        replace_file(_path(folders), json.dumps([asdict(each) for each in kept]).encode(), mode=PRIVATE, flush=False)
    except OSError as error:
        log.warning("a mapping could not be kept: %s", error.strerror)


def _path(folders: Folders) -> Path:
    return folders.data / FILE_NAME


def _key(header: Sequence[str]) -> str:
    told = _PARTED.join(" ".join(name.split()).casefold() for name in header)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _read(folders: Folders) -> list[KeptMapping]:
    """What was kept; nothing where the file is missing or damaged."""
    try:
        values = read_json(read_regular(_path(folders), _LARGEST))
    except (OSError, TooLong, DamagedJson):
        return []
    found = []
    for value in values if isinstance(values, list | tuple) else ():
        if isinstance(value, dict) and all(isinstance(value.get(name), str) for name in KeptMapping.__slots__):
            kept = KeptMapping(**{name: value[name] for name in KeptMapping.__slots__})
            with suppress(ValueError):  # no day
                found += [kept] if kept.on else []
    return found[:MOST]
