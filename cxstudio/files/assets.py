"""The pictures of an open project, by the hash of their bytes; new ones are on the disk before a record names them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cxstudio.files.atomic import flush_folder, replace_file

_HASH = re.compile(r"[0-9a-f]{64}")


class AssetStore(Mapping[str, bytes]):
    """Reads like a map from hash to bytes."""

    def __init__(
        self, folder: Path, saved: Mapping[str, bytes] | None = None, loose: Mapping[str, bytes] | None = None
    ) -> None:
        """`folder` keeps what the file does not hold yet, `saved` is what it holds, `loose` is nowhere on the disk."""
        self.folder = folder
        self._pictures: dict[str, bytes] = {**(loose or {}), **(saved or {})}
        self._safe: set[str] = set(saved or ())
        self.take_in(folder)

    def take_in(self, folder: Path) -> None:
        """Read the pictures an earlier session left in this folder; damaged ones are passed over. Raises OSError."""
        for path in folder.glob("*") if folder.is_dir() else ():
            if _HASH.fullmatch(path.name):
                data = path.read_bytes()
                if hashlib.sha256(data).hexdigest() == path.name:
                    self._pictures[path.name] = data
                    self._safe.add(path.name)

    def __getitem__(self, digest: str) -> bytes:
        return self._pictures[digest]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pictures)

    def __len__(self) -> int:
        return len(self._pictures)

    def put(self, data: bytes) -> str:
        """Keep these bytes and return their hash; they are on the disk when this returns. Raises OSError."""
        digest = hashlib.sha256(data).hexdigest()
        self._pictures[digest] = data
        self.make_safe([digest])
        return digest

    def make_safe(self, digests: Iterable[str]) -> None:
        """Write those that are neither in the file nor in the folder, so that they survive a crash. Raises OSError."""
        for digest in digests:
            if digest in self._pictures and digest not in self._safe:
                self.folder.mkdir(parents=True, exist_ok=True)
                replace_file(self.folder / digest, self._pictures[digest])
                self._safe.add(digest)

    def add_saved(self, pictures: Mapping[str, bytes]) -> None:
        """The file holds these (somebody else saved it)."""
        self._pictures.update(pictures)
        self._safe |= pictures.keys()

    def saved(self, in_file: set[str]) -> None:
        """The file now holds these, and the journal starts afresh: the folder is no longer needed."""
        self._safe = set(self._pictures) & in_file
        self._clear()

    def moved(self, folder: Path, in_file: set[str]) -> None:
        """As `saved`, with another folder from now on."""
        self.saved(in_file)
        self.folder = folder

    def forget(self, keep: set[str]) -> None:
        """Drop every picture but these, from memory and folder (a person's data was deleted for good)."""
        for digest in set(self._pictures) - keep:
            del self._pictures[digest]
            (self.folder / digest).unlink(missing_ok=True)
        self._safe &= keep

    def _clear(self) -> None:
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                path.unlink(missing_ok=True)
            flush_folder(self.folder)
