"""Where the program keeps its own things on this machine."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "cxstudio"
BESIDE = ".cxs-unsaved-"
"""How the folder begins that unsaved work goes to beside its project."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Four folders; nothing else of the machine is written to but the files people choose.

    Where the data folder refuses, unsaved work goes beside its project or to `spare`.
    """

    config: Path
    data: Path
    cache: Path
    log: Path
    spare_place: Path | None = None
    """Where `spare` is; None for the system's folder of temporary files."""

    @classmethod
    def standard(cls) -> Folders:
        """Where this system wants them."""
        return cls(
            platformdirs.user_config_path(NAME, appauthor=False),
            platformdirs.user_data_path(NAME, appauthor=False),
            platformdirs.user_cache_path(NAME, appauthor=False),
            platformdirs.user_log_path(NAME, appauthor=False),
        )

    @classmethod
    def below(cls, folder: Path) -> Folders:
        """All of them in one folder (tests, a stick)."""
        return cls(folder / "config", folder / "data", folder / "cache", folder / "log", folder / "spare")

    @property
    def spare(self) -> Path:
        """Unsaved work where no better place takes it. Raises OSError where the system has no such folder."""
        if self.spare_place is not None:
            return self.spare_place
        return Path(tempfile.gettempdir()) / f"{NAME}-{_person()}"

    @property
    def journals(self) -> Path:
        """Unsaved work, one folder per project."""
        return self.data / "journals"

    @property
    def backups(self) -> Path:
        """Earlier versions, one folder per project."""
        return self.data / "backups"

    @property
    def catalogue(self) -> Path:
        """Entries of one's own for the catalogue of touchpoints."""
        return self.data / "catalogue"

    @property
    def templates(self) -> Path:
        """Projects of one's own to begin new ones from."""
        return self.data / "templates"

    @property
    def locks(self) -> Path:
        """One lock per open project."""
        return self.data / "locks"


def _person() -> str:
    """Tells the people of one machine apart."""
    return str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "")


def project_key(path: Path) -> str:
    """The name under which this machine keeps journal, backups and lock of a file."""
    return hashlib.sha256(os.path.normcase(os.path.realpath(path)).encode("utf-8", "surrogateescape")).hexdigest()[:20]


def home_of(path: Path, folders: Folders) -> Path:
    """The folder of a file's journal."""
    return folders.journals / project_key(path)


def lock_of(path: Path, folders: Folders) -> Path:
    """The lock of a file."""
    return folders.locks / f"{project_key(path)}.lock"
