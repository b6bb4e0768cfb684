"""What people set once for themselves, declared as data and kept in one JSON file."""

from __future__ import annotations

import base64
import contextlib
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cxstudio.errors import N_
from cxstudio.files.atomic import PRIVATE, private_folder, replace_file
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json
from cxstudio.regular_files import read_regular
from cxstudio.session.folders import Folders, project_key
from cxstudio.session.log import log

FILE_NAME = "settings.json"
MOST_RECENT_FILES = 12
MOST_PLACES = 40
"""Projects of which it is remembered where somebody was."""
LARGEST = 5_000_000
"""Bytes of a file of settings that is read at all."""
LONGEST = 32_767
"""Characters of a text that is remembered: more than any path has."""


def _short(value: object) -> bool:
    """A text every part of the system takes, also as a path."""
    return isinstance(value, str) and len(value) <= LONGEST and "\0" not in value


def _paths(value: object) -> bool:
    return isinstance(value, list) and len(value) <= 10 * MOST_RECENT_FILES and all(map(_short, value))


def _texts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= 100 and all(map(_short, value))


def _bytes_as_text(value: object) -> bool:
    """Bytes written as text, as a window's place is."""
    try:
        return _short(value) and base64.b64decode(str(value), validate=True) is not None
    except ValueError:
        return False


def _places(value: object) -> bool:
    """Where somebody was in some projects: for each a few words and numbers."""
    if not isinstance(value, list) or len(value) > 2 * MOST_PLACES:
        return False
    return all(isinstance(place, dict) and len(place) <= 20 and all(map(_plain, place.values())) for place in value)


def _plain(value: object) -> bool:
    """A short text or a number one can reckon with."""
    return _short(value) or (isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6)


def _switch(value: object) -> bool:
    return isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file, what it is when nobody set it, and what it may be."""

    name: str
    default: Any
    label: str
    """Message id of what it is called."""
    usable: Callable[[object], bool] = _short
    """Whether the program can go on with a value; asked of whatever stands in the file, and never raises."""
    choices: tuple[tuple[str, str], ...] = ()
    """Value and message id; empty means free."""

    def fits(self, value: object) -> bool:
        """Whether a value read from the file can be used."""
        return self.usable(value) and (not self.choices or value in {choice for choice, _ in self.choices})


LANGUAGE: Final = "language"
PALETTE: Final = "palette"
RECENT: Final = "recent_files"
TEXT_SIZE: Final = "text_size"
LETTER_KEYS: Final = "single_letter_keys"
LAST_FOLDER: Final = "last_folder"
WINDOW: Final = "window"
INSPECTOR: Final = "inspector_shown"
PLACES: Final = "places"
CATALOGUE_INDUSTRY: Final = "catalogue_industry"
TIMER_SOUND: Final = "timer_sound"
MEASURE_COLUMNS: Final = "measure_columns"
"""Columns of the list of measures, by key; empty: the usual ones."""

_LANGUAGES: Final = (("system", N_("System default")), ("de", "Deutsch"), ("en", "English"))
_PALETTES: Final = (("system", N_("System default")), ("light", N_("light")), ("dark", N_("dark")))
TEXT_SIZES: Final = tuple((str(size), f"{size}%") for size in (100, 125, 150, 175, 200))
"""Per cent of what the system's own scale makes of it; a percentage is written by whoever shows it."""
SETTINGS: tuple[Setting, ...] = (
    Setting(LANGUAGE, "system", N_("Language"), choices=_LANGUAGES),
    Setting(PALETTE, "system", N_("Colours"), choices=_PALETTES),
    Setting(TEXT_SIZE, "100", N_("Text size"), choices=TEXT_SIZES),
    Setting(LETTER_KEYS, True, N_("Use single keys as commands on a selected card"), _switch),
    Setting(RECENT, [], N_("Recent files"), _paths),
    Setting(LAST_FOLDER, "", N_("Last folder")),
    Setting(WINDOW, "", N_("Size and place of the window"), _bytes_as_text),
    Setting(PLACES, [], N_("Where you were in a project"), _places),
    Setting(TIMER_SOUND, False, N_("Sound when a block’s time runs low"), _switch),
    Setting(INSPECTOR, True, N_("Inspector shown"), _switch),
    Setting(CATALOGUE_INDUSTRY, "", N_("Industry in the catalogue")),
    Setting(MEASURE_COLUMNS, [], N_("Columns of the list of measures"), _texts),
)


class Settings:
    """The settings of this person on this machine. Unknown keys of the file are kept.

    What the program cannot use begins anew, and `replaced` says so; the file as it was is kept beside.
    """

    def __init__(self, folders: Folders, only_now: Mapping[str, Any] | None = None) -> None:
        """`only_now` are values for this run: they hold until something else is chosen and are never written."""
        self.path = folders.config / FILE_NAME
        self._listeners: list[Callable[[str], None]] = []
        self.beside = False
        """Whether they are written by a thread, which the end of the program waits for: a disk may take long."""
        self._writer = threading.Lock()
        self._writing = False
        self._unwritten: bytes | None = None
        self._declared = {setting.name: setting for setting in SETTINGS}
        self._values: dict[str, Any]
        self.kept = self.path.with_suffix(".damaged.json")
        """Where the file as it was is kept if it was damaged."""
        self.replaced: tuple[Setting, ...]
        """Settings that began anew because the file said something impossible; all of them where it is no JSON."""
        self._values, self.replaced = self._read()
        if self.replaced:
            self._write()
        self._only_now = dict(only_now or {})

    def __getitem__(self, name: str) -> Any:
        """The value in force. Raises KeyError for a setting that is not declared."""
        setting = self._declared[name]
        return self._only_now.get(name, self._values.get(name, setting.default))

    def __setitem__(self, name: str, value: Any) -> None:
        """Set and write. Raises KeyError, ValueError; a disk that refuses is logged, no more."""
        self.put({name: value})

    def put(self, values: Mapping[str, Any]) -> None:
        """Set several and write once, as one does with a single one."""
        for name, value in values.items():
            if not self._declared[name].fits(value):
                raise ValueError(f"{name} cannot be {value!r}")
        known = {**self._values, **self._only_now}
        changed = {n: v for n, v in values.items() if n not in known or known[n] != v}
        for name in values:
            self._only_now.pop(name, None)
        if not changed:
            return
        self._values.update(changed)
        self._write()
        for name in changed:
            for listener in tuple(self._listeners):
                listener(name)

    def listen(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Call `listener` with the name of each setting that changes; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Project files opened or saved lately, newest first; those that are gone are left out."""
        return tuple(p for p in map(Path, self[RECENT]) if _is_file(p))

    def remember_file(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        name = str(path.absolute())
        recent = [name, *(n for n in self[RECENT] if n != name)][:MOST_RECENT_FILES]
        self.put({RECENT: recent, LAST_FOLDER: str(path.absolute().parent)})

    def place_in(self, path: Path) -> Mapping[str, Any]:
        """Where somebody was in a project when it was closed; empty where that is not known."""
        key = project_key(path)
        return next((place for place in self[PLACES] if place.get("project") == key), {})

    def remember_place(self, path: Path, place: Mapping[str, str | float]) -> None:
        """Keep where somebody is in a project for the next time it is opened."""
        key = project_key(path)
        others = [known for known in self[PLACES] if known.get("project") != key]
        self[PLACES] = [{"project": key, **place}, *others][:MOST_PLACES]

    def _read(self) -> tuple[dict[str, Any], tuple[Setting, ...]]:
        """What the file says, and which settings in it cannot be used."""
        try:
            data = read_regular(self.path, LARGEST)
        except FileNotFoundError:
            return {}, ()
        except OSError as error:
            log.warning("the settings could not be read: %s", error.strerror)
            return {}, ()
        damaged, values = SETTINGS, {}
        with contextlib.suppress(DamagedJson):
            found = read_json(data)
            if isinstance(found, dict):
                damaged = tuple(s for s in SETTINGS if s.name in found and not s.fits(found[s.name]))
                values = {name: value for name, value in found.items() if name not in {s.name for s in damaged}}
        if damaged:
            log.warning("the settings were damaged; what could not be used begins anew")
            with contextlib.suppress(OSError):
                replace_file(self.kept, data, mode=PRIVATE)
        return values, damaged

    def _write(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
        with self._writer:
            self._unwritten = text.encode("utf-8", "replace") + b"\n"
            if self._writing:
                return  # whoever writes takes this, too
            self._writing = True
        if self.beside:
            threading.Thread(target=self._write_newest, name="settings").start()
        else:
            self._write_newest()

    def _write_newest(self) -> None:
        while True:
            with self._writer:
                content, self._unwritten = self._unwritten, None
                if content is None:
                    self._writing = False
                    return
            try:
                private_folder(self.path.parent)
                replace_file(self.path, content, mode=PRIVATE)
            except OSError as error:
                log.warning("the settings could not be written: %s", error.strerror)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
