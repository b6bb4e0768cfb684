"""Earlier versions of a project, kept in the data folder and thinned out as they age."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cxstudio.files.atomic import PRIVATE, private_folder, replace_file
from cxstudio.files.container import SUFFIX
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json, write_json

LATEST = 10
"""So many of the newest are always kept, whatever their age."""
DAY_H, DAYS, YEAR = 24, 30, 366
"""All of the last hours; of the days before one each day, of the year one each week, of older ones one each month."""
NAMES = "names.json"
"""What people called versions: file → name."""
LONGEST_NAME = 80
SPACING = 300.0
"""Seconds between two backups of one project."""
PROMISED_DAYS = 90
"""So long a version stays that was replaced by somebody else's."""
_PATTERN = "%Y%m%d-%H%M%S-%f"
_OLDER_PATTERN = "%Y%m%d-%H%M%S"
_PROMISED = "-kept"


class Backups:
    """The backups of one project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Path]:
        """Newest first."""
        if not self.folder.is_dir():
            return []
        return sorted((p for p in self.folder.glob(f"*{SUFFIX}") if when(p)), reverse=True)

    def keep(self, path: Path, now: datetime, *, promised: bool = False) -> Path | None:
        """Copy the file as it stands, unless there is a fresh backup. Raises OSError."""
        known = self.all()
        if not promised and known and (now - (when(known[0]) or now)).total_seconds() < SPACING:
            return None
        written = path.stat().st_mtime_ns
        kept = self.keep_bytes(path.read_bytes(), now, promised=promised)
        with suppress(OSError):  # then it counts as saved when it was kept
            os.utime(kept, ns=(written, written))
        return kept

    def keep_bytes(self, data: bytes, now: datetime, *, promised: bool = False) -> Path:
        """Keep the bytes of a file; they were read back when this returns. Raises OSError, NotSaved.

        A `promised` one is named to somebody: it stays for PROMISED_DAYS.
        """
        private_folder(self.folder)
        target = self.folder / f"{now.strftime(_PATTERN)}{_PROMISED if promised else ''}{SUFFIX}"
        replace_file(target, data, mode=PRIVATE)
        with suppress(OSError):  # the backup is there; the next one thins out again
            self._thin_out(now)
        return target

    def names(self) -> dict[str, str]:
        """File → what somebody called it; named ones always stay. Unreadable names are none."""
        try:
            found = read_json((self.folder / NAMES).read_bytes())
        except (OSError, DamagedJson):
            return {}
        pairs = found.items() if isinstance(found, dict) else ()
        return {str(file): name for file, name in pairs if isinstance(name, str) and name.strip()}

    def name(self, path: Path, name: str) -> None:
        """Call a version something; "" takes the name away. Raises OSError, NotSaved."""
        there = {each.name for each in self.all()}
        names = {file: known for file, known in self.names().items() if file in there and file != path.name}
        if name.strip():
            names[path.name] = " ".join(name.split())[:LONGEST_NAME]
        replace_file(self.folder / NAMES, write_json(names), mode=PRIVATE)

    def forget(self) -> None:
        """Delete all of them (a person's data was deleted for good). Raises OSError where something stays."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                path.unlink(missing_ok=True)
            self.folder.rmdir()

    def _thin_out(self, now: datetime) -> None:
        known, names = self.all(), self.names()
        promised = [path for path in known if path.stem.endswith(_PROMISED)]
        for path in promised:
            if path.name not in names and (now - (when(path) or now)).days > PROMISED_DAYS:
                path.unlink(missing_ok=True)
        spans: set[str] = set()
        for place, path in enumerate(path for path in known if path not in promised):
            span = _span(when(path) or now, now)
            if place >= LATEST and path.name not in names and span in spans:
                path.unlink(missing_ok=True)
            spans.add(span)


def _span(made: datetime, now: datetime) -> str:
    """What a version is the only one of, once it is as old as it is: the newest of a day, a week, a month."""
    age = now - made
    if age <= timedelta(hours=DAY_H):
        return made.isoformat()
    if age.days <= DAYS:
        return f"{made:%Y-%m-%d}"
    year, week, _ = made.isocalendar()
    return f"{year} week {week}" if age.days <= YEAR else f"{made:%Y-%m}"


def saved_when(path: Path) -> datetime | None:
    """The moment the version in a backup was saved, which is before it was replaced and so kept."""
    kept = when(path)
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        return kept
    return kept if kept is None else min(kept, saved)


def when(path: Path) -> datetime | None:
    """The moment a backup was made, from its name."""
    for pattern in (_PATTERN, _OLDER_PATTERN):
        with suppress(ValueError):
            return datetime.strptime(path.stem.removesuffix(_PROMISED), pattern)
    return None
