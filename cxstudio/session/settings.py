"""What people set once for themselves, declared as data and kept in one JSON file."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cxstudio.errors import N_
from cxstudio.files.atomic import PRIVATE, private_folder, replace_file
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json
from cxstudio.regular_files import read_regular
from cxstudio.session.folders import Folders
from cxstudio.session.log import log

FILE_NAME = "settings.json"
MOST_RECENT_FILES = 12
LARGEST = 5_000_000
"""Bytes of a file of settings that is read at all."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file, what it is when nobody set it, and what it may be."""

    name: str
    default: Any
    label: str = ""
    """Message id; settings without one are remembered, not shown."""
    choices: tuple[tuple[str, str], ...] = ()
    """Value and message id; empty means free."""

    def fits(self, value: object) -> bool:
        """Whether a value read from the file can be used."""
        if self.choices:
            return value in {choice for choice, _ in self.choices}
        if isinstance(self.default, list):
            return isinstance(value, list) and all(isinstance(v, str) for v in value)
        if isinstance(self.default, (int, float)) and not isinstance(self.default, bool):
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        return type(value) is type(self.default)


LANGUAGE: Final = "language"
PALETTE: Final = "palette"
RECENT: Final = "recent_files"
LETTER_KEYS: Final = "single_letter_keys"
LAST_VOICE: Final = "last_voice"
LAST_FOLDER: Final = "last_folder"
WINDOW: Final = "window"
INSPECTOR: Final = "inspector_shown"
OVERVIEW: Final = "overview_shown"
OUTLINE: Final = "outline_shown"
CATALOGUE_INDUSTRY: Final = "catalogue_industry"

SETTINGS: tuple[Setting, ...] = (
    Setting(
        LANGUAGE, "system", N_("Language"), (("system", N_("System default")), ("de", "Deutsch"), ("en", "English"))
    ),
    Setting(
        PALETTE,
        "system",
        N_("Colours"),
        (("system", N_("System default")), ("light", N_("light")), ("dark", N_("dark"))),
    ),
    Setting(LETTER_KEYS, True, N_("Use single keys as commands on a selected card")),
    Setting(RECENT, []),
    Setting(LAST_VOICE, ""),
    Setting(LAST_FOLDER, ""),
    Setting(WINDOW, ""),
    Setting(INSPECTOR, True),
    Setting(OVERVIEW, True),
    Setting(OUTLINE, False),
    Setting(CATALOGUE_INDUSTRY, ""),
)


class Settings:
    """The settings of this person on this machine. Unknown keys of the file are kept."""

    def __init__(self, folders: Folders, only_now: Mapping[str, Any] | None = None) -> None:
        """`only_now` are values for this run: they hold until something else is chosen and are never written."""
        self.path = folders.config / FILE_NAME
        self._declared = {setting.name: setting for setting in SETTINGS}
        self._values: dict[str, Any] = _read(self.path)
        self._only_now = dict(only_now or {})
        self._listeners: list[Callable[[str], None]] = []

    def __getitem__(self, name: str) -> Any:
        """The value in force. Raises KeyError for a setting that is not declared."""
        setting = self._declared[name]
        value = self._only_now.get(name, self._values.get(name, setting.default))
        return value if setting.fits(value) else setting.default

    def __setitem__(self, name: str, value: Any) -> None:
        """Set and write at once. Raises KeyError, ValueError; a disk that refuses is logged, no more."""
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

    def _write(self) -> None:
        try:
            private_folder(self.path.parent)
            text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
            replace_file(self.path, text.encode("utf-8", "replace") + b"\n", mode=PRIVATE)
        except OSError as error:
            log.warning("the settings could not be written: %s", error.strerror)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _read(path: Path) -> dict[str, Any]:
    """What the file says; a damaged one is kept beside under another name."""
    try:
        values = read_json(read_regular(path, LARGEST))
        if isinstance(values, dict):
            return values
    except FileNotFoundError:
        return {}
    except OSError as error:
        log.warning("the settings could not be read: %s", error.strerror)
        return {}
    except DamagedJson:
        pass
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".damaged.json"))
    log.warning("the settings were damaged; they begin anew")
    return {}
