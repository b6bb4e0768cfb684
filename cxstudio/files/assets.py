"""The pictures of an open project, by the hash of their bytes; new ones are on the disk before a record names them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cxstudio.files import kept
from cxstudio.files.atomic import PRIVATE, TEMP_MARK, private_folder, replace_file
from cxstudio.files.lock import LOCK_NAME

FOLDER_NAME = "assets"
_HASH = re.compile(r"[0-9a-f]{64}")


class AssetStore(Mapping[str, bytes]):
    """Reads like a map from hash to bytes."""

    def __init__(
        self, folder: Path, saved: Mapping[str, bytes] | None = None, loose: Mapping[str, bytes] | None = None
    ) -> None:
        """`folder` keeps what the file does not hold yet, `saved` is what it holds, `loose` is nowhere on the disk."""
        self.folder = folder
        self._pictures: dict[str, bytes] = {**(loose or {}), **(saved or {})}
        self.in_file = set(saved or ())
        """Those that are in the file."""
        self._safe: set[str] = set(saved or ())
        self._unflushed: set[Path] = set()
        self.unread: dict[str, Path] = {}
        """Pictures an earlier session left that cannot be read, by their hash, and where they lie."""
        self.take_in(folder)

    def take_in(self, folder: Path) -> None:
        """Read the pictures an earlier session left in this folder; what cannot be read is in `unread`."""
        try:
            found = list(folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError:
            self.unread[""] = folder
            return
        self.unread.pop("", None)
        for path in found:
            if _HASH.fullmatch(path.name):
                self._read(path.name, path)

    def still_unread(self, wanted: Iterable[str]) -> list[Path]:
        """Try once more what could not be read; returns where that lies of `wanted` which still cannot."""
        for digest, path in tuple(self.unread.items()):
            if digest:
                self._read(digest, path)
            else:
                self.take_in(path)
        missing = sorted(set(wanted) - self._pictures.keys())
        found = [self.unread[digest] for digest in missing if digest in self.unread]
        return found or [self.unread[""]] if missing and self.unread else []

    def _read(self, digest: str, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != digest:
            if digest not in self._pictures:
                self.unread[digest] = path
            return
        self.unread.pop(digest, None)
        self._pictures[digest] = data
        if path.parent == self.folder:
            self._safe.add(digest)

    def __getitem__(self, digest: str) -> bytes:
        return self._pictures[digest]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pictures)

    def __len__(self) -> int:
        return len(self._pictures)

    def put(self, data: bytes) -> str:
        """Keep these bytes and return their hash; a file has them when this returns. Raises OSError."""
        digest = hashlib.sha256(data).hexdigest()
        self._pictures[digest] = data
        self.make_safe([digest])
        return digest

    def make_safe(self, digests: Iterable[str], *, flush: bool = False) -> None:
        """Write those that are neither in the file nor in the folder, so that they survive a crash. Raises OSError.

        A power cut they survive with `flush`, which waits for the disk; else once `unflushed` was forced to it.
        """
        for digest in digests:
            if digest in self._pictures and digest not in self._safe:
                private_folder(self.folder)
                replace_file(self.folder / digest, self._pictures[digest], mode=PRIVATE, flush=flush)
                self._safe.add(digest)
                if not flush:
                    self._unflushed.add(self.folder / digest)

    def unflushed(self) -> set[Path]:
        """Files written since this was asked last, which nobody has forced to the disk."""
        found, self._unflushed = self._unflushed, set()
        return found

    def write_again(self, digests: Iterable[str]) -> None:
        """Write all of these that the file does not hold, and wait for the disk: it refused before. Raises OSError."""
        self._safe = set(self.in_file)
        self.make_safe(digests, flush=True)

    def add_saved(self, pictures: Mapping[str, bytes]) -> None:
        """The file holds these (somebody else saved it)."""
        self._pictures.update(pictures)
        self.in_file |= pictures.keys()
        self._safe |= pictures.keys()

    def saved(self, in_file: set[str], needed: Iterable[str] = ()) -> None:
        """The file now holds these. The folder is emptied but for those `needed`, which were named while it was saved.

        Pictures that could not be read stay there, too.
        """
        self.in_file = set(self._pictures) & in_file
        needed = set(needed) - self.in_file
        self.discard(needed)
        self._safe = self.in_file | needed

    def go_on_in(self, folder: Path, in_file: set[str], written: Iterable[str] = ()) -> None:
        """The file holds these, and what it does not hold goes into this folder, where some are `written` already."""
        self.in_file = set(self._pictures) & in_file
        self.place = folder, frozenset(self.in_file.union(written))

    def move(self, folder: Path, needed: Iterable[str]) -> None:
        """Keep what the file does not hold in another folder from now on, and write it there.

        Raises OSError, and the folder is the one before.
        """
        before = self.place
        self.place = folder, frozenset(self.in_file)
        try:
            self.make_safe(needed, flush=True)
        except OSError:
            self.place = before
            raise

    @property
    def place(self) -> tuple[Path, frozenset[str]]:
        """The folder, and what needs not be written there."""
        return self.folder, frozenset(self._safe)

    @place.setter
    def place(self, place: tuple[Path, frozenset[str]]) -> None:
        self.folder, self._safe = place[0], set(place[1])

    def discard(self, used: set[str], folder: Path | None = None) -> None:
        """Empty the folder (or one before) of what is not needed: in the file, or not `used`. What stays is no harm.

        Pictures of kept journals stay.
        """
        folder = folder or self.folder
        needless = self._pictures.keys() - (used - self.in_file)
        needless -= kept.needed(folder.parent, needless)
        with suppress(OSError):
            for path in folder.iterdir():
                if path.name in needless or path.name.startswith(TEMP_MARK):
                    with suppress(OSError):
                        path.unlink()
            folder.rmdir()

    def forget(self, keep: set[str]) -> list[Path]:
        """Drop every picture but these, from memory and folder (a person's data was deleted for good).

        Returns those that stay on the disk.
        """
        left = []
        for digest in set(self._pictures) - keep:
            del self._pictures[digest]
            try:
                (self.folder / digest).unlink(missing_ok=True)
            except OSError:
                left.append(self.folder / digest)
        self._safe &= keep
        self.in_file &= keep
        return left


def drop_orphans(folder: Path, now: datetime) -> None:
    """Delete the pictures in a folder where no journal is left to name them, once nothing has come for KEPT_DAYS.

    Only for folders nobody writes to.
    """
    with suppress(OSError):  # what cannot be deleted now is the next time
        inside = {path.name for path in folder.iterdir()}
        pictures = folder / FOLDER_NAME
        if FOLDER_NAME not in inside or inside - {FOLDER_NAME, LOCK_NAME}:
            return
        newest = max(path.stat().st_mtime for path in (pictures, *pictures.iterdir()))
        if (now - datetime.fromtimestamp(newest)).days > kept.KEPT_DAYS:
            for path in (*pictures.iterdir(), folder / LOCK_NAME):
                path.unlink(missing_ok=True)
            pictures.rmdir()
            folder.rmdir()
