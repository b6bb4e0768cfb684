"""Earlier versions of a project, kept in the data folder and thinned out as they age."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cxstudio.files.atomic import PRIVATE, private_folder, replace_file
from cxstudio.files.container import SUFFIX

LATEST = 10
"""So many of the newest are always kept; of the older ones one per day."""
DAYS = 30
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
        return self.keep_bytes(path.read_bytes(), now, promised=promised)

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

    def forget(self) -> None:
        """Delete all of them (a person's data was deleted for good). Raises OSError where something stays."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                path.unlink(missing_ok=True)
            self.folder.rmdir()

    def _thin_out(self, now: datetime) -> None:
        days: set[str] = set()
        promised = [path for path in self.all() if path.stem.endswith(_PROMISED)]
        for path in promised:
            if (now - (when(path) or now)).days > PROMISED_DAYS:
                path.unlink(missing_ok=True)
        for place, path in enumerate(path for path in self.all() if path not in promised):
            made = when(path)
            day = path.name[:8]
            if place >= LATEST and made is not None and (day in days or (now - made).days > DAYS):
                path.unlink(missing_ok=True)
            days.add(day)


def when(path: Path) -> datetime | None:
    """The moment a backup was made, from its name."""
    for pattern in (_PATTERN, _OLDER_PATTERN):
        with suppress(ValueError):
            return datetime.strptime(path.stem.removesuffix(_PROMISED), pattern)
    return None
