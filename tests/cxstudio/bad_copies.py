"""Copies nobody should have to merge or rescue, and what is said of each: one sentence, or a list."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_picture
from cxstudio.files.container import Package, pack
from cxstudio.model import Document, Journey, Note, Participant, Touchpoint
from cxstudio.session import Folders, Session


@dataclass(frozen=True)
class Place:
    """A project that is saved, and where other files can be made beside it."""

    path: Path
    folder: Path

    def copy(self) -> Path:
        """A copy, as it was mailed."""
        other = self.folder / "copy.cxs"
        other.write_bytes(self.path.read_bytes())
        return other

    def changed(self, change: Callable[[Session], None], path: Path | None = None) -> Path:
        """A copy somebody else went on with; `path`: the project itself, gone on with here."""
        other = path or self.copy()
        session = Session.open(other, Folders.below(self.folder / ("here" if path else "there")))
        change(session)
        session.save()
        session.close()
        return other

    def written(self, name: str, data: bytes) -> Path:
        """A file with these bytes."""
        (self.folder / name).write_bytes(data)
        return self.folder / name


def saved(path: Path) -> Place:
    """The sample with two hundred more notes and one person, saved once."""
    made = sample("lindenfurt", "en")
    notes = [Note(id=f"many{n:03}", text=f"Note {n}") for n in range(200)]
    document = made.document.evolve([*notes, Participant(id="p", name="Petra Geheim")])
    session = Session.new(Folders.below(path.parent / "first"), document, made.assets)
    session.save_as(path)
    session.close()
    return Place(path, path.parent)


def _stranger(place: Place) -> Path:
    other = place.folder / "stranger.cxs"
    session = Session.new(Folders.below(place.folder / "there"), Document([Journey(id="other", title="Other")]))
    session.save_as(other)
    session.close()
    return other


def _conflicts(place: Place) -> Path:
    def write(session: Session, word: str) -> None:
        with session.transaction("Change") as draft:
            for n in range(200):
                draft.update(Note, f"many{n:03}", text=f"{word} {n}")

    other = place.changed(lambda session: write(session, "there"))
    place.changed(lambda session: write(session, "here"), place.path)
    return other


def _deleted_here(place: Place) -> Path:
    def rename(session: Session) -> None:
        with session.transaction("Change") as draft:
            draft.update(Participant, "p", name="Petra Geheim-Neu")

    other = place.changed(rename)
    place.changed(lambda session: session.erase_person("p"), place.path)
    return other


def _pictured(place: Place) -> Path:
    def show(session: Session) -> None:
        memory = io.BytesIO()
        Image.new("RGB", (8, 8), (10, 200, 40)).save(memory, "PNG")
        asset = session.add_picture(memory.getvalue())
        with session.transaction("Picture") as draft:
            add_picture(draft, draft.document.all(Touchpoint)[0].id, asset)

    return place.changed(show)


def _picture_nowhere(place: Place) -> Path:
    def show(session: Session) -> None:
        with session.transaction("Picture") as draft:
            add_picture(draft, draft.document.all(Touchpoint)[0].id, "0" * 64)

    return place.changed(show)


def _cut_in_a_record(place: Place) -> Path:
    with zipfile.ZipFile(place.path) as archive:
        text = archive.read("project.json")
    return place.written("cut.cxs", pack(Package(text[: text.rindex(b'"Note":[') + 4_000])))


def _cut(place: Place) -> Path:
    data = place.path.read_bytes()
    return place.written("half.cxs", data[: len(data) // 2])


def _folder(place: Place) -> Path:
    (place.folder / "folder.cxs").mkdir()
    return place.folder / "folder.cxs"


Case = tuple[Callable[[Place], Path], str, str]
"""Makes the copy; what one sentence says of it (merging is refused); what a list says (it is not)."""
CASES: dict[str, Case] = {
    "itself": (lambda place: place.path, "nothing to merge", ""),
    "the same content": (Place.copy, "nothing to merge", ""),
    "a stranger": (_stranger, "another project", ""),
    "a newer format": (
        lambda place: place.written("newer.cxs", pack(Package(b'{"format":99,"records":{}}'))), "newer version", "",
    ),
    "cut in a record": (_cut_in_a_record, "damaged", ""),
    "half a file": (_cut, "damaged", ""),
    "an empty file": (lambda place: place.written("empty.cxs", b""), "empty.cxs", ""),
    "no project": (lambda place: place.written("letter.cxs", b"%PDF-1.7 a letter"), "letter.cxs", ""),
    "not there": (lambda place: place.folder / "gone.cxs", "gone.cxs", ""),
    "a folder": (_folder, "folder.cxs", ""),
    "people deleted here": (_deleted_here, "", "1 person deleted for good"),
    "two hundred conflicts": (_conflicts, "", "200 conflicts"),
    "a picture in one copy only": (_pictured, "", "Photos: 1 added"),
    "a picture in neither copy": (_picture_nowhere, "", "Photos: 1 added"),
}  # fmt: skip


def digests(*paths: Path) -> list[str]:
    """What the files hold; what is no file holds nothing."""
    return [hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "" for path in paths]
