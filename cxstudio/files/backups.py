"""Earlier versions of a project, kept in the data folder and thinned out as they age."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from cxstudio.files.container import SUFFIX

LATEST = 10
"""So many of the newest are always kept; of the older ones one per day."""
DAYS = 30
SPACING = 300.0
"""Seconds between two backups of one project."""
_PATTERN = "%Y%m%d-%H%M%S"


class Backups:
    """The backups of one project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Path]:
        """Newest first."""
        if not self.folder.is_dir():
            return []
        return sorted((p for p in self.folder.glob(f"*{SUFFIX}") if when(p)), reverse=True)

    def keep(self, path: Path, now: datetime) -> Path | None:
        """Copy the file as it stands, unless there is a fresh backup. Raises OSError."""
        known = self.all()
        if known and (now - (when(known[0]) or now)).total_seconds() < SPACING:
            return None
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{now.strftime(_PATTERN)}{SUFFIX}"
        part = target.with_suffix(".part")
        shutil.copyfile(path, part)
        os.replace(part, target)  # noqa: PTH105 - overwrites on every system
        self._thin_out(now)
        return target

    def forget(self) -> None:
        """Delete all of them (a person's data was deleted for good)."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _thin_out(self, now: datetime) -> None:
        days: set[str] = set()
        for place, path in enumerate(self.all()):
            made = when(path)
            day = path.name[:8]
            if place >= LATEST and made is not None and (day in days or (now - made).days > DAYS):
                path.unlink(missing_ok=True)
            days.add(day)


def when(path: Path) -> datetime | None:
    """The moment a backup was made, from its name."""
    try:
        return datetime.strptime(path.stem, _PATTERN)
    except ValueError:
        return None
