"""One save: all it takes, none of which changes meanwhile, so that it may be done beside the session."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cxstudio.files import Aside
from cxstudio.files.atomic import NO_FILE, save_bytes
from cxstudio.files.errors import not_backed_up, saving_failed
from cxstudio.files.lineage import Lineage
from cxstudio.files.saving import versioned_bytes
from cxstudio.model import Document
from cxstudio.session import copies
from cxstudio.session.folders import Folders
from cxstudio.session.log import log


class Replacing(Enum):
    """What a save may replace."""

    OWN = "own"
    """Only what this window read or wrote."""
    THEIRS = "theirs"
    """What somebody else wrote, once a copy of it is kept."""
    ANYTHING = "anything"
    """What somebody else wrote, also where no copy can be kept."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way to a file."""

    path: Path
    document: Document
    pictures: Mapping[str, bytes]
    aside: Aside
    known: str | None
    """SHA-256 of the file as this window read or wrote it last."""
    replacing: Replacing
    folders: Folders
    backup: bool = True
    mode: int | None = None
    """Permissions the file gets; None for those it has."""
    lineage: Lineage | None = None
    """Where the file comes from, without what is being written now."""
    merged: bool = False
    """Whether what is replaced is somebody else's, all of it merged into the document."""

    def content(self) -> tuple[bytes, str, Lineage]:
        """The bytes of the file, their SHA-256, and where it comes from then.

        Raises NotSaved where the project holds too much.
        """
        data, lineage = versioned_bytes(self.document, self.pictures, self.aside, self.lineage)
        return data, hashlib.sha256(data).hexdigest(), lineage

    def keep_replaced(self) -> tuple[str | None, Path | None]:
        """Keep what is to be replaced: returns its digest, and where a version somebody else wrote is kept.

        Raises NotSaved; NotBackedUp where it has to be asked first.
        """
        if self.replacing is not Replacing.OWN:
            return self._keep_theirs()
        if self.backup:
            copies.keep_backup(self.path, self.folders, promised=self.merged)
        return self.known, None

    def put(self, data: bytes, expected: str | None) -> None:
        """Put it in place. Raises NotSaved; ChangedOnDisk where it is not what is `expected` there."""
        save_bytes(self.path, data, expected, self.mode)

    def _keep_theirs(self) -> tuple[str, Path | None]:
        path = self.path
        try:
            if not path.is_file():
                return NO_FILE, None
            data = path.read_bytes()
        except OSError as error:
            raise saving_failed(error, path.name) from error
        digest = hashlib.sha256(data).hexdigest()
        if digest == self.known:
            copies.keep_backup(path, self.folders)
            return digest, None
        try:
            return digest, copies.keep_version(data, path, self.folders)
        except OSError as error:
            log.warning("what is to be replaced cannot be kept: %s", error.strerror)
            if self.replacing is Replacing.ANYTHING:
                return digest, None
            raise not_backed_up(path.name, error) from error
