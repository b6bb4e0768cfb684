"""Where the program keeps its own things on this machine."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "cxstudio"


@dataclass(frozen=True, slots=True)
class Folders:
    """Four folders; nothing else of the machine is written to but the files people choose."""

    config: Path
    data: Path
    cache: Path
    log: Path

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
        """All four in one folder (tests, a stick)."""
        return cls(folder / "config", folder / "data", folder / "cache", folder / "log")

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


def project_key(path: Path) -> str:
    """The name under which this machine keeps journal, backups and lock of a file."""
    return hashlib.sha256(os.path.normcase(os.path.realpath(path)).encode("utf-8", "surrogateescape")).hexdigest()[:20]


def home_of(path: Path, folders: Folders) -> Path:
    """The folder of a file's journal."""
    return folders.journals / project_key(path)
