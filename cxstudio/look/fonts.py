"""The program's faces and the system's fonts that fill in for other scripts: files, coverage, advances."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import font_source_sans_pro

from cxstudio.look import sfnt

FAMILY = "Source Sans Pro"
REGULAR, SEMIBOLD, BOLD, ITALIC = "regular", "semibold", "bold", "italic"
OWN_FACES = {REGULAR: "Regular", SEMIBOLD: "Semibold", BOLD: "Bold", ITALIC: "It"}
PLACEHOLDER = "◊"
"""Stands where no font has the character."""
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\u202a\u202b\u202c\u202d\u202e\ufeff")
"""Characters that take no room and need no glyph."""
_WITHOUT_GLYPH = INVISIBLE | {"\n", "\r", "\t"}

PREFERRED = (
    "notosanskr-",
    "notosansjp-",
    "notosanssc-",
    "notosanstc-",
    "nanumgothic",
    "nanumbarungothic",
    "malgun",
    "applegothic",
    "applesdgothic",
    "msyh",
    "msgothic",
    "yugoth",
    "notosans-",
    "notosansarabic",
    "notosanshebrew",
    "dejavusans",
    "segoeui",
    "arial",
    "liberationsans",
    "notosans",
    "freesans",
    "unifont",
)
"""Beginnings of file names, best first: plain sans-serif families known to carry the large scripts."""
AVOIDED = ("mono", "emoji", "symbol", "serif", "coding", "condensed", "light", "thin", "extra", "italic", "oblique")

_LIKE = 4
"""Letters a font file's name has in common with its family: "times.ttf" holds Times New Roman."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face under the name that runs of text carry."""

    name: str
    path: Path
    number: int = 0
    """Which face of a collection."""


class FontBook:
    """All faces a layout may use. Source Sans Pro comes with the program; `folders` are searched for the rest.

    The search begins with the first character Source Sans Pro lacks and stops at the first font that has it.
    """

    def __init__(self, folders: Iterable[Path] | None = None) -> None:
        self._folders = tuple(system_folders() if folders is None else folders)
        self._faces = {name: Face(name, _own_file(suffix)) for name, suffix in OWN_FACES.items()}
        self._files: dict[str, sfnt.FontFile] = {}
        self._others: Iterator[Face] | None = None
        self._found: list[Face] = []
        self._by_character: dict[tuple[str, bool], str | None] = {}

    def face(self, name: str) -> Face:
        """The face of that name. Raises KeyError."""
        return self._faces[name]

    def path(self, name: str) -> Path:
        """File of a face. Raises KeyError."""
        return self._faces[name].path

    def advances(self, name: str) -> dict[int, float]:
        """Character code → advance in thousandths of an em; its keys are the face's coverage."""
        return self._file(name).advances

    def face_for(self, character: str, wanted: str) -> str | None:
        """Name of the face that shows the character: the wanted one, else regular, else a system font, else None."""
        code = ord(character)
        if code in self.advances(wanted) or character in _WITHOUT_GLYPH:
            return wanted
        heavy = wanted in (SEMIBOLD, BOLD)
        if not heavy and code in self.advances(REGULAR):
            return REGULAR
        key = (character, heavy)
        if key not in self._by_character:
            self._by_character[key] = self._search(code, heavy)
        return self._by_character[key]

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The characters of these texts that no font here can show, each once, in order of appearance."""
        known = self.advances(REGULAR)
        seen = dict.fromkeys(c for text in texts for c in text if ord(c) not in known)
        return tuple(c for c in seen if self.face_for(c, REGULAR) is None)

    def _search(self, code: int, heavy: bool) -> str | None:
        face = self._first_with(code)
        if face is None:
            return None
        if heavy:
            bold = _bold_sibling(face)
            if bold is not None and self._add(bold) and code in self.advances(bold.name):
                return bold.name
        return face.name

    def _first_with(self, code: int) -> Face | None:
        for face in self._found:
            if code in self.advances(face.name):
                return face
        if self._others is None:
            self._others = _system_faces(self._folders)
        for face in self._others:
            if self._add(face):
                self._found.append(face)
                if code in self.advances(face.name):
                    return face
        return None

    def _add(self, face: Face) -> bool:
        if face.name not in self._files:
            try:
                self._files[face.name] = sfnt.read(face.path, face.number)
            except sfnt.NotUsable:
                return False
            self._faces[face.name] = face
        return True

    def _file(self, name: str) -> sfnt.FontFile:
        known = self._files.get(name)
        if known is None:
            face = self._faces[name]
            known = self._files[name] = sfnt.read(face.path, face.number)
        return known


@lru_cache(maxsize=1)
def font_book() -> FontBook:
    """The fonts of this machine."""
    return FontBook()


def family_on_this_machine(family: str, folders: Iterable[Path] | None = None) -> dict[str, dict[int, float]]:
    """Style in lower case → advances of the faces of a family ("Verdana"); empty where it is not installed.

    Only files whose names begin like the family are read.
    """
    wanted = _squeezed(family)
    found: dict[str, dict[int, float]] = {}
    if not wanted:
        return found
    for face in _system_faces(tuple(system_folders() if folders is None else folders)):
        if _squeezed(face.path.stem).startswith(wanted[:_LIKE]):
            try:
                file = sfnt.read(face.path, face.number)
            except sfnt.NotUsable:
                continue
            if _squeezed(file.family) == wanted:
                found.setdefault(file.style.lower() or "regular", file.advances)
    return found


def _squeezed(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def system_folders() -> list[Path]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData/Local"))
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", Path(local) / "Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        return [
            home / "Library/Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
            Path("/System/Library/Fonts/Supplemental"),
        ]
    data = os.environ.get("XDG_DATA_HOME", str(home / ".local/share"))
    return [
        Path(data) / "fonts",
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]


def _own_file(suffix: str) -> Path:
    return Path(font_source_sans_pro.font_files_ttf["SourceSansPro" + ("" if suffix == "Regular" else suffix)])


def _system_faces(folders: tuple[Path, ...]) -> Iterator[Face]:
    """Every TrueType face below the folders, plain sans-serif ones first."""
    files = {
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix.lower() in (".ttf", ".ttc")
    }
    for path in sorted(files, key=_preference):
        try:
            count = sfnt.faces_in(path)
        except OSError:
            continue
        for number in range(min(count, 64)):
            yield Face(path.stem + (f"#{number}" if number else ""), path, number)


def _preference(path: Path) -> tuple[int, int, str]:
    name = path.stem.lower()
    rank = next((i for i, start in enumerate(PREFERRED) if name.startswith(start)), len(PREFERRED))
    plain = sum(word in name for word in AVOIDED) * 10 + ("bold" in name or name.endswith(("bd", "b"))) * 5
    return (rank + 100 * (plain > 0), plain, name)


def _bold_sibling(face: Face) -> Face | None:
    stem = face.path.stem
    base = stem.removesuffix("-Regular").removesuffix("Regular")
    for ending in ("-Bold", "Bold", "bd", "B"):
        path = face.path.with_name(base + ending + face.path.suffix)
        if path.is_file() and path != face.path:
            return Face(path.stem, path)
    return None
